"""Text that a damaged PDF sets nowhere: numbers of its matrices that are none."""

from __future__ import annotations

from math import nan
from types import SimpleNamespace

from reader.load.pdf.glyphs import SMALLEST, _setting


def test_a_matrix_without_numbers_turns_nothing_and_has_the_smallest_size() -> None:
    raw = SimpleNamespace(
        FS_MATRIX=lambda: SimpleNamespace(a=nan, b=nan, c=nan, d=nan),
        FPDFText_GetMatrix=lambda *_: 1,
        FPDFText_GetFontSize=lambda *_: 12.0,
        FPDFPageObj_GetFillColor=lambda *_: 0,
    )
    setting = _setting(raw, None, 0, None, 0, {})
    assert (setting.size, setting.turns) == (SMALLEST, 4)
