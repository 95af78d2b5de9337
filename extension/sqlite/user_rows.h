// The rows that a user added to a table of knowledge: each with an id for good, and with the way back.
//
// An id is never used again, so that a statement which deletes several rows, or reads while it writes, always means
// the row that it saw. Every change is logged until the transaction ends; roll_back() undoes those behind a mark.
#ifndef GAZETTE_SQLITE_USER_ROWS_H
#define GAZETTE_SQLITE_USER_ROWS_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace gazette::sqlite {

template <typename Entry>
class UserRows {
 public:
  const std::map<std::int64_t, Entry>& rows() const { return rows_; }
  bool empty() const { return rows_.empty(); }
  std::vector<Entry> values() const {
    std::vector<Entry> values;
    values.reserve(rows_.size());
    for (const auto& [id, entry] : rows_) values.push_back(entry);
    return values;
  }

  /// Returns the new row's id.
  std::int64_t add(Entry entry) {
    changes_.push_back({++last_id_, std::nullopt});
    rows_.emplace(last_id_, std::move(entry));
    return last_id_;
  }
  /// False where there is no such row.
  bool remove(std::int64_t id) {
    const auto row = rows_.find(id);
    if (row == rows_.end()) return false;
    changes_.push_back({id, std::move(row->second)});
    rows_.erase(row);
    return true;
  }

  std::size_t mark() const { return changes_.size(); }
  /// False where there is nothing to undo.
  bool roll_back(std::size_t mark) {
    const bool any = changes_.size() > mark;
    while (changes_.size() > mark) {
      auto& [id, removed] = changes_.back();
      if (removed) {
        rows_.emplace(id, std::move(*removed));
      } else {
        rows_.erase(id);
      }
      changes_.pop_back();
    }
    return any;
  }
  /// The transaction has ended: nothing will be undone.
  void forget_changes() { changes_.clear(); }

 private:
  std::map<std::int64_t, Entry> rows_;
  std::vector<std::pair<std::int64_t, std::optional<Entry>>> changes_;  // with the entry: removed; without: added
  std::int64_t last_id_ = 0;
};

}  // namespace gazette::sqlite

#endif
