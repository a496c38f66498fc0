"""What is handed on of an issue: chosen articles, with marks, notes and lines where they belong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.export.publication import Chapter, Choice, Marked, Passage, Publication, plain
from reader.export.publishing import publish, title_of
from reader.model.document import Block, Footnote, Issue, MetaLine, Node, Ref, Run, Source, Span, Text
from reader.model.marks import Anchor, Highlight, Locator
from tests.export.handed_on import Article, Piece, issue_of, marked

WITH = Choice(highlights=True)
ONLY = Choice(only_highlights=True)
NESTED = issue_of(
    Article("要闻", kind="section", articles=(
        Article("大坝开工", (Piece("总投资三十亿元。"),), level=2, page="3"),
        Article("清淤过半", (Piece("清理河道百里。"),), level=2),
    )),
    Article("通知", kind="section", articles=(Article("放假安排", (Piece("五月放假三天。"),), level=2),)),
)  # fmt: skip


def _titles(publication: Publication) -> list[tuple[int, str]]:
    return [(chapter.level, title_of(chapter)) for chapter in publication.chapters]


def _lit(passage: Passage) -> list[tuple[str, int]]:
    return [(words.text, words.mark) for words in passage.words]


def _light(key: str, *spans: tuple[int, int], note: str = "") -> Marked:
    """Highlight ranges of the source."""
    pieces = tuple(Anchor(start, end, f"{key}{start}") for start, end in spans)
    return Marked(Highlight(key, Locator("k", pieces), note=note), tuple(Span(*span) for span in spans))


def _issue(text: str, *blocks: Block, **more: object) -> Issue:
    node = Node("n1", "article", 1, Text((Run("题"),)), blocks=blocks, **more)  # type: ignore[arg-type]
    empty = issue_of()
    return replace(empty, source=Source("a.txt", "00", "text", "utf-8", text), nodes=(node,))


def _chapter(issue: Issue, *lights: Marked, choice: Choice = WITH) -> Chapter:
    [chapter] = publish(issue, None, choice, lights).chapters
    return chapter


def test_a_section_comes_with_its_articles_and_an_article_names_its_section() -> None:
    whole = publish(NESTED)
    assert _titles(whole) == [(1, "要闻"), (2, "大坝开工"), (2, "清淤过半"), (1, "通知"), (2, "放假安排")]
    assert (whole.title, whole.listed) == ("水利通讯 2025年第3期", True)
    one = publish(NESTED, {"n2"})
    assert (_titles(one), one.chapters[0].section, one.title, one.listed) == (
        [(1, "大坝开工")], "要闻", "大坝开工", False,
    )  # fmt: skip
    assert _titles(publish(NESTED, {"n1"})) == [(1, "要闻"), (2, "大坝开工"), (2, "清淤过半")]


def test_only_highlights_keep_the_headings_that_they_stand_below() -> None:
    publication = publish(NESTED, None, ONLY, marked(NESTED, "河道"))
    [chapter] = publication.chapters
    assert (chapter.section, *_titles(publication)) == ("要闻", (1, "清淤过半"))
    assert [mark.quote for mark in chapter.marks] == ["河道"]
    assert chapter.passages == ()


def test_headings_that_lead_to_more_than_one_article_or_to_none_stay() -> None:
    assert _titles(publish(NESTED, {"n1"})) == [(1, "要闻"), (2, "大坝开工"), (2, "清淤过半")]
    empty = replace(NESTED, nodes=tuple(replace(node, children=()) for node in NESTED.nodes))
    assert _titles(publish(empty)) == [(1, "要闻"), (1, "通知")]


def test_no_highlights_leave_nothing_where_only_they_are_wanted() -> None:
    assert publish(NESTED, None, ONLY).chapters == ()


def test_highlights_that_overlap_are_all_listed_and_the_later_one_is_seen() -> None:
    issue = _issue("甲乙丙丁戊", Block("paragraph", Text((Run("甲乙丙丁戊", 0),)), (Span(0, 5),)))
    chapter = _chapter(issue, _light("a", (0, 3)), _light("b", (2, 5)))
    assert _lit(chapter.passages[0]) == [("甲乙", 0), ("丙", 1), ("丁戊", 1)]
    assert [mark.quote for mark in chapter.marks] == ["a0", "b2"]


def test_a_highlight_below_another_keeps_its_note() -> None:
    issue = _issue("甲乙丙", Block("paragraph", Text((Run("甲乙丙", 0),)), (Span(0, 3),)))
    chapter = _chapter(issue, _light("a", (1, 2), note="查"), _light("b", (0, 3)))
    assert sorted((mark.quote, mark.note) for mark in chapter.marks) == [("a1", "查"), ("b0", "")]
    assert {chapter.marks[mark].quote for _text, mark in _lit(chapter.passages[0])} == {"b0"}


def test_a_highlight_lies_on_joiners_and_footnote_marks_between_its_pieces() -> None:
    runs = (Run("甲乙", 0), Run(" "), Run("c", 3))
    block = Block("paragraph", Text(runs), (Span(0, 4),), refs=(Ref("1", 2, Span(2, 2)),))
    issue = _issue("甲乙\nc", block, footnotes=(Footnote("1", "注", "", ()),))
    chapter = _chapter(issue, _light("a", (0, 2), (3, 4)))
    assert _lit(chapter.passages[0]) == [("甲乙", 0), ("1", 0), (" ", 0), ("c", 0)]


def test_a_highlight_in_two_pieces_leaves_the_text_between_them() -> None:
    issue = _issue("甲乙丙", Block("paragraph", Text((Run("甲乙丙", 0),)), (Span(0, 3),)))
    assert _lit(_chapter(issue, _light("a", (0, 1), (2, 3))).passages[0]) == [("甲", 0), ("乙", -1), ("丙", 0)]


def test_a_highlight_on_a_footnote_mark_alone_is_kept() -> None:
    block = Block("paragraph", Text((Run("甲", 0), Run("乙", 2))), (Span(0, 3),), refs=(Ref("1", 1, Span(1, 2)),))
    chapter = _chapter(_issue("甲①乙", block), _light("a", (1, 2)))
    assert _lit(chapter.passages[0]) == [("甲", -1), ("1", 0), ("乙", -1)]
    assert [mark.quote for mark in chapter.marks] == ["a1"]


def test_a_highlight_on_a_label_is_listed() -> None:
    issue = _issue("作者：林山", meta=(MetaLine("作者", "林山", (Span(0, 5),)),))
    assert [mark.quote for mark in _chapter(issue, _light("a", (0, 2))).marks] == ["a0"]


def test_a_highlight_over_two_articles_is_listed_in_both() -> None:
    text = NESTED.source.text
    over = _light("a", (text.index("三十"), text.index("百里")))
    lit = publish(NESTED, None, WITH, [over]).chapters
    assert [title_of(chapter) for chapter in lit if chapter.marks] == ["大坝开工", "清淤过半"]


def test_highlights_that_are_not_wanted_are_not_there() -> None:
    publication = publish(NESTED, None, Choice(), marked(NESTED, "河道"))
    assert all(words.mark < 0 for chapter in publication.chapters for p in chapter.passages for words in p.words)
    assert not any(chapter.marks for chapter in publication.chapters)


@pytest.mark.parametrize(
    ("spans", "lines"), [((Span(0, 2),), "1"), ((Span(0, 5),), "1–2"), ((Span(3, 5), Span(8, 9)), "2–4"), ((), "")]
)
def test_lines_of_the_source_are_counted_whatever_ends_them(spans: tuple[Span, ...], lines: str) -> None:
    issue = _issue("甲乙\n丙丁\r\n\r戊己", Block("paragraph", Text((Run("甲", 0),)), spans))
    [chapter] = publish(issue, None, Choice(provenance=True)).chapters
    assert chapter.passages[0].lines == lines


def test_lines_are_not_told_unless_they_are_wanted() -> None:
    assert publish(NESTED).chapters[1].passages[0].lines == ""


def test_an_article_without_title_is_named_by_its_opening_words() -> None:
    long = "春江潮水连海平，海上明月共潮生，滟滟随波千万里"
    [chapter] = publish(issue_of(Article("", (Piece(f"{long}，何处春江无月明。"),)))).chapters
    assert (chapter.has_title, title_of(chapter)) == (False, f"{long}，…")


def test_a_publication_has_a_title_where_its_article_has_none() -> None:
    assert publish(issue_of(Article("", (Piece(rows=(("甲", "乙"),)),)))).title == "水利通讯 2025年第3期"


def test_repeated_footnote_marks_call_one_note_after_the_other() -> None:
    article = Article(pieces=(Piece("甲乙", notes=((1, "1"), (2, "1"))),), notes=(("1", "先", ""), ("1", "后", "")))
    [chapter] = publish(issue_of(article)).chapters
    assert [words.note for words in chapter.passages[0].words if words.note >= 0] == [0, 1]
    assert [(plain(note.words), note.called) for note in chapter.notes] == [("先", True), ("后", True)]


def test_a_mark_without_note_stays_raised_and_a_note_without_mark_is_told() -> None:
    [chapter] = publish(issue_of(Article(pieces=(Piece("甲", notes=((1, "9"),)),), notes=(("1", "注", ""),)))).chapters
    assert [(w.text, w.styles, w.note) for w in chapter.passages[0].words] == [("甲", (), -1), ("9", ("sup",), -1)]
    assert not chapter.notes[0].called


@pytest.mark.parametrize(
    ("text", "url", "linked"),
    [
        ("见 https://a.example/b。", "", "https://a.example/b"),
        ("(https://a.example/b).", "", "https://a.example/b"),
        ("见 https://a.example/甲 乙", "https://a.example/甲 乙", "https://a.example/甲 乙"),
        ("报告", "https://a.example/c", "https://a.example/c"),
        ("https://", "", ""),
    ],
)
def test_addresses_in_notes_are_links(text: str, url: str, linked: str) -> None:
    [chapter] = publish(issue_of(Article(notes=(("1", text, url),)))).chapters
    words = chapter.notes[0].words
    assert "".join(piece.text for piece in words if piece.url) == linked
    assert {piece.url for piece in words if piece.url} == ({linked} if linked else set())


def test_an_item_with_a_number_of_its_own_gets_no_bullet() -> None:
    items = (Piece("（1）甲", "list_item"), Piece("乙", "list_item", level=2))
    [chapter] = publish(issue_of(Article(pieces=items))).chapters
    assert [(passage.bullet, passage.level) for passage in chapter.passages] == [(False, 0), (True, 2)]
