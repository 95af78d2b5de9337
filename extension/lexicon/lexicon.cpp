#include "lexicon/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "lexicon/classes.h"
#include "lexicon/fold.h"

namespace gazette::lexicon {
namespace {

using text::Shape;
using text::Token;

}  // namespace

// --- Entry ---------------------------------------------------------------------------------------------------------

bool Entry::is_user() const { return index_ >= lexicon_->tables_->entry_count; }

std::string_view Entry::term() const {
  const Tables& tables = *lexicon_->tables_;
  if (is_user()) return lexicon_->user_entries_[index_ - tables.entry_count].term;
  const EntryRecord& record = tables.entries[index_];
  return {tables.pool + record.term, record.term_length};
}

const ClassSet& Entry::classes() const {
  const Tables& tables = *lexicon_->tables_;
  if (is_user()) return lexicon_->user_entries_[index_ - tables.entry_count].classes;
  return lexicon_->class_sets_[tables.entries[index_].set];
}

std::string_view Entry::operator[](Column column) const {
  const Tables& tables = *lexicon_->tables_;
  if (is_user()) {
    for (const auto& [key, value] : lexicon_->user_entries_[index_ - tables.entry_count].attributes) {
      if (key == column) return value;
    }
    return {};
  }
  const EntryRecord& record = tables.entries[index_];
  for (std::uint32_t i = 0; i < record.attributes; ++i) {
    const AttributeRecord attribute = tables.attributes[record.first_attribute + i];
    if (attribute.column != static_cast<std::uint32_t>(column)) continue;
    const char* const value = tables.pool + attribute.value;
    return {value + 1, static_cast<unsigned char>(*value)};
  }
  return {};
}

// --- Lexicon -------------------------------------------------------------------------------------------------------

Lexicon::Lexicon(const Tables& tables)
    : tables_(&tables),
      class_sets_(tables.class_sets, tables.class_sets + tables.class_set_count),
      sets_by_casing_(tables.sets_by_casing, tables.sets_by_casing + tables.sets_by_casing_count),
      class_names_(tables.class_names, tables.class_names + tables.class_count) {
  for (std::size_t i = 0; i < class_sets_.size(); ++i) class_set_ids_.emplace(class_sets_[i], static_cast<ClassSetId>(i));
  for (std::size_t i = 0; i < class_names_.size(); ++i) class_ids_.emplace(class_names_[i], static_cast<ClassId>(i));
  for (const ClassId id : {class_id::DETERMINER, class_id::PRONOUN, class_id::PREPOSITION, class_id::CONJUNCTION, class_id::SUBORDINATOR,
                           class_id::POSSESSIVE, class_id::DEMONSTRATIVE, class_id::ADVERB}) {
    openers_.add(id);
  }
  ClassSet unknown;
  unknown.add(class_id::UNKNOWN);
  unknown_ = intern(unknown);
  built_in_sets_.resize(tables.word_count);
  for (std::uint32_t i = 0; i < tables.word_count; ++i) built_in_sets_[i] = tables.words[i].sets;
}

std::uint32_t Lexicon::entry_count() const {
  return tables_->entry_count + static_cast<std::uint32_t>(user_entries_.size());
}

std::optional<ClassId> Lexicon::class_of(std::string_view name) const {
  const auto at = class_ids_.find(std::string(name));
  if (at == class_ids_.end()) return std::nullopt;
  return at->second;
}

std::string_view Lexicon::class_name(ClassId id) const { return class_names_[id]; }

std::string_view Lexicon::folded(std::uint32_t word) const {
  if (word == none) return {};
  if (word >= tables_->word_count) return user_words_[word - tables_->word_count].folded;
  const WordRecord& record = tables_->words[word];
  return {tables_->pool + record.text, record.length};
}

std::uint32_t Lexicon::find_built_in(std::string_view folded, std::uint64_t hash) const {
  const std::uint32_t mask = tables_->bucket_count - 1;
  for (std::uint32_t at = static_cast<std::uint32_t>(hash) & mask;; at = (at + 1) & mask) {
    const std::uint32_t word = tables_->buckets[at];
    if (word == 0) return none;
    const WordRecord& record = tables_->words[word - 1];
    if (record.length == folded.size() && std::memcmp(tables_->pool + record.text, folded.data(), folded.size()) == 0) {
      return word - 1;
    }
  }
}

std::uint32_t Lexicon::find(std::string_view folded, std::uint64_t hash) const {
  if (!user_words_.empty()) {
    const auto [begin, end] = user_word_ids_.equal_range(hash);
    for (auto at = begin; at != end; ++at) {
      if (user_words_[at->second - tables_->word_count].folded == folded) return at->second;
    }
  }
  return find_built_in(folded, hash);
}

std::uint32_t Lexicon::find(std::string_view folded) const { return find(folded, hash_of_term(folded)); }

std::uint32_t Lexicon::find_term(std::string_view term) const {
  const std::optional<Term> cut = split_term(term, *this);
  return cut ? find(cut->folded) : none;
}

std::optional<Entry> Lexicon::entry_of(std::string_view term, ClassId id) const { return entry(find_term(term), id); }

std::optional<Entry> Lexicon::entry(std::uint32_t word, ClassId id) const {
  std::optional<Entry> found;
  each_entry(word, [&](const Entry& entry, std::uint8_t) {
    if (!found && entry.is(id)) found = entry;
  });
  return found;
}

std::uint8_t Lexicon::longest(std::uint32_t word) const {
  return word < tables_->word_count ? tables_->words[word].longest : user_words_[word - tables_->word_count].longest;
}

const SetsByCasing& Lexicon::sets(std::uint32_t word) const {
  return sets_by_casing_[word < tables_->word_count ? built_in_sets_[word] : user_words_[word - tables_->word_count].sets];
}

ClassSetId Lexicon::set_for(const SetsByCasing& sets, const std::vector<Token>& tokens, std::uint32_t first,
                            std::uint32_t end, bool headline) const {
  if (headline) return sets.headline;
  const Shape opening = tokens[first].shape;
  if (end == first + 1) {
    if (opening == Shape::all_capitals) return sets.all_capitals;
    return has_capital(opening) || opening == Shape::compound ? sets.capital : sets.lower;
  }
  const bool capital = has_capital(opening) && has_capital(tokens[end - 1].shape);
  return capital || tokens[end - 1].shape == Shape::compound ? sets.capital : sets.lower;
}

ClassSetId Lexicon::classes_of_ending(std::string_view folded, bool capital) const {
  std::array<char, 8> ending{'-'};
  for (std::size_t length = std::min<std::size_t>(6, folded.size() > 2 ? folded.size() - 2 : 0); length >= 2; --length) {
    std::memcpy(ending.data() + 1, folded.data() + folded.size() - length, length);
    const std::string_view key(ending.data(), length + 1);
    const std::uint32_t word = find(key, hash_of(key));
    if (word == none) continue;
    const SetsByCasing& found = sets(word);
    // An ending that any word can have tells nothing about a name: Mohamed is no participle.
    const ClassSetId set = capital && found.lower != 0 ? ClassSetId{0} : (capital ? found.capital : found.lower);
    if (set != 0) return set;
  }
  return 0;
}

void Lexicon::look_up(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end,
                      bool headline, std::vector<Element>& elements) const {
  // The folded words of the window, joined by spaces, so that a phrase of n words is a substring.
  std::string window;
  for (std::uint32_t i = first; i < end;) {
    const Token& token = tokens[i];
    Element element{i, i + 1, none, 0, static_cast<std::uint16_t>(token.shape), none};
    if (!wordlike(token.shape)) {
      elements.push_back(element);
      ++i;
      continue;
    }
    window.clear();
    fold(token.of(text), window);
    std::uint64_t hash = hash_of(window);
    std::uint32_t word = find(window, hash);
    if (word != none) {
      element.set = set_for(sets(word), tokens, i, i + 1, headline);
      element.word = word;
      const std::uint32_t limit = std::min<std::uint32_t>(end, i + longest(word));
      for (std::uint32_t next = i + 1; next < limit && wordlike(tokens[next].shape); ++next) {
        const std::size_t before = window.size();
        window.push_back(' ');
        fold(tokens[next].of(text), window);
        hash = join(hash, hash_of(std::string_view(window).substr(before + 1)));
        word = find(window, hash);
        if (word == none) continue;
        const ClassSetId set = set_for(sets(word), tokens, i, next + 1, headline);
        if (set == 0) continue;
        element.set = set;
        element.word = word;
        element.end = next + 1;
      }
    }
    if (element.end > i + 1 && tokens[i].shape != Shape::compound) {
      element.label = static_cast<std::uint16_t>(has_capital(tokens[i].shape) ? Shape::capitalized : tokens[i].shape);
    } else if (element.set == 0) {
      const std::string_view folded = std::string_view(window).substr(0, window.find(' '));
      const std::size_t hyphen = folded.rfind('-');
      if (hyphen != std::string_view::npos && hyphen + 1 < folded.size() && token.shape == Shape::lower) {
        const std::string_view head = folded.substr(hyphen + 1);
        const std::uint32_t tail = find(head, hash_of(head));
        if (tail != none) element.set = sets(tail).lower;
      }
      if (element.set == 0 && folded.size() <= 40) element.set = classes_of_ending(folded, has_capital(token.shape));
      if (element.set == 0) element.set = unknown_;
    }
    elements.push_back(element);
    i = element.end;
  }
}

// --- making --------------------------------------------------------------------------------------------------------

ClassSetId Lexicon::intern(const ClassSet& set) {
  const auto [at, added] = class_set_ids_.emplace(set, static_cast<ClassSetId>(class_sets_.size()));
  if (added) class_sets_.push_back(set);
  return at->second;
}

std::uint16_t Lexicon::intern(const SetsByCasing& sets) {
  const auto same = [&](const SetsByCasing& other) {
    return other.lower == sets.lower && other.capital == sets.capital && other.all_capitals == sets.all_capitals &&
           other.headline == sets.headline;
  };
  const std::size_t recent = sets_by_casing_.size() > 64 ? sets_by_casing_.size() - 64 : 0;
  const auto at = std::find_if(sets_by_casing_.begin() + static_cast<std::ptrdiff_t>(recent), sets_by_casing_.end(), same);
  if (at != sets_by_casing_.end()) return static_cast<std::uint16_t>(at - sets_by_casing_.begin());
  sets_by_casing_.push_back(sets);
  return static_cast<std::uint16_t>(sets_by_casing_.size() - 1);
}

// The record of a word that may be changed: a copy of the built-in one, or a new one.
std::uint32_t Lexicon::own(std::string_view folded) {
  const std::uint64_t hash = hash_of_term(folded);
  const std::uint32_t known = find(folded, hash);
  if (known != none && known >= tables_->word_count) return known;
  UserWord word;
  word.folded = folded;
  word.words = static_cast<std::uint8_t>(1 + std::count(folded.begin(), folded.end(), ' '));
  if (known != none) {
    const WordRecord& record = tables_->words[known];
    word.longest = record.longest;
    word.sets = built_in_sets_[known];
    word.references.assign(tables_->references + record.first_reference, tables_->references + record.first_reference + record.references);
  }
  const auto index = tables_->word_count + static_cast<std::uint32_t>(user_words_.size());
  user_words_.push_back(std::move(word));
  user_word_ids_.emplace(hash, index);
  return index;
}

void Lexicon::add_to_sets(std::uint32_t word, const ClassSet& classes, Casing casing) {
  SetsByCasing now = sets(word);
  const auto with = [&](ClassSetId id) { return intern(class_sets_[id] | classes); };
  if (casing == Casing::any) now.lower = with(now.lower);
  if (casing != Casing::all_capitals) now.capital = with(now.capital);
  now.all_capitals = with(now.all_capitals);
  now.headline = with(now.headline);
  const std::uint16_t id = intern(now);
  if (word < tables_->word_count) {
    built_in_sets_[word] = id;
  } else {
    user_words_[word - tables_->word_count].sets = id;
  }
}

std::optional<ClassId> Lexicon::add_literal(std::string_view folded) {
  const std::string name = fmt::format("'{}'", folded);
  if (const auto known = class_ids_.find(name); known != class_ids_.end()) return known->second;
  if (class_names_.size() >= class_limit) return std::nullopt;
  const auto id = static_cast<ClassId>(class_names_.size());
  class_names_.push_back(name);
  class_ids_.emplace(name, id);
  ClassSet set;
  set.add(id);
  const std::uint32_t word = find(folded);
  add_to_sets(word == none ? own(folded) : word, set, Casing::any);
  raise_longest(folded);
  return id;
}

// The first word of a phrase must know how far to look.
void Lexicon::raise_longest(std::string_view folded) {
  const auto words = static_cast<std::uint8_t>(1 + std::count(folded.begin(), folded.end(), ' '));
  if (words == 1) return;
  const std::string_view first = folded.substr(0, folded.find(' '));
  const std::uint32_t known = find(first);
  if (known != none && longest(known) >= words) return;
  user_words_[own(first) - tables_->word_count].longest = words;
}

bool Lexicon::add(UserEntry entry) {
  const std::optional<Term> term = split_term(entry.term, *this);
  if (!term) return false;
  const auto index = tables_->entry_count + static_cast<std::uint32_t>(user_entries_.size());
  const std::uint32_t word = own(term->folded);
  user_words_[word - tables_->word_count].references.push_back({index, form_base});
  add_to_sets(word, entry.classes, term->casing);
  raise_longest(term->folded);
  user_entries_.push_back(std::move(entry));
  return true;
}

// --- what the text layer asks --------------------------------------------------------------------------------------

bool Lexicon::is_abbreviation(std::string_view word) const {
  std::string key;
  fold(word, key);
  const std::uint32_t found = find(key, hash_of(key));
  if (found == none) return false;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  return classes(capital ? sets(found).headline : sets(found).lower).has(class_id::ABBREVIATION);
}

bool Lexicon::is_clitic(std::string_view ending) const {
  std::string key;
  fold(ending, key);
  const std::uint32_t found = find(key, hash_of(key));
  return found != none && classes(sets(found).lower).has(class_id::CLITIC);
}

bool Lexicon::has(std::string_view word, text::Trait trait) const {
  std::string key;
  fold(word, key);
  const std::uint32_t found = find(key, hash_of(key));
  if (found == none) return false;
  const ClassSet& set = classes(sets(found).headline);
  switch (trait) {
    case text::Trait::date: return set.has(class_id::MONTH) || set.has(class_id::WEEKDAY);
    case text::Trait::opener: return set.meets(openers_);
    case text::Trait::byline: return set.has(class_id::BYLINE_WORD);
    case text::Trait::caption: return set.has(class_id::CAPTION_WORD);
    case text::Trait::boilerplate: return set.has(class_id::BOILERPLATE_WORD);
  }
  return false;
}

}  // namespace gazette::lexicon
