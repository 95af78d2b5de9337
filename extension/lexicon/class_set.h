// Classes: what a word can be, as a set of small numbers.
//
// A class has a name ("HARM_VERB") and a number. The classes of lexicon/data/classes.tsv have fixed numbers, in
// the generated header lexicon/classes.h; a literal word of a rule ("of") gets a number of its own behind them.
#ifndef GAZETTE_LEXICON_CLASS_SET_H
#define GAZETTE_LEXICON_CLASS_SET_H

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace gazette::lexicon {

using ClassId = std::uint16_t;
inline constexpr std::size_t class_limit = 1152;  // a multiple of 64: those of classes.tsv, the words of rules, and room for words of users' rules

/// A set of classes.
class ClassSet {
 public:
  constexpr void add(ClassId id) { words_[id / 64] |= std::uint64_t{1} << (id % 64); }
  bool has(ClassId id) const { return ((words_[id / 64] >> (id % 64)) & 1U) != 0; }
  bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
  }
  bool meets(const ClassSet& other) const {
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) any |= words_[i] & other.words_[i];
    return any != 0;
  }
  ClassSet& operator|=(const ClassSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  ClassSet& operator&=(const ClassSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  friend ClassSet operator|(ClassSet a, const ClassSet& b) { return a |= b; }
  friend ClassSet operator&(ClassSet a, const ClassSet& b) { return a &= b; }
  friend bool operator==(const ClassSet&, const ClassSet&) = default;

  /// Calls `visit(ClassId)` for each class, in ascending order.
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<ClassId>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

  std::size_t hash() const {
    std::uint64_t h = 0;
    for (const std::uint64_t word : words_) h = (h ^ word) * 0x9E3779B97F4A7C15ULL, h ^= h >> 29U;
    return static_cast<std::size_t>(h);
  }

 private:
  std::array<std::uint64_t, class_limit / 64> words_{};
};

constexpr ClassSet set_of(std::initializer_list<ClassId> ids) {
  ClassSet set;
  for (const ClassId id : ids) set.add(id);
  return set;
}

struct ClassSetHash {
  std::size_t operator()(const ClassSet& set) const { return set.hash(); }
};

}  // namespace gazette::lexicon

#endif
