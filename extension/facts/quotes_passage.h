// Passages: what the search for quotes reads at a time: a sentence, or the sentences that a quotation joins, as one tape
// in which each outermost quotation is a single element.
//
//   He said: “We went. We won.”   ->   NOUN_GROUP VERB_GROUP COLON QUOTED
//
// Each element's traits, the few facts about words that clauses are told by, are worked out once a kind of word.
#ifndef GAZETTE_FACTS_QUOTES_PASSAGE_H
#define GAZETTE_FACTS_QUOTES_PASSAGE_H

#include <cstdint>
#include <vector>

#include "facts/document.h"

namespace gazette::facts {

/// What an element is, as a set of bits.
using Traits = std::uint64_t;
namespace trait {
inline constexpr Traits known = Traits{1} << 0U;  // the other bits are worked out
inline constexpr Traits comma = Traits{1} << 1U;
inline constexpr Traits stop = Traits{1} << 2U;  // full stop, question mark, ellipsis, semicolon
inline constexpr Traits colon = Traits{1} << 3U;
inline constexpr Traits dash = Traits{1} << 4U;
inline constexpr Traits open_bracket = Traits{1} << 5U;
inline constexpr Traits close_bracket = Traits{1} << 6U;
inline constexpr Traits quoted = Traits{1} << 7U;
inline constexpr Traits speech = Traits{1} << 8U;  // quoted words that can stand as speech of their own
inline constexpr Traits noun = Traits{1} << 9U;    // a noun group
inline constexpr Traits verb = Traits{1} << 10U;   // a verb group
inline constexpr Traits finite = Traits{1} << 11U;
inline constexpr Traits infinitive = Traits{1} << 12U;
inline constexpr Traits gerund = Traits{1} << 13U;
inline constexpr Traits passive = Traits{1} << 14U;
inline constexpr Traits copula = Traits{1} << 15U;
inline constexpr Traits report = Traits{1} << 16U;  // a verb group that reports
inline constexpr Traits report_noun = Traits{1} << 17U;
inline constexpr Traits report_adjective = Traits{1} << 18U;
inline constexpr Traits source = Traits{1} << 19U;  // according to
inline constexpr Traits preposition = Traits{1} << 20U;
inline constexpr Traits conjunction = Traits{1} << 21U;
inline constexpr Traits clause_break = Traits{1} << 22U;
inline constexpr Traits complementizer = Traits{1} << 23U;
inline constexpr Traits question_word = Traits{1} << 24U;
inline constexpr Traits relative = Traits{1} << 25U;
inline constexpr Traits subordinator = Traits{1} << 26U;
inline constexpr Traits date = Traits{1} << 27U;
inline constexpr Traits adverb = Traits{1} << 28U;
inline constexpr Traits personal = Traits{1} << 29U;  // a pronoun
inline constexpr Traits medium = Traits{1} << 30U;
inline constexpr Traits named = Traits{1} << 31U;         // a person's or an organisation's name
inline constexpr Traits modality = Traits{1} << 32U;      // would do
inline constexpr Traits stance = Traits{1} << 33U;        // a word for taking a side
inline constexpr Traits matter = Traits{1} << 34U;        // of, about, against, for
inline constexpr Traits clitic = Traits{1} << 35U;        // 's
inline constexpr Traits agent = Traits{1} << 36U;         // by
inline constexpr Traits noun_too = Traits{1} << 37U;      // a verb group of one word that may be a noun
inline constexpr Traits participle = Traits{1} << 39U;    // a verb group of one word that may be a participle: "those detained"
inline constexpr Traits measure = Traits{1} << 40U;       // "45", an age among others
inline constexpr Traits somebody = Traits{1} << 41U;      // a word for persons: "officials", "a fisherman"
inline constexpr Traits comma_inside = Traits{1} << 38U;  // quoted words that end in a comma: “a farce,”
inline constexpr Traits attitude = Traits{1} << 42U;      // of a verb that reports: what somebody holds or wants rather than says
inline constexpr Traits progressive = Traits{1} << 43U;   // is doing
inline constexpr Traits past = Traits{1} << 44U;          // did
inline constexpr Traits present = Traits{1} << 45U;       // does
inline constexpr Traits auxiliary = Traits{1} << 46U;     // a modal, or "not", without its verb
inline constexpr Traits plural = Traits{1} << 47U;        // a noun of several
inline constexpr Traits form = progressive | past | present;
}  // namespace trait

struct Passage {
  std::uint32_t first = 0;  // sentences [first, end)
  std::uint32_t end = 0;
  Tape tape;
  std::vector<std::int32_t> quotation;  // of each element, the index of the quotation that it stands for, or -1; empty where there is none
  std::vector<Traits> traits;
  Traits all = 0;  // of all elements together

  std::uint32_t size() const { return static_cast<std::uint32_t>(traits.size()); }
  bool is(std::uint32_t i, Traits any) const { return i < traits.size() && (traits[i] & any) != 0; }
  const Element& operator[](std::uint32_t i) const { return tape[i]; }
  std::int32_t quotation_at(std::uint32_t i) const { return quotation.empty() ? -1 : quotation[i]; }
  /// The tokens of elements [begin, end).
  Stretch tokens(std::uint32_t begin, std::uint32_t end) const { return begin < end ? Stretch{tape[begin].first, tape[end - 1].end} : Stretch{}; }
};

/// The traits of every class set and label of a grammar, worked out once.
class WordTraits {
 public:
  explicit WordTraits(const cascade::Grammar& grammar);
  Traits of(const Element& element) const { return of_set_[element.set] | of_label_[element.label]; }

 private:
  std::vector<Traits> of_set_;
  std::vector<Traits> of_label_;
};

/// Gives the passages of a document one by one, in the same storage.
class Passages {
 public:
  explicit Passages(const Document& document);
  /// The next passage, or nullptr behind the last.
  const Passage* next();

 private:
  void join(std::uint32_t first);
  void add_traits();
  void mend();
  Traits traits_of(const Element& element) const;
  std::int32_t opened_by(const Element& element) const;
  bool is_sentence(const text::Quotation& quotation) const;
  bool is_speech(const text::Quotation& quotation) const;

  const Document& document_;
  const WordTraits& known_;
  Passage passage_;
  std::vector<Element> joined_;
  std::uint32_t sentence_ = 0;
  std::size_t quotation_ = 0;  // the first that does not open before the sentence
};

}  // namespace gazette::facts

#endif
