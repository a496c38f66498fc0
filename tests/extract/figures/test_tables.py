"""Every table of `tables/` holds the figures that stand below it, with its row and column as their label."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.model.mentions import Figure
from reader.pipeline import extract_mentions, open_issue
from tests.extract.figures.sentences import told

CASES = Path(__file__).resolve().parents[1] / "tables" / "tables.txt"


class TableCase(NamedTuple):
    """A table as Markdown, with what stands above it, and the figures that are to be read in it."""

    title: str
    text: str
    figures: tuple[str, ...]


def _cases() -> Iterator[TableCase]:
    """Yield the cases: a title, the table, and indented the figures, the label of each behind a bar."""
    for part in CASES.read_text("utf-8").split("== ")[1:]:
        title, *lines = part.splitlines()
        table = [line for line in lines if not line.startswith("  ")]
        yield TableCase(title, "\n".join(table), tuple(line.strip() for line in lines if line.startswith("  ")))


def _told(figure: Figure) -> str:
    return f"{told(figure)} | {figure.label}" if figure.label else told(figure)


@pytest.mark.parametrize("case", tuple(_cases()), ids=lambda case: case.title)
def test_a_table_holds_its_figures(case: TableCase, tmp_path: Path) -> None:
    path = tmp_path / "table.md"
    path.write_text(f"# 指标公报\n\n现将数据公布如下。\n\n{case.text}\n", "utf-8")
    assert tuple(map(_told, extract_mentions(open_issue(path)).figures)) == case.figures
