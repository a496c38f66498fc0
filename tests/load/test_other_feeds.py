"""Feeds in JSON and lists of saved items are lists of articles; e-mails of Apple Mail are e-mails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.model.document import Issue
from reader.model.errors import CannotRead
from reader.pipeline import open_issue

FIRST = "石榴河流域今年降水偏少，各地要按照计划供水，保障居民生活和春季灌溉需要。"
SECOND = "二月的供水按照年度计划安排，不作调整，请各县照此执行并及时上报情况。"
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "供水动态",
    "items": [
        {"title": "一月来水偏少", "content_html": f"<p>{FIRST}</p>", "date_published": "2031-05-06T08:00:00Z"},
        {"title": "二月安排已定", "content_text": SECOND, "authors": [{"name": "林望"}], "url": "http://example.org/2"},
    ],
}
OPML = f"""<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>收藏</title></head><body>
<outline text="水务"><outline text="一月来水偏少" htmlUrl="http://example.org/1" description="{FIRST}"/>
<outline title="二月安排已定" text="x" url="http://example.org/2" _note="{SECOND}"/></outline></body></opml>"""


def _open(folder: Path, name: str, data: bytes) -> Issue:
    path = folder / name
    path.write_bytes(data)
    return open_issue(path)


@pytest.mark.parametrize("escaped", [False, True])
def test_a_feed_in_json_is_a_list_of_articles(escaped: bool, tmp_path: Path) -> None:
    text = json.dumps(FEED, ensure_ascii=escaped)
    issue = _open(tmp_path, "a.json", (text.replace("/", "\\/") if escaped else text).encode())
    assert issue.source.format == "feed"
    assert issue.masthead.title.text == "供水动态"
    assert [node.title.plain for node in issue.nodes] == ["一月来水偏少", "二月安排已定"]
    assert [block.text.plain for node in issue.nodes for block in node.blocks if len(block.text.plain) > 20] == [
        FIRST,
        SECOND,
    ]


def test_a_list_of_saved_items_is_a_list_of_articles(tmp_path: Path) -> None:
    issue = _open(tmp_path, "a.opml", OPML.encode())
    assert [node.title.plain for node in issue.nodes] == ["一月来水偏少", "二月安排已定"]
    assert FIRST in issue.source.text and SECOND in issue.source.text


def test_a_damaged_feed_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="damaged feed"):
        _open(tmp_path, "a.json", json.dumps(FEED).encode()[:-9])


def test_an_email_of_apple_mail_is_an_email(tmp_path: Path) -> None:
    message = (
        b"From: sw@example.org\r\nTo: a@example.org\r\nSubject: Water\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + FIRST.encode() + b"\r\n"
    )
    notes = b'<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>'
    issue = _open(tmp_path, "a.emlx", str(len(message)).encode() + b"\n" + message + notes)
    assert FIRST in issue.source.text and "plist" not in issue.source.text
