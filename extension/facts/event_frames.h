// Frames: what a verb or noun of the lexicon means as an event, by the words around it.
//
//   "broke off talks"        break, frame "off"              ->  SANCTION
//   "imposed a curfew on"    impose, frame "curfew"          ->  COERCE, curfew
//   "launched an offensive"  launch, frame "*": any event noun; the noun tells what it is  ->  ASSAULT
//
// The words of a frame follow in their order behind the verb; of a passive they may be its subject. A frame's word may
// be a lemma, several ("talk|negotiation"), a PLOVER type that an event noun has ("CONSULT"), a class of the lexicon
// ("SUPPLIES"), "*" for any event noun, or "-" where no object may follow ("demonstrated in Cairo", but not "demonstrated
// its use").
#ifndef GAZETTE_FACTS_EVENT_FRAMES_H
#define GAZETTE_FACTS_EVENT_FRAMES_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/document.h"
#include "facts/event_frame_table.h"

namespace gazette::facts {

/// What a trigger means. The texts are the lexicon's.
struct EventMeaning {
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  std::size_t noun = Clauses::none;    // the element of the event noun that tells it, or none
  std::size_t last = Clauses::none;    // the element of the frame's last word, or none
  std::size_t object = Clauses::none;  // the element of the frame's first word that is no preposition, or none
};

class EventFrames {
 public:
  explicit EventFrames(const Document& document);

  /// Of a verb group, element `at` of the tape. `passive`: its subject counts as what follows.
  std::optional<EventMeaning> of_verb(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive);
  /// What a verb group means with nothing behind it: "protested".
  std::optional<EventMeaning> of_verb_alone(const Element& verb) const;
  /// Of a noun group with the noun as its head, or of an adjective.
  std::optional<EventMeaning> of_word(const Element& element, ClassId id) const;

 private:
  static constexpr std::size_t most_words = 12;
  // What a word of the sentence can be for a frame.
  struct Can {
    const EventFrameTable::Lemmas* lemmas = nullptr;
    bool preposition = false;
    bool particle = false;
    bool inflected = false;  // a noun or verb: its lemmas count
    bool event_noun = false;
  };
  struct Word {
    std::size_t element = 0;
    std::uint32_t can = 0;  // index
    bool skipped = false;   // an adverb or date: it may stand anywhere
    bool genitive = false;
    bool infinitive = false;  // "to" of an infinitive stands behind an object too: "told Iran to stop"
    bool verb = false;        // of another verb
  };
  // Which of the gathered words are what a number stands for, as bits.
  struct Met {
    std::uint16_t words = 0;
    std::uint16_t by_end = 0;  // as phrases by their last word alone
  };

  const Can& can_be(const Word& word) const { return can_[word.can]; }
  std::uint32_t can(std::uint32_t sentence, std::size_t word);
  void gather(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive);
  std::size_t end_of_place(const Clauses& clauses, std::size_t at) const;
  void gather_adverbs(const Clauses& clauses, std::uint32_t sentence, std::size_t at);
  // The words of an element, or those of a class alone.
  void gather_words(const Clauses& clauses, std::uint32_t sentence, std::size_t element, std::optional<ClassId> only = {});
  void meet(EventFrameTable::Number number, std::size_t word, bool by_end);
  // How well a frame fits, 0 where it does not; which words met it: `noun` that of "*" or a type.
  struct Fit {
    int score = 1;
    std::size_t noun = Clauses::none;
    std::size_t last = Clauses::none;
    std::size_t object = Clauses::none;
  };
  Fit fit(EventFrameTable::Frame frame) const;
  bool has_object(std::size_t from) const;
  bool is_idiom(const EventFrameTable::Choice* next, std::size_t preposition) const;
  std::size_t find(const EventFrameTable::Choice& choice, const EventFrameTable::Choice* next, std::size_t from, std::size_t& noun, bool& by_end) const;

  const Document& document_;
  const EventFrameTable& table_;
  std::array<Word, most_words> words_;
  std::size_t count_ = 0;
  std::size_t behind_ = 0;                     // the first of them that stands behind the verb: those before are a passive's subject
  std::vector<Met> met_;                       // of each number of the table
  std::vector<EventFrameTable::Number> some_;  // those that any word is
  std::uint32_t sentence_ = lexicon::none;     // of whose words is known what they can be
  std::vector<Can> can_;
  std::vector<std::uint32_t> can_of_word_;  // of each of its words, one more than the index; 0 where not asked yet
};

}  // namespace gazette::facts

#endif
