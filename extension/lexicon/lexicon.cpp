#include "lexicon/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "lexicon/classes.h"
#include "lexicon/digits.h"
#include "lexicon/fold.h"

namespace gazette::lexicon {
namespace {

using text::Shape;
using text::Token;

// Which classes a word has, written in this shape.
ClassSetId set_of_word(const SetsByCasing& sets, Shape shape, bool headline) {
  if (headline) return sets.headline;
  if (shape == Shape::lower) return sets.lower;
  if (shape == Shape::all_capitals) return sets.all_capitals;
  return has_capital(shape) || shape == Shape::compound ? sets.capital : sets.lower;
}

// And a phrase, whose first and last word are written so.
ClassSetId set_of_phrase(const SetsByCasing& sets, Shape first, Shape last, bool headline) {
  if (headline) return sets.headline;
  const bool capital = has_capital(first) && (has_capital(last) || last == Shape::clitic);  // Tony Blair, McDonald's
  return capital || last == Shape::compound ? sets.capital : sets.lower;
}

std::size_t place_of_ending(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15ULL) >> 40U; }

// "F.B.I.", "J.K."
bool is_dotted(std::string_view written, Shape shape) { return shape == Shape::all_capitals && written.size() > 1 && written[1] == '.'; }

}  // namespace

// --- Entry ---------------------------------------------------------------------------------------------------------

std::string_view Entry::user_value(Column column) const {
  for (const auto& [key, value] : user().attributes) {
    if (key == column) return value;
  }
  return {};
}

namespace {

std::vector<ClassSet> class_sets_of(const Tables& tables) {
  std::vector<ClassSet> sets(tables.class_set_count);
  const ClassId* member = tables.members;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (std::uint16_t count = tables.member_counts[i]; count > 0; --count) sets[i].add(*member++);
  }
  return sets;
}

}  // namespace

// --- Lexicon -------------------------------------------------------------------------------------------------------

Lexicon::Lexicon(const Tables& tables)
    : tables_(&tables),
      class_sets_(class_sets_of(tables)),
      sets_by_casing_(tables.sets_by_casing, tables.sets_by_casing + tables.sets_by_casing_count),
      class_names_(tables.class_names, tables.class_names + tables.class_count) {
  for (std::size_t i = 0; i < class_sets_.size(); ++i) class_set_ids_.emplace(class_sets_[i], static_cast<ClassSetId>(i));
  for (std::size_t i = 0; i < class_names_.size(); ++i) class_ids_.emplace(class_names_[i], static_cast<ClassId>(i));
  for (const ClassId id : {class_id::DETERMINER, class_id::PRONOUN, class_id::PREPOSITION, class_id::CONJUNCTION, class_id::SUBORDINATOR, class_id::POSSESSIVE,
                           class_id::DEMONSTRATIVE, class_id::ADVERB}) {
    openers_.add(id);
  }
  for (const ClassId id :
       {class_id::ORGANIZATION_HEAD, class_id::PLACE_HEAD, class_id::HEAD_NAMED, class_id::HEAD_FIRST, class_id::DIRECTION, class_id::WORD_SURNAME}) {
    parts_of_names_.add(id);
  }
  for (const ClassId id : {class_id::ORGANIZATION, class_id::COMPANY, class_id::MEDIA, class_id::ARMED_GROUP, class_id::COUNTRY, class_id::ROLE, class_id::NOUN,
                           class_id::NOT_A_NAME}) {
    acronyms_.add(id);
  }
  ClassSet unknown;
  unknown.add(class_id::UNKNOWN);
  unknown_ = intern(unknown);
  for (std::size_t i = 1; i < digits_count; ++i) digit_sets_.at(i) = intern(classes_of(static_cast<Digits>(i)));
  ClassSet adjective;
  adjective.add(class_id::ADJECTIVE);
  adjective_ = intern(adjective);
  ClassSet initials = unknown;
  initials.add(class_id::DOTTED_LETTERS);
  initials_ = intern(initials);
  ClassSet seat;
  seat.add(class_id::NOT_A_NAME);
  seat_ = intern(seat);
  ClassSet duration;
  duration.add(class_id::DURATION_WORD), duration.add(class_id::ADJECTIVE);
  duration_word_ = intern(duration);
  built_in_sets_.resize(tables.word_count);
  for (std::uint32_t i = 0; i < tables.word_count; ++i) built_in_sets_[i] = tables.words[i].sets;
  fill_slots();
  fill_endings();
}

std::uint32_t Lexicon::entry_count() const { return tables_->entry_count + static_cast<std::uint32_t>(user_entries_.size()); }

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

std::uint64_t Lexicon::pack(std::string_view folded) {
  std::uint64_t packed = 0;
  std::memcpy(&packed, folded.data(), folded.size() < 8 ? folded.size() : 8);
  return packed;
}

Lexicon::Key Lexicon::key_of(std::string_view folded) { return {hash_of_term(folded), static_cast<std::uint32_t>(folded.size())}; }

const Lexicon::Slot* Lexicon::slot(const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
    const Slot& here = slots_[at];
    if (here.word == none) return nullptr;
    if (here.hash == key.hash && here.length == key.length) return &here;
  }
}

std::uint32_t Lexicon::find(const Key& key) const {
  const Slot* const found = slot(key);
  return found == nullptr ? none : found->word;
}

void Lexicon::put_slot(std::string_view folded, std::uint32_t word) {
  if ((used_slots_ + 1) * 3 / 2 > slots_.size()) fill_slots();
  put_slot(key_of(folded), folded, word);
}

void Lexicon::put_slot(const Key& key, std::string_view folded, std::uint32_t word) {
  if (const std::size_t space = folded.find(' '); space != std::string_view::npos) {
    const std::size_t second = std::min(folded.find(' ', space + 1), folded.size());
    const std::uint64_t pair = join(hash_of(folded.substr(0, space)), hash_of(folded.substr(space + 1, second - space - 1)));
    pairs_[(pair >> 6U) % pairs_.size()] |= std::uint64_t{1} << (pair & 63U);
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  while (slots_[at].word != none) {
    const Slot& here = slots_[at];
    if (here.hash == key.hash && here.length == key.length && this->folded(here.word) == folded) break;  // a user's takes the built-in's place
    at = (at + 1) & mask;
  }
  used_slots_ += slots_[at].word == none ? 1 : 0;
  slots_[at] = {key.hash, word, static_cast<std::uint8_t>(folded.size()), longest(word), sets_index(word)};
}

// Makes the table anew, with room for twice as many words. Where a word goes is asked of memory some words ahead: each is
// at another end of a table that no cache holds.
void Lexicon::fill_slots() {
  const std::size_t words = tables_->word_count + user_words_.size();
  std::size_t size = 1024;
  while (size < words * 2 + 64) size *= 2;
  slots_.assign(size, {});
  pairs_.assign(size / 64, 0);
  used_slots_ = 0;
  constexpr std::size_t ahead = 16;
  std::array<Key, ahead> keys{};
  for (std::size_t i = 0; i < words + ahead; ++i) {
    if (i >= ahead) {
      const auto word = static_cast<std::uint32_t>(i - ahead);
      put_slot(keys.at(i % ahead), folded(word), word);
    }
    if (i >= words) continue;
    keys.at(i % ahead) = key_of(folded(static_cast<std::uint32_t>(i)));
    __builtin_prefetch(&slots_[keys.at(i % ahead).hash & (size - 1)], 1);
  }
}

std::uint32_t Lexicon::find(std::string_view folded) const { return find(key_of(folded)); }

std::uint32_t Lexicon::find_term(std::string_view term) const {
  if (const std::optional<Key> key = key_of_letters(term)) return find(*key);
  const std::optional<Term> cut = split_term(term, *this);
  return cut ? find(cut->folded) : none;
}

// Of letters and single spaces alone a term is cut at the spaces, whatever the orthography.
std::optional<Lexicon::Key> Lexicon::key_of_letters(std::string_view term) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  Key key;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= term.size(); ++at) {
    if (at < term.size() && is_letter(term[at])) continue;
    if (at == begin || (at < term.size() && term[at] != ' ')) return std::nullopt;
    const Key word{*hash_of_ascii(term, begin, at), static_cast<std::uint32_t>(at - begin)};
    key = begin == 0 ? word : key.with(word);
    begin = at + 1;
  }
  return key;
}

std::optional<Entry> Lexicon::entry_of(std::string_view term, ClassId id) const { return entry(find_term(term), id); }

std::optional<Entry> Lexicon::first_entry(std::uint32_t word, ClassId id) const {
  std::optional<Entry> found;
  each_entry(word, [&](const Entry& entry, std::uint8_t) {
    if (!found && entry.is(id)) found = entry;
  });
  return found;
}

std::uint8_t Lexicon::longest(std::uint32_t word) const {
  return word < tables_->word_count ? tables_->words[word].longest : user_words_[word - tables_->word_count].longest;
}

// The endings ("-ed") of the built-in words and the user's, in a table of their own: a word that no entry knows asks for
// five of them.
void Lexicon::fill_endings() {
  constexpr std::size_t longest_ending = 7;
  std::vector<Ending> all;
  const auto words = tables_->word_count + static_cast<std::uint32_t>(user_words_.size());
  for (std::uint32_t word = 0; word < words; ++word) {
    const std::string_view text = folded(word);
    if (text.size() > 1 && text.size() <= longest_ending && text[0] == '-') all.push_back({pack(text), sets(word)});
  }
  std::size_t size = 64;
  while (size < 4 * all.size()) size *= 2;
  endings_.assign(size, {});
  for (const Ending& ending : all) {
    std::size_t at = place_of_ending(ending.key) & (size - 1);
    while (endings_[at].key != 0 && endings_[at].key != ending.key) at = (at + 1) & (size - 1);
    endings_[at] = ending;
  }
}

ClassSetId Lexicon::classes_of_ending(std::string_view folded, bool capital) const {
  const std::size_t mask = endings_.size() - 1;
  for (std::size_t length = std::min<std::size_t>(6, folded.size() > 2 ? folded.size() - 2 : 0); length >= 2; --length) {
    const std::uint64_t key = (pack(folded.substr(folded.size() - length)) << 8U) | '-';
    std::size_t at = place_of_ending(key) & mask;
    while (endings_[at].key != 0 && endings_[at].key != key) at = (at + 1) & mask;
    if (endings_[at].key == 0) continue;
    const SetsByCasing& found = endings_[at].sets;
    // An ending that any word can have tells nothing about a name: Mohamed is no participle.
    const ClassSetId set = capital ? (found.capital != found.lower ? found.capital : ClassSetId{0}) : found.lower;
    if (set != 0) return set;
  }
  return 0;
}

void Lexicon::read_keys(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end, Buffer& buffer) const {
  if (buffer.keys.size() < end - first) buffer.keys.resize(end - first);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = first; i < end; ++i) {
    const Token& token = tokens[i];
    if (!wordlike(token.shape)) continue;
    Key& key = buffer.keys[i - first];
    if (const auto hash = hash_of_ascii(text, token.begin, token.end)) {
      key = {*hash, token.end - token.begin};
    } else {
      buffer.folded.clear();
      fold(token.of(text), buffer.folded);
      key = {hash_of(buffer.folded), static_cast<std::uint32_t>(buffer.folded.size())};
    }
    __builtin_prefetch(&slots_[key.hash & mask]);  // the table is larger than the cache: all words' slots at once
  }
}

void Lexicon::look_up(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end, Capitals capitals,
                      std::vector<Element>& elements, Buffer& buffer) const {
  if (first >= end) return;
  const bool headline = capitals == Capitals::of_all_letters;
  const bool usual = capitals != Capitals::of_names;
  const Shape tells_nothing = headline ? Shape::all_capitals : Shape::capitalized;
  read_keys(text, tokens, first, end, buffer);
  const std::vector<Key>& keys = buffer.keys;
  for (std::uint32_t i = first; i < end;) {
    const Token& token = tokens[i];
    Element element{i, i + 1, none, 0, static_cast<std::uint16_t>(token.shape), none};
    if (wordlike(token.shape)) {
      if (const Slot* const found = slot(keys[i - first])) {
        element.set = set_of_word(sets_by_casing_[found->sets], token.shape, headline);
        element.word = found->word;
        const std::uint32_t limit = std::min<std::uint32_t>(end, i + found->longest);
        const bool noun = i > first ? is_noun_behind(elements.back(), element) : is_noun_opening(element);
        Key key = keys[i - first];
        for (std::uint32_t next = i + 1; next < limit && wordlike(tokens[next].shape); ++next) {
          key = key.with(keys[next - first]);
          if (next == i + 1 && !opens_phrase(key.hash)) break;
          const Slot* const phrase = slot(key);
          if (phrase == nullptr) continue;
          const ClassSetId set = set_of_phrase(sets_by_casing_[phrase->sets], token.shape, tokens[next].shape, headline);
          if (set == 0 || (noun && is_verb_alone(set))) continue;
          element.set = set;
          element.word = phrase->word;
          element.end = next + 1;
        }
      }
      const bool opens = i == first || !wordlike(tokens[i - 1].shape);
      if (element.end > i + 1 && token.shape != Shape::compound) {
        // "At least", "Aid agencies": what opens a sentence has its capital from there, as the phrase's last word tells.
        const bool of_place = opens && has_capital(token.shape) && tokens[element.end - 1].shape == Shape::lower;
        element.label = static_cast<std::uint16_t>(of_place ? Shape::lower : has_capital(token.shape) ? Shape::capitalized : token.shape);
      } else if (element.set == 0) {
        const bool before_name = i + 1 < end && has_capital(tokens[i + 1].shape);  // Anti-Corruption Commission
        if (is_prefixed(token.of(text), opens && !before_name)) {
          element.set = adjective_;
          element.label = static_cast<std::uint16_t>(Shape::lower);
        } else if (is_seat(token.of(text))) {
          element.set = seat_;
        } else if (const Slot* const acronym = slot_of_dotted(token, text, before_name, buffer)) {
          element.set = set_of_word(sets_by_casing_[acronym->sets], token.shape, headline);
          element.word = acronym->word;
        } else {
          element.set = set_of_unknown(token.of(text), token.shape, buffer);
        }
      }
      if (usual && token.shape == tells_nothing) read_as_usual(element, i > first ? static_cast<Shape>(elements.back().label) : Shape::lower);
    } else if (token.shape == Shape::number || token.shape == Shape::number_range) {
      element.set = digit_sets_.at(static_cast<std::size_t>(read_digits(token.of(text))));
    }
    elements.push_back(element);
    i = element.end;
  }
}

// "the call for peace", "Ruiz's push for a vote", "a renewed attack on the port": what may be a noun is one behind an article.
bool Lexicon::is_noun_behind(const Element& before, const Element& word) const {
  if (!classes(word.set).has(class_id::NOUN)) return false;
  const ClassSet known = classes(before.set);
  if (known.has(class_id::ARTICLE) || known.has(class_id::POSSESSIVE) || known.has(class_id::CLITIC)) return true;
  // "brought calls for peace", "amid calls for peace": no third person stands behind another verb, or a preposition.
  const bool verb = known.has(class_id::VERB_PAST) || known.has(class_id::VERB_ING) || (known.has(class_id::VERB_BASE) && !known.has(class_id::NOUN));
  const bool preposition = known.has(class_id::PREPOSITION) && !known.has(class_id::ADVERB) && !known.has(class_id::SUBORDINATOR);
  if ((verb || preposition) && !known.has(class_id::NOUN) && classes(word.set).has(class_id::VERB_THIRD)) return true;
  return known.has(class_id::ADJECTIVE) && !known.has(class_id::ADVERB) && !known.has(class_id::NOUN) && !known.has(class_id::DETERMINER) &&
         !known.has(class_id::QUANTIFIER) && !known.has(class_id::PRONOUN);
}

// "Calls for peace grew"
bool Lexicon::is_noun_opening(const Element& word) const {
  const ClassSet known = classes(word.set);
  return known.has(class_id::NOUN) && known.has(class_id::VERB_THIRD);
}

// The base or the third person of a verb, and nothing else.
bool Lexicon::is_verb_alone(ClassSetId set) const {
  const ClassSet known = classes(set);
  return (known.has(class_id::VERB_BASE) || known.has(class_id::VERB_THIRD)) && !known.has(class_id::NOUN) && !known.has(class_id::VERB_PAST);
}

// In a line of capitals, or one whose words all have one, a word is written as any other: it is read as the usual way to write
// it would have it. It is no name where all that it can be it is in small letters too, but for the head of a name (TOWN, COURT)
// or a surname (PRICE), which needs a name before it. Behind a name what may be an auxiliary, or report, does: "Clinton Will
// Win", "Paz Said".
void Lexicon::read_as_usual(Element& element, Shape before) const {
  if (element.word == none) return;
  const SetsByCasing& known = sets(element.word);
  const ClassSet small = classes(known.lower);
  const ClassSet& all = classes(known.headline);
  const bool reports = small.has(class_id::REPORT_VERB) && (small.has(class_id::VERB_PAST) || small.has(class_id::VERB_THIRD));
  const bool finite = has_capital(before) && (reports || small.has(class_id::MODAL)) && !all.has(class_id::MONTH) && !all.has(class_id::WORD_SURNAME);
  if (!small.empty() && (finite || (all & (has_capital(before) ? small : small | parts_of_names_)) == all)) {
    element.set = known.lower;
    element.label = static_cast<std::uint16_t>(Shape::lower);
  } else if (known.capital != 0) {
    element.label = static_cast<std::uint16_t>(Shape::capitalized);
  }
}

// "pro-Iranian", "Anti-government": no name. A prefix in small letters opens none, whatever capital is behind it; one with a
// capital has it from where it stands if it opens a sentence, or goes on in small letters.
bool Lexicon::is_prefixed(std::string_view word, bool opens) const {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.size()) return false;
  if (word[hyphen + 1] >= '0' && word[hyphen + 1] <= '9') return false;  // mid-2021
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  const bool small = std::all_of(word.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  const bool no_name = capital ? small || opens : !small;
  if (!no_name) return false;
  const Slot* const prefix = slot_of(word.substr(0, hyphen));
  return prefix != nullptr && classes(sets_by_casing_[prefix->sets].lower).has(class_id::WORD_PREFIX);
}

// "R-Mont.", "D-Ohio": a letter for the party, and the state that sent its member.
bool Lexicon::is_seat(std::string_view word) const {
  if (word.size() < 4 || word[0] < 'A' || word[0] > 'Z' || word[1] != '-') return false;
  const Slot* const state = slot_of(word.substr(2));
  return state != nullptr && classes(sets_by_casing_[state->sets].headline).has(class_id::REGION);
}

// "the F.B.I.", "the E.U. said": what is known without the stops. Two letters before a name are rather those of a person: J.K. Rowling.
const Lexicon::Slot* Lexicon::slot_of_dotted(const Token& token, std::string_view text, bool before_name, Buffer& buffer) const {
  constexpr std::size_t two_letters = 4;  // bytes
  const std::string_view written = token.of(text);
  if (!is_dotted(written, token.shape) || written.size() < two_letters || (before_name && written.size() == two_letters)) return nullptr;
  buffer.folded.clear();
  for (const char c : written) {
    if (c != '.') buffer.folded += c;
  }
  const Slot* const found = slot_of(buffer.folded);
  return found != nullptr && (classes(sets_by_casing_[found->sets].all_capitals) & acronyms_).empty() ? nullptr : found;
}

// What a word that no entry knows can be: letters with stops, by the part behind its last hyphen, by its ending, or nothing.
ClassSetId Lexicon::set_of_unknown(std::string_view written, Shape shape, Buffer& buffer) const {
  if (is_dotted(written, shape)) return initials_;
  buffer.folded.clear();
  fold(written, buffer.folded);
  const std::string_view word = buffer.folded;
  const std::size_t hyphen = word.rfind('-');
  if (hyphen != std::string_view::npos && hyphen + 1 < word.size() && (shape == Shape::lower || shape == Shape::compound)) {
    const std::string_view head = word.substr(hyphen + 1);
    const std::uint32_t tail = find({hash_of(head), static_cast<std::uint32_t>(head.size())});
    const ClassSetId found = tail == none ? ClassSetId{0} : sets(tail).lower;
    if (classes(found).has(class_id::DATE_UNIT)) return duration_word_;  // a two-day visit
    if (shape == Shape::lower && found != 0) return found;
  }
  if (shape == Shape::compound) {
    const ClassSetId by_digits = digit_sets_.at(static_cast<std::size_t>(read_digits(word)));
    if (by_digits != 0) return by_digits;
  }
  const ClassSetId by_ending = word.size() <= 40 ? classes_of_ending(word, has_capital(shape)) : ClassSetId{0};
  return by_ending != 0 ? by_ending : unknown_;
}

// --- making --------------------------------------------------------------------------------------------------------

ClassSetId Lexicon::intern(const ClassSet& set) {
  const auto [at, added] = class_set_ids_.emplace(set, static_cast<ClassSetId>(class_sets_.size()));
  if (added) class_sets_.push_back(set);
  return at->second;
}

std::uint16_t Lexicon::intern(const SetsByCasing& sets) {
  const auto same = [&](const SetsByCasing& other) {
    return other.lower == sets.lower && other.capital == sets.capital && other.all_capitals == sets.all_capitals && other.headline == sets.headline;
  };
  const std::size_t recent = sets_by_casing_.size() > 64 ? sets_by_casing_.size() - 64 : 0;
  const auto at = std::find_if(sets_by_casing_.begin() + static_cast<std::ptrdiff_t>(recent), sets_by_casing_.end(), same);
  if (at != sets_by_casing_.end()) return static_cast<std::uint16_t>(at - sets_by_casing_.begin());
  sets_by_casing_.push_back(sets);
  return static_cast<std::uint16_t>(sets_by_casing_.size() - 1);
}

// The record of a word that may be changed: a copy of the built-in one, or a new one.
std::uint32_t Lexicon::own(std::string_view folded) {
  const std::uint32_t known = find(folded);
  if (known != none && known >= tables_->word_count) return known;
  UserWord word;
  word.folded = folded;
  word.words = static_cast<std::uint8_t>(1 + std::count(folded.begin(), folded.end(), ' '));
  if (known != none) {
    const WordRecord& record = tables_->words[known];
    word.longest = record.longest;
    word.sets = built_in_sets_[known];
    each_reference(record, [&](Reference reference) { word.references.push_back(reference); });
  }
  const auto index = tables_->word_count + static_cast<std::uint32_t>(user_words_.size());
  user_words_.push_back(std::move(word));
  put_slot(folded, index);
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
  const std::string text(folded(word));
  put_slot(text, word);
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
  const std::uint32_t opener = own(first);
  user_words_[opener - tables_->word_count].longest = words;
  put_slot(first, opener);
}

bool Lexicon::add(UserEntry entry) {
  const std::optional<Term> term = split_term(entry.term, *this);
  if (!term) return false;
  const auto index = tables_->entry_count + static_cast<std::uint32_t>(user_entries_.size());
  const std::uint32_t word = own(term->folded);
  user_words_[word - tables_->word_count].references.push_back({index, form_base});
  add_to_sets(word, entry.classes, term->casing);
  raise_longest(term->folded);
  if (term->folded[0] == '-') fill_endings();
  user_entries_.push_back(std::move(entry));
  return true;
}

// --- what the text layer asks --------------------------------------------------------------------------------------

// The slot of a single word as written; nullptr where no entry knows it.
const Lexicon::Slot* Lexicon::slot_of(std::string_view word) const {
  const auto length = static_cast<std::uint32_t>(word.size());
  if (const auto hash = hash_of_ascii(word, 0, word.size())) return slot({*hash, length});
  std::string key;
  fold(word, key);
  return slot({hash_of(key), static_cast<std::uint32_t>(key.size())});
}

bool Lexicon::is_abbreviation(std::string_view word) const {
  const Slot* const found = slot_of(word);
  if (found == nullptr) return false;
  const SetsByCasing& known = sets_by_casing_[found->sets];
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  return classes(capital ? known.headline : known.lower).has(class_id::ABBREVIATION);
}

bool Lexicon::is_clitic(std::string_view ending) const {
  const Slot* const found = slot_of(ending);
  return found != nullptr && classes(sets_by_casing_[found->sets].lower).has(class_id::CLITIC);
}

bool Lexicon::has(std::string_view word, text::Trait trait) const {
  const Slot* const found = slot_of(word);
  if (found == nullptr) return false;
  const ClassSet& set = classes(sets_by_casing_[found->sets].headline);
  switch (trait) {
    case text::Trait::country: return set.has(class_id::COUNTRY);
    case text::Trait::date: return set.has(class_id::MONTH) || set.has(class_id::WEEKDAY);
    case text::Trait::opener: return set.meets(openers_);
    case text::Trait::numbered: return set.has(class_id::NUMBER_ABBREVIATION);
    case text::Trait::byline: return set.has(class_id::BYLINE_WORD);
    case text::Trait::caption: return set.has(class_id::CAPTION_WORD);
    case text::Trait::boilerplate: return set.has(class_id::BOILERPLATE_WORD);
  }
  return false;
}

}  // namespace gazette::lexicon
