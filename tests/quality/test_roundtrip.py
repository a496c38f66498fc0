"""What is typeset comes back: any bulletin as PDF, and as the text that another program takes out of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quality.fiction import KINDS, make_outline
from tests.quality.pdf import CHOICES, PdfSetting, make_pdf_case, print_pdf
from tests.quality.report import Case, Outcome, run_case
from tests.quality.roundtrip import SETTINGS, as_text, case_names, has_extractor, means

pytestmark = pytest.mark.xdist_group("texts of PDFs")  # read once

Outline = dict[str, Any]
AS_TEXT = {"titles": 0.78, "body": 0.62, "footnotes": 0.95, "captions": 0.95, "order": 0.95}  # no sizes, no indents


@st.composite
def small_bulletins(draw: st.DrawFn) -> tuple[Outline, PdfSetting]:
    """Draw a bulletin cut down to a few nodes and blocks, in any setting: a failure shrinks to fewer."""
    outline = make_outline(draw(st.sampled_from(sorted(KINDS))), draw(st.integers(0, 99)))
    outline["nodes"] = [_cut_down(draw, node) for node in outline["nodes"][: draw(st.integers(1, 3))]]
    outline["highlights"] = None
    columns = draw(st.sampled_from((1, 2)))
    names = ("paper", "face", "paragraphs", "headings", "furniture", "tables", "signed")
    chosen = {name: draw(st.sampled_from(CHOICES[name]), label=name) for name in names}
    return outline, PdfSetting(columns=columns, **chosen)


def _cut_down(draw: st.DrawFn, node: Outline) -> Outline:
    node = dict(node)
    if node.get("children"):
        node["children"] = [_cut_down(draw, child) for child in node["children"][: draw(st.integers(1, 2))]]
    if node.get("blocks"):
        node["blocks"] = node["blocks"][: draw(st.integers(1, 4))]
        called = {ref["marker"] for block in node["blocks"] for ref in block.get("refs") or []}
        node["footnotes"] = [note for note in node.get("footnotes") or [] if note["marker"] in called]
    return node


@settings(max_examples=12)
@given(small_bulletins())
def test_nothing_of_a_typeset_bulletin_is_lost_and_its_order_is_kept(drawn: tuple[Outline, PdfSetting]) -> None:
    data, answer = print_pdf(*drawn)
    outcome = run_case(Case("drawn", "bulletin.pdf", data, answer))
    assert outcome.error == ""
    assert [outcome.value(name) for name in ("lost", "twice", "alien")] == [0, 0, 0]
    assert outcome.value("order") == 1.0


@pytest.fixture(scope="module")
def texts() -> list[Outcome]:
    """Return what was understood of the texts that were taken out of the PDFs."""
    if not has_extractor():
        pytest.skip("pdftotext is not installed")
    return [run_case(as_text(make_pdf_case(name))) for name in case_names(SETTINGS)]


@pytest.mark.parametrize("measure", AS_TEXT)
def test_the_text_of_a_typeset_bulletin_is_understood_as_well_as_before(measure: str, texts: list[Outcome]) -> None:
    assert means(texts)[measure] >= AS_TEXT[measure]


def test_nothing_of_such_a_text_is_lost(texts: list[Outcome]) -> None:
    for outcome in texts:
        assert outcome.error == ""
        assert [outcome.value(name) for name in ("lost", "twice", "alien")] == [0, 0, 0]
