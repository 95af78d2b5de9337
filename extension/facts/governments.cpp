#include "facts/governments.h"

#include "facts/event_types.h"
#include "facts/nearness.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using lexicon::Column;

// The sentence around a capital's name.
class Surroundings {
 public:
  Surroundings(const Document& document, const Naming& naming)
      : document_(document), naming_(naming), tape_(document.plain_tape(naming.sentence)), at_(element_at(tape_, naming.tokens.first)) {}

  bool is_government() const {
    if (at_ >= tape_.size() || !is(at_, class_id::NOUN_GROUP) || tape_[at_].first != naming_.tokens.first) return false;
    if (tape_[at_].end != naming_.tokens.end) return owns_statement();
    return acts(behind_joined(at_ + 1)) || is_addressed();
  }

 private:
  bool is(std::size_t i, ClassId id) const { return i < tape_.size() && document_.is(tape_[i], id); }

  // "in Baku", "the mayor of Baku": there, and not it.
  bool is_place() const { return at_ > 0 && is(at_ - 1, class_id::PREPOSITION) && !is(at_ - 1, class_id::SUBORDINATOR); }

  // Behind "and Yerevan", an adverb, a day, ", which".
  std::size_t behind_joined(std::size_t i) const {
    if (is(i, class_id::CONJUNCTION) && is(i + 1, class_id::NOUN_GROUP) && document_.is_at(tape_[i + 1].first, class_id::CAPITAL_SEAT)) i += 2;
    if (is(i, class_id::COMMA) && is(i + 1, class_id::RELATIVE)) i += 2;
    constexpr std::size_t most = 3;
    for (std::size_t steps = 0; steps < most; ++steps) {
      if (is(i, class_id::DATE) || (is(i, class_id::ADVERB) && !is(i, class_id::VERB_GROUP))) {
        ++i;
      } else if (is(i, class_id::PREPOSITION) && is(i + 1, class_id::DATE)) {
        i += 2;
      }
    }
    return i;
  }

  // A verb of those who speak or decide.
  bool acts(std::size_t verb) const {
    if (is_place() || !is(verb, class_id::VERB_GROUP)) return false;
    if (is(verb, class_id::PASSIVE) || is(verb, class_id::GERUND) || is(verb, class_id::INFINITIVE)) return false;
    if (is(verb, class_id::REPORT_VERB)) return true;
    bool decides = false;
    document_.grammar->lexicon().each_entry(tape_[verb].word, [&](const lexicon::Entry& entry, std::uint8_t) {
      decides |= entry.is(class_id::EVENT_VERB) &&
                 is_one_of(entry[Column::type], {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "AGREE", "REQUEST", "SUPPORT", "MOBILIZE", "AID"});
    });
    return decides;
  }

  bool tells(std::size_t verb) const { return is(verb, class_id::VERB_GROUP) && !is(verb, class_id::PASSIVE) && is(verb, class_id::REPORT_VERB); }

  // "accused Baku of", "urged Baku to": whom one accuses or asks.
  bool is_addressed() const {
    // "warned Paris and | Berlin"
    if (at_ > 2 && is(at_ - 1, class_id::CONJUNCTION) && document_.is_at(tape_[at_ - 2].first, class_id::CAPITAL_SEAT) && tells(at_ - 3)) return true;
    if (at_ == 0 || !tells(at_ - 1)) return false;
    const bool charge = is(at_ + 1, class_id::OF_MARK) || is(at_ + 1, class_id::COMPLEMENTIZER) || is(at_ + 1, class_id::TOPIC_LINK);
    const std::size_t next = behind_joined(at_ + 1);  // "warned Paris and Berlin"
    return charge || next > at_ + 1 || (is(next, class_id::VERB_GROUP) && is(next, class_id::INFINITIVE));
  }

  // "Baku's claim", "Baku's decision"
  bool owns_statement() const {
    if (!document_.is_at(naming_.tokens.end, class_id::CLITIC)) return false;
    return is(at_, class_id::REPORT_NOUN) || is(at_, class_id::PLAN);
  }

  const Document& document_;
  const Naming& naming_;
  Tape tape_;
  std::size_t at_;
};

}  // namespace

void find_governments(const Document& document, Names& names) {
  const lexicon::Lexicon& lexicon = document.grammar->lexicon();
  for (Naming& naming : names.namings) {
    document.pause();
    if (naming.kind != ActorKind::place || naming.form != MentionForm::name || naming.word == lexicon::none) continue;
    const auto seat = lexicon.entry(naming.word, class_id::CAPITAL_SEAT);
    if (!seat || !Surroundings(document, naming).is_government()) continue;
    naming.kind = ActorKind::country;
    naming.canonical = (*seat)[Column::name];
    naming.country = (*seat)[Column::country];
    naming.open = false;
  }
}

}  // namespace gazette::facts
