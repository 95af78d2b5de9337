#include "facts/name_kinds.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/short_names.h"
#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using lexicon::ClassSet;

// What speaks for a kind. `left_` and `right_`: the word beside the name; the others: the name itself.
enum Sign : std::uint8_t {
  left_locative,
  left_preposition,
  left_determiner,
  left_person_word,
  left_body_word,
  left_place_word,
  left_comma,
  left_report_verb,
  left_verb,
  left_conjunction,
  left_start,
  left_bracket,
  left_owner,
  left_noun,
  left_capital,
  left_place_of,
  left_place_comma,
  left_quote,
  left_other,
  right_report_verb,
  right_verb,
  right_auxiliary,
  right_relative,
  right_owner,
  right_comma_number,
  right_comma,
  right_place_word,
  right_body_word,
  right_person_word,
  right_noun,
  right_preposition,
  right_close_bracket,
  right_open_bracket,
  right_conjunction,
  right_end,
  right_capital,
  right_comma_place,
  right_other,
  one_word,
  two_words,
  three_words,
  many_words,
  in_capitals,
  given_first,
  soft_given_first,
  surname_last,
  word_surname_last,
  surname_ending,
  place_ending,
  mixed_case,
  hyphen_lower,
  particle_inside,
  common_noun_inside,
  common_noun_last,
  all_unknown,
  place_inside,
  country_inside,
  initial_inside,
  known_place,
  surname_of_other,
  city_surname,
  adjective_first,
  verb_inside,
  family_first,
  compound_place,
  the_one,
  first_of_body,
  sign_count
};
constexpr std::size_t first_of_itself = one_word;  // from here on the name itself, counted once
constexpr std::uint8_t most_times = 3;             // that a sign beside the name counts

// Signs beside a name, or of a name itself, as a set of bits.
class Signs {
 public:
  void set(std::uint8_t sign) { bits_ |= std::uint64_t{1} << place_of(sign); }
  /// Calls `visit(sign)` for each; `first` is the lowest that the set can hold.
  template <typename Visit>
  void each(std::size_t first, Visit visit) const {
    for (std::uint64_t rest = bits_; rest != 0; rest &= rest - 1) visit(first + static_cast<std::size_t>(std::countr_zero(rest)));
  }

 private:
  static constexpr std::size_t place_of(std::size_t sign) { return sign < first_of_itself ? sign : sign - first_of_itself; }
  static_assert(first_of_itself <= 64 && sign_count - first_of_itself <= 64);

  std::uint64_t bits_ = 0;
};

// A kind, or no name.
constexpr std::size_t no_name = 3;
constexpr std::size_t verdicts = 4;
using Weights = std::array<std::int8_t, verdicts>;

// Of each sign, how much it speaks for a person, an organization, a place, and for no name at all: tenths of a logit of
// a multinomial regression on annotated newswire.
constexpr std::array<Weights, sign_count> weights_of_signs{{
    {-7, 0, 14, -7},     // left_locative
    {0, 3, 1, -4},       // left_preposition
    {-3, 2, 0, 1},       // left_determiner
    {21, -6, -11, -4},   // left_person_word
    {-9, 11, 0, -2},     // left_body_word
    {0, 1, 1, -2},       // left_place_word
    {1, 2, 0, -4},       // left_comma
    {12, 2, -6, -8},     // left_report_verb
    {1, -1, -1, 1},      // left_verb
    {2, 2, -3, -1},      // left_conjunction
    {3, 1, -10, 6},      // left_start
    {-1, 3, -7, 5},      // left_bracket
    {-2, 3, -3, 2},      // left_owner
    {2, 3, -7, 2},       // left_noun
    {5, -4, -4, 3},      // left_capital
    {3, -7, 13, -9},     // left_place_of
    {1, -3, 6, -4},      // left_place_comma
    {2, 1, -7, 5},       // left_quote
    {4, -3, -2, 1},      // left_other
    {8, 3, -5, -6},      // right_report_verb
    {3, 0, -1, -2},      // right_verb
    {1, 3, 0, -4},       // right_auxiliary
    {-1, 4, 1, -4},      // right_relative
    {8, 4, -3, -9},      // right_owner
    {9, -4, -2, -3},     // right_comma_number
    {2, 1, 3, -6},       // right_comma
    {-9, -3, 18, -6},    // right_place_word
    {2, 4, -3, -3},      // right_body_word
    {-11, 5, 1, 4},      // right_person_word
    {-5, -1, 4, 3},      // right_noun
    {0, -4, 3, 2},       // right_preposition
    {-8, 6, 6, -3},      // right_close_bracket
    {-2, -1, 4, -1},     // right_open_bracket
    {2, 0, 2, -5},       // right_conjunction
    {-4, 1, 5, -1},      // right_end
    {-3, 2, -1, 1},      // right_capital
    {-7, 0, 11, -4},     // right_comma_place
    {-1, -4, 2, 3},      // right_other
    {-6, -3, -1, 10},    // one_word
    {4, -2, -1, -2},     // two_words
    {1, 2, 1, -4},       // three_words
    {4, 0, 1, -4},       // many_words
    {-16, 15, -8, 8},    // in_capitals
    {18, -6, -2, -11},   // given_first
    {4, -4, -5, 5},      // soft_given_first
    {18, -6, -3, -9},    // surname_last
    {-4, -5, -1, 9},     // word_surname_last
    {9, -5, -3, 0},      // surname_ending
    {-1, -2, 7, -5},     // place_ending
    {-5, 6, -8, 8},      // mixed_case
    {6, -7, -8, 8},      // hyphen_lower
    {-2, -3, 6, 0},      // particle_inside
    {-8, 5, 4, -1},      // common_noun_inside
    {-8, 3, -6, 11},     // common_noun_last
    {4, 3, 2, -9},       // all_unknown
    {-1, 5, 9, -13},     // place_inside
    {-7, 8, 3, -3},      // country_inside
    {1, 0, 0, 0},        // initial_inside
    {5, -11, 14, -8},    // known_place
    {28, -10, -14, -4},  // surname_of_other
    {-4, 0, 4, 0},       // city_surname
    {-7, 0, -1, 8},      // adjective_first
    {1, 1, -6, 4},       // verb_inside
    {0, 0, 0, 0},        // family_first
    {0, 0, 0, 0},        // compound_place
    {-20, 0, 0, 10},     // the_one: "the Kahurangi sank"; set by hand, nobody is called so
    {-4, 12, 0, -6},     // first_of_body: "Treadwell" of Treadwell Systems; by hand, too
}};
constexpr Weights bias{3, -3, 1, -1};

struct Sum {
  std::array<int, verdicts> weights{};
  std::array<std::uint8_t, first_of_itself> times{};
  bool begun = false;
  bool thing = false;  // "Arconic, which made the panels": no person

  void add(std::size_t sign) {
    for (std::size_t kind = 0; kind < verdicts; ++kind) weights.at(kind) += weights_of_signs.at(sign).at(kind);
  }
};

class Deciding {
 public:
  Deciding(const Document& document, const std::vector<Apposition>& appositions, Names& names)
      : document_(document), lexicon_(document.grammar->lexicon()), appositions_(appositions), names_(names) {}

  void run() {
    read_appositions();
    read_datelines();
    read_spelled();
    read_teams();
    mark_surnames();
    sums_.resize(names_.name_numbers.size());
    for (const Naming& naming : names_.namings) {
      if (undecided(naming)) add(naming);
    }
    for (Naming& naming : names_.namings) {
      document_.pause();
      if (undecided(naming)) decide(naming);
    }
    known_kinds();
    find_short_names(document_, names_);
    std::erase_if(names_.namings, [](const Naming& naming) { return naming.word_count == 0; });
  }

 private:
  static bool any(const ClassSet& set, std::initializer_list<ClassId> ids) {
    return std::any_of(ids.begin(), ids.end(), [&](ClassId id) { return set.has(id); });
  }

  void read_appositions() {
    for (const Apposition& one : appositions_) {
      if (!one.full.empty()) {
        Naming* const full = names_.ending(one.full);
        Naming* const shorter = names_.ending(one.shorter);
        if (full == nullptr || shorter == nullptr || full->word_count < 2) continue;
        const bool syllables = !shorter->acronym && shortens(document_, *shorter, *full);
        if (!shorter->acronym && !syllables) continue;
        if (full->open && (syllables || abbreviates(document_.word(shorter->tokens.first), *full))) {
          full->kind = ActorKind::organization;
          full->open = false;
        }
        if (shorter->open && !full->open) {
          shorter->kind = full->kind;
          shorter->open = false;
        }
      } else if (!one.role.empty()) {
        Naming* const holder = names_.ending(one.name);
        if (holder != nullptr && holder->open) {
          // "Enedis, the grid operator,": what it is called by is a body
          holder->kind = document_.is_at(one.role.end - 1, class_id::COMPANY_NOUN) ? ActorKind::organization : ActorKind::person;
          holder->open = false;
        }
      }
    }
  }

  // "WASHINGTON - ": what a dateline names is a place, whoever else bears that name.
  void read_datelines() {
    static constexpr ClassSet places = lexicon::set_of({class_id::CITY, class_id::REGION, class_id::PLACE});
    for (Naming& naming : names_.namings) {
      document_.pause();
      if (!undecided(naming) || document_.sentences[naming.sentence].part != text::Part::dateline) continue;
      const Element* const word = document_.word_at(naming.tokens.first);
      const bool opens = naming.kind == ActorKind::place && naming.tokens.first == document_.sentences[naming.sentence].first;  // a village is one, too
      if (word == nullptr || word->end != naming.tokens.end || !(opens || lexicon_.classes(word->set).meets(places))) continue;
      naming.kind = ActorKind::place;
      naming.open = false;
      naming.large = true;
    }
  }

  // "The Fiji Sugar Corporation … the FSC": letters that a body's words begin with are that body.
  void read_spelled() {
    constexpr std::size_t most = 64;  // bodies
    std::vector<std::string> bodies;  // their letters
    for (const Naming& naming : names_.namings) {
      if (!naming.open && naming.kind == ActorKind::organization && naming.word_count > 2 && bodies.size() < most)
        bodies.push_back(initials(document_, naming.tokens));
    }
    for (Naming& naming : names_.namings) {
      document_.pause();
      if (!naming.acronym || !naming.open || naming.word_count != 1 || bodies.empty()) continue;
      const std::string_view letters = document_.word(naming.tokens.first);
      if (letters.size() < 3 || std::find(bodies.begin(), bodies.end(), letters) == bodies.end()) continue;
      naming.kind = ActorKind::organization;
      naming.open = false;
    }
  }

  // "Chelsea have sacked": one name that does something in the plural is a team, whatever place or person bears it, and so
  // is it where nobody is in it.
  void read_teams() {
    std::vector<std::uint8_t> team;  // of each name, once there is one
    for (const Naming& naming : names_.namings) {
      if (naming.tokens.end != naming.tokens.first + 1 || !(naming.open || naming.kind == ActorKind::place) || !acts_as_many(naming)) continue;
      if (team.empty()) team.resize(names_.name_numbers.size());
      team[naming.name] = 1;
    }
    if (team.empty()) return;
    for (Naming& naming : names_.namings) {
      document_.pause();
      if (team[naming.name] == 0 || !(undecided(naming) || acts_as_many(naming)) || word_before(naming).has(class_id::LOCATIVE)) continue;
      naming.kind = ActorKind::organization;
      naming.open = false;
    }
  }

  // Is it the subject of "have" or "are", where its clause opens?
  bool acts_as_many(const Naming& naming) const {
    static constexpr ClassSet openers = lexicon::set_of({class_id::VERB, class_id::SUBORDINATOR, class_id::COMPLEMENTIZER});
    const Tape words = document_.words[naming.sentence];
    const Element* const word = document_.word_at(naming.tokens.first);
    if (word == nullptr || word + 1 >= words.data() + words.size() || !lexicon_.classes((word + 1)->set).has(class_id::PLURAL_FORM)) return false;
    const ClassSet before = word_before(naming);
    return word == words.data() || (before.meets(openers) && !before.has(class_id::PREPOSITION));
  }

  // The classes of the word before a name; none where it opens the sentence.
  ClassSet word_before(const Naming& naming) const {
    const Element* const word = document_.word_at(naming.tokens.first);
    return word == nullptr || word == document_.words[naming.sentence].data() ? ClassSet{} : lexicon_.classes((word - 1)->set);
  }

  // Are the letters the first ones of the words, in their order? Small words may be passed over.
  bool abbreviates(std::string_view letters, const Naming& full) const {
    std::size_t at = 0;
    for (std::uint32_t i = full.tokens.first; i < full.tokens.end && at < letters.size(); ++i) {
      if (document_.word(i)[0] == letters[at]) ++at;
    }
    return full.word_count > 1 && at >= 2 && at + 1 >= letters.size();
  }

  // What the rules leave open, and single words that are places to the lexicon and may be a person here.
  static bool undecided(const Naming& naming) { return naming.open || (naming.kind == ActorKind::place && naming.word_count == 1 && !naming.large); }

  // "Arconic, which made the panels"; but "a letter to Paz, which": what may be a person's name tells of none.
  bool is_thing(const Naming& naming) const {
    static constexpr ClassSet personal =
        lexicon::set_of({class_id::GIVEN_NAME, class_id::SOFT_GIVEN_NAME, class_id::SURNAME, class_id::WORD_SURNAME, class_id::PERSON});
    const std::uint32_t end = naming.tokens.end;
    if (end + std::size_t{1} >= document_.tokens.size() || document_.tokens[end].shape != text::Shape::comma || !document_.is_at(end + 1, class_id::OF_A_THING))
      return false;
    if (naming.word_count == 0 || (surname_[names_.last_word(naming)] & is_surname) != 0) return false;
    for (std::uint32_t i = naming.tokens.first; i < end; ++i) {
      const Element* const word = document_.word_at(i);
      if (word != nullptr && lexicon_.classes(word->set).meets(personal)) return false;
    }
    return true;
  }

  // What the name itself shows is read where it stands first.
  void add(const Naming& naming) {
    Sum& sum = sums_[naming.name];
    sum.thing |= is_thing(naming);
    signs_beside(naming).each(0, [&](std::size_t sign) {
      if (sum.times.at(sign) == most_times) return;
      ++sum.times.at(sign);
      sum.add(sign);
    });
    if (sum.begun) return;
    sum.begun = true;
    signs_of(naming).each(first_of_itself, [&](std::size_t sign) { sum.add(sign); });
  }

  void decide(Naming& naming) const {
    const Sum& sum = sums_[naming.name];
    std::size_t best = sum.thing ? 1 : 0;
    for (std::size_t kind = best + 1; kind < verdicts; ++kind) {
      if (sum.weights.at(kind) + bias.at(kind) > sum.weights.at(best) + bias.at(best)) best = kind;
    }
    if (best == no_name) {
      naming.word_count = 0;  // taken away below
    } else {
      static constexpr std::array<ActorKind, no_name> kinds{ActorKind::person, ActorKind::organization, ActorKind::place};
      // What the city of that name has, a person has not.
      const bool of_place = best == 0 && naming.listed && (naming.kind == ActorKind::place || !lexicon_.entry(naming.word, class_id::PERSON));
      if (of_place) naming.listed = false, naming.country = {}, naming.canonical = {};
      naming.kind = kinds.at(best);
    }
  }

  // What the rules know somewhere in the text is the same elsewhere.
  void known_kinds() {
    std::vector<std::uint8_t> known(names_.name_numbers.size(), 0);
    for (const Naming& naming : names_.namings) {
      if (!undecided(naming) && known[naming.name] == 0) known[naming.name] = static_cast<std::uint8_t>(static_cast<int>(naming.kind) + 1);
    }
    for (Naming& naming : names_.namings) {
      document_.pause();
      if (naming.open && known[naming.name] != 0) {
        naming.kind = static_cast<ActorKind>(known[naming.name] - 1);
        naming.word_count = std::max(naming.word_count, 1U);
      }
    }
  }

  void mark_surnames() {
    surname_.assign(names_.word_numbers.size(), 0);
    for (const Naming& naming : names_.namings) {
      document_.pause();
      if (naming.open || naming.word_count < 2) continue;
      if (naming.kind == ActorKind::person) surname_[names_.last_word(naming)] |= is_surname;
      if (naming.kind == ActorKind::organization && !naming.listed) surname_[names_.first_word(naming)] |= opens_body;
    }
  }

  static std::uint8_t left_sign(const ClassSet& set, text::Shape shape) {
    if (shape == text::Shape::comma) return left_comma;
    if (shape == text::Shape::open_bracket) return left_bracket;
    if (shape == text::Shape::open_quote) return left_quote;
    if (shape == text::Shape::clitic) return left_owner;
    if (set.has(class_id::LOCATIVE)) return left_locative;
    if (set.has(class_id::PREPOSITION)) return left_preposition;
    if (set.has(class_id::CONJUNCTION)) return left_conjunction;
    if (set.has(class_id::COMPANY_NOUN)) return left_body_word;
    if (any(set, {class_id::TITLE, class_id::ROLE, class_id::PERSON_NOUN, class_id::KINSHIP})) return left_person_word;
    if (any(set, {class_id::INSTITUTION, class_id::ORGANIZATION_HEAD})) return left_body_word;
    if (any(set, {class_id::PLACE_HEAD, class_id::PLACE_NOUN})) return left_place_word;
    if (any(set, {class_id::DETERMINER, class_id::POSSESSIVE})) return left_determiner;
    if (any(set, {class_id::COUNTRY, class_id::DEMONYM})) return left_owner;
    if (shape == text::Shape::capitalized || shape == text::Shape::all_capitals) return left_capital;
    if (set.has(class_id::REPORT_VERB)) return left_report_verb;
    if (set.has(class_id::NOUN)) return left_noun;
    if (set.has(class_id::VERB)) return left_verb;
    return left_other;
  }

  static std::uint8_t right_sign(const ClassSet& set, text::Shape shape) {
    if (shape == text::Shape::comma) return right_comma;
    if (shape == text::Shape::open_bracket) return right_open_bracket;
    if (shape == text::Shape::close_bracket) return right_close_bracket;
    if (shape == text::Shape::clitic) return right_owner;
    if (shape == text::Shape::full_stop || shape == text::Shape::question || shape == text::Shape::close_quote) return right_end;
    if (set.has(class_id::RELATIVE)) return right_relative;
    if (any(set, {class_id::BE, class_id::HAVE, class_id::MODAL})) return right_auxiliary;
    if (set.has(class_id::PREPOSITION)) return right_preposition;
    if (set.has(class_id::CONJUNCTION)) return right_conjunction;
    if (any(set, {class_id::PLACE_HEAD, class_id::PLACE_NOUN, class_id::PLACE_KIND})) return right_place_word;
    if (any(set, {class_id::INSTITUTION, class_id::ORGANIZATION_HEAD, class_id::GROUP_NOUN})) return right_body_word;
    if (any(set, {class_id::TITLE, class_id::ROLE, class_id::PERSON_NOUN})) return right_person_word;
    if (shape == text::Shape::capitalized || shape == text::Shape::all_capitals) return right_capital;
    if (set.has(class_id::REPORT_VERB)) return right_report_verb;
    if (any(set, {class_id::VERB_PAST, class_id::VERB_THIRD}) && !set.has(class_id::NOUN)) return right_verb;
    if (set.has(class_id::NOUN)) return right_noun;
    if (set.has(class_id::VERB)) return right_verb;
    return right_other;
  }

  Signs signs_beside(const Naming& naming) const {
    Signs signs;
    read_left(naming, signs);
    read_right(naming, signs);
    return signs;
  }

  static bool is_place(const ClassSet& set) { return any(set, {class_id::CITY, class_id::REGION, class_id::COUNTRY, class_id::PLACE}); }

  void read_left(const Naming& naming, Signs& signs) const {
    const Tape words = document_.words[naming.sentence];
    const Element* const begin = words.data();
    const Element* left = document_.word_at(naming.tokens.first);
    if (left == nullptr || left == begin) {
      signs.set(left_start);
      return;
    }
    --left;
    const ClassSet& set = lexicon_.classes(left->set);
    const std::uint8_t sign = left_sign(set, document_.tokens[left->end - 1].shape);
    signs.set(sign);
    if (left == begin) return;
    const ClassSet& second = lexicon_.classes((left - 1)->set);
    if (sign == left_comma && is_place(second)) signs.set(left_place_comma);
    if (sign == left_preposition && any(second, {class_id::PLACE_NOUN, class_id::PLACE_HEAD})) signs.set(left_place_of);
  }

  void read_right(const Naming& naming, Signs& signs) const {
    const Tape words = document_.words[naming.sentence];
    const Element* const end = words.data() + words.size();
    const Element* right = document_.word_at(naming.tokens.end - 1);
    if (right != nullptr) ++right;
    if (right == nullptr || right == end) {
      signs.set(right_end);
      return;
    }
    const std::uint8_t sign = right_sign(lexicon_.classes(right->set), document_.tokens[right->first].shape);
    signs.set(sign);
    if (right + 1 == end || sign != right_comma) return;
    const text::Shape second = document_.tokens[(right + 1)->first].shape;
    if (second == text::Shape::number) signs.set(right_comma_number);
    if (is_place(lexicon_.classes((right + 1)->set))) signs.set(right_comma_place);
  }

  Signs signs_of(const Naming& naming) const {
    Signs signs;
    const Tape words = document_.words[naming.sentence];
    signs.set(naming.word_count == 1 ? one_word : naming.word_count == 2 ? two_words : naming.word_count == 3 ? three_words : many_words);
    if (naming.acronym) signs.set(in_capitals);
    if (!naming.open) signs.set(known_place);
    if (is_the_one(naming, words)) signs.set(the_one);
    bool unknown = true;
    const Element* at = document_.word_at(naming.tokens.first);
    const Element* const end = words.data() + words.size();
    for (bool first = true; at != nullptr && at < end && at->first < naming.tokens.end; ++at, first = false) {
      const ClassSet& set = lexicon_.classes(at->set);
      const bool last = at->end >= naming.tokens.end;
      const bool personal = any(set, {class_id::GIVEN_NAME, class_id::SURNAME, class_id::WORD_SURNAME, class_id::SOFT_GIVEN_NAME});
      const bool common = set.has(class_id::NOUN) && !set.has(class_id::UNKNOWN) && !personal;
      unknown &= set.has(class_id::UNKNOWN);
      if (first && set.has(class_id::GIVEN_NAME)) signs.set(given_first);
      if (first && set.has(class_id::SOFT_GIVEN_NAME)) signs.set(soft_given_first);
      if (first && set.has(class_id::ADJECTIVE) && !personal) signs.set(adjective_first);
      if (last && set.has(class_id::SURNAME)) signs.set(surname_last);
      if (last && set.has(class_id::WORD_SURNAME)) signs.set(word_surname_last);
      if (last && set.has(class_id::SURNAME_ENDING)) signs.set(surname_ending);
      if (last && set.has(class_id::PLACE_ENDING)) signs.set(place_ending);
      if (common) signs.set(common_noun_inside);
      if (common && last) signs.set(common_noun_last);
      if (set.has(class_id::VERB) && !set.has(class_id::NOUN) && !personal) signs.set(verb_inside);
      if (any(set, {class_id::CITY, class_id::REGION, class_id::PLACE})) signs.set(place_inside);
      if (last && set.has(class_id::CITY) && any(set, {class_id::SURNAME, class_id::WORD_SURNAME, class_id::GIVEN_NAME})) signs.set(city_surname);
      if (any(set, {class_id::COUNTRY, class_id::DEMONYM})) signs.set(country_inside);
      if (document_.tokens[at->first].shape == text::Shape::initial) signs.set(initial_inside);
      if (set.has(class_id::NAME_PARTICLE) && document_.tokens[at->first].shape == text::Shape::lower) signs.set(particle_inside);
      read_letters(document_.word(at->first), signs);
    }
    if (unknown) signs.set(all_unknown);
    if (naming.word_count == 0) return signs;
    if ((surname_[names_.last_word(naming)] & is_surname) != 0) signs.set(surname_of_other);
    if (naming.open && naming.word_count == 1 && (surname_[names_.last_word(naming)] & opens_body) != 0) signs.set(first_of_body);
    return signs;
  }

  // "The Kahurangi sank": one word behind "the", and no noun behind it.
  bool is_the_one(const Naming& naming, Tape words) const {
    const Element* const at = document_.word_at(naming.tokens.first);
    if (naming.word_count != 1 || at == nullptr || at == words.data() || !lexicon_.classes((at - 1)->set).has(class_id::DEFINITE)) return false;
    if (at + 1 >= words.data() + words.size()) return true;
    const ClassSet& right = lexicon_.classes((at + 1)->set);
    return right.has(class_id::VERB_PAST) || (!right.has(class_id::NOUN) && any(right, {class_id::BE, class_id::HAVE, class_id::MODAL, class_id::PREPOSITION}));
  }

  static void read_letters(std::string_view word, Signs& signs) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    bool small = false;
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (upper(word[i]) && small && word[i - 1] != '-') signs.set(mixed_case);
      if (word[i - 1] == '-' && lower(word[i])) signs.set(hyphen_lower);
      small |= lower(word[i]);
    }
  }

  const Document& document_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<Apposition>& appositions_;
  Names& names_;
  std::vector<Sum> sums_;  // of each name
  enum : std::uint8_t { is_surname = 1, opens_body = 2 };
  std::vector<std::uint8_t> surname_;  // of each word: is it the last of some person's full name, the first of some body's?
};

}  // namespace

void decide_kinds(const Document& document, const std::vector<Apposition>& appositions, Names& names) { Deciding(document, appositions, names).run(); }

}  // namespace gazette::facts
