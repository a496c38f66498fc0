"""Read the pages of a PDF one by one, each inside the one door to PDFium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reader.load.loaded import Progress
from reader.load.pdf.charts import charts_of, without_charts
from reader.load.pdf.formulas import formulas_of
from reader.load.pdf.fragments import Link, fragments_of
from reader.load.pdf.glyphs import Glyph, Turned, read_glyphs
from reader.load.pdf.ink import hidden
from reader.load.pdf.links import read_links
from reader.load.pdf.parts import Fragment, PdfPage, Strokes
from reader.load.pdf.strokes import read_strokes
from reader.pictures.pdfium import pdfium

PAGES_SHARE = 0.8  # of the time that loading takes


def read_pages(document: Any, progress: Progress | None) -> Iterator[PdfPage]:
    """Yield what is found on each page; other threads get their turn between two."""
    with pdfium():
        count = len(document)
    for number in range(count):
        if progress is not None:
            progress("load", PAGES_SHARE * number / count)
        with pdfium() as library:
            page = _read_page(library.raw, document.raw, number)
        yield page


def _read_page(raw: Any, document: Any, number: int) -> PdfPage:
    """Read one page; one that is damaged is empty."""
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return PdfPage(number, 0.0, 0.0, 0, (), (), Strokes())
    try:
        text = raw.FPDFText_LoadPage(page)
        try:
            turned = read_glyphs(raw, page, text)
        finally:
            raw.FPDFText_ClosePage(text)
        strokes = read_strokes(raw, page, turned.view)
        links = read_links(raw, document, page, turned.view)
    finally:
        raw.FPDF_ClosePage(page)
    return page_of(number, turned, strokes, links)


def page_of(number: int, turned: Turned, strokes: Strokes, links: Sequence[Link] = ()) -> PdfPage:
    """Tell what is text on a page from what is hidden, in charts, a formula or askew."""
    fragments = list(fragments_of(turned.straight, links, strokes.down))
    unseen = {fragment.order: fragment for fragment in hidden(fragments, strokes)}
    charts = tuple(charts_of([f for f in fragments if f.order not in unseen], strokes))
    gone = unseen.keys() | {fragment.order for chart in charts for fragment in chart.fragments}
    shown = [fragment for fragment in fragments if fragment.order not in gone]
    formulas = list(formulas_of(shown, without_charts(strokes, charts)))
    shown += [sign for sign, _box in formulas]
    width, height = turned.view.size
    drawn, aside = without_charts(strokes, charts), tuple(_aside(turned.aside))
    hidden_ones, boxes = tuple(unseen.values()), tuple(box for _sign, box in formulas)
    return PdfPage(number, width, height, turned.turns, tuple(shown), aside, drawn, hidden_ones, charts, boxes)


def _aside(glyphs: Sequence[Glyph]) -> Iterator[Fragment]:
    """Yield what is set in another direction as the file has it, one fragment as long as size and typeface stay."""
    run: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if run and (glyph is None or glyph.size != run[-1].size or glyph.order > run[-1].order + 2):
            text = " ".join("".join(g.text for g in run).split())
            first = run[0]
            if text:
                left, right = min(g.left for g in run), max(g.right for g in run)
                yield Fragment(text, left, right, max(g.base for g in run), first.size, first.face, first.order)
            run = []
        if glyph is not None:
            run.append(glyph)
