#include "facts/casualties_harm.h"

#include <string>

#include "lexicon/cell.h"
#include "lexicon/classes.h"
#include "lexicon/fold.h"

namespace gazette::facts {

using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

namespace {

Harm harm_of(const Entry& entry) {
  return {entry[Column::harm], lexicon::number_in<double>(entry[Column::strength]).value_or(0.8), entry[Column::voice] == "subject"};
}

}  // namespace

// Do the words of the frame follow within a few words: "shot" two men "dead"?
bool HarmReader::meets(const Element& element, std::string_view frame) const {
  constexpr std::uint32_t reach = 6;
  const Tape words = document_.words[document_.sentence_of(element.first)];
  std::uint32_t at = element.end;
  std::string folded;
  for (std::size_t begin = 0; begin < frame.size();) {
    const std::size_t end = std::min(frame.find(' ', begin), frame.size());
    const std::string_view wanted = frame.substr(begin, end - begin);
    begin = end + 1;
    auto word = std::lower_bound(words.begin(), words.end(), at, [](const Element& e, std::uint32_t token) { return e.first < token; });
    bool met = false;
    for (; word != words.end() && word->first <= at + reach && !met; ++word) {
      folded.clear();
      lexicon::fold(document_.words_of(Document::stretch(*word)), folded);
      met = folded == wanted;
      if (met) at = word->end;
      // "crushed or trampled to death": of both
      if (document_.is(*word, class_id::HARM_VERB) && folded.size() > frame.size() && folded.ends_with(frame) &&
          folded[folded.size() - frame.size() - 1] == ' ')
        return word->first <= element.end + 2;
      if (document_.is(*word, class_id::COMMA) || document_.is(*word, class_id::HARM_VERB)) break;
    }
    if (!met) return false;
  }
  return true;
}

std::optional<Harm> HarmReader::read(const Element& element) const {
  std::optional<Harm> plain;
  std::optional<Harm> framed;
  lexicon_.each_entry(element.word, [&](const Entry& entry, std::uint8_t) {
    if (framed) return;
    if (entry.is(class_id::HARM_VERB)) {
      const std::string_view frame = entry[Column::frame];
      if (frame.empty()) {
        if (!plain) plain = harm_of(entry);
      } else if (meets(element, frame)) {
        framed = harm_of(entry);
        framed->framed = true;
      }
    } else if ((entry.is(class_id::HARM_ADJECTIVE) || entry.is(class_id::HARM_NOUN)) && !plain && !entry[Column::harm].empty()) {
      plain = harm_of(entry);
    }
  });
  return framed ? framed : plain;
}

std::optional<Harm> HarmReader::modifier(const Element& group) const {
  const Tape words = document_.words[document_.sentence_of(group.first)];
  auto word = std::lower_bound(words.begin(), words.end(), group.first, [](const Element& e, std::uint32_t token) { return e.first < token; });
  for (; word != words.end() && word->end <= group.end; ++word) {
    const auto entry = lexicon_.entry(word->word, class_id::HARM_ADJECTIVE);
    if (entry) return harm_of(*entry);
    if (const auto noun = lexicon_.entry(word->word, class_id::HARM_NOUN)) return harm_of(*noun);
  }
  return std::nullopt;
}

std::string_view either(std::string_view first, std::string_view second) {
  if (first == second) return first;
  const auto one_is = [&](std::string_view harm) { return first == harm || second == harm; };
  if (one_is("killed") && one_is("missing")) return "killed_or_missing";
  if (one_is("killed") && one_is("injured")) return "killed_or_injured";
  return "casualties";
}

}  // namespace gazette::facts
