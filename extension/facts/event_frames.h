// Frames: what a verb or noun of the lexicon means as an event, by the words around it.
//
//   "broke off talks"        break, frame "off"              ->  SANCTION
//   "imposed a curfew on"    impose, frame "curfew"          ->  COERCE, curfew
//   "launched an offensive"  launch, frame "*": any event noun; the noun tells what it is  ->  ASSAULT
//
// The words of a frame follow in their order behind the verb; of a passive they may be its subject. A frame's word may
// be a lemma, several ("talk|negotiation"), a PLOVER type that an event noun has ("CONSULT"), "*" for any event noun, or
// "-" where no object may follow ("demonstrated in Cairo", but not "demonstrated its use").
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

namespace gazette::facts {

/// What a trigger means. The texts are the lexicon's.
struct EventMeaning {
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  std::size_t noun = Clauses::none;  // the element of the event noun that tells it, or none
  std::size_t last = Clauses::none;  // the element of the frame's last word, or none
};

class EventFrames {
 public:
  explicit EventFrames(const Document& document) : document_(document) {}

  /// Of a verb group, element `at` of the tape. `passive`: its subject counts as what follows.
  std::optional<EventMeaning> of_verb(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive);
  /// Of a noun group with the noun as its head, or of an adjective.
  std::optional<EventMeaning> of_word(const Element& element, ClassId id) const;

 private:
  static constexpr std::size_t most_words = 12;
  static constexpr std::size_t most_lemmas = 5;
  // What a word of the sentence can be for a frame.
  struct Lemmas {
    std::array<std::string_view, most_lemmas> all;
    std::uint8_t count = 0;
    bool preposition = false;
    bool particle = false;
    std::string_view type;    // of an event noun
    std::uint64_t seen = 0;   // a bit for each first letter and length among them
  };
  struct Word {
    std::size_t element = 0;
    std::uint32_t lemmas = 0;  // index
    bool skipped = false;      // an adverb or date: it may stand anywhere
    bool genitive = false;
  };

  const Lemmas& lemmas(const Word& word) const { return lemmas_[word.lemmas]; }
  std::uint32_t lemmas_of(std::uint32_t sentence, std::size_t word);
  void gather(const Clauses& clauses, std::uint32_t sentence, std::size_t at, const Groups& subject, bool passive);
  void gather_words(const Clauses& clauses, std::uint32_t sentence, std::size_t element);
  // How well a frame fits, 0 where it does not; `noun`: the word that "*" or a type met.
  int fit(std::string_view frame, std::size_t& noun, std::size_t& last) const;
  bool has_object(std::size_t from) const;
  // What a choice names, as bits: words; of these, event nouns by their type, and phrases by their last word alone.
  struct Named {
    std::uint32_t words = 0;
    std::uint32_t event_nouns = 0;
    std::uint32_t by_end = 0;
  };
  std::size_t find(std::string_view choice, std::size_t from, std::size_t& noun, bool& by_end) const;
  Named words_named(std::string_view choice) const;

  const Document& document_;
  std::array<Word, most_words> words_;
  std::size_t count_ = 0;
  std::uint32_t sentence_ = lexicon::none;    // whose words' lemmas are kept
  std::vector<Lemmas> lemmas_;
  std::vector<std::uint32_t> lemmas_of_word_;  // of each of its words, one more than the index; 0 where not asked yet
  std::uint64_t seen_ = 0;  // a bit for each first letter and length among their lemmas: most choices name none of them
};

}  // namespace gazette::facts

#endif
