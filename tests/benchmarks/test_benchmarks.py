"""The benchmarks run and print their figures; how big these are is for a person to judge."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.benchmarks import anchoring, extraction, find, library, startup, throughput
from tests.benchmarks.figures import joined_copies


def test_copies_of_a_text_have_its_length_and_differ() -> None:
    copies = joined_copies("和平与发展的道路", 3).split("\n\n")
    assert copies[0] == "和平与发展的道路"
    assert len(set(copies)) == 3
    assert {len(copy) for copy in copies} == {8}


def test_the_library_prints_rates_sizes_and_latencies(capsys: pytest.CaptureFixture[str]) -> None:
    assert library.main(["8"]) == 0
    assert re.search(r"[\d.]+x the first, [\d.]+ bytes a character\n.*median [\d.]+ ms", capsys.readouterr().out)


def test_throughput_prints_rates_and_their_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    assert throughput.main(["1"]) == 0
    printed = capsys.readouterr().out
    assert len(re.findall(r"[\d,]+ a second", printed)) == 2
    assert re.search(r"10x the text costs \d+\.\d\dx the time", printed)


def test_the_hostile_text_has_its_size_and_no_words() -> None:
    text = extraction.hostile_text(1000)
    assert len(text) == 1000
    assert set(text) <= set("0123456789,()\n")


def test_extraction_prints_rates_and_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "MEGABYTE", 20_000)
    monkeypatch.setattr(extraction, "FACTOR", 2)
    assert extraction.main(["1"]) == 0
    printed = capsys.readouterr().out
    assert len(re.findall(r"[\d,]+ a second", printed)) == 2
    assert len(re.findall(r"\d+\.\d\dx the time", printed)) == 2


def test_finding_is_measured_for_each_wish(capsys: pytest.CaptureFixture[str]) -> None:
    assert find.main(["0.1"]) == 0
    printed = capsys.readouterr().out
    assert len(re.findall(r"in \d+ ms, longest pause \d+\.\d ms", printed)) == 2 * len(find.WISHES)


def test_anchoring_places_all_marks_of_the_same_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert anchoring.main(["0.1"]) == 0
    printed = capsys.readouterr().out
    placed = [(int(found), int(marks)) for found, marks in re.findall(r"(\d+) of (\d+) placed", printed)]
    assert len(placed) == 4
    assert placed[0][0] == placed[0][1]
    assert placed[1][0] >= 0.9 * placed[1][1]


def test_highlights_are_measured_against_the_plain_article() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.highlights", "1", "3000"]  # a window of its own process
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert len(re.findall(r"shown in +\d+\.\d ms, a page scrolled in +\d+\.\d\d ms", printed)) == 2


@pytest.mark.slow
def test_startup_compares_the_reader_with_a_bare_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert startup.main(["1"]) == 0
    assert re.search(r"time ratio \d+\.\d\d\nmemory ratio \d+\.\d\d", capsys.readouterr().out)
