"""Feeds: what their entries say, with the lines of those that are plain text."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from reader.pipeline import open_issue

SOFT = "　　渡口的存廢已經談了三年。\n\n　　承辦人表示，會在一個月內回覆（附有River \nKeepers 的意見）。"
LINES = "時間：週六晚上六點\n材料由渡口準備，每人帶剪刀。"
MARKED = "&lt;p&gt;渡口的存廢\n已經談了三年。&lt;/p&gt;"
CONTROL = "渡口的存廢\x01已經談了三年。"

TEXTS = (
    (SOFT, ["渡口的存廢已經談了三年。", "承辦人表示，會在一個月內回覆（附有River Keepers 的意見）。"]),
    (LINES, ["材料由渡口準備，每人帶剪刀。"]),
    (MARKED, ["渡口的存廢已經談了三年。"]),
    (CONTROL, ["渡口的存廢已經談了三年。"]),
)


@pytest.mark.parametrize(("text", "blocks"), TEXTS)
def test_lines_of_a_text_without_markup_are_lines(text: str, blocks: list[str], tmp_path: Path) -> None:
    item = f"<item><title>渡口該不該保留</title><description>{text}</description></item>"
    after = "<item><title>讀書會與工作坊</title><description>後面的一則也在。</description></item>"
    path = tmp_path / "a.xml"
    path.write_text(f"<?xml version='1.0'?><rss><channel><title>河岸網</title>{item}{after}</channel></rss>", "utf-8")
    nodes = open_issue(path).nodes
    assert [node.title.plain for node in nodes] == ["渡口該不該保留", "讀書會與工作坊"]
    assert [block.text.plain for block in nodes[0].blocks] == blocks


TORN = (  # what no parser of XML takes, in the title or the text of an entry, and how a browser reads it
    ("渡口\x01存廢", "渡口存廢"),
    ("<![CDATA[渡口\x08存廢，]]]]><![CDATA[>仍在]]>", "渡口存廢，]]>仍在"),
    ("渡口&nbsp存廢", "渡口\xa0存廢"),
    ("渡口&nbsp;存廢&hellip;", "渡口\xa0存廢…"),
    ("渡口 & 碼頭 &amp; 橋", "渡口 & 碼頭 & 橋"),
    ("船價 < 橋費，水位<3米", "船價 < 橋費，水位<3米"),
    ("渡口&#x1;存&#xFFFF;廢", "渡口存廢"),
    ("船價&lt;橋費\x0b&gt;", "船價<橋費>"),
)


@pytest.mark.parametrize(("torn", "read"), TORN)
def test_nothing_of_a_feed_vanishes_beside_what_is_not_well_formed(torn: str, read: str, tmp_path: Path) -> None:
    item = f"<item><title>{torn}</title><description>鄉民說：{torn}，這件事已經談了三年。</description></item>"
    after = "<item><title>讀書會與工作坊</title><description>後面的一則也在。</description></item>"
    path = tmp_path / "a.xml"
    path.write_text(f"<?xml version='1.0'?><rss><channel><title>河岸網</title>{item}{after}</channel></rss>", "utf-8")
    first, second = open_issue(path).nodes
    assert first.title.plain == read.replace("\xa0", " ")
    assert first.blocks[0].text.plain == f"鄉民說：{read}，這件事已經談了三年。"
    assert second.blocks[0].text.plain == "後面的一則也在。"


def test_a_thousand_declarations_without_an_end_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f"<?xml version='1.0'?><rss><item><title>甲</title></item></rss>{'<!ENTITY ' * 100_000}", "utf-8")
    begun = process_time()
    assert len(open_issue(path).nodes) == 1
    assert process_time() - begun < 10


def test_entries_in_entries_are_read_once(tmp_path: Path) -> None:
    depth = 3000
    inside = "<item><title>甲</title><description>乙" * depth + "</description></item>" * depth
    path = tmp_path / "a.xml"
    path.write_text(f"<?xml version='1.0'?><rss><channel><title>动态</title>{inside}</channel></rss>", "utf-8")
    assert len(open_issue(path).nodes) == 1
