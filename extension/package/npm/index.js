"use strict";
// Gazette for Node: a SQLite extension that reads English news text and gives rows.
//
//   const db = require("better-sqlite3")("news.db");
//   require("sqlite-gazette").load(db);
const fs = require("node:fs");
const path = require("node:path");

/** The extension's path as SQLite's load_extension() takes it: without its ending. */
function loadablePath() {
  return path.join(__dirname, "gazette");
}

/** Loads Gazette into a connection that has loadExtension(): better-sqlite3, node:sqlite. */
function load(db) {
  db.loadExtension(loadablePath());
}

/** The SQL of "schema", "follow", "refresh", "views" or "report". */
function script(name) {
  return fs.readFileSync(path.join(__dirname, "sql", `${name}.sql`), "utf8");
}

module.exports = { load, loadablePath, script };
