// What one connection holds: its knowledge, and the articles that it read last.
//
// One article is analysed once, however many tables of a query read it: the cache is keyed by the text and the
// date, and emptied when the connection's knowledge changes. Only the thread that uses the connection touches it.
#ifndef GAZETTE_SQLITE_CONNECTION_H
#define GAZETTE_SQLITE_CONNECTION_H

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gazette.h"
#include "sqlite/api.h"

namespace gazette::sqlite {

class Connection {
 public:
  explicit Connection(sqlite3* db) : db_(db) {}

  /// The analysis of a text; from the cache where it is there.
  std::shared_ptr<const Article> article(std::string_view text, std::string_view published);

  /// How many texts were analysed by this connection so far.
  std::uint64_t analyses() const { return analyses_; }

  /// The user's entries and rules; change them through these, which validate first. Empty, or an error text.
  const std::vector<LexiconEntry>& entries() const { return entries_; }
  const std::vector<RuleEntry>& rules() const { return rules_; }
  std::string add(LexiconEntry entry);
  std::string add(RuleEntry rule);
  void remove_entry(std::size_t index);
  void remove_rule(std::size_t index);

  /// The knowledge with all of the user's entries; made anew after a change.
  std::shared_ptr<const Knowledge> knowledge();

 private:
  struct Cached {
    std::string published;
    std::shared_ptr<const Article> article;
    std::uint64_t hash = 0;
  };
  void changed();

  sqlite3* db_;
  std::list<Cached> cache_;  // the last used first
  std::uint64_t analyses_ = 0;
  std::vector<LexiconEntry> entries_;
  std::vector<RuleEntry> rules_;
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace gazette::sqlite

#endif
