"""Plain text tells by its characters what is raised and lowered."""

from __future__ import annotations

import pytest

from reader.text.scripts import scripted


@pytest.mark.parametrize(
    ("text", "styles", "shown"),
    [
        ("15", ("sup",), "¹⁵"),
        ("-3", ("sup",), "⁻³"),
        ("−3", ("sup", "strong"), "⁻³"),
        ("2", ("sub",), "₂"),
        ("max", ("sub",), "ₘₐₓ"),
        ("甲", ("sup",), "^{甲}"),
        ("1/2", ("sub",), "_{1/2}"),
        ("²", ("sup",), "²"),
        (" ", ("sup",), " "),
        ("15", ("strong",), "15"),
        ("", ("sup",), ""),
    ],
)
def test_characters_tell_whether_they_are_raised(text: str, styles: tuple[str, ...], shown: str) -> None:
    assert scripted(text, styles) == shown
