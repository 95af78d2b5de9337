// read_offices(): roles, affiliations and countries from what stands beside the names.
//
//   "US House Speaker Nancy Pelosi"   ->  role House Speaker, country USA
//   "Hua Chunying, a spokeswoman for China's foreign ministry,"   ->  role spokeswoman, affiliation, country CHN
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "facts/casting.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using cascade::StageId;
using lexicon::Column;
using lexicon::Entry;
namespace class_id = lexicon::class_id;

// The captures that tell of offices, by number; looked up once a grammar.
struct OfficeCaptures {
  explicit OfficeCaptures(const cascade::Grammar& grammar) {
    const cascade::Stage& groups = grammar.stage(StageId::groups);
    title = groups.capture_or_none("title");
    head = groups.capture_or_none("head");
    bodies = {groups.capture_or_none("affiliation"), groups.capture_or_none("owner")};
    const cascade::Stage& actors = grammar.stage(StageId::actors);
    appositions = {{{actors.capture_or_none("name"), &Apposition::name},
                    {actors.capture_or_none("role"), &Apposition::role},
                    {actors.capture_or_none("body"), &Apposition::body},
                    {actors.capture_or_none("country"), &Apposition::country},
                    {actors.capture_or_none("with"), &Apposition::with},
                    {actors.capture_or_none("full"), &Apposition::full},
                    {actors.capture_or_none("short"), &Apposition::shorter},
                    {actors.capture_or_none("alias"), &Apposition::alias}}};
  }
  std::uint8_t title = 0;  // of noun groups
  std::uint8_t head = 0;
  std::array<std::uint8_t, 2> bodies{};
  std::array<std::pair<std::uint8_t, Stretch Apposition::*>, 8> appositions{};
};

class Reading {
 public:
  explicit Reading(Casting& casting)
      : casting_(casting), document_(casting.document), lexicon_(casting.lexicon), captures_(document_.grammar->derived<OfficeCaptures>()) {}

  void run() {
    join_acronyms();
    read_appositions();
    read_groups();
    share_offices();
    take_known_roles();
    std::stable_sort(casting_.offices.begin(), casting_.offices.end(), [](const Office& a, const Office& b) { return a.tokens.first < b.tokens.first; });
  }

 private:
  // "the US Secretary of State Antony Blinken": the title stands within the noun group.
  void read_groups() {
    for (std::uint32_t sentence = 0; sentence < document_.sentences.size(); ++sentence) {
      document_.pause();
      document_.each_phrase(sentence, StageId::groups, [&](const Phrase& phrase) {
        if (!tells_office(phrase)) return;
        read_owner(Document::captured(phrase, captures_.bodies[1]));
        read_group(phrase);
      });
    }
  }

  // Beside the head there is something.
  bool tells_office(const Phrase& phrase) const {
    if (phrase.capture_count < 2) return false;
    return std::any_of(phrase.captures, phrase.captures + phrase.capture_count, [&](const cascade::Capture& capture) {
      return capture.name == captures_.title || capture.name == captures_.bodies[0] || capture.name == captures_.bodies[1];
    });
  }

  // "Premier Ana Paz's government": who owns the head may have a title, too.
  void read_owner(Stretch owner) {
    const Naming* const naming = owner.empty() ? nullptr : casting_.names.in(owner);
    if (naming == nullptr || naming->actor == 0 || casting_.draft(naming->actor).row.kind != ActorKind::person) return;
    std::uint32_t first = naming->tokens.first;
    while (first > owner.first && (document_.is_at(first - 1, class_id::TITLE) || document_.is_at(first - 1, class_id::ROLE))) --first;
    if (first < naming->tokens.first) set_role(casting_.draft(naming->actor), {first, naming->tokens.first});
  }

  void read_group(const Phrase& phrase) {
    document_.pause();
    const Stretch head = Document::captured(phrase, captures_.head);
    if (head.empty()) return;
    const Id person = person_named(head);
    if (person == 0) return;
    Draft& draft = casting_.draft(person);
    const Stretch title = Document::captured(phrase, captures_.title);
    if (!title.empty() && !set_role(draft, title)) return;
    if (!title.empty() && document_.is_at(title.end - 1, class_id::TITLE_OF_SEVERAL)) share_title(head, title);
    for (const std::uint8_t id : captures_.bodies) {
      const Stretch body = Document::captured(phrase, id);
      if (!body.empty()) affiliate(draft, body);
    }
  }

  // "Sens. Susan Collins of Maine, John Reed and Lisa Murkowski": the title is that of all in a list which "and" closes.
  void share_title(Stretch first, Stretch title) {
    constexpr std::uint32_t longest = 6;  // tokens that tell of one of them: ", R-Alaska,"
    constexpr std::size_t most = 8;
    const std::vector<Naming>& all = casting_.names.namings;
    std::array<Id, most> listed{};
    std::size_t count = 0;
    std::uint32_t end = first.end;
    for (auto at = first_in(all, {first.end, first.end}); at != all.end() && at->tokens.first <= end + longest; ++at) {
      if (at->kind != ActorKind::person) continue;
      if (count == most || at->actor == 0 || at->tokens.first == end || !all_tell_of_one({end, at->tokens.first})) return;
      listed.at(count++) = at->actor;
      end = at->tokens.end;
      if (!document_.is_at(at->tokens.first - 1, class_id::CONJUNCTION)) continue;
      for (std::size_t i = 0; i < count; ++i) set_role(casting_.draft(listed.at(i)), title);
      return;
    }
  }

  // What may stand between the names of a list, "of Maine, R-Alaska, and"; no office of another's.
  bool all_tell_of_one(Stretch between) const {
    for (std::uint32_t i = between.first; i < between.end; ++i) {
      if (document_.is_at(i, class_id::TITLE) || document_.is_at(i, class_id::ROLE)) return false;
      const bool of_place = document_.is_at(i, class_id::OF_MARK) || document_.is_at(i, class_id::CAPITALIZED) || document_.is_at(i, class_id::OPEN_BRACKET) ||
                            document_.is_at(i, class_id::CLOSE_BRACKET) || document_.is_at(i, class_id::ALL_CAPITALS);
      if (!of_place && !document_.is_at(i, class_id::COMMA) && !document_.is_at(i, class_id::CONJUNCTION)) return false;
    }
    return true;
  }

  // The person whose name ends with these tokens; 0 where they name none.
  Id person_named(Stretch tokens) const {
    const Naming* const naming = casting_.names.ending(tokens);
    const bool person = naming != nullptr && naming->actor != 0 && casting_.draft(naming->actor).row.kind == ActorKind::person;
    return person ? naming->actor : 0;
  }

  void affiliate(Draft& draft, Stretch body) {
    const Naming* const naming = casting_.names.in(body);
    if (naming == nullptr || naming->actor == 0) return;
    Draft& other = casting_.draft(naming->actor);
    if (draft.row.country.empty() || (draft.country_guessed && !other.country_guessed && !other.row.country.empty())) {
      draft.row.country = other.row.country;
      draft.country_guessed = other.country_guessed;
    } else if (other.country_guessed) {
      other.row.country = draft.row.country;  // the ministry of a minister whom all know
    }
    draft.of_no_land |= other.row.kind == ActorKind::organization && other.row.country.empty();
    if (draft.row.affiliation.empty() && other.row.kind == ActorKind::organization) draft.row.affiliation = other.row.name;
  }

  // The role's words without honorifics; gender where the title tells it. False where the office is one that was held, and
  // another is known.
  bool set_role(Draft& draft, Stretch title) {
    role_.clear();
    std::uint32_t last = 0;
    bool office = false;
    for (std::uint32_t i = title.first; i < title.end;) {
      const Element* const word = document_.word_at(i);
      if (word == nullptr) break;
      const lexicon::ClassSet& classes = lexicon_.classes(word->set);
      std::optional<Entry> entry = lexicon_.entry(word->word, class_id::TITLE);
      if (!entry) entry = lexicon_.entry(word->word, class_id::ROLE);
      const char gender = entry ? gender_of((*entry)[Column::gender]) : char{0};
      if (gender != 0) draft.gender = gender;  // Madam Lim is no man, whatever else Lim is
      const bool honorific = classes.has(class_id::TITLE) && entry && (*entry)[Column::role].empty() && !classes.has(class_id::ROLE);
      const bool part = classes.has(class_id::TITLE) || classes.has(class_id::ROLE) || classes.has(class_id::INSTITUTION);
      if (part && !honorific && (role_.empty() || !classes.has(class_id::TITLE_OF_BIRTH))) {  // "Foreign Minister Prince Faisal"
        office |= classes.has(class_id::TITLE) || classes.has(class_id::ROLE);
        if (!role_.empty()) role_ += ' ';
        const bool joined = !role_.empty() && word->first == last + 2 && document_.is_at(last + 1, class_id::CONJUNCTION);  // "lawyer and activist"
        const std::uint32_t first = role_.empty() && classes.has(class_id::FIELD_OFFICE) ? field_before(title.first, word->first) : word->first;
        write_words(document_, {joined ? last + 1 : first, word->end}, role_);
        if (classes.has(class_id::TITLE_OF_SEVERAL) && entry) role_ = (*entry)[Column::role];  // "Sens. A and B": each is a senator
        last = word->end - 1;
      }
      if (!role_.empty() && classes.has(class_id::CHARGE_LINK)) {  // "Secretary for Security"
        role_ += ' ';
        write_words(document_, {word->first, title.end}, role_);
        break;
      }
      i = std::max(word->end, i + 1);
    }
    if (!office) {  // of "Board member" the board is none
      role_.clear();
      set_trade(draft, title);
      return true;
    }
    const std::string_view rank = casting_.rank_in({title.first > 0 ? title.first - 1 : 0, last});
    const bool past = !rank.empty() && lexicon_.entry_of(rank, class_id::PAST_OFFICE);
    if (!draft.row.role.empty() && (past || !draft.past_office)) return !past;
    if (!draft.row.role.empty()) draft.row.affiliation.clear();  // the past one's
    draft.row.role = role_;
    draft.past_office = past;
    draft.lesser_office = !rank.empty() && lexicon_.entry_of(rank, class_id::LESSER_OFFICE);
    draft.role_word = number_of_office(last);
    draft.other_role_word = draft.rank_word = Interner::none;
    draft.abroad = lexicon_.entry_of(document_.word(last), class_id::OFFICE_ABROAD) || lexicon_.entry_of(role_, class_id::OFFICE_ABROAD);
    if (const auto other = lexicon_.entry_of(role_, class_id::OTHER_OFFICE)) {
      const FoldedName::Folded another = casting_.names.folded.only((*other)[Column::name]);
      draft.other_role_word = casting_.names.word_numbers.add(another.text, another.hash);
    }
    if (!rank.empty()) {
      const FoldedName::Folded folded = casting_.names.folded.only(rank);
      draft.rank_word = casting_.names.word_numbers.add(folded.text, folded.hash);
    }
    return true;
  }

  // "Mineral resources minister": where the words for the field begin; at the office's own word where there are none.
  std::uint32_t field_before(std::uint32_t first, std::uint32_t office) const {
    std::uint32_t field = office;
    for (std::uint32_t i = first; i < office && field == office; ++i) {
      const Element* const word = document_.word_at(i);
      if (word == nullptr || document_.is(*word, class_id::OFFICE_RANK) || document_.is(*word, class_id::DETERMINER) || document_.is(*word, class_id::COMPOUND))
        continue;
      if (document_.is(*word, class_id::DEMONYM) || document_.is(*word, class_id::COUNTRY)) continue;  // "the Armenian minister": of a land, no field
      if (document_.is(*word, class_id::NOUN) || (document_.is(*word, class_id::CAPITALIZED) && document_.is(*word, class_id::ADJECTIVE))) field = i;
    }
    return field;
  }

  // "the organist, Basil Thwaite": no office, but the organist is he.
  void set_trade(Draft& draft, Stretch title) {
    const Element* const word = document_.word_at(title.end - 1);
    if (draft.role_word != Interner::none || word == nullptr || word->end != word->first + 1) return;
    const lexicon::ClassSet& classes = lexicon_.classes(word->set);
    if ((classes.has(class_id::VICTIM) || classes.has(class_id::PERSON_NOUN)) && !classes.has(class_id::KINSHIP) && !classes.has(class_id::NOUN_PLURAL))
      draft.role_word = number_of_office(word->first);
  }

  // The number of the word by which an office is called later: of "Sen." that of "senator", of "Justice" that of "judge".
  std::uint32_t number_of_office(std::uint32_t token) {
    std::string_view office = document_.word(token);
    const Element* const word = document_.word_at(token);
    if (word != nullptr && (document_.is(*word, class_id::ABBREVIATION) || !document_.is(*word, class_id::ROLE))) {
      const auto title = lexicon_.entry(word->word, class_id::TITLE);
      if (title && !(*title)[Column::role].empty()) office = (*title)[Column::role];
      office.remove_prefix(office.rfind(' ') + 1);
    }
    const FoldedName::Folded folded = casting_.names.folded.only(office);
    return casting_.names.word_numbers.add(folded.text, folded.hash);
  }

  void read_appositions() {
    for (const Apposition& one : casting_.appositions) {
      if (!one.with.empty() || is_beside_another(one)) continue;
      if (!one.role.empty()) {
        hold_office(one.name, one.role, one.body);
      } else if (!one.body.empty()) {
        belong(one.name, one.body);
      }
    }
  }

  // "In a meeting with the expert, Vice-President Paz said": two persons, of whom the one has another office.
  bool is_beside_another(const Apposition& one) const {
    const Naming* const name = casting_.names.ending(one.name);
    if (one.role.empty() || one.role.first > one.name.first || one.role.first == 0 || name == nullptr || name->tokens.first == one.name.first) return false;
    return document_.is_at(one.role.first - 1, class_id::PREPOSITION) && document_.is_at(one.name.first, class_id::ROLE);
  }

  // What the text does not tell the lexicon may.
  void take_known_roles() {
    for (Draft& draft : casting_.drafts) {
      const std::string_view role = casting_.names.namings[draft.naming].role;
      if (!role.empty() && draft.row.role.empty()) draft.row.role = role;
    }
  }

  // Last, when the first of the two has the role.
  void share_offices() {
    for (const Apposition& one : casting_.appositions) {
      if (!one.with.empty()) share_office(one.country, one.name, one.with);
    }
  }

  // "Romualdez, the President's cousin": the office is behind its owner.
  Stretch behind_owner(Stretch office) const {
    for (std::uint32_t i = office.end; i-- > office.first;) {
      if (document_.tokens[i].shape == text::Shape::clitic) return {i + 1, office.end};
    }
    return office;
  }

  void hold_office(Stretch name, Stretch office, Stretch body) {
    const Id holder = person_named(name);
    if (holder == 0 || office.empty()) return;
    Draft& draft = casting_.draft(holder);
    const bool holds = set_role(draft, behind_owner(office));
    casting_.offices.push_back({office, holder});
    if (!holds) return;
    if (!body.empty()) affiliate(draft, body);
    affiliate(draft, office);
  }

  // "William Ruto of Kenya".
  void belong(Stretch name, Stretch body) {
    if (const Id person = person_named(name); person != 0) affiliate(casting_.draft(person), body);
  }

  // "Armenian and Azerbaijani Foreign Ministers Mirzoyan and Bayramov": the role is both's, the countries stand in order.
  void share_office(Stretch country, Stretch first, Stretch second) {
    const Naming* const land = casting_.names.ending(country);
    const Naming* const one = casting_.names.ending(first);
    const Naming* const other = casting_.names.ending(second);
    if (land == nullptr || one == nullptr || other == nullptr || one->actor == 0 || other->actor == 0) return;
    Draft& a = casting_.draft(one->actor);
    Draft& b = casting_.draft(other->actor);
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

  // Letters that nobody knows, or a body of the same country: the Republican People's Party, or CHP.
  bool is_of_one_land(Stretch full, const Naming* letters) const {
    const Naming* const name = casting_.names.ending(full);
    if (name == nullptr || letters == nullptr) return false;
    return !letters->listed || (!name->country.empty() && name->country == letters->country);
  }

  // "Collective Security Treaty Organisation (CSTO)": one actor.
  void join_acronym(Stretch full, Stretch shorter) {
    const Naming* const long_name = casting_.names.ending(full);
    const Naming* const short_name = casting_.names.ending(shorter);
    if (long_name == nullptr || short_name == nullptr || long_name->word_count < 2) return;
    if (!short_name->acronym && !shortens(document_, *short_name, *long_name) && !is_word_of(*short_name, *long_name)) return;
    join(short_name->actor, long_name->actor);
  }

  // "Mohamed Hamdan Dagalo, better known as Hemedti"
  void join_alias(Stretch full, Stretch alias) {
    const Naming* const name = casting_.names.ending(full);
    const Naming* const other = casting_.names.ending(alias);
    if (name == nullptr || other == nullptr || name->actor == 0 || other->tokens != alias) return;
    const bool bodies = name->kind != ActorKind::person && other->kind != ActorKind::person;
    if (name->kind == other->kind || bodies || other->acronym) join(other->actor, name->actor);
  }

  // "Parti Pribumi Bersatu (Bersatu)"
  bool is_word_of(const Naming& one, const Naming& full) const {
    if (one.word_count != 1 || full.kind != ActorKind::organization) return false;
    const auto words = casting_.names.words.begin() + full.first_word;
    return std::find(words, words + full.word_count, casting_.names.words[one.first_word]) != words + full.word_count;
  }

  void join(Id from, Id into) {
    if (from == 0 || into == 0 || from == into) return;
    if (joined_.empty()) {
      joined_.resize(casting_.drafts.size() + 1);
      for (Id i = 0; i < joined_.size(); ++i) joined_[i] = i;
    }
    joined_[from] = into;
  }

  // "The Federal Bureau of Investigation … the FBI": an acronym alone is the one body of the text whose words it spells.
  void join_spelled() {
    constexpr std::uint32_t fewest = 3;  // letters
    const auto is_body = [](const Naming& naming) { return naming.actor != 0 && (naming.kind == ActorKind::organization || naming.kind == ActorKind::group); };
    const auto stands_alone = [&](const Naming& naming) {
      return naming.acronym && naming.word_count == 1 && is_body(naming) && document_.word(naming.tokens.first).size() >= fewest;
    };
    const std::vector<Naming>& all = casting_.names.namings;
    if (std::none_of(all.begin(), all.end(), stands_alone)) return;
    std::vector<std::pair<std::string, const Naming*>> spelled;
    for (const Naming& naming : all) {
      if (naming.word_count < fewest || !is_body(naming)) continue;
      std::string letters = initials(document_, naming.tokens);
      if (letters.size() >= fewest) spelled.emplace_back(std::move(letters), &naming);
    }
    const auto by_letters = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(spelled.begin(), spelled.end(), by_letters);
    for (const Naming& naming : all) {
      if (!stands_alone(naming)) continue;
      const std::pair<std::string, const Naming*> wanted(document_.word(naming.tokens.first), nullptr);
      const auto found = std::equal_range(spelled.begin(), spelled.end(), wanted, by_letters);
      if (found.first == found.second) continue;
      const Naming& body = *found.first->second;
      const bool one = std::all_of(found.first, found.second, [&](const auto& other) { return other.second->actor == body.actor; });
      const bool elsewhere = !naming.country.empty() && !body.country.empty() && naming.country != body.country;
      if (!one || (elsewhere && naming.tokens.first < body.tokens.first)) continue;  // the NIS of a text is South Korea's until it tells of another
      if (joined_.empty() || joined_[naming.actor] == naming.actor) join(naming.actor, body.actor);
    }
  }

  // Is every letter of an acronym the first of a word, in their order?
  bool begins_words(std::uint32_t acronym, Stretch full) const {
    std::uint32_t at = full.first;
    for (const char letter : document_.word(acronym)) {
      while (at < full.end && document_.word(at).front() != letter) ++at;
      if (at++ >= full.end) return false;
    }
    return true;
  }

  // All at once: an article can introduce a thousand acronyms.
  void join_acronyms() {
    for (const Apposition& one : casting_.appositions) {
      if (!one.alias.empty()) {
        join_alias(one.full, one.alias);
      } else if (!one.full.empty()) {
        // "the Republican People's Party, or CHP,": but "the European Union, or NATO"
        const Naming* const letters = casting_.names.ending(one.shorter);
        const bool brackets = document_.is_at(one.full.end, class_id::OPEN_BRACKET);
        if (brackets || is_of_one_land(one.full, letters) || begins_words(one.shorter.first, one.full)) join_acronym(one.full, one.shorter);
      }
    }
    const std::vector<Naming>& all = casting_.names.namings;
    for (std::size_t i = 1; i < all.size(); ++i) {  // "a National Environment Agency (NEA) spokesman": within one noun group
      const Stretch full = all[i - 1].tokens;
      const Stretch shorter = all[i].tokens;
      const bool body = all[i - 1].kind == ActorKind::organization || all[i - 1].kind == ActorKind::group;
      if (full.end + 1 != shorter.first || !all[i].acronym || !body) continue;
      const bool bracket = document_.tokens[full.end].shape == text::Shape::open_bracket && document_.is_at(shorter.end, class_id::CLOSE_BRACKET);
      const bool commas = document_.tokens[full.end].shape == text::Shape::comma && document_.is_at(shorter.end, class_id::COMMA);
      if (bracket || (commas && begins_words(shorter.first, full))) join_acronym(full, shorter);  // "…, NNPC, said": the Nigerian press has commas
    }
    join_spelled();
    if (joined_.empty()) return;
    for (Naming& naming : casting_.names.namings) {
      document_.pause();
      const Id to = joined_[naming.actor];
      if (to == naming.actor || to == 0) continue;
      Draft& whole = casting_.draft(to);
      if (const Draft& part = casting_.draft(naming.actor); whole.row.country.empty() && !part.country_guessed) {
        whole.row.country = part.row.country;  // of "the National Liberation Army (ELN)" the letters are known
      }
      naming.actor = to;
      naming.kind = casting_.draft(to).row.kind;
    }
  }

  Casting& casting_;
  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  const OfficeCaptures& captures_;
  std::vector<Id> joined_;  // of each actor: into whom it goes; empty where none does
  std::string role_;
};

}  // namespace

std::vector<Apposition> find_appositions(const Document& document, const Names& names) {
  const auto& captures = document.grammar->derived<OfficeCaptures>().appositions;
  std::vector<Apposition> found;
  std::size_t next = 0;
  const auto tape_of = [&](std::uint32_t sentence) {
    while (next < names.namings.size() && names.namings[next].sentence < sentence) ++next;
    return next < names.namings.size() && names.namings[next].sentence == sentence ? document.tapes[sentence] : Tape{};
  };
  search(document, StageId::actors, 0xFF, tape_of, [&](std::uint32_t sentence, Tape tape, const std::vector<cascade::Match>& matches) {
    for (const cascade::Match& match : matches) {
      Apposition one;
      one.sentence = sentence;
      for (const auto& [id, member] : captures) {
        if (const cascade::Capture* const capture = match.captured(id)) one.*member = {tape[capture->begin].first, tape[capture->end - 1].end};
      }
      found.push_back(one);
    }
  });
  return found;
}

std::string_view Casting::rank_in(Stretch tokens) const {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (lexicon.entry_of(document.word(i), class_id::OFFICE_RANK)) return document.word(i);
  }
  return {};
}

void read_offices(Casting& casting) { Reading(casting).run(); }

}  // namespace gazette::facts
