"""An error is a sentence for the user, and a case that a window can say in another language."""

from __future__ import annotations

import pytest

from reader.model.errors import Cancelled, CannotDecode, CannotRead, ReaderError


def test_the_sentence_is_filled_in() -> None:
    error = CannotRead("{path} is larger than {limit} GB.", code="too-big", path="a{b}.txt", limit=2)
    assert str(error) == "a{b}.txt is larger than 2 GB."
    assert (error.code, error.params) == ("too-big", {"path": "a{b}.txt", "limit": 2})


def test_a_sentence_without_facts_is_kept_as_it_is() -> None:
    assert str(ReaderError("braces {stay} here.")) == "braces {stay} here."


@pytest.mark.parametrize("kind", [CannotRead, CannotDecode, Cancelled])
def test_every_kind_is_caught_as_one(kind: type[ReaderError]) -> None:
    with pytest.raises(ReaderError):
        raise kind("no.")
