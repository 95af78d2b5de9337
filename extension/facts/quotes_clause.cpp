#include "facts/quotes_clause.h"

#include <algorithm>

namespace gazette::facts {

// --- noun phrases ----------------------------------------------------------------------------------------------------

// The noun group that opens a phrase which ends with the noun group `last`: "the head of the union", "officials
// briefed on the talks".
std::uint32_t Syntax::phrase_begin(std::uint32_t last) const {
  constexpr std::uint32_t most = 4;
  std::uint32_t begin = last;
  for (std::uint32_t i = 0; i < most; ++i) {
    if (begin >= 3 && is(begin - 1, trait::clitic) && is(begin - 2, trait::date) && links(begin - 3)) {
      begin -= 2;  // "voters in Saturday's primary"
    }
    if (begin >= 3 && links(begin - 1) && is(begin - 2, trait::participle) && is(begin - 3, trait::noun) && !is(begin - 3, trait::personal)) {
      begin -= 3;  // "analysts polled by Reuters": before the verb that follows it is none itself
    } else if (begin >= 2 && links(begin - 1) && !is(begin - 1, trait::subordinator) && is(begin - 2, trait::noun)) {
      begin -= 2;
    } else if (begin >= 3 && begin == last && is(begin, trait::named) && is(begin - 1, trait::noun) && links(begin - 2) && !is(begin - 2, trait::clitic) &&
               is(begin - 3, trait::noun) && !is(begin, trait::somebody) && !is(begin - 1, trait::named | trait::personal | trait::date)) {
      begin -= 3;  // "staff of the insolvency firm Hill Grant"
    } else if (begin >= 3 && links(begin - 1) && is(begin - 3, trait::noun) &&
               !is(begin - 2, trait::noun | trait::finite | trait::comma | trait::stop | trait::conjunction | trait::preposition | trait::quoted | trait::date |
                                  trait::infinitive | trait::adverb)) {
      begin -= 3;
    } else {
      break;
    }
  }
  return begin;
}

// Words before a noun group that belong to it though no rule took them in: "former", "Rep.", another name.
std::uint32_t Syntax::words_before(std::uint32_t begin) const {
  constexpr std::uint32_t most = 4;
  for (std::uint32_t i = 0; i < most && begin > 0 && !is(begin, trait::personal); ++i) {
    const bool plain = (passage_.traits[begin - 1] & ~(trait::known | trait::named | trait::somebody)) == 0;
    const bool one_word = passage_[begin - 1].end == passage_[begin - 1].first + 1;  // "team doctor Ana Paz"
    const bool modifier = one_word && is(begin, trait::named) && is(begin, trait::somebody) && !is(begin - 1, trait::personal | trait::date | trait::measure);
    const bool name = (modifier || (is(begin - 1, trait::named) && is(begin, trait::named))) && is(begin - 1, trait::noun);
    // "…, the judiciary's Mizan news agency", "…, the state news agency Mizan": two groups where a phrase opens are one.
    const bool opens = begin == 1 || (begin > 1 && is(begin - 2, trait::comma | trait::stop));
    const bool compound = opens && is(begin - 1, trait::noun) && is(begin - 1, trait::named) != is(begin, trait::named) &&
                          !is(begin - 1, trait::personal | trait::date | trait::measure | trait::somebody) && !is(begin, trait::date | trait::measure);
    if (!plain && !name && !compound) break;
    --begin;
  }
  return begin;
}

Party Syntax::party_ending(std::uint32_t last) const {
  constexpr std::uint32_t near = 10;
  Party party;
  std::uint32_t begin = phrase_begin(last);
  std::uint32_t verb = begin;  // "the nurse who worked closely with the head of"
  while (verb > 0 && verb + near > begin && (links(verb - 1) || (is(verb - 1, trait::adverb) && !is(verb - 1, trait::noun | trait::verb)))) --verb;
  if (verb > 0 && is(verb - 1, trait::verb)) {  // "the man who led the talks": the phrase began before
    for (std::uint32_t i = begin; i-- > 1 && i + near > begin;) {
      if (is(i, trait::comma | trait::stop | trait::quoted | trait::conjunction)) break;
      if (!is(i, trait::relative)) continue;
      if (is(i - 1, trait::noun)) begin = phrase_begin(i - 1);
      break;
    }
  }
  // "a letter pinned up in the hall begins": what was done with it is told between the two.
  if (verb > 1 && verb < begin && is(verb - 1, trait::participle | trait::passive) && !is(verb - 1, trait::report) && is(verb - 2, trait::noun) &&
      !is(verb - 2, trait::personal) && !is(verb, trait::agent))
    begin = phrase_begin(verb - 2);
  party.heads[0] = begin < last && is(begin + 1, trait::clitic) ? begin + 2 : begin;  // "Reed's mate said"
  party.count = 1;
  party.tail = last + 1;
  begin = words_before(begin);
  if (begin > 0 && is(begin - 1, trait::close_bracket) && is(last, trait::named)) {  // "the head of police (north) Ana Paz"
    std::uint32_t open = begin - 1;
    while (open > 0 && open + 6 > begin && !is(open, trait::open_bracket)) --open;
    if (open > 0 && is(open, trait::open_bracket) && is(open - 1, trait::noun)) begin = words_before(phrase_begin(open - 1));
  }
  party.mention = {begin, last + 1};
  bool listed = false;
  while (party.count < Party::limit && begin >= 2 && !is(begin, trait::personal)) {
    const bool joined = joins(begin - 1) || (listed && is(begin - 1, trait::comma));
    const std::uint32_t before = joined && joins(begin - 1) && is(begin - 2, trait::comma) && begin >= 3 ? begin - 3 : begin - 2;
    if (!joined || !is(before, trait::noun)) break;
    const std::uint32_t other = phrase_begin(before);
    if (party.count == 1 && other != before && is(other, trait::plural) && !is(other, trait::named) && is(before, trait::named) && is(begin, trait::named)) {
      party.heads[0] = other;  // "the embassies of Norway and Canada"
      begin = other;
      break;
    }
    if (other > 0 && is(other - 1, trait::verb | trait::preposition)) break;  // an object: "met the minister, and the army said"
    if (before + 2 != begin && other > 0 && !is(other - 1, trait::comma)) break;
    listed = true;
    begin = other;
    party.heads[party.count++] = other;
  }
  std::reverse(party.heads.begin(), party.heads.begin() + party.count);
  party.mention.begin = begin;
  if (party.count > 1) party.tail = party.heads[0] + 1;
  return party;
}

std::uint32_t Syntax::phrase_end(std::uint32_t first) const {
  std::uint32_t end = first + 1;
  while (links(end) && !is(end, trait::subordinator) && is(end + 1, trait::noun)) end += 2;
  return end;
}

// "Ana Paz, Tom Reed and Joe Hill": names alone, which no apposition is; the list's end, or `end` where there is none.
std::uint32_t Syntax::take_list(Party& party, std::uint32_t end) const {
  Party listed = party;
  std::uint32_t i = end;
  while (listed.count < Party::limit && (is(i, trait::comma) || joins(i))) {
    const bool last = joins(i) || joins(i + 1);
    const std::uint32_t name = is(i, trait::comma) && joins(i + 1) ? i + 2 : i + 1;
    if (!is(name, trait::noun) || !is(name, trait::named)) return end;
    const std::uint32_t behind = phrase_end(name);
    if (is(behind, trait::finite)) return end;  // a clause of its own
    listed.heads[listed.count++] = name;
    i = behind;
    if (!last) continue;
    if (listed.count < 3) return end;
    party = listed;
    party.tail = party.heads[0] + 1;
    return i;
  }
  return end;
}

Party Syntax::party_from(std::uint32_t first) const {
  Party party;
  if (!is(first, trait::noun)) return party;
  const bool alone = is(first, trait::personal) && !is(first + 1, trait::matter);  // "he", but "one of them"
  std::uint32_t end = alone ? first + 1 : phrase_end(first);
  if (end < passage_.size() && passage_.traits[end] == trait::known && is(end + 1, trait::comma)) ++end;  // "said one of them, Ana Paz"
  party.heads[0] = is(first + 1, trait::clitic) && is(first + 2, trait::noun) ? first + 2 : first;        // "said Reed's mate"
  party.count = 1;
  party.tail = end;
  while (party.count < Party::limit && joins(end) && is(end + 1, trait::noun) && !is(end + 1, trait::personal)) {
    const std::uint32_t behind = phrase_end(end + 1);
    if (is(behind, trait::finite)) break;  // a clause of its own
    party.heads[party.count++] = end + 1;
    end = behind;
  }
  if (party.count == 1 && is(first, trait::named)) end = take_list(party, end);
  if (is(end, trait::open_bracket)) end = behind_bracket(end);
  if (is(end, trait::comma) && is(end + 1, trait::noun) && !is(end + 1, trait::personal | trait::date) && !is_plain_clause(end + 1)) {
    std::uint32_t behind = phrase_end(end + 1);  // an apposition: "Ana Paz, head of the union"
    while (joins(behind) && is(behind + 1, trait::noun) && !is_plain_clause(behind + 1)) behind = phrase_end(behind + 1);
    if (!is(behind, trait::finite) && party.count == 1 && behind == end + 2 && is(end + 1, trait::named) &&
        !is(party.heads[0], trait::named | trait::medium | trait::report_noun)) {
      party.heads[0] = end + 1;  // "said his running mate, Ana Paz"
      party.tail = end + 2;
    }
    if (!is(behind, trait::finite)) end = behind;
  }
  if (is(end, trait::relative) || (is(end, trait::comma) && is(end + 1, trait::relative) && !is(end + 1, trait::complementizer))) {
    std::uint32_t i = end + 1;
    while (i < passage_.size() && i < end + 24 && !is(i, trait::comma | trait::stop | trait::quoted | trait::dash | trait::colon)) ++i;
    end = i;
  }
  party.mention = {first, end};
  return party;
}

// --- subjects --------------------------------------------------------------------------------------------------------

// "the head of the union", and "the Minister of Works and Housing": what is joined in one word is another field.
bool Syntax::is_one_office(const Party& party) const {
  for (std::uint32_t i = 1; i < party.count; ++i) {
    const Element& other = passage_[party.heads[i]];
    if (other.end > other.first + 1 || is(party.heads[i], trait::named)) return false;
  }
  return true;
}

Party Syntax::subject_of(std::uint32_t verb) const {
  constexpr std::uint32_t most = 8;
  std::uint32_t i = verb;
  for (std::uint32_t step = 0; step < most && i > 0; ++step) {
    if (is(i - 1, trait::adverb) && !is(i - 1, trait::noun | trait::conjunction)) {
      --i;
    } else if (is(i - 1, trait::date) && !is(i - 1, trait::noun)) {
      --i;
      if (i > 1 && links(i - 2) && (passage_.traits[i - 1] & ~trait::known) == 0) --i;  // "during the weekend"
      if (i > 0 && links(i - 1)) --i;
    } else if (i > 1 && passage_.traits[i - 1] == trait::known && is(i - 2, trait::noun) && (i == 2 || !is(i - 3, trait::comma))) {
      --i;  // "One of them said"
    } else if (i < verb && i > 1 && is(i - 1, trait::participle) && is(i - 2, trait::noun) && !is(i - 2, trait::personal)) {
      --i;  // "A poll released this week found"
    } else if (is(i - 1, trait::close_bracket)) {
      std::uint32_t open = i - 1;
      while (open > 0 && open + 12 > i && !is(open, trait::open_bracket)) --open;
      if (!is(open, trait::open_bracket)) return {};
      i = open;
    } else {
      break;
    }
  }
  if (i == 0) return {};
  std::uint32_t last = i - 1;
  if (is(last, trait::relative)) {
    if (last == 0) return {};
    --last;
    if (last > 0 && is(last, trait::comma | trait::dash | trait::open_bracket)) --last;
    if (!is(last, trait::noun)) return {};
    Party party = party_ending(last);
    if (party.count == 1 && is(last, trait::somebody) && (is(last - 1, trait::agent) || !is(party.heads[0], trait::somebody | trait::named))) {
      party.heads[0] = last;  // "found in the Han River by a fisherman, who", "the objections of Democrats who": no river, no objections
      party.mention.begin = last;
    }
    party.pronoun = {i - 1, i};
    return party;
  }
  if (is(last, trait::noun)) {
    Party party = party_ending(last);
    const std::uint32_t begin = party.mention.begin;
    // "The head of the union, Ana Paz, said" is told by the comma; here the phrase stands at the verb.
    return begin > 0 && is(begin - 1, trait::source) ? Party{} : party;
  }
  if (last < 2 || !is(last, trait::comma | trait::dash)) return {};
  const Party before = before_aside(last);
  const bool name = is(last - 1, trait::noun) && is(last - 1, trait::named) && is(last - 2, trait::comma);
  return before.found() || !name ? before : party_ending(last - 1);  // "The fiscal-general, Ana Paz, said": whatever that is
}

Party Syntax::joined_subject(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 16;
  std::uint32_t i = verb;
  while (i > 0 && is(i - 1, trait::adverb) && !is(i - 1, trait::noun | trait::conjunction)) --i;
  if (i == 0 || !is(i - 1, trait::conjunction)) return {};
  for (--i; i-- > 0 && i + longest > verb && !is(i, trait::stop | trait::quoted | trait::complementizer);) {
    if (!is(i, trait::finite) || is(i, trait::passive | trait::noun_too)) continue;
    const Party party = subject_of(i);
    if (!party.found() || !party.pronoun.empty()) continue;
    const std::uint32_t begin = party.mention.begin;
    const bool opens = begin == 0 || is(begin - 1, trait::stop | trait::comma);
    return opens ? party : Party{};
  }
  return {};
}

Party Syntax::main_subject(std::uint32_t at) const {
  for (std::uint32_t i = clause_begin(at); i < at; ++i) {
    if (!is(i, trait::finite)) continue;
    const Party party = subject_of(i);
    if (party.found() && (party.mention.begin == 0 || !is(party.mention.begin - 1, trait::subordinator | trait::relative))) return party;
  }
  return {};
}

// --- clauses ---------------------------------------------------------------------------------------------------------

std::uint32_t Syntax::behind_bracket(std::uint32_t open) const {
  for (std::uint32_t i = open + 1; i < passage_.size() && i < open + 24; ++i) {
    if (is(i, trait::close_bracket)) return i + 1;
  }
  return open;
}

// "the tone -- an outrage -- of the campaign": behind what a pair of dashes encloses; the dash itself where it has no other.
std::uint32_t Syntax::behind_dashes(std::uint32_t dash) const {
  for (std::uint32_t i = dash + 1; i < passage_.size() && i < dash + 24 && !is(i, trait::stop | trait::colon); ++i) {
    if (is(i, trait::dash)) return i + 1 < passage_.size() && !is(i + 1, trait::stop) ? i + 1 : dash;
  }
  return dash;
}

bool Syntax::says_no_thing(std::uint32_t gerund) const {
  constexpr Traits speaks = trait::somebody | trait::named | trait::personal | trait::medium | trait::report_noun;
  return is(gerund - 1, trait::noun) && !is(gerund - 1, speaks) && (is(gerund + 1, trait::complementizer) || is_plain_clause(gerund + 1));
}

bool Syntax::is_attribution(std::uint32_t first) const {
  if (is(first, trait::report) && is(first, trait::finite)) return is(first + 1, trait::noun);
  if (!is(first, trait::noun)) return false;
  std::uint32_t i = phrase_end(first);
  while (is(i, trait::adverb) && !is(i, trait::verb)) ++i;
  return is(i, trait::report) && is(i, trait::finite) && !is(i, trait::passive);
}

// "said he was afraid and wanted to go", "said it would not pay but was talking to banks", "said they are late and want to go":
// a second verb of what is reported, and no second report. An attitude behind a statement, or another tense than the cue's.
bool Syntax::is_of_report(std::uint32_t first, std::uint32_t verb, bool comma) const {
  constexpr std::uint32_t near = 6;
  std::uint32_t behind = verb + 1;
  while (is(behind, trait::adverb) && !is(behind, trait::verb)) ++behind;
  if (is(behind, trait::complementizer)) return false;
  if (!comma && is(verb, trait::attitude | trait::progressive)) return true;
  std::uint32_t cue = first;
  while (cue > 0 && cue + near > first && !is(cue, trait::report)) --cue;
  if (!is(cue, trait::report) || !is(cue, trait::past) || is(cue, trait::present | trait::progressive)) return false;
  return !comma && is(verb, trait::present) && !is(verb, trait::past | trait::progressive);
}

// "…, she said, …": an attribution that nothing stands behind.
bool Syntax::is_aside(std::uint32_t attribution) const {
  std::uint32_t i = attribution;
  while (i < passage_.size() && !is(i, trait::report)) ++i;
  return is(i + 1, trait::comma | trait::stop | trait::dash | trait::close_bracket) || i + 1 >= passage_.size();
}

// Where an aside that opens at `first` ends: at a comma, or where something else breaks it off.
std::uint32_t Syntax::aside_end(std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t longest = 12;
  std::uint32_t behind = first + 1;
  while (behind < end && behind < first + longest && !is(behind, trait::comma | trait::stop | trait::quoted)) ++behind;
  return behind;
}

// "said they had lost it, but “the offers were bad”", "…, which led to “a farce”": quoted words that no other word for saying
// brings are of the same report.
bool Syntax::quotes_on(std::uint32_t next) const {
  constexpr std::uint32_t longest = 24;
  for (std::uint32_t i = next; i < next + longest && !is(i, trait::stop | trait::colon | trait::dash); ++i) {
    if (is(i, trait::report | trait::stance | trait::source | trait::report_noun)) return false;
    if (is(i, trait::quoted)) return true;
  }
  return false;
}

// Does a bracket with a relative clause in it open shortly before?
bool Syntax::opens_relative_bracket(std::uint32_t at) const {
  constexpr std::uint32_t reach_back = 8;
  for (std::uint32_t i = at; i > 0 && i + reach_back > at; --i) {
    if (is(i - 1, trait::open_bracket)) return is(i, trait::relative);
  }
  return false;
}

std::uint32_t Syntax::clause_end(std::uint32_t first) const {
  const std::uint32_t end = std::min(passage_.size(), first + reach);
  bool verb = false;    // since the last conjunction
  bool clause = false;  // a finite verb so far
  bool main = false;    // one that is of no relative clause
  bool relates = false;
  for (std::uint32_t i = first; i < end; ++i) {
    if (is(i, trait::dash) && i > first) {
      const std::uint32_t behind = behind_dashes(i);
      const bool adds = (is(i + 1, trait::gerund) && !is(i + 1, trait::report)) || (is(i + 1, trait::quoted) && !is(i + 1, trait::speech));
      if (behind == i && !adds) return i;                                                           // "one aim - keeping the port open"
      if (is(i + 1, trait::quoted) && is(i + 1, trait::speech) && is_attribution(i + 2)) return i;  // said it was late - “We wait,” she said - and left
      if (behind != i) i = behind - 1;
      continue;
    }
    if (is(i, trait::stop | trait::colon | trait::dash)) return i;
    if (is(i, trait::close_bracket) && opens_relative_bracket(first)) return i;  // "(who says he will run) left"
    verb |= is(i, trait::verb);
    clause |= is(i, trait::finite);
    main |= is(i, trait::finite) && !relates;
    relates = (relates && !is(i, trait::comma)) || (is(i, trait::relative) && i > first && is(i - 1, trait::noun));
    if (is(i, trait::open_bracket)) {
      const std::uint32_t behind = behind_bracket(i);
      if (behind == i) return i;
      i = behind - 1;
      continue;
    }
    const std::uint32_t stop = is(i, trait::comma_inside) ? i + 1 : i;  // “a farce,” and: the comma belongs to the words
    if (i == first && stop == i) continue;
    if (is(i, trait::source)) return is(i - 1, trait::comma) ? i - 1 : i;
    // "urged both to be patient | saying that the county had": it is no patience that says it
    if (is(i, trait::gerund) && is(i, trait::report) && says_no_thing(i)) return i;
    // Behind "despite" the report itself goes on, more often than not.
    if (is(i, trait::clause_break) && is(i, trait::preposition) && !is(i, trait::conjunction | trait::relative) && !is(i + 1, trait::gerund)) return i;
    const bool comma = is(i, trait::comma | trait::comma_inside);
    if (!comma && !is(i, trait::conjunction)) continue;
    if (comma && !clause && i > first + 1 && is(i - 1, trait::measure) && is(i - 2, trait::comma)) continue;  // "Reed, 34, described it"
    std::uint32_t next = i + 1;
    if (comma && is(next, trait::conjunction)) {
      std::uint32_t behind = next + 1;
      while (is(behind, trait::adverb) && !is(behind, trait::verb | trait::noun)) ++behind;
      if (is(behind, trait::complementizer) && is_clause(behind + 1)) {  // "that A, but that B"
        i = behind;
        continue;
      }
      if (is(next, trait::clause_break) && (!clause || !is(behind, trait::finite) || is(behind, trait::report)) && !quotes_on(next)) return stop;
      ++next;
    }
    while (is(next, trait::adverb) && !is(next, trait::verb | trait::noun)) ++next;
    if (comma && !clause && is(next, trait::clause_break | trait::subordinator) && !is(next, trait::relative | trait::complementizer)) {
      const std::uint32_t behind = aside_end(next, end);  // "the plan, while old, was good"
      if (is(behind, trait::comma) && is(behind + 1, trait::finite)) {
        i = behind;
        continue;
      }
    }
    if (comma && is(next, trait::relative) && !is(next, trait::complementizer)) {
      // "gas, which leaks there, was the cause": the clause goes on behind the aside.
      const std::uint32_t behind = aside_end(next, end);
      constexpr Traits reported = trait::complementizer | trait::quoted | trait::noun | trait::question_word | trait::infinitive | trait::comma | trait::colon;
      const bool reports = is(behind + 1, trait::report) && is(behind + 2, reported);  // "had argued often" reports nothing
      // “falls short”; "the driver, who survived, had told them": a subject whose verb is yet to come.
      const bool goes_on = is(behind + 1, trait::finite) ? !reports || !clause : !clause && is(behind + 1, trait::quoted);
      if (is(behind, trait::comma) && goes_on) {
        i = behind;
        continue;
      }
    }
    if (comma && is(next, trait::clause_break) && !is(next, trait::conjunction) && !quotes_on(next)) return stop;
    if (comma && clause && !main && is(next, trait::finite) && !is(i + 1, trait::conjunction)) continue;  // "Reed, a man who lies, held two cards"
    const bool reports = is(next, trait::report) && !is(next, trait::modality) && (is(next, trait::finite) || (is(next, trait::gerund) && comma));
    if (reports && !(clause && is(next, trait::finite) && is_of_report(first, next, comma))) return stop;
    if ((verb || comma || !is(next, trait::noun)) && is_attribution(next)) {                         // "he and Ruiz promised" is one clause
      const bool adjunct = comma && !clause && is(first, trait::preposition | trait::subordinator);  // "that after the vote, Ruiz called her"
      if (!adjunct || is_aside(next)) return stop;
    }
    if (!comma) verb = false;
  }
  return end;
}

std::uint32_t Syntax::object_end(std::uint32_t first) const {
  std::uint32_t end = object_reach(first);
  while (end > first + 1 && links(end - 1) && !is(end - 1, trait::adverb)) --end;  // "thanked residents | for being civil"
  return end;
}

std::uint32_t Syntax::object_reach(std::uint32_t first) const {
  const std::uint32_t end = clause_end(first);
  bool clause = false;  // a relative clause of the object
  for (std::uint32_t i = first + 1; i < end; ++i) {
    if (is(i, trait::comma)) {
      const bool aside = is(i + 1, trait::noun) && !is(i + 1, trait::personal | trait::date) && !is_plain_clause(i + 1);
      if (!aside) return i;
    }
    if (is(i, trait::relative)) clause = true;
    if (is(i, trait::subordinator) && !is(i, trait::relative | trait::complementizer)) return i;
    if (is(i, trait::preposition) && (is(i + 1, trait::medium) || (is(i + 1, trait::date) && !is(i + 1, trait::noun)))) return i;
    if (is(i, trait::preposition) && i == first + 1 && is(first, trait::personal) && !is(i, trait::matter)) return i;
    if (is(i, trait::preposition) && !is(i, trait::matter) && is(i + 1, trait::gerund | trait::date) && !is(i, trait::relative)) return i;
    if (is(i, trait::date) && !is(i, trait::noun) && !is(i - 1, trait::clitic)) return i;
    if (is(i, trait::conjunction) && (is(i + 1, trait::verb) || is(i + 1, trait::clause_break))) return i;
    if (is(i, trait::finite) && !clause && !is(i, trait::noun_too | trait::participle) && !is(i + 1, trait::agent)) return i;
  }
  return end;
}

std::uint32_t Syntax::predicate_end(std::uint32_t first) const {
  const std::uint32_t end = clause_end(first);
  bool clause = false;
  for (std::uint32_t i = first + 1; i < end; ++i) {
    const bool comma = is(i, trait::comma | trait::comma_inside);
    const std::uint32_t stop = is(i, trait::comma_inside) ? i + 1 : i;
    std::uint32_t next = i + 1;
    if (comma && is(next, trait::conjunction)) ++next;
    if (comma && is(next, trait::gerund)) return stop;
    if (is(i, trait::comma_inside) && (is(next, trait::noun) || (next < end && passage_.traits[next] == trait::known)))
      return stop;  // called it “a farce,” a word that she had used before
    if (!clause && (comma || joins(i)) && is(next, trait::verb) && !is(next, trait::infinitive | trait::noun_too)) return stop;
    if (comma && is_plain_clause(next)) return stop;
    clause |= is(i, trait::relative | trait::subordinator);
  }
  return end;
}

std::uint32_t Syntax::sentence_end(std::uint32_t at) const {
  std::uint32_t i = at;
  while (i < passage_.size() && i < at + reach && !is(i, trait::stop)) ++i;
  return i;
}

std::uint32_t Syntax::clause_begin(std::uint32_t at) const {
  std::uint32_t i = at;
  while (i > 0 && at - i < reach && !is(i - 1, trait::stop | trait::colon)) {
    if (is(i - 1, trait::open_bracket) && behind_bracket(i - 1) > at) break;
    --i;
  }
  return i;
}

bool Syntax::is_plain_clause(std::uint32_t first) const {
  if (!is(first, trait::noun)) return false;
  std::uint32_t i = phrase_end(first);
  const std::uint32_t near = i + 4;
  while (i < near) {  // "the court on Monday | found"
    if ((is(i, trait::adverb) && !is(i, trait::verb | trait::noun)) || (is(i, trait::date) && !is(i, trait::noun))) {
      ++i;
    } else if (links(i) && is(i + 1, trait::date) && !is(i + 1, trait::noun)) {
      i += 2;
    } else {
      break;
    }
  }
  return is(i, trait::finite) || is_quoted_predicate(i);
}

bool Syntax::is_subject_with_aside(std::uint32_t first) const {
  constexpr std::uint32_t longest = 20;
  if (!is(first, trait::noun) || !is(phrase_end(first), trait::comma)) return false;
  for (std::uint32_t i = first + 1; i < first + longest && !is(i, trait::stop | trait::quoted | trait::colon); ++i) {
    if (is(i, trait::finite) && is(i - 1, trait::comma)) return subject_of(i).mention.begin == first;
  }
  return false;
}

// A modal whose verb is quoted: would “look into it”, could not “make deals”.
bool Syntax::is_quoted_predicate(std::uint32_t i) const {
  if (!is(i, trait::auxiliary)) return false;
  while (is(i + 1, trait::adverb | trait::auxiliary) && !is(i + 1, trait::verb | trait::noun)) ++i;
  return is(i + 1, trait::quoted);
}

bool Syntax::is_clause_of_that(std::uint32_t first) const { return is_plain_clause(first) || (is(first, trait::finite) && is(first, trait::copula)); }

bool Syntax::is_clause(std::uint32_t first) const {
  constexpr std::uint32_t longest = 24;
  bool noun = false;
  bool comma = false;  // an aside has opened
  bool verb = false;   // of a relative clause
  for (std::uint32_t i = first; i < passage_.size() && i < first + longest; ++i) {
    if (is(i, trait::stop | trait::colon)) return false;
    if (noun && is(i, trait::comma) && !verb && !is(first, trait::quoted)) {
      if (!comma && is(i + 1, trait::conjunction) && !is(i + 1, trait::subordinator) && is_plain_clause(i + 2))
        return false;  // "keeps a wide lead, and his show was"
      if (is(i + 1, trait::finite) && !is(i + 1, trait::participle) && !comma && !is(i - 1, trait::close_bracket))
        return false;                                                                                                    // "who keeps a lead, was pleased"
      if (is(i + 1, trait::complementizer) && !is(first, trait::preposition) && is_clause_of_that(i + 2)) return false;  // "citing friends, that it was"
    }
    comma |= is(i, trait::comma);
    verb |= is(i, trait::finite);
    if (is(i, trait::comma) && i > first && is(i + 1, trait::gerund) && is(i + 1, trait::report)) return false;   // "rejected the charge, saying"
    if (noun && is(i, trait::comma) && is(i + 1, trait::subordinator | trait::relative | trait::clause_break)) {  // "the plan, while old, was good"
      std::uint32_t close = i + 1;
      while (close < first + longest && close < passage_.size() && !is(close, trait::comma | trait::stop | trait::quoted)) ++close;
      if (is(close, trait::comma)) i = close;
      continue;
    }
    if (noun && is(i, trait::quoted) && is(i - 1, trait::noun)) return true;                                      // the plant “is safe”
    if (noun && is_quoted_predicate(i)) return true;                                                              // they would “look into” it
    if (is(i, trait::noun) || (i == first && is(i, trait::quoted))) noun = true;                                  // “Boots on the ground” would be right
    if (is(i, trait::subordinator) && i > first && is(i - 1, trait::comma) && is(i + 1, trait::comma)) continue;  // "in all, though, it works"
    if (is(i, trait::subordinator) && !is(i, trait::preposition)) return false;
    if (noun && !verb && !comma && is(i, trait::conjunction) && is(i + 1, trait::finite) && !is(i + 1, trait::noun_too) && !is(first, trait::quoted))
      return false;                                                                                         // "confirmed the raid but put the toll at six"
    if (noun && is(i, trait::relative) && is(i - 1, trait::noun) && is(i + 1, trait::quoted)) return true;  // those who “play with fire”
    if (!is(i, trait::finite)) continue;
    if (i == first && is(i, trait::copula) && passage_[i].end > passage_[i].first + 1) return true;  // "there were no survivors"
    std::uint32_t before = i;
    while (before > first && is(before - 1, trait::adverb) && !is(before - 1, trait::noun)) --before;
    if (before > first && is(before - 1, trait::relative)) continue;
    return noun || i > first;
  }
  return false;
}

}  // namespace gazette::facts
