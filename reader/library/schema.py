"""The tables of the library's file. All that is in it can be read anew from the issues, so a new form replaces it.

Figures are kept as numbers to compare and as text to show: `low` and `high` hold base units or the text of a date.
"""

from __future__ import annotations

from reader.library.folding import SIGNS, VERSION

APPLICATION = 0x626C6973  # written in the file's head, so that no other program's database is taken for ours
FORM = 100 + VERSION  # of the tables and of what the index holds; a file of another form is read in anew

TABLES = (
    """CREATE TABLE issues (
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL,
        title TEXT NOT NULL, number TEXT NOT NULL, printed TEXT NOT NULL, date TEXT NOT NULL, publisher TEXT NOT NULL,
        form TEXT NOT NULL, edition TEXT NOT NULL, characters INTEGER NOT NULL, taken INTEGER NOT NULL)""",
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
        modified INTEGER NOT NULL, is_missing INTEGER NOT NULL DEFAULT 0, trouble TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX files_by_content ON files (sha256)",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, node TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
        is_titled INTEGER NOT NULL, key TEXT NOT NULL, figures INTEGER NOT NULL, deadlines INTEGER NOT NULL,
        contacts INTEGER NOT NULL, keywords TEXT NOT NULL)""",
    "CREATE INDEX articles_by_issue ON articles (issue)",
    "CREATE TABLE texts (article INTEGER PRIMARY KEY, packed BLOB NOT NULL)",
    """CREATE TABLE figures (
        id INTEGER PRIMARY KEY, article INTEGER NOT NULL, text INTEGER NOT NULL, kind TEXT NOT NULL,
        low, high, unit TEXT NOT NULL, comparator TEXT NOT NULL, label TEXT NOT NULL, surface TEXT NOT NULL,
        inferred TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL)""",
    "CREATE INDEX figures_by_article ON figures (article)",
    "CREATE INDEX figures_by_value ON figures (kind, high) WHERE kind IN ('money', 'percent')",
    "CREATE TABLE contacts (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, told TEXT NOT NULL)",
    "CREATE INDEX contacts_by_article ON contacts (article)",
    "CREATE TABLE names (article INTEGER NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL)",
    "CREATE INDEX names_by_article ON names (article)",
    f"""CREATE VIRTUAL TABLE grams USING fts5(
        title, text, content='', tokenize="ascii tokenchars '{SIGNS}'")""",
)
