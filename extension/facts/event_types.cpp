#include "facts/event_types.h"

#include <algorithm>

namespace gazette::facts {

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) { return std::find(types.begin(), types.end(), type) != types.end(); }

bool is_cooperative(std::string_view type) { return is_one_of(type, {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}); }
bool is_hostile(std::string_view type) { return is_one_of(type, {"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE", "THREATEN", "REJECT"}); }
bool has_content(std::string_view type) { return is_one_of(type, {"AGREE", "REQUEST", "REJECT", "THREATEN"}); }
bool is_mutual(std::string_view type) { return is_one_of(type, {"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}); }
bool is_of_target(const EventMeaning& meaning) {
  return is_one_of(meaning.type, {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT", "SUPPORT"}) || meaning.mode == "release";
}
bool uses_people(const EventMeaning& meaning) {
  return is_one_of(meaning.type, {"MOBILIZE", "COOPERATE", "AGREE"}) || meaning.mode == "withdraw" || (meaning.type == "CONSULT" && meaning.mode.empty());
}

}  // namespace gazette::facts
