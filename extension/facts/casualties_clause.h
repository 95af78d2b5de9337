// The clause around a harm: which noun groups of a sentence are its subject, its object, its agent.
//
//   "Two soldiers from Gao and a driver, 25, were killed by rebels."   subject(were killed) -> a driver, before it: Two soldiers
//                                                                      agent(were killed)   -> rebels
//   "The blast killed a man and his two sons and burned a bus."        object(killed)       -> a man, behind it: his two sons
//
// The tape is that of noun and verb groups. Nothing here knows what harm is; it follows commas, conjunctions,
// prepositions and relative clauses from group to group, never further than the sentence.
#ifndef GAZETTE_FACTS_CASUALTIES_CLAUSE_H
#define GAZETTE_FACTS_CASUALTIES_CLAUSE_H

#include <array>
#include <cstddef>
#include <vector>

#include "facts/document.h"
#include "lexicon/classes.h"

namespace gazette::facts {

/// Some elements (indices) of a tape, in place: a list that is longer is no sentence.
class Elements {
 public:
  static constexpr std::size_t limit = 24;
  bool add(std::size_t at) {
    if (count_ == limit) return false;
    all_[count_++] = at;
    return true;
  }
  const std::size_t* begin() const { return all_.data(); }
  const std::size_t* end() const { return all_.data() + count_; }
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  void cut(std::size_t count) { count_ = count; }

 private:
  std::array<std::size_t, limit> all_{};
  std::size_t count_ = 0;
};

class Clause {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Clause(const Document& document, Tape tape) : document_(document), tape_(tape) {}

  bool is(std::size_t at, ClassId id) const { return at < tape_.size() && document_.is(tape_[at], id); }
  const Element& operator[](std::size_t at) const { return tape_[at]; }
  std::size_t size() const { return tape_.size(); }
  /// The first element that begins at a token or behind it.
  std::size_t from_token(std::uint32_t token) const;

  /// The noun group (index) that is the subject of what stands at `at`: a verb group, a predicative adjective, a reduced
  /// participle. `none` where there is none in reach.
  std::size_t subject(std::size_t at) const;
  /// The first noun group of the clause that `fits`, of which the verb at `at` is the predicate, whatever stands between:
  /// "An activist of the United People's Front (UPF) was killed". `none` where there is none.
  template <typename Fits>
  std::size_t first_group(std::size_t at, Fits fits) const;
  /// The noun group that is the object of the verb at `at`, or `none`.
  std::size_t object(std::size_t at) const;
  /// The noun group behind the "of" that follows `at` ("the deaths of three men"), or `none`.
  std::size_t of_group(std::size_t at) const;
  /// The noun group that a preposition adds to the subject behind the verb at `at`: "was killed along with his son".
  std::size_t added(std::size_t at) const;
  /// The noun group behind the "by" that follows the verb at `at`, or `none`.
  std::size_t agent(std::size_t at) const;

  /// The groups coordinated with the one at `at` that stand before it ("a man, his wife and <two sons>"), the nearest
  /// first, as long as `fits(index)`.
  template <typename Fits>
  Elements before(std::size_t at, Fits fits) const;
  /// The same for those behind it. A group that is the subject of a verb of its own is none.
  template <typename Fits>
  Elements behind(std::size_t at, Fits fits) const;

  /// The first element behind a group that is none of its complements: "in the north", "of the crew", ", 25,".
  std::size_t behind_complements(std::size_t at) const;
  /// Adverbs, dates, measures: what may stand anywhere in a clause.
  bool transparent(std::size_t at) const;
  /// A participle without an auxiliary: "the man <shot> by police".
  bool is_bare_participle(std::size_t at) const;

 private:
  std::size_t clause_start(std::size_t at) const;
  bool starts_group(std::size_t at) const;
  bool is_age(std::size_t at) const;
  bool is_place(std::size_t at) const;
  std::size_t before_relative(std::size_t comma) const;
  std::size_t opening_comma(std::size_t at) const;
  std::size_t before_complements(std::size_t at) const;
  std::size_t before_reduced(std::size_t at) const;
  std::size_t behind_reduced(std::size_t at) const;
  std::size_t conjunct_before(std::size_t at, bool& conjunction) const;
  std::size_t conjunct_behind(std::size_t at, bool& conjunction) const;
  bool has_own_verb(std::size_t at) const;
  bool is_predicate(std::size_t at, bool harms) const;
  bool lacks_verb(std::size_t partitive) const;

  const Document& document_;
  Tape tape_;
};

template <typename Fits>
std::size_t Clause::first_group(std::size_t at, Fits fits) const {
  for (std::size_t i = clause_start(at); i < at; ++i) {
    if (starts_group(i) && fits(i)) return i;
  }
  return none;
}

template <typename Fits>
Elements Clause::before(std::size_t at, Fits fits) const {
  Elements groups;
  bool conjunction = false;  // a comma joins two groups where a conjunction joins the last: "a man, a woman and a child"
  while (true) {
    at = conjunct_before(at, conjunction);
    if (at == none || !fits(at) || !groups.add(at)) return groups;
  }
}

template <typename Fits>
Elements Clause::behind(std::size_t at, Fits fits) const {
  Elements groups;
  std::size_t sure = 0;
  while (true) {
    bool conjunction = false;
    at = conjunct_behind(at, conjunction);
    if (at == none || !fits(at) || !groups.add(at)) break;
    if (conjunction) sure = groups.size();
  }
  // "killed six teachers, two guards and took a girl": the conjunction joins the predicates.
  if (!groups.empty() && at == none) {
    const std::size_t next = behind_complements(*(groups.end() - 1));
    if (is(next, lexicon::class_id::CONJUNCTION) && is(next + 1, lexicon::class_id::VERB_GROUP)) sure = groups.size();
  }
  groups.cut(sure);
  return groups;
}

}  // namespace gazette::facts

#endif
