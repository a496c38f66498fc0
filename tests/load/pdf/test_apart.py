"""A PDF is read in a process of its own: what it does to the library there does not reach this one."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from reader.load import apart, load
from reader.model.errors import Cancelled, CannotRead, NeedsPassword
from reader.pipeline import open_issue
from tests.hostile.extremes import pdf
from tests.pdfs import written

pytestmark = pytest.mark.usefixtures("pdfs_apart")

FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
DRAWS_ITSELF = pdf(
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
    "<</Length 5>>stream\n/F Do\nendstream\n",
    f"<<{FORM}/Length 11>>stream\n/F Do /F Do\nendstream\n",
)
A_MILLION_PAGES = pdf("<</Type/Pages/Kids[3 0 R]/Count 1000000>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>")

PAGE = "BT /F1 12 Tf 30 300 Td (Words of a page.) Tj ET"


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "file.pdf"
    path.write_bytes(data)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system gives no limit of memory")
def test_a_form_that_draws_itself_is_given_up_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 1 << 28)
    with pytest.raises(CannotRead, match="more memory or time") as caught:
        open_issue(_file(tmp_path, DRAWS_ITSELF))
    assert caught.value.code == "given-up"


def test_a_million_pages_in_three_hundred_bytes_are_not_believed(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as caught:
        open_issue(_file(tmp_path, A_MILLION_PAGES))
    assert caught.value.code == "damaged"


def test_what_says_nothing_for_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SILENCE", 0.3)
    monkeypatch.setattr(apart, "_serve", lambda _wish, _out: time.sleep(60))
    monkeypatch.setattr(apart, "_may_be_copied", lambda: sys.platform == "linux")
    begun = time.monotonic()
    with pytest.raises(CannotRead, match="more memory or time"):
        load(_file(tmp_path, written([PAGE])))
    assert time.monotonic() - begun < 20


def test_the_user_can_stop_it_while_it_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_serve", lambda _wish, _out: time.sleep(60))
    monkeypatch.setattr(apart, "_may_be_copied", lambda: sys.platform == "linux")

    def stop(stage: str, _share: float) -> None:
        if not stage:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        load(_file(tmp_path, written([PAGE])), progress=stop)


@pytest.mark.parametrize("copied", [True, False])
def test_the_child_reads_as_this_process_would(copied: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.load.pdf import load_pdf

    if copied and sys.platform != "linux":
        pytest.skip("elsewhere a process is never copied")
    monkeypatch.setattr(apart, "_may_be_copied", lambda: copied)
    path = _file(tmp_path, written([PAGE, PAGE]))
    shares: list[float] = []
    found = load(path, progress=lambda stage, share: shares.append(share) if stage else None)
    assert found == load_pdf(path, path.read_bytes(), "pdf")._replace(references={})
    assert shares == sorted(shares)


def test_a_refusal_comes_back_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as caught:
        load(_file(tmp_path, b"%PDF-1.7\nno more"))
    assert (type(caught.value), caught.value.code) == (CannotRead, "damaged")
    assert not isinstance(caught.value, NeedsPassword)
