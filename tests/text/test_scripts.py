"""Plain text tells by its characters what is raised and lowered."""

from __future__ import annotations

import pytest

from reader.text.scripts import scripted, scripted_pieces


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
        ("i", ("sub",), "ᵢ"),
        ("st", ("sup",), "ˢᵗ"),
        ("8.5", ("sup",), "^{8.5}"),
        ("[3]", ("sup",), "[3]"),
        ("(n+1)", ("sup",), "⁽ⁿ⁺¹⁾"),
        ("五月六日 ", ("strike",), "~~五月六日~~ "),
        (" ", ("sup",), " "),
        ("15", ("strong",), "15"),
        ("", ("sup",), ""),
    ],
)
def test_characters_tell_whether_they_are_raised(text: str, styles: tuple[str, ...], shown: str) -> None:
    assert scripted(text, styles) == shown


def test_neighbours_in_one_style_are_raised_and_struck_together() -> None:
    raised, struck = ("sup",), ("strike", "strong")
    assert scripted_pieces([("a", ()), ("1", raised), ("/", raised), ("2", raised), ("m", ())]) == [
        *("a", "^{1", "/", "2}", "m")
    ]
    assert scripted_pieces([("旧", struck), ("址", ("strike",)), (" ", ("strike",)), ("新址", ())]) == [
        *("~~旧", "址~~", " ", "新址")
    ]
