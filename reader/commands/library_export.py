"""The command `library export`: figures, people and deadlines of all that a question finds, as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.commands.library_marks import kept_marks
from reader.export.cards import contacts_vcard
from reader.export.columns import CONTACT_COLUMNS, FIGURE_COLUMNS, SheetColumn, contact_row, figure_rows, heads
from reader.export.deadlines import deadlines_ics
from reader.export.files import write_file
from reader.export.spreadsheet import SHEET_NAMES, rows_as_csv, rows_as_xlsx
from reader.export.tables import Row, digits_as_text
from reader.library.facts import Gathered, gathered
from reader.library.shelf import IssueLibrary
from reader.model.errors import CannotWrite, ReaderError

ORIGINS = (SheetColumn("期刊", "Issue", 24), SheetColumn("日期", "Date", 12), SheetColumn("文件", "File", 40))
SUFFIXES = {"figures": (".csv", ".xlsx"), "contacts": (".vcf", ".csv", ".xlsx"), "deadlines": (".ics", ".csv", ".xlsx")}


def export(library: IssueLibrary, wish: argparse.Namespace) -> int:
    """Write the tables that are wished for; return 0, or 2 where nothing was found for one."""
    wanted = [(what, Path(name)) for what in SUFFIXES for name in getattr(wish, what)]
    if not wanted:
        raise ReaderError("say what to save: --figures OUT.xlsx, --contacts OUT.vcf or --deadlines OUT.ics")
    for what, path in wanted:
        if path.suffix.lower() not in SUFFIXES[what]:
            sentence = "{path} does not say what to write; end the name in {suffixes}."
            raise CannotWrite(sentence, code="unknown-suffix", path=str(path), suffixes=", ".join(SUFFIXES[what]))
    found = gathered(library, " ".join(wish.query), kept_marks)
    is_lacking = False
    for what, path in wanted:
        if data := _made(found, what, path.suffix.lower(), wish.lang):
            write_file(path, data)
            print(path)
        else:
            print(f"bulletin-reader: no {what} found for {path}, nothing written", file=sys.stderr)
            is_lacking = True
    return 2 if is_lacking else 0


def _made(found: Gathered, what: str, suffix: str, language: str) -> bytes:
    """Return the bytes of one table; none where there is nothing to put in."""
    if suffix == ".ics":
        return deadlines_ics(found.issue, found.mentions, language)
    if suffix == ".vcf":
        return contacts_vcard(found.issue, found.mentions, language)
    columns, rows = _contacts(found, language) if what == "contacts" else _figures(found, what, language)
    if not rows:
        return b""
    if suffix == ".csv":
        return rows_as_csv(heads(columns, language), rows)
    return rows_as_xlsx(SHEET_NAMES[language], columns, rows, language)


def _figures(found: Gathered, what: str, language: str) -> tuple[tuple[SheetColumn, ...], list[Row]]:
    """Return a row for each figure, or each deadline, with the issue that it stands in before it."""
    figures = found.mentions.figures
    told = figure_rows(found.issue, found.mentions, language)
    article = FIGURE_COLUMNS.index(next(column for column in FIGURE_COLUMNS if column.en == "Article"))
    rows: list[Row] = []
    for figure, row in zip(figures, told, strict=True):
        if what == "figures" or figure.kind == "deadline":
            origin = found.origins[figure.node]
            row[article] = origin.article
            rows.append([origin.issue, origin.date, origin.path, *row])
    return (*ORIGINS, *FIGURE_COLUMNS), rows


def _contacts(found: Gathered, language: str) -> tuple[tuple[SheetColumn, ...], list[Row]]:
    rows = [contact_row(contact, language) for contact in found.mentions.contacts]
    return CONTACT_COLUMNS, [[digits_as_text(cell) for cell in row] for row in rows]
