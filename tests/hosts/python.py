import sqlite3
db = sqlite3.connect("news.db")
db.enable_load_extension(True); db.load_extension("./build/gazette"); db.enable_load_extension(False)
text = '"We agreed," Ms Diallo said on Monday.'
for speaker, content in db.execute("SELECT speaker, content FROM gazette_quotes(?, ?)", (text, "2024-05-14")):
    print(f"{speaker}: {content}")
