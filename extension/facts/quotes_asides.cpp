// Syntax::before_aside(): who stands before what is said beside, "Ana Paz, a doctor who led the study, said".
#include "facts/quotes_clause.h"

namespace gazette::facts {

// "Ana Paz, whose son Ali, 22, was killed, | said": behind the comma that opens the relative clause, or the mark where none does.
std::uint32_t Syntax::opening_of_relative(std::uint32_t mark, std::uint32_t longest) const {
  bool verb = false;
  for (std::uint32_t i = mark; i-- > 1 && i + longest > mark;) {
    if (is(i, trait::stop | trait::speech | trait::conjunction | trait::dash)) break;
    verb |= is(i, trait::finite);
    if (is(i, trait::comma) && is(i + 1, trait::relative) && is(i - 1, trait::noun | trait::close_bracket)) return verb ? i + 1 : mark;
  }
  return mark;
}

// The phrase before an aside that the mark closes: "Ruiz, who led the talks, said".
Party Syntax::before_aside(std::uint32_t mark) const {
  constexpr std::uint32_t longest = 28;
  const Traits kind = passage_.traits[mark] & (trait::comma | trait::dash);
  for (std::uint32_t i = opening_of_relative(mark, longest); i-- > 1 && i + longest > mark;) {
    if (is(i, trait::stop | trait::speech | trait::complementizer) && !is(i, trait::relative)) break;
    if (!is(i, kind) || !is(i - 1, trait::noun | trait::close_bracket)) continue;
    if (is(i + 1, trait::source)) {  // "Paz, according to Ruiz, plans"; but "Lima, which had been told of it, according to Ruiz, said"
      const Party party = party_ending(i - 1);
      if (party.found() && (party.mention.begin == 0 || is(party.mention.begin - 1, trait::stop | trait::complementizer))) return party;
      continue;
    }
    if (is(i - 1, trait::measure) && i > 2 && is(i - 2, trait::comma)) continue;  // "Ana Paz, 45, a teacher,"
    const bool participial =
        is(i + 1, trait::participle) && is(i + 2, trait::preposition | trait::question_word | trait::subordinator);  // "the petitioners, led by Ana Paz,"
    const bool meanwhile = is(i + 1, trait::subordinator) && is(i + 2, trait::gerund);                               // "the minister, while opening a school,"
    if (kind == trait::comma && is(i + 1, trait::conjunction) && is(i + 2, trait::noun) && i + 3 == mark) continue;  // "Ana Paz, head of A, B, and C,"
    const bool and_others = kind == trait::dash && is(i + 1, trait::conjunction);                                    // "Democrats - and some Republicans - say"
    if (!participial && !meanwhile && !and_others && is(i + 1, trait::conjunction | trait::clause_break | trait::finite) &&
        !is(i + 1, trait::relative | trait::noun_too))
      break;  // "Paz, head of the union,"
    std::uint32_t last = i - 1;
    if (is(last, trait::close_bracket)) {
      while (last > 0 && last + 12 > i && !is(last, trait::open_bracket)) --last;
      if (last == 0 || !is(last - 1, trait::noun)) break;
      --last;
    }
    Party party = party_ending(last);
    const std::uint32_t begin = party.mention.begin;
    if (begin >= 3 && links(begin - 1) && is(begin - 2, trait::comma) && (is(begin - 1, trait::matter) || is(begin - 3, trait::measure)))
      continue;  // "Ana Paz, 45, of Hill Road, Leek,"
    // "Ana Paz, a doctor, writer and teacher, said": the one who has the name.
    const bool names = is(i + 1, trait::named) && is(i + 1, trait::noun);  // "Briefing the paper, the head of police, Ana Paz, said"
    if (!names && !is(party.heads[0], trait::named) && begin >= 2 && is(begin - 1, trait::comma) && is(begin - 2, trait::named) && is(begin - 2, trait::noun)) {
      party = party_ending(begin - 2);
    }
    if (is(i + 1, trait::noun | trait::relative)) party.mention.end = mark;
    const bool person = names && is(i + 1, trait::somebody) && is(party.heads[0], trait::named) && !is(party.heads[0], trait::somebody);
    if (person && begin >= 2 && is(begin - 1, trait::comma) && is(begin - 2, trait::somebody) && is(begin - 2, trait::noun)) {
      party = party_ending(begin - 2);  // "The Chairman, Committee on Tax Reforms, Mr Ana Paz, said"
      party.heads[0] = i + 1;
      party.count = 1;
      party.tail = i + 2;
      party.mention.end = mark;
      return party;
    }
    if (names && !is(party.heads[0], trait::named) && is_one_office(party)) {
      party.heads[0] = i + 1;  // "the chief of staff, Ana Paz, said"
      party.count = 1;
      party.tail = i + 2;
    }
    return party;
  }
  return {};
}

}  // namespace gazette::facts
