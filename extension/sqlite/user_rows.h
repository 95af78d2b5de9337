// The rows that a user added to a table of knowledge: each with an id for good, and with the way back.
//
// An id is never used again, so that a statement which deletes several rows, or reads while it writes, always means
// the row that it saw. Every change is logged until the transaction ends; roll_back() undoes those behind a mark. A
// removed row is kept as it was, so that undoing needs no memory and can't fail; where there is no memory for a change,
// add() and remove() throw std::bad_alloc and change nothing.
#ifndef GAZETTE_SQLITE_USER_ROWS_H
#define GAZETTE_SQLITE_USER_ROWS_H

#include <cstddef>
#include <cstdint>
#include <map>
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
    changes_.push_back({++last_id_, {}});  // undoing an addition that failed behind this line does nothing
    rows_.emplace(last_id_, std::move(entry));
    return last_id_;
  }
  /// False where there is no such row.
  bool remove(std::int64_t id) {
    const auto row = rows_.find(id);
    if (row == rows_.end()) return false;
    changes_.push_back({id, {}});
    changes_.back().removed = rows_.extract(row);
    return true;
  }

  std::size_t mark() const { return changes_.size(); }
  /// False where there is nothing to undo.
  bool roll_back(std::size_t mark) {
    const bool any = changes_.size() > mark;
    while (changes_.size() > mark) {
      Change& last = changes_.back();
      if (last.removed) {
        rows_.insert(std::move(last.removed));
      } else {
        rows_.erase(last.id);
      }
      changes_.pop_back();
    }
    return any;
  }
  /// The transaction has ended: nothing will be undone.
  void forget_changes() { changes_.clear(); }

 private:
  using Rows = std::map<std::int64_t, Entry>;
  struct Change {
    std::int64_t id;
    typename Rows::node_type removed;  // empty: the row was added
  };

  Rows rows_;
  std::vector<Change> changes_;
  std::int64_t last_id_ = 0;
};

}  // namespace gazette::sqlite

#endif
