// find_places_of_actors() and find_countries(): the country of actors that nothing beside their names told.
//
// A newspaper names the country of its story and of strangers; who is at home there it does not say. So a name that
// holds a country or its people is that country's; a place that several countries have lies in the one that the article
// is about, and so does a small one whose own country the article never names; and so do persons, places and bodies that
// nobody knows, but for those that a sentence puts elsewhere: "In Beijing, the foreign ministry said". Bodies that the
// lexicon knows without a country (agencies, media, the United Nations) stay without, and so do those who act for them.
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/casting.h"
#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

class Placing {
 public:
  explicit Placing(Casting& casting) : casting_(casting), document_(casting.document), lexicon_(casting.lexicon) {}

  // Of what is no person: their countries pass on to the persons who act for them.
  void place_others() {
    count();
    for (Draft& draft : casting_.drafts) {
      document_.pause();
      if (draft.row.kind == ActorKind::person) {
        if (draft.row.country.empty()) guess(draft, country_of_surname(casting_.names.namings[draft.naming]));
      } else if (draft.row.kind != ActorKind::country) {
        place(draft);
      }
    }
  }

  void place_persons() {
    count();
    for (Draft& draft : casting_.drafts) {
      document_.pause();
      const Naming& naming = casting_.names.namings[draft.naming];
      if (draft.row.kind != ActorKind::person || !draft.row.country.empty() || draft.of_no_land || draft.abroad || naming.listed || is_author(naming) ||
          (!dominates_ && is_of_sport()))
        continue;
      guess(draft, country_at(draft, naming));
    }
  }

 private:
  struct Count {
    std::string_view country;
    std::uint32_t weight = 0;
    bool named = false;  // itself, or its people
    bool empty = false;  // nobody lives there
  };

  // "By Ana Paz": who writes of a country is at home anywhere.
  bool is_author(const Naming& naming) const { return document_.sentences[naming.sentence].part == text::Part::byline; }

  // Players and coaches come from everywhere, where the article is not of one country's.
  bool is_of_sport() {
    if (!sport_) sport_ = tells_of_sport(document_);
    return *sport_;
  }

  // "Putin": of a surname by which all know one person.
  std::string_view country_of_surname(const Naming& naming) const {
    const Element* const last = document_.word_at(naming.tokens.end - 1);
    const auto surname = last == nullptr ? std::nullopt : lexicon_.entry(last->word, class_id::SURNAME);
    return surname ? (*surname)[Column::country] : std::string_view{};
  }

  // "Miaoli County Government", "CNN Philippines": of a country, a people, a region or a city in the name.
  std::string_view country_inside(const Naming& naming) const {
    const Tape words = document_.words[naming.sentence];
    for (const Element* at = document_.word_at(naming.tokens.first); at != nullptr && at < words.data() + words.size() && at->first < naming.tokens.end; ++at) {
      const lexicon::ClassSet& set = lexicon_.classes(at->set);
      for (const ClassId id : {class_id::COUNTRY, class_id::DEMONYM}) {
        if (!set.has(id)) continue;
        const auto entry = lexicon_.entry(at->word, id);
        if (entry && !(*entry)[Column::country].empty()) return (*entry)[Column::country];
      }
      if (!set.has(class_id::REGION) && !set.has(class_id::CITY)) continue;
      if (lies_in(at->word, home_)) return home_;
      const bool of = at->first > naming.tokens.first && document_.is_at(at->first - 1, class_id::OF_MARK);  // "University of Bordeaux"
      if (at->first != naming.tokens.first && !of) continue;                                                 // "Davao del Sur" is in no region of the name Sur
      for (const ClassId id : {class_id::REGION, class_id::CITY}) {
        const auto entry = set.has(id) ? lexicon_.entry(at->word, id) : std::nullopt;
        if (entry && (of || is_named((*entry)[Column::country]))) return (*entry)[Column::country];
      }
    }
    return {};
  }

  // The country named most: itself, its people, its cities and bodies.
  void count() {
    counts_.clear();
    for (const Naming& naming : casting_.names.namings) {
      document_.pause();
      if (naming.country.empty() || naming.kind == ActorKind::person || (naming.word != lexicon::none && lexicon_.entry(naming.word, class_id::COMMON_BODY)))
        continue;
      if (is_one_of_a_people(naming) || document_.is_at(naming.tokens.end - 1, class_id::OFFICE_ABROAD)) continue;  // an embassy is elsewhere
      // The lexicon keeps a text once, so that most are told by where they stand.
      auto at = std::find_if(counts_.begin(), counts_.end(), [&](const Count& one) { return one.country.data() == naming.country.data(); });
      if (at == counts_.end()) at = std::find_if(counts_.begin(), counts_.end(), [&](const Count& one) { return one.country == naming.country; });
      if (at == counts_.end()) at = counts_.insert(counts_.end(), Count{naming.country});
      const bool body = naming.kind == ActorKind::organization || naming.kind == ActorKind::group;
      const bool dateline = document_.sentences[naming.sentence].part == text::Part::dateline;
      at->weight += dateline ? 5 : body && !naming.institution ? 1 : 2;  // "Brazil's Supreme Court" names the country, "Petrobras" does not
      if (naming.kind != ActorKind::country) continue;
      at->named = true;
      const auto entry = lexicon_.entry(naming.word, class_id::COUNTRY);
      at->empty |= entry && (*entry)[Column::population] == "0";
    }
    std::erase_if(counts_, [](const Count& one) { return one.empty; });  // Antarctica is nobody's home
    const auto best = std::max_element(counts_.begin(), counts_.end(), [](const Count& a, const Count& b) { return a.weight < b.weight; });
    home_ = best == counts_.end() ? std::string_view{} : best->country;
    constexpr std::uint32_t far = 3;  // times the next one's weight
    dominates_ = std::none_of(counts_.begin(), counts_.end(), [&](const Count& one) { return one.country != home_ && far * one.weight > best->weight; });
  }

  // "the Spaniard said": what somebody is tells nothing of where the rest of the article is at home.
  bool is_one_of_a_people(const Naming& naming) const {
    if (naming.form != MentionForm::demonym || naming.tokens.first == 0 || !document_.is_at(naming.tokens.first - 1, class_id::ARTICLE)) return false;
    const Element* const next = document_.word_at(naming.tokens.end);
    return next == nullptr || !(document_.is(*next, class_id::NOUN) || document_.is(*next, class_id::ADJECTIVE) || document_.is(*next, class_id::UNKNOWN));
  }

  bool is_named(std::string_view country) const {
    return std::any_of(counts_.begin(), counts_.end(), [&](const Count& one) { return one.named && one.country == country; });
  }

  void place(Draft& draft) const {
    const Naming& naming = casting_.names.namings[draft.naming];
    if (!naming.listed) {
      if (draft.row.country.empty()) draft.row.country = country_inside(naming);
      if (draft.row.country.empty()) guess(draft, country_at(draft, naming));
    } else if (is_common_body(draft, naming)) {
      guess(draft, country_at(draft, naming));
    } else if (draft.row.kind == ActorKind::organization && !draft.row.country.empty() && draft.row.country != home_ && stands_in(naming.word, home_)) {
      draft.row.country = home_;  // the CBI: India's bureau, Britain's industry
    } else if (draft.row.kind == ActorKind::place && !naming.large && !home_.empty() && draft.row.country != home_ && !draft.row.country.empty()) {
      constexpr double small = 300000;  // people
      const bool elsewhere = lies_in(naming.word, home_) || (!is_named(draft.row.country) && is_city_below(naming.word, small));
      if (elsewhere) draft.row.country = home_;
    }
  }

  // The country that the sentence opens with, or else the article's. Persons travel: of them a city tells nothing.
  std::string_view country_at(const Draft& draft, const Naming& naming) const {
    const Tape words = document_.words[naming.sentence];
    if (draft.row.kind == ActorKind::place || words.empty() || !document_.is(words[0], class_id::LOCATIVE)) return home_;
    const std::vector<Naming>& all = casting_.names.namings;
    const auto scene = std::lower_bound(all.begin(), all.end(), words[0].end, [](const Naming& one, std::uint32_t token) { return one.tokens.first < token; });
    if (scene == all.end() || scene->tokens.first != words[0].end || scene->tokens.end >= naming.tokens.first || scene->country.empty()) return home_;
    const bool place = scene->kind == ActorKind::country || (scene->kind == ActorKind::place && draft.row.kind != ActorKind::person);
    return place && document_.tokens[scene->tokens.end].shape == text::Shape::comma ? scene->country : home_;
  }

  static void guess(Draft& draft, std::string_view country) {
    if (country.empty()) return;
    draft.row.country = country;
    draft.country_guessed = true;
  }

  // "Congress", "House of Representatives": the best known one's, unless the article is of another country and never names
  // that one.
  bool is_common_body(const Draft& draft, const Naming& naming) const {
    if (draft.row.kind != ActorKind::organization || home_.empty() || draft.row.country.empty()) return false;
    if (draft.row.country == home_ || is_named(draft.row.country)) return false;
    const Element* const word = document_.word_at(naming.tokens.first);
    return word != nullptr && word->end >= naming.tokens.end && lexicon_.classes(word->set).has(class_id::ORGANIZATION_HEAD);
  }

  // Has a country a body of that name?
  bool stands_in(std::uint32_t word, std::string_view country) const {
    return !country.empty() && has(country, word, {class_id::ORGANIZATION, class_id::MEDIA, class_id::COMPANY});
  }

  // Has a country a city or region of that name?
  bool lies_in(std::uint32_t word, std::string_view country) const { return has(country, word, {class_id::CITY, class_id::REGION}); }

  // Does an entry of one of these classes name that country?
  bool has(std::string_view country, std::uint32_t word, std::initializer_list<ClassId> classes) const {
    bool found = false;
    lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
      found |= entry[Column::country] == country && std::any_of(classes.begin(), classes.end(), [&](ClassId id) { return entry.is(id); });
    });
    return found;
  }

  // Is every place of that name a city of fewer people?
  bool is_city_below(std::uint32_t word, double people) const {
    bool below = true;
    lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
      if (entry.is(class_id::CITY)) below &= lexicon::number_in<double>(entry[Column::population]).value_or(0) < people;
      if (entry.is(class_id::REGION) || entry.is(class_id::CAPITAL) || entry.is(class_id::PLACE) || entry.is(class_id::WORLD_CITY)) below = false;
    });
    return below;
  }

  Casting& casting_;
  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Count> counts_;
  bool dominates_ = true;  // no other country is named nearly as often
  std::optional<bool> sport_;
  std::string_view home_;  // the country of the article; empty where it names none
};

}  // namespace

void find_places_of_actors(Casting& casting) { Placing(casting).place_others(); }

void find_countries(Casting& casting) { Placing(casting).place_persons(); }

}  // namespace gazette::facts
