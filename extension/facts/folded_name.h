// A folded name: its words folded one after the other, each hashed in the same pass.
//
//   FoldedName name;
//   name.add("Nancy");                 // {"nancy", its hash}
//   name.add("Pelosi");
//   name.text(), name.hash()           ->  "nancy pelosi", the hash of both words together
//
// One FoldedName serves all names of a document: its buffer stays.
#ifndef GAZETTE_FACTS_FOLDED_NAME_H
#define GAZETTE_FACTS_FOLDED_NAME_H

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/fold.h"

namespace gazette::facts {

class FoldedName {
 public:
  /// A folded text and its hash; the text stands in the name, until something is added to it.
  struct Folded {
    std::string_view text;
    std::uint64_t hash = 0;
  };

  void clear() { size_ = 0, hash_ = 0; }

  /// Adds a word, behind a space where there is one before it.
  Folded add(std::string_view word) {
    const std::size_t begin = size_ == 0 ? 0 : size_ + 1;
    make_room(begin + word.size());
    if (begin != 0) buffer_[size_] = ' ';
    Folded added;
    std::size_t length = word.size();
    if (const auto hash = lexicon::hash_of_ascii(word, 0, word.size())) {
      added.hash = *hash;
      lexicon::write_lower(word, buffer_.data() + begin);
    } else {
      beyond_ascii_.clear();
      lexicon::fold(word, beyond_ascii_);
      added.hash = lexicon::hash_of(beyond_ascii_);
      length = beyond_ascii_.size();
      make_room(begin + length);
      std::copy(beyond_ascii_.begin(), beyond_ascii_.end(), buffer_.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    size_ = begin + length;
    hash_ = begin == 0 ? added.hash : lexicon::join(hash_, added.hash);
    added.text = std::string_view(buffer_).substr(begin, length);
    return added;
  }

  /// A name of one word.
  Folded only(std::string_view word) {
    clear();
    return add(word);
  }

  std::string_view text() const { return std::string_view(buffer_).substr(0, size_); }
  std::uint64_t hash() const { return hash_; }

 private:
  // write_lower() writes up to 8 bytes behind a word.
  void make_room(std::size_t size) {
    constexpr std::size_t spare = 8;
    if (buffer_.size() < size + spare) buffer_.resize(2 * (size + spare));
  }

  std::string buffer_ = std::string(64, '\0');
  std::size_t size_ = 0;
  std::uint64_t hash_ = 0;
  std::string beyond_ascii_;
};

}  // namespace gazette::facts

#endif
