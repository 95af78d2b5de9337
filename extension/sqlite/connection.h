// What one connection holds: its knowledge, and the articles that it read last.
//
// One article is analysed once, however many tables of a query read it, and no further than they need: the cache is keyed
// by the text and the date, and emptied when the connection's knowledge changes. Only the thread that uses the connection touches it.
#ifndef GAZETTE_SQLITE_CONNECTION_H
#define GAZETTE_SQLITE_CONNECTION_H

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "gazette.h"
#include "sqlite/api.h"
#include "sqlite/user_rows.h"

namespace gazette::sqlite {

class Connection {
 public:
  /// Asks SQLite how it counts characters: throws std::bad_alloc where it has no memory to answer.
  explicit Connection(sqlite3* db);

  /// A text, read as far as `depth` at least; from the cache where it is there. nullptr where the host interrupted it.
  std::shared_ptr<const Article> article(std::string_view text, std::string_view published, Depth depth);

  /// How many texts were analysed by this connection so far.
  std::uint64_t analyses() const { return analyses_; }

  /// The user's entries and rules.
  const UserRows<LexiconEntry>& entries() const { return entries_; }
  const UserRows<RuleEntry>& rules() const { return rules_; }
  /// Adds one, after a check, and sets its id. Empty, or an error text.
  std::string add(LexiconEntry entry, std::int64_t& id);
  std::string add(RuleEntry rule, std::int64_t& id);
  /// Calls `change(rows)`, which says whether there is another row or one less now; returns what it says.
  template <typename Change>
  bool change_entries(Change change) {
    if (!change(entries_)) return false;
    changed();
    return true;
  }
  template <typename Change>
  bool change_rules(Change change) {
    if (!change(rules_)) return false;
    changed();
    return true;
  }

  /// The knowledge with all of the user's entries; made anew after a change.
  std::shared_ptr<const Knowledge> knowledge();

 private:
  struct Cached {
    std::string published;
    std::shared_ptr<Article> article;
  };
  void changed();

  sqlite3* db_;
  bool stray_bytes_together_;
  std::list<Cached> cache_;  // the last used first
  std::uint64_t analyses_ = 0;
  UserRows<LexiconEntry> entries_;
  UserRows<RuleEntry> rules_;
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace gazette::sqlite

#endif
