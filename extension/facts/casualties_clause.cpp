#include "facts/casualties_clause.h"

#include <algorithm>

#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

std::size_t Clause::from_token(std::uint32_t token) const {
  const auto at = std::partition_point(tape_.begin(), tape_.end(), [token](const Element& element) { return element.first < token; });
  return static_cast<std::size_t>(at - tape_.begin());
}

bool Clause::transparent(std::size_t at) const {
  if (is(at, class_id::ARTICLE) && is(at + 1, class_id::DATE) && !is(at, class_id::NOUN_GROUP)) return true;        // "during the | weekend"
  if (is(at, class_id::BOTH) && !is(at, class_id::COUNTED) && at > 0 && is(at - 1, class_id::COPULA)) return true;  // "are | both | dead"
  if (is(at, class_id::NOUN_GROUP) || is(at, class_id::VERB_GROUP)) return false;
  if (is(at, class_id::SUBORDINATOR) || is(at, class_id::CONJUNCTION) || is(at, class_id::PREPOSITION)) return is(at, class_id::DATE);
  return is(at, class_id::ADVERB) || is(at, class_id::NEGATION) || is(at, class_id::DATE) || is(at, class_id::DURATION) || is(at, class_id::MEASURE) ||
         is(at, class_id::BOTH);
}

bool Clause::is_bare_participle(std::size_t at) const {
  if (!is(at, class_id::VERB_GROUP) || is(at, class_id::COPULA)) return false;
  if (is(at, class_id::GERUND)) return true;
  if (!is(at, class_id::VERB_PARTICIPLE)) return false;
  const Element* const first = document_.word_at(tape_[at].first);
  return first != nullptr && !document_.is(*first, class_id::BE) && !document_.is(*first, class_id::HAVE) && !document_.is(*first, class_id::MODAL) &&
         !document_.is(*first, class_id::DO) && !is(at, class_id::INFINITIVE);
}

// "Ali, 25, ..." and "Ali (25) ...": a number between commas, which counts nobody.
bool Clause::is_age(std::size_t at) const {
  if (is(at, class_id::MEASURE)) return true;
  return is(at, class_id::COUNTED) && !is(at, class_id::NOUN) && (is(at - 1, class_id::COMMA) || is(at - 1, class_id::OPEN_BRACKET)) &&
         (at + 1 >= size() || is(at + 1, class_id::COMMA) || is(at + 1, class_id::CLOSE_BRACKET)) && at >= 2 && !is(at - 2, class_id::COUNTED) &&
         is(at - 2, class_id::NOUN_GROUP);
}

// Of the parenthesis that the comma at `at` closes: its first comma or dash. Verbs may stand inside.
std::size_t Clause::opening_comma(std::size_t at) const {
  for (std::size_t i = at; i-- > 0;) {
    if (is(i, class_id::COMMA) || is(i, class_id::DASH)) {
      // "X, Y and Z, were killed": commas inside a list inside the parenthesis; the one before a relative or participle opens it.
      return i;
    }
    if (is(i, class_id::SEMICOLON) || is(i, class_id::COLON)) return none;
  }
  return none;
}

bool Clause::is_place(std::size_t at) const { return is(at, class_id::PLACE_NAME) || is(at, class_id::COUNTRY_NAME); }

// The head before a chain of complements that ends at `at`: of "<a man> from the north of Mali" the index of "a man".
std::size_t Clause::before_complements(std::size_t at) const {
  std::size_t i = at;
  while (true) {
    // "Ali Khan, 36, and Omar Shah"
    if (i > 1 && is(i, class_id::MEASURE) && !is(i, class_id::NOUN_GROUP) && is(i - 1, class_id::COMMA) && is(i - 2, class_id::NOUN_GROUP)) {
      i -= 2;
      continue;
    }
    while (transparent(i) && i > 0) --i;
    if (is(i, class_id::CLOSE_BRACKET)) {
      while (i > 0 && !is(i, class_id::OPEN_BRACKET)) --i;
      if (i == 0) return none;
      --i;
      continue;
    }
    if (is_age(i) && i >= 2) {
      i -= 2;
      continue;
    }
    if (is(i, class_id::PREPOSITION) && !is(i, class_id::NOUN_GROUP) && !is(i, class_id::PARTITIVE) && i > 0) {
      --i;
      continue;
    }
    if (!is(i, class_id::NOUN_GROUP)) return none;
    std::size_t left = i;
    while (left > 0 && transparent(left - 1)) --left;
    // "across India and Nepal": places that one preposition governs.
    std::size_t list = left;
    while (list > 2 && is_place(i) && (is(list - 1, class_id::CONJUNCTION) || is(list - 1, class_id::COMMA)) &&
           (is_place(list - 2) || is(list - 2, class_id::UNKNOWN_NAME)))
      list -= 2;
    if (list != left && list > 0 && is(list - 1, class_id::PREPOSITION)) left = list;
    // "shot five people before he | killed himself", "a curfew was imposed after 20 people | were killed"
    const bool persons = is(i, class_id::COUNTED) || is(i, class_id::VICTIM) || is(i, class_id::PERSON_NOUN) || is(i, class_id::PERSON);
    const bool opened = left > 0 && is(left - 1, class_id::SUBORDINATOR);
    if (opened && (is(i, class_id::PERSONAL) || (persons && !is(left - 1, class_id::PREDICATIVE)))) return i;
    if (left > 0 && is(left - 1, class_id::PREPOSITION) && !is(left - 1, class_id::PARTITIVE) && !is(left - 1, class_id::ALONG) &&
        !is(left - 1, class_id::NOUN_GROUP) && left >= 2) {
      i = left - 2;
      continue;
    }
    // Two groups side by side are one with a name in it: "Eke | community". One with a number or article is one of its own.
    const Element* const first = document_.word_at(tape_[i].first);
    const bool opens = is(i, class_id::COUNTED) || is(i, class_id::PERSONAL) || (i > 0 && is(i, class_id::PERSON) && !is(i - 1, class_id::NAME_PARTICLE)) ||
                       (first != nullptr && (document_.is(*first, class_id::DETERMINER) || document_.is(*first, class_id::POSSESSIVE)));
    if (opens || left != i || i == 0 || !is(i - 1, class_id::NOUN_GROUP)) return i;
    --i;
  }
}

// Does the group before "including" still wait for its verb? Not in "11 died, including the gunman, and 20 others were hurt".
bool Clause::lacks_verb(std::size_t partitive) const {
  std::size_t last = partitive - 1;
  const bool of_them = is(last, class_id::COUNTED) && !is(last, class_id::NOUN) && !is(partitive, class_id::VERB_ING);
  if (last > 1 && of_them && is(last - 1, class_id::COMMA)) --last;  // "13 died, nine of them policemen"
  if (is(last, class_id::COMMA) && last > 0) --last;
  const std::size_t head = before_complements(last);
  if (head == none) return false;
  std::size_t left = head;
  while (left > 0 && transparent(left - 1)) --left;
  return left == 0 || !is(left - 1, class_id::VERB_GROUP) || is(left - 1, class_id::REPORT_VERB);
}

// May a second verb be joined to the one at `at`? Not in "killing nine people <including> a nurse and wounding 20"; nor, where the
// second `harms` somebody, in "killed nine men who <had prayed> and wounded 20": these tell of the first one's object.
bool Clause::is_predicate(std::size_t at, bool harms) const {
  if (is(at, class_id::PARTITIVE)) return false;
  if (!harms) return true;
  std::size_t left = at;
  while (left > 0 && transparent(left - 1)) --left;
  if (left < 3 || !is(left - 1, class_id::RELATIVE)) return true;
  std::size_t head = left - 2;
  while (head > 0 && transparent(head)) --head;
  return !is(head, class_id::NOUN_GROUP) || head == 0 || !is(head - 1, class_id::HARM_VERB) || !is(head - 1, class_id::VERB_GROUP);
}

// "Ali Daud, who planned the raid on Gao, Mali, in May, | was killed": who stands before the relative clause that the comma closes.
std::size_t Clause::before_relative(std::size_t comma) const {
  constexpr std::size_t longest = 24;
  bool verb = false;
  for (std::size_t i = comma; i-- > 1 && i + longest > comma;) {
    if (is(i, class_id::CONJUNCTION) || is(i, class_id::SEMICOLON) || is(i, class_id::FULL_STOP) || is(i, class_id::DASH)) return none;
    if (is(i, class_id::RELATIVE) && is(i - 1, class_id::COMMA)) return verb && i > 1 && is(i - 2, class_id::NOUN_GROUP) ? before_complements(i - 2) : none;
    verb |= is(i, class_id::VERB_GROUP) && !is(i, class_id::GERUND) && !is(i, class_id::INFINITIVE);
  }
  return none;
}

std::size_t Clause::subject(std::size_t at) const {
  // "blamed for 31 people killed", "with two women missing": what stands right before is meant, whatever governs it.
  const bool bare = is_bare_participle(at) || (is(at, class_id::HARM_ADJECTIVE) && !is(at, class_id::VERB_GROUP));
  std::size_t counted = at > 0 ? at - 1 : 0;  // "with two women still missing"
  if (bare && counted > 1 && is(counted, class_id::ADVERB) && !is(counted, class_id::NOUN_GROUP)) --counted;
  std::size_t governor = counted > 0 ? counted - 1 : 0;  // "spoke of presumably 31 people missing"
  for (std::size_t words = 0; words < 4 && governor > 0 && transparent(governor); ++words) --governor;
  std::size_t teller = governor > 0 ? governor - 1 : 0;  // "was told by the mayor of 31 people missing"
  for (std::size_t names = 0; names < 4 && teller > 0 && is(teller, class_id::NOUN_GROUP); ++names) --teller;
  const bool told = governor > 0 && (is(governor - 1, class_id::VERB_GROUP) || (is(teller, class_id::AGENT_MARK) && teller + 1 < governor));
  if (bare && at > 1 && is(counted, class_id::COUNTED) && is(governor, class_id::PREPOSITION) && (!is(governor, class_id::OF_MARK) || told) &&
      (is(counted, class_id::VICTIM) || is(counted, class_id::BESIDES) || !is(counted, class_id::NOUN))) {
    return counted;
  }
  // "The mother of a man | killed in the crash spoke", "murder of a girl | shot in the street": the nearest person, where another
  // verb tells what the mother did, or what stands before is no person.
  if (bare && is(at, class_id::VERB_GROUP) && object(at) == none && at > 2) {
    std::size_t nearest = at - 1;
    while (nearest > 2 && transparent(nearest)) --nearest;
    const bool person = is(nearest, class_id::VICTIM) || is(nearest, class_id::PERSON_NOUN) || is(nearest, class_id::PERSON);
    if (person && is(nearest, class_id::NOUN_SINGULAR) && is(nearest - 1, class_id::OF_MARK) && is(nearest - 2, class_id::NOUN_GROUP)) {
      const std::size_t next = behind_complements(at);
      const bool own = is(next, class_id::VERB_GROUP) && !is_bare_participle(next) && !is(next, class_id::GERUND);
      const bool kin = is(nearest - 2, class_id::KINSHIP);  // "sister of man | shot at campground"
      if (is(nearest - 2, class_id::HARM_NOUN) || kin || (own && is(nearest - 2, class_id::GROUP_NOUN))) return nearest;
    }
  }
  // "resulted in a total of 32 people dead"
  if (bare && at > 3 && is(at - 1, class_id::COUNTED) && is(at - 2, class_id::OF_MARK) && is(at - 3, class_id::NOUN_GROUP) && is(at - 4, class_id::PREPOSITION))
    return at - 1;
  bool relative = false;             // a relative pronoun stands before the verb
  bool within = false;               // a whole relative clause stands between
  bool closed = false;               // a comma stands before the verb
  constexpr std::size_t reach = 80;  // no subject stands further off
  for (std::size_t i = at; i-- > 0;) {
    if (at - i > reach) return none;
    if (transparent(i)) continue;
    if (is(i, class_id::CLOSE_BRACKET)) {
      while (i > 0 && !is(i, class_id::OPEN_BRACKET)) --i;
      continue;
    }
    if (is(i, class_id::NOUN_GROUP)) {
      if (is_age(i)) {
        --i;
        continue;
      }
      // "was met by Ali Khan, who was also killed": who it is stands right before.
      const bool person = is(i, class_id::PERSON) || is(i, class_id::VICTIM) || is(i, class_id::COUNTED) || is(i, class_id::PERSON_NOUN);
      if (relative && person) return i;
      // "quit after clashes killed nine": what opens a clause of its own, where the verb has an object.
      if (i > 0 && is(i - 1, class_id::SUBORDINATOR) && is(i - 1, class_id::PREPOSITION) && is(at, class_id::ACTIVE) && !is(at, class_id::GERUND) &&
          object(at) != none)
        return i;
      const std::size_t head = before_complements(i);
      if (head == none) {
        // Only complements of a verb: "shot in the street died".
        while (i > 0 && !is(i, class_id::VERB_GROUP) && !is(i, class_id::COMMA)) --i;
        ++i;
        continue;
      }
      // A part of the subject: "five people including a child and two women were killed".
      bool conjunction = true;
      std::size_t root = head;
      for (std::size_t next = root; next != none; next = conjunct_before(root, conjunction)) {
        root = next;
      }
      while (root > 0 && transparent(root - 1)) --root;
      if (root > 1 && is(root - 1, class_id::PARTITIVE) && lacks_verb(root - 1)) {
        i = root - 1;
        if (i > 0 && is(i - 1, class_id::COMMA)) --i;
        continue;
      }
      // A complement of a reduced clause: "two men travelling in a car were killed".
      std::size_t left = head;
      while (left > 0 && transparent(left - 1)) --left;
      // "protesters who went to file reports were kidnapped"
      if (left > 1 && is(left - 1, class_id::INFINITIVE)) {
        i = left - 1;
        continue;
      }
      // "five guards who pursued the raiders | perished": the object of a relative clause
      if (left > 1 && is(left - 1, class_id::VERB_GROUP) && is(left - 1, class_id::ACTIVE) && is(at, class_id::VERB_GROUP) &&
          (is(at, class_id::ACTIVE) || !is_bare_participle(at)) && !is(left - 1, class_id::LEAVE_VERB)) {
        std::size_t verb = left - 1;
        while (verb > 0 && transparent(verb - 1)) --verb;
        if (verb > 1 && is(verb - 1, class_id::RELATIVE) && is(verb - 2, class_id::NOUN_GROUP)) {
          i = verb - 1;
          within = true;
          continue;
        }
      }
      // "A man who was shot after attacking an officer | is dead"
      if (left > 2 && is(left - 1, class_id::GERUND) && is(left - 2, class_id::SUBORDINATOR) &&
          (is(left - 3, class_id::VERB_GROUP) || is(left - 3, class_id::NOUN_GROUP))) {
        i = left - 2;
        continue;
      }
      if (left > 1 && is(left - 1, class_id::GERUND) && !is(left - 1, class_id::PARTITIVE) &&
          (is(left - 2, class_id::NOUN_GROUP) || is(left - 2, class_id::OF_MARK))) {
        i = left - 1;
        continue;
      }
      return head;
    }
    if (is(i, class_id::COMMA) || is(i, class_id::DASH)) {
      // "detonated his vest at a checkpoint, killing himself": the subject of the verb before.
      if (i + 1 == at && is(at, class_id::GERUND)) {
        while (i > 0 && !(is(i, class_id::VERB_GROUP) && !is(i, class_id::GERUND))) --i;
        return is(i, class_id::VERB_GROUP) ? subject(i) : none;
      }
      if (relative || within) continue;
      const std::size_t who = i + 1 == at && !is_bare_participle(at) ? before_relative(i) : none;
      if (who != none) return who;
      if (i > 2 && is(i - 1, class_id::MEASURE) && !is(i - 1, class_id::NOUN_GROUP) && is(i - 2, class_id::COMMA) && is(i - 3, class_id::NOUN_GROUP)) {
        i -= 2;  // "Omar Shah, 8, | died"
        continue;
      }
      if (i > 0 && is(i - 1, class_id::VERB_GROUP) && is(i - 1, class_id::VERB_PARTICIPLE) && !is(i - 1, class_id::GERUND) && is_bare_participle(at))
        return subject(i - 1);  // "were shot, hacked and burned"
      // "were forced off a van, robbed and executed": a participle behind the complements of a passive
      if (i + 1 == at && is_bare_participle(at) && !is(at, class_id::GERUND)) {
        std::size_t verb = i;
        while (verb > 0 && (transparent(verb - 1) || is(verb - 1, class_id::NOUN_GROUP) || is(verb - 1, class_id::PREPOSITION))) --verb;
        if (verb > 0 && is(verb - 1, class_id::PASSIVE) && !is_bare_participle(verb - 1)) return subject(verb - 1);
      }
      // A list that a comma closes: "five people, including a man, a woman and a child, were killed".
      const std::size_t last = i > 0 ? before_complements(i - 1) : none;
      bool conjunction = false;
      if (last != none && !closed && conjunct_before(last, conjunction) != none && conjunction) {
        closed = true;
        continue;
      }
      const std::size_t open = opening_comma(i);
      // "Man shoots wife, kills himself", "shot his son, 9, then turned the gun on himself": he who did the deed before.
      const bool next = i + 1 == at && is(at, class_id::VERB_GROUP) && !is_bare_participle(at) && !is(at, class_id::GERUND);
      if (next && (open == none || document_.is_at(tape_[at].first, class_id::SEQUEL))) {
        std::size_t verb = i;
        while (verb > 0 && !(is(verb, class_id::VERB_GROUP) && !is(verb, class_id::GERUND))) --verb;
        return is(verb, class_id::VERB_GROUP) ? subject(verb) : none;
      }
      if (open == none || open == 0) return none;
      i = open;
      continue;
    }
    if (is(i, class_id::PARTITIVE) && i > 0 && is(i - 1, class_id::COUNTED)) return i - 1;  // "one of whom died"
    if (is(i, class_id::RELATIVE)) {
      relative = true;
      continue;
    }
    if (is(i, class_id::CONJUNCTION)) {
      // A second predicate: "was shot and later died".
      std::size_t verb = i;
      const bool harms = is(at, class_id::HARM_VERB) && object(at) != none;
      while (verb > 0 && !(is(verb - 1, class_id::VERB_GROUP) && is_predicate(verb - 1, harms)) && !is(verb - 1, class_id::SEMICOLON)) --verb;
      if (verb == 0 || !is(verb - 1, class_id::VERB_GROUP)) return none;
      // "An officer had his leg blown off and | died": who had it.
      const bool had = verb > 2 && is(verb - 2, class_id::BODY_PART) && is(verb - 3, class_id::VERB_GROUP) && is_bare_participle(verb - 1);
      return subject(had ? verb - 3 : verb - 1);
    }
    if (is(i, class_id::VERB_GROUP)) {
      bool adjacent = true;  // "was pepper sprayed", "are confirmed dead"
      for (std::size_t between = i + 1; between < at; ++between) adjacent &= is(between, class_id::VERB_GROUP) || transparent(between);
      // "Ali Khan, 25, who police said | was killed"
      if (i > 1 && is(i, class_id::REPORT_VERB) && is(i, class_id::ACTIVE) && is(i - 1, class_id::NOUN_GROUP) && is(i - 2, class_id::RELATIVE)) {
        --i;
        continue;
      }
      // "a man whose name was not given | was killed"
      if (i > 2 && i + 1 == at && is(at, class_id::PASSIVE) && is(i - 1, class_id::NOUN_GROUP) && is(i - 2, class_id::RELATIVE) &&
          document_.is_at(tape_[at].first, class_id::BE)) {
        i -= 2;
        within = true;
        continue;
      }
      // "two of the men who were shot | died": two predicates, not one
      const bool done = is(i, class_id::HARM_VERB) && is(i, class_id::PASSIVE) && i > 0 && is(i - 1, class_id::RELATIVE) && is(at, class_id::ACTIVE);
      if (!done && adjacent) continue;
      if ((!done && is_bare_participle(i)) || is(i, class_id::INFINITIVE)) continue;  // "were left dead", "feared dead"; a reduced clause
      std::size_t left = i;
      while (left > 0 && transparent(left - 1)) --left;
      if (left == 0 || !is(left - 1, class_id::RELATIVE)) return none;
      i = left - 1;  // a whole relative clause: "two of the men who were shot | died"
      within = true;
      continue;
    }
    // "killed three men before taking his own life", "before being shot": the subject of the verb before.
    const bool gerund = is(at, class_id::GERUND) || (is(at, class_id::PASSIVE) && document_.is_at(tape_[at].first, class_id::BEING));
    if (gerund && i + 1 == at && (is(i, class_id::PREPOSITION) || is(i, class_id::SUBORDINATOR))) {
      while (i > 0 && !(is(i, class_id::VERB_GROUP) && !is(i, class_id::GERUND))) --i;
      return is(i, class_id::VERB_GROUP) ? subject(i) : none;
    }
    if (is(i, class_id::PREPOSITION)) continue;
    if (!is(i, class_id::SEMICOLON)) return none;
    // "was kidnapped on Friday; later found dead"
    while (i > 0 && !is(i, class_id::VERB_GROUP)) --i;
    return is(i, class_id::VERB_GROUP) && is_bare_participle(at) ? subject(i) : none;
  }
  return none;
}

// Behind the last finite verb before, but those of relative clauses; behind a semicolon or a subordinating word.
std::size_t Clause::clause_start(std::size_t at) const {
  for (std::size_t i = at; i-- > 0;) {
    if (is(i, class_id::SEMICOLON) || is(i, class_id::COLON)) return i + 1;
    if (is(i, class_id::COMPLEMENTIZER) && !is(i + 1, class_id::VERB_GROUP)) return i + 1;
    if (is(i, class_id::SUBORDINATOR) && !is(i, class_id::PREPOSITION) && !is(i, class_id::NOUN_GROUP)) return i + 1;
    // "the inspector said | 12 men had died"
    if (is(i, class_id::REPORT_VERB) && is(i, class_id::VERB_GROUP) && is(i, class_id::ACTIVE) && !is(i, class_id::GERUND) && is(i + 1, class_id::NOUN_GROUP))
      return i + 1;
    if (!is(i, class_id::VERB_GROUP) || is_bare_participle(i) || is(i, class_id::INFINITIVE) || is(i, class_id::PARTITIVE)) continue;
    std::size_t left = i;
    while (left > 0 && (transparent(left - 1) || is(left - 1, class_id::VERB_GROUP))) --left;
    if (left > 0 && is(left - 1, class_id::RELATIVE)) continue;
    return i + 1;
  }
  return 0;
}

// A noun group that no preposition, list or name before it governs.
bool Clause::starts_group(std::size_t at) const {
  if (!is(at, class_id::NOUN_GROUP)) return false;
  std::size_t left = at;
  while (left > 0 && transparent(left - 1)) --left;
  return left == 0 ||
         !(is(left - 1, class_id::PREPOSITION) || is(left - 1, class_id::NOUN_GROUP) || is(left - 1, class_id::CLITIC) || is(left - 1, class_id::PARTITIVE));
}

std::size_t Clause::object(std::size_t at) const {
  std::size_t i = at + 1;
  while (i < size() && transparent(i)) ++i;
  return is(i, class_id::NOUN_GROUP) ? i : none;
}

std::size_t Clause::of_group(std::size_t at) const {
  std::size_t i = at + 1;
  if (!is(i, class_id::OF_MARK)) return none;
  ++i;
  while (i < size() && transparent(i)) ++i;
  return is(i, class_id::NOUN_GROUP) ? i : none;
}

std::size_t Clause::added(std::size_t at) const {
  std::size_t i = behind_complements(at);
  if (is(i, class_id::COMMA) && is(i + 1, class_id::ALONG)) ++i;
  return is(i, class_id::ALONG) && is(i + 1, class_id::NOUN_GROUP) && !has_own_verb(i + 1) ? i + 1 : none;
}

std::size_t Clause::agent(std::size_t at) const {
  for (std::size_t i = at + 1; i < size(); ++i) {
    if (is(i, class_id::AGENT_MARK)) {
      while (i + 1 < size() && transparent(i + 1)) ++i;
      return is(i + 1, class_id::NOUN_GROUP) ? i + 1 : none;
    }
    const bool goes_on = transparent(i) || is(i, class_id::PREPOSITION) || is(i, class_id::NOUN_GROUP);
    if (!goes_on) return none;
  }
  return none;
}

std::size_t Clause::behind_complements(std::size_t at) const {
  std::size_t i = at + 1;
  while (i < size()) {
    if (transparent(i)) {
      ++i;
    } else if (is(i, class_id::OPEN_BRACKET)) {
      while (i < size() && !is(i, class_id::CLOSE_BRACKET)) ++i;
      ++i;
    } else if (is(i, class_id::COMMA) && is_age(i + 1)) {
      i += is(i + 2, class_id::COMMA) ? 3 : 2;
    } else if (is(i, class_id::SUBORDINATOR) && is(i + 1, class_id::NOUN_GROUP) && is(i + 2, class_id::VERB_GROUP) &&
               (is(i + 1, class_id::PERSONAL) || !is_bare_participle(i + 2))) {
      return i;  // "and his driver | as they left the court"
    } else if (is(i, class_id::PREPOSITION) && !is(i, class_id::PARTITIVE) && !is(i, class_id::ALONG) &&
               (is(i + 1, class_id::NOUN_GROUP) || is(i + 1, class_id::DATE))) {
      i += 2;
      while (is(i - 1, class_id::NOUN_GROUP) && is(i, class_id::UNKNOWN_NAME) && !is(i, class_id::COUNTED)) ++i;           // "of the unit | Blue Shield"
      while (is(i, class_id::COMMA) && is_place(i + 1) && (is_place(i - 1) || is(i - 1, class_id::UNKNOWN_NAME))) i += 2;  // "of Huayllay, Junin, Peru"
    } else {
      return i;
    }
  }
  return i;
}

// "<Four troops> guarding the convoy and a driver", "<two men> riding on a cart and a boy": the head of the gerund's clause that
// ends at `at`, or `none`.
std::size_t Clause::before_reduced(std::size_t at) const {
  constexpr std::size_t reach = 8;
  for (std::size_t i = at; i > 0 && at - i <= reach; --i) {
    if (is(i, class_id::VERB_GROUP)) {
      const bool reduced = is(i, class_id::GERUND) && !is(i, class_id::HARM_VERB) && !is(i, class_id::HARM_ADJECTIVE) && !is(i, class_id::PARTITIVE) &&
                           !is(i, class_id::LEAVE_VERB);
      return reduced && is(i - 1, class_id::NOUN_GROUP) ? before_complements(i - 1) : none;
    }
    if (!is(i, class_id::NOUN_GROUP) && !transparent(i) && !is(i, class_id::PREPOSITION)) return none;
  }
  return none;
}

// "a contractor working for the coalition<,> an interpreter": behind the gerund's or relative clause that begins at `at`; `at`
// where none does.
std::size_t Clause::behind_reduced(std::size_t at) const {
  const std::size_t verb = is(at, class_id::RELATIVE) && !is(at, class_id::PREPOSITION) ? at + 1 : at;
  if (!is(verb, class_id::VERB_GROUP) || is(verb, class_id::HARM_VERB) || is(verb, class_id::PARTITIVE) || is(verb, class_id::LEAVE_VERB)) return at;
  if (verb == at && !is(verb, class_id::GERUND)) return at;
  const std::size_t next = object(verb);
  return behind_complements(next == none ? verb : next);
}

std::size_t Clause::conjunct_before(std::size_t at, bool& conjunction) const {
  const bool outermost = !conjunction;
  // "The driver, Omar Shah, 22, and <a passenger>, Ali Khan": the name says who the passenger is.
  const bool named = at > 1 && (is(at, class_id::PERSON) || is(at, class_id::UNKNOWN_NAME)) && is(at - 1, class_id::COMMA) &&
                     is(at - 2, class_id::NOUN_SINGULAR) && !is(at - 2, class_id::PERSON) &&
                     (is(at - 2, class_id::VICTIM) || is(at - 2, class_id::PERSON_NOUN) || is(at - 2, class_id::KINSHIP));
  std::size_t i = named ? at - 2 : at;
  while (i > 0 && transparent(i - 1)) --i;
  if (i == 0) return none;
  --i;
  const bool is_conjunction = is(i, class_id::CONJUNCTION) || is(i, class_id::ALONG);
  if (is_conjunction) {
    conjunction = true;
    if (i > 0 && is(i - 1, class_id::COMMA)) --i;
  } else if (!is(i, class_id::COMMA)) {
    return none;
  } else if (!conjunction && !is(at, class_id::COUNTED)) {
    return none;
  }
  if (i == 0) return none;
  std::size_t head = before_complements(i - 1);
  if (conjunction) {
    const std::size_t reduced = before_reduced(head == none ? i - 1 : head);
    if (reduced != none) head = reduced;
  }
  if (head == none || !is(head, class_id::NOUN_GROUP)) return none;
  // "11 died, including the gunman, and 20 others were hurt": a new clause.
  const bool new_clause = is_conjunction && is(i, class_id::COMMA) && is(at, class_id::COUNTED);
  if (new_clause && head > 1 && is(head - 1, class_id::PARTITIVE)) {
    // "Seven people, including a guard, and all six attackers were killed": no clause of its own.
    if (!lacks_verb(head - 1)) return none;
    head = before_complements(is(head - 2, class_id::COMMA) && head > 2 ? head - 3 : head - 2);
    if (head == none || !is(head, class_id::NOUN_GROUP)) return none;
  }
  // "20 were killed, including a guard and two children, 13 others were hurt"
  if (outermost && (!is_conjunction || new_clause)) {
    bool joined = true;
    std::size_t root = head;
    std::size_t steps = 0;
    for (std::size_t next = root; next != none && steps < Elements::limit; next = conjunct_before(root, joined), ++steps) root = next;
    if (root > 1 && is(root - 1, class_id::PARTITIVE) && !lacks_verb(root - 1)) return none;
    // "48 died, 37 of them in Gao and 11 in Mopti, and 131 | were hurt"
    constexpr std::size_t reach = 8;
    bool part = false;
    for (std::size_t k = root; new_clause && k-- > 0 && k + reach > root && !is(k, class_id::VERB_GROUP);) part |= is(k, class_id::PARTITIVE);
    if (part && is(root, class_id::COUNTED) && !is(root, class_id::NOUN) && is(root - 1, class_id::CONJUNCTION)) return none;
  }
  if (head == 1 && is(0, class_id::ALONG)) return head;        // "Besides the gunman, two people were killed"
  if (head == 1 && is(0, class_id::PREPOSITION)) return none;  // "Of the 27 people in the hotel, 16 died"
  if (!conjunction && !is(head, class_id::COUNTED)) return none;
  // The object of the clause before: "gunmen attacked two policemen and three civilians were killed".
  std::size_t left = head;
  while (left > 0 && transparent(left - 1)) --left;
  const std::size_t along = left > 2 && is(left - 2, class_id::COMMA) ? left - 3 : left - 2;
  if (left > 1 && is(left - 1, class_id::ALONG) && is(along, class_id::VERB_GROUP)) return none;  // "died along with the bomber, and 12 were hurt"
  // and of a verb that may report, too, where the comma opens a clause: "claimed 489 lives, and three million were displaced"
  const bool object = left > 0 && is(left - 1, class_id::VERB_GROUP) && !is(left - 1, class_id::PARTITIVE) &&
                      (!is(left - 1, class_id::REPORT_VERB) || (new_clause && !is(head, class_id::GROUP_NOUN) && !is(head, class_id::PERSON_NOUN)));
  return object && !is(left - 1, class_id::LEAVE_VERB) ? none : head;  // but "left two soldiers and nine attackers dead"
}

bool Clause::has_own_verb(std::size_t at) const {
  std::size_t next = behind_complements(at);
  if (is(next, class_id::RELATIVE)) return false;
  if (is(next, class_id::COMMA) && is(next + 1, class_id::COUNTED) && is(next + 2, class_id::PARTITIVE)) {  // "thirteen, nine of them civilians, | were"
    constexpr std::size_t longest = 5;
    std::size_t close = next + 3;
    while (close < next + longest && !is(close, class_id::COMMA)) ++close;
    if (is(close, class_id::COMMA)) next = close + 1;
  }
  if (is(next, class_id::COMMA) && is(next + 1, class_id::RELATIVE)) {  // "and a fourth, who was driving, | was hurt"
    constexpr std::size_t longest = 10;
    std::size_t close = next + 2;
    while (close < next + longest && close < size() && !is(close, class_id::COMMA)) ++close;
    if (is(close, class_id::COMMA)) next = close + 1;
  }
  if (is(next, class_id::HARM_ADJECTIVE) && !is(next, class_id::NOUN_GROUP)) return true;
  return is(next, class_id::VERB_GROUP) && !is(next, class_id::GERUND) && !is(next, class_id::INFINITIVE);
}

std::size_t Clause::conjunct_behind(std::size_t at, bool& conjunction) const {
  std::size_t i = behind_complements(at);
  const std::size_t reduced = behind_reduced(i);
  if (reduced != i && (is(reduced, class_id::COMMA) || (is(reduced, class_id::CONJUNCTION) && is(reduced + 1, class_id::COUNTED))))
    i = reduced;  // not in "a woman carrying a baby and a bag"
  if (is(i, class_id::COMMA)) ++i;
  if (is(i, class_id::CONJUNCTION) || is(i, class_id::ALONG)) {
    conjunction = true;
    ++i;
  } else if (!(i > 0 && is(i - 1, class_id::COMMA))) {
    return none;
  }
  while (i < size() && transparent(i)) ++i;
  if (!is(i, class_id::NOUN_GROUP) || is(i + 1, class_id::PARTITIVE) || has_own_verb(i)) return none;
  // "sent five people to hospital and hundreds | running for cover"
  if (is(i, class_id::COUNTED) && !is(i, class_id::NOUN) && is(i + 1, class_id::GERUND) && !is(i + 1, class_id::PARTITIVE)) return none;
  return i;
}

}  // namespace gazette::facts
