#include <iostream>

#include "gazette.h"

int main() {
  const gazette::Article article = gazette::analyze("\"We agreed,\" Ms Diallo said on Monday.", {.published = "2024-05-14"});
  for (const gazette::Quote& quote : article.quotes) {
    std::cout << quote.speaker << ": " << article.words(quote.content) << '\n';
  }
}
