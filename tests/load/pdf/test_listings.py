"""A listing keeps its lines and their indentation; an address over some lines is none."""

from __future__ import annotations

from pathlib import Path

from tests.load.pdf.test_pdf import PARAGRAPHS, opened, understood
from tests.pdfs import typeset, written

LISTING = ("plot = {", "    name: 7,", "    targets: [412, 96],", "}")


def courier(lines: tuple[str, ...]) -> bytes:
    """Write a page with some lines of Courier between lines of Helvetica."""
    page = "BT /F1 10 Tf 1 0 0 1 40 360 Tm (The targets are written down like this in each report.) Tj ET "
    for k, text in enumerate(lines):
        bare = text.lstrip()
        left = 40 + 6 * (len(text) - len(bare))
        page += f"BT /F1 10 Tf 1 0 0 1 {left} {340 - 13 * k} Tm ({bare}) Tj ET "
    return written([page]).replace(b"/BaseFont /Helvetica", b"/BaseFont /Courier  ")


def test_lines_of_even_letters_keep_their_indentation(tmp_path: Path) -> None:
    loaded = opened(courier(LISTING), tmp_path)
    listed = [row for row in loaded.lines if row.hint and row.hint.role == "code"]
    assert [loaded.source.text[row.start : row.end] for row in listed][-4:] == list(LISTING)


def test_an_address_in_even_letters_is_no_listing(tmp_path: Path) -> None:
    address = "https://forms.example.org/apps/form/\\ b7d2e41f-9a06-4c55-8e1d/\\ 3fa0c6d2b918"
    source = f'= 讲座\n\n{PARAGRAPHS[0]}\n\n#text(font: "DejaVu Sans Mono")[{address}]\n\n{PARAGRAPHS[1]}'
    issue = understood(typeset(source), tmp_path)
    assert not any(block.code for node in issue.walk() for block in node.blocks)
