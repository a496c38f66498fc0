"""What the page draws of a file's own look: bullets that hang, quotations, merged cells, struck and marked words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable

from reader.ui.article.article_style import LISTED, QUOTED
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")
PAGE = """# 湿地札记

> 一句引文，有人在堤上说过。

期限~~三月一日~~改为四月十日，<mark>要紧的话</mark>与<u>下划线</u>，<ins>补上的话</ins>。

- 甲项
- 乙项

<table><tr><th colspan="2">两列的表头</th><th>丙</th></tr><tr><td rowspan="2">跨两行</td><td>一</td><td>二</td></tr>
<tr><td>三</td><td>四</td></tr></table>
"""


@pytest.fixture(params=["light", "dark", "sepia"])
def reader(request: pytest.FixtureRequest, make_user: object, tmp_path: Path) -> User:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    user: User = make_user(theme=request.param)  # type: ignore[operator]
    user.open_bulletin(path)
    return user


def at(user: User, words: str) -> QTextCursor:
    found = user.window.article.document().find(words)
    assert not found.isNull(), words
    found.setPosition(found.selectionEnd())
    return found


def test_styles_of_words_are_drawn(reader: User) -> None:
    theme = reader.window._theme
    assert at(reader, "三月一日").charFormat().fontStrikeOut()
    assert at(reader, "要紧的话").charFormat().background().color().name().upper() == theme.marker_yellow.upper()
    assert at(reader, "下划线").charFormat().fontUnderline() and at(reader, "补上的话").charFormat().fontUnderline()
    assert not at(reader, "改为").charFormat().fontStrikeOut()


def test_quotations_and_items_are_set_as_such(reader: User) -> None:
    quote, item = at(reader, "一句引文").blockFormat(), at(reader, "甲项").blockFormat()
    assert quote.boolProperty(QUOTED) and quote.leftMargin() > 0
    assert item.boolProperty(LISTED) and item.textIndent() < 0


def test_merged_cells_span_and_later_words_are_found_in_their_places(reader: User) -> None:
    cell = at(reader, "两列的表头")
    table = cell.currentTable()
    assert isinstance(table, QTextTable)
    assert table.cellAt(0, 0).columnSpan() == 2 and table.cellAt(1, 0).rowSpan() == 2
    offsets = reader.window.article.built().offsets
    source = reader.window.session.current().issue.source.text  # type: ignore[union-attr]
    for words in ("丙", "跨两行", "三", "四"):
        first = at(reader, words).position() - len(words)
        if words in ("丙", "跨两行"):
            assert offsets.source_at(first) == source.index(words)


def test_a_word_processor_gets_them_too(reader: User) -> None:
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    html = QGuiApplication.clipboard().mimeData().html()
    assert '<th colspan="2">两列的表头</th>' in html and '<td rowspan="2">跨两行</td>' in html
    assert "<ul><li>甲项</li><li>乙项</li></ul>" in html and "<s>三月一日</s>" in html
    assert "•" not in QGuiApplication.clipboard().text()
