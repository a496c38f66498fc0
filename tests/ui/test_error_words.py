"""Every case that the library or a search can report has a sentence in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import CannotKeep, ReaderError
from reader.store.failures import SENTENCES as STORE_SENTENCES
from reader.store.failures import failure
from reader.ui.kit.error_words import SENTENCES, told


@pytest.mark.parametrize("code", STORE_SENTENCES)
def test_a_failure_of_the_library_has_a_sentence(code: str) -> None:
    assert code in SENTENCES
    shown = told(Path("/data/library.sqlite3"), failure(code, Path("/data/library.sqlite3"), "I/O error"))
    assert "library.sqlite3" in shown
    assert "{" not in shown


@pytest.mark.parametrize("code", ["bad-pattern", "slow-pattern", "not-annotations"])
def test_a_failure_of_a_wish_has_a_sentence(code: str) -> None:
    shown = told(Path("a.txt"), ReaderError("no", code=code, pattern="(", reason="missing )"))
    assert shown != "no"
    assert "{" not in shown


def test_a_file_that_is_no_user_data_has_a_sentence() -> None:
    assert "data.zip" in told(Path("data.zip"), CannotKeep("no", code="not-user-data", path="data.zip"))
