"""The issue as JSON keeps the contract's names, and says nothing of what there is not."""

from __future__ import annotations

import json
from typing import Any

from reader.export.contract import issue_as_json
from tests.export.issues import EMPTY, ISSUE, TEXT


def _article() -> dict[str, Any]:
    article: dict[str, Any] = issue_as_json(ISSUE)["nodes"][0]["children"][0]
    return article


def test_the_source_is_named_and_measured() -> None:
    assert issue_as_json(ISSUE)["source"] == {
        "name": "a.txt",
        "sha256": "00ff",
        "format": "text",
        "encoding": "utf-8",
        "characters": len(TEXT),
        "warnings": ["odd"],
    }


def test_the_masthead_states_what_is_printed_and_owns_all_its_spans() -> None:
    assert issue_as_json(ISSUE)["issue"] == {
        "title": "News",
        "number": "No. 2",
        "date": None,
        "publisher": None,
        "spans": [[80, 82], [85, 86], [90, 94]],
    }


def test_contents_have_pages_and_highlights_have_none() -> None:
    told = issue_as_json(ISSUE)
    assert told["contents"] == [
        {"level": 1, "title": "Water", "page": None, "spans": [[10, 12]]},
        {"level": 2, "title": "Dams", "page": "7", "spans": [[12, 14]]},
    ]
    assert told["highlights"] == [{"title": "Dams", "spans": [[14, 16]]}]


def test_what_is_not_there_is_null() -> None:
    told = issue_as_json(EMPTY)
    assert (told["contents"], told["highlights"], told["nodes"]) == (None, None, [])
    assert told["dropped"] == [{"start": 0, "end": 1, "reason": "unreadable"}]


def test_a_section_known_from_the_contents_says_so() -> None:
    section = issue_as_json(ISSUE)["nodes"][0]
    assert (section["title_from"], section["title_spans"], section["byline"]) == ("contents", [], None)
    assert "page" not in section
    assert "moved" not in section


def test_an_article_has_its_signature_and_facts() -> None:
    article = _article()
    assert (article["id"], article["kind"], article["level"], article["title"]) == ("n2", "article", 2, "Dams")
    assert (article["page"], article["moved"]) == ("7", True)
    assert article["byline"] == {"text": "（苏 明）", "names": ["苏明"], "role": "author", "spans": [[50, 55]]}
    assert article["dateline"]["agency"] == "本报"
    assert article["dateline"]["reporters"] == ["苏明"]
    assert article["meta"] == [{"label": "时间", "value": "三点", "spans": [[56, 58]]}]


def test_a_footnote_without_a_url_has_null() -> None:
    assert [note["url"] for note in _article()["footnotes"]] == ["https://b.example", None]


def test_styles_and_refs_count_in_the_plain_text() -> None:
    paragraph = _article()["blocks"][0]
    assert paragraph["text"] == "Nm3 site"
    assert paragraph["refs"] == [{"marker": "1", "at": 2}]
    assert paragraph["styles"] == [
        {"start": 2, "end": 3, "style": "sup"},
        {"start": 4, "end": 8, "style": "strong"},
        {"start": 4, "end": 8, "style": "link", "url": "https://a.example"},
    ]


def test_a_table_has_rows_and_no_text() -> None:
    table = _article()["blocks"][2]
    assert table == {"type": "table", "spans": [[20, 30]], "rows": [["a", "b"], ["1", "2"]], "header_rows": 1}


def test_spans_stand_as_they_are_read_and_repeats_are_told() -> None:
    _, subheading, _, contact, note = _article()["blocks"]
    assert subheading == {"type": "subheading", "text": "Walls", "spans": [[4, 6], [1, 3]], "level": 2}
    assert (contact["repeats"], note["repeats"]) == (1, 3)


def test_it_can_be_written_and_read_again() -> None:
    told = issue_as_json(ISSUE)
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
