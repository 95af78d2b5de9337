// Names as they stand in the text, before it is known whose they are.
//
//   "Azerbaijan's Ministry of Foreign Affairs said … The Azerbaijani Foreign Ministry"
//   ->  two namings of one canonical name, "Azerbaijani Foreign Ministry", organization, AZE
#ifndef GAZETTE_FACTS_NAMES_H
#define GAZETTE_FACTS_NAMES_H

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "facts/document.h"
#include "facts/folded_name.h"
#include "facts/interner.h"
#include "gazette.h"

namespace gazette::facts {

/// A stretch of the text that names or means an actor.
struct Naming {
  Stretch tokens;
  Span span;  // within the tokens: of "Beijing-based" the city alone
  std::uint32_t sentence = 0;
  std::uint32_t name = 0;              // number of its folded words, joined
  std::uint32_t first_word = 0;        // among Names::words
  std::uint32_t word_count = 0;        // without clitics
  std::uint32_t suffixes = 0;          // how many of the last words are none: Jr., MP
  std::uint32_t word = lexicon::none;  // the lexicon's record that it is as a whole
  ActorKind kind = ActorKind::person;
  bool open = false;  // the rules leave its kind open
  MentionForm form = MentionForm::name;
  bool acronym = false;
  bool institution = false;    // `canonical` is made of a country and an institution
  bool large = false;          // a capital, a city of world rank, or what a dateline names: nobody is called so
  bool listed = false;         // the lexicon has it, with or without a country
  char gender = 0;             // 'm', 'f' or 0
  char addressed = 0;          // of one word: as what the title before it addresses somebody, Mr or Mrs
  std::string_view canonical;  // by the lexicon
  std::string_view country;
  std::string_view role;  // by the lexicon, on the article's day
  Id actor = 0;
};

/// All names of a document, in the order of the text.
struct Names {
  std::vector<Naming> namings;
  std::vector<std::uint32_t> words;  // numbers of folded words, naming after naming
  Interner word_numbers;
  Interner name_numbers;
  std::vector<std::uint32_t> names_of_words;  // the number of the name that a word is alone, once there is one
  std::deque<std::string> made;               // canonical names that stand in no table
  FoldedName folded;                          // a buffer

  /// Gives a naming its one word, and with it its name's number.
  void set_word(Naming& naming, FoldedName::Folded word) {
    naming.first_word = static_cast<std::uint32_t>(words.size());
    naming.word_count = 1;
    words.push_back(word_numbers.add(word.text, word.hash));
    naming.name = name_of_word(words.back(), word);
  }
  /// The number of a name of one word.
  std::uint32_t name_of_word(std::uint32_t number, FoldedName::Folded word) {
    if (number >= names_of_words.size()) names_of_words.resize(word_numbers.size(), Interner::none);
    std::uint32_t& name = names_of_words[number];
    if (name == Interner::none) name = name_numbers.add(word.text, word.hash);
    return name;
  }
  /// The number of a word of the text, or Interner::none where no name holds it.
  std::uint32_t number_of(std::string_view word) {
    const FoldedName::Folded key = folded.only(word);
    return word_numbers.find(key.text, key.hash);
  }
  std::uint32_t first_word(const Naming& naming) const { return words[naming.first_word]; }
  /// Of a person the surname, as a rule.
  std::uint32_t last_word(const Naming& naming) const { return words[naming.first_word + naming.word_count - 1 - naming.suffixes]; }
  /// Puts those from `known` on, which are in the order of the text, among those before.
  void put_in_order(std::size_t known);
  /// The naming that lies in a stretch and ends with it, or nullptr.
  Naming* ending(Stretch tokens);
  /// The first naming in a stretch, or nullptr.
  const Naming* in(Stretch tokens) const;
};

/// Finds the names; their kinds are the rules'. `day`: see find_actors().
Names find_names(const Document& document, std::string_view day);

/// Is a name of one word made of letters of the full name, in their order, the first of all first? "Phivolcs" is of the
/// Philippine Institute of Volcanology and Seismology.
bool shortens(const Document& document, const Naming& shorter, const Naming& full);

/// The first letters of the words with a capital, "FBI" of "Federal Bureau of Investigation".
std::string initials(const Document& document, Stretch tokens);

/// 'm' or 'f' as a cell of the lexicon has it, else 0.
char gender_of(std::string_view cell);

/// Appends the words of a stretch with single spaces.
void write_words(const Document& document, Stretch tokens, std::string& into);

/// A naming as its text has it, with single spaces: a view of the text, or of the buffer where the text has others.
std::string_view form_of(const Document& document, const Naming& naming, std::string& buffer);

}  // namespace gazette::facts

#endif
