#include "facts/short_names.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using lexicon::ClassSet;
using lexicon::set_of;

class Finding {
 public:
  Finding(const Document& document, Names& names) : document_(document), lexicon_(document.grammar->lexicon()), names_(names) {}

  void run() {
    if (!mark_owners()) return;
    known_ = names_.namings.size();
    std::size_t next = 0;
    const text::Token* const tokens = document_.tokens.data();
    const text::Token* const end = tokens + document_.tokens.size();
    const auto capitalized = [](const text::Token& token) { return token.shape == text::Shape::capitalized; };
    for (const text::Token* at = std::find_if(tokens, end, capitalized); at != end; at = std::find_if(at + 1, end, capitalized)) {
      document_.pause();
      const auto token = static_cast<std::uint32_t>(at - tokens);
      while (next != known_ && names_.namings[next].tokens.end <= token) ++next;
      if (next != known_ && names_.namings[next].tokens.first <= token && names_.namings[next].word_count > 0) continue;
      read(token);
    }
    add_found();
  }

 private:
  enum : std::uint8_t { nobody = 0, person = 1, firm = 2, firm_within = 3 };  // within: the firm's word has stood within a sentence

  // Of each word: whose full name it ends, or opens.
  bool mark_owners() {
    owners_.assign(names_.word_numbers.size(), nobody);
    bool any = false;
    for (const Naming& naming : names_.namings) {
      if (naming.word_count < 2) continue;
      if (naming.kind == ActorKind::person) {
        owners_[names_.last_word(naming)] = person;
        any = true;
      } else if (naming.kind == ActorKind::organization && !naming.listed && is_firm(naming)) {
        std::uint8_t& owner = owners_[names_.first_word(naming)];
        if (owner == nobody) owner = firm;
        any = true;
      }
    }
    return any;
  }

  // "Halcyon Robotics", not "Health Ministry", "Police Federation", "National Bank", "Trades Council".
  bool is_firm(const Naming& naming) const {
    static constexpr ClassSet others =
        set_of({class_id::INSTITUTION, class_id::GROUP_NOUN, class_id::PERSON_NOUN, class_id::TITLE, class_id::COUNTRY, class_id::DEMONYM, class_id::CITY,
                class_id::REGION, class_id::PLACE, class_id::NOUN_PLURAL, class_id::NOT_A_NAME, class_id::EVENT_NOUN});
    const Element* const first = document_.word_at(naming.tokens.first);
    const Element* const last = document_.word_at(naming.tokens.end - 1);
    if (first == nullptr || last == nullptr || first->end != naming.tokens.first + 1) return false;
    const ClassSet& set = lexicon_.classes(first->set);
    const ClassSet& head = lexicon_.classes(last->set);
    return set.has(class_id::NOUN) && !set.meets(others) && head.has(class_id::ORGANIZATION_HEAD) && !head.has(class_id::INSTITUTION);
  }

  void read(std::uint32_t token) {
    const Element* const word = document_.word_at(token);
    if (word == nullptr || word->first != token || word->end != token + 1) return;
    const std::uint32_t sentence = document_.sentence_of(token);
    const Tape words = document_.words[sentence];
    const bool stands = stands_as_name(words, *word);
    if (!stands && !opens_firmly(words, *word)) return;
    const FoldedName::Folded folded = names_.folded.only(document_.word(token));
    const std::uint32_t number = names_.word_numbers.find(folded.text, folded.hash);
    if (number == Interner::none || number >= owners_.size() || owners_[number] == nobody) return;
    if (!stands && owners_[number] == person) return;
    if (owners_[number] != person) {
      if (token + 1 < document_.tokens.size() && document_.tokens[token + 1].shape == text::Shape::capitalized) return;  // "Defence Secretary Ana Paz"
      if (word > words.data()) owners_[number] = firm_within;
    }
    Naming naming;
    naming.tokens = {token, token + 1};
    naming.span = document_.span(naming.tokens);
    naming.sentence = sentence;
    naming.word = word->word;
    if (owners_[number] != person) naming.kind = ActorKind::organization, naming.open = true;
    names_.set_word(naming, folded);
    names_.namings.push_back(naming);
  }

  // A word that may be a name where it stands: at the start of a sentence, only before a verb or its own possession.
  bool stands_as_name(Tape words, const Element& word) const {
    static constexpr ClassSet names = set_of({class_id::NOUN, class_id::VERB, class_id::ADJECTIVE, class_id::WORD_SURNAME, class_id::UNKNOWN});
    static constexpr ClassSet others = set_of({class_id::DETERMINER, class_id::PRONOUN, class_id::PREPOSITION});
    static constexpr ClassSet offices = set_of({class_id::TITLE, class_id::INSTITUTION});  // "Banks died": who does something is the person
    static constexpr ClassSet verbs = set_of({class_id::VERB_PAST, class_id::BE, class_id::HAVE, class_id::MODAL});
    const ClassSet& set = lexicon_.classes(word.set);
    if (!set.meets(names) || set.meets(others)) return false;
    if (set.meets(offices) && &word > words.data()) return false;
    const Element* const begin = words.data();
    const Element* const end = begin + words.size();
    if (&word > begin && document_.tokens[(&word - 1)->first].shape != text::Shape::open_quote) return true;
    const Element* const next = &word + 1;
    if (next == end) return false;
    if (document_.tokens[next->first].shape == text::Shape::clitic) return true;
    const bool aged = next + 2 < end && document_.tokens[next->first].shape == text::Shape::comma &&
                      document_.tokens[(next + 1)->first].shape == text::Shape::number && document_.tokens[(next + 2)->first].shape == text::Shape::comma;
    if (aged) return true;  // "Potter, 47, succeeded"
    const ClassSet& right = lexicon_.classes(next->set);
    return right.meets(verbs) || (right.has(class_id::VERB_THIRD) && !right.has(class_id::NOUN));
  }

  // "Halcyon chief executive Ana Paz": at the start of a sentence, before a word without a capital.
  bool opens_firmly(Tape words, const Element& word) const {
    if (&word != words.data() || words.size() < 2 || !lexicon_.classes(word.set).has(class_id::NOUN)) return false;
    return document_.tokens[(&word + 1)->first].shape == text::Shape::lower;
  }

  // A word that only opens sentences is no firm's name: "Trade fell".
  void add_found() {
    for (std::size_t i = known_; i < names_.namings.size(); ++i) {
      Naming& naming = names_.namings[i];
      if (naming.open && owners_[names_.first_word(naming)] != firm_within) naming.word_count = 0;  // none
    }
    names_.put_in_order(known_);
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  Names& names_;
  std::vector<std::uint8_t> owners_;  // of each word
  std::size_t known_ = 0;             // the names before
};

}  // namespace

void find_short_names(const Document& document, Names& names) { Finding(document, names).run(); }

}  // namespace gazette::facts
