// Whose a verb is: the subjects of a finite verb, of an infinitive and of a participle (facts/clauses.h).
#include <algorithm>

#include "facts/clauses.h"
#include "lexicon/classes.h"

namespace gazette::facts {

namespace class_id = lexicon::class_id;

Groups Clauses::subjects(std::size_t verb, int depth) const {
  if (depth > depth_limit) return {};
  if (is(verb, mark_infinitive) || is_reported_perfect(verb)) return subjects_of_infinitive(verb, depth);
  if (is(verb, mark_gerund) || is_reduced_passive(verb)) return subjects_of_participle(verb, depth);
  return subjects_of_finite(verb, depth);
}

// "is reported | to have sent troops": tells a deed, as a finite verb does, but has the subject of "is reported".
bool Clauses::is_reported_perfect(std::size_t verb) const {
  if (!document_.is_at(tape_[verb].first, class_id::INFINITIVE_MARK)) return false;
  const std::size_t left = before(verb);
  return left != none && is(left, mark_verb);
}

// "a strike on a camp in Dedebit, Tigray, | which killed ten": no place kills, but what happened there does.
std::size_t Clauses::deed_before(std::size_t relative) const {
  const std::size_t verb = after(relative);
  if (relative < 2 || verb >= size() || !is(relative - 1, mark_comma) || !document_.is(tape_[verb], class_id::HARM_VERB)) return none;
  if (!document_.is(tape_[relative - 2], class_id::PLACE_NAME) && !document_.is(tape_[relative - 2], class_id::UNKNOWN_NAME)) return none;
  constexpr std::size_t near = 12;
  for (std::size_t i = relative - 1, steps = 0; i-- > 0 && steps < near; ++steps) {
    if (is(i, mark_noun) && is(i, mark_event_noun)) return i;
    if (!is(i, mark_noun | mark_comma | mark_preposition | mark_date)) return none;
  }
  return none;
}

Groups Clauses::antecedent(std::size_t relative) const {
  Groups found;
  if (const std::size_t deed = deed_before(relative); deed != none) {
    found.add(group_to(deed));
    return found;
  }
  std::size_t i = relative;
  const bool restrictive = i > 0 && !is(i - 1, mark_comma);
  if (i > 0 && !restrictive) --i;
  if (i > 0 && is(i - 1, mark_close)) i = opening_of(i - 1);
  for (int steps = 0; steps < 3; ++steps) {
    if (i == 0 || !is(i - 1, mark_noun)) break;
    const Group group = group_to(i - 1);
    // "a wildfire north of Athens that destroyed homes": which Athens is meant needs no clause to tell
    const Element& head = tape_[group.head];
    const bool name = document_.is(head, class_id::PLACE_NAME) || document_.is(head, class_id::COUNTRY_NAME) || document_.is(head, class_id::PERSON) ||
                      document_.is(head, class_id::UNKNOWN_NAME);
    if (restrictive && name && group.first > 1 && is(group.first - 1, mark_preposition) && is(group.first - 2, mark_noun)) {
      i = group.first - 1;
      continue;
    }
    // of a thing in somebody's hands or at a place it is the head that acts: "members of the group who"
    // but "sued the ministry against Kerala, which"
    const bool aside = is(relative - 1, mark_comma) && is(group.head, mark_name) && !is(group.first - 1, mark_genitive);
    const bool governed = group.first > 0 && is(group.first - 1, mark_preposition) && !aside;
    const bool holder = group.first > 1 && (is(group.first - 2, mark_animate) || document_.is(tape_[group.first - 2], class_id::PERSON));
    if (governed && holder && !is(group.head, mark_animate) && is(group.first - 2, mark_noun)) {
      i = group.first - 1;
      continue;
    }
    found.add(group);
    break;
  }
  return found;
}

// "a Republican whose district includes", "a bill that the house passed": the verb of a relative clause that has another subject.
bool Clauses::is_behind_whose(std::size_t verb) const {
  const std::size_t left = before(verb);
  if (left == none || !is(left, mark_noun)) return false;
  const std::size_t first = group_to(left).first;
  return first > 0 && is(first - 1, mark_relative);
}

// "who said he spoke", "which claimed that it held": the relative pronoun of the verb that tells a clause, or none.
std::size_t Clauses::relative_of_report(std::size_t verb) const {
  std::size_t left = before(verb);
  if (left == none || !is(left, mark_noun)) return none;
  const std::size_t first = group_to(left).first;
  if (first == 0) return none;
  left = first - 1;
  if (is(left, mark_complementizer) && left > 0) --left;
  return is(left, mark_verb) && is(left, mark_report) ? relative_of(left) : none;
}

// "Saudi Arabia, Iran restore ties": in a headline a comma stands for "and".
bool Clauses::is_headline_list(std::size_t left, std::size_t verb) const {
  if (left < 2 || !document_.is(tape_[left - 1], class_id::COMMA) || !is(left - 2, mark_noun) || !is(verb - 1, mark_noun)) return false;
  return group_to(verb - 1).first == left && group_to(left - 2).first == 0;
}

Groups Clauses::subjects_of_finite(std::size_t verb, int depth) const {
  bool comma_between = false;
  bool aside = false;
  Groups along;  // "the minister, along with two deputies, met"
  for (std::size_t i = verb, steps = 0; i > 0 && steps < reach; ++steps) {
    --i;
    if (is(i, mark_close)) {
      i = opening_of(i);
      continue;
    }
    if (is(i, mark_noun)) {
      Groups found;
      Group group = group_to(i);
      found.add(group);
      std::uint32_t left = group.first;
      bool list = false;
      while (left >= 2 && found.size() < Groups::limit) {
        std::size_t other = 0;
        if (is(left - 1, mark_conjunction)) {
          other = left - 2;
          if (is(other, mark_comma)) {
            // "A, B, and C"; but "…, but C" opens a clause
            if (left < 4 || !is(left - 3, mark_noun)) break;
            other = left - 3;
            const Group middle = group_to(other);
            if (middle.first == 0 || !is(middle.first - 1, mark_comma)) break;
          }
          list = true;
        } else if ((list || is_headline_list(left, verb)) && is(left - 1, mark_comma)) {
          other = left - 2;
        } else {
          break;
        }
        if (is(other, mark_close)) other = std::max<std::size_t>(opening_of(other), 1) - 1;
        if (!is(other, mark_noun)) break;
        const Group conjunct = group_to(other);
        // "opened fire and protesters fled": the object of another verb is no conjunct
        const std::size_t governor = before(conjunct.first);
        const bool object = governor != none && is(governor, mark_verb) && (!is(governor, mark_report) || is(governor, mark_event_verb));
        if (object) break;
        found.add(conjunct);
        left = conjunct.first;
      }
      if (left > 1 && is(left - 1, mark_genitive) && document_.is(tape_[left - 2], class_id::MEASURE)) return {};  // "64% of members voted"
      const bool time = left == i && document_.is(tape_[i], class_id::DATE_PART);                                  // "who had held out since dawn | gave up"
      if (left > 0 && is(left - 1, mark_preposition) && (time || !is(left - 1, mark_subordinator))) {
        i = left - 1;  // of a phrase: "members of the group", "in a letter to them"
        continue;
      }
      // "a bomber posing as a pilgrim | killed": what somebody passes for
      if (left > 2 && document_.is(tape_[left - 1], class_id::PREDICATIVE) && is(left - 2, mark_gerund | mark_participle) && !is(left - 2, mark_report) &&
          is(left - 3, mark_noun)) {
        i = left - 2;
        continue;
      }
      const bool said = left > 0 && is(left - 1, mark_report) && is(left, mark_pronoun);  // "adding it arrested four men"
      if (left > 0 && is(left - 1, mark_verb) && is(left - 1, mark_gerund | mark_infinitive) && !said) {
        i = left - 1;  // an object: "a group calling itself", "the plan to attack Iran"
        continue;
      }
      if (left > 0 && is(left - 1, mark_verb)) {
        const std::size_t relative = relative_of(left - 1);
        if (relative != none && (!is(left - 1, mark_report) || is(left - 1, mark_event_verb))) {
          i = relative;  // "a gunman who killed three was arrested"
          continue;
        }
        // "attacked a bus, killed three and fled"; but "said the driver, a farmer, was arrested"
        if (comma_between && !(aside && is(left - 1, mark_report))) return subjects(left - 1, depth + 1);
      }
      // "guerrillas, who kidnapped an envoy, | Geoffrey Jackson, in 1971, campaigned": an apposition within the aside
      if (comma_between && left > 1 && is(left - 1, mark_comma) && is(left - 2, mark_noun)) {
        const std::size_t governor = before(group_to(left - 2).first);
        const std::size_t relative = governor != none && is(governor, mark_verb) ? relative_of(governor) : none;
        if (relative != none) {
          i = relative;
          continue;
        }
      }
      found.reverse();
      for (const Group& with : along) found.add(with);
      return found;
    }
    if (is(i, mark_relative)) {
      const std::size_t left = before(i);
      if (is(i, mark_complementizer) && left != none && is(left, mark_verb)) return {};
      return antecedent(i);
    }
    if (is(i, mark_comma)) {
      comma_between = true;
      // what stands between two commas is an aside
      for (std::size_t p = i, back = 0; p-- > 0 && back < reach / 2; ++back) {
        if (is(p, mark_stop)) break;
        if (!is(p, mark_comma)) continue;
        bool clause = false;
        for (std::size_t k = p + 1; k < i; ++k)
          clause |= is_finite(k) && !is_reduced_passive(k) && !(is(k, mark_participle) && !is(after(k), mark_noun)) && relative_of(k) == none &&
                    !is_behind_whose(k) && !is(k, mark_report) && !is(p + 1, mark_relative | mark_subordinator);
        if (clause) break;
        if (is(p + 2, mark_noun) && document_.is(tape_[p + 1], class_id::ALONG)) along = groups_from(p + 2);
        i = p;
        aside = true;
        break;
      }
      continue;
    }
    if (is(i, mark_conjunction)) {
      std::size_t other = verb_before(i, !is(verb, mark_participle) || !is(before(i), mark_verb));
      if (other != none && i > 0 && is(i - 1, mark_comma)) other = teller_of(other);
      // "said the rebels attacked a convoy and | condemned the attack": a verb of saying goes on with who says
      if (other != none && is(verb, mark_report) && is_finite(other) && !is(other, mark_report)) {
        const std::size_t teller = reporting_verb(other);
        if (teller != none && teller < other) other = teller;
      }
      return other == none ? Groups{} : subjects(other, depth + 1);
    }
    if (is(i, mark_stop)) return {};
    if (is(i, mark_subordinator) && !is(i, mark_preposition)) return {};
    if (i + 1 == verb && is(i, mark_gerund) && document_.is(tape_[i], class_id::NOUN) && (i == 0 || !is(before(i), mark_noun)))
      return {};  // "as shelling killed ten"
    if (is(i, mark_verb)) {
      const std::size_t relative = relative_of(i);
      if (relative != none) {
        i = relative;  // "protesters who went to the site were beaten"
        continue;
      }
      // "rebels had on Monday | attacked", "have since | refused": an auxiliary, with a date or a word between
      if (is(i, mark_copula) && is(verb, mark_participle) && (before(verb) == i || i + 2 == verb) && document_.is(tape_[i], class_id::HAVE))
        return subjects(i, depth + 1);
      // "a man who said he spoke for the rebels | threatened"
      const std::size_t told = relative_of_report(i);
      if (told != none) {
        i = told;
        continue;
      }
      const bool reports = is(i, mark_report) && is(i + 1, mark_verb | mark_complementizer);  // "the woman said | fishing was banned"
      const bool modifier = is(i, mark_infinitive | mark_gerund) || (is(i, mark_participle) && !reports);
      if (!modifier) return {};
    }
  }
  return {};
}

Groups Clauses::subjects_of_infinitive(std::size_t verb, int depth) const {
  const std::size_t left = before(verb);
  if (left == none) return {};
  if (is(left, mark_conjunction)) {
    const std::size_t other = verb_before(left, false);
    return other == none ? Groups{} : subjects(other, depth + 1);
  }
  if (const Groups heading = subjects_of_heading(verb); !heading.empty()) return heading;
  if (const std::size_t verb_of_being = ordinal_before(verb); verb_of_being != none) return subjects(verb_of_being, depth + 1);
  // to the verb that governs it, over its object and phrases: "urged them to", "sent a mission to Bosnia to"
  Groups object;
  for (std::size_t i = left + 1, steps = 0; i > 0 && steps < reach; ++steps) {
    --i;
    if (is(i, mark_close)) {
      i = opening_of(i);
      continue;
    }
    if (is(i, mark_noun)) {
      const Group group = group_to(i);
      i = group.first;
      if (group.first > 0 && is(group.first - 1, mark_genitive)) continue;  // "forced thousands of them to flee"
      object = {};
      if (group.first > 0 && is(group.first - 1, mark_verb)) object.add(group);
      continue;
    }
    if (is(i, mark_verb)) {
      const bool person = !object.empty() && is(object[0].head, mark_animate | mark_name | mark_pronoun | mark_counted);
      if (person && !is(i, mark_passive)) return object;
      return subjects(i, depth + 1);
    }
    if (is(i, mark_stop | mark_relative | mark_subordinator) && !is(i, mark_preposition)) return {};
  }
  return {};
}

// "Japan to send aid to Nepal", "Iran, Iraq | to hold talks": of a headline, who stands alone before it.
Groups Clauses::subjects_of_heading(std::size_t verb) const {
  Groups found;
  if (!is(verb, mark_infinitive) || verb == 0 || !is(verb - 1, mark_noun) || !is(verb - 1, mark_animate | mark_name)) return found;
  const std::size_t left = verb - 1;
  const Group last = group_to(left);
  std::size_t first = last.first;
  found.add(last);
  if (is_headline_list(first, verb)) {
    const Group other = group_to(first - 2);
    found.add(other);
    first = other.first;
  }
  const std::uint32_t opening = tape_[first].first;
  if (first != 0 || document_.is_at(opening, class_id::DETERMINER) || document_.is_at(opening, class_id::ORDINAL)) return {};
  // "Rebels to attack the base were jailed": the verb is another
  for (std::size_t i = verb + 1; i < size() && !is(i, mark_comma | mark_stop | mark_relative | mark_subordinator); ++i) {
    if (is_finite(i) && !is(i, mark_report) && !is(i, mark_participle)) return {};
  }
  found.reverse();
  return found;
}

std::size_t Clauses::ordinal_before(std::size_t infinitive) const {
  if (!is(infinitive, mark_infinitive) || infinitive == 0 || !is(infinitive - 1, mark_noun)) return none;
  const Group group = group_to(infinitive - 1);
  if (group.first == 0 || !is_finite(group.first - 1)) return none;
  const Element& verb = tape_[group.first - 1];
  if (!is(group.first - 1, mark_copula) && !document_.is(verb, class_id::LINKING_VERB)) return none;
  const Stretch words = tokens(group);
  for (std::uint32_t token = words.first; token < words.end; ++token) {
    if (document_.is_at(token, class_id::ORDINAL)) return group.first - 1;
  }
  return none;
}

// "demanding | that the mayor go, and blocked the road": a past does not go on with what is demanded, but with who demands.
std::size_t Clauses::teller_of(std::size_t verb) const {
  if (!document_.is(tape_[verb], class_id::VERB_BASE) || document_.is(tape_[verb], class_id::VERB_PAST) || !is_one_word(tape_[verb])) return verb;
  const std::size_t teller = that_of(verb);
  return teller == none ? verb : teller;
}

std::size_t Clauses::that_of(std::size_t verb) const {
  const std::size_t left = before(verb);
  if (left == none || !is(left, mark_noun)) return none;
  const std::size_t first = group_to(left).first;
  return first > 1 && is(first - 1, mark_complementizer) && is(first - 2, mark_verb) ? first - 2 : none;
}

// "Speaking in Cairo, he said": the subject of the verb that follows behind the comma.
Groups Clauses::subjects_of_next(std::size_t verb, int depth) const {
  bool comma = false;
  for (std::size_t i = verb + 1; i < size() && i < verb + reach; ++i) {
    comma |= is(i, mark_comma);
    if (comma && is_finite(i) && !is_reduced_passive(i)) return subjects(i, depth + 1);
  }
  return {};
}

Groups Clauses::subjects_of_participle(std::size_t verb, int depth) const {
  const std::size_t left = before(verb);
  if (left == none) return subjects_of_next(verb, depth);
  if (is(left, mark_noun)) {
    // "refugees fleeing the war"; but "blocked roads in Algiers demanding …" is said of those who blocked
    Groups found;
    const Group group = group_to(left);
    const bool governed = group.first > 0 && is(group.first - 1, mark_preposition | mark_verb);
    const bool written = document_.is(tape_[left], class_id::REPORT_NOUN) && !is(verb, mark_report);  // "an order allowing"
    // "stayed an order of the court | directing their eviction"
    if (is(verb, mark_gerund) && governed && is(group.first - 1, mark_genitive) && group.first > 1 && is(group.first - 2, mark_noun) &&
        document_.is(tape_[group.first - 2], class_id::REPORT_NOUN) && !is(group.first - 2, mark_animate)) {
      found.add(is(left, mark_name) ? group : group_to(group.first - 2));
      return found;
    }
    if (is(verb, mark_gerund) && governed && !written && !is(left, mark_animate)) {
      // "police with dogs searching a house": those whom the phrase is about
      const bool phrase = group.first > 1 && is(group.first - 1, mark_preposition) && is(group.first - 2, mark_noun) && is(group.first - 2, mark_animate);
      if (phrase) {
        found.add(group_to(group.first - 2));
        return found;
      }
      const std::size_t main = verb_before(group.first, true);
      if (main != none) return subjects(main, depth + 1);
    }
    // "talks in Beijing hosted by Xi": not the place
    const bool scene =
        governed && group.first > 1 && is(left, mark_name) && is(group.first - 2, mark_event_noun) && document_.is(tape_[group.first - 1], class_id::LOCATIVE);
    found.add(scene && !is(verb, mark_gerund) ? group_to(group.first - 2) : group);
    return found;
  }
  if (is(left, mark_verb)) return subjects(left, depth + 1);
  if (is(left, mark_conjunction)) {
    const std::size_t other = verb_before(left, false);
    return other == none ? Groups{} : subjects(other, depth + 1);
  }
  const std::size_t main = verb_before(left, !is(left, mark_preposition));
  if (main == none) return subjects_of_next(verb, depth);
  // "accused Iran of attacking a ship", "was praised for freeing them": whom it is said of
  if (is(verb, mark_gerund) && document_.is(tape_[left], class_id::CHARGE_LINK)) {
    const Groups charged = is(main, mark_passive) ? subjects(main, depth + 1) : objects(main);
    if (!charged.empty() && is(charged[0].head, mark_animate | mark_name)) return charged;
  }
  if (is(main, mark_passive)) {
    const Groups doers = agents(main);
    if (!doers.empty()) return doers;
  }
  return subjects(main, depth + 1);
}

}  // namespace gazette::facts
