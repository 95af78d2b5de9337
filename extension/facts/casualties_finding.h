// A harm as a rule found it: what it did to whom, and whether the text tells it as done.
//
//   "were not killed" -> killed, negated      "are feared dead" -> killed, feared      "could kill" -> nothing
//   "jailed for killing two men" -> killed, the ground of something else
#ifndef GAZETTE_FACTS_CASUALTIES_FINDING_H
#define GAZETTE_FACTS_CASUALTIES_FINDING_H

#include <optional>
#include <string_view>

#include "facts/casualties_clause.h"
#include "facts/casualties_harm.h"
#include "facts/casualties_victims.h"
#include "facts/document.h"

namespace gazette::facts {

inline constexpr double sure_harm = 0.85;  // a verb of less may mean less: shot

struct Finding {
  const cascade::Match* match = nullptr;
  std::size_t at = 0;  // its last element
  std::string_view name;
  Harm harm;
  std::string_view status = "asserted";
  bool negated = false;
  bool also = false;
  bool self = false;
  bool background = false;
};

/// What the text told before a harm.
struct ToldBefore {
  bool any = false;   // claims at all
  bool here = false;  // a claim in the same sentence, of this harm and status:
  std::string_view harm;
  std::string_view status;
  bool weak = false;
  bool near = false;  // a claim in this sentence or the one before
};

/// The verb before the conjunction before `at`, or none: "<pulled out> a gun and | shot".
std::size_t verb_before(const Clause& clause, std::size_t at);

class FindingReader {
 public:
  FindingReader(const Document& document, const VictimReader& reader);

  /// Nothing where the words tell no harm that was done.
  std::optional<Finding> read(const Clause& clause, const cascade::Match& match, const ToldBefore& before) const;

 private:
  std::optional<Harm> harm_of(const Clause& clause, const cascade::Match& match, const ToldBefore& before, Finding& finding) const;
  bool nearly(const Clause& clause, std::size_t at) const;
  bool is_unreal(const Clause& clause, std::size_t at) const;
  bool is_possible(const Clause& clause, std::size_t at) const;
  bool is_toll_to_come(const Clause& clause, std::size_t at) const;
  bool is_asked(const Clause& clause, std::size_t at) const;
  bool is_neither(const Clause& clause, std::size_t at) const;
  bool in_negated_list(const Clause& clause, std::size_t at) const;
  static bool is_part(const Clause& clause, std::size_t at);
  bool in_aside_on_ground(const Clause& clause, std::size_t at) const;
  bool is_ground(const Clause& clause, std::size_t at) const;

  const Document& document_;
  const cascade::Stage& stage_;
  const VictimReader& reader_;
  HarmReader harms_;
  std::uint8_t harm_ = 0;
  std::uint8_t other_ = 0;
  std::uint8_t injury_ = 0;
  std::uint8_t hospital_ = 0;
};

}  // namespace gazette::facts

#endif
