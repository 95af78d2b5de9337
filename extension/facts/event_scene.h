// When and where an event is: by the date and the place that belong to its verb or noun.
//
//   "The shelling of Zakho on 20 July killed nine people."   ->   2022-07-20, Zakho
#ifndef GAZETTE_FACTS_EVENT_SCENE_H
#define GAZETTE_FACTS_EVENT_SCENE_H

#include <cstddef>
#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/dates.h"
#include "facts/document.h"
#include "facts/places.h"

namespace gazette::facts {

class EventScene {
 public:
  EventScene(const Document& document, const std::vector<FoundDate>& dates, const FoundPlaces& places) : document_(document), dates_(dates), places_(places) {}

  /// Sets the dates and the place of an event whose trigger is element `at`. `target`: the tokens of its first target,
  /// or none.
  void set(const Clauses& clauses, std::size_t at, Stretch target, Event& event) const;

 private:
  bool is_offset(const Clauses& clauses, Stretch tokens, std::size_t at) const;
  bool is_attribute(const Clauses& clauses, const FoundDate& date, std::size_t at) const;
  const FoundDate* date_of(const Clauses& clauses, std::size_t at, std::string_view type) const;
  const PlaceMention* place_of(const Clauses& clauses, std::size_t at, std::string_view type) const;
  const PlaceMention* place_in(Stretch tokens) const;
  bool is_post(const Clauses& clauses, const PlaceMention& place) const;
  static bool opens_clause(const Clauses& clauses, const PlaceMention& place, std::size_t at);

  const Document& document_;
  const std::vector<FoundDate>& dates_;
  const FoundPlaces& places_;
};

}  // namespace gazette::facts

#endif
