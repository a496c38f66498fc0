"""Every line of `cases/signatures.txt` names whom it names, and says what makes it a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text.signing import signature

LINES = (Path(__file__).parent / "cases" / "signatures.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_a_line_names_who_signed(line: str) -> None:
    text, names, by = (*line.split("\t"), "", "")[:3]
    signed = signature(text)
    assert ("、".join(signed.names), signed.by) == (names, by) if signed else not names
