require "sqlite3"
db = SQLite3::Database.new("news.db")
db.enable_load_extension(true); db.load_extension("./build/gazette"); db.enable_load_extension(false)
text = '"We agreed," Ms Diallo said on Monday.'
db.execute("SELECT speaker, content FROM gazette_quotes(?, ?)", [text, "2024-05-14"]) { |speaker, content| puts "#{speaker}: #{content}" }
