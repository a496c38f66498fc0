"""Recognised text: its lines are put straight and in order, kept by the hash of the file, and taken for its text."""

from __future__ import annotations

import hashlib
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pytest

from reader.app.data_folder import data_folder
from reader.cli import main
from reader.load.ocr import engine
from reader.load.ocr.kept import PageText, TextLine, keep, kept_at, kept_pages
from reader.load.ocr.straight import page_of_text
from reader.load.pdf.read import read_pages
from reader.model.errors import Cancelled, CannotRead
from reader.pictures.pdfium import open_document
from reader.pipeline import RECOGNISED, open_issue, recognise
from tests.pdfs import typeset

PROSE = "石榴河流域今年降水偏少，各地要按照计划供水，保障居民生活和春季灌溉需要。"
SOURCE = f"""
#text(size: 18pt, weight: "bold")[春季供水情况简报]

#columns(2)[#text(size: 14pt)[一月来水偏少]

{PROSE * 6}

#text(size: 14pt)[二月安排已定]

{PROSE * 6}]
"""


def _recognised(data: bytes, degrees: float = 0.0) -> list[PageText]:
    """Return the pages of a PDF as they would be recognised where they were scanned askew."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    pages = []
    for page in read_pages(open_document(data, "x"), None):
        lines = []
        for fragment in page.fragments:
            left, top, right, bottom = fragment.box
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            turned = tuple(value for x, y in corners for value in (c * x - s * y, s * x + c * y))
            lines.append(TextLine(fragment.text, 0.99, turned))
        pages.append(PageText(page.width, page.height, tuple(lines)))
    return pages


class _Engine:
    """Stands for the library: reads the pages that a test has laid out for it."""

    pages: list[PageText] = []  # noqa: RUF012
    read_so_far = 0

    def __init__(self, path: Path) -> None:
        pass

    def read(self, pixels: Any, width: float, height: float) -> PageText:
        _Engine.read_so_far += 1
        return _Engine.pages[_Engine.read_so_far - 1]


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a PDF of two pages without text, whose text the library would recognise."""
    _Engine.pages, _Engine.read_so_far = [*_recognised(typeset(SOURCE), 1.0), *_recognised(typeset(PROSE * 9))], 0
    monkeypatch.setattr(engine, "Engine", _Engine)
    monkeypatch.setattr(engine, "pixels_of", lambda *_: None)
    path = tmp_path / "scan.pdf"
    path.write_bytes(typeset("#rect(width: 9cm, height: 9cm)\n#pagebreak()\n#rect(width: 9cm, height: 9cm)"))
    return path


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("degrees", [0.0, 1.0, -1.5])
def test_lines_that_are_askew_are_put_straight(degrees: float) -> None:
    (page,) = _recognised(typeset(SOURCE), degrees)
    found = page_of_text(0, page).fragments
    (title,) = [fragment for fragment in found if fragment.text == "春季供水情况简报"]
    body = [fragment.size for fragment in found if len(fragment.text) > 12]
    assert title.size == pytest.approx(18, rel=0.08)
    assert all(size == pytest.approx(10.5, rel=0.08) for size in body)


def test_a_scan_opens_with_what_was_recognised(scan: Path) -> None:
    assert not open_issue(scan).nodes
    recognise(scan)
    issue = open_issue(scan)
    assert (issue.source.format, issue.source.encoding, issue.source.pages) == ("pdf", "ocr", 2)
    heads = [block.text.plain for node in issue.walk() for block in node.blocks if block.kind == "subheading"]
    heads += [node.title.plain for node in issue.walk()]
    assert {"一月来水偏少", "二月安排已定"} <= set(heads)
    first, second = (issue.source.text.index(title) for title in ("一月来水偏少", "二月安排已定"))
    assert issue.source.text[first:second].replace("\n", "").count(PROSE) == 6
    assert "(OCR)" in issue.source.warnings[0]


def test_a_page_is_recognised_once_though_the_work_was_stopped(scan: Path) -> None:
    def stop(_stage: str, share: float) -> None:
        if share > 0:
            raise Cancelled("Stopped.")

    folder = data_folder() / RECOGNISED
    with pytest.raises(Cancelled):
        recognise(scan, stop)
    assert [len(part) if isinstance(part, list) else part for part in kept_pages(folder, _digest(scan))] == [1, False]
    assert not open_issue(scan).nodes
    recognise(scan)
    recognise(scan)
    assert _Engine.read_so_far == 2


def test_what_is_kept_comes_back_and_damage_is_nothing_kept(tmp_path: Path) -> None:
    pages = [PageText(595.0, 842.0, (TextLine("供水", 0.5, (0.0, 0.0, 9.0, 0.0, 9.0, 9.0, 0.0, 9.0)),))]
    keep(tmp_path, "a", pages, whole=True)
    assert kept_pages(tmp_path, "a") == (pages, True)
    data = kept_at(tmp_path, "a").read_bytes()
    for damaged in (data[:-9], b"", b"x" * 40):
        kept_at(tmp_path, "a").write_bytes(damaged)
        assert kept_pages(tmp_path, "a") == ([], False)


def test_uncertain_lines_are_counted(scan: Path) -> None:
    page = _Engine.pages[0]
    unsure = page._replace(lines=(page.lines[0]._replace(sure=0.4), *page.lines[1:]))
    keep(data_folder() / RECOGNISED, _digest(scan), [page, unsure], whole=True)
    assert open_issue(scan).source.warnings[1] == "Uncertain lines in what was recognised: 1, page 2."


def test_without_the_library_a_sentence_says_how_to_get_it(
    scan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(engine, "LIBRARY", "a_library_that_nobody_has")
    assert main(["recognise", str(scan)]) == 2
    assert "pip install bulletin-reader[ocr]" in capsys.readouterr().err


def test_what_is_no_scan_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("供水通知", encoding="utf-8")
    with pytest.raises(CannotRead, match="neither a PDF nor a picture"):
        recognise(tmp_path / "a.txt")
