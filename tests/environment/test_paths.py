"""Shipped files are found, in a source tree and when installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app import paths


def test_a_source_tree_finds_its_resources() -> None:
    assert (paths.resource("fonts") / "OFL.txt").is_file()


def test_the_sample_issues_come_in_order_of_name() -> None:
    names = [path.name for path in paths.sample_issues()]
    assert names == sorted(names)
    assert len(names) >= 5


def test_an_installed_package_finds_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_resources" / "fonts").mkdir(parents=True)
    (tmp_path / "_samples").mkdir()
    (tmp_path / "_samples" / "a.txt").touch()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resource("fonts") == tmp_path / "_resources" / "fonts"
    assert paths.sample_issues() == [tmp_path / "_samples" / "a.txt"]
