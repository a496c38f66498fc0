"""The printer of other shapes: what it prints is what its right answer says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from tests.quality.answers import chinese_number, walk
from tests.quality.breaking import break_lines, em_width
from tests.quality.corpus import Outline, load_outline, outline_names
from tests.quality.fiction import KINDS, make_outline
from tests.quality.readings import squeeze
from tests.quality.setting import CHOICES, Setting, sample_setting, with_options
from tests.quality.strategies import printed_bulletins
from tests.quality.typeset import typeset, typeset_text

OUTLINES = [*outline_names(), *KINDS]
PLAIN = Setting(measure=24, lines=30, contents="none", page_number="none", page_end="none", notes="superscript")


def _outline(name: str) -> Outline:
    return make_outline(name, 1) if name in KINDS else load_outline(name)


def _block_texts(answer: Outline) -> list[str]:
    blocks = [block for node in walk(answer["nodes"]) for block in node["blocks"]]
    return [block["text"] for block in blocks if block["type"] != "table"]


@pytest.mark.parametrize("name", OUTLINES)
def test_printing_is_deterministic(name: str) -> None:
    setting = sample_setting(5)
    assert typeset(_outline(name), setting, 5) == typeset(_outline(name), setting, 5)


@pytest.mark.parametrize("name", OUTLINES)
def test_all_words_of_the_answer_are_printed_in_order(name: str) -> None:
    # One tall column without notes: no page, note or float can come between.
    setting = replace(PLAIN, lines=100_000, notes="none")
    text, answer = typeset_text(_outline(name), setting, 1)
    printed, at = squeeze(text), 0
    for wanted in _block_texts(answer):
        at = printed.find(squeeze(wanted), at)
        assert at >= 0, wanted


@pytest.mark.parametrize("name", OUTLINES)
@pytest.mark.parametrize("seed", range(4))
def test_every_printed_character_survives_encoding(name: str, seed: int) -> None:
    setting = sample_setting(seed)
    text, _ = typeset_text(_outline(name), setting, seed)
    content, _ = typeset(_outline(name), setting, seed)
    assert content.decode(setting.encoding).replace(setting.newline, "\n") == text


@pytest.mark.parametrize("measure", [18, 25, 38, 50])
def test_lines_keep_the_measure_and_the_rules_of_punctuation(measure: int) -> None:
    _, answer = typeset_text(load_outline(outline_names()[1]), PLAIN)
    for text in _block_texts(answer):
        lines = [line.text for line in break_lines(text, measure)]
        assert squeeze("".join(lines)) == squeeze(text)
        assert all(em_width(line) <= measure for line in lines)
        assert not [line for line in lines if line[0] in "，。、；：？！）》”" or line[-1] in "（《“"]
        for before, after in pairwise(lines):
            seam = re.search(r"[A-Za-z]+$", before), re.match(r"[A-Za-z]+", after)
            assert not all(seam) or re.search(r"\s", text.split(before[-4:], 1)[1][:1])


def test_notes_stand_below_their_page_and_their_marks_in_the_text() -> None:
    text, answer = typeset_text(_outline("monitor"), replace(PLAIN, page_end="formfeed"), 1)
    notes = [note for node in walk(answer["nodes"]) for note in node.get("footnotes", [])]
    pages = text.split("\f")
    assert notes
    for note in notes:
        marked = [page for page in pages if note["marker"] in page]
        assert len(marked) == 1
        assert squeeze(note["marker"] + note["text"]) in squeeze(marked[0])


def test_marks_follow_the_setting() -> None:
    first = {}
    for style in ("none", "digits", "superscript", "brackets"):
        _, answer = typeset_text(_outline("monitor"), replace(PLAIN, notes=style), 1)
        blocks = [block for node in walk(answer["nodes"]) for block in node["blocks"]]
        first[style] = next((ref["marker"] for block in blocks for ref in block.get("refs", [])), None)
    assert first == {"none": None, "digits": "1", "superscript": "¹", "brackets": "[1]"}


def test_contents_name_the_page_of_each_title() -> None:
    setting = replace(PLAIN, contents="tabs", page_end="formfeed", running_head="none", indent="none")
    text, answer = typeset_text(_outline("campus"), setting, 3)
    pages = text.split("\f")
    cover = 1 if len(pages) > max(int(entry["page"]) for entry in answer["contents"]) else 0
    for entry in answer["contents"]:
        assert squeeze(entry["title"]) in squeeze(pages[int(entry["page"]) - 1 + cover])


def test_numbered_headings_carry_their_numbers() -> None:
    _, answer = typeset_text(_outline("monitor"), replace(PLAIN, headings="numbered"), 1)
    assert [node["title"][:2] for node in answer["nodes"]] == ["一、", "二、", "三、", "四、"][: len(answer["nodes"])]
    assert answer["nodes"][0]["children"][0]["title"].startswith("（一）")


def test_moved_headings_are_printed_behind_their_bodies() -> None:
    text, answer = typeset_text(_outline("campus"), replace(PLAIN, headings="moved", lines=500), 1)
    moved = [node for node in answer["nodes"] if node.get("heading_position") == "after"]
    printed = squeeze(text)
    assert moved
    for node in moved:
        assert printed.index(squeeze(node["title"])) > printed.index(squeeze(node["blocks"][0]["text"]))


@pytest.mark.parametrize(("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")])
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese_number(number) == written


@given(printed_bulletins())
def test_any_setting_prints(printed: tuple[bytes, Outline]) -> None:
    content, answer = printed
    assert content
    assert all(node["title"] for node in walk(answer["nodes"]))


def test_options_are_replaced_by_name() -> None:
    changed = with_options(PLAIN, ["headings=moved", "columns=3", "measure=44"])
    assert (changed.headings, changed.columns, changed.measure) == ("moved", 3, 44)
    with pytest.raises(ValueError, match="headings may be plain"):
        with_options(PLAIN, ["headings=upside-down"])


def test_twelve_settings_show_every_choice() -> None:
    drawn = [sample_setting(seed) for seed in range(12)]
    for name, values in CHOICES.items():
        assert {getattr(setting, name) for setting in drawn} == set(values), name
