// The frames of all event verbs, compiled once a grammar: what a frame names are numbers here, not words.
//
//   "talk|negotiation CONSULT|meeting -"   ->   {talk, negotiation} {type CONSULT, meeting} {no object}
//
// A frame is a list of choices; each names words (lemmas, as terms of the lexicon), PLOVER types of event nouns, or any
// event noun ("*"). What a word of a text can be for a frame is a list of the same numbers (Lemmas).
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
  static constexpr Number none = 0;        // no word that any frame names; no type
  static constexpr Number any_noun = 1;    // what every event noun is

  /// What a frame asks for next.
  struct Choice {
    std::uint32_t first = 0;   // numbers [first, end) of named()
    std::uint32_t end = 0;
    bool no_object = false;    // "-": nothing may follow but a preposition
    bool any = false;          // "*" alone
  };
  struct Frame {
    std::uint32_t first = 0;   // choices [first, end) of choices()
    std::uint32_t end = 0;
  };
  /// What a word of the lexicon can be: numbers of its lemmas, and of the last words of those that are phrases.
  struct Lemmas {
    static constexpr std::size_t limit = 12;
    std::array<Number, limit> all{};
    std::uint8_t count = 0;        // of the lemmas, which stand first
    std::uint8_t endings = 0;      // and of the last words behind them
    Number type = none;            // of an event noun, its type
    bool event_noun = false;
    void add(Number number, bool ending);
  };

  explicit EventFrameTable(const cascade::Grammar& grammar);

  /// Is the entry (index in the lexicon) an event verb? Then `frame` is set; an empty one fits everywhere.
  bool frame_of(std::uint32_t entry, Frame& frame) const {
    if (entry >= of_entry_.size() || of_entry_[entry] == 0) return false;
    frame = frames_[of_entry_[entry] - 1U];
    return true;
  }
  const Choice& choice(std::uint32_t index) const { return choices_[index]; }
  Number named(std::uint32_t index) const { return named_[index]; }
  /// Does it stand for event nouns, by their type or all?
  bool is_type(Number number) const { return number == any_noun || (number < is_type_.size() && is_type_[number]); }
  /// All numbers are below this.
  std::size_t size() const { return is_type_.size(); }

  /// What a word of a text is, by its record and its classes.
  Lemmas lemmas_of(std::uint32_t word, const lexicon::ClassSet& classes) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Numbers = std::unordered_map<std::string, Number, Hash, std::equal_to<>>;

  static Number number_of(const Numbers& numbers, std::string_view text);
  Number add(std::string_view text);
  void number_lemmas();
  Lemmas lemmas_of_phrase(std::uint32_t word, const lexicon::ClassSet& classes) const;
  Frame compile(std::string_view frame);

  const lexicon::Lexicon& lexicon_;
  Numbers words_;
  Numbers types_;
  std::vector<bool> is_type_{false, true};
  std::unordered_map<std::uint32_t, Number> of_word_;  // of the words' own records
  std::vector<Number> of_lemma_;                       // of each entry that is a noun or verb, its term's; none of others
  std::vector<std::uint32_t> of_entry_;  // one more than the index of its frame; 0 of what is no event verb
  std::vector<Frame> frames_;
  std::vector<Choice> choices_;
  std::vector<Number> named_;
};

}  // namespace gazette::facts

#endif
