#include "facts/quotes_attribution.h"

#include <algorithm>
#include <array>

#include "facts/quotes_fronted.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;

// What stands around a cue; complements behind it are told by the base.
class Finder : private FrontedAttributions {
 public:
  Finder(const Document& document, const Passage& passage, std::vector<Attribution>& found) : FrontedAttributions(document, passage, found) {}

  void run() {
    if ((passage_.all & trait::colon) != 0) headline();
    for (std::uint32_t i = 0; i < passage_.size(); ++i) {
      if (is(i, trait::report)) {
        const std::size_t before = found_.size();
        if (is(i, trait::passive) && is(i, trait::report_adjective)) adjective(i);  // "is convinced that": the subject holds it
        if (found_.size() == before) verb(i);
      } else if (is(i, trait::source)) {
        according(i);
      } else if (is(i, trait::report_noun) && is(i, trait::noun)) {
        noun(i);
      } else if (is(i, trait::report_adjective)) {
        adjective(i);
      } else if (is(i, trait::stance) && is(i, trait::verb)) {
        stance_verb(i);
      } else if (is(i, trait::colon) && is(i + 1, trait::quoted) && is(i + 1, trait::speech)) {
        colon(i);
      }
    }
  }

 private:
  // --- verbs ---------------------------------------------------------------------------------------------------------

  // A verb with a capital within a sentence is a name ("Secretary of State"), but for headlines.
  bool is_name(std::uint32_t cue) const {
    const text::Sentence& sentence = document_.sentences[passage_.first];
    if (sentence.part == text::Part::headline || sentence.part == text::Part::heading) return false;
    return cue > 0 && document_.tokens[passage_[cue].end - 1].shape == text::Shape::capitalized &&
           !is(cue - 1, trait::stop | trait::quoted | trait::colon | trait::dash) && !says_in_title_case(cue);
  }

  // "Paz Says She Has Written Her Speech": a headline among other lines.
  bool says_in_title_case(std::uint32_t cue) const {
    constexpr std::size_t small = 4;  // letters
    constexpr float often = 0.7F;
    if (use_of(lexicon_, passage_[cue].word, class_id::REPORT_VERB).strength < often) return false;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = passage_[0].first; i < passage_[passage_.size() - 1].end; ++i) {
      if (document_.tokens[i].shape == text::Shape::lower && document_.word(i).size() > small) return false;
      capitals += document_.tokens[i].shape == text::Shape::capitalized ? 1 : 0;
    }
    return capitals > small;
  }

  void verb(std::uint32_t cue) {
    const bool behind_article = cue > 0 && is_class(cue - 1, class_id::ARTICLE) && passage_[cue].end == passage_[cue].first + 1;  // "a quote that"
    if (is_name(cue) || behind_article || is_noun_of_two_words(cue) || hands_on(cue)) return;
    Attribution made;
    made.cue = {cue, cue + 1};
    made.word = passage_[cue].word;
    Use use = use_of(lexicon_, made.word, class_id::REPORT_VERB);
    made.strength = use.strength;
    const bool opens = cue == 0 ? is(cue, trait::participle) : is_class(cue - 1, class_id::PREDICATIVE);  // "Asked by Ruiz if", "As told by Ruiz"
    const bool bare_charge = is_class(cue, class_id::OBJECT_VERB) && is_charged(cue);
    if (is(cue, trait::passive) || bare_charge || (opens && !is(cue, trait::gerund) && is(cue + 1, trait::agent))) return passive(cue, made, use);
    std::uint32_t verb = cue;
    if (is(cue, trait::infinitive) && cue > 0 && is(cue - 1, trait::report)) {
      if ((use_of(lexicon_, passage_[cue - 1].word, class_id::REPORT_VERB).takes & takes_to) != 0) return;  // "declined to say": the first reports
      verb = cue - 1;                                                                                       // "went on to say": the second does
    }
    // "said he would stay in Lima, adding that", "urged them to show patience saying that"
    const bool behind_comma =
        is(cue, trait::gerund) && verb > 0 && (is(verb - 1, trait::comma) || ((use.takes & takes_written) == 0 && syntax_.says_no_thing(cue)));
    const bool behind_occasion = is(cue, trait::gerund) && verb > 0 && is(verb - 1, trait::subordinator) && !is(verb - 1, trait::relative);
    if (behind_occasion) made.party = syntax_.main_subject(verb);  // "was booed by voters after telling them that"
    if (!behind_comma && !behind_occasion) made.party = syntax_.subject_of(verb);
    const bool of_purpose = is(verb, trait::infinitive) && made.party.found() && made.party.mention.begin > 0 && links(made.party.mention.begin - 1);
    const bool on_medium = is(verb, trait::infinitive) && made.party.found() && is(made.party.heads[0], trait::medium);  // "took to Facebook to say"
    const bool by_count = is(verb, trait::infinitive) && made.party.found() && is_bare_count(made.party.heads[0]);       // "voted 76 to 73 to reject"
    if (of_purpose || on_medium || by_count) made.party = syntax_.main_subject(verb);                                    // "she walked to Lima to demand flour"
    if (is(cue, trait::gerund)) take_document_subject(made), take_writer(made);
    if (made.party.found() && closes_sentence(cue, use)) made.party = {};
    const Party blamed = !made.party.found() && is(cue, trait::gerund) ? charged_before(cue) : Party{};
    if (blamed.found()) made.party = blamed;
    const bool own = made.party.found();
    if (own && is_of_document(made)) return;
    constexpr float hardly = 0.3F;  // "the feast, which means “daybreak,”"
    if (own && made.strength < hardly && !made.party.pronoun.empty() && is_class(made.party.pronoun.begin, class_id::OF_A_THING)) return;
    if (!own && is(cue, trait::noun_too) && cue > 0 && is(cue - 1, trait::noun | trait::preposition | trait::date)) return;  // "the June attack on"
    if (!own && (inverted(made, use) || opening(made, use))) return;
    if (own && fronted(made, use)) return;
    if (!own) share_subject(made);
    const Party quoted = is(cue, trait::gerund) ? quoted_as(cue) : Party{};
    if (quoted.found()) {
      made.party = quoted;
      made.shared = false;
      if (quoted_as_behind(made)) return;
    }
    if ((use.takes & takes_written) != 0 && made.party.found() && is(made.party.heads[0], trait::medium | trait::report_noun) &&
        !is(made.party.heads[0], trait::named)) {  // "the survey shows X": documents speak
      made.strength = std::max(made.strength, 0.75F);
      use.takes |= takes_topic;
    }
    if (made.strength < 0.5F && is_reported(cue)) return;
    if (own && is_demanded(made)) return;
    if (is(cue, trait::infinitive) && made.strength < 0.6F && !is(cue + 1, trait::complementizer | trait::quoted | trait::question_word)) return;
    if (own && made.strength < 0.7F && is(made.party.heads[0], trait::personal) && is_reported(cue)) return;
    if (made.strength < 0.7F && is(cue, trait::modality) && is_reported(cue)) return;  // "warned that the party would not accept it"
    if (!behind(made, use)) return;
    if (blamed.found() && made.frame == Frame::fragment) made.party = syntax_.main_subject(cue);  // "praised Ruiz for showing “courage”": not his word
    if (!made.party.found() && is(cue, trait::gerund) &&
        (opens_clause(cue) || is(cue - 1, trait::preposition | trait::subordinator))) {  // "After saying that X, Ruiz left", "Noting that X, Ruiz left"
      const std::uint32_t comma = made.content.end = before_clause_behind(made.content);
      if (is(comma, trait::comma)) {
        made.party = syntax_.party_from(comma + 1);
      } else if (opens_clause(cue) && (made.frame == Frame::clause || made.frame == Frame::bare)) {
        return;  // "Saying that it works is wrong", "Responding officers found them"
      }
    }
    if (own) made.content.end = before_main_clause(made);
    if (!own && opens_clause(cue) && is(cue, trait::participle)) made.content.end = before_clause_behind(made.content);  // "Asked if it hurt, | Ruiz smiled"
    add(made);
  }

  // "A man accused of theft said", but "the man whom Ruiz accused of theft": nobody is accused without being named but where
  // the verb is passive.
  bool is_charged(std::uint32_t cue) const {
    if (!is(cue, trait::participle) || !is_class(cue + 1, class_id::OF_MARK)) return false;
    const std::uint32_t begin = syntax_.subject_of(cue).mention.begin;
    return begin == 0 || !is(begin - 1, trait::relative | trait::question_word | trait::complementizer | trait::noun);
  }

  // Who is quoted as saying something: "quoted Ruiz as saying", "Ruiz was quoted by the paper as saying"; nobody elsewhere.
  Party quoted_as(std::uint32_t gerund) const {
    if (gerund < 3 || !is_class(gerund - 1, class_id::PREDICATIVE)) return {};
    if (is(gerund - 2, trait::passive)) return syntax_.subject_of(gerund - 2);
    if (!is(gerund - 2, trait::noun)) return {};
    const bool by = gerund > 4 && is_class(gerund - 3, class_id::AGENT_MARK) && is(gerund - 4, trait::passive);
    return syntax_.subject_of(by ? gerund - 4 : gerund - 1);
  }

  // “They lied,” Ruiz was quoted as saying; “They lied,” the paper quoted Ruiz as saying.
  bool quoted_as_behind(Attribution& made) {
    std::uint32_t edge = made.party.mention.begin;
    if (edge > 1 && is(edge - 1, trait::finite) && !is(edge - 1, trait::passive)) {
      const Party paper = syntax_.subject_of(edge - 1);
      if (!paper.found()) return false;
      edge = paper.mention.begin;
    }
    const bool quotes = edge > 0 && is(edge - 1, trait::quoted) && is(edge - 1, trait::speech);
    if (!quotes || !is_said(made.cue.begin) || is(made.cue.end, trait::complementizer)) return false;
    Attribution unused;
    return before_quoted(made, edge, circumstances(made.cue.end, unused, true), Frame::trailing);
  }

  // Is it by a second verb that a verb has somebody say quoted words: “…,” Reuters <quoted> Ruiz as saying?
  bool hands_on(std::uint32_t cue) const {
    const std::uint32_t as = is(cue + 1, trait::noun) ? cue + 2 : cue + 1;
    return is_class(as, class_id::PREDICATIVE) && is(as + 1, trait::gerund) && is_said(as + 1) && !is(as + 2, trait::complementizer) &&
           !syntax_.is_clause(as + 2);
  }

  // A verb for nothing but saying: "portrayed Ruiz as offering help" is no report of an offer.
  bool is_said(std::uint32_t gerund) const {
    constexpr float often = 0.7F;
    const Use use = use_of(lexicon_, passage_[gerund].word, class_id::REPORT_VERB);
    return is(gerund, trait::report) && (use.takes & takes_quote) != 0 && use.strength >= often;
  }

  bool opens_clause(std::uint32_t i) const { return i == 0 || is(i - 1, trait::stop | trait::colon) || (i == 1 && is(0, trait::conjunction)); }

  // "A study published on Monday shows": what was done with a document before it says something.
  bool is_of_document(const Attribution& made) const {
    if (!is(made.cue.begin, trait::participle) || !is(made.party.heads[0], trait::medium | trait::report_noun)) return false;
    Attribution unused;
    const std::uint32_t behind = circumstances(made.cue.end, unused, true);
    return is(behind, trait::finite) && is(behind, trait::report);
  }

  // "Ruiz gave a press conference saying that": a document or an occasion says what somebody says with it.
  void take_document_subject(Attribution& made) const {
    const std::uint32_t near = made.cue.begin - 1;  // "on trial over a lawsuit alleging"
    if (made.party.count == 1 && near > made.party.heads[0] && is(near, trait::noun) && is(near, trait::medium | trait::report_noun) &&
        !is(made.party.heads[0], trait::named | trait::medium | trait::report_noun)) {
      made.party.heads[0] = near;
      made.party.mention = {near, near + 1};
      made.party.tail = near + 1;
    }
    const std::uint32_t begin = made.party.mention.begin;
    if (!made.party.found() || begin == 0 || !is(made.party.heads[0], trait::medium | trait::report_noun) || !is(begin - 1, trait::verb)) return;
    const std::uint32_t by = made.party.heads[0] + 1;
    if (is(by, trait::agent) && is(by + 1, trait::noun)) {  // "announced an order by Ruiz directing"
      made.party = syntax_.party_from(by + 1);
      return;
    }
    const Party subject = syntax_.subject_of(begin - 1);
    if (!subject.found()) return;
    if (is(made.party.heads[0], trait::medium)) made.via = {made.party.heads[0], made.party.heads[0] + 1};
    made.party = subject;
  }

  // "texted her brother saying": it is who told him that says it.
  void take_writer(Attribution& made) const {
    const std::uint32_t begin = made.party.mention.begin;
    if (made.party.count != 1 || begin == 0 || made.party.heads[0] != begin || begin + 1 != made.cue.begin) return;
    const bool to = begin > 1 && is_class(begin - 1, class_id::ADDRESSEE_PREPOSITION);  // "wrote to the whips warning"
    const std::uint32_t verb = begin - (to ? 2 : 1);
    if (!is(verb, trait::report) || !is(verb, trait::finite) || is(verb, trait::passive)) return;
    if (!to && (use_of(lexicon_, passage_[verb].word, class_id::REPORT_VERB).takes & takes_person_to) == 0) return;
    const Party subject = syntax_.subject_of(verb);
    if (subject.found()) made.party = subject;
  }

  // The subject of a verb that has none of its own: "and added", "saying".
  void share_subject(Attribution& made) const {
    const std::uint32_t begin = syntax_.clause_begin(made.cue.begin);
    for (std::size_t i = found_.size(); i > first_ && found_[i - 1].cue.begin >= begin; --i) {
      const Attribution& told = found_[i - 1];
      if (!told.party.found() && is(told.cue.begin, trait::passive)) continue;  // "said it would rain, as is expected, adding"
      if (told.cue.begin >= made.cue.begin || told.frame == Frame::noun_clause || !told.party.found()) break;
      if (is(told.cue.begin, trait::noun) && !is(told.cue.begin, trait::verb))
        continue;  // "rejected a request by Ruiz to go and | ordered": it is not Ruiz who did
      made.party = told.party;
      made.shared = true;
      return;
    }
    made.party = syntax_.joined_subject(made.cue.begin);
    if (!made.party.found()) made.party = syntax_.main_subject(made.cue.begin);
  }

  // "was quoted as saying that X", "was accused by B of X".
  void passive(std::uint32_t cue, Attribution& made, const Use& use) {
    std::uint32_t i = cue + 1;
    if (is_class(i, class_id::AGENT_MARK) && is(i + 1, trait::noun)) {
      made.party = syntax_.party_from(i + 1);
      const std::uint32_t told = syntax_.phrase_end(i + 1);
      if (is(told, trait::complementizer) && (use.takes & takes_that) != 0) made.party.mention.end = told;  // "was told by Ruiz that"
      i = made.party.mention.end;
      const bool opens = cue > 0 && is_class(cue - 1, class_id::PREDICATIVE) && (cue == 1 || is(cue - 2, trait::stop | trait::conjunction));
      if (opens && is(i, trait::comma) && (use.takes & takes_that) != 0) {  // "As reported by Ruiz, the plan failed"
        made.frame = Frame::fronted;
        made.content = {i + 1, syntax_.clause_end(i + 1)};
        return add(made);
      }
    }
    if ((use.takes & takes_as) != 0 && is_class(i, class_id::PREDICATIVE) && is(i + 1, trait::quoted)) {  // "was denounced by Ruiz as “a farce”"
      if (!made.party.found() && is_class(i + 2, class_id::AGENT_MARK)) made.party = syntax_.party_from(i + 3);
      if (!made.party.found()) return;
      made.frame = Frame::fragment;
      made.content = {i + 1, i + 2};
      return add(made);
    }
    if ((use.takes & takes_quote) != 0 && is(i, trait::comma | trait::colon) && is(i + 1, trait::quoted) && is(i + 1, trait::speech)) {
      made.frame = Frame::leading;  // "was asked, “Why?”"
      made.content = {i + 1, i + 2};
      return add(made);
    }
    const bool tells = (use.takes & takes_person_to) != 0;
    const bool told_of = tells && is(i + 1, trait::noun | trait::quoted) && !is(i + 1, trait::date);  // "was told of X"
    if (is(i, trait::complementizer) && (use.takes & takes_that) != 0) {
      made.frame = Frame::clause;
      made.content = {i + 1, syntax_.clause_end(i + 1)};
    } else if (is(i, trait::matter) && ((use.takes & takes_of) != 0 || told_of)) {
      made.frame = Frame::matter;
      made.content = {i + 1, syntax_.clause_end(i + 1)};
      if (!made.party.found()) take_late_agent(made);
      const bool reduced = passage_[cue].end == passage_[cue].first + 1 && cue > 0 && is(cue - 1, trait::noun);
      if (reduced) made.content.end = before_second_verb(made.content);  // "a man accused of murder | sent her a text"
    } else if (is(i, trait::question_word) && (use.takes & takes_question) != 0) {
      made.frame = Frame::question;
      made.content = {i, syntax_.clause_end(i)};
      if (opens_clause(cue) && !made.party.found()) made.content.end = before_clause_behind(made.content);  // "Asked if it hurt, | Ruiz smiled"
    } else if ((use.takes & takes_that) != 0 && passage_[cue].end > passage_[cue].first + 1 && syntax_.is_plain_clause(i) &&
               (tells || is(syntax_.subject_of(cue).heads[0], trait::personal))) {
      made.frame = Frame::bare;  // "was told the road was closed", "it is understood the road was closed"
      made.content = {i, syntax_.clause_end(i)};
    } else if ((use.takes & takes_raised) != 0 && (opens_infinitive(i) || (is_class(i, class_id::PREDICATIVE) && (use.takes & takes_as) != 0))) {
      const Party raised = syntax_.subject_of(cue);
      if (!raised.found() || (is(i, trait::report) && at_end(i + 1))) return;  // “…,” Ruiz was reported to have said
      made.frame = Frame::raised;
      made.content = {raised.mention.begin, syntax_.clause_end(i)};
    } else {
      return;
    }
    if (cue > 0 && is(cue - 1, trait::relative)) made.content.end = before_main_clause(made);  // "Paz, who was accused of theft, | was jailed"
    add(made);
  }

  // "was accused of theft by Ruiz": who accuses closes the charge.
  void take_late_agent(Attribution& made) const {
    for (std::uint32_t by = made.content.begin + 1; by + 1 < made.content.end; ++by) {
      if (is(by, trait::comma | trait::finite | trait::relative)) return;
      if (!is_class(by, class_id::AGENT_MARK) || (is(by - 1, trait::verb) && !is(by - 1, trait::gerund))) continue;
      if (!is(by + 1, trait::noun) || !is_somebody(by + 1)) continue;
      made.party = syntax_.party_from(by + 1);
      made.content.end = by;
      return;
    }
  }

  // "76 to 73", and nobody counted
  bool is_bare_count(std::uint32_t i) const { return is_class(i, class_id::COUNTED) && !is(i, trait::named) && !is_class(i, class_id::NOUN); }

  // "to leave", "to have left"
  bool opens_infinitive(std::uint32_t i) const {
    if (is(i, trait::infinitive)) return true;
    const Element* const first = is(i, trait::verb) ? document_.word_at(passage_[i].first) : nullptr;
    return first != nullptr && document_.is(*first, class_id::INFINITIVE_MARK);
  }

  // "The road, built in May, has sunk in several places, said Ana Paz, its engineer.": somebody stands behind a verb that
  // says, and nothing more; what is before the comma is said, and no subject with an aside.
  bool closes_sentence(std::uint32_t cue, const Use& use) const {
    if (cue == 0 || !is(cue - 1, trait::comma) || !is(cue, trait::finite) || is(cue, trait::passive)) return false;
    if ((use.takes & takes_quote) == 0 || (use.takes & takes_person_to) != 0 || !is(cue + 1, trait::noun) || !is_somebody(cue + 1)) return false;
    if (!at_end(syntax_.party_from(cue + 1).mention.end)) return false;
    for (std::uint32_t i = syntax_.clause_begin(cue - 1); i + 1 < cue; ++i) {
      if (is(i, trait::finite) && !is(i - 1, trait::relative)) return true;
    }
    return false;
  }

  // “…,” said Ruiz; the plan failed, said Ruiz
  bool inverted(Attribution& made, const Use& use) {
    const std::uint32_t cue = made.cue.begin;
    if (cue == 0 || !is(cue, trait::finite) || (use.takes & takes_quote) == 0 || !is(cue + 1, trait::noun)) return false;
    const bool comma = is(cue - 1, trait::comma | trait::dash);
    const bool quoted = is(cue - 1, trait::quoted) || (comma && cue >= 2 && is(cue - 2, trait::quoted));
    if (!quoted && (!comma || syntax_.is_plain_clause(cue + 1))) return false;
    made.party = syntax_.party_from(cue + 1);
    const std::uint32_t behind = circumstances(made.party.mention.end, made, true);
    if (quoted) return before_quoted(made, cue, behind, Frame::inverted);
    if (!at_end(behind) && !is(behind, trait::comma | trait::conjunction) && !tells_when(behind)) return false;
    const std::uint32_t who = made.party.heads[0];
    if (is_headline() && !is_somebody(who) && !is(who, trait::medium) && !is_class(who, class_id::INSTITUTION) && !is_class(who, class_id::VICTIM))
      return false;  // "Party rejects budget, vows protests"
    return before_clause(made, cue, behind, Frame::fronted_inverted);
  }

  // Said Ruiz: “…”
  bool opening(Attribution& made, const Use& use) {
    const std::uint32_t cue = made.cue.begin;
    if ((cue > 0 && !is(cue - 1, trait::stop)) || !is(cue, trait::finite) || (use.takes & takes_quote) == 0 || !is(cue + 1, trait::noun)) return false;
    Attribution tried = made;
    tried.party = syntax_.party_from(cue + 1);
    const std::uint32_t behind = circumstances(tried.party.mention.end, tried, true);
    if (!is(behind, trait::comma | trait::colon) || !is(behind + 1, trait::quoted)) return false;
    tried.frame = Frame::leading;
    tried.content = {behind + 1, behind + 2};
    add(tried);
    made = tried;
    return true;
  }

  // “…,” Ruiz said; the plan, Ruiz said, failed
  bool fronted(Attribution& made, const Use& use) {
    const std::uint32_t begin = made.party.mention.begin;
    if (begin == 0 || !is(made.cue.begin, trait::finite) || !made.party.pronoun.empty()) return false;
    const bool comma = is(begin - 1, trait::comma | trait::dash);
    const bool quoted = is(begin - 1, trait::quoted) || (comma && begin >= 2 && is(begin - 2, trait::quoted));
    const bool as = is_class(begin - 1, class_id::PREDICATIVE);  // "as Ruiz said"
    if (!quoted && ((!comma && !as) || (use.takes & takes_that) == 0)) return false;
    Attribution tried = made;
    const std::uint32_t near = circumstances(made.cue.end, tried, false);
    std::uint32_t after = circumstances(near, tried, true);
    if (!quoted && is_headline() && after != near && is_class(near, class_id::TOPIC_PREPOSITION)) return false;  // "Bank holds rates, governor warns on prices"
    const bool told =
        made.strength >= 0.75F || is_somebody(after) || is(after, trait::medium) || is_class(after, class_id::INSTITUTION);  // "ordered a review" tells nobody
    if (told && is(after, trait::noun) && (use.takes & takes_person_to) != 0) {
      if (is(after, trait::medium)) tried.via = {after, after + 1};
      after = circumstances(syntax_.phrase_end(after), tried, true);
    }
    if (is(after, trait::participle | trait::passive) && after > made.cue.end && is(after - 1, trait::noun)) {  // "said in a statement carried by state media"
      constexpr std::uint32_t longest = 8;
      std::uint32_t end = after + 1;
      while (end < after + longest && !at_end(end) && !is(end, trait::comma | trait::quoted | trait::finite | trait::complementizer)) ++end;
      if (at_end(end) || is(end, trait::comma)) after = end;
    }
    if (quoted) {
      const std::uint32_t quote = begin - (is(begin - 1, trait::quoted) ? 1 : 2);
      if (is_told(quote) && !is(made.party.heads[0], trait::personal)) return false;                // Someone shouted, “Cruz,” Paz joked
      const bool who = after > near && is(quote, trait::speech) && is(after - 1, trait::somebody);  // “We won,” he told a crowd that had gathered
      if (is(near, trait::complementizer) || (is(after, trait::complementizer) && !who)) return false;
      if (!is(begin - 1, trait::quoted) || is(begin - 1, trait::speech) || at_end(after) || is(after, trait::comma)) {
        if (before_quoted(tried, begin, after, Frame::trailing)) {
          made = tried;
          return true;
        }
      }
      return false;
    }
    if (!at_end(after) && !is(after, trait::comma | trait::dash) && (as || (!tells_when(after) && !tells_how(after)))) return false;
    if (as) return as_said(made, tried, begin - 1, after);
    if (is(after, trait::comma | trait::colon) && is(after + 1, trait::quoted | trait::complementizer)) return false;
    return before_clause(tried, begin, after, Frame::fronted);
  }

  // "Ruiz praised the troops: “They were brave.”", "Ruiz was less sure: “We may lose.”": no word for saying, but the words
  // behind the colon are the subject's; who only is something speaks if it is somebody.
  void colon(std::uint32_t mark) {
    if (first_ < found_.size() && found_.back().cue.begin >= syntax_.clause_begin(mark)) return;  // a cue has had its say
    for (std::uint32_t i = syntax_.clause_begin(mark); i < mark; ++i) {
      if (!is(i, trait::finite) || is(i, trait::passive)) continue;
      Attribution made;
      made.party = syntax_.subject_of(i);
      if (!made.party.found() || (is(i, trait::copula) && !is_somebody(made.party.heads[0]))) continue;
      made.frame = Frame::leading;
      made.cue = {i, i + 1};
      made.word = passage_[i].word;
      made.strength = 0.5F;
      made.content = {mark + 1, mark + 2};
      return add(made);
    }
  }

  // Whom or what somebody stands for or against: “they oppose the plan”.
  void stance_verb(std::uint32_t cue) {
    if (is_name(cue) || is(cue, trait::passive) || is_reported(cue)) return;
    Attribution made;
    made.cue = {cue, cue + 1};
    made.word = passage_[cue].word;
    const Use use = use_of(lexicon_, made.word, class_id::STANCE_VERB);
    made.strength = use.strength;
    made.party = syntax_.subject_of(cue);
    if (!made.party.found()) share_subject(made);
    if (topic(made, use, circumstances(cue + 1, made, false))) add(made);
  }

  // --- other cues ------------------------------------------------------------------------------------------------------

  void according(std::uint32_t cue) {
    std::uint32_t first_noun = cue + 1;  // "according to early results"
    while (first_noun < cue + 4 && first_noun < passage_.size() && !is(first_noun, trait::noun | trait::comma | trait::stop | trait::verb)) ++first_noun;
    if (!is(first_noun, trait::noun)) return;
    Attribution made;
    made.frame = Frame::according;
    made.cue = {cue, cue + 1};
    made.word = passage_[cue].word;
    made.strength = 0.9F;
    made.party = syntax_.party_from(first_noun);
    made.party.mention.begin = cue + 1;
    std::uint32_t behind = made.party.mention.end;
    std::uint32_t first = syntax_.clause_begin(cue);
    while (first < cue && (plain_adverb(first) || is(first, trait::conjunction | trait::comma))) ++first;
    if (first == cue || (cue > 0 && is(cue - 1, trait::complementizer | trait::conjunction))) {
      if (!is(behind, trait::comma)) {  // what looked like an apposition may be the clause
        made.party.mention.end = behind = syntax_.phrase_end(first_noun);
        while (behind < passage_.size() && !is(behind, trait::comma | trait::stop | trait::quoted)) ++behind;
      }
      if (!is(behind, trait::comma)) return;
      const bool alone = is(behind + 1, trait::speech) && is(behind + 1, trait::comma_inside);  // “…,” which may mean something
      made.content = {behind + 1, alone ? behind + 2 : syntax_.sentence_end(behind + 1)};
    } else {
      std::uint32_t end = cue;
      if (is(end - 1, trait::comma | trait::dash | trait::open_bracket)) --end;
      if (end == first) return;
      if (is(end - 1, trait::quoted) && first + 1 != end && is(end - 1, trait::speech)) first = end - 1;
      for (std::uint32_t i = first + 1; i + 1 < end; ++i) {  // "Lima, | which had been told, according to Ruiz, | said": the aside alone
        if (is(i, trait::finite)) break;
        if (is(i, trait::comma) && is(i + 1, trait::relative) && !holds_verb({first, i})) first = i + 1;
      }
      made.content = {first, end};
      // "Over the years, according to the office, costs rose": what stands before is no clause of its own.
      while (behind < cue + 9 && behind < passage_.size() && !is(behind, trait::comma | trait::stop | trait::quoted | trait::finite)) ++behind;
      const bool opens = is(end, trait::comma) && !holds_verb({first, end}) && syntax_.is_clause(behind + 1);
      const bool aside = is(first, trait::relative);
      if (!aside && is(behind, trait::comma) && !is(behind + 1, trait::quoted) && (opens || is(behind + 1, trait::finite | trait::conjunction)))
        made.more = {behind + 1, syntax_.clause_end(behind + 1)};
    }
    add(made);
  }
};

constexpr std::array<std::string_view, frame_count> frame_names{
    "quote.none",        "quote.trailing",    "quote.inverted",        "quote.leading",   "quote.clause",
    "quote.bare",        "quote.question",    "quote.infinitive",      "quote.request",   "quote.matter",
    "quote.description", "quote.gerund",      "quote.fragment",        "quote.fronted",   "quote.fronted_inverted",
    "quote.according",   "quote.noun_clause", "quote.noun_infinitive", "quote.adjective", "quote.relative",
    "quote.topic",       "quote.raised",      "quote.noun_topic"};

}  // namespace

std::string_view frame_name(Frame frame) { return frame_names.at(static_cast<std::size_t>(frame)); }

void find_attributions(const Document& document, const Passage& passage, std::vector<Attribution>& found) {
  constexpr Traits triggers = trait::report | trait::source | trait::report_noun | trait::report_adjective | trait::stance | trait::colon;
  if ((passage.all & triggers) != 0) Finder(document, passage, found).run();
}

}  // namespace gazette::facts
