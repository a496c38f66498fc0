"""Figures, contacts and links as spreadsheets: CSV that every spreadsheet opens, XLSX with real numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from reader.export.columns import (
    CONTACT_COLUMNS,
    FIGURE_COLUMNS,
    LINK_COLUMNS,
    SheetColumn,
    contact_rows,
    figure_rows,
    heads,
    link_rows,
)
from reader.export.tables import Cell, Row, digits_as_text, safe_cell
from reader.model.document import Issue
from reader.model.mentions import Mentions

BOM = "\ufeff"  # tells spreadsheets that the text is UTF-8
SHEET_NAMES = {"zh": "数字", "en": "Figures"}
CONTACT_SHEET_NAMES = {"zh": "联系人", "en": "Contacts"}
LINK_SHEET_NAMES = {"zh": "链接", "en": "Links"}
CELL_LENGTH = 32_767  # characters; the most that a cell of XLSX holds


def figures_csv(issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the figures of an issue as CSV in UTF-8 with a BOM."""
    return rows_as_csv(heads(FIGURE_COLUMNS, language), figure_rows(issue, mentions, language))


def contacts_csv(issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the contacts of an issue as CSV in UTF-8 with a BOM."""
    rows = contact_rows(mentions, language)
    return rows_as_csv(heads(CONTACT_COLUMNS, language), [[digits_as_text(cell) for cell in row] for row in rows])


def figures_xlsx(issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the figures of an issue as an XLSX workbook: one sheet, its head frozen, numbers as numbers."""
    return rows_as_xlsx(SHEET_NAMES[language], FIGURE_COLUMNS, figure_rows(issue, mentions, language), language)


def contacts_xlsx(issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the contacts of an issue as an XLSX workbook, numbers of telephones as text."""
    return rows_as_xlsx(CONTACT_SHEET_NAMES[language], CONTACT_COLUMNS, contact_rows(mentions, language), language)


def links_csv(_issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the links of an issue as CSV in UTF-8 with a BOM."""
    return rows_as_csv(heads(LINK_COLUMNS, language), link_rows(mentions))


def links_xlsx(_issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the links of an issue as an XLSX workbook."""
    return rows_as_xlsx(LINK_SHEET_NAMES[language], LINK_COLUMNS, link_rows(mentions), language)


def rows_as_csv(head: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV in UTF-8 with a BOM; no cell is run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8", "replace")


def rows_as_xlsx(sheet_name: str, columns: Sequence[SheetColumn], rows: Sequence[Row], language: str) -> bytes:
    """Return rows as an XLSX workbook: one sheet, its head frozen, numbers as numbers."""
    from datetime import UTC, datetime

    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same issue gives the same bytes
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet(sheet_name)
        for column, (each, head) in enumerate(zip(columns, heads(columns, language), strict=True)):
            sheet.set_column(column, column, each.width)
            sheet.write_string(0, column, head, bold)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                _write_cell(sheet, at, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    return out.getvalue()


def _write_cell(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:CELL_LENGTH])
    elif cell is not None:
        sheet.write_number(row, column, cell)
