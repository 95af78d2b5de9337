#include "facts/actors.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "lexicon/classes.h"
#include "lexicon/fold.h"

namespace gazette::facts {
namespace {

using cascade::StageId;
using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

// A name in the text before it is known whose it is.
struct Naming {
  Stretch tokens;
  std::uint32_t sentence = 0;
  std::optional<ActorKind> kind;   // what the rules tell
  MentionForm form = MentionForm::name;
  std::vector<std::string> words;  // folded, without clitics
  std::string canonical;           // by the lexicon
  std::string country;
  char gender = 0;
  bool acronym = false;
  bool institution = false;        // canonical is made of a country and an institution: "Azerbaijani Foreign Ministry"
  Id actor = 0;
};

// An actor as it grows.
struct Draft {
  Actor row;
  std::vector<std::string> words;
  std::string canonical;
  char gender = 0;
  std::set<std::string> aliases;
};

char gender_of(std::string_view cell) { return cell == "m" || cell == "f" ? cell[0] : char{0}; }

class Casting {
 public:
  explicit Casting(const Document& document) : document_(document), lexicon_(document.grammar->lexicon()) {}

  Cast run() {
    collect_names();
    decide_kinds();
    make_actors();
    read_groups();
    read_rules();
    collect_anaphora();
    return finish();
  }

 private:
  const Element* word_at(std::uint32_t sentence, std::uint32_t token) const {
    const std::vector<Element>& words = document_.words[sentence];
    const auto at = std::upper_bound(words.begin(), words.end(), token, [](std::uint32_t t, const Element& e) { return t < e.first; });
    return at == words.begin() ? nullptr : &*(at - 1);
  }

  std::optional<Entry> entry_at(std::uint32_t sentence, std::uint32_t token, ClassId id) const {
    const Element* const word = word_at(sentence, token);
    return word == nullptr ? std::nullopt : lexicon_.entry(word->word, id);
  }

  // --- names ---------------------------------------------------------------------------------------------------------

  void collect_names() {
    for (const Phrase& phrase : document_.phrases) {
      if (phrase.stage != static_cast<std::uint8_t>(StageId::names)) continue;
      const cascade::Rule& rule = document_.rule(phrase);
      Naming naming;
      naming.tokens = {phrase.first, phrase.end};
      naming.sentence = document_.sentence_of(phrase.first);
      bool name = false;
      for (const ClassId label : rule.labels) {
        name |= label == class_id::NAME;
        if (label == class_id::PERSON) naming.kind = ActorKind::person;
        if (label == class_id::ORGANIZATION_NAME) naming.kind = ActorKind::organization;
        if (label == class_id::GROUP_NAME) naming.kind = ActorKind::group;
        if (label == class_id::COUNTRY_NAME) naming.kind = ActorKind::country;
        if (label == class_id::PLACE_NAME) naming.kind = ActorKind::place;
        if (label == class_id::DEMONYM_NAME) naming.kind = ActorKind::country, naming.form = MentionForm::demonym;
      }
      if (!name) continue;
      describe(naming);
      namings_.push_back(std::move(naming));
    }
    std::sort(namings_.begin(), namings_.end(), [](const Naming& a, const Naming& b) { return a.tokens.first < b.tokens.first; });
  }

  void describe(Naming& naming) const {
    for (std::uint32_t i = naming.tokens.first; i < naming.tokens.end; ++i) {
      if (document_.tokens[i].shape == text::Shape::clitic) continue;
      std::string folded;
      lexicon::fold(document_.word(i), folded);
      naming.words.push_back(std::move(folded));
    }
    naming.acronym = naming.tokens.end == naming.tokens.first + 1 && document_.tokens[naming.tokens.first].shape == text::Shape::all_capitals;
    const Element* const word = word_at(naming.sentence, naming.tokens.first);
    if (word != nullptr && word->first == naming.tokens.first && word->end >= naming.tokens.end) {
      for (const ClassId id : {class_id::COUNTRY, class_id::DEMONYM, class_id::ORGANIZATION, class_id::ARMED_GROUP, class_id::COMPANY,
                               class_id::MEDIA, class_id::GOVERNMENT_SEAT, class_id::REGION, class_id::CITY, class_id::SPORTS_TEAM}) {
        if (!lexicon_.classes(word->set).has(id)) continue;
        const auto entry = lexicon_.entry(word->word, id);
        if (!entry) continue;
        naming.country = (*entry)[Column::country];
        naming.canonical = (*entry)[Column::name];
        if (naming.canonical.empty()) naming.canonical = entry->term();
        break;
      }
    }
    if (naming.kind == ActorKind::organization) describe_institution(naming);
    for (const ClassId id : {class_id::GIVEN_NAME, class_id::SOFT_GIVEN_NAME}) {
      if (naming.gender != 0) break;
      if (const auto given = entry_at(naming.sentence, naming.tokens.first, id)) naming.gender = gender_of((*given)[Column::gender]);
    }
  }

  // "Azerbaijan's Ministry of Foreign Affairs" and "the Azerbaijani Foreign Ministry" are one body under one name.
  void describe_institution(Naming& naming) const {
    const Element* const first = word_at(naming.sentence, naming.tokens.first);
    const Element* const last = word_at(naming.sentence, naming.tokens.end - 1);
    if (first == nullptr || last == nullptr || first == last) return;
    std::optional<Entry> owner = lexicon_.entry(first->word, class_id::DEMONYM);
    if (!owner) owner = lexicon_.entry(first->word, class_id::COUNTRY);
    if (!owner || (*owner)[Column::country].empty()) return;
    naming.country = (*owner)[Column::country];
    const auto body = lexicon_.entry(last->word, class_id::INSTITUTION);
    const bool whole = last->first == first->end || (last->first == first->end + 1 && document_.tokens[first->end].shape == text::Shape::clitic);
    if (!body || !whole || (*body)[Column::name].empty()) return;
    std::string demonym(owner->is(class_id::DEMONYM) ? owner->term() : (*owner)[Column::demonym]);
    if (demonym.empty()) return;
    naming.canonical = demonym + " " + std::string((*body)[Column::name]);
    naming.institution = true;
  }

  // The kind of names that the rules leave open, by what stands around them in the whole text.
  void decide_kinds() {
    std::set<std::string> surnames;
    for (const Naming& naming : namings_) {
      if (naming.kind == ActorKind::person && naming.words.size() > 1) surnames.insert(naming.words.back());
    }
    std::unordered_map<std::string, ActorKind> known;
    for (const Naming& naming : namings_) {
      if (naming.kind) known.emplace(joined(naming.words), *naming.kind);
    }
    for (Naming& naming : namings_) {
      if (naming.kind) continue;
      const auto same = known.find(joined(naming.words));
      if (same != known.end()) {
        naming.kind = same->second;
      } else if (naming.words.size() == 1 && surnames.contains(naming.words[0])) {
        naming.kind = ActorKind::person;
      } else {
        naming.kind = guess(naming);
      }
    }
  }

  ActorKind guess(const Naming& naming) const {
    const std::uint32_t before = naming.tokens.first;
    const Element* const left = before > document_.sentences[naming.sentence].first ? word_at(naming.sentence, before - 1) : nullptr;
    const bool title = left != nullptr && (lexicon_.classes(left->set).has(class_id::TITLE) || lexicon_.classes(left->set).has(class_id::ROLE) ||
                                           lexicon_.classes(left->set).has(class_id::PERSON_NOUN));
    if (title) return ActorKind::person;
    if (naming.acronym) return ActorKind::organization;
    if (naming.words.size() > 1) return naming.words.size() < 4 ? ActorKind::person : ActorKind::organization;
    const bool in_place = left != nullptr && lexicon_.classes(left->set).has(class_id::PREPOSITION) && left->end == before &&
                          (document_.word(before - 1) == "in" || document_.word(before - 1) == "at" || document_.word(before - 1) == "near");
    if (in_place) return ActorKind::place;
    return ActorKind::person;
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
      if (!all.empty()) all += ' ';
      all += word;
    }
    return all;
  }

  // --- actors --------------------------------------------------------------------------------------------------------

  // Longer names first: "Pelosi" in the headline belongs to the Nancy Pelosi of the third paragraph.
  void make_actors() {
    for (Naming& naming : namings_) {
      if (naming.kind != ActorKind::person || naming.words.size() > 1) naming.actor = actor_for(naming);
    }
    for (std::size_t i = 0; i < namings_.size(); ++i) {
      const Naming& naming = namings_[i];
      if (naming.actor == 0 || naming.kind != ActorKind::person || naming.words.size() < 2) continue;
      by_word_[naming.words.back()].push_back(i);
      if (naming.words.front() != naming.words.back()) by_word_[naming.words.front()].push_back(i);
    }
    for (Naming& naming : namings_) {
      if (naming.actor == 0) naming.actor = surname_owner(naming);
      if (naming.actor == 0) naming.actor = actor_for(naming);
    }
  }

  // Whose surname or given name a single word is: of the fuller names that hold it the last one before, else the next.
  Id surname_owner(const Naming& naming) const {
    const auto at = by_word_.find(naming.words[0]);
    if (at == by_word_.end()) return 0;
    const std::vector<std::size_t>& holders = at->second;
    const auto next = std::lower_bound(holders.begin(), holders.end(), naming.tokens.first, [&](std::size_t i, std::uint32_t token) { return namings_[i].tokens.first < token; });
    return namings_[next == holders.begin() ? *next : *(next - 1)].actor;
  }

  Id actor_for(const Naming& naming) {
    std::string key = naming.canonical.empty() ? joined(naming.words) : "=" + naming.canonical;
    key.insert(0, 1, static_cast<char>('0' + static_cast<int>(*naming.kind)));
    const auto known = by_key_.find(key);
    if (known != by_key_.end()) return known->second;
    Draft draft;
    draft.row.kind = *naming.kind;
    const bool by_lexicon = !naming.canonical.empty() && (*naming.kind == ActorKind::country || naming.institution);
    draft.row.name = by_lexicon ? naming.canonical : written(naming.tokens);
    draft.row.country = naming.country;
    draft.words = naming.words;
    draft.canonical = naming.canonical;
    draft.gender = naming.gender;
    drafts_.push_back(std::move(draft));
    const auto id = static_cast<Id>(drafts_.size());
    by_key_.emplace(std::move(key), id);
    return id;
  }

  // The words of a stretch with single spaces.
  std::string written(Stretch tokens) const {
    std::string all;
    for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
      if (i > tokens.first && document_.tokens[i].space_before) all += ' ';
      all += document_.word(i);
    }
    return all;
  }

  Naming* naming_in(Stretch tokens) {
    for (auto at = std::lower_bound(namings_.begin(), namings_.end(), tokens.first, [](const Naming& n, std::uint32_t t) { return n.tokens.first < t; });
         at != namings_.end() && at->tokens.first < tokens.end; ++at) {
      if (at->tokens.end == tokens.end) return &*at;
    }
    return nullptr;
  }
  const Naming* first_naming_in(Stretch tokens) const {
    const auto at = first_in(namings_, tokens);
    return at != namings_.end() && at->tokens.end <= tokens.end ? &*at : nullptr;
  }

  // --- role, country, affiliation ------------------------------------------------------------------------------------

  void read_groups() {
    const cascade::Stage& groups = document_.grammar->stage(StageId::groups);
    const std::uint8_t title_id = groups.capture_or_none("title");
    const std::uint8_t head_id = groups.capture_or_none("head");
    const std::array<std::uint8_t, 2> bodies{groups.capture_or_none("affiliation"), groups.capture_or_none("owner")};
    for (const Phrase& phrase : document_.phrases) {
      if (phrase.stage != static_cast<std::uint8_t>(StageId::groups)) continue;
      const Stretch title = Document::captured(phrase, title_id);
      const bool told = !title.empty() || phrase.captured(bodies[0]) != nullptr || phrase.captured(bodies[1]) != nullptr;
      const Stretch head = told ? Document::captured(phrase, head_id) : Stretch{};
      if (head.empty()) continue;
      Naming* const naming = naming_in(head);
      if (naming == nullptr) continue;
      Draft& draft = drafts_[naming->actor - 1];
      if (draft.row.kind != ActorKind::person) continue;
      if (!title.empty()) set_role(draft, document_.sentence_of(title.first), title);
      for (const std::uint8_t id : bodies) {
        const Stretch body = Document::captured(phrase, id);
        if (!body.empty()) affiliate(draft, body);
      }
    }
  }

  void affiliate(Draft& draft, Stretch body) {
    const Naming* const naming = first_naming_in(body);
    if (naming == nullptr || naming->actor == 0) return;
    const Draft& other = drafts_[naming->actor - 1];
    if (draft.row.country.empty()) draft.row.country = other.row.country;
    if (draft.row.affiliation.empty() && other.row.kind == ActorKind::organization) draft.row.affiliation = other.row.name;
  }

  // The role's words without honorifics; gender where the title tells it.
  void set_role(Draft& draft, std::uint32_t sentence, Stretch title) const {
    std::string role;
    for (std::uint32_t i = title.first; i < title.end;) {
      const Element* const word = word_at(sentence, i);
      if (word == nullptr) break;
      const lexicon::ClassSet& classes = lexicon_.classes(word->set);
      std::optional<Entry> entry = lexicon_.entry(word->word, class_id::TITLE);
      if (!entry) entry = lexicon_.entry(word->word, class_id::ROLE);
      if (entry && draft.gender == 0) draft.gender = gender_of((*entry)[Column::gender]);
      const bool honorific = classes.has(class_id::TITLE) && entry && (*entry)[Column::role].empty() && !classes.has(class_id::ROLE);
      const bool part = classes.has(class_id::TITLE) || classes.has(class_id::ROLE) || classes.has(class_id::INSTITUTION);
      if (part && !honorific) {
        if (!role.empty()) role += ' ';
        role += written({word->first, word->end});
      }
      i = std::max(word->end, i + 1);
    }
    if (draft.row.role.empty() && !role.empty()) draft.row.role = role;
  }

  void read_rules() {
    const cascade::Stage& stage = document_.grammar->stage(StageId::actors);
    const std::uint8_t name = stage.capture_or_none("name");
    const std::uint8_t role = stage.capture_or_none("role");
    const std::uint8_t body = stage.capture_or_none("body");
    const std::uint8_t full = stage.capture_or_none("full");
    const std::uint8_t shorter = stage.capture_or_none("short");
    const std::uint8_t country = stage.capture_or_none("country");
    const std::uint8_t with = stage.capture_or_none("with");
    const auto tape_of = [&](std::uint32_t sentence) { return &document_.tapes[sentence]; };
    search(document_, StageId::actors, 0xFF, tape_of, [&](std::uint32_t, const std::vector<Element>& tape, const std::vector<cascade::Match>& matches) {
      for (const cascade::Match& match : matches) {
        const auto tokens = [&](const cascade::Capture* capture) {
          return capture == nullptr ? Stretch{} : Stretch{tape[capture->begin].first, tape[capture->end - 1].end};
        };
        if (const auto* const together = match.captured(with)) {
          share_office(tokens(match.captured(country)), tokens(match.captured(name)), tokens(together));
          continue;
        }
        if (const auto* const long_form = match.captured(full)) {
          join_acronym(tokens(long_form), tokens(match.captured(shorter)));
          continue;
        }
        Naming* const naming = naming_in(tokens(match.captured(name)));
        const Stretch office = tokens(match.captured(role));
        if (naming == nullptr || office.empty()) continue;
        Draft& draft = drafts_[naming->actor - 1];
        if (draft.row.kind != ActorKind::person) continue;
        set_role(draft, document_.sentence_of(office.first), office);
        offices_.emplace(office.first, std::pair(office.end, naming->actor));
        const Stretch of = tokens(match.captured(body));
        if (!of.empty()) affiliate(draft, of);
        affiliate(draft, office);
      }
    });
  }

  // "Armenian and Azerbaijani Foreign Ministers Mirzoyan and Bayramov": the role is both's, the countries stand in order.
  void share_office(Stretch country, Stretch first, Stretch second) {
    const Naming* const land = naming_in(country);
    const Naming* const one = naming_in(first);
    const Naming* const other = naming_in(second);
    if (land == nullptr || one == nullptr || other == nullptr) return;
    Draft& a = drafts_[one->actor - 1];
    Draft& b = drafts_[other->actor - 1];
    if (a.row.kind != ActorKind::person || b.row.kind != ActorKind::person || a.row.role.empty()) return;
    if (b.row.country.empty() || b.row.country == a.row.country) b.row.country = a.row.country;
    a.row.country = land->country;
    if (b.row.role.empty()) b.row.role = singular(a.row.role);
    a.row.role = singular(a.row.role);
  }

  // A role in the plural becomes that of one: the lexicon's entry is the lemma; the casing stays the text's.
  std::string singular(const std::string& role) const {
    const auto entry = lexicon_.entry_of(role, class_id::ROLE);
    return entry && entry->term().size() < role.size() ? role.substr(0, entry->term().size()) : role;
  }

  // "Collective Security Treaty Organisation (CSTO)": one actor.
  void join_acronym(Stretch full, Stretch shorter) {
    Naming* const long_name = naming_in(full);
    Naming* const short_name = naming_in(shorter);
    if (long_name == nullptr || short_name == nullptr || !short_name->acronym || long_name->words.size() < 2) return;
    const Id from = short_name->actor;
    const Id to = long_name->actor;
    if (from == to) return;
    for (Naming& naming : namings_) {
      if (naming.actor == from) naming.actor = to, naming.kind = drafts_[to - 1].row.kind;
    }
  }

  // --- pronouns and nominals -----------------------------------------------------------------------------------------

  void collect_anaphora() {
    std::vector<Naming> found;
    for (std::uint32_t s = 0; s < document_.tapes.size(); ++s) {
      for (const Element& element : document_.tapes[s]) {
        if (!document_.is(element, class_id::NOUN_GROUP)) continue;
        if (document_.is(element, class_id::PERSONAL)) {
          add_pronoun(s, element, found);
        } else if (const Id holder = holder_of(Document::stretch(element)); holder != 0) {
          add_found(s, Document::stretch(element), holder, found);
        } else if (document_.is(element, class_id::INSTITUTION) || document_.is(element, class_id::ROLE)) {
          add_nominal(s, element, found);
        }
      }
    }
    namings_.insert(namings_.end(), found.begin(), found.end());
    std::sort(namings_.begin(), namings_.end(), [](const Naming& a, const Naming& b) { return a.tokens.first < b.tokens.first; });
  }

  void add_pronoun(std::uint32_t sentence, const Element& element, std::vector<Naming>& found) {
    const auto entry = lexicon_.entry(element.word, class_id::PRONOUN);
    if (!entry) return;
    const char gender = gender_of((*entry)[Column::gender]);
    if (gender == 0) return;
    Naming naming;
    naming.tokens = Document::stretch(element);
    naming.sentence = sentence;
    naming.form = MentionForm::pronoun;
    naming.kind = ActorKind::person;
    naming.gender = gender;
    naming.actor = person_before(naming);
    found.push_back(std::move(naming));
  }

  // The person that a pronoun means: the last one before it whose gender agrees, within a few sentences.
  Id person_before(const Naming& pronoun) const {
    constexpr std::uint32_t reach = 4;
    for (auto at = std::lower_bound(namings_.begin(), namings_.end(), pronoun.tokens.first, [](const Naming& n, std::uint32_t t) { return n.tokens.first < t; });
         at != namings_.begin();) {
      --at;
      if (at->sentence + reach < pronoun.sentence) break;
      if (at->kind != ActorKind::person || at->actor == 0) continue;
      const char gender = drafts_[at->actor - 1].gender;
      if (gender != 0 && gender != pronoun.gender) continue;
      return at->actor;
    }
    return 0;
  }

  void add_nominal(std::uint32_t sentence, const Element& element, std::vector<Naming>& found) {
    const Stretch tokens = Document::stretch(element);
    const Phrase* const phrase = document_.phrase(element);
    if (phrase == nullptr || document_.captured(*phrase, "head").empty()) return;
    const Element* const opening = word_at(sentence, tokens.first);
    if (opening == nullptr || !lexicon_.classes(opening->set).has(class_id::DETERMINER)) return;
    std::string head;
    lexicon::fold(document_.word(tokens.end - 1), head);
    std::string country;
    if (const Naming* const inside = first_naming_in(tokens)) country = inside->country;
    constexpr std::size_t reach = 200;  // actors back: beyond, "the ministry" is nobody's
    for (std::size_t i = drafts_.size(); i-- > 0 && i + reach >= drafts_.size();) {
      const Draft& draft = drafts_[i];
      const bool institution = draft.row.kind == ActorKind::organization && !draft.words.empty() && std::find(draft.words.begin(), draft.words.end(), head) != draft.words.end();
      std::string role;
      lexicon::fold(draft.row.role, role);
      const bool office = draft.row.kind == ActorKind::person && !role.empty() && role.ends_with(head);
      if (!institution && !office) continue;
      if (!country.empty() && !draft.row.country.empty() && country != draft.row.country) continue;
      add_found(sentence, tokens, static_cast<Id>(i + 1), found);
      return;
    }
  }

  void add_found(std::uint32_t sentence, Stretch tokens, Id actor, std::vector<Naming>& found) const {
    Naming naming;
    naming.tokens = tokens;
    naming.sentence = sentence;
    naming.form = MentionForm::nominal;
    naming.kind = drafts_[actor - 1].row.kind;
    naming.actor = actor;
    found.push_back(std::move(naming));
  }

  // Whose office stands here beside the name: "the region's president, Arayik Harutyunyan,".
  Id holder_of(Stretch tokens) const {
    const auto at = offices_.find(tokens.first);
    if (at == offices_.end() || at->second.first != tokens.end) return 0;
    return first_naming_in(tokens) == nullptr ? at->second.second : 0;  // the body's own name is its mention
  }

  // --- rows ----------------------------------------------------------------------------------------------------------

  Cast finish() {
    Cast cast;
    std::vector<Id> ids(drafts_.size() + 1, 0);
    for (const Naming& naming : namings_) {
      if (naming.actor == 0 || ids[naming.actor] != 0) continue;
      cast.actors.push_back(drafts_[naming.actor - 1].row);
      ids[naming.actor] = static_cast<Id>(cast.actors.size());
      cast.actors.back().span = document_.span(naming.tokens);
    }
    for (const Naming& naming : namings_) {
      FoundMention mention;
      mention.tokens = naming.tokens;
      mention.row.actor = ids[naming.actor];
      mention.row.form = naming.form;
      mention.row.kind = naming.kind.value_or(ActorKind::person);
      mention.row.span = document_.span(naming.tokens);
      mention.row.sentence = naming.sentence + 1;
      if (mention.row.actor != 0) {
        Actor& actor = cast.actors[mention.row.actor - 1];
        ++actor.mentions;
        const std::string form = written(naming.tokens);
        if (form != actor.name && std::find(actor.aliases.begin(), actor.aliases.end(), form) == actor.aliases.end()) actor.aliases.push_back(form);
      }
      cast.mentions.push_back(std::move(mention));
    }
    return cast;
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Naming> namings_;
  std::vector<Draft> drafts_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  // of full names, by surname and given name
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, Id>> offices_;  // first token of a role beside its holder's name: its end, whose
  std::unordered_map<std::string, Id> by_key_;  // by kind and name
};

}  // namespace

std::int32_t Cast::mention_in(Stretch stretch) const {
  const auto begin = std::lower_bound(mentions.begin(), mentions.end(), stretch.first, [](const FoundMention& m, std::uint32_t t) { return m.tokens.first < t; });
  std::int32_t first = -1;
  for (auto at = begin; at != mentions.end() && at->tokens.first < stretch.end; ++at) {
    if (at->tokens.end > stretch.end) continue;
    const auto index = static_cast<std::int32_t>(at - mentions.begin());
    if (at->tokens.end == stretch.end) return index;
    if (first < 0) first = index;
  }
  return first;
}

Id Cast::actor_of(Stretch stretch) const {
  const std::int32_t mention = mention_in(stretch);
  return mention < 0 ? 0 : mentions[static_cast<std::size_t>(mention)].row.actor;
}

std::string Cast::name_of(Id actor) const { return actor == 0 ? std::string() : actors[actor - 1].name; }

Cast find_actors(const Document& document) { return Casting(document).run(); }

}  // namespace gazette::facts
