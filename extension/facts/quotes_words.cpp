#include "facts/quotes_words.h"

#include <array>
#include <string_view>
#include <utility>

#include "lexicon/cell.h"

namespace gazette::facts {
namespace {

using lexicon::Column;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 15> takes_by_name{{{"quote", takes_quote},
                                                                                    {"that", takes_that},
                                                                                    {"to", takes_to},
                                                                                    {"person-to", takes_person_to},
                                                                                    {"of", takes_of},
                                                                                    {"for", takes_for},
                                                                                    {"as", takes_as},
                                                                                    {"ing", takes_gerund},
                                                                                    {"object", takes_object},
                                                                                    {"wh", takes_question},
                                                                                    {"raised", takes_raised},
                                                                                    {"about", takes_about},
                                                                                    {"topic", takes_topic},
                                                                                    {"matter", takes_matter},
                                                                                    {"written", takes_written}}};

}  // namespace

std::string_view act_of(const lexicon::Lexicon& lexicon, std::uint32_t word, lexicon::ClassId id) {
  const auto entry = lexicon.entry(word, id);
  return entry ? (*entry)[Column::act] : std::string_view{};
}

Use use_of(const lexicon::Lexicon& lexicon, std::uint32_t word, lexicon::ClassId id) {
  Use use;
  const auto entry = lexicon.entry(word, id);
  if (!entry) return use;
  std::string_view pattern = (*entry)[Column::pattern];
  while (!pattern.empty()) {
    const std::size_t space = pattern.find(' ');
    const std::string_view name = pattern.substr(0, space);
    for (const auto& [known, bit] : takes_by_name) {
      if (known == name) use.takes |= bit;
    }
    pattern = space == std::string_view::npos ? std::string_view{} : pattern.substr(space + 1);
  }
  use.strength = lexicon::number_in<decltype(use.strength)>((*entry)[Column::strength]).value_or(use.strength);
  return use;
}

}  // namespace gazette::facts
