// make_drafts(): whose names are whose.
#include <algorithm>
#include <array>
#include <compare>
#include <utility>

#include "facts/casting.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

constexpr std::size_t kinds = 5;
constexpr int most_tried = 8;  // names of one word; an article can have thousands

class Drafting {
 public:
  explicit Drafting(Casting& casting) : casting_(casting), names_(casting.names) {}

  // Longer names first, so that a single surname finds its owner wherever that stands.
  void run() {
    by_name_.resize(names_.name_numbers.size());
    by_canonical_.reserve(names_.name_numbers.size());
    casting_.drafts.reserve(names_.name_numbers.size());
    call_by_surname();
    note_middle_names();
    for (std::uint32_t i = 0; i < names_.namings.size(); ++i) {
      casting_.document.pause();
      Naming& naming = names_.namings[i];
      const bool short_form = naming.open && naming.kind == ActorKind::organization && naming.word_count == 1;
      if ((naming.kind != ActorKind::person || naming.word_count > 1) && !short_form && !is_surname_alone(naming))
        naming.actor = actor_for(with_middle_name(i));
    }
    holders_.reserve(names_.namings.size());
    for (std::uint32_t i = 0; i < names_.namings.size(); ++i) {
      casting_.document.pause();
      const Naming& naming = names_.namings[i];
      if (naming.actor != 0 && naming.kind == ActorKind::organization && naming.word_count > 1 && !naming.listed)
        bodies_.emplace_back(names_.first_word(naming), naming.actor);
      if (naming.actor == 0 || naming.kind != ActorKind::person || naming.word_count < 2) continue;
      holders_.emplace_back(names_.last_word(naming), i);
      if (const std::uint32_t bare = without_article(naming); bare != Interner::none) holders_.emplace_back(bare, i);
      if (names_.first_word(naming) != names_.last_word(naming)) holders_.emplace_back(names_.first_word(naming), i);
    }
    std::sort(holders_.begin(), holders_.end());
    std::sort(bodies_.begin(), bodies_.end());
    for (const MiddleName& full : middle_names_) {
      const Naming& naming = names_.namings[full.naming];
      for (std::uint32_t i = 1; i + 1 + naming.suffixes < naming.word_count; ++i) middle_words_.emplace_back(names_.words[naming.first_word + i], naming.actor);
    }
    std::sort(middle_words_.begin(), middle_words_.end());
    for (std::uint32_t i = 0; i < names_.namings.size(); ++i) {
      casting_.document.pause();
      Naming& naming = names_.namings[i];
      if (naming.actor == 0 && naming.kind == ActorKind::person) naming.actor = owner_of(naming, i);
      if (naming.actor == 0 && naming.open) join_body(naming);
      if (naming.actor == 0) naming.actor = actor_for(i);
    }
  }

 private:
  // A full name of three words or more.
  struct MiddleName {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t name = 0;
    std::uint32_t naming = 0;
    bool has_ends_of(const MiddleName& other) const { return first == other.first && last == other.last; }
    friend auto operator<=>(const MiddleName&, const MiddleName&) = default;
  };

  // "Superintendent Donald Fitch … Fitch said": who bears a company's or a city's name as a surname, and was named first, speaks.
  void call_by_surname() {
    enum : std::uint8_t { unseen, surname, body };
    std::vector<std::uint8_t> seen(names_.word_numbers.size(), unseen);
    for (Naming& naming : names_.namings) {
      casting_.document.pause();
      if (naming.word_count == 0) continue;
      std::uint8_t& first = seen[names_.last_word(naming)];
      if (naming.kind == ActorKind::person && naming.word_count > 1) {
        const bool given = casting_.document.is_at(naming.tokens.first, lexicon::class_id::GIVEN_NAME);  // not "Will Twitter"
        if (first == unseen && given) first = surname;
      } else if ((naming.kind == ActorKind::organization || naming.kind == ActorKind::place) && naming.word_count == 1) {
        if (first == unseen) first = body;
        if (first != surname || !speaks(naming)) continue;
        naming.kind = ActorKind::person;
        naming.canonical = naming.country = {};
      }
    }
  }

  // "La Russa", "Von der Leyen": a surname that a particle opens has its owner in the fuller name. "Vargas Llosa" is one where
  // the text has Mario Vargas Llosa.
  bool is_surname_alone(const Naming& naming) const {
    if (naming.kind != ActorKind::person || naming.word_count < 2 || !naming.canonical.empty()) return false;
    const bool given = casting_.document.is_at(naming.tokens.first, lexicon::class_id::GIVEN_NAME);  // Ben Brafman
    return (!given && casting_.document.is_at(naming.tokens.first, lexicon::class_id::NAME_PARTICLE)) || ends_longer_name(naming, given);
  }

  // `given`: it may be a name of its own, and another's ("Mohamed Ali", the father of Hassan Mohamed Ali), but for one that all
  // know (Aung San Suu Kyi).
  bool ends_longer_name(const Naming& naming, bool given) const {
    const std::uint32_t word = names_.last_word(naming);
    const auto ends = [&](const auto& full) { return full.first == word && (!given || names_.namings[full.second].listed) && agrees(naming, full.second); };
    const auto found = std::lower_bound(longer_names_.begin(), longer_names_.end(), std::pair(word, std::uint32_t{0}));
    return std::any_of(found, found + std::min<std::ptrdiff_t>(most_tried, longer_names_.end() - found), ends);
  }

  bool speaks(const Naming& naming) const {
    const Document& document = casting_.document;
    const std::uint32_t first = naming.tokens.first;
    return document.is_at(naming.tokens.end, lexicon::class_id::REPORT_VERB) || (first > 0 && document.is_at(first - 1, lexicon::class_id::REPORT_VERB));
  }

  void note_middle_names() {
    for (std::uint32_t i = 0; i < names_.namings.size(); ++i) {
      const Naming& naming = names_.namings[i];
      if (naming.kind != ActorKind::person || naming.word_count < 3 + naming.suffixes) continue;
      middle_names_.push_back({names_.first_word(naming), names_.last_word(naming), naming.name, i});
    }
    std::sort(middle_names_.begin(), middle_names_.end());
    const auto again = [](const MiddleName& a, const MiddleName& b) { return a.has_ends_of(b) && a.name == b.name; };
    middle_names_.erase(std::unique(middle_names_.begin(), middle_names_.end(), again), middle_names_.end());
    longer_names_.reserve(middle_names_.size());
    for (const MiddleName& full : middle_names_) longer_names_.emplace_back(full.last, full.naming);
    std::sort(longer_names_.begin(), longer_names_.end());
  }

  // "Esther Mbeki" is "Esther Wanjiku Mbeki", where the text has one of these alone.
  std::uint32_t with_middle_name(std::uint32_t index) const {
    const Naming& naming = names_.namings[index];
    if (middle_names_.empty() || naming.kind != ActorKind::person || naming.word_count != 2 || naming.suffixes != 0) return index;
    const MiddleName key{names_.first_word(naming), names_.last_word(naming), 0, 0};
    const auto found = std::lower_bound(middle_names_.begin(), middle_names_.end(), key);
    if (found == middle_names_.end() || !found->has_ends_of(key) || (found + 1 != middle_names_.end() && (found + 1)->has_ends_of(key))) return index;
    return names_.namings[found->naming].listed && naming.listed ? index : found->naming;
  }

  // Whose surname or given name a single word is: of the fuller names that hold it the last one before, else the next.
  // Mrs Airey is not Tom Airey: a title passes over those of the other gender.
  Id owner_of(const Naming& naming, std::uint32_t index) const {
    const std::uint32_t word = naming.word_count > 1 ? names_.last_word(naming) : names_.first_word(naming);
    const Id owner = holder_of(naming, index, word);
    const std::uint32_t bare = owner == 0 && naming.word_count == 1 ? without_article(naming) : Interner::none;
    return bare == Interner::none ? owner : holder_of(naming, index, bare);
  }

  Id holder_of(const Naming& naming, std::uint32_t index, std::uint32_t word) const {
    const auto next = std::lower_bound(holders_.begin(), holders_.end(), std::pair(word, index));
    int tried = 0;
    const Naming* relative = nullptr;
    for (auto at = next; at != holders_.begin() && (at - 1)->first == word && tried < most_tried; --at, ++tried) {
      const Naming& holder = names_.namings[(at - 1)->second];
      if (!agrees(naming, (at - 1)->second)) continue;
      const bool titled = naming.addressed != 0 && holder.gender == naming.addressed;  // "Mr" is rather who is known for a man
      if (relative == nullptr && is_relative(holder)) {
        relative = &holder;
      } else if (relative == nullptr || (holder.actor != relative->actor && (titled || relative->gender != naming.addressed || naming.addressed == 0))) {
        return holder.actor;
      }
    }
    if (relative != nullptr) return relative->actor;
    for (auto at = next; at != holders_.end() && at->first == word && tried < most_tried; ++at, ++tried) {
      if (agrees(naming, at->second)) return names_.namings[at->second].actor;
    }
    return owner_by_middle_word(word);
  }

  // "Joe Biden came with his wife, Jill Biden. Biden said": who is told of as somebody's kin, and does not speak, is not meant
  // by the surname alone.
  bool is_relative(const Naming& naming) const {
    const Document& document = casting_.document;
    if (naming.kind != ActorKind::person || speaks(naming)) return false;
    constexpr std::uint32_t reach = 2;  // tokens: "his late wife | ,"
    std::uint32_t first = naming.tokens.first;
    for (std::uint32_t back = 0; first > 0 && back < reach; ++back, --first) {
      if (document.is_at(first - 1, lexicon::class_id::KINSHIP)) return !is_told_by(naming, first - 1);
      if (document.tokens[first - 1].shape != text::Shape::comma) return false;
    }
    const std::uint32_t behind = naming.tokens.end;
    return behind + 2 < document.tokens.size() && document.tokens[behind].shape == text::Shape::comma &&
           document.is_at(behind + 1, lexicon::class_id::POSSESSIVE) && document.is_at(behind + 2, lexicon::class_id::KINSHIP);
  }

  // "said | his mother, Maria Paz", "his mother, Maria Paz, | said"; `kin` is the token of the kin.
  bool is_told_by(const Naming& naming, std::uint32_t kin) const {
    const Document& document = casting_.document;
    constexpr std::uint32_t before = 3;  // tokens: "said | his late mother"
    for (std::uint32_t back = 1; back <= before && back <= kin; ++back) {
      if (document.is_at(kin - back, lexicon::class_id::REPORT_VERB)) return true;
    }
    const std::uint32_t behind = naming.tokens.end;
    return behind + 1 < document.tokens.size() && document.tokens[behind].shape == text::Shape::comma &&
           document.is_at(behind + 1, lexicon::class_id::REPORT_VERB);
  }

  // "Parkhill" is Parkhill Residential: a word that nothing else is known of opens the one body's name.
  void join_body(Naming& naming) const {
    const auto found = std::lower_bound(bodies_.begin(), bodies_.end(), std::pair(names_.first_word(naming), Id{0}));
    if (found == bodies_.end() || found->first != names_.first_word(naming)) return;
    naming.actor = found->second;
    naming.kind = ActorKind::organization;
  }

  // "Chow" is Juliana Chow Hoi-ling, "López" Andrés López Obrador, where one alone bears that word.
  Id owner_by_middle_word(std::uint32_t word) const {
    const auto found = std::lower_bound(middle_words_.begin(), middle_words_.end(), std::pair(word, Id{0}));
    if (found == middle_words_.end() || found->first != word) return 0;
    const auto behind = std::find_if(found, middle_words_.end(), [&](const auto& other) { return other.first != word || other.second != found->second; });
    return behind == middle_words_.end() || behind->first != word ? found->second : 0;
  }

  bool agrees(const Naming& naming, std::uint32_t holder) const {
    const char gender = names_.namings[holder].gender;
    if (naming.word_count > 1) {
      if (!ends_with(names_.namings[holder], naming)) return false;
      if (naming.gender != 0 && gender != 0 && naming.gender != gender) return false;  // Maria Paz is not José Maria Paz
    }
    return naming.addressed == 0 || gender == 0 || gender == naming.addressed;
  }

  bool ends_with(const Naming& full, const Naming& end) const {
    const std::uint32_t plain = full.word_count - full.suffixes;
    if (plain <= end.word_count) return false;
    const auto words = names_.words.begin() + full.first_word + (plain - end.word_count);
    return std::equal(words, words + end.word_count, names_.words.begin() + end.first_word);
  }

  // "al-Burhan" is Burhan, too: the number of a surname without its article, where the text has that word.
  std::uint32_t without_article(const Naming& naming) const {
    if (naming.suffixes != 0 || naming.tokens.empty()) return Interner::none;
    const std::string_view word = casting_.document.word(naming.tokens.end - 1);
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || !casting_.lexicon.entry_of(word.substr(0, hyphen), lexicon::class_id::NAME_ARTICLE)) return Interner::none;
    return names_.number_of(word.substr(hyphen + 1));
  }

  // The actor of that kind and name.
  Id actor_for(std::uint32_t index) {
    const Naming& naming = names_.namings[index];
    auto& known = naming.canonical.empty() ? by_name_ : by_canonical_;
    const std::uint32_t number = naming.canonical.empty() ? naming.name : canonical_numbers_.add(naming.canonical);
    if (number >= known.size()) known.resize(number + 1);
    Id& id = known[number].at(static_cast<std::size_t>(naming.kind));
    if (id != 0) {
      write_out(casting_.draft(id), naming);
      return id;
    }
    Draft& draft = casting_.drafts.emplace_back();
    draft.row.kind = naming.kind;
    const bool one_name = naming.kind == ActorKind::country || naming.kind == ActorKind::person || naming.form == MentionForm::demonym || naming.institution;
    const bool by_lexicon = !naming.canonical.empty() && one_name;
    draft.row.name = by_lexicon ? naming.canonical : form_of(casting_.document, naming, buffer_);
    draft.row.country = naming.country;
    draft.gender = naming.gender;
    draft.naming = index;
    id = static_cast<Id>(casting_.drafts.size());
    return id;
  }

  // "PORT SUDAN" of the dateline is called Port Sudan where the text writes it so; "NATO" stays NATO.
  void write_out(Draft& draft, const Naming& naming) {
    const Naming& first = names_.namings[draft.naming];
    if (!in_capitals(first) || in_capitals(naming) || (first.acronym && naming.kind == ActorKind::organization)) return;
    if (draft.row.name != form_of(casting_.document, first, buffer_)) return;
    draft.row.name = form_of(casting_.document, naming, buffer_);
    draft.naming = static_cast<std::uint32_t>(&naming - names_.namings.data());
  }

  bool in_capitals(const Naming& naming) const {
    const auto& tokens = casting_.document.tokens;
    return std::all_of(tokens.begin() + naming.tokens.first, tokens.begin() + naming.tokens.end,
                       [](const text::Token& token) { return token.shape != text::Shape::capitalized && token.shape != text::Shape::lower; });
  }

  Casting& casting_;
  Names& names_;
  Interner canonical_numbers_;
  std::vector<std::array<Id, kinds>> by_name_;  // by the name's number and the kind
  std::vector<std::array<Id, kinds>> by_canonical_;
  std::string buffer_;
  std::vector<MiddleName> middle_names_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> longer_names_;  // the last words of the same, and whose (index)
  std::vector<std::pair<std::uint32_t, Id>> bodies_;                   // first words of bodies' longer names, and whose
  std::vector<std::pair<std::uint32_t, Id>> middle_words_;             // of full names, and whose
  std::vector<std::pair<std::uint32_t, std::uint32_t>> holders_;       // first and last words of full names, and whose (index)
};

}  // namespace

void make_drafts(Casting& casting) { Drafting(casting).run(); }

}  // namespace gazette::facts
