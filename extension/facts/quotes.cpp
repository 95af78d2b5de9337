#include "facts/quotes.h"

namespace gazette::facts {

std::vector<FoundQuote> find_quotes(const Document&, const Cast&) { return {}; }
Id quote_around(const std::vector<FoundQuote>&, Stretch) { return 0; }

}  // namespace gazette::facts
