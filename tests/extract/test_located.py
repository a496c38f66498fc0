"""Every character of a piece is found at its place in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.located import LONGEST, fold, pieces_of
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.pipeline import open_issue

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").iterdir())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_piece_holds_what_its_places_hold(path: Path) -> None:
    issue = open_issue(path)
    pieces = pieces_of(issue)
    assert [piece.begin for piece in pieces] == sorted(piece.begin for piece in pieces)
    for piece in pieces:
        places = [piece.source(at) for at in range(len(piece.text))]
        told = [place for place in places if place >= 0]
        assert told == sorted(set(told))
        assert "".join(issue.source.text[p] if p >= 0 else s for p, s in zip(places, piece.text, strict=True)) == (
            piece.text
        )


def test_a_number_across_a_wrap_has_one_span(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(
        "风洞里的种子\n\n　　研究人员在风洞里观察了枫树种子的飞行，这项研究共花费经费30\n亿元人民币，历时三年。\n",
        "utf-8",
    )
    issue = open_issue(path)
    piece = next(piece for piece in pieces_of(issue) if "30亿元" in piece.text)
    at = piece.text.index("30亿元")
    start, end = piece.span(at, at + 4)
    assert issue.source.text[start:end] == "30\n亿元"


def test_folding_moves_no_character() -> None:
    printed = "４１．５％，３～５μｍ（１００㎡）"
    assert fold(printed) == "41.5%，3~5μm(100㎡)"
    assert len(fold(printed)) == len(printed)


def test_a_very_long_text_is_cut_at_ends_of_sentences_and_keeps_its_places() -> None:
    text = "产能为3万吨。" * 9000
    runs = tuple(Run(text[at : at + 700], 2 * at) for at in range(0, len(text), 700))  # a gap after each run
    node = Node("n1", "article", 1, Text(), blocks=(Block("paragraph", Text(runs), (Span(0, 2 * len(text)),)),))
    issue = Issue(Source("x", "", "text", "utf-8", text * 2), Masthead(), (), (), (node,), ())
    pieces = pieces_of(issue)
    assert len(pieces) > 2
    assert all(piece.text.endswith("。") and len(piece.text) <= LONGEST for piece in pieces)
    assert "".join(piece.text for piece in pieces) == text
    places = [piece.source(at) for piece in pieces for at in range(len(piece.text))]
    assert places == [run.start + at for run in runs for at in range(len(run.text))]
