#include "facts/names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lexicon/cell.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::StageId;
using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

// What the label of a rule says of a name.
struct Labelled {
  bool name = false;
  bool open = false;
  ActorKind kind = ActorKind::person;
  MentionForm form = MentionForm::name;
};

Labelled read_labels(const cascade::Rule& rule) {
  Labelled labelled;
  for (const ClassId label : rule.labels) {
    if (label == class_id::NAME) labelled.name = true;
    if (label == class_id::UNKNOWN_NAME) labelled.open = true;
    if (label == class_id::ORGANIZATION_NAME) labelled.kind = ActorKind::organization;
    if (label == class_id::GROUP_NAME) labelled.kind = ActorKind::group;
    if (label == class_id::COUNTRY_NAME) labelled.kind = ActorKind::country;
    if (label == class_id::PLACE_NAME) labelled.kind = ActorKind::place;
    if (label == class_id::DEMONYM_NAME) labelled.kind = ActorKind::country, labelled.form = MentionForm::demonym;
  }
  return labelled;
}

// What each rule says; worked out once a grammar.
struct NameLabels {
  explicit NameLabels(const cascade::Grammar& grammar) {
    const cascade::Stage& stage = grammar.stage(StageId::names);
    for (std::size_t i = 0; i < stage.size(); ++i) of_rule.push_back(read_labels(stage.rule(i)));
  }
  std::vector<Labelled> of_rule;
};

// What the lexicon says of a name as a whole.
struct Listed {
  std::uint32_t word = lexicon::none;  // the record that this was read from
  bool person = false;                 // as one of a person
  bool listed = false;
  bool large = false;
  char gender = 0;
  std::string_view canonical;
  std::string_view country;
  std::string_view role;
};

class Collecting {
 public:
  Collecting(const Document& document, std::string_view day)
      : document_(document), lexicon_(document.grammar->lexicon()), labels_(document.grammar->derived<NameLabels>()), day_(day) {}

  Names run() {
    const std::size_t expected = 2 * document_.sentences.size();  // about as many as an article has
    names_.namings.reserve(expected);
    names_.words.reserve(2 * expected);
    names_.names_of_words.reserve(expected);
    listed_.reserve(expected);
    std::vector<const Phrase*> phrases;
    phrases.reserve(expected);
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      document_.pause();
      phrases.clear();
      document_.each_phrase(s, StageId::names, [&](const Phrase& phrase) { phrases.push_back(&phrase); });
      std::sort(phrases.begin(), phrases.end(), [](const Phrase* a, const Phrase* b) { return a->first < b->first; });
      for (const Phrase* const phrase : phrases) add(s, *phrase);
    }
    return std::move(names_);
  }

 private:
  void add(std::uint32_t sentence, const Phrase& phrase) {
    const Labelled& labelled = labels_.of_rule[phrase.rule];
    if (!labelled.name) return;
    if ((labelled.open || labelled.kind == ActorKind::place) && split(sentence, phrase)) return;
    Naming& naming = names_.namings.emplace_back();
    naming.tokens = {phrase.first, phrase.end};
    naming.sentence = sentence;
    naming.kind = labelled.kind;
    naming.open = labelled.open;
    naming.form = labelled.form;
    if (labelled.kind == ActorKind::organization) leave_article(naming);
    describe(naming);
  }

  // "The Independent Electoral Commission": a paper's name that opens a longer one leaves its article outside.
  void leave_article(Naming& naming) const {
    const Element* const opening = document_.word_at(naming.tokens.first);
    if (opening == nullptr || opening->first != naming.tokens.first || opening->end == opening->first + 1 || opening->end >= naming.tokens.end) return;
    if (lexicon_.entry_of(document_.word(opening->first), class_id::ARTICLE)) ++naming.tokens.first;
  }

  void describe(Naming& naming) {
    naming.span = document_.span(naming.tokens);
    const bool alone = naming.tokens.end == naming.tokens.first + 1;
    const Element* const first = document_.word_at(naming.tokens.first);
    if (first != nullptr && alone && lexicon_.classes(first->set).has(class_id::COMPOUND_ENDING)) {
      cut_compound(naming);
    } else {
      add_words(naming);
    }
    naming.acronym = alone && document_.tokens[naming.tokens.first].shape == text::Shape::all_capitals;
    if (first != nullptr && first->first == naming.tokens.first && first->end >= naming.tokens.end && naming.word == lexicon::none) naming.word = first->word;
    look_up(naming);
    if (naming.kind == ActorKind::organization) describe_institution(naming);
    if (naming.word_count > 1) {
      const Element* const last = document_.word_at(naming.tokens.end - 1);
      if (last != nullptr && lexicon_.classes(last->set).has(class_id::NAME_SUFFIX)) naming.suffixes = 1;
    }
    if (naming.kind == ActorKind::person && naming.gender == 0 && first != nullptr) naming.gender = gender_by_name(*first);
    if (naming.kind == ActorKind::person && naming.word_count == 1 && naming.tokens.first > 0) naming.addressed = gender_of_title(naming.tokens.first - 1);
  }

  char gender_of_title(std::uint32_t token) const {
    const Element* const word = document_.word_at(token);
    if (word == nullptr || !lexicon_.classes(word->set).has(class_id::TITLE)) return 0;
    const auto title = lexicon_.entry(word->word, class_id::TITLE);
    return title ? gender_of((*title)[Column::gender]) : char{0};
  }

  char gender_by_name(const Element& word) const {
    const bool whole = word.end > word.first + 1;  // the lexicon has the full name: its first word tells
    for (const ClassId id : {class_id::GIVEN_NAME, class_id::SOFT_GIVEN_NAME}) {
      if (!whole && !lexicon_.classes(word.set).has(id)) continue;
      const auto given = whole ? lexicon_.entry_of(document_.word(word.first), id) : lexicon_.entry(word.word, id);
      const char gender = given ? gender_of((*given)[Column::gender]) : char{0};
      if (gender != 0) return gender;
    }
    return 0;
  }

  // "US-China", "Palestine-Israel": two names in one token, where the lexicon knows both for places.
  bool split(std::uint32_t sentence, const Phrase& phrase) {
    if (phrase.end != phrase.first + 1) return false;
    const std::string_view word = document_.word(phrase.first);
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) return false;
    std::array<Naming, 2> halves;
    const Span span = document_.span({phrase.first, phrase.end});
    const auto middle = span.begin + static_cast<std::uint32_t>(hyphen);
    halves[0].span = {span.begin, middle};
    halves[1].span = {middle + 1, span.end};
    for (Naming& half : halves) {
      half.tokens = {phrase.first, phrase.end};
      half.sentence = sentence;
      add_word(document_.text.substr(half.span.begin, half.span.end - half.span.begin), half);
      if (!take_kind(half)) return false;
      look_up(half);
    }
    names_.namings.insert(names_.namings.end(), halves.begin(), halves.end());
    return true;
  }

  // Numbers its words and the whole.
  void add_words(Naming& naming) {
    naming.first_word = static_cast<std::uint32_t>(names_.words.size());
    FoldedName& folded = names_.folded;
    folded.clear();
    for (std::uint32_t i = naming.tokens.first; i < naming.tokens.end; ++i) {
      if (document_.tokens[i].shape == text::Shape::clitic) continue;
      const FoldedName::Folded word = folded.add(document_.word(i));
      names_.words.push_back(names_.word_numbers.add(word.text, word.hash));
    }
    naming.word_count = static_cast<std::uint32_t>(names_.words.size()) - naming.first_word;
    const FoldedName::Folded whole{folded.text(), folded.hash()};
    naming.name = naming.word_count == 1 ? names_.name_of_word(names_.words.back(), whole) : names_.name_numbers.add(whole.text, whole.hash);
  }

  // "Beijing-based": the name is what stands before the hyphen; what it names the lexicon tells, where it can.
  void cut_compound(Naming& naming) {
    const std::string_view word = document_.word(naming.tokens.first);
    const std::size_t hyphen = word.rfind('-');
    const std::string_view name = word.substr(0, hyphen == 0 || hyphen == std::string_view::npos ? word.size() : hyphen);
    naming.span.end = naming.span.begin + static_cast<std::uint32_t>(name.size());
    add_word(name, naming);
    naming.open = !take_kind(naming);
  }

  // A name of one word, and the lexicon's record of it.
  void add_word(std::string_view name, Naming& naming) {
    const FoldedName::Folded word = names_.folded.only(name);
    names_.set_word(naming, word);
    naming.word = lexicon_.find(word.text);
  }

  // The kind of the lexicon's entry; false where it has none that is a name.
  bool take_kind(Naming& naming) const {
    static constexpr std::array<std::pair<ClassId, ActorKind>, 6> kinds{{{class_id::COUNTRY, ActorKind::country},
                                                                         {class_id::CITY, ActorKind::place},
                                                                         {class_id::REGION, ActorKind::place},
                                                                         {class_id::ORGANIZATION, ActorKind::organization},
                                                                         {class_id::COMPANY, ActorKind::organization},
                                                                         {class_id::ARMED_GROUP, ActorKind::group}}};
    for (const auto& [id, kind] : kinds) {
      if (naming.word == lexicon::none || !lexicon_.entry(naming.word, id)) continue;
      naming.kind = kind;
      naming.open = false;
      return true;
    }
    return false;
  }

  // What the lexicon says of the name as a whole; asked once for all namings of one name.
  void look_up(Naming& naming) {
    if (naming.word == lexicon::none) return;
    if (naming.name >= listed_.size()) listed_.resize(names_.name_numbers.size());
    Listed& known = listed_[naming.name];
    const bool person = naming.kind == ActorKind::person && !naming.open;  // President Bush is not the city of Bush
    if (known.word != naming.word || known.person != person) {
      known = {};
      known.word = naming.word;
      known.person = person;
      if (naming.kind == ActorKind::person) read_person(known);
      if (!person && !known.listed) read_entry(known);
    }
    naming.listed = known.listed;
    naming.large = known.large;
    naming.gender = known.gender;
    naming.canonical = known.canonical;
    naming.country = known.country;
    naming.role = known.role;
    if (naming.form == MentionForm::demonym && naming.country.empty()) naming.kind = ActorKind::group;  // a people: Kurds, Texans
  }

  // The entry of the first of these classes that the word has.
  void read_entry(Listed& known) const {
    static constexpr std::array<ClassId, 11> order{
        class_id::COUNTRY,         class_id::DEMONYM, class_id::ORGANIZATION, class_id::ARMED_GROUP, class_id::COMPANY, class_id::MEDIA,
        class_id::GOVERNMENT_SEAT, class_id::REGION,  class_id::CITY,         class_id::SPORTS_TEAM, class_id::PLACE};
    std::optional<Entry> entry;
    std::size_t rank = order.size();
    lexicon_.each_entry(known.word, [&](const Entry& other, std::uint8_t) {
      const lexicon::ClassSet& classes = other.classes();
      for (std::size_t i = 0; i < rank; ++i) {
        if (classes.has(order.at(i))) entry = other, rank = i;
      }
    });
    if (!entry) return;
    const ClassId id = order.at(rank);
    const std::optional<Entry> city = id == class_id::CITY || id == class_id::REGION ? largest_city(known.word) : std::nullopt;
    if (id == class_id::CITY) entry = city;
    // A paper speaks for no country, unless the user says so.
    if (id != class_id::MEDIA || entry->is_user()) known.country = (*entry)[Column::country];
    known.canonical = (*entry)[Column::name];
    if (known.canonical.empty()) known.canonical = entry->term();
    known.listed = true;
    known.large = city && (city->is(class_id::CAPITAL) || people_of(*city) >= city_of_rank);
  }

  // A person whom the lexicon knows by name; of several entries the first that holds on the article's day.
  void read_person(Listed& person) const {
    lexicon_.each_entry(person.word, [&](const Entry& entry, std::uint8_t) {
      if (person.listed || !entry.is(class_id::PERSON) || !holds(entry)) return;
      person.canonical = entry[Column::name];  // where it has none, as the text writes it
      person.country = entry[Column::country];
      person.role = entry[Column::role];
      person.gender = gender_of(entry[Column::gender]);
      person.listed = true;
    });
  }

  // Is the article's day within the entry's? Dates may be years or months alone; both ends belong to it.
  bool holds(const Entry& entry) const {
    const std::string_view from = entry[Column::valid_from];
    const std::string_view to = entry[Column::valid_to];
    if (from.empty() && to.empty()) return true;
    if (day_.empty()) return false;
    return day_.substr(0, from.size()) >= from.substr(0, day_.size()) && (to.empty() || day_.substr(0, to.size()) <= to);
  }

  static constexpr std::size_t city_of_rank = 1'000'000;  // people

  static std::size_t people_of(const Entry& entry) { return lexicon::number_in<std::size_t>(entry[Column::population]).value_or(0); }

  // Of the cities of a name the one with the most people: London is in England.
  std::optional<Entry> largest_city(std::uint32_t word) const {
    std::optional<Entry> best;
    std::size_t most = 0;
    lexicon_.each_entry(word, [&](const Entry& entry, std::uint8_t) {
      if (!entry.is(class_id::CITY)) return;
      const std::size_t people = people_of(entry);
      if (best && people <= most) return;
      best = entry;
      most = people;
    });
    return best;
  }

  // "Azerbaijan's Ministry of Foreign Affairs" and "the Azerbaijani Foreign Ministry" are one body under one name.
  void describe_institution(Naming& naming) {
    const Element* const first = document_.word_at(naming.tokens.first);
    const Element* const last = document_.word_at(naming.tokens.end - 1);
    if (first == nullptr || last == nullptr || first == last) return;
    std::optional<Entry> owner = lexicon_.entry(first->word, class_id::DEMONYM);
    if (!owner) owner = lexicon_.entry(first->word, class_id::COUNTRY);
    if (!owner || (*owner)[Column::country].empty()) return;
    naming.country = (*owner)[Column::country];
    const auto body = lexicon_.entry(last->word, class_id::INSTITUTION);
    const bool whole = last->first == first->end || (last->first == first->end + 1 && document_.tokens[first->end].shape == text::Shape::clitic);
    if (!body || !whole || (*body)[Column::name].empty() || lexicon_.classes(last->set).has(class_id::NOUN_PLURAL)) return;
    std::string canonical(owner->is(class_id::DEMONYM) ? owner->term() : (*owner)[Column::demonym]);
    if (canonical.empty()) return;
    canonical += ' ';
    canonical += (*body)[Column::name];
    naming.canonical = names_.made.emplace_back(std::move(canonical));
    naming.institution = true;
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  const NameLabels& labels_;
  std::string_view day_;        // the article's
  std::vector<Listed> listed_;  // of each name
  Names names_;
};

}  // namespace

void Names::put_in_order(std::size_t known) {
  const auto middle = namings.begin() + static_cast<std::ptrdiff_t>(known);
  std::inplace_merge(namings.begin(), middle, namings.end(), [](const Naming& a, const Naming& b) { return a.tokens.first < b.tokens.first; });
}

Naming* Names::ending(Stretch tokens) {
  for (auto at = static_cast<std::size_t>(first_in(namings, tokens) - namings.begin()); at < namings.size() && namings[at].tokens.first < tokens.end; ++at) {
    if (namings[at].tokens.end == tokens.end) return &namings[at];
  }
  return nullptr;
}

const Naming* Names::in(Stretch tokens) const {
  const auto at = first_in(namings, tokens);
  return at != namings.end() && at->tokens.end <= tokens.end ? &*at : nullptr;
}

Names find_names(const Document& document, std::string_view day) { return Collecting(document, day).run(); }

std::string initials(const Document& document, Stretch tokens) {
  std::string letters;
  for (std::uint32_t token = tokens.first; token < tokens.end; ++token) {
    if (document.tokens[token].shape != text::Shape::capitalized) continue;
    const std::string_view word = document.word(token);
    letters += word.front();
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (word[i - 1] == '-' && word[i] >= 'A' && word[i] <= 'Z') letters += word[i];  // Anti-Money Laundering Office: AMLO
    }
  }
  return letters;
}

bool shortens(const Document& document, const Naming& shorter, const Naming& full) {
  if (shorter.word_count != 1 || full.word_count < 2 || shorter.tokens.end != shorter.tokens.first + 1) return false;
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const std::string_view letters = document.word(shorter.tokens.first);
  const std::string_view whole = document.words_of(full.tokens);
  constexpr std::size_t shortest = 4;
  if (letters.size() < shortest || small(letters[0]) != small(whole[0])) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < whole.size() && at < letters.size(); ++i) {
    if (small(whole[i]) == small(letters[at])) ++at;
  }
  return at == letters.size() && whole.find(letters) == std::string_view::npos;  // "the Kano State Government (Kano)" is another
}

char gender_of(std::string_view cell) { return cell == "m" || cell == "f" ? cell[0] : char{0}; }

void write_words(const Document& document, Stretch tokens, std::string& into) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (i > tokens.first && document.tokens[i].space_before) into += ' ';
    into += document.word(i);
  }
}

std::string_view form_of(const Document& document, const Naming& naming, std::string& buffer) {
  const std::string_view as_it_stands = document.text.substr(naming.span.begin, naming.span.end - naming.span.begin);
  if (naming.tokens.end == naming.tokens.first + 1) return as_it_stands;  // of "US-China" one half
  for (std::uint32_t i = naming.tokens.first + 1; i < naming.tokens.end; ++i) {
    const std::uint32_t gap = document.tokens[i - 1].end;
    const std::uint32_t begin = document.tokens[i].begin;
    const bool single = document.tokens[i].space_before ? begin == gap + 1 && document.text[gap] == ' ' : begin == gap;
    if (single) continue;
    buffer.clear();
    write_words(document, naming.tokens, buffer);
    return buffer;
  }
  return as_it_stands;
}

}  // namespace gazette::facts
