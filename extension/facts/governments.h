// Governments: where a capital stands for its country's government.
//
//   "Baku accused Yerevan of lying"    ->  both are countries, AZE and ARM: the actors that "Azerbaijan" and "Armenia" name
//   "He flew from Baku to Yerevan"     ->  both are places
//
// A city says, demands, refuses or signs nothing; whoever does so under a capital's name is the government.
#ifndef GAZETTE_FACTS_GOVERNMENTS_H
#define GAZETTE_FACTS_GOVERNMENTS_H

#include "facts/names.h"

namespace gazette::facts {

/// Makes countries of the capitals among the names that act as governments do.
void find_governments(const Document& document, Names& names);

}  // namespace gazette::facts

#endif
