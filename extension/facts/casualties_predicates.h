// Predicates of harm: which of their neighbours belong to them, where the words alone leave it open.
#ifndef GAZETTE_FACTS_CASUALTIES_PREDICATES_H
#define GAZETTE_FACTS_CASUALTIES_PREDICATES_H

#include "facts/casualties_clause.h"
#include "facts/casualties_finding.h"

namespace gazette::facts {

/// Is the group one person without an article? "the mother and <son>", "a boy whose <mother> is missing".
bool lacks_article(const Clause& clause, std::size_t at);
/// Is the participle active for the predicate before it? "pulled out a gun and <shot>".
bool follows_active(const Clause& clause, std::size_t at);
/// Is the participle active for the predicate behind it? "two guards <poisoned> and killed eight colleagues".
bool precedes_active(const Clause& clause, std::size_t at);
/// Does what stands at `at` tell of one of a number, by no noun: "the <first of nine babies> died"?
bool is_of_one(const Clause& clause, std::size_t at);
/// Is the participle the one verb of a subordinate clause? "when three men <kicked> in the door", not "when men shot there died".
bool is_finite(const Clause& clause, std::size_t at);
/// Is the group behind a participle the subject of the next harm? "3 killed, <5> injured".
bool is_clause_of_its_own(const Clause& clause, const Finding& finding, std::size_t object);
/// Are those who did it among the harmed, before the predicate or behind it? "Seven people, <the six attackers> and a soldier, were killed".
bool tells_doers(const Document& document, const Clause& clause, std::uint32_t token, std::size_t predicate);
/// Is it a contest that somebody wins? "Djokovic <beat> Murray".
bool is_contest(const Clause& clause, const Finding& finding, std::size_t agent);

}  // namespace gazette::facts

#endif
