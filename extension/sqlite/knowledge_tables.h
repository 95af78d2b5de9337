// gazette_lexicon and gazette_rules: what the engine knows, as tables that can be read and extended.
//
//   INSERT INTO gazette_lexicon(term, class, name, country) VALUES('Znak', 'MEDIA', 'Znak.com', 'RUS');
//   DELETE FROM gazette_lexicon WHERE term = 'Znak' AND origin = 'user';
//
// Changes hold for the connection, from the next query on; a wrong entry is refused and changes nothing.
#ifndef GAZETTE_SQLITE_KNOWLEDGE_TABLES_H
#define GAZETTE_SQLITE_KNOWLEDGE_TABLES_H

#include <memory>

#include "sqlite/api.h"

namespace gazette::sqlite {

class Connection;

/// Registers both tables. An SQLite result code.
int register_knowledge_tables(sqlite3* db, const std::shared_ptr<Connection>& connection);

}  // namespace gazette::sqlite

#endif
