// The frames of all event verbs, compiled once a grammar: what a frame names are numbers here, not words.
//
//   "talk|negotiation CONSULT|meeting -"   ->   {talk, negotiation} {type CONSULT, meeting} {no object}
//
// A frame is a list of choices; each names words (lemmas, as terms of the lexicon), PLOVER types of event nouns, classes of
// the lexicon, or any event noun ("*"). What a word of a text can be for a frame is a list of the same numbers (Lemmas), found by its record in
// the lexicon: one look for a word, since most are nothing.
#ifndef GAZETTE_FACTS_EVENT_FRAME_TABLE_H
#define GAZETTE_FACTS_EVENT_FRAME_TABLE_H

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cascade/grammar.h"

namespace gazette::facts {

class EventFrameTable {
 public:
  using Number = std::uint16_t;
  static constexpr Number none = 0;      // no word that any frame names; no type
  static constexpr Number any_noun = 1;  // what every event noun is

  /// What a frame asks for next.
  struct Choice {
    std::uint32_t first = 0;  // numbers [first, end) of named()
    std::uint32_t end = 0;
    bool no_object = false;  // "-": nothing may follow but a preposition
    bool any = false;        // "*" alone
  };
  struct Frame {
    std::uint32_t first = 0;  // choices [first, end) of choices()
    std::uint32_t end = 0;
  };
  /// What a word of the lexicon can be: numbers of its lemmas, and of the last words of those that are phrases.
  struct Lemmas {
    static constexpr std::size_t limit = 12;
    std::array<Number, limit> all{};
    std::uint8_t count = 0;    // of the lemmas, which stand first: the word as it is, then those of nouns and verbs
    std::uint8_t endings = 0;  // and of the last words behind them
    bool as_it_is = false;     // the first of the lemmas is the word as it is
    bool event_noun = false;
    Number type = none;  // of an event noun, its type
    void add(Number number, bool ending);
    bool empty() const { return count == 0 && endings == 0 && !event_noun; }
  };
  /// An event verb with a frame; an empty one fits everywhere.
  struct Verb {
    std::uint32_t entry = 0;  // index in the lexicon
    Frame frame;
  };
  /// What is known of a word: most words are named by no frame and are no event verb.
  struct Word {
    Lemmas lemmas;
    std::uint32_t first_verb = 0;  // verbs [first, end) of verb()
    std::uint32_t end_verb = 0;
  };

  explicit EventFrameTable(const cascade::Grammar& grammar);

  /// Of a word's record.
  const Word& word(std::uint32_t record) const { return words_[record < of_record_.size() ? of_record_[record] : 0]; }
  const Verb& verb(std::uint32_t index) const { return verbs_[index]; }
  const Choice& choice(std::uint32_t index) const { return choices_[index]; }
  Number named(std::uint32_t index) const { return named_[index]; }
  /// Does it stand for event nouns, by their type or all?
  bool is_type(Number number) const { return number == any_noun || (number < is_type_.size() && is_type_[number]); }
  /// All numbers are below this.
  std::size_t size() const { return is_type_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Numbers = std::unordered_map<std::string, Number, Hash, std::equal_to<>>;

  static Number number_of(const Numbers& numbers, std::string_view text);
  Number add(std::string_view text);
  Frame compile(std::string_view frame);
  void describe_entries();
  void describe_words();
  Word described(std::uint32_t record) const;

  const lexicon::Lexicon& lexicon_;
  Numbers names_;  // of words
  Numbers types_;
  std::vector<bool> is_type_{false, true};
  struct FrameClass {
    lexicon::ClassId id;
    Number number;
  };
  std::vector<FrameClass> classes_;  // that frames name
  std::vector<Choice> choices_;
  std::vector<Number> named_;
  std::vector<Verb> verbs_;
  std::vector<Word> words_;               // the first is all that is not named
  std::vector<std::uint16_t> of_record_;  // of each record, index among the words
  // While it is made, of each entry: its term's number, where it is a noun or verb; and whether it is an event noun or verb.
  struct Described {
    Number lemma = none;
    std::uint8_t of_class = 0;  // how many of classes_ it has
    bool event_noun = false;
    bool event_verb = false;
    Frame frame;
  };
  std::vector<Described> entries_;
};

}  // namespace gazette::facts

#endif
