<?php  // php -d sqlite3.extension_dir=/path/to/build
$db = new SQLite3("news.db");
$db->loadExtension("gazette.so");
$query = $db->prepare("SELECT speaker, content FROM gazette_quotes(:text, '2024-05-14')");
$query->bindValue(":text", '"We agreed," Ms Diallo said on Monday.');
for ($rows = $query->execute(); $row = $rows->fetchArray(); ) echo "$row[speaker]: $row[content]\n";
