// find_anaphora(): pronouns and nominals.
//
//   "Ms Diallo met the ministry's staff. She said … The minister …"
//
// One walk through the text remembers who was mentioned last: persons in their order, bodies and holders of offices by
// the words that mean them.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "facts/casting.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

using lexicon::Column;
namespace class_id = lexicon::class_id;

class Resolving {
 public:
  explicit Resolving(Casting& casting) : casting_(casting), document_(casting.document), lexicon_(casting.lexicon), office_(casting.offices.begin()) {}

  void run() {
    recent_.resize(casting_.names.word_numbers.size());
    noticed_.resize(casting_.drafts.size() + 1);
    persons_.reserve(casting_.names.namings.size());
    found_.reserve(document_.tapes.size());
    fill_first();
    auto next = casting_.names.namings.cbegin();
    const auto last = casting_.names.namings.cend();
    for (std::uint32_t s = 0; s < document_.tapes.size(); ++s) {
      document_.pause();
      const Element* before = nullptr;
      for (const Element& element : document_.tapes[s]) {
        verb_ = before != nullptr && labels_of(*before).has(class_id::ACTIVE) ? before->first : lexicon::none;
        before = &element;
        if (element.phrase == lexicon::none || !labels_of(element).has(class_id::NOUN_GROUP)) continue;
        for (; next != last && next->tokens.first < element.first; ++next) notice(*next);
        read(s, element);
      }
    }
    std::vector<Naming>& all = casting_.names.namings;
    const std::size_t named = all.size();
    all.insert(all.end(), found_.begin(), found_.end());
    casting_.names.put_in_order(named);
  }

 private:
  static constexpr std::size_t remembered = 4;
  // The last actors that a word can mean, the latest first.
  using Recent = std::array<Id, remembered>;

  struct Person {
    Id actor = 0;
    std::uint32_t sentence = 0;
    std::int32_t quotation = -1;        // in which it was named
    std::uint32_t end = lexicon::none;  // the token behind the name
    bool owner = false;                 // of whom another is named: "Paz's colleague Tom Reed"
    char gender = 0;                    // of one without a name: "a man"
  };

  struct Pronoun {
    std::uint32_t word = lexicon::none;
    char gender = 0;
  };

  static void put_first(Recent& recent, Id actor) {
    const auto at = std::find(recent.begin(), recent.end(), actor);
    std::move_backward(recent.begin(), at == recent.end() ? at - 1 : at, at == recent.end() ? at : at + 1);
    recent[0] = actor;
  }

  // Before anybody was mentioned, "the minister" of a headline is the first to come.
  void fill_first() {
    for (Id id = static_cast<Id>(casting_.drafts.size()); id > 0; --id) {
      if (casting_.draft(id).rank_word == Interner::none) remember(id);  // the captain is no former one who is yet to come
    }
  }

  void remember(Id id) {
    const Draft& draft = casting_.draft(id);
    if (draft.row.kind == ActorKind::organization) {
      const Naming& naming = casting_.names.namings[draft.naming];
      for (std::uint32_t i = 0; i < naming.word_count; ++i) put_first(recent_[casting_.names.words[naming.first_word + i]], id);
    } else if (draft.role_word != Interner::none) {
      put_first(recent_[draft.role_word], id);
      if (draft.other_role_word != Interner::none) put_first(recent_[draft.other_role_word], id);
    }
  }

  void notice(const Naming& naming) {
    if (naming.actor == 0) return;
    noticed_[naming.actor] = true;
    remember(naming.actor);
    if (naming.form == MentionForm::name) notice_kind(naming);
    if (naming.kind != ActorKind::person) return;
    if (!persons_.empty() && owns(persons_.back(), naming)) persons_.back().owner = true;
    persons_.push_back({naming.actor, naming.sentence, document_.quotation_of(naming.tokens.first), naming.tokens.end});
  }

  // "Paz's colleague | Tom Reed": nothing but small words stands between the two.
  bool owns(const Person& one, const Naming& other) const {
    constexpr std::uint32_t near = 5;  // tokens
    if (one.end >= other.tokens.first || one.end + near < other.tokens.first || document_.tokens[one.end].shape != text::Shape::clitic) return false;
    return std::all_of(document_.tokens.begin() + one.end + 1, document_.tokens.begin() + other.tokens.first,
                       [](const text::Token& token) { return token.shape == text::Shape::lower; });
  }

  // What the rule that made an element says of it: noun groups are made by rules.
  const lexicon::ClassSet& labels_of(const Element& element) const { return document_.grammar->label_classes(element.label); }

  void read(std::uint32_t sentence, const Element& element) {
    notice_owner(sentence, element);
    if (labels_of(element).has(class_id::PERSONAL)) {
      add_pronoun(sentence, element);
    } else if (const Id holder = holder_of(Document::stretch(element)); holder != 0) {
      add(sentence, Document::stretch(element), holder);
    } else if (const Id spelled = holder_by_letters(Document::stretch(element)); spelled != 0) {
      add_letters(sentence, Document::stretch(element), spelled);
    } else {
      const bool office = document_.is(element, class_id::INSTITUTION) || document_.is(element, class_id::ROLE);
      const bool trade = !office && (document_.is(element, class_id::VICTIM) || document_.is(element, class_id::PERSON_NOUN));
      const bool named = office ? add_nominal(sentence, element) : trade && add_trade(sentence, element);
      if (!named) notice_unnamed(sentence, element);
    }
  }

  // "They ordered the envoy to leave, saying he": who has no name is he rather than who was named in another sentence.
  void notice_unnamed(std::uint32_t sentence, const Element& element) {
    static constexpr lexicon::ClassSet persons = lexicon::set_of({class_id::ROLE, class_id::VICTIM, class_id::PERSON_NOUN});
    static constexpr lexicon::ClassSet others = lexicon::set_of({class_id::PERSON, class_id::UNKNOWN_NAME, class_id::NOUN_PLURAL, class_id::COUNTED});
    const Element* const opening = document_.word_at(element.first);
    if (opening == nullptr || !document_.is(*opening, class_id::ARTICLE)) return;
    const lexicon::ClassSet classes = document_.grammar->classes(element);
    if (!classes.meets(persons) || classes.meets(others) || !classes.has(class_id::NOUN_SINGULAR)) return;
    const bool definite = document_.is(*opening, class_id::DEFINITE);
    if (definite && document_.is_at(element.end, class_id::REPORT_VERB)) return;  // "The judge said he was a danger"
    const bool epithet = definite && classes.has(class_id::ROLE) && &element == document_.tapes[sentence].data();
    if (epithet) return;  // "The Florida senator … she": somebody who has been named
    const auto noun = lexicon_.entry(element.word, class_id::GENDERED_NOUN);
    persons_.push_back({.sentence = sentence,
                        .quotation = document_.quotation_of(element.first),
                        .end = element.end,
                        .gender = noun ? gender_of((*noun)[Column::gender]) : char{0}});
  }

  void add_pronoun(std::uint32_t sentence, const Element& element) {
    const char gender = gender_of_pronoun(element.word);
    if (gender == 0) return;
    Naming naming;
    naming.tokens = Document::stretch(element);
    naming.span = document_.span(naming.tokens);
    naming.sentence = sentence;
    naming.form = MentionForm::pronoun;
    naming.kind = ActorKind::person;
    naming.gender = gender;
    const std::int32_t quotation = document_.quotation_of(naming.tokens.first);
    const bool subject = document_.is_at(naming.tokens.first, class_id::NOMINATIVE);  // "Paz said he would": of another clause
    naming.actor = person_before(sentence, gender, quotation, subject ? lexicon::none : verb_, subject ? naming.tokens.first : lexicon::none);
    found_.push_back(naming);
    if (naming.actor == 0) return;
    persons_.push_back({naming.actor, sentence, quotation, naming.tokens.end});
    char& told = casting_.draft(naming.actor).gender;
    if (told == 0) told = gender;  // who was "he" once is no "she" later
  }

  // "Her death was told by her granddaughter, Ana Paz. She was born": whose death it is stands before Ana Paz.
  void notice_owner(std::uint32_t sentence, const Element& element) {
    const Element* const first = document_.word_at(element.first);
    if (first == nullptr || first->end >= element.end || !document_.is(*first, class_id::POSSESSIVE)) return;
    if (document_.is(element, class_id::PERSON) || document_.is(element, class_id::PERSON_NOUN) || document_.is(element, class_id::ROLE) ||
        document_.is(element, class_id::VICTIM))
      return;  // "His lawyer, Ana Paz, wept": he is not the one
    const Element& opening = document_.tapes[sentence].front();
    if (opening.end == element.first && document_.is(opening, class_id::PREPOSITION)) return;  // "In her last letter, Ana Paz wrote": whoever comes
    const char gender = gender_of_pronoun(first->word);
    const std::int32_t quotation = gender == 0 ? -1 : document_.quotation_of(element.first);
    const Id owner = gender == 0 ? 0 : person_before(sentence, gender, quotation);
    if (owner != 0) persons_.push_back({owner, sentence, quotation});
  }

  // The same few pronouns are asked for again and again.
  char gender_of_pronoun(std::uint32_t word) {
    Pronoun& known = pronouns_.at(word % pronouns_.size());
    if (known.word != word) {
      auto entry = lexicon_.entry(word, class_id::PRONOUN);
      if (!entry) entry = lexicon_.entry(word, class_id::POSSESSIVE);
      known = {word, entry ? gender_of((*entry)[Column::gender]) : char{0}};
    }
    return known.gender;
  }

  // The person that a pronoun means: of those whose gender agrees, in its own sentence the last before it, else the first
  // of the nearest sentence that has one, who is most often its subject (Hobbs, "Resolving pronoun references", 1978).
  // Who did it to somebody did not do it to himself: “the judge ordered her to leave”; `verb` is where that verb stands.
  // Behind quoted words whoever speaks is not he who is named in them: “Reed lied,” she said; “Paz lied,” he said. Nor does
  // who told something before, and goes on in quoted words, speak of himself as of a third: "Paz said Reed had left. “He ran.”"
  // Of two who stand so it is the one who speaks: "Paz told Gil (that) he", where the pronoun is token `pronoun`.
  Id person_before(std::uint32_t sentence, char gender, std::int32_t quotation, std::uint32_t verb = lexicon::none,
                   std::uint32_t pronoun = lexicon::none) const {
    constexpr std::uint32_t reach = 4;   // sentences
    constexpr std::size_t longest = 64;  // mentions
    const Person* best = nullptr;
    const Person* teller = nullptr;
    bool unnamed = false;  // stands in the pronoun's own sentence
    for (std::size_t i = persons_.size(); i > 0 && i + longest > persons_.size(); --i) {
      const Person& person = persons_[i - 1];
      const Person* const nearest = best != nullptr ? best : teller;
      if (person.sentence + reach < sentence || (nearest != nullptr && nearest->sentence != person.sentence)) break;
      if (quotation < 0 && person.quotation >= 0 && person.sentence == sentence) continue;
      if (person.end == verb && verb != lexicon::none) continue;
      if (person.actor == 0) {
        unnamed |= person.sentence == sentence && (person.gender == 0 || person.gender == gender);  // "A man threw a stone when she"
        continue;
      }
      if (unnamed && person.sentence != sentence) return 0;
      const char other = casting_.draft(person.actor).gender;
      if (other != 0 && other != gender) continue;
      if (teller != nullptr && person.actor == teller->actor) continue;
      if (quotation >= 0 && person.quotation < 0 && person.sentence < sentence && tells(person)) {
        if (best != nullptr && best->actor == person.actor) best = nullptr;
        teller = &person;
        continue;
      }
      if (best != nullptr && person.owner) continue;  // who is named beside him is the subject
      best = &person;
      if (person.sentence != sentence) continue;
      const Person* const speaker = i > 1 ? &persons_[i - 2] : nullptr;
      const char of_speaker = speaker == nullptr || speaker->actor == 0 ? char{0} : casting_.draft(speaker->actor).gender;
      if (speaker != nullptr && speaker->actor != 0 && (of_speaker == 0 || of_speaker == gender) && is_told(*speaker, person, pronoun)) best = speaker;
      break;
    }
    if (best == nullptr) best = teller;
    return best == nullptr ? 0 : best->actor;
  }

  // "Paz told | Judge Gil (that) | he": nothing but the name and its office stands between the word for telling and the pronoun;
  // but "Judge Gil told Paz he faced ten years".
  bool is_told(const Person& speaker, const Person& hearer, std::uint32_t pronoun) const {
    constexpr std::uint32_t longest = 8;  // tokens of a name with its office
    if (pronoun == lexicon::none || speaker.sentence != hearer.sentence || speaker.quotation != hearer.quotation || speaker.end == lexicon::none) return false;
    if (!document_.is_at(speaker.end, class_id::TELL_VERB)) return false;
    const std::string_view role = casting_.draft(speaker.actor).row.role;
    if (lexicon_.entry_of(role.substr(role.rfind(' ') + 1), class_id::ADVISER)) return false;
    if (hearer.end != pronoun && !(hearer.end + 1 == pronoun && document_.is_at(hearer.end, class_id::COMPLEMENTIZER))) return false;
    if (hearer.end <= speaker.end + 1 || hearer.end > speaker.end + longest) return false;
    for (std::uint32_t token = speaker.end + 1; token < hearer.end; ++token) {
      if (document_.tokens[token].shape == text::Shape::comma || document_.is_at(token, class_id::PREPOSITION)) return false;
    }
    return true;
  }

  // "Paz told", "the head of police, Ana Paz, said"
  bool tells(const Person& person) const {
    if (person.end == lexicon::none) return false;
    const bool comma = person.end < document_.tokens.size() && document_.tokens[person.end].shape == text::Shape::comma;
    return document_.is_at(comma ? person.end + 1 : person.end, class_id::REPORT_VERB);
  }

  // Is it one who was named?
  bool add_nominal(std::uint32_t sentence, const Element& element) {
    const Stretch tokens = Document::stretch(element);
    const Phrase* const phrase = document_.phrase(element);
    if (phrase == nullptr) return false;
    const Element* const opening = document_.word_at(tokens.first);
    const Naming* const inside = casting_.names.in(tokens);
    const bool owned = inside != nullptr && inside->tokens.first == tokens.first && inside->tokens.end < tokens.end &&
                       document_.tokens[inside->tokens.end].shape == text::Shape::clitic && document_.is(element, class_id::ROLE);
    if (opening == nullptr || !(owned || lexicon_.classes(opening->set).has(class_id::DETERMINER))) return false;
    const std::uint32_t word = casting_.names.number_of(document_.word(tokens.end - 1));
    if (document_.is(*opening, class_id::ARTICLE) && !document_.is(*opening, class_id::DEFINITE) && document_.is(element, class_id::ROLE)) {
      if (word != Interner::none && word < recent_.size()) recent_[word] = {};  // "a senator" is another, and so is "the senator" then
      return false;
    }
    const Naming* const body = inside != nullptr ? inside : body_behind(tokens);
    Id actor = owned ? holder_by_owner(word, tokens, *inside) : holder_before(word, words_of_office(tokens), tokens, body);
    if (actor == 0 && !owned) actor = holder_under_another_word(tokens, body);
    if (actor == 0 && inside == nullptr && body == nullptr && tokens.end == tokens.first + 2 && lexicon_.classes(opening->set).has(class_id::DEFINITE))
      actor = only_one_of_kind(element);
    if (actor != 0) add(sentence, tokens, actor);
    return actor != 0;
  }

  // "the prime minister | of Tonga": whose office it is.
  const Naming* body_behind(Stretch tokens) const {
    if (!document_.is_at(tokens.end, class_id::OF_MARK)) return nullptr;
    const std::uint32_t first = tokens.end + 1 + (document_.is_at(tokens.end + 1, class_id::ARTICLE) ? 1 : 0);
    const Naming* const found = casting_.names.in({first, static_cast<std::uint32_t>(document_.tokens.size())});
    const bool body = found != nullptr && found->tokens.first == first && (found->kind == ActorKind::country || found->kind == ActorKind::organization);
    return body ? found : nullptr;
  }

  // "the organist": of whom that has been said; a trade is no office, and another organist may be any.
  bool add_trade(std::uint32_t sentence, const Element& element) {
    const Stretch tokens = Document::stretch(element);
    const Element* const opening = document_.word_at(tokens.first);
    if (opening == nullptr || tokens.end != tokens.first + 2 || !document_.is(*opening, class_id::ARTICLE) || !document_.is(*opening, class_id::DEFINITE))
      return false;
    const std::uint32_t word = casting_.names.number_of(document_.word(tokens.first + 1));
    if (word == Interner::none || word >= recent_.size()) return false;
    const Id actor = recent_[word][0];
    if (actor == 0 || recent_[word][1] != 0 || casting_.draft(actor).row.kind != ActorKind::person || casting_.draft(actor).role_word != word) return false;
    add(sentence, tokens, actor);
    return true;
  }

  // "the president": the last one who holds that very office, else the last one of the word; `office` are all its words.
  Id holder_before(std::uint32_t word, std::string_view office, Stretch tokens, const Naming* inside) {
    if (word == Interner::none) return 0;
    const std::string_view told = rank_told(tokens);
    const std::uint32_t rank = told.empty() ? Interner::none : casting_.names.number_of(told);
    Id other = 0;
    const auto body = office.empty() ? std::nullopt : lexicon_.entry_of(office, class_id::INSTITUTION);
    const bool of_region = inside != nullptr && inside->kind == ActorKind::place;  // "the Vermont senator": of several nobody knows which
    if (of_region && recent_[word][1] != 0 && casting_.draft(recent_[word][0]).row.kind == ActorKind::person) return 0;
    for (const Id actor : recent_[word]) {
      if (actor == 0) break;
      const Draft& draft = casting_.draft(actor);
      if (inside != nullptr && !inside->country.empty() && !draft.row.country.empty() && inside->country != draft.row.country) continue;
      if (inside != nullptr && inside->actor != 0 && is_of_another(draft, casting_.draft(inside->actor))) continue;
      const bool made = draft.row.kind == ActorKind::organization && casting_.names.namings[draft.naming].institution;
      if (made && body && !draft.row.name.ends_with((*body)[Column::name])) continue;  // "the finance ministry" is no foreign ministry
      if (draft.row.kind == ActorKind::organization && !made && tells_other_members(tokens, draft.row.name)) continue;
      if (draft.row.kind == ActorKind::person && draft.role_word == word && !is_same_office(draft.row.role, office)) continue;
      if (draft.row.kind == ActorKind::person && draft.role_word != word && document_.is_at(tokens.end, class_id::OF_MARK))
        continue;  // "the leader of the union" is no president
      if (!told.empty() && draft.row.kind == ActorKind::person && (rank == Interner::none || draft.rank_word != rank))
        continue;                                                                                 // "the shadow minister" is no minister
      if (told.empty() && draft.lesser_office && draft.role_word == word) continue;               // "the chancellor" is no shadow chancellor
      const bool by_other_word = draft.row.kind == ActorKind::person && draft.role_word != word;  // "the premier" is a premier before a prime minister
      const bool yet_to_come = other != 0 && !noticed_[actor] && noticed_[other];
      if (draft.rank_word == rank && !yet_to_come && (!by_other_word || !told.empty())) return actor;
      if (other == 0) other = actor;
    }
    return other;
  }

  // "the doctors' union" is no African Union: whose body it is, its name would tell.
  bool tells_other_members(Stretch tokens, std::string_view name) const {
    for (std::uint32_t token = tokens.first + 1; token + 1 < tokens.end; ++token) {
      if (document_.tokens[token].shape != text::Shape::lower || document_.is_at(token, class_id::ADJECTIVE) || !document_.is_at(token, class_id::NOUN))
        continue;
      const std::string_view word = document_.word(token);
      const auto at = std::search(name.begin(), name.end(), word.begin(), word.end() - 1, is_same_letter);
      if (at == name.end()) return true;
    }
    return false;
  }

  // "the Fianna Fáil leader" leads no other party.
  static bool is_of_another(const Draft& holder, const Draft& body) {
    return holder.row.kind == ActorKind::person && body.row.kind == ActorKind::organization && !holder.row.affiliation.empty() &&
           holder.row.affiliation != body.row.name;
  }

  // Of an office of several words all of them; one word alone tells no more than its number.
  std::string_view words_of_office(Stretch tokens) const {
    const Element* const office = document_.word_at(tokens.end - 1);
    return office == nullptr || office->end <= office->first + 1 ? std::string_view{} : document_.words_of(Document::stretch(*office));
  }

  // "the prime minister" is no security minister, but may be who was called minister. The words are compared from the end.
  static bool is_same_office(std::string_view role, std::string_view told) {
    return std::equal(told.rbegin(), told.rbegin() + static_cast<std::ptrdiff_t>(std::min(told.size(), role.size())), role.rbegin(), is_same_letter);
  }

  // Whatever its case.
  static bool is_same_letter(char a, char b) { return a == b || (a ^ b) == ' '; }

  // "Boeing was sued. The company", "Fighters of Hamas attacked. The group": where one alone was named so far.
  Id only_one_of_kind(const Element& noun) const {
    if (document_.is(noun, class_id::FIRM_NOUN)) return companies_[1] == 0 ? companies_[0] : 0;
    if (document_.is(noun, class_id::ARMED_NOUN)) return armed_groups_[1] == 0 ? armed_groups_[0] : 0;
    return 0;
  }

  // Of the companies and armed groups named so far the first two.
  void notice_kind(const Naming& naming) {
    auto& known = naming.kind == ActorKind::group ? armed_groups_ : companies_;
    if (naming.kind != ActorKind::group && (naming.kind != ActorKind::organization || !is_company(naming))) return;
    if (known[0] == 0) {
      known[0] = naming.actor;
    } else if (known[0] != naming.actor) {
      known[1] = naming.actor;
    }
  }

  bool is_company(const Naming& naming) const {
    if (naming.word != lexicon::none && lexicon_.entry(naming.word, class_id::COMPANY)) return true;
    return document_.is_at(naming.tokens.end - 1, class_id::COMPANY_SUFFIX);
  }

  // "the legislator": a member of parliament, who has been called a lawmaker or might have been.
  Id holder_under_another_word(Stretch tokens, const Naming* inside) {
    const auto entry = lexicon_.entry_of(document_.word(tokens.end - 1), class_id::SAME_OFFICE);
    if (!entry) return 0;
    const std::string_view office = (*entry)[Column::name];  // "the PM": of a prime minister the number is that of "minister"
    return holder_before(casting_.names.number_of(office.substr(office.rfind(' ') + 1)), office, tokens, inside);
  }

  // "Chelyabinsk's governor", "Mexico's president": who holds that very office, if it is that country's, or the text has one alone.
  Id holder_by_owner(std::uint32_t word, Stretch tokens, const Naming& owner) {
    if (word == Interner::none) return 0;
    const std::uint32_t rank = rank_of(tokens);
    Id holder = 0;
    for (const Id actor : recent_[word]) {
      if (actor == 0) break;
      const Draft& draft = casting_.draft(actor);
      if (draft.row.kind != ActorKind::person || draft.rank_word != rank || owner.country.empty() || owner.country != draft.row.country) continue;
      if (owner.kind == ActorKind::country) return actor;
      if (holder != 0) return 0;
      holder = actor;
    }
    return holder;
  }

  // Of a group for an office, whose last word is the office itself.
  std::string_view rank_told(Stretch tokens) const { return casting_.rank_in({tokens.first, tokens.end - 1}); }
  std::uint32_t rank_of(Stretch tokens) {
    const std::string_view told = rank_told(tokens);
    return told.empty() ? Interner::none : casting_.names.number_of(told);
  }

  void add(std::uint32_t sentence, Stretch tokens, Id actor) {
    Naming naming;
    naming.tokens = tokens;
    naming.span = document_.span(tokens);
    naming.sentence = sentence;
    naming.form = MentionForm::nominal;
    naming.kind = casting_.draft(actor).row.kind;
    naming.actor = actor;
    found_.push_back(naming);
    notice(naming);
  }

  // "The Director-General, Ana Paz, … The DG": the one person named before whose office letters behind an article spell.
  Id holder_by_letters(Stretch tokens) {
    constexpr std::size_t most = 4;  // letters
    const text::Token& last = document_.tokens[tokens.end - 1];
    if (tokens.end != tokens.first + 2 || last.shape != text::Shape::all_capitals || !document_.is_at(tokens.first, class_id::DEFINITE)) return 0;
    const std::string_view letters = document_.word(tokens.end - 1);
    if (letters.size() < 2 || letters.size() > most) return 0;
    if (!spelled_) spell_offices();
    const auto found = spelled_->find(std::string(letters));
    const Id holder = found == spelled_->end() ? 0 : found->second;
    const Naming* const name = casting_.names.in(tokens);  // a body of these letters goes before
    const bool body = name != nullptr && (name->listed || (name->actor != 0 && casting_.draft(name->actor).row.name != letters));
    return holder != 0 && noticed_[holder] && !body ? holder : 0;
  }

  // The first letters of the words of each person's office, with what it is of and without; 0 where they are several persons'.
  void spell_offices() {
    spelled_.emplace();
    const auto put = [&](const std::string& letters, Id id) {
      const auto [at, made] = spelled_->emplace(letters, id);
      if (!made && at->second != id) at->second = 0;
    };
    for (Id id = 1; id <= casting_.drafts.size(); ++id) {
      const Draft& draft = casting_.draft(id);
      if (draft.row.kind != ActorKind::person) continue;
      const std::string_view role = draft.row.role;
      std::string letters;
      bool begins = true;
      for (std::size_t i = 0; i < role.size(); ++i) {
        const char letter = role[i];
        const bool link = begins && lexicon_.entry_of(role.substr(i, role.find(' ', i) - i), class_id::PREPOSITION).has_value();
        if (link && letters.size() > 1) put(letters, id);
        if (begins && !link) letters += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        begins = letter == ' ' || letter == '-';
      }
      if (letters.size() > 1) put(letters, id);
    }
  }

  // A name that the letters were taken for is a nominal then.
  void add_letters(std::uint32_t sentence, Stretch tokens, Id holder) {
    const Naming* const name = casting_.names.in(tokens);
    if (name == nullptr) return add(sentence, tokens, holder);
    Naming& taken = casting_.names.namings[static_cast<std::size_t>(name - casting_.names.namings.data())];
    taken.actor = holder;
    taken.kind = ActorKind::person;
    taken.form = MentionForm::nominal;
    taken.tokens = tokens;
    taken.span = document_.span(tokens);  // it is noticed with the other names
  }

  // Whose office stands here beside the name: "the region's president, Arayik Harutyunyan,".
  Id holder_of(Stretch tokens) {
    while (office_ != casting_.offices.end() && office_->tokens.first < tokens.first) ++office_;
    if (office_ == casting_.offices.end() || office_->tokens != tokens) return 0;
    return casting_.names.in(tokens) == nullptr ? office_->holder : 0;  // the body's own name is its mention
  }

  Casting& casting_;
  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Recent> recent_;                                  // of each word
  std::vector<bool> noticed_;                                   // of each actor: was there a mention before?
  std::optional<std::unordered_map<std::string, Id>> spelled_;  // offices by their first letters, made when letters ask for it
  std::array<Id, 2> companies_{};                               // the first two that were named
  std::array<Id, 2> armed_groups_{};
  std::vector<Person> persons_;  // in the order of their mentions
  std::vector<Naming> found_;
  std::uint32_t verb_ = lexicon::none;          // where the verb begins that stands right before the element
  std::array<Pronoun, 16> pronouns_{};          // by the end of their records' numbers
  std::vector<Office>::const_iterator office_;  // the first that does not begin before the noun group
};

}  // namespace

void find_anaphora(Casting& casting) { Resolving(casting).run(); }

}  // namespace gazette::facts
