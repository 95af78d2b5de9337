#include "facts/places.h"

#include <algorithm>

#include "facts/nearness.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
namespace class_id = lexicon::class_id;

// A name of a place or country in the text; a demonym is none, but tells of what follows it.
struct Naming {
  const FoundMention* mention = nullptr;
  std::uint32_t place = 0;  // index among the subjects
  bool demonym = false;
};

// A place before it is known which one of its name it is.
struct Subject {
  Id actor = 0;
  std::vector<Candidate> candidates;
  Relations relations;
  std::uint32_t mentions = 0;
};

class Finding {
 public:
  Finding(const Document& document, const Cast& cast) : document_(document), cast_(cast), lexicon_(document.grammar->lexicon()) {}

  FoundPlaces run() {
    collect();
    for (std::size_t i = 0; i + 1 < namings_.size(); ++i) relate(namings_[i], namings_[i + 1]);
    gather_evidence();
    return finish();
  }

 private:
  void collect() {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> subject_of(cast_.actors.size() + 1, none);  // of each actor
    namings_.reserve(cast_.mentions.size());
    for (const FoundMention& mention : cast_.mentions) {
      document_.pause();
      if (mention.row.actor == 0) continue;
      if (mention.row.kind == ActorKind::organization) name_owner(mention);
      const bool country = mention.row.kind == ActorKind::country;
      if (!country && mention.row.kind != ActorKind::place) continue;
      if (mention.row.form != MentionForm::name && mention.row.form != MentionForm::demonym) continue;
      std::uint32_t& place = subject_of[mention.row.actor];
      if (place == none) {
        place = static_cast<std::uint32_t>(subjects_.size());
        Subject& subject = subjects_.emplace_back();
        subject.actor = mention.row.actor;
        subject.candidates = places_named(lexicon_, cast_.actors[mention.row.actor - 1].name);
        if (subject.candidates.empty()) subject.candidates = places_named(lexicon_, document_.words_of(mention.tokens));
      }
      const bool demonym = mention.row.form == MentionForm::demonym;
      namings_.push_back({&mention, place, demonym});
      if (!demonym) ++subjects_[place].mentions;
    }
  }

  // "Lebanon's army", "the Lebanese army": a body whose name opens with its country tells of that country.
  void name_owner(const FoundMention& body) {
    const std::string& country = cast_.actors[body.row.actor - 1].country;
    const bool owned = document_.is_at(body.tokens.first, class_id::COUNTRY) || document_.is_at(body.tokens.first, class_id::DEMONYM);
    if (owned && !country.empty()) evidence_.name_country(country, 1);
  }

  // "Paris, Texas"; "Tripoli in Lebanon"; "Zakho (Iraq)"; and "Iraq's Zakho", "the Iraqi city of Zakho".
  void relate(const Naming& left, const Naming& right) {
    if (left.mention->row.sentence != right.mention->row.sentence || left.place == right.place) return;
    const Stretch between{left.mention->tokens.end, right.mention->tokens.first};
    if (between.first > between.end) return;
    Subject& first = subjects_[left.place];
    Subject& second = subjects_[right.place];
    if (!left.demonym && !right.demonym && part_stands_before_whole(between)) put(first, second, closes(right.mention->tokens.end));
    if (whole_owns_part(left, between)) put(second, first, false);
  }

  // A comma, "in" or an opening bracket alone.
  bool part_stands_before_whole(Stretch between) const {
    if (between.end != between.first + 1) return false;
    const text::Shape shape = document_.tokens[between.first].shape;
    return shape == text::Shape::comma || shape == text::Shape::open_bracket || scene_word(between.first) == firmest;
  }

  // Does an apposition end here? "in Paris, Kentucky, on Monday"
  bool closes(std::uint32_t token) const {
    if (token >= document_.tokens.size()) return true;
    const text::Shape shape = document_.tokens[token].shape;
    return shape == text::Shape::comma || shape == text::Shape::full_stop || shape == text::Shape::close_bracket || shape == text::Shape::semicolon;
  }

  // After a country's 's or a demonym: nothing, or a few words that end in a place noun with "of".
  bool whole_owns_part(const Naming& left, Stretch between) const {
    constexpr std::uint32_t most = 5;
    if (between.end - between.first > most) return false;
    const bool owner = !between.empty() && document_.tokens[between.first].shape == text::Shape::clitic;
    if (!left.demonym && !owner) return false;
    for (std::uint32_t i = between.first + (owner ? 1 : 0); i < between.end; ++i) {
      const Element* const word = document_.word_at(i);
      if (word == nullptr) return false;
      const bool passes = document_.is(*word, class_id::PLACE_NOUN) || document_.is(*word, class_id::ADJECTIVE) || follows_place_noun(i);
      if (!passes) return false;
    }
    return true;
  }

  // Puts a place in another, where the lexicon has it so for some pair of what their names mean; or where the text
  // is `sure` that there is such a place in a region, though the lexicon knows others of the name alone.
  static void put(Subject& part, Subject& whole, bool sure) {
    const auto holds_part = [&](const Candidate& place) {
      return std::any_of(part.candidates.begin(), part.candidates.end(), [&](const Candidate& other) { return lies_in(other, place); });
    };
    bool any = false;
    for (const Candidate& candidate : whole.candidates) {
      if (candidate.level == PlaceLevel::city) continue;
      const bool unknown = part.candidates.empty() || (sure && whole.candidates.size() == 1 && candidate.level == PlaceLevel::region);
      if (!unknown && !holds_part(candidate)) continue;
      part.relations.wholes.push_back(candidate);
      any = true;
    }
    if (any) whole.relations.parts.insert(whole.relations.parts.end(), part.candidates.begin(), part.candidates.end());
  }

  void gather_evidence() {
    for (const Subject& subject : subjects_) {
      if (subject.candidates.size() == 1) {
        const Candidate& only = subject.candidates[0];
        evidence_.name_country(only.country, std::max<std::uint32_t>(subject.mentions, 1));
        if (only.level == PlaceLevel::region) evidence_.name_region(only);
      } else if (cast_.actors[subject.actor - 1].kind == ActorKind::country) {
        evidence_.name_country(cast_.actors[subject.actor - 1].country, 1);
      }
    }
  }

  FoundPlaces finish() const {
    FoundPlaces places;
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> rows(subjects_.size(), none);
    places.rows.reserve(subjects_.size());
    places.levels.reserve(subjects_.size());
    places.mentions.reserve(namings_.size());
    for (const Naming& naming : namings_) {
      document_.pause();
      if (naming.demonym) continue;
      std::uint32_t& row = rows[naming.place];
      if (row == none) {
        row = static_cast<std::uint32_t>(places.rows.size());
        places.rows.push_back(row_of(subjects_[naming.place], naming, places.levels));
      }
      places.mentions.push_back({row, naming.mention->tokens, 0});
    }
    for (std::size_t i = 0; i < places.mentions.size(); ++i) {
      document_.pause();
      places.mentions[i].located = located(places, i);
    }
    return places;
  }

  Place row_of(const Subject& subject, const Naming& naming, std::vector<PlaceLevel>& levels) const {
    const Actor& actor = cast_.actors[subject.actor - 1];
    Place row;
    row.name = actor.name;
    row.mentions = subject.mentions;
    row.span = naming.mention->row.span;
    const std::int32_t best = choose(subject.candidates, evidence_, subject.relations);
    if (best >= 0 && !is_namesake(subject, actor)) {
      const Candidate& place = subject.candidates[static_cast<std::size_t>(best)];
      row.country = place.country;
      row.latitude = place.latitude;
      row.longitude = place.longitude;
      levels.push_back(place.level);
      return row;
    }
    // Unknown, but the text says where it is; else what the actors know of it.
    const auto& wholes = subject.relations.wholes;
    row.country = wholes.empty() ? country_around(naming, actor.country) : std::string(wholes[0].country);
    levels.push_back(actor.kind == ActorKind::country ? PlaceLevel::country : PlaceLevel::city);
    return row;
  }

  // The lexicon's one city of the name lies in another land than the actors have it in: this is a smaller one of theirs.
  static bool is_namesake(const Subject& subject, const Actor& actor) {
    return subject.candidates.size() == 1 && subject.candidates[0].level == PlaceLevel::city && subject.relations.wholes.empty() && !actor.country.empty() &&
           actor.country != subject.candidates[0].country;
  }

  // "In India, militants fired at police in Sopore. … Three died in Bratha": of the country that the sentence, else the
  // paragraph before has as the scene, where it is one alone.
  std::string country_around(const Naming& naming, const std::string& told) const {
    constexpr std::ptrdiff_t reach = 40;  // namings
    const std::uint32_t sentence = naming.mention->row.sentence;
    const Naming* const first_one = namings_.data();
    for (const Naming* at = &naming; at != first_one && &naming - at < reach;) {
      --at;
      const std::uint32_t other = at->mention->row.sentence;
      if (document_.sentences[other - 1].paragraph != document_.sentences[sentence - 1].paragraph) break;
      const Actor& actor = cast_.actors[subjects_[at->place].actor - 1];
      if (at->demonym || actor.kind != ActorKind::country || actor.country.empty()) continue;
      const std::uint32_t first = at->mention->tokens.first;
      const bool opens = first > 0 && first - 1 == document_.sentences[other - 1].first && scene_word(first - 1) == firmest;  // "In India, …"
      if (opens) return actor.country;
    }
    return told;
  }

  // --- what makes a place a scene -------------------------------------------------------------------------------------

  static constexpr std::uint8_t firmest = 3;

  // The weight of "in", "near" and their like; 0 where the word is none of them.
  std::uint8_t scene_word(std::uint32_t token) const {
    const Element* const word = document_.word_at(token);
    if (word == nullptr || !document_.is(*word, class_id::PLACE_PREPOSITION)) return 0;
    const auto entry = lexicon_.entry(word->word, class_id::PLACE_PREPOSITION);
    return entry ? lexicon::number_in<std::uint8_t>((*entry)[Column::value]).value_or(0) : std::uint8_t{0};
  }

  // "of" behind "city".
  bool follows_place_noun(std::uint32_t token) const {
    return token > 0 && document_.is_at(token, class_id::PREPOSITION) && document_.is_at(token - 1, class_id::PLACE_NOUN);
  }

  // A country's name before its noun: "the U.S. border city".
  bool modifies(const FoundPlaces& places, const PlaceMention& mention) const {
    if (places.levels[mention.place] != PlaceLevel::country || mention.tokens.end >= document_.tokens.size()) return false;
    if (document_.tokens[mention.tokens.end].shape == text::Shape::clitic) return false;
    const Tape tape = document_.tapes[document_.sentence_of(mention.tokens.first)];
    const std::size_t at = element_at(tape, mention.tokens.first);
    return at < tape.size() && document_.is(tape[at], class_id::NOUN_GROUP) && tape[at].end > mention.tokens.end;
  }

  // Walks back from a place over what may stand between it and its preposition: "in the northern Iraqi city of Zakho".
  // Behind a comma or "and" it shares the preposition of the place before it.
  std::uint8_t located(const FoundPlaces& places, std::size_t index) const {
    const PlaceMention& mention = places.mentions[index];
    const std::uint32_t first = document_.sentences[document_.sentence_of(mention.tokens.first)].first;
    if (index > 0) {
      const PlaceMention& before = places.mentions[index - 1];
      const std::uint32_t between = before.tokens.end;
      const bool joined = between + 1 == mention.tokens.first && before.tokens.first >= first;
      if (joined && (document_.tokens[between].shape == text::Shape::comma || document_.is(*document_.word_at(between), class_id::CONJUNCTION)))
        return before.located;
    }
    if (modifies(places, mention)) return 0;
    static constexpr lexicon::ClassSet passed_over = [] {
      lexicon::ClassSet all;
      for (const ClassId id : {class_id::DETERMINER, class_id::ADJECTIVE, class_id::PLACE_NOUN, class_id::DEMONYM, class_id::COUNTRY, class_id::PLACE_HEAD})
        all.add(id);
      return all;
    }();
    constexpr std::uint32_t reach = 8;
    bool of_kind = false;  // "city of" stands between: what comes before it says which
    for (std::uint32_t i = mention.tokens.first, steps = 0; i > first && steps < reach; ++steps) {
      const Element* const word = document_.word_at(i - 1);
      if (word == nullptr) return 0;
      if (const std::uint8_t weight = scene_word(i - 1); weight != 0) return weight;
      const bool passes = lexicon_.classes(word->set).meets(passed_over) || document_.tokens[i - 1].shape == text::Shape::clitic || follows_place_noun(i - 1) ||
                          (document_.is(*word, class_id::UNKNOWN) && document_.tokens[i - 1].shape == text::Shape::lower);
      of_kind |= document_.is(*word, class_id::PLACE_NOUN);
      if (!passes && !(of_kind && document_.is(*word, class_id::NOUN) && !document_.is(*word, class_id::PREPOSITION))) return 0;
      i = word->first;
    }
    return 0;
  }

  const Document& document_;
  const Cast& cast_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Naming> namings_;
  std::vector<Subject> subjects_;
  Evidence evidence_;
};

std::vector<PlaceMention>::const_iterator first_from(const FoundPlaces& places, std::uint32_t token) {
  return std::partition_point(places.mentions.begin(), places.mentions.end(), [token](const PlaceMention& mention) { return mention.tokens.first < token; });
}

// Lower is better: nearer, more firmly placed, smaller.
std::uint32_t cost_of(const FoundPlaces& places, const Document& document, Tape tape, const PlaceMention& mention, Stretch tokens) {
  constexpr std::uint32_t of_weakness = 4;
  constexpr std::uint32_t of_size = 3;  // "near Quetta in Balochistan"
  const std::uint32_t weakness = of_weakness * (3U - mention.located);
  const PlaceLevel level = places.levels[mention.place];
  const std::uint32_t size = level == PlaceLevel::country || level == PlaceLevel::region ? of_size : 0;
  return distance(document, tape, mention.tokens, tokens) + weakness + size;
}

}  // namespace

FoundPlaces find_places(const Document& document, const Cast& cast) { return Finding(document, cast).run(); }

const PlaceMention* place_near(const FoundPlaces& places, const Document& document, Stretch tokens, const std::function<bool(const PlaceMention&)>& fits) {
  if (tokens.empty()) return nullptr;
  const std::uint32_t index = document.sentence_of(tokens.first);
  const text::Sentence& sentence = document.sentences[index];
  const PlaceMention* best = nullptr;
  std::uint32_t lowest = too_far;
  for (auto at = first_from(places, sentence.first); at != places.mentions.end() && at->tokens.first < sentence.end; ++at) {
    if (at->located == 0) continue;
    const std::uint32_t cost = cost_of(places, document, document.tapes[index], *at, tokens);
    if (cost < lowest && (!fits || fits(*at))) lowest = cost, best = &*at;
  }
  return best;
}

const PlaceMention* place_of_paragraph(const FoundPlaces& places, const Document& document, Stretch tokens) {
  if (tokens.empty()) return nullptr;
  const std::uint32_t index = document.sentence_of(tokens.first);
  const text::Sentence& sentence = document.sentences[index];
  const auto in_paragraph = [&](const PlaceMention& mention) {
    return document.sentences[document.sentence_of(mention.tokens.first)].paragraph == sentence.paragraph;
  };
  const auto here = first_from(places, sentence.first);
  for (auto at = here; at != places.mentions.begin() && in_paragraph(*(at - 1));) {
    --at;
    if (at->located >= 2) return &*at;
  }
  for (auto at = here; at != places.mentions.end() && in_paragraph(*at); ++at) {
    if (at->tokens.first >= sentence.end && at->located >= 2) return &*at;
  }
  return nullptr;
}

}  // namespace gazette::facts
