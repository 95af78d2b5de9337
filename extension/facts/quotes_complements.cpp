#include "facts/quotes_complements.h"

#include <algorithm>

namespace gazette::facts {

namespace class_id = lexicon::class_id;

// Is an element part of what another attribution reports? "She said she hopes to win" is her one statement.
bool Complements::is_reported(std::uint32_t i) const {
  constexpr std::size_t near = 16;  // attributions
  for (std::size_t k = reported_.size(); k-- > first_ && k + near >= reported_.size();) {
    if (reported_[k].content.begin <= i && i < reported_[k].content.end) return true;
  }
  return false;
}

// "She demanded that the army explain why": what is to be done, told by the verb's form, has not been.
bool Complements::is_demanded(const Attribution& made) const {
  const std::uint32_t cue = made.cue.begin;
  const std::uint32_t head = made.party.heads[0];
  const bool base = is_class(cue, class_id::VERB_BASE) && !is(cue, trait::past) && is(cue, trait::finite) && passage_[cue].end == passage_[cue].first + 1;
  const bool one = is(head, trait::named) || is_class(head, class_id::NOUN_SINGULAR);
  if (!base || !one || made.party.count != 1 || is_class(head, class_id::NOUN_PLURAL) || made.party.mention.begin == 0 ||
      !is(made.party.mention.begin - 1, trait::complementizer))
    return false;
  const std::uint32_t that = made.party.mention.begin - 1;  // "said that Liverpool say": no demand
  constexpr std::size_t near = 16;                          // attributions
  for (std::size_t k = reported_.size(); k-- > first_ && k + near >= reported_.size();) {
    if (reported_[k].content.begin != that + 1) continue;
    const std::string_view act = act_of(document_.grammar->lexicon(), reported_[k].word, class_id::REPORT_VERB);
    return act == "demand" || act == "ask";
  }
  return false;
}

// "censured Ruiz for saying that": who is blamed or thanked for it has said it. "Apologised to Ruiz for saying" is another's.
Party Complements::charged_before(std::uint32_t gerund) const {
  if (gerund < 3 || !is_class(gerund - 1, class_id::CHARGE_LINK) || !is(gerund - 2, trait::noun) || !is(gerund - 2, trait::somebody | trait::named)) return {};
  const Party party = syntax_.party_ending(gerund - 2);
  const std::uint32_t begin = party.mention.begin;
  return begin > 0 && is(begin - 1, trait::verb) && !is(begin - 1, trait::passive | trait::copula) ? party : Party{};
}

// What stands between a cue and its complement: when, where and to whom it was said. Returns where it ends.
std::uint32_t Complements::circumstances(std::uint32_t i, Attribution& made, bool pass_nouns) const {
  for (std::uint32_t step = 0; step < 6; ++step) {
    if ((plain_adverb(i) && !is(i + 1, trait::finite)) || (is(i, trait::date) && !is(i, trait::noun) && !is_class(i + 1, class_id::CLITIC))) {
      ++i;
    } else if (links(i) && is(i + 1, trait::date)) {
      i += 2;
    } else if (links(i) && is(i + 1, trait::noun)) {
      if (is(i + 1, trait::medium)) {
        made.via = {i + 1, i + 2};
        i += 2;
      } else if (pass_nouns) {
        i += 2;
      } else {
        break;
      }
    } else if (links(i) && is(i + 1, trait::quoted) && pass_nouns && !is(i + 1, trait::speech)) {
      i += 2;  // on "This Week"
    } else {
      break;
    }
  }
  return i;
}

bool Complements::behind(Attribution& made, const Use& use) {
  const std::uint32_t near = circumstances(made.cue.end, made, false);
  if ((use.takes & takes_as) != 0 && relative(made, use, near)) return true;
  if (complement(made, use, near)) return true;
  const std::uint32_t far = circumstances(near, made, true);
  const bool relates = far != near && is(far - 1, trait::noun) && is(far + 1, trait::finite) &&  // "said in a speech that lasted two hours"
                       (is(far, trait::complementizer) || (is(far, trait::relative) && is(far - 1, trait::somebody)));
  if (far != near && !relates && ((use.takes & takes_of) == 0 || is(far, trait::complementizer | trait::quoted)) && complement(made, use, far) &&
      (made.frame != Frame::bare || (made.strength >= 0.7F && !is_thing(made.party))))
    return true;
  // "Writing for the court, Ruiz found", "In the letter, which he himself read in court, Ruiz called"
  std::uint32_t subject = made.party.mention.begin;
  if (subject > 0 && is_class(subject, class_id::REFLEXIVE)) --subject;
  const bool occasion = is(made.cue.begin, trait::gerund) || (subject > 0 && is(subject - 1, trait::relative));
  if (!occasion && far > made.cue.end && is(far, trait::comma) && (use.takes & takes_that) != 0 && made.strength >= 0.7F && syntax_.is_plain_clause(far + 1))
    return set_bare(made, far + 1);  // "said in its report, X"
  if ((is_class(near, class_id::REPORT_LINK)) && (use.takes & (takes_of | takes_for)) != 0) {
    made.frame = Frame::matter;
    made.content = {near + 1, syntax_.clause_end(near + 1)};
    return true;
  }
  return relative(made, use, near) || late_clause(made, use, far) || late_quotation(made, use, near) || topic(made, use, near) || any_clause(made, use, near);
}

// "the experiment repeated with an animal they had not met": what neither speaks nor is written.
bool Complements::is_thing(const Party& party) const {
  if (!party.found()) return false;
  const std::uint32_t head = party.heads[0];
  return !is(head, trait::somebody | trait::named | trait::personal | trait::medium | trait::report_noun | trait::measure) &&
         !is_class(head, class_id::INSTITUTION) && !is_class(head, class_id::ACTOR_NOUN) && !is_class(head, class_id::VICTIM) &&
         !is_class(head, class_id::COUNTED);
}

// "said about half were gone", "said having him there helps", "said each year of school counts": what follows a verb for
// nothing but saying is said, whatever it opens with, if it holds a verb.
bool Complements::any_clause(Attribution& made, const Use& use, std::uint32_t at) const {
  constexpr float always = 0.95F;
  if (made.strength < always || (use.takes & takes_that) == 0 || !made.party.found()) return false;
  const std::uint32_t begin = at > made.cue.end && is_class(at, class_id::OF_MARK) && is(at - 1, trait::date) ? made.cue.end : at;
  const bool near = begin == made.cue.end;
  const bool opens =
      begin != at ||
      (near && is(begin, trait::verb) && !is(begin, trait::infinitive) && (!is(begin, trait::participle | trait::passive) || is(begin, trait::noun_too))) ||
      (is_class(begin, class_id::APPROXIMATELY) && is(begin + 1, trait::noun) && !is(begin + 1, trait::named | trait::personal) &&
       !document_.is_at(passage_[begin + 1].first, class_id::DETERMINER)) ||
      (is(begin, trait::clause_break) && is(begin, trait::preposition));
  if (!opens && near && is(begin, trait::subordinator) && !is(begin, trait::preposition | trait::relative | trait::complementizer) &&
      set(made, Frame::bare, begin)) {
    for (std::uint32_t i = begin + 1; i < made.content.end; ++i) {
      if (is(i, trait::comma) && (syntax_.is_plain_clause(i + 1) || is(i + 1, trait::quoted))) return true;  // "said because it rained, they left"
    }
  }
  if (!opens) return false;
  const std::uint32_t end = syntax_.clause_end(begin);
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    if (is(i, trait::finite)) return set(made, Frame::bare, begin);
  }
  return false;
}

// Said in Lima, the capital, that X; said – on Twitter, as it happens – that X.
bool Complements::late_clause(Attribution& made, const Use& use, std::uint32_t at) const {
  constexpr std::uint32_t longest = 16;
  if ((use.takes & takes_that) == 0) return false;
  std::uint32_t behind = at;
  if (is(at, trait::comma | trait::dash) && (is(at, trait::dash) || is(at + 1, trait::relative | trait::subordinator | trait::gerund | trait::preposition)))
    behind = behind_aside(at);
  if (behind != at && is(behind, trait::complementizer)) return set(made, Frame::clause, behind + 1);
  for (std::uint32_t i = at; i < at + longest && !is(i, trait::stop | trait::quoted | trait::colon); ++i) {
    const bool aside =
        is(i, trait::participle | trait::passive) && i > 0 &&
        is(i - 1, trait::comma | trait::medium | trait::report_noun);  // "in the complaint, filed in Lima, that", "in a letter signed by Ruiz, that"
    const bool occasion = is(i, trait::gerund) && i > 0 && is(i - 1, trait::preposition);  // "said during taping of the show, that"
    if (is(i, trait::verb) && !aside && !occasion) break;
    if (is(i, trait::complementizer) && i > at && is(i - 1, trait::comma | trait::dash)) return set(made, Frame::clause, i + 1);
  }
  return false;
}

// Behind what two marks of a kind enclose: "Paz[, who is third,] to lay out"; `mark` where no second follows.
std::uint32_t Complements::behind_aside(std::uint32_t mark) const {
  constexpr std::uint32_t longest = 20;
  const Traits kind = passage_.traits[mark] & (trait::comma | trait::dash);
  for (std::uint32_t i = mark + 1; i < mark + longest && !is(i, trait::stop | trait::quoted | trait::colon); ++i) {
    if (is(i, kind)) return i + 1;
  }
  return mark;
}

// A rule that he said would fail; what he called a farce.
bool Complements::relative(Attribution& made, const Use& use, std::uint32_t at) const {
  const std::uint32_t begin = made.party.mention.begin;
  if (made.shared || !made.party.found() || begin == 0 || !is(begin - 1, trait::relative | trait::complementizer | trait::question_word | trait::noun))
    return false;
  if (begin > 1 && is(begin - 1, trait::relative) && links(begin - 2)) return false;  // "messages in which he called her"
  if ((use.takes & takes_that) != 0 && is(at, trait::finite)) {
    std::uint32_t end = at + 1;
    for (const std::uint32_t stop = syntax_.clause_end(at); end < stop && !is(end, trait::comma);) ++end;
    made.frame = Frame::relative;
    made.content = {at, end};
    return true;
  }
  if ((use.takes & takes_as) == 0 || !is(begin - 1, trait::question_word)) return false;
  const std::uint32_t first = is_class(at, class_id::PREDICATIVE) ? at + 1 : at;
  if (!is(first, trait::noun)) return false;
  made.frame = Frame::relative;
  made.content = {first, syntax_.object_end(first)};
  return true;
}

// What is condemned, praised, proposed: “criticised the plan”, “spoke about the plan”.
bool Complements::topic(Attribution& made, const Use& use, std::uint32_t at) const {
  if (!made.party.found() || is_reported(made.cue.begin)) return false;
  std::uint32_t i = at;
  const bool about = is_class(i, class_id::TOPIC_LINK) && (use.takes & takes_about) != 0;
  if (about) {
    constexpr float barely = 0.2F;
    if (made.strength < barely && !is(i + 1, trait::gerund) && is(made.cue.begin, trait::finite) && is_class(made.cue.begin, class_id::VERB_ING))
      return false;  // "the minister was speaking of the truce": what somebody's words were about
    ++i;
  } else if ((use.takes & (takes_topic | takes_matter)) == 0) {
    return false;
  }
  const std::uint32_t opening = i;
  if (!about && is(i, trait::quoted) && i == made.cue.end) {  // paid tribute to “a creative force”
    made.frame = Frame::fragment;
    made.content = {i, i + 1};
    return true;
  }
  if (is(i, trait::complementizer) && is(i + 1, trait::noun)) ++i;  // "rejected that account"
  if (is(i, trait::date) || !is(i, trait::noun | trait::gerund)) return false;
  if (!about && (use.takes & takes_topic) == 0 && is(i, trait::somebody) && !is(i, trait::medium | trait::report_noun) && !is(i + 1, trait::clitic))
    return false;                                                           // "dismissed 14 officers", but "denied the reports"
  const std::uint32_t as = is(i, trait::noun) ? syntax_.phrase_end(i) : i;  // "referred to him as “a friend”"
  if (!about && is_class(as, class_id::PREDICATIVE) && is(as + 1, trait::noun | trait::quoted) && !syntax_.is_plain_clause(as + 1))
    return described(made, use, i, as);
  if (is(i, trait::personal)) return false;  // "denied it" reports nothing that anyone could read
  std::uint32_t end = is(i, trait::noun) ? syntax_.object_end(i) : syntax_.clause_end(i);
  if (is(end, trait::preposition) && is(end + 1, trait::medium)) made.via = {end + 1, end + 2};
  while (end > i + 1 && plain_adverb(end - 1)) --end;
  if (about && end == i + 1 && is(i, trait::noun)) return false;  // "spoke about the truce": what was said of it, nobody reads
  while (i > made.cue.end && is(i, trait::noun) && is_class(i - 1, class_id::ADJECTIVE) && !is(i - 1, trait::preposition)) --i;  // "ruled out early polls"
  made.frame = Frame::topic;
  made.content = {std::min(opening, i), end};
  return true;
}

bool Complements::set(Attribution& made, Frame frame, std::uint32_t begin) const {
  // "responding to protests | and violence have killed": goes on with what is responded to
  if (frame == Frame::bare && begin > made.cue.end && is(begin, trait::conjunction) && !is(begin, trait::noun | trait::verb)) return false;
  made.frame = frame;
  made.content = {begin, syntax_.clause_end(begin)};
  const bool clause = frame == Frame::clause || frame == Frame::bare;  // "said that being late was no crime"
  if (!clause && is(begin, trait::infinitive | trait::gerund)) made.content.end = before_clause_beside(made.content);
  for (std::uint32_t i = begin + 1; is(begin, trait::infinitive) && i < made.content.end; ++i) {  // "declined to comment | when asked"
    if (is_class(i, class_id::OCCASION) && is(i, trait::question_word) && is(i + 1, trait::participle | trait::passive)) made.content.end = i;
  }
  return !made.content.empty();
}

// "Vowed to stay | and the army left", "accused of lying, | and the army left": no clause of its own belongs to what is to be
// done, or to a deed.
std::uint32_t Complements::before_clause_beside(Range content) const {
  const bool to_be_done = is(content.begin, trait::infinitive);
  for (std::uint32_t i = content.begin + 1; i < content.end; ++i) {
    if (is(i, trait::relative | trait::complementizer | trait::question_word)) break;
    const bool comma = is(i, trait::comma);
    const bool but = is(i, trait::clause_break) && !(to_be_done && is(i + 1, trait::copula));  // "promised to call | but had not"
    if (!comma && (!is(i, trait::conjunction) || but)) continue;
    const std::uint32_t next = comma && is(i + 1, trait::conjunction) ? i + 2 : i + 1;
    if (syntax_.is_plain_clause(next) || (to_be_done && is(next, trait::copula))) return i;
    if (comma && to_be_done && is(next, trait::finite | trait::gerund | trait::subordinator) && !syntax_.quotes_on(next)) return i;
  }
  return content.end;
}

// "While he denied the charge, | the court heard", "those who vowed to stay | were few": the sentence goes on behind
// a clause that is a part of it. Returns where what is reported in it ends.
std::uint32_t Complements::before_main_clause(const Attribution& made) const {
  const Range content = made.content;
  const std::uint32_t begin = made.party.mention.begin;
  std::uint32_t before = made.cue.begin;
  while (before > 0 && is(before - 1, trait::adverb) && !is(before - 1, trait::noun | trait::conjunction)) --before;
  if (before > 1 && is(before - 1, trait::relative) && is(before - 2, trait::comma)) {  // "Ruiz, who said that X, left"
    for (std::uint32_t i = content.begin + 1; i < content.end; ++i) {
      if (is(i, trait::comma) && is(i + 1, trait::finite)) return i;
    }
    return content.end;
  }
  if (before > 0 && is(before - 1, trait::relative)) {
    const std::uint32_t allowed = is(content.begin, trait::verb) || made.frame == Frame::topic ? 1 : 2;
    std::uint32_t verbs = is(content.begin, trait::verb) ? 1 : 0;
    for (std::uint32_t i = content.begin; i < content.end; ++i) {
      if (i > content.begin && is(i, trait::relative | trait::conjunction | trait::subordinator | trait::complementizer | trait::comma)) break;
      if (is(i, trait::finite) && !is(i, trait::noun_too) && ++verbs > allowed) return i;
    }
    return content.end;
  }
  if (begin > 0 && is(begin - 1, trait::subordinator) && !is(begin - 1, trait::relative | trait::complementizer)) {
    std::uint32_t opening = begin - 1;  // "years after", "last month, when"
    while (opening > 0 && is(opening - 1, trait::date | trait::adverb)) --opening;
    if (opening == 0 || is(opening - 1, trait::stop | trait::conjunction | trait::comma)) return before_clause_behind(content);
  }
  return content.end;
}

// "Amid reports that the king was ill, | markets fell"
std::uint32_t Complements::before_clause_behind(Range content) const {
  for (std::uint32_t i = content.begin + 1; i < content.end; ++i) {
    if (is(i, trait::comma) && (syntax_.is_plain_clause(i + 1) || syntax_.is_subject_with_aside(i + 1))) return i;
  }
  return content.end;
}

// "Her claim that the army had fled | was false": the second verb is that of the claim.
std::uint32_t Complements::before_second_verb(Range content) const {
  std::uint32_t verbs = is(content.begin, trait::infinitive | trait::gerund) ? 1 : 0;
  for (std::uint32_t i = content.begin; i < content.end; ++i) {
    if (!is(i, trait::finite) || i == content.begin) continue;
    std::uint32_t before = i - 1;  // "teenagers who apparently were trying"
    while (before > content.begin && plain_adverb(before)) --before;
    if (!is(before, trait::relative | trait::conjunction) && ++verbs == 2) return i;
  }
  return content.end;
}

// "said that it rained"; "says that is wrong": "that" is the subject of the verb behind it, and of a relative clause behind
// a noun; "echoed that promise", "rejected that, too": it points at something.
bool Complements::that_clause(Attribution& made, std::uint32_t that) const {
  const std::uint32_t first = that + 1;
  if (!set(made, Frame::clause, first)) return false;
  std::uint32_t finite = 0;
  bool verb = false;
  for (std::uint32_t i = first; i < made.content.end; ++i) {
    finite += is(i, trait::finite) ? 1 : 0;
    verb |= is(i, trait::verb | trait::quoted);
  }
  const bool there = is(first, trait::copula) && document_.is_at(passage_[first].first, class_id::ADVERB);  // "that there were none"
  const bool modifies = is(first, trait::participle) && links(first + 1);                                   // "that based on this, they left"
  if (is(first, trait::finite) && !is(first, trait::noun_too) && !there && !modifies && (finite == 1 || is(first, trait::copula | trait::modality)))
    return (that == made.cue.end || is(that - 1, trait::personal)) && (made.strength >= 0.7F || is(first, trait::copula | trait::modality)) &&
           set(made, Frame::bare, that);
  if (finite == 0 && is_class(first, class_id::PREDICATIVE)) return false;  // "described that as “a farce”"
  constexpr std::uint32_t short_phrase = 5;
  std::uint32_t noun = first;
  while (noun < made.content.end && !is(noun, trait::noun)) ++noun;
  if (verb || noun >= passage_.size()) return verb;
  const bool determined = document_.is_at(passage_[noun].first, class_id::DETERMINER);
  const bool points = made.content.end <= first + short_phrase && !determined && !is(noun, trait::somebody) && is_class(noun, class_id::NOUN_SINGULAR) &&
                      document_.tokens[passage_[noun].first].shape == text::Shape::lower;
  return !points && (made.content.end > first + 1 || determined);
}

// Behind all who were told, where "that" follows them: "told | a crowd in a hall at a hotel in Lima that"; else `i`.
std::uint32_t Complements::behind_audience(std::uint32_t i) const {
  constexpr std::uint32_t longest = 10;
  constexpr Traits others = trait::stop | trait::comma | trait::verb | trait::quoted | trait::conjunction | trait::subordinator | trait::colon | trait::dash;
  for (std::uint32_t end = i; end < i + longest; ++end) {
    if (is(end, trait::complementizer)) return syntax_.is_clause(end + 1) && !is(end + 1, trait::finite) ? end : i;
    if (is(end, others)) break;
  }
  return i;
}

// Behind the name of a programme, where "that" follows it; else `i`.
std::uint32_t Complements::behind_programme(std::uint32_t i) const {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t end = i; end < i + longest && !is(end, trait::stop | trait::comma | trait::verb | trait::quoted); ++end) {
    if (is(end, trait::complementizer)) return end;
  }
  return i;
}

// A clause without "that": what was told must have a verb of its own ("informed the army and asked for help").
bool Complements::set_bare(Attribution& made, std::uint32_t begin) const {
  constexpr float seldom = 0.3F;  // "saw the army leave"
  if (made.strength < seldom || is(begin, trait::open_bracket)) return false;
  const std::uint32_t end = syntax_.clause_end(begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!is(i, trait::verb | trait::quoted)) continue;
    std::uint32_t first = begin;  // "said | nearly a third were gone"
    while (first > made.cue.end &&
           (is_class(first - 1, class_id::NEARLY) || is_class(first - 1, class_id::APPROXIMATELY) || is_class(first - 1, class_id::AT_LEAST) ||
            is_class(first - 1, class_id::AT_MOST) || is_class(first - 1, class_id::MORE_THAN)))
      --first;
    return set(made, Frame::bare, first);
  }
  return false;
}

// "said after Monday's vote | that he would go": what opens a clause elsewhere is an occasion where "that" stands behind it.
std::uint32_t Complements::behind_occasion(std::uint32_t i) const {
  if (!is(i, trait::preposition) || !is(i, trait::subordinator)) return i;
  std::uint32_t noun = i + 1;
  while (is(noun, trait::date | trait::clitic) && noun < i + 3) ++noun;
  if (!is(noun, trait::noun)) return i;
  const std::uint32_t end = syntax_.phrase_end(noun);
  return is(end, trait::complementizer) && syntax_.is_clause(end + 1) ? end : i;
}

bool Complements::complement(Attribution& made, const Use& use, std::uint32_t at) {
  std::uint32_t i = behind_occasion(at);
  const bool mark = is(i, trait::comma | trait::colon | trait::dash);
  if (mark && !is(i + 1, trait::quoted | trait::complementizer)) return false;
  if (mark) ++i;
  if (is(i, trait::complementizer)) {
    if ((use.takes & (takes_that | takes_quote)) != 0 && that_clause(made, i)) return true;
    made.frame = Frame::none;
    if ((use.takes & takes_as) != 0 && is_class(i + 1, class_id::PREDICATIVE) && is(i + 2, trait::quoted)) {
      made.frame = Frame::fragment;
      made.content = {i + 2, i + 3};
      return true;
    }
    if ((use.takes & takes_as) == 0 || !is(i + 1, trait::noun) || !described(made, use, i + 1, syntax_.phrase_end(i + 1))) return false;
    made.content.begin = std::min(made.content.begin, i);  // "called that explanation a pretext"
    return true;
  }
  if (is(i, trait::quoted)) return quoted(made, use, i, mark);
  if (is(i, trait::question_word)) return (use.takes & (takes_question | takes_that)) != 0 && set(made, Frame::question, i);
  const bool perfect = is(i, trait::verb) && document_.is_at(passage_[i].first, class_id::INFINITIVE_MARK);                        // "claims to have won"
  if (is(i, trait::infinitive) && is(i, trait::passive) && (is(i, trait::report) || (use.takes & takes_that) == 0)) return false;  // "declined to be named"
  if (is(i, trait::infinitive) || perfect) return (use.takes & takes_to) != 0 && made.strength >= 0.35F && set(made, Frame::infinitive, i);
  if (is(i, trait::gerund) && (use.takes & takes_gerund) != 0) return set(made, Frame::gerund, i);
  if (is(i, trait::noun)) return after_noun(made, use, i);
  if (is_noun_of_two_words(i) && (use.takes & (takes_as | takes_object)) != 0) return quoted_object(made, i);
  if (is(i + 1, trait::quoted) && (use.takes & (takes_object | takes_as | takes_of)) != 0 && !is(i, trait::verb | trait::comma | trait::stop))
    return quoted_object(made, i);
  if (is_class(i, class_id::INFINITIVE_MARK) && is(i + 1, trait::quoted)) return (use.takes & takes_to) != 0 && set(made, Frame::infinitive, i);
  const bool opens = !links(i) && (!is(i, trait::gerund) || (!mark && (at == made.cue.end || !is(i, trait::report))));  // "wrote to her | warning that"
  if ((use.takes & takes_that) != 0 && made.strength >= 0.7F && opens && syntax_.is_clause(i)) return set(made, Frame::bare, i);
  return false;
}

bool Complements::after_noun(Attribution& made, const Use& use, std::uint32_t i) {
  std::uint32_t end = syntax_.phrase_end(i);
  const bool tells = (use.takes & takes_person_to) != 0;
  if (tells && is(i, trait::medium) && made.via.empty()) made.via = {i, i + 1};
  const bool installed = is(i, trait::somebody) && is_class(end, class_id::PREDICATIVE) && (use.takes & takes_as) == 0;  // "confirmed Ruiz as head of the bank"
  const bool clause = (use.takes & takes_that) != 0 && !installed && (made.strength >= 0.75F ? syntax_.is_clause(i) : syntax_.is_plain_clause(i));
  if (clause && !tells && !is(i + 1, trait::complementizer)) return set_bare(made, i);
  if (tells || (use.takes & takes_that) != 0) {
    Attribution unused;
    std::uint32_t then = circumstances(i + 1, unused, true);
    if (tells && is(then, trait::conjunction) && !is(then, trait::clause_break) && is(then + 1, trait::noun) &&
        is(syntax_.phrase_end(then + 1), trait::question_word | trait::infinitive | trait::complementizer))
      then = syntax_.phrase_end(then + 1);                                                                           // "asked Lima and Quito whether"
    if (tells && is(then, trait::comma) && plain_adverb(then + 1) && is(then + 2, trait::comma)) then += 3;          // "told Paz, however, that"
    if (tells && is(then, trait::comma) && is(then + 1, trait::relative) && !is(then + 1, trait::complementizer)) {  // "asked Paz, who is third, to lay out"
      const std::uint32_t close = behind_aside(then);
      if (is(close, trait::question_word | trait::infinitive | trait::complementizer)) then = close;
    }
    if (tells && is(then, trait::comma) && is(then + 1, trait::named) && is(then + 1, trait::noun) && is(then + 2, trait::comma) &&
        is(then + 3, trait::question_word | trait::infinitive | trait::complementizer))
      then += 3;  // "told the minister, Ana Paz, that"
    if (tells && is(i, trait::medium) && is(i + 1, trait::clitic | trait::noun | trait::date))
      then = behind_programme(then);  // "told the BBC's Sunday with Ana Paz that"
    if (tells && !is(then, trait::complementizer)) then = behind_audience(then);
    if (is(then, trait::complementizer) && (tells || is(i, trait::personal))) return that_clause(made, then);
    if (is(then, trait::question_word) && tells) return set(made, Frame::question, then);
    if (is(then, trait::infinitive) && tells) return set(made, Frame::request, i);
    if (is(then, trait::comma | trait::colon | trait::dash) && is(then + 1, trait::quoted)) return quoted(made, use, then + 1, true);
    if (is(then, trait::quoted) && is(then, trait::speech)) return quoted(made, use, then, false);
    if (tells && is(i + 1, trait::noun) && syntax_.is_clause(i + 1)) return set(made, Frame::bare, i + 1);
    if (tells && late_quotation(made, use, i)) return true;  // "told the station's breakfast show: “…”"
  }
  if (clause && set_bare(made, i)) return true;
  if ((use.takes & takes_of) != 0 && charged(made, i)) return true;
  if ((use.takes & (takes_of | takes_for)) != 0) {
    while (is(end, trait::conjunction) && !is(end, trait::clause_break) && is(end + 1, trait::noun)) end = syntax_.phrase_end(end + 1);
    for (std::uint32_t k = i + 1; k < end + 2; ++k) {
      const bool deed = is(k + 1, trait::gerund) || is_class(k + 1, class_id::BEING);  // "thanked them for being kind"
      if (is_class(k, class_id::REPORT_LINK) && (deed || is(k + 1, trait::noun | trait::quoted)) && (k + 2 >= end || deed)) {
        const bool reason = (use.takes & takes_for) != 0;  // "blamed the company for the leak": the two together are the charge
        if (!reason || (use.takes & takes_object) == 0 || deed || made.strength >= 0.6F) return set(made, Frame::matter, reason ? i : k + 1);
      }
    }
  }
  if ((use.takes & takes_as) != 0 && is(end, trait::comma) && is(end + 1, trait::relative)) {  // "praised Paz, who had left, as “a friend”"
    const std::uint32_t close = behind_aside(end);
    if (is_class(close, class_id::PREDICATIVE)) end = close;
  }
  if ((use.takes & takes_as) != 0) return described(made, use, i, end) || quoted_object(made, i);
  return quoted_object(made, i);
}

// Accused A and B of X: X is the charge. Of several "of" the first opens it, but for one that a name follows and another
// "of" ("the president of Peru of theft").
bool Complements::charged(Attribution& made, std::uint32_t i) const {
  constexpr std::uint32_t longest = 10;
  std::uint32_t of = 0;
  std::uint32_t first = i + 1;
  if (is(first, trait::comma) && is(first + 1, trait::relative)) first = behind_aside(first);  // "accused Paz, whose vote was late, of"
  for (std::uint32_t k = first;
       k < first + longest && !is(k, trait::stop | trait::colon | trait::finite | trait::infinitive | trait::complementizer | trait::relative); ++k) {
    if (!is_class(k, class_id::OF_MARK) || !is(k + 1, trait::gerund | trait::noun | trait::quoted | trait::verb)) continue;
    if (of == 0 || (is_place_or_body(of + 1) && k == of + 2)) of = k;
  }
  return of != 0 && set(made, Frame::matter, of + 1);
}

bool Complements::is_place_or_body(std::uint32_t i) const {
  return is_class(i, class_id::COUNTRY_NAME) || is_class(i, class_id::PLACE_NAME) || is_class(i, class_id::ORGANIZATION_NAME) ||
         is_class(i, class_id::UNKNOWN_NAME);
}

// Called X Y, described X as Y.
bool Complements::described(Attribution& made, const Use& use, std::uint32_t i, std::uint32_t end) const {
  const std::uint32_t stop = syntax_.clause_end(i);
  const bool as = is_class(end, class_id::PREDICATIVE);
  const std::uint32_t predicate = as ? end + 1 : end;
  if (is(predicate, trait::quoted) && predicate + 1 >= stop) {  // called the plan “a farce”: no word but those
    made.frame = Frame::fragment;
    made.content = {predicate, predicate + 1};
    return true;
  }
  bool quoted = false;
  for (std::uint32_t k = end; k < stop; ++k) quoted |= is(k, trait::quoted);
  const bool two =
      as || ((use.takes & takes_object) == 0 && ((is(end, trait::noun) && !is(end, trait::personal)) || is_class(end, class_id::ADJECTIVE) || quoted));
  if (!two) return false;
  made.frame = Frame::description;
  made.content = {i, syntax_.predicate_end(i)};
  return true;
}

}  // namespace gazette::facts
