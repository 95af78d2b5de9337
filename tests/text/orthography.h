// A small orthography for the tests of the text layer, and tokens as text: "Gen.|Ali|'s".
#ifndef GAZETTE_TESTS_TEXT_ORTHOGRAPHY_H
#define GAZETTE_TESTS_TEXT_ORTHOGRAPHY_H

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace gazette::text {

class SmallOrthography final : public Orthography {
 public:
  bool has(std::string_view word, Trait trait) const override {
    static const std::set<std::string, std::less<>> dates{"may", "september", "sept.", "tuesday"};
    static const std::set<std::string, std::less<>> openers{"the", "he", "she", "in", "but", "we"};
    static const std::set<std::string, std::less<>> boilerplate{"read", "more", "advertisement", "also"};
    const std::string key = lower(word);
    switch (trait) {
      case Trait::country: return false;
      case Trait::date: return dates.contains(key);
      case Trait::opener: return openers.contains(key);
      case Trait::numbered: return key == "no.";
      case Trait::byline: return key == "by";
      case Trait::caption: return key == "photo" || key == "image";
      case Trait::boilerplate: return boilerplate.contains(key);
    }
    return false;
  }
  bool is_abbreviation(std::string_view word) const override {
    static const std::set<std::string, std::less<>> known{"gen.", "no.", "dr.", "mr.", "sept.", "corp.", "mont."};
    return known.contains(lower(word));
  }
  bool is_clitic(std::string_view ending) const override {
    static const std::set<std::string, std::less<>> known{"'s", "'ll", "'ve", "'re", "'d", "'m"};
    return known.contains(lower(ending));
  }

 private:
  static std::string lower(std::string_view word) {
    std::string key(word);
    for (char& c : key) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return key;
  }
};

inline std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), SmallOrthography(), tokens);
  return tokens;
}

/// Tokens [first, end) with "|" between them.
inline std::string joined(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t end) {
  std::string out;
  for (std::size_t i = first; i < end; ++i) out.append(i == first ? "" : "|").append(tokens[i].of(text));
  return out;
}

}  // namespace gazette::text

#endif
