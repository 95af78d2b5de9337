#include "facts/events.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "lexicon/classes.h"
#include "lexicon/fold.h"

namespace gazette::facts {
namespace {

using cascade::Match;
using cascade::StageId;
using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

class Coding {
 public:
  Coding(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes, const std::vector<FoundDate>& dates, const FoundPlaces& places)
      : document_(document), cast_(cast), quotes_(quotes), dates_(dates), places_(places), lexicon_(document.grammar->lexicon()),
        stage_(document.grammar->stage(StageId::events)) {
    trigger_ = stage_.capture_or_none("trigger");
    sources_ = {stage_.capture_or_none("source"), stage_.capture_or_none("source2")};
    targets_ = {stage_.capture_or_none("target"), stage_.capture_or_none("target2")};
  }

  std::vector<Event> run() {
    const auto tape_of = [&](std::uint32_t sentence) -> const std::vector<Element>* {
      const text::Part part = document_.sentences[sentence].part;
      const bool told = part == text::Part::body || part == text::Part::headline || part == text::Part::heading;
      return told ? &document_.plain_tape(sentence) : nullptr;
    };
    search(document_, StageId::events, trigger_, tape_of, [&](std::uint32_t sentence, const std::vector<Element>& tape, std::vector<Match> matches) {
      tape_ = &tape;
      std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
      for (const Match& match : matches) add(sentence, match);
    });
    return std::move(found_);
  }

 private:
  struct Party {
    Stretch tokens;
    Id actor = 0;
    std::string name;
  };

  // The entry whose frame the words behind the trigger meet; a frame of more words beats one of fewer.
  std::optional<Entry> meaning(std::uint32_t sentence, const Element& trigger) const {
    std::optional<Entry> best;
    std::size_t longest = 0;
    lexicon_.each_entry(trigger.word, [&](const Entry& entry, std::uint8_t) {
      if (!entry.is(class_id::EVENT_VERB) && !entry.is(class_id::EVENT_NOUN)) return;
      const std::string_view frame = entry.is(class_id::EVENT_VERB) ? entry[Column::frame] : std::string_view{};
      if (!meets(sentence, trigger.end, frame)) return;
      if (best && frame.size() <= longest) return;
      best = entry;
      longest = frame.size();
    });
    return best;
  }

  // Do the words of a frame follow, in this order, within a few words of each other?
  bool meets(std::uint32_t sentence, std::uint32_t from, std::string_view frame) const {
    constexpr std::uint32_t reach = 6;
    std::uint32_t at = from;
    for (std::size_t begin = 0; begin < frame.size();) {
      const std::size_t end = std::min(frame.find(' ', begin), frame.size());
      const std::string_view choice = frame.substr(begin, end - begin);
      begin = end + 1;
      bool met = false;
      for (const Element& word : document_.words[sentence]) {
        if (word.first < at || word.first > at + reach) continue;
        if (!is_one_of(word, choice)) continue;
        at = word.end;
        met = true;
        break;
      }
      if (!met) return false;
    }
    return true;
  }

  bool is_one_of(const Element& word, std::string_view choice) const {
    std::string folded;
    lexicon::fold(document_.words_of(Document::stretch(word)), folded);
    for (std::size_t begin = 0; begin < choice.size();) {
      const std::size_t end = std::min(choice.find('|', begin), choice.size());
      const std::string_view lemma = choice.substr(begin, end - begin);
      begin = end + 1;
      if (folded == lemma) return true;
      bool same = false;
      lexicon_.each_entry(word.word, [&](const Entry& entry, std::uint8_t) { same |= entry.term() == lemma; });
      if (same) return true;
    }
    return false;
  }

  std::vector<Party> parties(const Match& match, const std::array<std::uint8_t, 2>& names) const {
    std::vector<Party> all;
    for (const std::uint8_t name : names) {
      const cascade::Capture* const capture = match.captured(name);
      if (capture == nullptr) continue;
      Party party;
      party.tokens = {(*tape_)[capture->begin].first, (*tape_)[capture->end - 1].end};
      party.actor = cast_.actor_of(party.tokens);
      if (party.actor == 0) continue;
      party.name = cast_.name_of(party.actor);
      all.push_back(std::move(party));
    }
    return all;
  }

  std::string auxiliary_of(const Element& trigger) const {
    if (document_.is(trigger, class_id::NEGATED)) return "negation";
    if (document_.is(trigger, class_id::FUTURE)) return "future";
    if (document_.is(trigger, class_id::MODALITY)) return "hypothetical";
    return "actual";
  }

  void add(std::uint32_t sentence, const Match& match) {
    const cascade::Capture* const capture = match.captured(trigger_);
    if (capture == nullptr) return;
    const Element& trigger = (*tape_)[capture->end - 1];
    const auto entry = meaning(sentence, trigger);
    if (!entry) return;
    std::vector<Party> sources = parties(match, sources_);
    std::vector<Party> targets = parties(match, targets_);
    if (sources.empty() && targets.empty()) return;
    const std::string_view rule = stage_.rule(match.rule).name;
    Event event;
    event.type = (*entry)[Column::type];
    event.mode = (*entry)[Column::mode];
    event.cameo = (*entry)[Column::cameo];
    event.auxiliary = auxiliary_of(trigger);
    event.rule = rule;
    event.confidence = 0.6;
    event.trigger = document_.span(head_of(trigger));
    event.sentence = sentence + 1;
    const bool joint = rule == "event.joint" && sources.size() == 2 && targets.empty();
    event.reciprocal = joint || rule == "event.noun_between" || (event.type == "CONSULT" && event.mode.empty() && !sources.empty() && !targets.empty());
    if (joint) {
      targets = {sources[1]};
      sources.pop_back();
    }
    if (sources.empty()) sources.emplace_back();
    if (targets.empty()) targets.emplace_back();
    when_and_where(Document::stretch(trigger), event);
    for (const Party& source : sources) {
      for (const Party& target : targets) add_row(event, trigger, source, target);
    }
  }

  Stretch head_of(const Element& trigger) const {
    if (const Phrase* const phrase = document_.phrase(trigger)) {
      const Stretch head = document_.captured(*phrase, "head");
      if (!head.empty()) return head;
    }
    return Document::stretch(trigger);
  }

  void add_row(Event event, const Element& trigger, const Party& source, const Party& target) {
    event.source = source.name;
    event.source_actor = source.actor;
    event.source_mention = document_.span(source.tokens);
    event.target = target.name;
    event.target_actor = target.actor;
    event.target_mention = document_.span(target.tokens);
    Stretch all = Document::stretch(trigger);
    for (const Party* const party : {&source, &target}) {
      if (party->actor != 0) all = {std::min(all.first, party->tokens.first), std::max(all.end, party->tokens.end)};
    }
    event.span = document_.span(all);
    event.quote = quote_around(quotes_, all);
    // Of the same deed of the same parties only those of unlike dates are told apart.
    std::vector<std::size_t>& same = same_[{event.type, event.source_actor, event.target_actor}];
    const auto at = std::find_if(same.begin(), same.end(), [&](std::size_t other) {
      return found_[other].date_from == event.date_from || event.date_from.empty() || found_[other].date_from.empty();
    });
    if (at == same.end()) {
      same.push_back(found_.size());
      found_.push_back(std::move(event));
      return;
    }
    Event* const told = &found_[*at];
    // Told twice: one row, with what either of them tells.
    if (told->date_from.empty()) told->date_from = event.date_from, told->date_to = event.date_to;
    if (told->place.empty()) told->place = event.place, told->place_country = event.place_country;
  }

  void when_and_where(Stretch trigger, Event& event) const {
    if (const FoundDate* const date = date_near(dates_, document_, trigger)) {
      event.date_from = date->row.from;
      event.date_to = date->row.to;
    }
    if (const PlaceMention* const place = place_near(places_, document_, trigger)) {
      event.place = places_.rows[place->place].name;
      event.place_country = places_.rows[place->place].country;
    }
  }

  const Document& document_;
  const Cast& cast_;
  const std::vector<FoundQuote>& quotes_;
  const std::vector<FoundDate>& dates_;
  const FoundPlaces& places_;
  const lexicon::Lexicon& lexicon_;
  const cascade::Stage& stage_;
  std::uint8_t trigger_ = 0;
  std::array<std::uint8_t, 2> sources_{};
  std::array<std::uint8_t, 2> targets_{};
  const std::vector<Element>* tape_ = nullptr;  // of the sentence that is read
  std::vector<Event> found_;
  std::map<std::tuple<std::string, Id, Id>, std::vector<std::size_t>> same_;
};

}  // namespace

std::vector<Event> find_events(const Document& document, const Cast& cast, const std::vector<FoundQuote>& quotes,
                               const std::vector<FoundDate>& dates, const FoundPlaces& places) {
  return Coding(document, cast, quotes, dates, places).run();
}

}  // namespace gazette::facts
