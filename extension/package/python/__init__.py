"""Gazette for Python: a SQLite extension that reads English news text and gives rows.

    import sqlite3, gazette
    db = sqlite3.connect("news.db")
    gazette.load(db)
    for speaker, content in db.execute("SELECT speaker, content FROM gazette_quotes(?, ?)", (text, "2024-05-14")): ...
"""
import os

__version__ = "@VERSION@"
__all__ = ["load", "loadable_path", "script"]
_FOLDER = os.path.dirname(os.path.abspath(__file__))


def loadable_path():
    """The extension's path as SQLite's load_extension() takes it: without its ending."""
    return os.path.join(_FOLDER, "gazette")


def load(connection):
    """Loads Gazette into a connection of sqlite3 (or of a module of the same form), and turns loading off again."""
    if not hasattr(connection, "enable_load_extension"):
        raise RuntimeError("this Python's sqlite3 was built without loadable extensions: use the distribution's python3, build Python with "
                           "--enable-loadable-sqlite-extensions, or install pysqlite3-binary and connect with pysqlite3")
    connection.enable_load_extension(True)
    try:
        connection.load_extension(loadable_path())
    finally:
        connection.enable_load_extension(False)


def script(name):
    """The SQL of "schema", "follow", "refresh", "views" or "report", for connection.executescript()."""
    with open(os.path.join(_FOLDER, "sql", name + ".sql"), encoding="utf-8") as file:
        return file.read()
