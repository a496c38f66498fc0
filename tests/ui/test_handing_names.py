"""Names for files, and what of an issue can be handed on."""

from __future__ import annotations

import pytest

from reader.export.publication import Marked
from reader.model.document import Span
from reader.model.marks import Highlight, Locator
from reader.ui.features.export.file_names import LONGEST, LONGEST_BYTES, file_stem
from reader.ui.features.export.making import PREVIEW_CHARACTERS, beginning
from reader.ui.features.export.scopes import marked_nodes
from tests.ui.bulletins import SOURCE, ocean


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("水利通讯", "第3期", "开闸"), "水利通讯 第3期 开闸"),
        (("海洋 2031年", "2031年", ""), "海洋 2031年"),  # a part that another one holds is not said twice
        (("A/B: what? <x|y>", '"z" \\ *'), "A／B： what？ ＜x｜y＞ ＂z＂ ＼ ＊"),
        (("con",), "_con"),
        (("LPT1.x",), "_LPT1.x"),
        (("CONTENT",), "CONTENT"),
        ((" . ..",), "bulletin"),
        (("two\nlines\t",), "two lines"),
        (("a\u202eb\x00c\ud800",), "abc"),
        (("ends with dots...",), "ends with dots"),
    ],
)
def test_a_name_is_one_that_every_system_takes(parts: tuple[str, ...], name: str) -> None:
    assert file_stem(parts) == name


@pytest.mark.parametrize("title", ["很长的题目" * 80, "word " * 80, "𠮷" * 200])
def test_a_long_name_is_cut(title: str) -> None:
    name = file_stem((title,))
    assert name.endswith("…") and len(name) <= LONGEST and len(name.encode()) <= LONGEST_BYTES
    assert title.startswith(name[:-1])


def test_nodes_with_highlights_are_known_with_those_above_them() -> None:
    start = SOURCE.index("渔民")
    mark = Marked(Highlight("1", Locator("", ())), (Span(start, start + 2),))
    assert marked_nodes(ocean(), [mark]) == {"a2", "s1"}
    assert marked_nodes(ocean(), []) == frozenset()


def test_of_a_long_publication_the_beginning_is_shown() -> None:
    from dataclasses import replace

    from reader.export.publishing import publish

    short = publish(ocean())
    assert beginning(short) is short
    chapter = short.chapters[1]
    long = replace(short, chapters=(replace(chapter, passages=chapter.passages * PREVIEW_CHARACTERS), chapter))
    first = beginning(long)
    assert len(first.chapters) == 1 and 0 < len(first.chapters[0].passages) < len(long.chapters[0].passages)
