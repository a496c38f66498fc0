"""Lines that the file breaks inside a paragraph stay lines of one block, where they are not paragraphs of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.pipeline import open_issue
from tests.load.packing import docx

PROSE = "全市科技工作会议昨日召开，会议总结了去年的成绩，部署了今年的任务。"
VERSE = ("风过芦花水自流", "一灯孤照小渠头", "旧岁同行人渐老", "且把星河看到秋")


def _paragraphs(path: Path) -> list[str]:
    return [block.text.plain for node in open_issue(path).walk() for block in node.blocks]


def _page(folder: Path, body: str) -> Path:
    path = folder / "a.html"
    path.write_text(f"<html><body><h1>渠边</h1>{body}</body></html>", encoding="utf-8")
    return path


def test_verse_of_a_page_is_one_block_of_lines(tmp_path: Path) -> None:
    path = _page(tmp_path, f"<p>{PROSE}</p><p>{'<br>'.join(VERSE)}</p><p>{PROSE[::-1]}</p>")
    assert _paragraphs(path)[1] == "\n".join(VERSE)


def test_verse_of_a_word_document_is_one_block_of_lines(tmp_path: Path) -> None:
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in VERSE)
    path = docx(tmp_path / "a.docx", f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p><w:p><w:r>{lines}</w:r></w:p>")
    assert _paragraphs(path)[-1] == "\n".join(VERSE)


def test_a_blank_line_parts_stanzas(tmp_path: Path) -> None:
    path = _page(tmp_path, f"<p>{PROSE}</p><p>{VERSE[0]}<br>{VERSE[1]}<br><br>{VERSE[2]}<br>{VERSE[3]}</p>")
    assert _paragraphs(path)[1:] == ["\n".join(VERSE[:2]), "\n".join(VERSE[2:])]


@pytest.mark.parametrize(
    "lines",
    [(PROSE, PROSE[3:]), ("一、先看水位", "二、再看闸门"), ("水位：三米", "流量：五方")],
    ids=["paragraphs", "numbered", "labelled"],
)
def test_lines_that_are_paragraphs_of_their_own_stay_so(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert not any("\n" in text for text in _paragraphs(_page(tmp_path, f"<p>{PROSE}</p><p>{'<br>'.join(lines)}</p>")))
