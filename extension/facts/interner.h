// Numbers for texts: equal texts get one number, so that what follows compares and indexes numbers.
//
//   Interner words;
//   words.add("pelosi")  ->  0        words.add("nancy")  ->  1        words.find("pelosi")  ->  0
//
// Who has hashed a text already gives the hash with it, for one text always the same.
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
  std::uint32_t add(std::string_view text) { return add(text, lexicon::hash_of(text)); }
  std::uint32_t add(std::string_view text, std::uint64_t hash) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = slots_[place(text, hash)];
    if (slot == 0) insert(text, hash, slot);
    return slot - 1;
  }

  /// The number of a text, or none.
  std::uint32_t find(std::string_view text) const { return find(text, lexicon::hash_of(text)); }
  std::uint32_t find(std::string_view text, std::uint64_t hash) const {
    if (slots_.empty()) return none;
    const std::uint32_t slot = slots_[place(text, hash)];
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
      if (entry.hash == hash && std::string_view(pool_.data() + entry.begin, entry.length) == text) return at;
    }
  }

  void insert(std::string_view text, std::uint64_t hash, std::uint32_t& slot) {
    entries_.push_back({hash, static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(text.size())});
    pool_.append(text);
    slot = static_cast<std::uint32_t>(entries_.size());
  }

  void grow() {
    constexpr std::size_t at_first = 256;  // an article has about a hundred names
    constexpr std::size_t bytes_of_text = 10;
    slots_.assign(slots_.empty() ? at_first : 2 * slots_.size(), 0);
    entries_.reserve(slots_.size() / 2);
    pool_.reserve(slots_.size() / 2 * bytes_of_text);
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
