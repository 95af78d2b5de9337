// Clauses: who stands where around a verb, read from the tape of one sentence.
//
//   "Pakistan, a key ally, has refused to deploy peacekeepers in Iraq and has urged its citizens to leave."
//   subjects(refused) = subjects(urged) = {Pakistan}    subjects(to leave) = {citizens}    objects(to deploy) = {peacekeepers}
//
// It is no parser: from a verb it walks to the left over phrases, appositions, relative clauses and adverbials until it
// meets the noun group that the verb agrees with, and to the right for what the verb is done to. Each walk has a limit.
#ifndef GAZETTE_FACTS_CLAUSES_H
#define GAZETTE_FACTS_CLAUSES_H

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "facts/document.h"

namespace gazette::facts {

/// What an element is to its clause, as bits.
enum Mark : std::uint32_t {
  mark_known = 1U << 0U,
  mark_noun = 1U << 1U,  // a noun group
  mark_verb = 1U << 2U,  // a verb group
  mark_passive = 1U << 3U,
  mark_infinitive = 1U << 4U,
  mark_gerund = 1U << 5U,
  mark_copula = 1U << 6U,
  mark_comma = 1U << 7U,
  mark_stop = 1U << 8U,  // nothing of a clause stands beyond it
  mark_open = 1U << 9U,  // brackets
  mark_close = 1U << 10U,
  mark_conjunction = 1U << 11U,
  mark_preposition = 1U << 12U,
  mark_agent = 1U << 13U,     // by
  mark_genitive = 1U << 14U,  // of
  mark_mutual = 1U << 15U,    // between
  mark_relative = 1U << 16U,
  mark_complementizer = 1U << 17U,  // that
  mark_subordinator = 1U << 18U,
  mark_adverb = 1U << 19U,
  mark_date = 1U << 20U,
  mark_clitic = 1U << 21U,   // 's
  mark_pronoun = 1U << 22U,  // of a noun group
  mark_name = 1U << 23U,     // of a noun group: its head is a name
  mark_animate = 1U << 24U,  // of a noun group: its head is a word for persons or a body of persons
  mark_report = 1U << 25U,   // of a verb group: it reports speech
  mark_event_verb = 1U << 26U,
  mark_event_noun = 1U << 27U,
  mark_event_adjective = 1U << 28U,
  mark_participle = 1U << 29U,  // of a verb group: a word that may be a participle, without auxiliary
  mark_counted = 1U << 30U,     // of a noun group: it opens with a number, or is one
  mark_addressee = 1U << 31U,   // to
};

/// The marks of every class set and label of a grammar, worked out once.
class ClauseMarks {
 public:
  explicit ClauseMarks(const cascade::Grammar& grammar);
  /// Of an element as its label and its word tell.
  std::uint32_t of(const Element& element) const {
    const std::uint32_t label = of_label_[element.label];
    return label | of_set_[element.set][kind_of_label_[element.label]];
  }

 private:
  enum Kind : std::uint8_t { word, noun_head, verb_head, phrase };  // what the class set is of; of a phrase only the label counts
  std::vector<std::array<std::uint32_t, 4>> of_set_;
  std::vector<std::uint32_t> of_label_;
  std::vector<Kind> kind_of_label_;
};

/// A noun group, with the names before it that belong to it: elements [first, head].
struct Group {
  std::uint32_t first = 0;
  std::uint32_t head = 0;
};

/// Groups that stand side by side: "A, B and C".
class Groups {
 public:
  static constexpr std::size_t limit = 8;
  void add(Group group) {
    if (count_ < limit) all_[count_++] = group;
  }
  const Group* begin() const { return all_.data(); }
  const Group* end() const { return all_.data() + count_; }
  void reverse() { std::reverse(all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(count_)); }
  bool empty() const { return count_ == 0; }
  std::size_t size() const { return count_; }
  const Group& operator[](std::size_t i) const { return all_[i]; }

 private:
  std::array<Group, limit> all_{};
  std::size_t count_ = 0;
};

class Clauses {
 public:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  explicit Clauses(const Document& document);

  /// Takes up a sentence's tape.
  void read(Tape tape);
  /// The marks of all its elements together.
  std::uint32_t all_marks() const { return all_; }

  std::size_t size() const { return marks_.size(); }
  bool is(std::size_t at, std::uint32_t any_of) const { return at < marks_.size() && (marks_[at] & any_of) != 0; }
  /// Is it a word that means nothing to the clause, as an adjective outside of a group?
  bool is_plain(std::size_t at) const { return at < marks_.size() && (marks_[at] & ~mark_known) == 0; }
  bool is_finite(std::size_t at) const { return is(at, mark_verb) && !is(at, mark_infinitive | mark_gerund); }
  const Element& operator[](std::size_t at) const { return tape_[at]; }
  Stretch tokens(Group group) const { return {tape_[group.first].first, tape_[group.head].end}; }
  /// The element that holds a token, else the one behind it.
  std::size_t element_at(std::uint32_t token) const;

  /// What a verb agrees with; of an infinitive or participle, what it would agree with. Of a passive: whom it is done to.
  Groups subjects(std::size_t verb) const { return subjects(verb, 0); }
  /// "Japan to send aid to Nepal": of an infinitive that is the verb of a headline, who stands before it; else empty.
  Groups subjects_of_heading(std::size_t verb) const;
  /// "became the first country | to ban it": the verb that says that it did, where an infinitive stands so; else none.
  std::size_t ordinal_before(std::size_t infinitive) const;
  /// What stands behind a verb as its object.
  Groups objects(std::size_t verb) const;
  /// The doer of a passive: what stands behind "by" in its clause.
  Groups agents(std::size_t verb) const;
  /// The group that ends, or begins, with the noun group at `at`.
  Group group_to(std::size_t at) const;
  Group group_from(std::size_t at) const;
  /// The groups side by side from `at` to the right.
  Groups groups_from(std::size_t at) const;
  /// Is it a date whose last word opens a clause: "a month before | the government signed"?
  bool opens_clause(std::size_t at) const;
  /// Is it a word that opens a question or a free relative clause: "what", "how"?
  bool opens_question(std::size_t at) const;
  /// The first element behind `at` that is no adverb, no date, and no preposition of a date.
  std::size_t after(std::size_t at) const;
  /// The last element before `at` that is none of them; `none` at the beginning.
  std::size_t before(std::size_t at) const;
  /// Is a participle without an auxiliary passive here ("a letter handed over to them", "a camp attacked by militiamen")?
  bool is_reduced_passive(std::size_t verb) const;
  /// Is a verb passive, with an auxiliary or without?
  bool is_passive(std::size_t verb) const { return is(verb, mark_verb) && (is(verb, mark_passive) || is_reduced_passive(verb)); }
  /// The last verb before `at` in its clauses, within reach; of finite ones alone, or none.
  std::size_t verb_before(std::size_t at, bool finite_only) const;
  /// The verb that "that" and the subject of the verb follow: "demanded that the mayor go"; or none.
  std::size_t that_of(std::size_t verb) const;
  /// The relative pronoun that a verb agrees with ("who", "which" right before it), or none.
  std::size_t relative_of(std::size_t verb) const;
  /// The verb (or none) whose clause holds what stands at `at` as something said: "Iraq said it would …".
  std::size_t reporting_verb(std::size_t at) const;
  /// The same where the report stands behind: "Indonesia should free them, the parliament said"; "…, said the minister".
  std::size_t reporting_verb_behind(std::size_t at) const;

 private:
  static constexpr std::size_t reach = 60;  // elements
  static constexpr int depth_limit = 6;

  std::uint32_t marks_of(const Element& element) const;
  Groups subjects(std::size_t verb, int depth) const;
  Groups subjects_of_finite(std::size_t verb, int depth) const;
  Groups subjects_of_infinitive(std::size_t verb, int depth) const;
  bool is_reported_perfect(std::size_t verb) const;
  Groups subjects_of_participle(std::size_t verb, int depth) const;
  Groups subjects_of_next(std::size_t verb, int depth) const;
  Groups antecedent(std::size_t relative) const;
  std::size_t deed_before(std::size_t relative) const;
  bool is_behind_whose(std::size_t verb) const;
  std::size_t relative_of_report(std::size_t verb) const;
  bool is_headline_list(std::size_t left, std::size_t verb) const;
  std::size_t teller_of(std::size_t verb) const;
  std::size_t opening_of(std::size_t close) const;
  bool joins(std::size_t left, std::size_t right) const;

  bool is_one_word(const Element& element) const;
  bool is_list(std::size_t at) const;

  const Document& document_;
  std::uint8_t head_;  // the capture of a group's head
  const ClauseMarks& known_;
  Tape tape_;
  std::uint32_t all_ = 0;
  std::vector<std::uint32_t> marks_;  // of the sentence's elements
};

}  // namespace gazette::facts

#endif
