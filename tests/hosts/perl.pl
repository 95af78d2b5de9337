use DBI;
my $db = DBI->connect("dbi:SQLite:news.db", "", "", {RaiseError => 1, sqlite_unicode => 1});
$db->sqlite_enable_load_extension(1); $db->sqlite_load_extension("./build/gazette"); $db->sqlite_enable_load_extension(0);
my $quotes = $db->selectall_arrayref("SELECT speaker, content FROM gazette_quotes(?, ?)", {Slice => {}},
                                     '"We agreed," Ms Diallo said on Monday.', "2024-05-14");
print "$$_{speaker}: $$_{content}\n" for @$quotes;
