#include "facts/actors.h"

#include <algorithm>

#include "facts/casting.h"
#include "facts/governments.h"
#include "facts/name_kinds.h"

namespace gazette::facts {
namespace {

// The rows: actors in the order of their first mention, each with the other forms that the text gives it.
class Listing {
 public:
  explicit Listing(Casting& casting) : casting_(casting), document_(casting.document), ids_(casting.drafts.size() + 1, 0) {}

  Cast run() {
    cast_.mentions.reserve(casting_.names.namings.size());
    cast_.actors.reserve(casting_.drafts.size());
    owners_.reserve(2 * casting_.drafts.size());
    for (const Naming& naming : casting_.names.namings) {
      document_.pause();
      if (naming.actor != 0 && ids_[naming.actor] == 0) {
        cast_.guessed.push_back(static_cast<std::uint8_t>(casting_.draft(naming.actor).country_guessed));
        cast_.genders.push_back(casting_.draft(naming.actor).gender);
        cast_.actors.push_back(std::move(casting_.draft(naming.actor).row));
        cast_.actors.back().span = naming.span;
        ids_[naming.actor] = static_cast<Id>(cast_.actors.size());
      }
      FoundMention& mention = cast_.mentions.emplace_back();
      mention.tokens = naming.tokens;
      mention.row.actor = ids_[naming.actor];
      mention.row.form = naming.form;
      mention.row.kind = naming.kind;
      mention.row.span = naming.span;
      mention.row.sentence = naming.sentence + 1;
      if (mention.row.actor != 0) count(mention.row.actor, naming);
    }
    return std::move(cast_);
  }

 private:
  void count(Id id, const Naming& naming) {
    Actor& actor = cast_.actors[id - 1];
    ++actor.mentions;
    const std::string_view form = form_of(document_, naming, buffer_);
    if (form == actor.name) return;
    const std::uint32_t number = forms_.add(form);
    if (number >= owners_.size()) owners_.resize(number + 1, 0);
    if (owners_[number] == id) return;  // told before
    owners_[number] = id;
    if (std::find(actor.aliases.begin(), actor.aliases.end(), form) == actor.aliases.end()) actor.aliases.emplace_back(form);
  }

  Casting& casting_;
  const Document& document_;
  Cast cast_;
  std::vector<Id> ids_;  // of each draft: its row
  Interner forms_;
  std::vector<Id> owners_;  // of each form: the actor that had it last
  std::string buffer_;
};

}  // namespace

std::int32_t Cast::mention_in(Stretch stretch) const {
  std::int32_t first = -1;
  for (auto at = first_in(mentions, stretch); at != mentions.end() && at->tokens.first < stretch.end; ++at) {
    if (at->tokens.end > stretch.end) continue;
    const auto index = static_cast<std::int32_t>(at - mentions.begin());
    if (at->tokens.end == stretch.end) return index;
    if (first < 0) first = index;
  }
  return first;
}

Id Cast::actor_of(Stretch stretch) const {
  const std::int32_t mention = mention_in(stretch);
  return mention < 0 ? 0 : mentions[static_cast<std::size_t>(mention)].row.actor;
}

std::string Cast::name_of(Id actor) const { return actor == 0 ? std::string() : actors[actor - 1].name; }

Cast find_actors(const Document& document, std::string_view day) {
  Casting casting{document, document.grammar->lexicon(), find_names(document, day), {}, {}, {}};
  casting.appositions = find_appositions(document, casting.names);
  decide_kinds(document, casting.appositions, casting.names);
  find_governments(document, casting.names);
  make_drafts(casting);
  find_places_of_actors(casting);
  read_offices(casting);
  find_countries(casting);
  find_anaphora(casting);
  return Listing(casting).run();
}

}  // namespace gazette::facts
