/** The extension's path as SQLite's load_extension() takes it: without its ending. */
export function loadablePath(): string;
/** Loads Gazette into a connection that has loadExtension(): better-sqlite3, node:sqlite. */
export function load(db: { loadExtension(path: string): unknown }): void;
/** The SQL of "schema", "follow", "refresh", "views" or "report". */
export function script(name: "schema" | "follow" | "refresh" | "views" | "report"): string;
