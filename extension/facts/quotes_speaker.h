// Speakers: who the words before "said" mean.
//
//   "a spokesman for the ministry"  ->  the ministry      "the statement reads"  ->  whose statement it is
//   "Ruiz and Paz"                  ->  Ruiz|Paz          "two officials"        ->  their own words
//   "the 35-year-old", "the Serb"   ->  the one person of the sentence before
#ifndef GAZETTE_FACTS_QUOTES_SPEAKER_H
#define GAZETTE_FACTS_QUOTES_SPEAKER_H

#include <string>
#include <string_view>
#include <vector>

#include "facts/quotes.h"
#include "facts/quotes_clause.h"

namespace gazette::facts {

/// Whose words a quote is.
struct Speaker {
  std::string name;
  Id actor = 0;
  Stretch mention;
  std::string via;
};

class Speakers {
 public:
  Speakers(const Document& document, const Cast& cast) : document_(document), cast_(cast) {}

  /// The speaker that a party of a passage means. `before`: the quotes found so far, in the order of the text.
  Speaker of(const Passage& passage, const Party& party, const std::vector<FoundQuote>& before) const;
  /// The speaker that a possessive names: "his", "Ruiz" in "Ruiz's claim".
  Speaker of_owner(Stretch owner, const std::vector<FoundQuote>& before) const;
  /// The first person or organisation of a sentence: most often its subject. 0 where there is none.
  Id party_of(std::uint32_t sentence) const;
  /// The one person whom the text names before a token; 0 where it names more, or none.
  Id only_person_before(std::uint32_t token) const;
  /// Whom the words before a colon mean: HALLGRIMSSON is Geir Hallgrimsson.
  Id labelled(Stretch label) const;

 private:
  void take(const Element& group, Stretch tail, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  Id owner_in_sentence(Stretch owner) const;
  bool is_one_of_a_people(const Element& group) const;
  bool take_described(Stretch tokens, Stretch tail, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  template <typename Fits>
  Id one_person_in(Stretch all, Fits fits) const;
  bool shares_office(Id actor, const Element& office) const;
  bool describes(const Element& head, Stretch tokens, Stretch tail) const;
  bool is_person(Id actor) const;
  bool accompanies(const Passage& passage, std::uint32_t head) const;
  bool calls_one(const Element& head, Stretch tail) const;
  bool tells_age(Stretch tokens) const;
  bool is_of_place(const Element& head, Stretch tokens) const;
  Id described_person(Stretch tokens, bool alone, std::uint32_t sentence, const std::vector<FoundQuote>& before) const;
  bool may_be_of(Id actor, Stretch tokens) const;
  bool is_named_in(Id actor, Stretch tokens) const;
  bool is_foreign(Stretch tokens, const FoundMention& mention) const;
  bool goes_on(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const;
  bool is_nameless_again(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const;
  char gender_of_entry(std::uint32_t word, lexicon::ClassId id) const;
  bool is_neuter(std::uint32_t token) const;
  bool is_gendered(std::uint32_t token) const;
  char gender_of_pronoun(std::uint32_t token) const;
  char gender_of_one(Stretch mention) const;
  template <typename Fits>
  Id only_person(Fits fits) const;
  bool just_spoke(const FoundQuote& last, Stretch tokens, Id meant) const;
  bool take_body(Stretch tokens, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  Id namesake_who_spoke(Stretch tokens, Id meant, const std::vector<FoundQuote>& before) const;
  Id named_behind_body(Stretch tail) const;
  bool calls_body(const Element& head, Id body, std::uint32_t word) const;
  Id only_body_before(const Element& head, std::uint32_t token) const;
  bool take_represented(Stretch tail, Speaker& speaker) const;
  Stretch owner_before(const Element& group) const;
  Id body_told_of(std::uint32_t sentence) const;
  Id party_in(Stretch tokens) const;
  void take_thing(Stretch tokens, std::uint32_t sentence, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  Stretch take_opening_body(std::uint32_t sentence, Speaker& speaker) const;
  bool take_last(Stretch tokens, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  void take_document(Stretch tokens, Stretch tail, Speaker& speaker, const std::vector<FoundQuote>& before) const;
  void take_inquiry(Stretch tail, Speaker& speaker) const;
  void take_author(Stretch tokens, Speaker& speaker) const;
  void take_origin(Stretch tail, Speaker& speaker) const;
  bool is_named_behind(Id actor, Stretch tokens) const;
  bool is_new(Stretch tokens) const;
  bool tells_of(std::uint32_t sentence, Stretch group) const;
  std::int32_t mention_ending(Stretch tokens) const;

  const Document& document_;
  const Cast& cast_;
};

}  // namespace gazette::facts

#endif
