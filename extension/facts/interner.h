// Numbers for texts: equal texts get one number, so that what follows compares and indexes numbers.
//
//   Interner words;
//   words.add("pelosi")  ->  0        words.add("nancy")  ->  1        words.find("pelosi")  ->  0
#ifndef GAZETTE_FACTS_INTERNER_H
#define GAZETTE_FACTS_INTERNER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/fold.h"

namespace gazette::facts {

class Interner {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The number of a text, a new one where it has none yet.
  std::uint32_t add(std::string_view text) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = lexicon::hash_of(text);
    std::uint32_t& slot = slots_[place(text, hash)];
    if (slot == 0) {
      entries_.push_back({hash, static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(text.size())});
      pool_.append(text);
      slot = static_cast<std::uint32_t>(entries_.size());
    }
    return slot - 1;
  }

  /// The number of a text, or none.
  std::uint32_t find(std::string_view text) const {
    if (slots_.empty()) return none;
    const std::uint32_t slot = slots_[place(text, lexicon::hash_of(text))];
    return slot == 0 ? none : slot - 1;
  }

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };

  // Where a text's number stands or would stand.
  std::size_t place(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      if (slots_[at] == 0) return at;
      const Entry& entry = entries_[slots_[at] - 1];
      if (entry.hash == hash && std::string_view(pool_).substr(entry.begin, entry.length) == text) return at;
    }
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t at = entries_[i].hash & mask;
      while (slots_[at] != 0) at = (at + 1) & mask;
      slots_[at] = i + 1;
    }
  }

  std::string pool_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // a number plus 1, or 0; a power of two, at most half full
};

}  // namespace gazette::facts

#endif
