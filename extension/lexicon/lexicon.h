// The lexicon: what each word of a text can be.
//
// Words are found folded (lexicon/fold.h), the longest phrase first: "according to", "prime minister" and "New
// York" become one element each. An element keeps every class that any entry gives it; the rules decide. Words
// that no entry knows get the classes of their ending ("-ly"), or none.
//
// A Lexicon is the built-in tables plus the entries of one user; it is immutable once it is in use.
//
//   Lexicon lexicon;                                  // the built-in knowledge
//   lexicon.look_up(text, tokens, 0, n, Lexicon::Capitals::of_names, elements, buffer);
//   lexicon.classes(elements[0].set).has(class_id::DEMONYM);
#ifndef GAZETTE_LEXICON_LEXICON_H
#define GAZETTE_LEXICON_LEXICON_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/digits.h"
#include "lexicon/hash.h"
#include "lexicon/tables.h"
#include "lexicon/term.h"
#include "text/tokens.h"

namespace gazette::lexicon {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// What stands on a tape: a token or phrase of the text with its classes. The cascade replaces elements by longer
/// ones; `label` tells what made it: a Shape, or from shape_count on a label of a rule.
struct Element {
  std::uint32_t first = 0;  // tokens [first, end)
  std::uint32_t end = 0;
  std::uint32_t word = none;  // the record in the lexicon; of a phrase, its head's
  ClassSetId set = 0;         // the lexicon's classes; of a phrase, its head's
  std::uint16_t label = 0;
  std::uint32_t phrase = none;  // index among the cascade's phrases
};

/// What stands in a sentence, or in a part of it, one element after the other.
using Tape = std::span<const Element>;

/// One entry as a user gives it.
struct UserEntry {
  std::string term;
  ClassSet classes;
  std::vector<std::pair<Column, std::string>> attributes;
  std::string class_text;  // the classes as written

  friend bool operator==(const UserEntry&, const UserEntry&) = default;
};

class Lexicon;

/// An entry, built-in or a user's: a view that lives as long as its lexicon.
class Entry {
 public:
  Entry(const Lexicon& lexicon, std::uint32_t index) : lexicon_(&lexicon), index_(index) {}
  std::string_view term() const;
  const ClassSet& classes() const;
  bool is(ClassId id) const { return classes().has(id); }
  /// The text of a cell; empty where the entry says nothing.
  std::string_view operator[](Column column) const;
  bool is_user() const;
  std::uint32_t index() const { return index_; }

 private:
  const UserEntry& user() const;
  std::string_view user_value(Column column) const;

  const Lexicon* lexicon_;
  std::uint32_t index_;
};

class Lexicon final : public text::Orthography {
 public:
  explicit Lexicon(const Tables& tables = built_in());

  /// What a word or phrase is found by: the hash of its folded text (lexicon/hash.h), and how many bytes that has.
  struct Key {
    std::uint64_t hash = 0;
    std::uint32_t length = 0;
    /// The key of the phrase of these words and the next.
    Key with(const Key& next) const { return {join(hash, next.hash), length + 1 + next.length}; }
  };
  /// What look_up() uses again from sentence to sentence.
  struct Buffer {
    std::string folded;     // a word
    std::vector<Key> keys;  // of each token of the sentence that is a word
  };
  /// What the capitals of a line tell. Where they tell nothing, a word is given the label of the way in which it is usually
  /// written: in "POLICE SHOOT TWO" all letters are capitals, in "Police Shoot Two Near Park" the first of each word.
  enum class Capitals : std::uint8_t { of_names, of_all_letters, of_all_words };
  /// Appends the elements of tokens [first, end).
  void look_up(std::string_view text, const std::vector<text::Token>& tokens, std::uint32_t first, std::uint32_t end, Capitals capitals,
               std::vector<Element>& elements, Buffer& buffer) const;

  const ClassSet& classes(ClassSetId id) const { return class_sets_[id]; }
  std::size_t class_set_count() const { return class_sets_.size(); }

  /// Calls `visit(Entry, form)` for each entry behind a word record.
  template <typename Visit>
  void each_entry(std::uint32_t word, Visit visit) const;
  /// The first entry behind `word` that has the class; nothing where there is none.
  std::optional<Entry> entry(std::uint32_t word, ClassId id) const { return can_be(word, id) ? first_entry(word, id) : std::nullopt; }
  /// The record of a folded word or phrase of several, or `none`.
  std::uint32_t find(std::string_view folded) const;
  /// The record of a term as written in any case and with any spaces, or `none`.
  std::uint32_t find_term(std::string_view term) const;
  /// The entry of a term as written in any case, with the class.
  std::optional<Entry> entry_of(std::string_view term, ClassId id) const;
  /// How many records of words there are.
  std::uint32_t word_count() const { return tables_->word_count + static_cast<std::uint32_t>(user_words_.size()); }
  /// Is the word of a record a phrase of several?
  bool is_phrase(std::uint32_t word) const {
    return (word < tables_->word_count ? tables_->words[word].words : user_words_[word - tables_->word_count].words) > 1;
  }
  /// The word of a record, folded.
  std::string_view folded(std::uint32_t word) const;

  std::optional<ClassId> class_of(std::string_view name) const;
  std::string_view class_name(ClassId id) const;
  std::size_t class_count() const { return class_names_.size(); }
  /// All entries: built-in ones first, then the user's. Indices below entry_count().
  std::uint32_t entry_count() const;

  /// Gives a folded literal word of a rule its own class; nothing where there are class_limit of them already. Only
  /// while the lexicon is being made.
  std::optional<ClassId> add_literal(std::string_view folded);
  /// Adds a user's entry, unless its term is none (false). Only while the lexicon is being made.
  bool add(UserEntry entry);

  bool is_abbreviation(std::string_view word) const override;
  bool is_clitic(std::string_view ending) const override;
  bool has(std::string_view word, text::Trait trait) const override;

 private:
  friend class Entry;
  // A word that the built-in tables lack, or one of theirs to which a user added.
  struct UserWord {
    std::string folded;
    std::uint8_t words = 1;
    std::uint8_t longest = 1;
    std::vector<Reference> references;
    std::uint16_t sets = 0;
  };
  // A slot of the hash table: what a look-up needs of a word stands together, so that one that is found costs one
  // visit to memory. The text itself is not looked at: two words that share a key would give one of them the other's
  // classes, no more.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t word = none;
    std::uint8_t length = 0;
    std::uint8_t longest = 1;
    std::uint16_t sets = 0;
  };
  static std::uint64_t pack(std::string_view folded);
  // The ending of a word that no entry knows: its folded text, up to seven bytes, and what it tells.
  struct Ending {
    std::uint64_t key = 0;
    SetsByCasing sets;
  };
  void read_keys(std::string_view text, const std::vector<text::Token>& tokens, std::uint32_t first, std::uint32_t end, Buffer& buffer) const;
  void fill_endings();
  void fill_slots();
  bool opens_phrase(std::uint64_t pair) const { return ((pairs_[(pair >> 6U) % pairs_.size()] >> (pair & 63U)) & 1U) != 0; }
  void put_slot(std::string_view folded, std::uint32_t word);
  void put_slot(const Key& key, std::string_view folded, std::uint32_t word);

  template <typename Visit>
  void each_reference(const WordRecord& record, Visit visit) const;
  static Key key_of(std::string_view folded);
  static std::optional<Key> key_of_letters(std::string_view term);
  std::uint32_t find(const Key& key) const;
  const Slot* slot(const Key& key) const;
  const Slot* slot_of(std::string_view word) const;
  std::uint32_t own(std::string_view folded);
  void raise_longest(std::string_view folded);
  std::uint8_t longest(std::uint32_t word) const;
  std::uint16_t sets_index(std::uint32_t word) const {
    return word < tables_->word_count ? built_in_sets_[word] : user_words_[word - tables_->word_count].sets;
  }
  const SetsByCasing& sets(std::uint32_t word) const { return sets_by_casing_[sets_index(word)]; }
  // In capitals a word can be all that it ever is.
  bool can_be(std::uint32_t word, ClassId id) const { return word != none && classes(sets(word).headline).has(id); }
  std::optional<Entry> first_entry(std::uint32_t word, ClassId id) const;
  ClassSetId intern(const ClassSet& set);
  std::uint16_t intern(const SetsByCasing& sets);
  void add_to_sets(std::uint32_t word, const ClassSet& classes, Casing casing);
  ClassSetId classes_of_ending(std::string_view folded, bool capital) const;
  bool is_noun_behind(const Element& before, const Element& word) const;
  bool is_noun_opening(const Element& word) const;
  bool is_verb_alone(ClassSetId set) const;
  bool is_prefixed(std::string_view word, bool opens) const;
  bool is_seat(std::string_view word) const;
  void read_as_usual(Element& element, text::Shape before) const;
  const Slot* slot_of_dotted(const text::Token& token, std::string_view text, bool before_name, Buffer& buffer) const;
  ClassSetId set_of_unknown(std::string_view written, text::Shape shape, Buffer& buffer) const;
  const Tables* tables_;
  std::vector<ClassSet> class_sets_;
  std::unordered_map<ClassSet, ClassSetId, ClassSetHash> class_set_ids_;
  std::vector<SetsByCasing> sets_by_casing_;
  std::vector<std::uint16_t> built_in_sets_;  // of each built-in word, index among sets_by_casing_
  ClassSet openers_;                          // classes of words that open a sentence
  ClassSet parts_of_names_;                   // of words that make a name with others
  ClassSet acronyms_;                         // of what letters can name: "FBI"
  ClassSetId unknown_ = 0;                    // of words that nothing is known about
  std::array<ClassSetId, digits_count> digit_sets_{};
  ClassSetId adjective_ = 0;      // of "Anti-government"
  ClassSetId initials_ = 0;       // of "J.K."
  ClassSetId seat_ = 0;           // of "R-Mont."
  ClassSetId duration_word_ = 0;  // of "two-day"
  std::vector<std::string> class_names_;
  std::unordered_map<std::string, ClassId> class_ids_;
  std::vector<UserWord> user_words_;  // indices from the tables' word_count on
  std::vector<Slot> slots_;           // of all words; a power of two
  std::size_t used_slots_ = 0;
  std::vector<Ending> endings_;          // a table of their hashes; a power of two
  std::vector<std::uint64_t> pairs_;     // a bit for each two words that open a phrase: most pairs open none
  std::vector<UserEntry> user_entries_;  // indices from the tables' entry_count on
};

// What facts ask of one entry after the other is written here, where it costs no call.

inline bool Entry::is_user() const { return index_ >= lexicon_->tables_->entry_count; }

inline const UserEntry& Entry::user() const { return lexicon_->user_entries_[index_ - lexicon_->tables_->entry_count]; }

inline std::string_view Entry::term() const {
  if (is_user()) return user().term;
  const EntryRecord& record = lexicon_->tables_->entries[index_];
  return {lexicon_->tables_->pool + record.term, record.term_length};
}

inline const ClassSet& Entry::classes() const {
  if (is_user()) return user().classes;
  return lexicon_->class_sets_[lexicon_->tables_->entries[index_].set];
}

inline std::string_view Entry::operator[](Column column) const {
  if (is_user()) return user_value(column);
  const Tables& tables = *lexicon_->tables_;
  const EntryRecord& record = tables.entries[index_];
  const auto wanted = static_cast<std::uint32_t>(column);
  const AttributeRecord* attribute = &tables.attributes[record.first_attribute];
  while (attribute->column != wanted) {
    if (attribute->last != 0) return {};
    attribute = attribute->column == AttributeRecord::elsewhere ? &tables.attributes[attribute->value] : attribute + 1;
  }
  const char* const value = tables.pool + attribute->value;
  return {value + 1, static_cast<unsigned char>(*value)};
}

template <typename Visit>
void Lexicon::each_reference(const WordRecord& record, Visit visit) const {
  if (record.references == 1) return visit(Reference{record.first_reference, record.form});
  for (std::uint32_t i = 0; i < record.references; ++i) visit(tables_->references[record.first_reference + i]);
}

template <typename Visit>
void Lexicon::each_entry(std::uint32_t word, Visit visit) const {
  if (word == none) return;
  if (word < tables_->word_count) {
    each_reference(tables_->words[word], [&](Reference reference) { visit(Entry(*this, reference.entry), static_cast<std::uint8_t>(reference.form)); });
    return;
  }
  for (const Reference reference : user_words_[word - tables_->word_count].references) {
    visit(Entry(*this, reference.entry), static_cast<std::uint8_t>(reference.form));
  }
}

}  // namespace gazette::lexicon

#endif
