"""What the panel knows without a window: its models, its grouping, its days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.model.mentions import Contact, Figure, Mentions
from reader.ui.article.offset_map import OffsetMap
from reader.ui.article.page_layer import LayerMark, PageLayer
from reader.ui.features.panel.faces import (
    Around,
    clause_around,
    exact_text,
    face_of,
    sentence_around,
    value_text,
)
from reader.ui.features.panel.mention_marks import marks_of
from reader.ui.features.panel.mention_model import MENTION_ROLE, SHARE_ROLE, MentionModel
from reader.ui.features.panel.moments import due_day, iso_text, moment_of
from reader.ui.features.panel.sections import MOST_ROWS, TABS, PanelWish, sections_of
from reader.ui.features.panel.timeline import spread
from tests.ui.harbour import CONTACTS, FIGURES, SOURCE, harbour_mentions

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
AROUND = Around(SOURCE, True, date(2031, 7, 1))


def dated(low: str, high: str | None = None, kind: str = "date", comparator: str = "=", inferred: str = "") -> Figure:
    return Figure(kind, "…", 0, 1, low, high, comparator=comparator, inferred=inferred)


def amount(value: str, unit: str, kind: str = "measure") -> Figure:
    return Figure(kind, value, 0, 1, Decimal(value), unit=unit, node="a")


@pytest.mark.parametrize("tab", TABS)
def test_each_list_keeps_the_rules_of_qt(tab: str, qtbot: QtBot) -> None:
    model = MentionModel(tab)
    tester = QAbstractItemModelTester(model, STRICT)
    model.show(sections_of(tab, harbour_mentions(), PanelWish()), AROUND)
    for mention in model.mentions():
        index = model.index_of(mention)
        assert index.data(MENTION_ROLE) is mention
        assert model.parent(index).isValid() and not model.parent(model.parent(index)).isValid()
    model.show((), AROUND)
    assert model.rowCount() == 0 and not model.index_of(FIGURES[0]).isValid()
    tester.deleteLater()


def test_a_bar_compares_with_the_largest_of_its_unit(qtbot: QtBot) -> None:
    model = MentionModel("figures")
    model.show(sections_of("figures", harbour_mentions(), PanelWish("b1")), AROUND)
    shares = {mention.surface: model.index_of(mention).data(SHARE_ROLE) for mention in model.mentions()}
    assert shares["30 亿元"] == 1 and shares["4.5 亿元"] == pytest.approx(0.15)
    assert shares["2.2 亿美元"] is None  # alone in its currency
    assert shares["2031年9月"] is None


def test_units_that_occur_once_stand_together_and_are_not_compared() -> None:
    figures = (amount("5", "GPa"), amount("3", "t"), amount("9", "t"), amount("7", "nm"))
    sections = sections_of("figures", Mentions(figures), PanelWish("a", by_value=True))
    assert [[figure.surface for figure in section.rows] for section in sections] == [["9", "3"], ["5", "7"]]
    assert [section.largest for section in sections] == [9, None]


def test_by_value_units_of_one_kind_stand_together_and_sort_in_base_units(qtbot: QtBot) -> None:
    figures = (
        amount("5", "kW"),
        amount("2", "MW"),
        amount("300", "W"),
        amount("7", "nm"),
        amount("3", "d", "duration"),
    )
    (power, lonely, span) = sections_of("figures", Mentions(figures), PanelWish("a", by_value=True))
    assert [figure.unit for figure in power.rows] == ["MW", "kW", "W"] and power.title.endswith("kW、MW、W")
    assert power.largest == 2_000_000 and lonely.largest is span.largest is None
    model = MentionModel("figures")
    model.show((power,), AROUND)
    assert model.index_of(figures[0]).data(SHARE_ROLE) == pytest.approx(0.0025)
    assert len(sections_of("figures", Mentions(figures), PanelWish("a"))[0].rows) == 4  # by place each unit stays alone


def test_a_section_of_thousands_lists_the_first_and_counts_them_all() -> None:
    figures = tuple(Figure("count", f"{at}人", at, at + 2, Decimal(at), unit="人", node="a") for at in range(2000))
    (section,) = sections_of("figures", Mentions(figures), PanelWish("a", by_value=True))
    assert len(section.rows) == MOST_ROWS
    assert section.rows[0] is figures[-1]  # the largest is there, wherever it stands
    assert section.count == f"{MOST_ROWS} / 2000"


def test_figures_of_the_printed_contents_are_not_listed_but_contacts_of_the_masthead_are() -> None:
    outside = Figure("money", "5 元", 0, 3, Decimal(5), unit="CNY")
    mentions = Mentions((outside,), CONTACTS[2:])
    assert sections_of("figures", mentions, PanelWish()) == ()
    assert len(sections_of("contacts", mentions, PanelWish())) == 1


@pytest.mark.parametrize(
    ("low", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-H2", date(2031, 7, 1), date(2031, 12, 31)),
        ("2031-Q1", date(2031, 1, 1), date(2031, 3, 31)),
        ("2031-08-31T18:00", date(2031, 8, 31), date(2031, 8, 31)),
    ],
)
def test_a_printed_date_means_days(low: str, first: date, last: date) -> None:
    moment = moment_of(dated(low))
    assert moment is not None and (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize("low", ["--08-31", "", "2031-02-30", "2031-13", "第四季度", "0000"])
def test_a_date_without_a_year_or_sense_has_no_day(low: str) -> None:
    assert moment_of(dated(low)) is None
    assert iso_text(dated(low)) != ""


def test_the_date_of_the_issue_completes_a_year() -> None:
    completed = moment_of(dated("--08-31", inferred="2031-08-31"))
    assert completed is not None and completed.first == date(2031, 8, 31)
    assert iso_text(dated("2031-05", "2031-06", "date_range")) == "2031-05 – 2031-06"


@pytest.mark.parametrize(
    ("low", "comparator", "due"),
    [
        ("2031", "<", date(2030, 12, 31)),
        ("2031-12-31", "≤", date(2031, 12, 31)),
        ("2031-09", "≤", date(2031, 9, 30)),
        ("2031-09", "<", date(2031, 8, 31)),
    ],
)
def test_a_deadline_is_its_last_day(low: str, comparator: str, due: date) -> None:
    assert due_day(dated(low, kind="deadline", comparator=comparator)) == due
    assert due_day(dated(low, comparator=comparator)) is None


def test_a_long_gap_of_the_time_line_is_shortened() -> None:
    days = [date(1990, 1, 1), date(2031, 1, 1), date(2031, 1, 11), date(2031, 1, 21)]
    places, broken = spread(days)
    assert list(places) == days
    assert places[days[0]] == 0 and places[days[-1]] == 1
    assert places[days[2]] - places[days[1]] == pytest.approx(places[days[3]] - places[days[2]])
    assert places[days[2]] - places[days[1]] > 0.1
    assert broken == ((0, places[days[1]]),)
    assert spread([]) == ({}, ())
    assert spread(days[:1]) == ({days[0]: 0.5}, ())


@pytest.mark.parametrize(
    ("comparator", "surface", "shown"),
    [
        ("~", "5000 万美元", "≈ 5000 万美元"),
        ("≥", "≥98%", "≥98%"),
        (">", "80 多所", "80 多所"),
        ("≥", "10 年", "≥ 10 年"),
    ],
)
def test_a_comparison_in_words_is_shown_by_its_sign(comparator: str, surface: str, shown: str) -> None:
    assert value_text(Figure("count", surface, 0, 1, Decimal(1), comparator=comparator)) == shown


@pytest.mark.parametrize(
    ("kind", "surface", "value", "unit", "shown"),
    [
        ("money", "880", "8800000", "XAF", "880 万 XAF"),  # under a head 万…
        ("money", "20 亿", "2000000000", "XAF", "20 亿 XAF"),  # 20 亿、9.75 亿和 1.5 亿…
        ("money", "350", "350", "XAF", "350 XAF"),
        ("money", "880", "8800000", "贝壳", "880 万贝壳"),
        ("measure", "35", "35", "t", "35 t"),
        ("measure", "35 吨", "35", "t", "35 吨"),
        ("percent", "12.5", "12.5", "%", "12.5 %"),
    ],
)
def test_a_number_whose_unit_stands_elsewhere_is_shown_with_it(
    kind: str, surface: str, value: str, unit: str, shown: str
) -> None:
    assert value_text(Figure(kind, surface, 0, 1, Decimal(value), unit=unit)) == shown


def test_the_exact_value_is_told_in_base_units() -> None:
    assert exact_text(FIGURES[4]) == "8\u202f000\u202f000 TEU"
    span = Figure("measure", "2-50 nm", 0, 1, Decimal("2.50"), Decimal(50), "nm", "≤")
    assert exact_text(span) == "≤ 2.5 – 50 nm"


def test_a_sentence_is_shown_without_wraps_and_cut_where_it_is_long() -> None:
    text = "前一句。这一\n句有 30\n亿元的\n投资，很长" + "长" * 60 + "。"
    at = text.index("30")
    assert sentence_around(text, at, at + 2).startswith("这一句有 30亿元的投资，很长")
    assert sentence_around(text, at, at + 2).endswith("…")
    assert clause_around(text, at, at + 2) == "这一句有 30亿元的投资"
    assert sentence_around("", 3, 5) == ""


def test_a_row_names_its_article_unless_it_says_so_already() -> None:
    lines = [line.text for line in face_of("figures", FIGURES[0], AROUND).lines]
    assert lines == ["深水泊位开工"]
    assert face_of("figures", FIGURES[0], Around(SOURCE)).lines == ()


def test_marks_find_names_that_are_spaced_out() -> None:
    marks = [mark for mark in marks_of(harbour_mentions(), SOURCE, "b1") if mark.mention is CONTACTS[0]]
    assert [SOURCE[mark.start : mark.end] for mark in marks] == ["宋 岚", "0771-3900112", "berth@example.org"]
    assert {mark.tone for mark in marks} == {"tone_contact"}
    assert marks_of(harbour_mentions(), SOURCE, "elsewhere") == ()


def test_a_source_that_is_listed_as_a_note_is_not_marked() -> None:
    note = Contact("reference", 0, 10, urls=("https://example.org",), persons=("白杨",), node="b2")
    assert marks_of(Mentions((), (note,)), SOURCE, "b2") == ()


def test_the_mention_under_a_position_is_found(qtbot: QtBot) -> None:
    offsets = OffsetMap()
    offsets.add(5, 100, "某港投资 30 亿元，")
    layer = PageLayer()
    first, second = object(), object()
    marks = (
        LayerMark(100, 102, "tone_contact", first),
        LayerMark(105, 110, "tone_amount", second),
        LayerMark(900, 905, "tone_date", 0),
    )
    layer.set_marks(marks, offsets)
    assert layer.marked() == ((5, 7), (10, 15))
    assert [layer.mention_at(position) for position in (4, 5, 6, 7, 9, 10, 14, 15)] == [
        None, first, first, None, None, second, second, None,
    ]  # fmt: skip
