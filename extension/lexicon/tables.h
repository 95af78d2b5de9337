// The tables that lexicon/generate.cpp makes of lexicon/data at build time: plain numbers and one pool of
// characters, so that loading them costs nothing and they are shared by all processes.
#ifndef GAZETTE_LEXICON_TABLES_H
#define GAZETTE_LEXICON_TABLES_H

#include <cstdint>

#include "lexicon/class_set.h"

namespace gazette::lexicon {

using ClassSetId = std::uint16_t;

/// How a term must be written: any case, with a capital, or all in capitals.
enum class Casing : std::uint8_t { any, capital, all_capitals };

/// The classes of a word, by how it is written in the text.
struct SetsByCasing {
  ClassSetId lower = 0;
  ClassSetId capital = 0;
  ClassSetId all_capitals = 0;  // where capitals are a choice: WHO is no relative pronoun
  ClassSetId headline = 0;      // where every word is in capitals
};

/// A word or a phrase of several words, folded; one record a form. Packed, as entries are: there are 160,000.
struct WordRecord {
  std::uint32_t text : 24;             // offset in the pool
  std::uint32_t length : 8;            // bytes
  std::uint32_t references : 8;        // entries behind this form
  std::uint32_t first_reference : 24;  // their index; where there is one alone, as mostly, that entry itself
  std::uint32_t form : 8;              // of which this is the form
  std::uint32_t words : 4;             // tokens of this phrase
  std::uint32_t longest : 4;           // of a first word: tokens of the longest phrase that it opens
  std::uint32_t sets : 16;             // index among the SetsByCasing
};

/// An entry behind a form: its index, and which form of it this is.
struct Reference {
  std::uint32_t entry : 24;
  std::uint32_t form : 8;
};

/// The forms of a lemma, as bits: "cut" is several at once.
enum Form : std::uint8_t { form_base = 1, form_third = 2, form_past = 4, form_participle = 8, form_ing = 16, form_singular = 32, form_plural = 64 };

/// One line of a TSV file.
struct EntryRecord {
  std::uint32_t term : 24;  // offset in the pool, as written
  std::uint32_t term_length : 8;
  std::uint32_t set : 12;  // a ClassSetId
  std::uint32_t first_attribute : 20;
};

/// A cell: which column, and its text. Those of an entry stand together, and entries with the same cells share them; what
/// has none has one of no_column. Entries that differ in their last cell alone have that one and another that tells where the
/// rest stands: `elsewhere`, its value the index of a cell.
struct AttributeRecord {
  static constexpr std::uint32_t no_column = 31;
  static constexpr std::uint32_t elsewhere = 30;
  std::uint32_t column : 5;
  std::uint32_t last : 1;    // of its entry
  std::uint32_t value : 26;  // offset in the pool of a length byte and the characters; an index where it is elsewhere
};

/// What is known, as one immutable whole.
struct Tables {
  const char* pool;
  const WordRecord* words;
  std::uint32_t word_count;
  const Reference* references;
  const EntryRecord* entries;
  std::uint32_t entry_count;
  const AttributeRecord* attributes;
  const SetsByCasing* sets_by_casing;
  std::uint16_t sets_by_casing_count;
  const ClassId* members;              // of the sets of classes, one set behind the other: as sets of bits they are ten times as large
  const std::uint16_t* member_counts;  // of each set
  std::uint16_t class_set_count;
  const char* const* class_names;
  std::uint16_t class_count;
};

/// The built-in tables.
const Tables& built_in();

}  // namespace gazette::lexicon

#endif
