"""The measure itself: what it counts and what it forgives."""

from __future__ import annotations

import copy

import pytest

from tests.quality.corpus import Outline, load_answer, original_names
from tests.quality.measure import MEASURES, cover, measure, order_ratio
from tests.quality.readings import digest


def _article(title: str, *paragraphs: str, **more: object) -> Outline:
    blocks = [{"type": "paragraph", "text": text} for text in paragraphs]
    return {"kind": "article", "level": 1, "title": title, "blocks": blocks, **more}


@pytest.mark.parametrize("name", original_names())
def test_a_right_answer_measures_one_against_itself(name: str) -> None:
    outline = load_answer(name)
    result = measure(outline, outline)
    assert [result.value(each) for each in MEASURES if result.value(each) is not None] == pytest.approx(
        [1.0 for each in MEASURES if result.value(each) is not None]
    )
    assert result.order == 1.0
    assert all(result.facts.values())


def test_whitespace_never_counts() -> None:
    expected = {"nodes": [_article("战略规划", "一条 消息。")]}
    actual = {"nodes": [_article("战 略 规 划", "一条消\n息。")]}
    assert measure(expected, actual).value("placed") == 1.0


def test_text_under_the_wrong_article_is_body_but_not_placed() -> None:
    expected = {"nodes": [_article("甲", "一。"), _article("乙", "二。")]}
    actual = {"nodes": [_article("甲", "一。", "二。"), _article("乙")]}
    result = measure(expected, actual)
    assert (result.value("body"), result.value("placed")) == (1.0, 0.5)


def test_a_false_title_costs_as_much_as_a_missed_one() -> None:
    expected = {"nodes": [_article("甲"), _article("乙")]}
    missing = measure(expected, {"nodes": [_article("甲")]})
    surplus = measure({"nodes": [_article("甲")]}, expected)
    assert missing.value("titles") == surplus.value("titles") == pytest.approx(2 / 3)
    assert missing.tallies["titles"].missed == surplus.tallies["titles"].false == (("乙",),)


def test_what_neither_side_has_is_not_measured() -> None:
    bare = {"nodes": [_article("甲")]}
    assert measure(bare, bare).value("footnotes") is None


def test_a_hash_stands_for_its_text() -> None:
    hashed = {"type": "paragraph", "sha": digest("一。")}
    expected = {"nodes": [_article("甲", byline={"names": [digest("万勇")]}) | {"blocks": [hashed]}]}
    actual = {"nodes": [_article("甲", "一 。", byline={"names": ["万勇"]})]}
    result = measure(expected, actual)
    assert (result.value("body"), result.value("bylines")) == (1.0, 1.0)


def test_another_reading_of_a_title_or_a_text_is_right_too() -> None:
    expected = {"nodes": [_article("甲", "一。", alt_titles=["【甲】"])]}
    expected["nodes"][0]["blocks"][0]["alt_text"] = ["● 一。", "（1）一。"]
    result = measure(expected, {"nodes": [_article("【甲】", "（1） 一。")]})
    assert (result.value("titles"), result.value("placed")) == (1.0, 1.0)


def test_what_may_be_left_out_is_not_missed() -> None:
    expected = {"nodes": [_article("甲", "一。"), _article("旁栏", "二。", lenient="side box")]}
    expected["nodes"][0]["blocks"].append({"type": "paragraph", "text": "免责声明", "lenient": "disclaimer"})
    result = measure(expected, {"nodes": [_article("甲", "一。", "二。")]})
    assert (result.value("titles"), result.value("parents"), result.value("body")) == (1.0, 1.0, 1.0)
    assert measure(expected, expected).value("placed") == 1.0


def test_a_label_line_shown_as_a_paragraph_is_understood() -> None:
    expected = {"nodes": [_article("甲", "一。", meta=[{"label": "责任编辑", "value": "岑 望"}])]}
    result = measure(expected, {"nodes": [_article("甲", "责任编辑：岑望", "一。")]})
    assert (result.value("meta"), result.value("body")) == (1.0, 1.0)


def test_a_node_that_repeats_the_title_of_the_issue_is_no_article() -> None:
    issue = {"title": "云栖快报"}
    flat = {"issue": issue, "nodes": [_article("甲"), _article("乙")]}
    nested = {"issue": issue, "nodes": [_article("云栖 快报", children=[_article("甲"), _article("乙")])]}
    result = measure(flat, nested)
    assert (result.value("titles"), result.value("parents")) == (1.0, 1.0)


def test_a_heading_is_found_whatever_it_was_taken_for() -> None:
    expected = {"nodes": [_article("甲"), _article("乙")]}
    actual = {"nodes": [_article("甲") | {"blocks": [{"type": "subheading", "text": "乙"}]}]}
    result = measure(expected, actual)
    assert (result.value("headings"), result.value("subheads")) == (1.0, 0.0)


def test_marker_and_place_of_a_note_count() -> None:
    expected = {
        "nodes": [_article("甲", "一。", footnotes=[{"marker": "1", "text": "注", "url": "https://a.example"}])]
    }
    expected["nodes"][0]["blocks"][0]["refs"] = [{"marker": "1", "at": 1}]
    actual = copy.deepcopy(expected)
    actual["nodes"][0]["footnotes"][0]["marker"] = "2"
    actual["nodes"][0]["blocks"][0]["refs"] = []
    result = measure(expected, actual)
    assert (result.value("footnotes"), result.value("refs")) == (0.0, 0.0)


def test_order_is_the_longest_run_in_order() -> None:
    assert order_ratio(["a", "b", "c", "d"], ["a", "b", "c", "d"]) == 1.0
    assert order_ratio(["a", "b", "c", "d"], ["d", "a", "b", "x", "c"]) == 0.75
    assert order_ratio(["a"], []) == 1.0


def test_coverage_counts_lost_twice_and_alien() -> None:
    source = "标题\n正文 一。\n3"
    node = _article("标题", title_spans=[[0, 2]])
    node["blocks"] = [{"type": "paragraph", "text": "正文一。", "spans": [[3, 8]]}]
    whole = cover({"nodes": [node], "dropped": [{"start": 9, "end": 10}]}, source)
    assert (whole.lost, whole.twice, whole.alien) == (0, 0, 0)
    holed = cover({"nodes": [node], "dropped": [{"start": 0, "end": 1}]}, source)
    assert (holed.lost, holed.twice, holed.alien) == (1, 1, 0)
    node["blocks"][0]["text"] = "文正一。"
    assert cover({"nodes": [node]}, source).alien == 3
