#include "facts/name_kinds.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "lexicon/classes.h"

namespace gazette::facts {
namespace {

namespace class_id = lexicon::class_id;
using lexicon::ClassSet;

// What speaks for a kind. `left_` and `right_`: the word beside the name; the others: the name itself.
enum Sign : std::uint8_t {
  left_locative, left_preposition, left_determiner, left_person_word, left_body_word, left_place_word, left_comma, left_report_verb,
  left_verb, left_conjunction, left_start, left_bracket, left_owner, left_noun, left_capital, left_place_of, left_place_comma,
  left_quote, left_other,
  right_report_verb, right_verb, right_auxiliary, right_relative, right_owner, right_comma_number, right_comma, right_place_word,
  right_body_word, right_person_word, right_noun, right_preposition, right_close_bracket, right_open_bracket, right_conjunction,
  right_end, right_capital, right_comma_place, right_other,
  one_word, two_words, three_words, many_words, in_capitals, given_first, soft_given_first, surname_last, word_surname_last,
  surname_ending, place_ending, mixed_case, hyphen_lower, particle_inside, common_noun_inside, common_noun_last, all_unknown, place_inside,
  country_inside, initial_inside, known_place, surname_of_other, city_surname, adjective_first, verb_inside, family_first, compound_place,
  sign_count
};
using Signs = std::bitset<sign_count>;
constexpr std::size_t first_of_itself = one_word;  // from here on the name itself, counted once
constexpr std::uint8_t most_times = 3;             // that a sign beside the name counts

// A kind, or no name.
constexpr std::size_t no_name = 3;
constexpr std::size_t verdicts = 4;
using Weights = std::array<std::int8_t, verdicts>;

// Of each sign, how much it speaks for a person, an organization, a place, and for no name at all: tenths of a logit of
// a multinomial regression on annotated newswire.
constexpr std::array<Weights, sign_count> weights{{
    {-8, -1, 13, -4},  // left_locative
    {-2, 3, 2, -2},  // left_preposition
    {-5, 2, 1, 2},  // left_determiner
    {16, -5, -13, 2},  // left_person_word
    {-9, 12, -1, -2},  // left_body_word
    {-1, 2, 3, -5},  // left_place_word
    {1, 2, -1, -2},  // left_comma
    {7, 1, -6, -1},  // left_report_verb
    {0, -2, -1, 3},  // left_verb
    {1, 1, 0, -2},  // left_conjunction
    {1, 1, -8, 6},  // left_start
    {-1, 5, -6, 2},  // left_bracket
    {-7, 4, -2, 5},  // left_owner
    {2, 2, -6, 2},  // left_noun
    {3, -3, -6, 5},  // left_capital
    {-1, -6, 14, -7},  // left_place_of
    {0, -2, 5, -4},  // left_place_comma
    {0, 2, -9, 7},  // left_quote
    {2, -2, -1, 1},  // left_other
    {10, 2, -5, -6},  // right_report_verb
    {4, -1, 1, -4},  // right_verb
    {2, 3, 0, -4},  // right_auxiliary
    {0, 3, 3, -6},  // right_relative
    {9, 5, -3, -11},  // right_owner
    {9, -4, -2, -3},  // right_comma_number
    {4, 1, 2, -7},  // right_comma
    {-6, -3, 16, -7},  // right_place_word
    {4, 4, -4, -4},  // right_body_word
    {-12, 7, -1, 6},  // right_person_word
    {-3, -1, 2, 1},  // right_noun
    {2, -4, 2, 1},  // right_preposition
    {-8, 8, 5, -5},  // right_close_bracket
    {-2, 2, 4, -4},  // right_open_bracket
    {4, -1, 2, -5},  // right_conjunction
    {0, 0, 2, -2},  // right_end
    {0, 2, -3, 2},  // right_capital
    {-6, 0, 10, -4},  // right_comma_place
    {-1, -5, 1, 4},  // right_other
    {-7, -4, 0, 11},  // one_word
    {4, -2, -1, -1},  // two_words
    {3, 0, 1, -5},  // three_words
    {5, 1, 0, -5},  // many_words
    {-13, 15, -7, 5},  // in_capitals
    {16, -9, -4, -3},  // given_first
    {7, -4, -6, 3},  // soft_given_first
    {18, -5, -4, -10},  // surname_last
    {-2, -1, -1, 4},  // word_surname_last
    {0, 0, 0, 0},  // surname_ending
    {0, 0, 0, 0},  // place_ending
    {-6, 9, -9, 6},  // mixed_case
    {5, -5, -6, 7},  // hyphen_lower
    {-3, 3, 1, -1},  // particle_inside
    {-11, 6, 7, -3},  // common_noun_inside
    {-6, 1, -6, 10},  // common_noun_last
    {3, 5, 3, -11},  // all_unknown
    {-2, -1, 15, -12},  // place_inside
    {0, 0, 0, 0},  // country_inside
    {0, -2, -1, 3},  // initial_inside
    {0, -3, 15, -11},  // known_place
    {27, -9, -14, -4},  // surname_of_other
    {1, 1, 1, -3},  // city_surname
    {-10, 3, -2, 9},  // adjective_first
    {1, 3, -6, 3},  // verb_inside
    {0, 0, 0, 0},  // family_first
    {0, 0, 0, 0},  // compound_place
}};
constexpr Weights bias{5, -4, -1, 0};

struct Sum {
  std::array<int, verdicts> weights{};
  std::array<std::uint8_t, first_of_itself> times{};
  Signs seen;
};

class Deciding {
 public:
  Deciding(const Document& document, Names& names) : document_(document), lexicon_(document.grammar->lexicon()), names_(names) {}

  void run() {
    mark_surnames();
    sums_.resize(names_.name_numbers.size());
    for (const Naming& naming : names_.namings) {
      if (undecided(naming)) add(naming);
    }
    for (Naming& naming : names_.namings) {
      if (undecided(naming)) decide(naming);
    }
    known_kinds();
    std::erase_if(names_.namings, [](const Naming& naming) { return naming.word_count == 0; });
  }

 private:
  static bool any(const ClassSet& set, std::initializer_list<ClassId> ids) {
    return std::any_of(ids.begin(), ids.end(), [&](ClassId id) { return set.has(id); });
  }

  // What the rules leave open, and single words that are places to the lexicon and may be a person here.
  static bool undecided(const Naming& naming) { return naming.open || (naming.kind == ActorKind::place && naming.word_count == 1); }

  void add(const Naming& naming) {
    const Signs signs = read(naming);
    Sum& sum = sums_[naming.name];
    const bool first = sum.seen == Signs{};
    for (std::size_t i = 0; i < sign_count; ++i) {
      if (!signs.test(i)) continue;
      if (i >= first_of_itself ? !first : sum.times.at(i) == most_times) continue;
      if (i < first_of_itself) ++sum.times.at(i);
      for (std::size_t kind = 0; kind < verdicts; ++kind) sum.weights.at(kind) += weights.at(i).at(kind);
    }
    sum.seen |= signs;
  }

  void decide(Naming& naming) const {
    const Sum& sum = sums_[naming.name];
    std::size_t best = 0;
    for (std::size_t kind = 1; kind < verdicts; ++kind) {
      if (sum.weights.at(kind) + bias.at(kind) > sum.weights.at(best) + bias.at(best)) best = kind;
    }
    if (best == no_name) {
      naming.word_count = 0;  // taken away below
    } else {
      static constexpr std::array<ActorKind, no_name> kinds{ActorKind::person, ActorKind::organization, ActorKind::place};
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
      if (naming.open && known[naming.name] != 0) {
        naming.kind = static_cast<ActorKind>(known[naming.name] - 1);
        naming.word_count = std::max(naming.word_count, 1U);
      }
    }
  }

  void mark_surnames() {
    surname_.assign(names_.word_numbers.size(), 0);
    for (const Naming& naming : names_.namings) {
      if (!naming.open && naming.kind == ActorKind::person && naming.word_count > 1) surname_[names_.last_word(naming)] = 1;
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
    if (any(set, {class_id::PLACE_HEAD, class_id::PLACE_NOUN})) return right_place_word;
    if (any(set, {class_id::INSTITUTION, class_id::ORGANIZATION_HEAD, class_id::GROUP_NOUN})) return right_body_word;
    if (any(set, {class_id::TITLE, class_id::ROLE, class_id::PERSON_NOUN})) return right_person_word;
    if (shape == text::Shape::capitalized || shape == text::Shape::all_capitals) return right_capital;
    if (set.has(class_id::REPORT_VERB)) return right_report_verb;
    if (any(set, {class_id::VERB_PAST, class_id::VERB_THIRD}) && !set.has(class_id::NOUN)) return right_verb;
    if (set.has(class_id::NOUN)) return right_noun;
    if (set.has(class_id::VERB)) return right_verb;
    return right_other;
  }

  Signs read(const Naming& naming) const {
    Signs signs;
    read_left(naming, signs);
    read_right(naming, signs);
    read_itself(naming, signs);
    return signs;
  }

  static bool is_place(const ClassSet& set) { return any(set, {class_id::CITY, class_id::REGION, class_id::COUNTRY, class_id::PLACE}); }

  void read_left(const Naming& naming, Signs& signs) const {
    const std::vector<Element>& words = document_.words[naming.sentence];
    const Element* const begin = words.data();
    const Element* left = word_at(document_, naming.sentence, naming.tokens.first);
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
    const std::vector<Element>& words = document_.words[naming.sentence];
    const Element* const end = words.data() + words.size();
    const Element* right = word_at(document_, naming.sentence, naming.tokens.end - 1);
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

  void read_itself(const Naming& naming, Signs& signs) const {
    const std::vector<Element>& words = document_.words[naming.sentence];
    signs.set(naming.word_count == 1 ? one_word : naming.word_count == 2 ? two_words : naming.word_count == 3 ? three_words : many_words);
    if (naming.acronym) signs.set(in_capitals);
    if (!naming.open) signs.set(known_place);
    bool unknown = true;
    const Element* at = word_at(document_, naming.sentence, naming.tokens.first);
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
    if (naming.word_count > 0 && surname_[names_.last_word(naming)] != 0) signs.set(surname_of_other);
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
  Names& names_;
  std::vector<Sum> sums_;              // of each name
  std::vector<std::uint8_t> surname_;  // of each word: is it the last of some person's full name?
};

}  // namespace

void decide_kinds(const Document& document, Names& names) { Deciding(document, names).run(); }

}  // namespace gazette::facts
