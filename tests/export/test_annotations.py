"""Marks leave and come back as W3C annotations, those of other programs too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.annotations import marks_from_json, marks_json
from reader.model.errors import ReaderError
from reader.model.marks import COLOURS, SCOPES, Anchor, Bookmark, Highlight, IssueCard, Locator, Mark, new_id

CARD = IssueCard("k", "水利通讯", "第3期")
TEXTS = st.text("甲乙 a\n“”#=", max_size=8)
ANCHORS = st.builds(
    Anchor,
    st.integers(0, 9),
    st.integers(10, 19),
    st.text("甲乙a", min_size=1),
    TEXTS,
    TEXTS,
    st.integers(-1, 99),
    st.integers(-1, 99),
    st.floats(0, 1),
)
LOCATORS = st.builds(Locator, st.just("k"), st.lists(ANCHORS, min_size=1, max_size=3).map(tuple))
TIMES = st.integers(1, 4_000_000_000_000_000)
IDS = st.builds(new_id)
MARKS = st.one_of(
    st.builds(Highlight, IDS, LOCATORS, st.sampled_from(COLOURS), st.booleans(), TEXTS, TEXTS, TEXTS, TIMES, TIMES),
    st.builds(Bookmark, IDS, LOCATORS, TEXTS, st.sampled_from(SCOPES), TEXTS, TEXTS, TIMES, TIMES),
)


@given(st.lists(MARKS, min_size=1, max_size=4))
def test_all_marks_come_back_as_they_were(marks: list[Mark]) -> None:
    imported = marks_from_json(marks_json(marks, [CARD]), "another", frozenset({"k"}))
    assert imported.marks == tuple(marks)
    assert imported.skipped == 0


def test_another_program_finds_what_the_standard_names() -> None:
    anchor = Anchor(5, 9, "三十亿元", "总投资", "，工期")
    mark = Highlight("00" * 16, Locator("k", (anchor,)), "green", note="备注", created=1)
    [item] = json.loads(marks_json([mark], [CARD]))["items"]
    assert item["type"] == "Annotation"
    assert item["motivation"] == ["highlighting", "commenting"]
    assert item["body"][0] == {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "备注"}
    quote, position = item["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "三十亿元", "prefix": "总投资", "suffix": "，工期"}
    assert (position["type"], position["start"], position["end"]) == ("TextPositionSelector", 5, 9)
    assert item["created"] == "1970-01-01T00:00:00.000001+00:00"


QUOTE = {"type": "TextQuoteSelector", "exact": "三十亿元"}
TARGET = {"source": "https://a.example/x", "selector": QUOTE}


@pytest.mark.parametrize(
    ("annotation", "note", "colour"),
    [
        ({"target": TARGET}, "", "yellow"),
        ({"target": {"selector": [{"type": "XPathSelector"}, QUOTE]}, "bodyValue": "好"}, "好", "yellow"),
        ({"target": [TARGET], "body": "好"}, "好", "yellow"),
        ({"target": TARGET, "body": [{"value": "好", "purpose": "commenting"}, {"id": "x"}]}, "好", "yellow"),
        ({"target": {"selector": {"type": "RangeSelector", "refinedBy": QUOTE}}}, "", "yellow"),
        ({"target": [TARGET], "text": "好", "tags": ["blue", "预算"]}, "好\n#预算", "blue"),
        ({"target": TARGET, "created": "yesterday", "body": {"value": 3}}, "", "yellow"),
    ],
)
@pytest.mark.parametrize("wrapped", ["alone", "list", "page", "collection"])
def test_foreign_annotations_become_highlights(
    annotation: dict[str, Any], note: str, colour: str, wrapped: str
) -> None:
    whole: Any = {
        "alone": annotation,
        "list": [annotation],
        "page": {"type": "AnnotationPage", "items": [annotation]},
        "collection": {"type": "AnnotationCollection", "first": {"items": [annotation]}},
    }[wrapped]
    data = json.dumps(whole).encode()
    [mark] = marks_from_json(data, "k").marks
    assert isinstance(mark, Highlight)
    assert (mark.locator.issue, mark.locator.quote, mark.note, mark.colour) == ("k", "三十亿元", note, colour)
    assert marks_from_json(data, "k").marks == (mark,)  # the same id: a second import brings nothing new


@pytest.mark.parametrize(
    "target", ["https://a.example", {"selector": {"type": "TextPositionSelector", "start": 1, "end": 3}}, {}, 7]
)
def test_what_quotes_nothing_is_counted_and_passed_over(target: object) -> None:
    data = json.dumps([{"target": target}, {"target": TARGET}]).encode()
    imported = marks_from_json(data, "k")
    assert (len(imported.marks), imported.skipped) == (1, 1)


@pytest.mark.parametrize("data", [b"", b"{", b"3", b"[]", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000])
def test_what_holds_no_annotations_is_told(data: bytes) -> None:
    with pytest.raises(ReaderError, match="no annotations") as refusal:
        marks_from_json(data, "k")
    assert refusal.value.code == "not-annotations"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("target", "selector", "type", "exact", "body", "value", "items", "source", "id", "purpose")
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    data = json.dumps({"target": value, "body": value}).encode()
    assert marks_from_json(data, "k").skipped in (0, 1)
