// Complements: what stands behind a cue and is reported.
//
//   said on Monday in Lima that it rained   ->   clause,   "it rained"
//   urged both sides to talk                ->   request,  "both sides to talk"
//   criticised the plan                     ->   topic,    "the plan"
#ifndef GAZETTE_FACTS_QUOTES_COMPLEMENTS_H
#define GAZETTE_FACTS_QUOTES_COMPLEMENTS_H

#include <cstdint>
#include <vector>

#include "facts/quotes_attribution.h"
#include "facts/quotes_clause.h"
#include "facts/quotes_words.h"
#include "lexicon/classes.h"

namespace gazette::facts {

/// Fills in frame, content and channel of an attribution whose cue and party are known. The search for attributions
/// (quotes_attribution.cpp) builds on it.
class Complements {
 public:
  Complements(const Document& document, const Passage& passage, const std::vector<Attribution>& found)
      : document_(document), passage_(passage), syntax_(passage), reported_(found), first_(found.size()) {}

  /// What stands behind the cue; false where that reports nothing.
  bool behind(Attribution& made, const Use& use);
  /// Whom or what somebody speaks of: "criticised the plan", "spoke about the plan".
  bool topic(Attribution& made, const Use& use, std::uint32_t at) const;
  /// What stands between a cue and its complement: when, where and to whom it was said. Returns where it ends.
  std::uint32_t circumstances(std::uint32_t i, Attribution& made, bool pass_nouns) const;
  /// The complement from `begin` to where its clause ends.
  bool set(Attribution& made, Frame frame, std::uint32_t begin) const;
  /// Is an element part of what an earlier attribution of the passage reports?
  bool is_reported(std::uint32_t i) const;
  /// Is a verb behind "that" what is to be done: "demanded that the army <explain> why"?
  bool is_demanded(const Attribution& made) const;
  /// Who is blamed or thanked for what a gerund reports: "censured <Ruiz> for saying"; nobody where there is none.
  Party charged_before(std::uint32_t gerund) const;
  /// The second half of what was said, where more than a name stands between: “We won,” he said of the vote, <“and they lost”>;
  /// the passage's size where there is none.
  std::uint32_t second_quotation(std::uint32_t behind) const;
  /// Does a clause open that tells when something was said: "<when> asked", "<as> she left"?
  bool is_occasion(std::uint32_t i) const;
  /// "said after the vote <that>": where "that" stands behind an occasion; else `i`.
  std::uint32_t behind_occasion(std::uint32_t i) const;
  /// Is it a party that neither speaks nor is written: "the experiment"?
  bool is_thing(const Party& party) const;
  /// Has an earlier attribution of the passage brought a quotation behind it?
  bool is_told(std::uint32_t quotation) const;

  /// Where what is reported ends, before the sentence goes on: behind a clause that is a part of it, behind an adjunct, and
  /// before the verb of the claim itself.
  std::uint32_t before_main_clause(const Attribution& made) const;
  std::uint32_t before_clause_behind(Range content) const;
  std::uint32_t before_second_verb(Range content) const;

 protected:
  bool is(std::uint32_t i, Traits any) const { return passage_.is(i, any); }
  bool is_class(std::uint32_t i, lexicon::ClassId id) const { return i < passage_.size() && document_.is(passage_[i], id); }
  bool plain_adverb(std::uint32_t i) const { return is(i, trait::adverb) && !is(i, trait::verb | trait::noun | trait::preposition | trait::conjunction); }
  // "described | calls for | a vote as": no second verb stands behind one that reports.
  bool is_noun_of_two_words(std::uint32_t i) const {
    return i > 0 && is(i, trait::finite) && is(i - 1, trait::finite) && is(i - 1, trait::report) && passage_[i].end > passage_[i].first + 1 &&
           is_class(i, lexicon::class_id::VERB_THIRD) && !document_.is_at(passage_[i].first, lexicon::class_id::ADVERB);
  }
  bool at_end(std::uint32_t i) const { return i >= passage_.size() || is(i, trait::stop); }
  bool links(std::uint32_t i) const { return is(i, trait::preposition) && !is(i, trait::source | trait::noun | trait::verb | trait::subordinator); }

  const Document& document_;
  const Passage& passage_;
  Syntax syntax_;
  const std::vector<Attribution>& reported_;
  std::size_t first_;  // the passage's first attribution

 private:
  bool any_clause(Attribution& made, const Use& use, std::uint32_t at) const;
  bool late_clause(Attribution& made, const Use& use, std::uint32_t at) const;
  std::uint32_t behind_aside(std::uint32_t mark) const;
  bool late_quotation(Attribution& made, const Use& use, std::uint32_t at) const;
  bool relative(Attribution& made, const Use& use, std::uint32_t at) const;
  std::uint32_t before_clause_beside(Range content) const;
  std::uint32_t behind_audience(std::uint32_t i) const;
  std::uint32_t behind_programme(std::uint32_t i) const;
  bool that_clause(Attribution& made, std::uint32_t that) const;
  bool set_bare(Attribution& made, std::uint32_t begin) const;
  bool complement(Attribution& made, const Use& use, std::uint32_t at);
  bool ends_at_quotation(const Use& use, std::uint32_t i) const;
  bool quoted(Attribution& made, const Use& use, std::uint32_t i, bool mark);
  bool after_noun(Attribution& made, const Use& use, std::uint32_t i);
  bool charged(Attribution& made, std::uint32_t i) const;
  bool is_place_or_body(std::uint32_t i) const;
  bool quoted_object(Attribution& made, std::uint32_t i);
  bool described(Attribution& made, const Use& use, std::uint32_t i, std::uint32_t end) const;
};

}  // namespace gazette::facts

#endif
