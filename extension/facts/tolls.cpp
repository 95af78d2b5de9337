// Tolls: what a text's claims come to.
//
// The claims of one sentence stand beside each other and are added. Another sentence tells either the same persons again
// or others: others, where their kind is another ("two soldiers …", "seven militants …") or where it says so ("four
// more", "also"); else the same, and the larger figure counts, an update or a total. Other claimants' figures for the
// same persons are rivals: low..high spans them. Claims of other times (casualties_elsewhere.h) are left out; those who were
// shot and died are no longer wounded; what is only feared counts where nothing is told as done.
#include <algorithm>
#include <functional>
#include <string_view>

#include "facts/casualties.h"
#include "facts/casualties_links.h"

namespace gazette::facts {
namespace {

struct Sum {
  std::int64_t low = 0;
  std::int64_t best = 0;
  std::int64_t high = 0;
  std::int64_t ceiling = 0;  // how many may be meant where no upper end is told
  bool has_low = true;
  bool has_best = true;
  bool has_high = true;
  std::int64_t main() const { return has_best ? best : (has_low ? low : high); }

  void add(const Sum& other) {
    low += other.low;
    best += other.best;
    high += other.high;
    ceiling += other.ceiling;
    has_low &= other.has_low;
    has_best &= other.has_best;
    has_high &= other.has_high;
  }
};

Sum sum_of(const Figure& figure) {
  Sum sum;
  sum.low = figure.low.value_or(figure.best.value_or(0));
  sum.best = figure.best.value_or(figure.low.value_or(0));
  sum.high = figure.high.value_or(0);
  // "more than 15" is no 300; "dozens" may be any number of dozens.
  constexpr std::int64_t of_number = 2;
  constexpr std::int64_t of_word = 10;
  sum.ceiling = figure.high.value_or(sum.low * (figure.bound == "at_least" && !figure.best ? of_word : of_number));
  sum.has_low = figure.low.has_value();
  sum.has_best = figure.best.has_value();
  sum.has_high = figure.high.has_value();
  return sum;
}

// A sentence's claims of one harm by one claimant.
struct Telling {
  std::vector<const FoundCasualty*> claims;
  std::string_view claimant;
  std::string_view country;  // where it was, if the sentence tells of one country
  Sum sum;
  bool open = false;     // holds a number of persons of no kind
  bool more = true;      // all on top of what was told before
  bool doers = false;    // those who did it are among them: "the bomber and four others"
  bool single = false;   // one person, or several dead, told behind another: "another man", "two more paramedics"
  std::int64_t nth = 0;  // "a sixth person": 6
  bool scene = false;    // of a further scene
};

// "The boy was hurt when he shot himself": he is the boy. "18 died (of the 18 deaths, …)": the same.
bool told_just_before(const Telling& telling, const FoundCasualty& claim) {
  constexpr std::ptrdiff_t reach = 64;
  const auto from = telling.claims.end() - std::min<std::ptrdiff_t>(reach, telling.claims.end() - telling.claims.begin());
  if (claim.self && claim.victims.definite && !claim.victims.besides) {
    return std::any_of(from, telling.claims.end(), [&](const FoundCasualty* before) { return before->row.figure == claim.row.figure; });
  }
  // "Two enumerators were beaten, both hospitalised"
  const bool all_of_them = claim.victims.definite && !claim.victims.singular && !claim.victims.besides && claim.victims.generic;
  if (all_of_them && !telling.claims.empty() && telling.claims.back()->row.figure == claim.row.figure) return true;
  if (!claim.victims.definite || !claim.victims.singular || claim.victims.besides) return false;
  return std::any_of(from, telling.claims.end(), [&](const FoundCasualty* before) {
    // "shot a policeman, injuring the officer"
    const bool same_word = !claim.victims.own && !claim.victims.kind.empty() && before->victims.kind == claim.victims.kind && before->victims.singular;
    if (!claim.victims.pronoun && !same_word) return false;
    return before->victims.figure.best == 1 && !before->victims.words.empty() && compatible(before->victims, claim.victims);
  });
}

std::vector<Telling> tellings_of(const std::vector<const FoundCasualty*>& claims) {
  std::vector<Telling> all;
  for (const FoundCasualty* const claim : claims) {
    const bool joins =
        !all.empty() && all.back().claims.back()->row.sentence == claim->row.sentence && all.back().claimant == claim->row.claimant && !claim->apart &&
        !(claim->total && all.back().open && all.back().claims.size() == 1);  // "between 70 and 90 were killed; it gives the number of deaths as 83"
    if (!joins) {
      all.emplace_back();
      all.back().claimant = claim->row.claimant;
    }
    Telling& telling = all.back();
    if (told_just_before(telling, *claim)) continue;
    telling.country = telling.claims.empty() || telling.country == claim->country ? claim->country : std::string_view{};
    telling.claims.push_back(claim);
    telling.sum.add(sum_of(claim->row.figure));
    telling.open |= claim->victims.kind.empty() && claim->victims.country.empty() && !claim->victims.singular && !claim->victims.perpetrator;
    telling.more &= claim->more;
    telling.scene |= claim->scene;
    telling.doers |= claim->victims.with_doers || (claim->victims.perpetrator && claim->victims.definite);
    telling.single = telling.claims.size() == 1 && claim->next && (claim->victims.figure.best == 1 || claim->row.harm == "killed");
    telling.nth = telling.claims.size() == 1 && claim->victims.singular ? claim->victims.nth : 0;
  }
  return all;
}

// One line of the text's account: what one or several tellings of the same persons come to.
struct Account {
  std::vector<const FoundCasualty*> claims;
  std::string_view claimant;
  std::string_view country;
  Sum sum;
  bool open = false;          // a number of persons of no kind: others of the text may be among them
  bool perpetrators = false;  // those who did it
  bool more = false;          // told on top of another
  bool doers = false;         // those who did it are among them
  std::int64_t nth = 0;       // one person, the last of so many
};

// "dozens", "more than 60": no rival of 84, but of 4,000.
bool is_within(const Sum& bound, const Sum& figure) {
  return !bound.has_best && bound.has_low && !bound.has_high && figure.main() >= bound.low && figure.main() <= bound.ceiling;
}

bool rivals(const Account& account, const Telling& telling) {
  if (is_within(account.sum, telling.sum) || is_within(telling.sum, account.sum)) return false;
  const std::string& here = account.claims.front()->row.place;
  const std::string& there = telling.claims.front()->row.place;
  if (!here.empty() && !there.empty() && here != there) return false;  // of another scene
  // "66 have died. … Forty-nine died in Cebu, the mayor said": of a part of the country.
  if (telling.claims.front()->there) return false;  // "No one was hurt. … In Rostov, 13 were hurt"
  const bool less = telling.sum.main() < account.sum.main();
  const bool local = telling.claims.front()->local;
  if (local != account.claims.front()->local && local == less) return false;
  return !account.claimant.empty() && !telling.claimant.empty() && account.claimant != telling.claimant && account.sum.main() != telling.sum.main();
}

bool same_persons(const Account& account, const Telling& telling) {
  for (const FoundCasualty* const one : account.claims) {
    for (const FoundCasualty* const other : telling.claims) {
      // "Armenia counts a dozen of its civilians, Azerbaijan two of its own": of two countries
      const bool apart = !one->row.victim_country.empty() && !other->row.victim_country.empty() && one->row.victim_country != other->row.victim_country;
      if (!apart && compatible(one->victims, other->victims)) return true;
    }
  }
  return false;
}

// The accounts of a text for one harm.
class Ledger {
 public:
  void enter(Telling& telling) {
    if (accounts_.size() == most) return;  // no article tells of more
    if (telling.claims.front()->revises) accounts_.clear();
    const bool perpetrators = std::all_of(telling.claims.begin(), telling.claims.end(), [](const FoundCasualty* claim) { return claim->victims.perpetrator; });
    Account entry{telling.claims, telling.claimant, telling.country, telling.sum, telling.open, perpetrators, telling.more, telling.doers && !perpetrators,
                  telling.nth};
    if (telling.nth > 1) {
      const std::int64_t before = told_before();
      // "Third victim dies … A third person has died": the same
      for (const Account& account : accounts_) {
        if (account.nth == telling.nth) return;
      }
      if (before >= telling.nth) return;  // "Six have died. … A sixth person died on Tuesday": one of them
      if (before == telling.nth - 1) return accounts_.push_back(std::move(entry));
      // "A sixth person has died": six, whoever the others are
      const FoundCasualty& one = *telling.claims.front();
      if (one.row.harm == "killed" && !one.victims.definite) {
        accounts_.erase(std::remove_if(accounts_.begin(), accounts_.end(), [](const Account& account) { return !account.perpetrators; }), accounts_.end());
        entry.sum.low = entry.sum.best = entry.sum.high = telling.nth;
        entry.nth = 0;
        entry.open = true;
        return accounts_.push_back(std::move(entry));
      }
    }
    const auto as_many = [&](const Account& account) { return account.sum.main() == telling.sum.main() && (account.more || !telling.single); };
    if (telling.more && (telling.scene || std::none_of(accounts_.begin(), accounts_.end(), as_many))) {
      accounts_.push_back(std::move(entry));
      return;
    }
    // "Crash injures dozens", above "20 people were injured": the headline rounds it.
    if (accounts_.size() == 1 && is_round(accounts_[0]) && entry.open && telling.sum.has_best && 2 * telling.sum.main() >= accounts_[0].sum.low)
      accounts_.clear();
    if (telling.open) return enter_total(std::move(entry), telling);
    for (Account& account : accounts_) {
      const bool with_doers = (account.doers && perpetrators) || (entry.doers && account.perpetrators);
      if (account.perpetrators != perpetrators && !with_doers && !same_persons(account, telling)) continue;
      if (!account.open && !with_doers && !same_persons(account, telling)) continue;
      update(account, telling);
      return;
    }
    accounts_.push_back(std::move(entry));
  }

  void close(Toll& toll) const {
    Sum sum;
    for (const Account& account : accounts_) sum.add(account.sum);
    if (sum.has_low) toll.low = sum.low;
    if (sum.has_best) toll.best = sum.best;
    if (sum.has_high) toll.high = sum.high;
    toll.disputed = !rivals_.empty();
    for (const Sum& rival : rivals_) {
      // "about 12": a figure without bounds is within the span, too
      if (toll.low && (rival.has_low || rival.has_best)) toll.low = std::min(*toll.low, rival.has_low ? rival.low : rival.best);
      if (toll.high && (rival.has_high || rival.has_best)) toll.high = std::max(*toll.high, rival.has_high ? rival.high : rival.best);
    }
  }

 private:
  void update(Account& account, const Telling& telling) {
    if (rivals(account, telling)) rivals_.push_back(telling.sum.main() > account.sum.main() ? account.sum : telling.sum);
    if (telling.sum.main() <= account.sum.main()) return;
    // "Drones killed three people. … Kyiv says that Moscow lost 1,210 troops in a day": no update of the three
    constexpr std::int64_t other_matter = 20;
    const bool troops = !telling.claims.empty() && telling.claims.front()->row.victim_kind == "military";
    if (account.open && !telling.open && troops && !telling.claimant.empty() && telling.sum.main() > other_matter * account.sum.main()) return;
    // "Four soldiers were killed. The rebels claim to have killed 27": the reporter's own figure stands.
    if (is_boast(account, telling, account.sum.main())) return rivals_.push_back(telling.sum);
    account.sum = telling.sum;
    account.claims = telling.claims;
    account.claimant = telling.claimant;
  }

  // "dozens" in a headline
  static bool is_round(const Account& account) {
    const FoundCasualty& claim = *account.claims.front();
    return account.claims.size() == 1 && claim.headline && claim.row.figure.bound == "at_least" && !claim.row.figure.best;
  }

  // Somebody's figure of twice as many as the reporter gives, where that is more than one.
  static bool is_boast(const Account& account, const Telling& telling, std::int64_t before) {
    return account.claimant.empty() && account.sum.has_best && !telling.claimant.empty() && before > 1 && telling.sum.main() >= 2 * before;
  }

  // "In the Philippines, 41 people died. In Taiwan, landslides killed 12."
  bool is_elsewhere(const Account& entry) const {
    const auto other_country = [&](const Account& account) {
      return account.perpetrators || (account.open && !account.country.empty() && account.country != entry.country);
    };
    return !entry.country.empty() && !accounts_.empty() && std::all_of(accounts_.begin(), accounts_.end(), other_country);
  }

  std::int64_t told_before() const {
    std::int64_t before = 0;
    for (const Account& account : accounts_) {
      if (!account.perpetrators) before += account.sum.main();
    }
    return before;
  }

  std::int64_t doers() const {
    std::int64_t sum = 0;
    for (const Account& account : accounts_) sum += account.perpetrators ? account.sum.main() : 0;
    return sum;
  }

  // A total holds all that was told before, where it is no less.
  void enter_total(Account entry, const Telling& telling) {
    if (is_elsewhere(entry)) return accounts_.push_back(std::move(entry));
    // "A sixth person has died. Five people died on Friday": those before the sixth.
    if (accounts_.size() == 1 && accounts_[0].nth == telling.sum.main() + 1) return accounts_.push_back(std::move(entry));
    const std::int64_t before = told_before();
    // "Nine people were killed. … There were reports that as many as 13 had died"
    if (!entry.sum.has_low && !entry.sum.has_best && before > 0) return rivals_.push_back(entry.sum);
    // The reporter's own figure stands against one that somebody else puts at twice as many: "… killing 16. Some say 32 died."
    const bool reported = !accounts_.empty() && std::all_of(accounts_.begin(), accounts_.end(),
                                                            [](const Account& account) { return account.claimant.empty() && !account.perpetrators; });
    if (reported && is_boast(accounts_.front(), telling, before)) return rivals_.push_back(telling.sum);
    if (telling.sum.main() < before) {
      for (Account& account : accounts_) {
        if (account.open && rivals(account, telling)) rivals_.push_back(telling.sum);
      }
      return;
    }
    // "20 students and two teachers were killed. … 22 died, a doctor said": what was told comes to the same.
    const bool same = accounts_.size() > 1 && before == telling.sum.main();
    for (const Account& account : accounts_) {
      if (!same && account.open && rivals(account, telling)) rivals_.push_back(account.sum);
    }
    // "Another man was killed. … All four activists died": he is none of the four.
    const auto other = [&](const Account& account) {
      return !account.more && account.claims.front()->victims.besides && account.claims.front()->victims.singular && entry.claims.front()->victims.definite;
    };
    // "He killed his wife and himself. … Michael Brandt and his wife were pronounced dead": as many as all that were told.
    const bool all = entry.doers || (before > 0 && entry.sum.main() == before + doers());
    const auto held = [&](const Account& account) { return account.perpetrators ? all : !other(account); };
    accounts_.erase(std::remove_if(accounts_.begin(), accounts_.end(), held), accounts_.end());
    accounts_.push_back(std::move(entry));
  }

  static constexpr std::size_t most = 64;
  std::vector<Account> accounts_;
  std::vector<Sum> rivals_;
};

Toll toll_of(const std::string& harm, const std::vector<const FoundCasualty*>& claims) {
  Toll toll;
  toll.harm = harm;
  toll.claims = static_cast<std::uint32_t>(claims.size());
  Ledger ledger;
  for (Telling& telling : tellings_of(claims)) {
    if (!telling.claimant.empty() && std::find(toll.claimants.begin(), toll.claimants.end(), telling.claimant) == toll.claimants.end()) {
      toll.claimants.emplace_back(telling.claimant);
    }
    ledger.enter(telling);
  }
  ledger.close(toll);
  return toll;
}

// Harms that may kill ("six were shot") of persons of whom the text then tells that they died or were wounded.
void take_out_dead(std::vector<const FoundCasualty*>& injured, const std::vector<const FoundCasualty*>& dead, std::int64_t killed) {
  const std::int64_t killed_before = killed;
  std::int64_t wounded = 0;
  for (const FoundCasualty* const claim : injured) {
    if (!claim->weak) wounded = std::max(wounded, claim->row.figure.best.value_or(0));
  }
  killed += wounded;
  // "She died at the scene; he is in hospital": nor one whom none of the dead can be.
  const auto living = [&](const FoundCasualty* claim) {
    constexpr std::size_t reach = 32;
    const auto end = dead.begin() + static_cast<std::ptrdiff_t>(std::min(reach, dead.size()));
    // "Three attackers were killed. Two conscripts received gunshot wounds": of another kind than all of them
    const auto other_kind = [&](const FoundCasualty* other) {
      return !other->victims.generic && !other->victims.kind.empty() && !compatible(claim->victims, other->victims);
    };
    // "Two were shot dead. Four others were shot": none of the dead that were told before.
    const bool others = claim->victims.besides && !claim->victims.definite && (claim->victims.nth > 1 || claim->victims.figure.best.value_or(0) > 1);
    if (others && !dead.empty() && dead.front()->row.sentence <= claim->row.sentence) return true;
    if (!claim->victims.singular && !claim->victims.kind.empty() && dead.size() <= reach) return std::all_of(dead.begin(), end, other_kind);
    return claim->victims.singular && dead.size() <= reach && std::none_of(dead.begin(), end, [&](const FoundCasualty* other) {
             if (!other->victims.singular || compatible(claim->victims, other->victims)) return true;
             // "Officer shoots suspect", and below: "shot and killed a man"
             Victims told = claim->victims;
             told.perpetrator = other->victims.perpetrator;
             return claim->headline && told.perpetrator != claim->victims.perpetrator && compatible(told, other->victims);
           });
  };
  // "The girl was critically wounded. … The girl died on Monday": the same person, by name or by the word for her.
  const auto died = [&](const FoundCasualty* claim) {
    constexpr std::size_t reach = 32;
    const auto end = dead.begin() + static_cast<std::ptrdiff_t>(std::min(reach, dead.size()));
    const auto same = [&](const FoundCasualty* other) {
      const auto name = [](const FoundCasualty* one) { return one->victims.actor != 0 ? one->victims.actor : one->named; };
      const bool by_name = name(claim) != 0 && name(claim) == name(other);
      const bool by_word = !claim->beside && claim->victims.actor == 0 && other->victims.actor == 0 && claim->victims.noun == other->victims.noun &&
                           claim->victims.noun != lexicon::none;
      // "He shot himself after he was wounded by police"
      const bool he = claim->victims.pronoun && other->victims.pronoun && claim->victims.gender == other->victims.gender;
      if (other->row.sentence == claim->row.sentence) return he;
      return other->victims.singular && !other->victims.besides && (by_name || by_word);
    };
    return claim->victims.singular && !claim->victims.besides && std::any_of(dead.begin(), end, same);
  };
  const auto gone = [&](const FoundCasualty* claim) {
    if (died(claim)) return true;
    // "Three were found dead. … All three had suffered gunshot wounds."
    if (claim->victims.definite && claim->victims.words.empty() && !claim->victims.pronoun && claim->row.figure.best == killed_before && killed_before > 1)
      return true;
    // "shot two women before killing himself": he is none of them
    constexpr std::size_t reach = 32;
    const auto end = dead.begin() + static_cast<std::ptrdiff_t>(std::min(reach, dead.size()));
    const bool doer = std::any_of(dead.begin(), end, [&](const FoundCasualty* other) { return other->himself && other->row.sentence == claim->row.sentence; });
    const std::int64_t hurt = claim->row.figure.best.value_or(claim->row.figure.low.value_or(0));
    return claim->weak && !claim->beside && !living(claim) && hurt + (doer ? 1 : 0) <= killed;
  };
  injured.erase(std::remove_if(injured.begin(), injured.end(), gone), injured.end());
}

// "A man has drowned. … The 52-year-old was swept away on Sunday": the dead man was.
void take_out_found_dead(std::vector<const FoundCasualty*>& missing, const std::vector<const FoundCasualty*>& dead) {
  const auto found = [&](const FoundCasualty* claim) {
    constexpr std::size_t reach = 32;
    const auto end = dead.begin() + static_cast<std::ptrdiff_t>(std::min(reach, dead.size()));
    // "A man has died. The pilot is still missing": another, unless it is the same name or word, an age alone, or "he" right behind.
    const Victims& lost = claim->victims;
    const auto same = [&](const FoundCasualty* other) {
      const Victims& one = other->victims;
      if (!one.singular || other->row.sentence >= claim->row.sentence || !compatible(one, lost)) return false;
      if (lost.actor != 0) return lost.actor == one.actor || lost.actor == other->named;
      if (lost.pronoun) return other->row.sentence + 1 == claim->row.sentence;
      return lost.noun == lexicon::none || (lost.noun == one.noun && !lost.own);
    };
    return lost.singular && lost.told() && !lost.besides && std::any_of(dead.begin(), end, same);
  };
  missing.erase(std::remove_if(missing.begin(), missing.end(), found), missing.end());
}

// "Six were shot, two of them fatally": four are left, where nothing else says how many were wounded.
void leave_living(Toll& toll, const std::vector<const FoundCasualty*>& injured, const std::vector<const FoundCasualty*>& dead, std::int64_t killed) {
  // "Twelve were wounded, one of whom died": eleven
  for (const FoundCasualty* const claim : dead) {
    const std::int64_t gone = claim->row.figure.best.value_or(0);
    const auto wounded = [&](const FoundCasualty* hurt) {
      // what was told right before: "Twelve were wounded. Three officers were shot, one of whom died" leaves twelve
      return hurt + 1 == claim && hurt->row.sentence + 1 >= claim->row.sentence && toll.best == hurt->row.figure.best;
    };
    if (!claim->of_them || gone == 0 || gone >= toll.best.value_or(0) || injured.size() != 1 || !wounded(injured[0])) continue;
    for (std::optional<std::int64_t>* const figure : {&toll.low, &toll.best, &toll.high}) {
      if (*figure) **figure -= gone;
    }
    return;
  }
  if (std::any_of(dead.begin(), dead.end(), [](const FoundCasualty* claim) { return claim->victims.besides; })) return;
  // "shot four people, killing one, before he killed himself": three
  std::size_t doers = 0;
  for (const FoundCasualty* const claim : dead) {
    if (!claim->victims.perpetrator) continue;
    ++doers;
    killed -= claim->victims.singular ? 1 : claim->row.figure.best.value_or(1);
  }
  if (doers == dead.size() || killed <= 0) return;
  // "The driver died, while two passengers were hit": others.
  const auto others = [&](const FoundCasualty* claim) {
    return !claim->row.victims.empty() && claim->row.rule != "casualty.fatally" && std::any_of(injured.begin(), injured.end(), [&](const FoundCasualty* hurt) {
      return hurt->row.sentence == claim->row.sentence && !hurt->row.victims.empty() && hurt->row.victims != claim->row.victims;
    });
  };
  if (dead.size() == 1 && others(dead[0])) return;
  // "shot two people, killing one, before shooting a third": of the two
  const auto of_sentence = [&](const FoundCasualty* claim) {
    return std::any_of(injured.begin(), injured.end(), [&](const FoundCasualty* hurt) {
      return hurt->weak && hurt->row.sentence == claim->row.sentence && hurt->tokens.end <= claim->tokens.first && hurt->row.figure.best.value_or(0) > killed &&
             claim->victims.generic;
    });
  };
  const bool paired = dead.size() == 1 && of_sentence(dead[0]);
  const auto dying = [](const FoundCasualty* claim) { return claim->weak && !claim->victims.besides && !claim->beside; };
  if (!paired && !std::all_of(injured.begin(), injured.end(), dying)) return;
  for (std::optional<std::int64_t>* const figure : {&toll.low, &toll.best, &toll.high}) {
    if (*figure && **figure > killed) **figure -= killed;
  }
}

// The harms of which the text tells as done.
std::vector<std::string_view> asserted_harms(const std::vector<FoundCasualty>& claims) {
  std::vector<std::string_view> harms;
  for (const FoundCasualty& claim : claims) {
    const bool asserted = claim.row.status == "asserted" && !claim.elsewhere;
    if (asserted && std::find(harms.begin(), harms.end(), claim.row.harm) == harms.end()) harms.push_back(claim.row.harm);
  }
  return harms;
}

}  // namespace

std::vector<Toll> add_up(const std::vector<FoundCasualty>& claims) {
  std::vector<std::string> harms;
  std::vector<std::vector<const FoundCasualty*>> by_harm;
  const std::vector<std::string_view> told = asserted_harms(claims);
  for (const FoundCasualty& claim : claims) {
    if (claim.row.part_of != 0 || claim.background || claim.elsewhere) continue;
    // "At least 24 are feared dead": the text's figure, where it has no other.
    const bool asserted = claim.row.status == "asserted";
    if (!asserted && (claim.row.status != "feared" || std::find(told.begin(), told.end(), claim.row.harm) != told.end())) continue;
    const auto at = std::find(harms.begin(), harms.end(), claim.row.harm);
    const auto index = static_cast<std::size_t>(at - harms.begin());
    if (at == harms.end()) {
      harms.push_back(claim.row.harm);
      by_harm.emplace_back();
    }
    by_harm[index].push_back(&claim);
  }
  // "The hostages were killed": whom the text tells of otherwise too, where it tells of that harm at all.
  for (std::vector<const FoundCasualty*>& claims_of : by_harm) {
    const auto named = [](const FoundCasualty* claim) { return claim->victims.antecedent.empty(); };
    if (std::any_of(claims_of.begin(), claims_of.end(), named))
      claims_of.erase(std::remove_if(claims_of.begin(), claims_of.end(), std::not_fn(named)), claims_of.end());
  }
  std::int64_t killed = 0;
  std::vector<const FoundCasualty*> dead;
  for (std::size_t i = 0; i < harms.size(); ++i) {
    if (harms[i] != "killed") continue;
    dead = by_harm[i];
    const Toll toll = toll_of(harms[i], by_harm[i]);
    killed = toll.best.value_or(toll.low.value_or(0));
  }
  std::vector<Toll> tolls;
  for (std::size_t i = 0; i < harms.size(); ++i) {
    if (harms[i] == "injured" && killed > 0) take_out_dead(by_harm[i], dead, killed);
    if (harms[i] == "missing" && killed > 0) take_out_found_dead(by_harm[i], dead);
    if (by_harm[i].empty()) continue;
    tolls.push_back(toll_of(harms[i], by_harm[i]));
    if (harms[i] == "injured" && killed > 0) leave_living(tolls.back(), by_harm[i], dead, killed);
  }
  return tolls;
}

}  // namespace gazette::facts
