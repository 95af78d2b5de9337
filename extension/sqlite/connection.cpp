#include "sqlite/connection.h"

#include <algorithm>
#include <functional>

namespace gazette::sqlite {
namespace {

// Joins of a few articles read each again and again; more than these would only hold memory.
constexpr std::size_t cached_articles = 4;
constexpr std::size_t largest_cached = std::size_t{4} << 20U;  // a longer text pushes the others out

}  // namespace

std::shared_ptr<const Article> Connection::article(std::string_view text, std::string_view published) {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  const auto found = std::find_if(cache_.begin(), cache_.end(), [&](const Cached& cached) {
    return cached.hash == hash && cached.published == published && cached.article->text() == text;
  });
  if (found != cache_.end()) {
    cache_.splice(cache_.begin(), cache_, found);
    return cache_.front().article;
  }
  Options options;
  options.published = published;
  options.knowledge = knowledge();
#if SQLITE_VERSION_NUMBER >= 3041000
  if (sqlite3_libversion_number() >= 3041000) options.interrupted = [this] { return sqlite3_is_interrupted(db_) != 0; };
#endif
  auto made = std::make_shared<const Article>(analyze(text, options));
  ++analyses_;
  if (made->interrupted) return made;
  cache_.push_front({std::string(published), made, hash});
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
    auto made = Knowledge::with(entries_, rules_);  // each was checked when it was added
    auto* const ready = std::get_if<std::shared_ptr<const Knowledge>>(&made);
    knowledge_ = ready != nullptr ? *ready : Knowledge::built_in();
  }
  return knowledge_;
}

std::string Connection::add(LexiconEntry entry) {
  std::string error = Knowledge::check(entry);
  if (!error.empty()) return error;
  entries_.push_back(std::move(entry));
  changed();
  return {};
}

std::string Connection::add(RuleEntry rule) {
  const auto same = [&](const RuleEntry& other) { return other.name == rule.name; };
  if (std::any_of(rules_.begin(), rules_.end(), same)) return "gazette_rules: name: there is a rule '" + rule.name + "' already";
  std::vector<RuleEntry> rules = rules_;
  rules.push_back(std::move(rule));
  auto made = Knowledge::with(entries_, rules);
  if (auto* const message = std::get_if<std::string>(&made)) return *message;
  rules_ = std::move(rules);
  changed();
  knowledge_ = std::get<std::shared_ptr<const Knowledge>>(made);
  return {};
}

void Connection::remove_entry(std::size_t index) {
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
  changed();
}

void Connection::remove_rule(std::size_t index) {
  rules_.erase(rules_.begin() + static_cast<std::ptrdiff_t>(index));
  changed();
}

}  // namespace gazette::sqlite
