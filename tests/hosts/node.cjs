const db = require("better-sqlite3")("news.db");
db.loadExtension("./build/gazette");
const text = '"We agreed," Ms Diallo said on Monday.';
const query = db.prepare("SELECT speaker, content FROM gazette_quotes(?, ?)");
for (const quote of query.all(text, "2024-05-14")) console.log(`${quote.speaker}: ${quote.content}`);
