"""The double-click door in a clone where nothing is installed."""

from __future__ import annotations

import pytest

from reader import __main__


def test_a_missing_package_says_how_to_set_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run() -> int:
        raise ModuleNotFoundError("No module named 'charset_normalizer'", name="charset_normalizer")

    monkeypatch.setattr(__main__, "run", run)
    assert __main__.main() == 2
    assert capsys.readouterr().err == ("charset_normalizer is not installed: run `python3 -m reader.bootstrap` once.\n")


def test_a_missing_part_of_the_reader_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def run() -> int:
        raise ModuleNotFoundError("No module named 'reader.nothing'", name="reader.nothing")

    monkeypatch.setattr(__main__, "run", run)
    with pytest.raises(ModuleNotFoundError):
        __main__.main()
