"""What stands between two lines that were joined."""

from __future__ import annotations

import pytest

from reader.compose.inline import joint


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("渔业站测量", "水温和盐度", ""),
        ("measured by the", "station every day", " "),
        ("the well-", "known station", ""),
        ("地址是 https://data.example.org/coast2031", "05/daily.html", ""),
        ("see https://data.", "example.org/coast", ""),
        ("see https://data.example.org/coast.", "Every hour", " "),
        ("see https://data.example.org/ for", "more", " "),
    ],
)
def test_nothing_is_put_inside_an_address_and_a_space_between_latin_words(before: str, after: str, wanted: str) -> None:
    assert joint(before, after, spaced=False) == wanted


@pytest.mark.parametrize(("spaced", "wanted"), [(True, " "), (False, "")])
def test_between_han_and_latin_stands_what_the_document_sets(spaced: bool, wanted: str) -> None:
    assert joint("新的材料", "PLA", spaced) == wanted
    assert joint("PLA", "的强度", spaced) == wanted
