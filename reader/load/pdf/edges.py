"""What stands at the head and the foot of page after page: running heads, page numbers.

Told by its place and its coming back; what is at the very edge of a page and set off from its text counts too.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.load.pdf.columns import usual_size
from reader.load.pdf.parts import Fragment, PdfPage

ZONE = 0.16  # of the page's height, at either end, in which such lines stand
MARGIN = 0.045  # of the page's height, at either end, that is too near to the edge for text
SIDE = 0.045  # of the page's width, at either side, in which no text is set
LINES = 6  # of them, at most; a letterhead has as many
SAME_PLACE = 3.0  # points
LEVEL = 0.35  # em by which the baselines of one line may differ
BELIEVED = 3.0  # log odds
SET_OFF = 1.9  # of a line's height: white that sets a line off from the text
WHITE = 1.2  # the same, less clearly
SMALL = 0.93  # of the size of the text
NARROW = 0.5  # the same, of what stands at one side, or at both
FAR = 10.0  # heights of a line; nothing but the edge of the page is so far from the text
LONG = 0.75  # of the text's width; text, not a head, runs so far
TITLE = 1.5  # times the size of the text; the name is as large
LARGE = "large "
HAN_DIGITS = "〇零一二三四五六七八九十百"
DIGITS = re.compile(rf"\d+|(?<![{HAN_DIGITS}])[{HAN_DIGITS}]++(?=[期页版日月年])|\b[ivxlc]+\b")
FOLIO = re.compile(r"^[-—–·.\s]*+第?\s*+(?P<value>\d{1,4})\s*+[页頁]?[-—–·.\s]*+$")
NUMBER = re.compile(
    r"^[\W_]*+(?:第?\s*+(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})\s*+[页頁]?)?"
    r"(?:\s*[/／,，|共]\s*+共?\s*+\d{1,4}\s*+[页頁]?)?[\W_]*+$|^page\s*\d+(?:\s*of\s*\d+)?$",
    re.IGNORECASE,
)

PRINTED = re.compile(r"^#/#/#|https?://|file://|#/#$")  # what a web browser prints around a page
COUNTER = re.compile(r"第#页|^#/#|#/#$|#of#$|page#", re.IGNORECASE)  # the number of a page beside other words
FACTS = re.compile(r"^[#①-⑳*※†‡注\[]\D|#期|#号|#月#日|[：:].*[：:]|印发|抄送|主办|编印|主编")  # of an issue, or a note
COUNTED = re.compile(r"(?:附件|附录|附表|附錄|图|表|專題|专题|第#[章节節部篇])#?")  # counts up, too, but heads a text


class Band(NamedTuple):
    """A printed line near an edge of a page."""

    page: int
    fragments: tuple[Fragment, ...]
    text: str  # without spaces, what counts from page to page masked
    base: float
    size: float
    white: float  # between it and the next line towards the text, in heights of a line
    ruled: bool  # a line is drawn in between
    width: float  # of the text's width
    small: bool  # set smaller than the text
    outermost: bool  # where no text is set
    folios: frozenset[int]  # how far the numbers that stand for themselves in it are ahead of the page


def furniture(pages: Sequence[PdfPage]) -> dict[int, dict[int, str]]:
    """Return, by page and by a fragment's place in the file, why a fragment at the edge is no text."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for sheet in pages:
        found[sheet.number] |= {f.order: "running-header" for f in sheet.fragments if _is_beside(sheet, f)}
    for foot in (False, True):
        bands = [list(_bands(page, foot)) for page in pages]
        texts = Counter(text for page in bands for text in {band.text for band in page})
        texts.update(dict.fromkeys(_large(pages), 1))
        for page in bands:
            for place, band in enumerate(page):
                if _score(band, place, bands, texts) < BELIEVED:
                    break
                for fragment in band.fragments:
                    found[band.page][fragment.order] = _reason(fragment.text)
    return found


def _is_beside(page: PdfPage, fragment: Fragment) -> bool:
    """Tell whether a word stands in the outermost strip at a side of the page, as on a tab."""
    return fragment.right <= SIDE * page.width or fragment.left >= (1 - SIDE) * page.width


def _large(pages: Sequence[PdfPage]) -> Iterator[str]:
    """Yield what is printed large on the first page, marked as such: small at an edge it is no text."""
    usual = usual_size(pages[0].fragments) if pages else 0.0
    for fragment in pages[0].fragments if pages else ():
        if fragment.size >= TITLE * usual:
            yield LARGE + "".join(fragment.text.split())


def _reason(text: str) -> str:
    return "page-number" if NUMBER.match(text.strip()) else "running-header"


def _bands(page: PdfPage, foot: bool) -> Iterator[Band]:
    """Yield the lines near one edge of a page, from the edge inwards."""
    if not page.fragments:
        return
    left, right = min(f.left for f in page.fragments), max(f.right for f in page.fragments)
    lines = list(_lines(page.fragments, foot))
    usual = usual_size(page.fragments)
    for (base, line), (following, inner) in itertools.pairwise(lines):
        inside = base > page.height * (1 - ZONE) if foot else base < page.height * ZONE
        if not inside:
            return
        size = max(f.size for f in line)
        distance = abs(following - base) - max(f.size for f in inner) * (0.12 if foot else 0.88)
        ruled = any(min(base, following) <= box.top <= max(base, following) for box in page.strokes.across)
        text = DIGITS.sub("#", "".join("".join(f.text.split()) for f in line))
        width = (max(f.right for f in line) - min(f.left for f in line)) / max(1.0, right - left)
        filled = sum(f.right - f.left for f in line) / max(1.0, right - left)
        folios = frozenset(int(m.group("value")) - page.number for f in line if (m := FOLIO.match(f.text.strip())))
        small = size <= SMALL * usual
        outermost = base > page.height * (1 - MARGIN) if foot else base < page.height * MARGIN
        found = (base, size, distance / size, ruled, min(width, filled), small, outermost, folios)
        yield Band(page.number, tuple(line), text, *found)


def _lines(fragments: Sequence[Fragment], foot: bool) -> Iterator[tuple[float, list[Fragment]]]:
    """Yield the outermost lines of a page with their baselines, one more than can be furniture."""
    line: list[Fragment] = []
    count = 0
    for fragment in sorted(fragments, key=lambda f: (-f.base if foot else f.base, f.left)):
        if line and abs(fragment.base - line[0].base) > LEVEL * max(fragment.size, line[0].size):
            yield line[0].base, line
            count += 1
            if count > LINES:
                return
            line = []
        line.append(fragment)
    if line:
        yield line[0].base, line


def _score(band: Band, place: int, pages: Sequence[Sequence[Band]], texts: Mapping[str, int]) -> float:
    """Add up what speaks for furniture."""
    level = [
        other
        for page in pages
        for other in page[: place + 2]
        if other.page != band.page and abs(other.base - band.base) <= SAME_PLACE
    ]
    alike = sum(other.text == band.text for other in level)
    numbered = bool(NUMBER.match(band.text.replace("#", "1"))) and "#" in band.text
    others = max(1, len(pages) - 1)
    score = 0.0
    if alike:
        score += (1.5 if alike == 1 and len(pages) > 4 else 2.5) + (1.0 if alike >= 0.4 * others else 0.0)
    elif texts[band.text] > 1 and "#" not in band.text:
        score += 1.0
    if band.small and texts[f"{LARGE}{band.text.strip('#')}"]:
        score += 2.5
    ruled = sum(other.ruled and other.white >= WHITE for other in level)
    score += 1.0 if band.ruled and ruled >= 0.6 * others and len(pages) > 2 else 0.0
    set_off = sum(other.white >= SET_OFF for other in level)
    score += 1.0 if set_off >= 0.6 * others and len(pages) > 2 else 0.0
    score -= 3.0 if COUNTED.match(band.text) else 0.0
    score += 2.0 if numbered and place == 0 else 0.5 if numbered else 0.0
    close = band.white < 0.6 and not (alike and _comes_back_below(band, place, pages))
    score += 1.0 if band.white >= SET_OFF else 0.5 if band.white >= WHITE else -1.0 if close else 0.0
    score += 1.0 if band.ruled else 0.0
    score += 1.5 if band.outermost else 0.0
    score += 1.5 if band.outermost and PRINTED.search(band.text) else 0.0
    score += 0.5 if band.small else 0.0
    score += _told_alone(band, place) if len(pages) == 1 else 0.0
    others_counted = sum(bool(page and page[0].folios & band.folios) for page in pages) - 1
    score += 2.0 if place == 0 and band.folios and others_counted >= max(1, 0.5 * others) else 0.0
    return score - (1.5 if band.width > LONG and not alike else 0.0)


def _comes_back_below(band: Band, place: int, pages: Sequence[Sequence[Band]]) -> bool:
    """Tell whether the next line inwards comes back too: the lines of one letterhead stand close together."""
    inner = next((page[place + 1] for page in pages if len(page) > place + 1 and page[0].page == band.page), None)
    return inner is not None and any(
        other.text == inner.text and abs(other.base - inner.base) <= SAME_PLACE
        for page in pages
        for other in page[: place + 3]
        if other.page != inner.page
    )


def _told_alone(band: Band, place: int) -> float:
    """Weigh what comes back on no other page, as on a page that was taken out of its file."""
    score = 2.0 if place == 0 and COUNTER.search(band.text) else 0.0
    score += 1.0 if band.small and band.ruled and place == 0 and band.width <= NARROW else 0.0
    score += 0.5 if band.small and band.white >= FAR else 0.0
    return score - (2.5 if FACTS.search(band.text) else 0.0)
