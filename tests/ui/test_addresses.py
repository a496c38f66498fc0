"""Addresses are shown as a person reads them and never as others."""

from __future__ import annotations

import pytest

from reader.model.mentions import Contact
from reader.ui.features.panel.copied_rows import copied_rows
from reader.ui.features.panel.faces import Around, face_of
from reader.ui.kit.addresses import shown_address

WATER = "http://example.org/%E6%B0%B4%E5%88%A9/a.html"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (WATER, "http://example.org/水利/a.html"),
        ("http://example.org/a%2Fb%3Fc%23d", "http://example.org/a%2Fb%3Fc%23d"),
        ("http://example.org/%FF%FE", "http://example.org/%FF%FE"),
        ("http://example.org/%E2%80%AEabc", "http://example.org/%E2%80%AEabc"),
        ("http://example.org/plain", "http://example.org/plain"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("100%", "100%"),
    ],
)
def test_letters_are_decoded_and_signs_that_part_an_address_are_not(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_the_panel_shows_it_decoded_and_copies_what_works(qapp: object) -> None:
    contact = Contact("website", 0, 10, urls=(WATER,), node="b2")
    assert face_of("contacts", contact, Around()).title == "http://example.org/水利/a.html"
    assert WATER in copied_rows([contact], Around())[0]
