// What PLOVER's types of events have in common: how the roles of an event and what is told beside it follow from its type.
//
//   is_hostile("ASSAULT")   ->   true: told as intended, it is a threat
#ifndef GAZETTE_FACTS_EVENT_TYPES_H
#define GAZETTE_FACTS_EVENT_TYPES_H

#include <initializer_list>
#include <string_view>

#include "facts/event_frames.h"

namespace gazette::facts {

/// Is a type one of these?
bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types);
/// What one does for the other; told as intended, it is an agreement.
bool is_cooperative(std::string_view type);
/// What one does to the other; told as intended, it is a threat.
bool is_hostile(std::string_view type);
/// What is said of something else, which then is no event of its own: "urged them to stop the attack".
bool has_content(std::string_view type);
/// What both do if it is said of two side by side.
bool is_mutual(std::string_view type);
/// Where the noun that names it is followed by "of", whom it is done to stands there: "the killing of".
bool is_of_target(const EventMeaning& meaning);
/// Where somebody's own people are the means, not the target: "sent troops to Bosnia".
bool uses_people(const EventMeaning& meaning);

}  // namespace gazette::facts

#endif
