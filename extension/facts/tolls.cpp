// Tolls: what a text's claims come to. The claims of one sentence stand beside each other and are added; a sentence that
// tells a harm again tells the same dead, so of one claimant's sentences the largest sum counts; other claimants are rivals.
#include <algorithm>
#include <map>

#include "facts/casualties.h"

namespace gazette::facts {
namespace {

struct Sum {
  std::int64_t low = 0;
  std::int64_t best = 0;
  std::int64_t high = 0;
  bool has_low = true;
  bool has_best = true;
  bool has_high = true;
  std::int64_t main() const { return has_best ? best : (has_low ? low : high); }

  void add(const Figure& figure) {
    low += figure.low.value_or(figure.best.value_or(0));
    best += figure.best.value_or(figure.low.value_or(0));
    high += figure.high.value_or(0);
    has_low = has_low && figure.low.has_value();
    has_best = has_best && figure.best.has_value();
    has_high = has_high && figure.high.has_value();
  }
};

}  // namespace

std::vector<Toll> add_up(const std::vector<FoundCasualty>& claims) {
  struct Side {
    std::map<Id, Sum> by_sentence;
  };
  std::vector<std::string> harms;
  std::map<std::string, std::vector<std::string>> claimants;                    // of each harm, in the order of the text
  std::map<std::pair<std::string, std::string>, Side> sides;                    // harm and claimant
  std::map<std::string, std::uint32_t> counts;
  for (const FoundCasualty& claim : claims) {
    const Casualty& row = claim.row;
    if (row.part_of != 0 || row.status != "asserted") continue;
    if (counts[row.harm]++ == 0) harms.push_back(row.harm);
    std::vector<std::string>& names = claimants[row.harm];
    if (std::find(names.begin(), names.end(), row.claimant) == names.end()) names.push_back(row.claimant);
    sides[{row.harm, row.claimant}].by_sentence[row.sentence].add(row.figure);
  }
  std::vector<Toll> tolls;
  for (const std::string& harm : harms) {
    Toll toll;
    toll.harm = harm;
    toll.claims = counts[harm];
    const Sum* chosen = nullptr;
    for (const std::string& name : claimants[harm]) {
      const Sum* largest = nullptr;
      for (const auto& [sentence, sum] : sides[{harm, name}].by_sentence) {
        if (largest == nullptr || sum.main() > largest->main()) largest = &sum;
      }
      if (!name.empty()) toll.claimants.push_back(name);
      if (chosen == nullptr || largest->main() > chosen->main()) chosen = largest;
      const auto low = largest->has_low ? std::optional(largest->low) : std::nullopt;
      const auto high = largest->has_high ? std::optional(largest->high) : std::nullopt;
      if (low && (!toll.low || *low < *toll.low)) toll.low = low;
      if (high && (!toll.high || *high > *toll.high)) toll.high = high;
      toll.disputed |= chosen->main() != largest->main() && !name.empty();
    }
    if (chosen->has_best) toll.best = chosen->best;
    tolls.push_back(std::move(toll));
  }
  return tolls;
}

}  // namespace gazette::facts
