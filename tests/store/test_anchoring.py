"""A mark is found again in a changed text, or it is lost; it never stands in a wrong place."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.document import Span
from reader.model.marks import Anchor, Locator
from reader.store.anchoring import Placement, make_anchor, make_locator, place_all
from reader.store.normalised import normalise
from tests.store.changing import (
    Change,
    rewrapped,
    seed_texts,
    unchanged,
    with_articles_moved,
    with_crlf,
    with_new_paragraphs,
    with_other_words,
    without_some_lines,
)

MARKS = 25  # in each text
LEAST_FOUND = 0.7  # of the marks whose words are mostly there; one sample prints nearly everything twice
TEXT = "\n".join(
    (
        "水库大坝加固工程本月初正式开工，总投资三十亿元。",
        "各乡镇组织人员清理河道和水渠，已完成计划数的一半。",
        "联系人：林山，电话：0000-1234567，地址：江口镇南街。",
        "粮食收购价格比去年上涨百分之五，农户普遍满意。",
        "联系人：林山，电话：0000-1234567，地址：江口镇南街。",
        "县图书馆周末延长开放时间，到晚上九点闭馆。",
    )
)


def _mark(text: str, words: str, nth: int = 0) -> Locator:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    locator = make_locator(normalise(text), "k", [Span(start, start + len(words))])
    assert locator is not None
    return locator


def _place(text: str, locator: Locator) -> Placement | None:
    return place_all(normalise(text), [locator])[0]


def _words(text: str, placement: Placement | None) -> str | None:
    return None if placement is None else "".join(text[s:e] for s, e in placement.spans)


def _anywhere(random: Random, text: str) -> Span:
    start = random.randrange(len(text))
    return Span(start, min(len(text), start + random.choice([2, 5, 12, 30, 80, 200, 600])))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "changes",
    [
        (with_new_paragraphs,),
        (without_some_lines,),
        (with_other_words,),
        (with_articles_moved,),
        (without_some_lines, with_other_words, rewrapped, with_crlf),
        (with_new_paragraphs, with_articles_moved, with_other_words),
    ],
    ids=lambda changes: " ".join(change.__name__ for change in changes),
)
def test_marks_follow_their_words(changes: tuple[Change, ...], seed: int) -> None:
    random = Random(seed)
    text = seed_texts()[seed]
    old = normalise(text)
    marks = [
        (span, locator) for _ in range(MARKS) if (locator := make_locator(old, "k", [span := _anywhere(random, text)]))
    ]
    changed = unchanged(text)
    for change in changes:
        changed = change(changed, random)
    placements = place_all(normalise(changed.text), [locator for _, locator in marks])
    found = kept_well = 0
    for (span, _), placement in zip(marks, placements, strict=True):
        kept = {at for at in changed.kept(*span) if not changed.text[at].isspace()}
        is_kept_well = len(kept) >= 0.8 * len(normalise(text[span.start : span.end]).text)
        kept_well += is_kept_well
        found += is_kept_well and placement is not None
        if placement is not None:
            shown = {at for start, end in placement.spans for at in range(start, end)}
            assert kept & shown, (text[span.start : span.end], _words(changed.text, placement))
    assert found >= LEAST_FOUND * kept_well


@given(seed=st.integers(0, 4), random=st.randoms(use_true_random=False))
def test_wrapping_and_line_ends_move_every_mark_to_the_same_words(seed: int, random: Random) -> None:
    text = seed_texts()[seed]
    old = normalise(text)
    spans = [_anywhere(random, text) for _ in range(5)]
    changed = with_crlf(rewrapped(unchanged(text), random), random)
    new = normalise(changed.text)
    assert new.digest == old.digest
    for span in spans:
        locator = make_locator(old, "k", [span])
        if locator is None:
            assert not text[span.start : span.end].strip("\ufeff \t\n\r\f\u3000\u200b")
            continue
        placement = place_all(new, [locator])[0]
        assert placement is not None
        assert not placement.changed
        [(start, end)] = placement.spans
        assert [at for at in changed.kept(*span) if start <= at < end][:: end - start or 1]
        assert normalise(changed.text[start:end]).text == normalise(text[span.start : span.end]).text


def test_another_encoding_that_lacks_a_character_is_no_obstacle() -> None:
    text = TEXT.replace("林山", "林㙟")
    copy = text.replace("㙟", "?")
    assert _words(copy, _place(copy, _mark(text, "组织人员清理河道"))) == "组织人员清理河道"


def test_a_deleted_quote_is_lost_though_its_surroundings_stand() -> None:
    words = "粮食收购价格比去年上涨百分之五，"
    assert _place(TEXT.replace(words, ""), _mark(TEXT, words)) is None
    assert _place(TEXT.replace(words, "今年雨水比往年都要多一些，"), _mark(TEXT, words)) is None


def test_a_deleted_line_is_lost_though_its_twin_stands() -> None:
    lines = TEXT.split("\n")
    second = _mark(TEXT, "0000-1234567", 1)
    without_second = "\n".join([lines[0] + "又有两个新的句子。", *lines[1:4], "今天全县没有其他消息。", lines[5] * 2])
    assert _place(without_second, second) is None


def test_twins_are_told_apart_by_their_surroundings() -> None:
    for nth in (0, 1):
        new = "本期要闻如下。\n" + TEXT + "\n完。"
        placement = _place(new, _mark(TEXT, "电话：0000-1234567", nth))
        assert placement is not None
        assert new[: placement.spans[0].start].count("1234567") == nth


def test_equal_twins_are_placed_only_where_the_distance_to_one_end_is_as_it_was() -> None:
    block = "承办单位：江口镇人民政府办公室，校对：林山，电话：0000-1234567，传真：0000-7654321，邮编：000000。\n"
    text = f"甲。\n{block}乙乙乙。\n{block}{block}丙。\n"
    middle = _mark(text, "传真：0000-7654321", 1)
    longer = text + "后面加了一段新的话。\n"
    placement = _place(longer, middle)
    assert placement is not None
    assert placement.spans == ((middle.pieces[0].start, middle.pieces[0].end),)
    both_ends = "前面加了一段。\n" + text + "后面也加了一段新的话。\n"
    assert _place(both_ends, _mark(block * 5, "传真：0000-7654321", 2)) is None


def test_a_changed_word_inside_keeps_the_mark_and_says_so() -> None:
    new = TEXT.replace("清理河道和水渠", "清理河道与水渠")
    placement = _place(new, _mark(TEXT, "组织人员清理河道和水渠"))
    assert _words(new, placement) == "组织人员清理河道与水渠"
    assert placement is not None
    assert placement.changed


def test_a_figure_that_became_another_is_still_its_place() -> None:
    new = TEXT.replace("三十亿元", "三五亿元")
    assert _words(new, _place(new, _mark(TEXT, "总投资三十亿元"))) == "总投资三五亿元"


def test_text_around_a_page_break_is_one_mark_in_two_pieces() -> None:
    text = "前面的话。工程总投资\n— 3 —\n三十亿元，分三年完成。后面的话。"
    first, second = text.index("总投资"), text.index("三十亿元")
    locator = make_locator(normalise(text), "k", [Span(first, first + 3), Span(second, second + 4)])
    assert locator is not None
    assert locator.quote == "总投资三十亿元"
    later = "新的一段话放在最前面。\n" + text.replace("— 3 —", "— 4 —")
    assert _words(later, _place(later, locator)) == "总投资三十亿元"
    assert _place(later.replace("三十亿元，", ""), locator) is None


def test_spans_with_nothing_but_spaces_between_are_one_piece() -> None:
    text = "总投资\n  三十亿元 with a\nwrap here。"
    locator = make_locator(normalise(text), "k", [Span(0, 3), Span(6, 17), Span(18, 22)])
    assert locator is not None
    assert [piece.quote for piece in locator.pieces] == ["总投资三十亿元 with a wrap"]


def test_a_foreign_quote_without_context_is_placed_where_it_is_unique() -> None:
    unique = Locator("k", (Anchor(-1, -1, "周末延长 开放时间"),))
    assert _words(TEXT, _place(TEXT, unique)) == "周末延长开放时间"
    assert _place(TEXT, Locator("k", (Anchor(-1, -1, "林山"),))) is None
    assert _place(TEXT, Locator("k", (Anchor(-1, -1, "  "),))) is None
    assert _place(TEXT, Locator("k", ())) is None


def test_the_first_words_of_a_text_are_not_taken_for_the_same_words_elsewhere() -> None:
    text = "快讯三则。今天的消息如下。"
    assert _words(text + "完。", _place(text + "完。", _mark(text, "快讯三则"))) == "快讯三则"
    assert _place("另一篇文章里也提到快讯三则这几个字而已", _mark(text, "快讯三则")) is None


def test_blank_text_cannot_be_marked() -> None:
    assert make_anchor(normalise("甲 \n 乙"), Span(1, 4)) is None
    assert make_locator(normalise("   "), "k", [Span(0, 3)]) is None


@given(st.text("甲乙。 \n\u3000\u200ba", max_size=40), st.data())
def test_a_position_and_its_offset_belong_together(text: str, data: st.DataObject) -> None:
    squeezed = normalise(text)
    for position in range(len(squeezed.text)):
        offset = squeezed.offset(position)
        assert text[offset] == squeezed.text[position]
        assert squeezed.position(offset) == position
    offset = data.draw(st.integers(0, len(text)))
    assert squeezed.position(offset) == len(normalise(text[:offset]).text)


@given(st.text("甲乙丙丁。 \n12", max_size=120), st.text("甲乙丙丁。 \n12", max_size=120), st.data())
def test_whatever_becomes_of_a_text_a_mark_stands_in_it_or_is_lost(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    locator = make_locator(normalise(old), "k", [Span(start, data.draw(st.integers(start, len(old))))])
    if locator is None:
        return
    assert _words(old, _place(old, locator)) is not None
    placement = _place(new, locator)
    if placement is not None:
        assert all(0 <= start < end <= len(new) for start, end in placement.spans)
        assert placement.changed or normalise(_words(new, placement) or "").text == normalise(locator.quote).text


def test_a_whole_long_article_is_marked_and_found_after_changes_inside() -> None:
    text = "".join(seed_texts())
    locator = make_locator(normalise(text), "k", [Span(1000, 31_000)])
    assert locator is not None
    changed = text[:9000] + "中间加了一句话。" + text[9000:20_000] + text[20_300:]
    placement = _place("新的开头。" + changed, locator)
    assert placement is not None
    assert placement.changed
    [(start, end)] = placement.spans
    assert abs(start - 1005) <= 2
    assert abs(end - (31_005 + 8 - 300)) <= 2
