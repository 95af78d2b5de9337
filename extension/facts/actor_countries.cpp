// find_countries(): the country of actors that nothing beside their names told.
//
// A newspaper names the country of its story and of strangers; who is at home there it does not say. So a name that
// holds a country, its people or a place of it is that country's, a place that several countries have lies in the one
// that the article is about, and so do persons, places and bodies that nobody knows. Bodies that the lexicon knows
// without a country (agencies, media, the United Nations) stay without.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/casting.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

class Placing {
 public:
  explicit Placing(Casting& casting) : casting_(casting), document_(casting.document), lexicon_(casting.lexicon) {}

  void run() {
    for (Draft& draft : casting_.drafts) {
      const Naming& naming = casting_.names.namings[first_naming(draft)];
      if (draft.row.country.empty() && draft.row.kind != ActorKind::person && !naming.listed) draft.row.country = country_inside(naming);
    }
    const std::string_view home = country_of_article();
    if (home.empty()) return;
    for (Draft& draft : casting_.drafts) settle(draft, home);
  }

 private:
  std::uint32_t first_naming(const Draft& draft) const { return draft.naming; }

  // "Miaoli County Government", "CNN Philippines": of a country, a people, a region or a city in the name.
  std::string_view country_inside(const Naming& naming) const {
    const std::vector<Element>& words = document_.words[naming.sentence];
    for (const Element* at = word_at(document_, naming.sentence, naming.tokens.first);
         at != nullptr && at < words.data() + words.size() && at->first < naming.tokens.end; ++at) {
      const lexicon::ClassSet& set = lexicon_.classes(at->set);
      for (const ClassId id : {class_id::COUNTRY, class_id::DEMONYM, class_id::REGION, class_id::CITY}) {
        if (!set.has(id)) continue;
        const auto entry = lexicon_.entry(at->word, id);
        if (entry && !(*entry)[Column::country].empty()) return (*entry)[Column::country];
      }
    }
    return {};
  }

  // The country named most: itself, its people, its cities and bodies.
  std::string_view country_of_article() const {
    std::vector<std::pair<std::string_view, std::uint32_t>> counts;
    for (const Naming& naming : casting_.names.namings) {
      if (naming.country.empty() || naming.form == MentionForm::nominal) continue;
      const std::uint32_t weight = naming.kind == ActorKind::country ? 2 : 1;
      const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == naming.country; });
      if (at == counts.end()) {
        counts.emplace_back(naming.country, weight);
      } else {
        at->second += weight;
      }
    }
    const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string_view{} : best->first;
  }

  void settle(Draft& draft, std::string_view home) const {
    const Naming& naming = casting_.names.namings[first_naming(draft)];
    if (draft.row.kind == ActorKind::country) return;
    if (draft.row.country.empty()) {
      const bool stranger = naming.listed && draft.row.kind != ActorKind::person;
      if (!stranger) draft.row.country = home;
    } else if (draft.row.kind == ActorKind::place && draft.row.country != home && lies_in(naming.word, home)) {
      draft.row.country = home;
    }
  }

  // Has a country a city or region of that name?
  bool lies_in(std::uint32_t word, std::string_view country) const {
    bool found = false;
    lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
      found |= (entry.is(class_id::CITY) || entry.is(class_id::REGION)) && entry[Column::country] == country;
    });
    return found;
  }

  Casting& casting_;
  const Document& document_;
  const lexicon::Lexicon& lexicon_;
};

}  // namespace

void find_countries(Casting& casting) { Placing(casting).run(); }

}  // namespace gazette::facts
