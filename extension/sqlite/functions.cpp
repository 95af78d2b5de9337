#include "sqlite/functions.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>

#include "gazette.h"
#include "sqlite/connection.h"
#include "sqlite/guard.h"
#include "sqlite/value.h"

namespace gazette::sqlite {
namespace {

constexpr unsigned json_subtype = 'J';

std::string_view seen_text_of(sqlite3_value* value) { return before_nul(text_of(value)); }

void result(sqlite3_context* context, std::string_view text) { sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8); }

Connection& connection_of(sqlite3_context* context) { return **static_cast<std::shared_ptr<Connection>*>(sqlite3_user_data(context)); }

void wrong_count(sqlite3_context* context, const char* wanted, int found) {
  const std::string message = fmt::format("expected {}, found {} argument{}", wanted, found, found == 1 ? "" : "s");
  sqlite3_result_error(context, message.c_str(), -1);
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

void version_function(sqlite3_context* context, int count, sqlite3_value** /*values*/) {
  if (count != 0) return wrong_count(context, "gazette_version()", count);
  result(context, version());
}

// The analysis of argument 0, or nullptr where the result is NULL or an error already.
std::shared_ptr<const Article> article_of(sqlite3_context* context, int count, sqlite3_value** values, const char* wanted) {
  if (count < 1 || count > 2) {
    wrong_count(context, wanted, count);
    return nullptr;
  }
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return nullptr;
  auto article = connection_of(context).article(seen_text_of(values[0]), count > 1 ? seen_text_of(values[1]) : std::string_view{}, Depth::events);
  if (article == nullptr) {
    sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    return nullptr;
  }
  return article;
}

void json_function(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context, [&] {
    const auto article = article_of(context, count, values, "gazette_json(text) or gazette_json(text, published)");
    if (!article) return;
    result(context, to_json(*article));
    sqlite3_result_subtype(context, json_subtype);
  });
}

void html_function(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context, [&] {
    const auto article = article_of(context, count, values, "gazette_html(text) or gazette_html(text, published)");
    if (article) result(context, to_html(*article));
  });
}

void number_function(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context, [&] {
    if (count != 1) return wrong_count(context, "gazette_number(text)", count);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    const std::optional<Figure> figure = read_number(seen_text_of(values[0]));
    if (!figure) return;
    const auto number = [](const std::optional<std::int64_t>& value) { return value ? fmt::format("{}", *value) : std::string("null"); };
    result(context,
           fmt::format(R"({{"low":{},"best":{},"high":{},"bound":"{}"}})", number(figure->low), number(figure->best), number(figure->high), figure->bound));
    sqlite3_result_subtype(context, json_subtype);
  });
}

void date_function(sqlite3_context* context, int count, sqlite3_value** values) {
  guarded(context, [&] {
    if (count < 1 || count > 2) return wrong_count(context, "gazette_date(text, published)", count);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    const std::optional<std::string> date = read_date(seen_text_of(values[0]), count > 1 ? seen_text_of(values[1]) : std::string_view{});
    if (date) result(context, *date);
  });
}

}  // namespace

int register_functions(sqlite3* db, const std::shared_ptr<Connection>& connection) {
  struct Named {
    const char* name;
    Function function;
  };
  static constexpr std::array<Named, 5> functions{{{"gazette_version", version_function},
                                                   {"gazette_json", json_function},
                                                   {"gazette_html", html_function},
                                                   {"gazette_number", number_function},
                                                   {"gazette_date", date_function}}};
  for (const Named& named : functions) {
    // Any number of arguments is taken, so that a wrong one gets an error that says what is wanted.
    auto owned = std::make_unique<std::shared_ptr<Connection>>(connection);
    const int code = sqlite3_create_function_v2(
        db, named.name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, owned.release(), named.function, nullptr, nullptr,
        [](void* gone) { const std::unique_ptr<std::shared_ptr<Connection>> last(static_cast<std::shared_ptr<Connection>*>(gone)); });
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace gazette::sqlite
