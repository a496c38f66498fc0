"""What nobody can see of a page is left out with its reason; how a heading is dressed is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.load.loaded import Loaded
from reader.model.document import Look
from tests.load.pdf.test_pdf import line, opened
from tests.pdfs import typeset, written

BODY = "".join(line(40, 300 - 14 * k, f"Line {k} of the text runs to the edge of the column.") for k in range(6))
TAG = line(40, 350, "Table_Title")


def left_out(loaded: Loaded) -> dict[str, str]:
    hinted = [(row, row.hint) for row in loaded.lines if row.hint]
    return {loaded.source.text[row.start : row.end]: hint.data for row, hint in hinted}


@pytest.mark.parametrize(
    "content",
    [
        f"q 1 1 1 rg {TAG} Q {BODY}",
        f"q 0.99 0.99 1 rg {TAG} Q {BODY}",
        f"q 3 Tr {TAG} Q {BODY}",
        line(40, 350, "Table_Title", 1) + BODY,
    ],
    ids=["white", "nearly white", "not drawn", "tiny"],
)
def test_text_that_cannot_be_seen_is_left_out_as_invisible(content: str, tmp_path: Path) -> None:
    assert left_out(opened(written([content]), tmp_path)) == {"Table_Title": "invisible"}


@pytest.mark.parametrize(
    "content",
    [
        f"q 0 0.4 0.2 rg 30 340 200 30 re f 1 1 1 rg {TAG} Q {BODY}",  # on a bar of colour
        f"q 3 Tr {TAG} {BODY} Q",  # the whole text of a page, as character recognition leaves it
        f"q 0.6 0.6 0.6 rg {TAG} Q {BODY}",
    ],
    ids=["on a ground", "all", "grey"],
)
def test_text_that_can_be_seen_stays(content: str, tmp_path: Path) -> None:
    loaded = opened(written([content]), tmp_path)
    assert not left_out(loaded)
    assert "Table_Title" in loaded.source.text


def test_two_hyphens_set_as_one_sign_are_both_kept(tmp_path: Path) -> None:
    assert "海上——陆上" in opened(typeset("海上——陆上"), tmp_path).source.text


def look_of(content: str, tmp_path: Path) -> Look:
    look = opened(written([f"{content} {BODY}"]), tmp_path).lines[0].look
    assert look is not None
    return look


def test_what_is_drawn_around_a_line_is_told(tmp_path: Path) -> None:
    barred = look_of(f"q 0 0 1 rg 30 345 200 18 re f Q q 1 0 0 rg {TAG} Q", tmp_path)
    assert (barred.colour, barred.ground) == (0xFF0000, 0x0000FF)
    assert look_of(f"{TAG} 40 346 m 200 346 l S", tmp_path).below
    assert look_of(f"{TAG} 40 362 m 200 362 l S", tmp_path).above
    assert look_of(f"q 0 0 1 rg 32 346 4 14 re f Q {TAG}", tmp_path).flank
    bare = look_of(TAG, tmp_path)
    assert (bare.colour, bare.ground, bare.above, bare.below, bare.flank) == (0, -1, False, False, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#$%&'\\(\\)*+,-./0123456789:1;<=>?9@A1BCDEFGHIJ=KLM@A1NOLP/9?.Q1RST>UVWX1YZ[]5G5^_`ab", True),
        ("\xd6\xd0\xb9\xfa\xd0\xc2\xce\xc5\xd7\xdb\xba\xcf\xb1\xa8\xb5\xc0\xb1\xbe\xd6\xdc\xc4\xda", True),
        ("The office staff differ, see https://example.org/a_very_long_address/without?any=blank&in=it", False),
    ],
    ids=["codes of glyphs", "another encoding", "words"],
)
def test_a_text_layer_that_is_no_text_is_said_so(text: str, said: bool, tmp_path: Path) -> None:
    warnings = opened(written([line(40, 350, text)]), tmp_path).source.warnings
    assert any("cannot be read as it is printed" in warning for warning in warnings) == said


def test_type_of_no_size_costs_no_more_than_itself(tmp_path: Path) -> None:
    loaded = opened(written([f"BT /F1 10 Tf 1 0 0 0 40 350 Tm (flat) Tj ET {BODY}"]), tmp_path)
    assert "Line 5 of the text" in loaded.source.text


def test_a_line_of_which_each_letter_has_a_size_of_its_own_is_read(tmp_path: Path) -> None:
    letters = "".join(line(40 + 12 * k, 350, letter, 10 + k) for k, letter in enumerate("ABCDEFGH"))
    assert "ABCDEFGH" in "".join(opened(written([letters]), tmp_path).source.text.split())
