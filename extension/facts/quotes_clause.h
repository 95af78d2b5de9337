// Syntax: who a verb's subject is, and where a clause begins and ends, read off the traits of a passage's elements.
//
//   Hugh Hill, a doctor who led the study, said on Monday that it works, but declined to say why.
//   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  subject_of(said)     ~~~~~~~~ clause_end
//
// Every question looks at a bounded stretch, so that a passage costs time in proportion to its length.
#ifndef GAZETTE_FACTS_QUOTES_CLAUSE_H
#define GAZETTE_FACTS_QUOTES_CLAUSE_H

#include <array>
#include <cstdint>

#include "facts/quotes_passage.h"

namespace gazette::facts {

/// Elements [begin, end) of a passage.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
};

/// Those who speak, as a noun phrase: "the head of the union, Ana Paz,", "Ruiz and two aides".
struct Party {
  static constexpr std::size_t limit = 4;
  Range mention;                             // all of the phrase
  std::array<std::uint32_t, limit> heads{};  // its noun groups that are joined by "and"
  std::uint32_t count = 0;
  Range pronoun;           // "who", where a relative clause's subject is the phrase before it
  std::uint32_t tail = 0;  // the end of what hangs on the first head: "the head [of the union]"
  bool found() const { return count > 0; }
};

class Syntax {
 public:
  explicit Syntax(const Passage& passage) : passage_(passage) {}

  /// The subject of the verb group at `verb`; none where it shares that of another verb.
  Party subject_of(std::uint32_t verb) const;
  /// The phrase that begins at the noun group `first`: behind "said" or "according to".
  Party party_from(std::uint32_t first) const;
  /// The subject of the main verb of the sentence that holds `at`.
  Party main_subject(std::uint32_t at) const;

  /// The subject of the verb to which "and" joins the verb group at `verb`: "asked if it hurt, she smiled and said".
  Party joined_subject(std::uint32_t verb) const;

  /// The end of a noun phrase that begins with the noun group at `first`, with its prepositional phrases.
  std::uint32_t phrase_end(std::uint32_t first) const;
  /// The end of the reported clause that begins at `first`.
  std::uint32_t clause_end(std::uint32_t first) const;
  /// The end of the object that begins with the noun group at `first`, with all that hangs on it.
  std::uint32_t object_end(std::uint32_t first) const;
  /// The end of what is said of somebody from `first` on, or of what is to be done: before another verb that is joined to
  /// the cue, or a clause beside it: "called it a lie[, saying]", "vowed to stay[, and the army]".
  std::uint32_t predicate_end(std::uint32_t first) const;
  /// The end of the sentence that holds `at`.
  std::uint32_t sentence_end(std::uint32_t at) const;
  /// The beginning of the sentence, or of what follows a semicolon or colon, that holds `at`.
  std::uint32_t clause_begin(std::uint32_t at) const;
  /// Do the elements from `first` on make a clause: a noun phrase and its finite verb?
  bool is_clause(std::uint32_t first) const;
  /// The same, told more strictly: the verb follows the noun phrase at once.
  bool is_plain_clause(std::uint32_t first) const;
  /// Do quoted words follow in the clause that opens there, which no other word for saying brings?
  bool quotes_on(std::uint32_t next) const;
  /// Does a noun phrase at `first` have an aside between itself and its verb: "Ana Paz, a doctor, said"?
  bool is_subject_with_aside(std::uint32_t first) const;
  /// Does a gerund stand behind a noun for what neither speaks nor is written, and before a clause: "show patience | saying that"?
  bool says_no_thing(std::uint32_t gerund) const;
  /// Is there an attribution at `first`: a noun phrase and a finite verb that reports, or the two inverted?
  bool is_attribution(std::uint32_t first) const;
  /// The phrase that ends with the noun group `last`, with all that it joins: "Ruiz and the head of the union".
  Party party_ending(std::uint32_t last) const;

 private:
  static constexpr std::uint32_t reach = 160;  // elements; sentences are shorter
  bool is(std::uint32_t i, Traits any) const { return passage_.is(i, any); }
  bool links(std::uint32_t i) const { return is(i, trait::preposition) && !is(i, trait::source | trait::noun | trait::verb); }
  bool joins(std::uint32_t i) const { return is(i, trait::conjunction) && !is(i, trait::clause_break); }
  std::uint32_t phrase_begin(std::uint32_t last) const;
  std::uint32_t words_before(std::uint32_t begin) const;
  std::uint32_t opening_of_relative(std::uint32_t mark, std::uint32_t longest) const;
  Party before_aside(std::uint32_t mark) const;
  std::uint32_t take_list(Party& party, std::uint32_t end) const;
  std::uint32_t object_reach(std::uint32_t first) const;
  bool is_of_report(std::uint32_t first, std::uint32_t verb, bool comma) const;
  bool is_quoted_predicate(std::uint32_t i) const;
  bool is_clause_of_that(std::uint32_t first) const;
  bool is_aside(std::uint32_t attribution) const;
  std::uint32_t aside_end(std::uint32_t first, std::uint32_t end) const;
  bool is_one_office(const Party& party) const;
  bool opens_relative_bracket(std::uint32_t at) const;
  std::uint32_t behind_bracket(std::uint32_t open) const;
  std::uint32_t behind_dashes(std::uint32_t dash) const;

  const Passage& passage_;
};

}  // namespace gazette::facts

#endif
