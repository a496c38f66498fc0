"""What a picture says of itself is found, though it is shown nowhere as prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.find import Wish
from reader.pipeline import open_issue
from tests.find.issues import hits_in
from tests.pictures.illustrated import KINDS, SAID


@pytest.mark.parametrize("kind", ["docx", "html", "epub"])
def test_alternative_texts_are_found(kind: str, tmp_path: Path) -> None:
    (hit,) = hits_in(open_issue(KINDS[kind](tmp_path)), Wish(SAID))
    assert (hit.match, hit.spans) == (SAID, ())
