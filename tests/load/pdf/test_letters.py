"""Characters are read as they are meant, and spaces stand where white is seen."""

from __future__ import annotations

import pytest

from reader.load.pdf.fragments import fragment, fragments_of
from reader.load.pdf.glyphs import Glyph
from reader.load.pdf.layout import Placed
from reader.load.pdf.letters import RADICALS, letters
from reader.load.pdf.parts import Typeface
from reader.load.pdf.rows import LineOfType
from reader.load.pdf.sizes import settled
from reader.model.document import Box

SERIF, BOLD = Typeface("Serif", False), Typeface("Serif-Bold", True)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (0x2F49, "月"),  # Kangxi radical
        (0x2EA0, "民"),  # CJK radical that no normalisation form knows
        (0xF967, "不"),  # compatibility ideograph
        (0xFB01, "fi"),
        (0xFF21, "Ａ"),  # full width stays
        (0x2460, "①"),
        (0xA0, " "),
        (0x3000, " "),
        (0x02, "-"),  # PDFium's sign for a hyphen at a line's end
        (0xAD, "-"),
        (0x200B, ""),
        (0xF06C, "●"),
        (0xE123, "\ue123"),
        (0, "\ufffd"),
        (0x20BB7, "𠮷"),
    ],
)
def test_a_code_is_read_as_it_is_meant(code: int, shown: str) -> None:
    assert letters(code) == shown


def test_radicals_become_characters_of_the_same_look() -> None:
    assert all("\u2e80" <= radical <= "\u2eff" and "\u4e00" <= char <= "\u9fff" for radical, char in RADICALS.items())


def glyphs(*rows: tuple[str, float, float], size: float = 10, base: float = 100, face: Typeface = SERIF) -> list[Glyph]:
    """Make glyphs of (character, left, right)."""
    return [Glyph(char, left, right, base, size, face, 0, order) for order, (char, left, right) in enumerate(rows)]


def spelled(text: str, step: float, width: float, start: float = 0.0) -> list[tuple[str, float, float]]:
    return [(char, start + k * step, start + k * step + width) for k, char in enumerate(text)]


def read(found: list[Glyph]) -> list[str]:
    return [part.text for part in fragments_of(found)]


def test_words_are_parted_by_white_even_where_the_file_sets_no_space() -> None:
    assert read(glyphs(*spelled("open", 5, 5), *spelled("data", 5, 5, 23))) == ["open data"]


def test_letters_set_wide_are_closed_up() -> None:
    assert read(glyphs(*spelled("专题聚焦", 15, 10))) == ["专题聚焦"]
    assert read(glyphs(*spelled("NATURE", 9, 5))) == ["NATURE"]


def test_a_name_set_wide_in_a_line_keeps_its_space() -> None:
    assert read(glyphs(*spelled("（万", 10, 10), *spelled("勇）于今", 10, 10, 24))) == ["（万 勇）于今"]


def test_a_gap_like_a_gutter_parts_fragments() -> None:
    assert read(glyphs(*spelled("左栏", 10, 10), *spelled("右栏", 10, 10, 40))) == ["左栏", "右栏"]


def test_what_is_printed_twice_to_look_bold_is_read_once() -> None:
    twice = [(char, left + aside, right + aside) for char, left, right in spelled("重印", 10, 10) for aside in (0, 0.3)]
    assert read(glyphs(*twice)) == ["重印"]


def test_both_letters_of_a_ligature_are_read() -> None:
    before, after = glyphs(("o", 0, 5)), glyphs(("i", 8, 10), ("c", 10, 14))
    ligature = [Glyph("f", left, left + 1.5, 100, 10, SERIF, 0, 1) for left in (5, 6.5)]
    assert read([*before, *ligature, *after]) == ["offic"]


def test_small_raised_characters_are_told_as_such() -> None:
    line = glyphs(*spelled("面积", 10, 10))
    raised = Glyph("2", 20, 23, 96, 6, SERIF, 0, 9)
    (found,) = fragments_of([*line, raised])
    assert [(s.start, s.end, s.style) for s in found.styled] == [(2, 3, "sup")]
    assert found.size == 10


def test_bold_words_in_a_line_are_told_as_such() -> None:
    line = glyphs(*spelled("其中重点支持的方向", 10, 10))
    mixed = [glyph._replace(face=BOLD) if 2 <= k < 4 else glyph for k, glyph in enumerate(line)]
    found = fragment(mixed)
    assert [(found.text[s.start : s.end], s.style) for s in found.styled] == [("重点", "strong")]


def test_characters_printed_one_below_the_other_are_one_word() -> None:
    stacked = [Glyph(char, 20, 30, 100 + 13 * k, 10, SERIF, 0, k) for k, char in enumerate("竖排栏目")]
    beside = Glyph("文", 60, 70, 100, 10, SERIF, 0, 9)
    assert read([*stacked, beside]) == ["竖排栏目", "文"]


def test_sizes_that_vary_from_line_to_line_are_settled() -> None:
    def placed(size: float) -> Placed:
        box = Box(0, 0, 100, size)
        return Placed(LineOfType("研究团队公布了结果", box, size, size, SERIF, ()), box, 0)

    measured = [placed(10 + (7 * k % 13 - 6) / 10) for k in range(40)] + [placed(16.2), placed(15.8)]
    assert {place.row.size for place in settled([measured])[0][:40]} == {settled([measured])[0][0].row.size}
    assert settled([measured])[0][-1].row.size > 15
    typeset = [placed(10)] * 20 + [placed(11)] * 10
    assert settled([typeset])[0] == typeset
