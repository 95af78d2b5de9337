#include "sqlite/connection.h"

#include <algorithm>
#include <new>

#include "sqlite/watch.h"

namespace gazette::sqlite {
namespace {

bool is_built_in(std::string_view rule) {
  const Knowledge& known = *Knowledge::built_in();
  for (std::size_t i = 0; i < known.rule_count(); ++i) {
    if (known.rule(i).name == rule) return true;
  }
  return false;
}

// Joins of a few articles read each again and again; more than these would only hold memory.
constexpr std::size_t cached_articles = 4;
constexpr std::size_t largest_cached = std::size_t{4} << 20U;      // a longer text pushes the others out
constexpr std::size_t largest_unfinished = std::size_t{1} << 20U;  // a longer text is read to its end at once: to read on takes memory

// Does this SQLite's substr() take two stray continuation bytes for one character? Versions differ.
bool counts_stray_bytes_together(sqlite3* db) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(db, "SELECT length(CAST(x'8080' AS TEXT))", -1, &statement, nullptr);
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  const bool together = code == SQLITE_ROW && sqlite3_column_int(statement, 0) == 1;
  sqlite3_finalize(statement);
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  return together;
}

}  // namespace

Connection::Connection(sqlite3* db) : db_(db), stray_bytes_together_(counts_stray_bytes_together(db)) {}

std::shared_ptr<const Article> Connection::article(std::string_view text, std::string_view published, Depth depth) {
  if (text.size() > largest_unfinished) depth = Depth::events;
  Watch watch(db_);
  const auto interrupted = [&watch] { return watch.ended(); };
  const auto found = std::find_if(cache_.begin(), cache_.end(), [&](const Cached& cached) {
    return cached.published == published && cached.article->text() == text;  // texts of other lengths cost nothing
  });
  if (found != cache_.end()) {
    cache_.splice(cache_.begin(), cache_, found);
    const std::shared_ptr<Article> known = cache_.front().article;
    return known->read_on(depth, interrupted) ? known : nullptr;
  }
  Options options;
  options.published = published;
  options.knowledge = knowledge();
  options.stray_bytes_together = stray_bytes_together_;
  options.depth = depth;
  options.interrupted = interrupted;
  auto made = std::make_shared<Article>(analyze(text, options));
  ++analyses_;
  if (made->interrupted) return nullptr;
  cache_.push_front({std::string(published), made});
  while (cache_.size() > (text.size() > largest_cached ? 1 : cached_articles)) cache_.pop_back();
  return made;
}

void Connection::changed() {
  knowledge_.reset();
  cache_.clear();
}

std::shared_ptr<const Knowledge> Connection::knowledge() {
  if (entries_.empty() && rules_.empty()) return Knowledge::built_in();
  if (!knowledge_) {
    auto made = Knowledge::with(entries_.values(), rules_.values());  // each was checked when it was added
    auto* const ready = std::get_if<std::shared_ptr<const Knowledge>>(&made);
    knowledge_ = ready != nullptr ? *ready : Knowledge::built_in();
  }
  return knowledge_;
}

std::string Connection::add(LexiconEntry entry, std::int64_t& id) {
  std::string error = Knowledge::check(entry);
  if (!error.empty()) return error;
  id = entries_.add(std::move(entry));
  changed();
  return {};
}

std::string Connection::add(RuleEntry rule, std::int64_t& id) {
  const auto same = [&](const auto& other) { return other.second.name == rule.name; };
  if (std::any_of(rules_.rows().begin(), rules_.rows().end(), same) || is_built_in(rule.name)) {
    return "gazette_rules: name: there is a rule '" + rule.name + "' already";
  }
  auto rules = rules_.values();
  rules.push_back(rule);
  auto made = Knowledge::with(entries_.values(), std::move(rules));
  if (auto* const message = std::get_if<std::string>(&made)) return *message;
  id = rules_.add(std::move(rule));
  changed();
  knowledge_ = std::get<std::shared_ptr<const Knowledge>>(made);
  return {};
}

}  // namespace gazette::sqlite
