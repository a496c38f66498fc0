"""The models keep Qt's rules and show what the issue holds."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.model.document import Dropped, Issue, Node, Run, Text
from reader.model.kinds import DropReason
from reader.ui.features.contents.contents_filter_model import ContentsFilterModel
from reader.ui.features.contents.contents_model import ContentsModel
from reader.ui.features.original.left_out_model import REASONS, LeftOutModel, context_of, reason_text
from reader.ui.session.outline import Outline, outline_of
from reader.ui.session.title_search import matching_entries, title_matches
from tests.ui.bulletins import SOURCE, ocean

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def titles(model: ContentsModel | ContentsFilterModel, parent: QModelIndex | None = None) -> list[object]:
    """Return the titles below an index as nested lists."""
    above = parent or QModelIndex()
    told: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        told.append(index.data())
        below = titles(model, index)
        if below:
            told.append(below)
    return told


def node(title: str, *children: Node, kind: str = "article") -> Node:
    return Node(title, kind, 1, Text((Run(title, 0),)), children=children)


def test_the_contents_nest_sections_articles_and_subheadings(qtbot: QtBot) -> None:
    model = ContentsModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_outline(outline_of(ocean()))
    assert titles(model) == ["近海", ["风暴潮预报更进一步", ["（1）观测"], "鱼群北迁"]]
    model.set_outline(Outline((), (), ()))
    assert model.rowCount() == 0
    tester.deleteLater()


def test_every_row_finds_its_parent(qtbot: QtBot) -> None:
    model = ContentsModel()
    model.set_outline(outline_of(ocean()))
    for entry in model.outline().entries:
        index = model.index_of(entry.index)
        assert index.row() == entry.row
        assert model.parent(index) == model.index_of(entry.parent)


def test_a_filter_narrows_the_contents_and_keeps_what_is_above(qtbot: QtBot) -> None:
    outline = outline_of(ocean())
    model, shown = ContentsModel(), ContentsFilterModel()
    model.set_outline(outline)
    shown.setSourceModel(model)
    tester = QAbstractItemModelTester(shown, STRICT)
    shown.show_only(matching_entries(outline, "鱼群"))
    assert titles(shown) == ["近海", ["鱼群北迁"]]
    shown.show_only(matching_entries(outline, "观测"))
    assert titles(shown) == ["近海", ["风暴潮预报更进一步", ["（1）观测"]]]
    shown.show_only(None)
    assert titles(shown) == titles(model)
    tester.deleteLater()


def test_a_section_counts_the_articles_below_it() -> None:
    outline = outline_of(ocean())
    assert [(entry.title, entry.count) for entry in outline.entries if entry.kind == "section"] == [("近海", 2)]
    assert [outline.entries[index].title for index in outline.readable] == ["风暴潮预报更进一步", "鱼群北迁"]


def test_an_article_without_title_is_named_by_its_opening() -> None:
    untitled = Node("a", "article", 1, Text(), blocks=ocean().nodes[0].children[1].blocks)
    issue = Issue(ocean().source, ocean().masthead, (), (), (untitled,), ())
    assert outline_of(issue).entries[0].title == "渔民在高纬发现了沙丁鱼。"


def test_titles_are_found_in_chinese_latin_and_pinyin() -> None:
    title = "新材料创新：美 DOE 资助重点项目"
    for query in (
        "材料",
        "doe",
        "xclcx",
        "xincailiao",
        "xincl",
        "clchuangx",
        "zdxm",
        "chongdian",
        "zhongdian",
        "DOEzz",
    ):
        assert title_matches(title, query.casefold()), query
    for query in ("cailiaoxin", "xclx", "doez1", "量子", "1"):
        assert not title_matches(title, query), query


def test_a_section_that_matches_shows_all_its_articles() -> None:
    section = node("研究进展", node("甲"), node("乙"), kind="section")
    outline = outline_of(Issue(ocean().source, ocean().masthead, (), (), (section, node("丙")), ()))
    found = matching_entries(outline, "yjjz")
    assert [entry.title for entry in outline.entries if entry.index in found] == ["研究进展", "甲", "乙"]


def test_what_was_left_out_is_listed_with_its_place_and_reason(qtbot: QtBot) -> None:
    model = LeftOutModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_issue(ocean())
    assert [model.index(row).data() for row in range(model.rowCount())] == ["1", "·"]
    spoken = model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("1, ") and len(spoken) > len("1, ")
    model.set_issue(None)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_a_piece_that_was_left_out_is_shown_in_its_line() -> None:
    bullet = ocean().dropped[1]
    assert context_of(SOURCE, bullet) == ("", "·", " 第一项")
    word = Dropped(SOURCE.index("高纬"), SOURCE.index("高纬") + 2, "duplicate")
    assert context_of(SOURCE, word) == ("渔民在", "高纬", "发现了沙丁鱼。")


def test_reasons_are_told_in_words() -> None:
    assert set(REASONS) == set(get_args(DropReason))
    assert reason_text("markup:<sup>").endswith(" <sup>")
    assert reason_text("a reason of tomorrow") == "a reason of tomorrow"
    assert all(reason_text(reason) for reason in REASONS)
