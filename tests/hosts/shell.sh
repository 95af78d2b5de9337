sqlite3 -cmd '.load ./build/gazette' news.db <<'SQL'
SELECT speaker || ': ' || content FROM gazette_quotes('"We agreed," Ms Diallo said on Monday.', '2024-05-14');
SQL
