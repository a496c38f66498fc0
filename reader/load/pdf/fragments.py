"""Put characters together that the file sets one after the other on one line, with the spaces between them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from reader.load.pdf.glyphs import Glyph
from reader.load.pdf.ink import is_pale
from reader.load.pdf.parts import Fragment, Gap, Typeface
from reader.model.document import Box, Styled
from reader.model.kinds import TextStyle

FLAT = 1.0  # points that type without any height counts for
APART = 0.85  # em of white from which on what follows may be another column's or cell's
GAP = 0.45  # em of white in which a column of a table may end
BACK = 0.6  # em to the left: the next line, or the same one begun anew
ON_LINE = 0.25  # em that the baseline of one line may wander
SCRIPT_SIZE = 0.86  # of the size: a raised or lowered character is smaller
RAISED_MOST, LOWERED_MOST = 0.7, 0.35  # em that it is away from the line at most
RAISED, LOWERED = 0.12, 0.06  # em from the baseline
WORD_SPACE = 0.17  # em of white that is a space where letters of the Latin kind stand beside it
HAN_SPACE = 0.2  # the same between Han characters, beyond what they are set apart all along the line
MARK_SPACE = 0.6  # the same beside a full-width mark, which brings white of its own
WIDE_SPACE = 2.2  # em of white that parts more than words do, even in a line that is stretched: two spaces
VISIBLE_SPACE = 0.1  # em; the space of a file that is narrower cannot be seen
BLANK_LEFT, BLANK_RIGHT = "（《〈「『【〔［“‘", "，。、；：？！）》〉」』】〕］”’"
FULL_WIDTH = 0.9  # em; a mark as wide is blank on one side
STACKED, STACK_LEAST = 1.9, 3  # em from one character of an upright word to the next; characters that make one
LINE_ROOM = 1.0  # points between two characters that leave room for a line
MAIN_SHARE = 0.2  # of the characters of a line; a larger size that fewer have is that of an initial
BOLD_SHARE = 0.8  # of the characters of a bold line: fewer are words that stand out in it
OVERPRINT = 0.2  # em; the same character so near is the same one printed twice

Link = tuple[Box, str]


def fragments_of(glyphs: Iterable[Glyph], links: Sequence[Link] = (), down: Sequence[Box] = ()) -> Iterator[Fragment]:
    """Yield the fragments of a page in the order of the file; lines that are drawn `down` part them.

    Han characters that stand alone one below the other are a word that is set upright.
    """
    stack: list[Fragment] = []
    for found in _level(glyphs, links, down):
        if stack and not _stands_below(stack[-1], found):
            yield from _upright(stack)
            stack = []
        stack.append(found)
    yield from _upright(stack)


def _stands_below(above: Fragment, below: Fragment) -> bool:
    """Tell whether a lone character stands right below another one."""
    if len(above.text) != 1 or len(below.text) != 1 or not (is_han(above.text) and is_han(below.text)):
        return False
    aside, down = abs(below.left - above.left), below.base - above.base
    return aside <= 0.3 * above.size and 0.8 * above.size <= down <= STACKED * above.size


def _upright(stack: Sequence[Fragment]) -> Iterator[Fragment]:
    """Yield the characters of a stack as one fragment, where there are enough to tell."""
    if len(stack) < STACK_LEAST:
        yield from stack
        return
    text = "".join(fragment.text for fragment in stack)
    yield stack[-1]._replace(text=text, order=stack[0].order, styled=(), gaps=())


def _level(glyphs: Iterable[Glyph], links: Sequence[Link], down: Sequence[Box]) -> Iterator[Fragment]:
    """Yield what stands on one line each."""
    run: list[Glyph] = []
    last: Glyph | None = None  # that is no space
    for glyph in glyphs:
        if glyph.text == " ":
            if run:
                run.append(glyph)
            continue
        if last is not None and _is_overprint(last, glyph):
            continue
        if run and last is not None and (not _goes_on(run[0], last, glyph) or _parted(last, glyph, down)):
            yield fragment(run, links)
            run = []
        run.append(glyph)
        last = glyph
    if run:
        yield fragment(run, links)


def _is_overprint(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character is printed once more, a hair aside, to look bold."""
    near = OVERPRINT * glyph.size
    if glyph.order == last.order:
        return False  # letters of one ligature
    return glyph.text == last.text and abs(glyph.left - last.left) < near and abs(glyph.base - last.base) < near


def _goes_on(first: Glyph, last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character stands on the line of those before it, right behind them."""
    large = max(last.size, glyph.size)
    gap = glyph.left - last.right
    if glyph.colour != last.colour and is_pale(glyph.colour) != is_pale(last.colour):
        return False
    if gap > APART * large or gap < -BACK * large:
        return False
    away = abs(glyph.base - last.base)
    if away <= ON_LINE * large:
        return True
    small = min((last, glyph), key=lambda g: g.size)
    other = glyph if small is last else last
    lower = small.base - other.base
    if abs(glyph.base - first.base) <= ON_LINE * large and away <= RAISED_MOST * large:
        return True  # back on the line after a script
    return small.size <= SCRIPT_SIZE * large and -RAISED_MOST * large <= lower <= LOWERED_MOST * large


def _parted(last: Glyph, glyph: Glyph, down: Sequence[Box]) -> bool:
    """Tell whether a vertical line is drawn between two characters."""
    if not down or glyph.left - last.right < LINE_ROOM:
        return False
    return any(
        last.right - 1 <= line.left and line.right <= glyph.left + 1 and line.top <= glyph.base <= line.bottom + 1
        for line in down
    )


def fragment(run: Sequence[Glyph], links: Sequence[Link] = ()) -> Fragment:
    """Make a fragment of the characters of a run."""
    while run[-1].text == " ":
        run = run[:-1]
    shown = [glyph for glyph in run if glyph.text != " "]
    size = _main_size([glyph.size for glyph in shown])
    base = Counter(glyph.base for glyph in shown if glyph.size == size).most_common(1)[0][0]
    size = size or FLAT
    face = _face(shown)
    colour = Counter(glyph.colour for glyph in shown).most_common(1)[0][0]
    stretch = _stretch(shown, size)
    text = ""
    styles: list[tuple[int, TextStyle, str]] = []
    gaps: list[Gap] = []
    last: Glyph | None = None
    spaced = False
    for glyph in run:
        if glyph.text == " ":
            spaced = True
            continue
        if last is not None:
            white = (glyph.left - last.right) / size
            text += space(last.text, glyph.text, white, spaced, stretch)
            if white > GAP + stretch:
                gaps.append(Gap(len(text), last.right, glyph.left))
        styles += ((len(text), style, url) for style, url in _styles(glyph, size, base, face, links))
        text += glyph.text
        last, spaced = glyph, False
    left, right = run[0].left + _blank(run[0], BLANK_LEFT), max(g.right - _blank(g, BLANK_RIGHT) for g in shown[-2:])
    set_as = (base, size, face, run[0].order, tuple(_ranges(styles, text)), tuple(gaps), colour)
    return Fragment(text, left, right, *set_as)


def _blank(glyph: Glyph, marks: str) -> float:
    """Measure the blank half of a full-width mark, which a line may push out of its column."""
    wide = glyph.right - glyph.left > FULL_WIDTH * glyph.size
    return 0.5 * glyph.size if wide and glyph.text in marks else 0.0


def space(before: str, after: str, gap: float, spaced: bool, stretch: float = 0.0) -> str:
    """Return the space that stands between two characters `gap` em apart; `spaced`: the file sets one there."""
    if gap > WIDE_SPACE + stretch:
        return "  "
    wide = is_wide(before) and is_wide(after)
    if spaced:
        return " " if gap > VISIBLE_SPACE + stretch or not wide else ""
    least = WORD_SPACE if not wide else HAN_SPACE if before.isalnum() and after.isalnum() else MARK_SPACE
    return " " if gap > least + stretch else ""


def is_han(char: str) -> bool:
    """Tell whether a character is a Han character rather than a mark."""
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def is_wide(char: str) -> bool:
    """Tell whether a character is as wide as it is high, as Han and its punctuation are."""
    return char >= "\u2e80" or char in "“”‘’—…"


def _stretch(shown: Sequence[Glyph], size: float) -> float:
    """Measure, in em, how far apart all characters of a line are set: to fill it, or to make it look important."""
    gaps = [(b.left - a.right) / size for a, b in itertools.pairwise(shown)]
    return max(0.0, median(gaps)) if len(gaps) >= 2 else 0.0


def _main_size(sizes: Sequence[float]) -> float:
    """Return the largest size that is no exception on a line: what is smaller may be raised or lowered."""
    counts = Counter(sizes)
    often = [size for size, count in counts.items() if count >= MAIN_SHARE * len(sizes)]
    return max(often or counts)


def _face(shown: Sequence[Glyph]) -> Typeface:
    """Return the typeface of most characters; bold where nearly all are, whatever their typefaces."""
    faces = Counter(glyph.face for glyph in shown)
    wide = Counter(glyph.face for glyph in shown if is_wide(glyph.text))
    bold = sum(count for face, count in faces.items() if face.bold) >= BOLD_SHARE * len(shown)
    return (wide or faces).most_common(1)[0][0]._replace(bold=bold)


def _styles(
    glyph: Glyph, size: float, base: float, face: Typeface, links: Sequence[Link]
) -> Iterator[tuple[TextStyle, str]]:
    """Yield the styles of a character among those of its line, each with its address."""
    rise = (base - glyph.base) / size
    small = glyph.size <= SCRIPT_SIZE * size
    if glyph.shift > 0 or small and rise >= RAISED:
        yield "sup", ""
    elif glyph.shift < 0 or small and rise <= -LOWERED:
        yield "sub", ""
    if glyph.face.bold and not face.bold:
        yield "strong", ""
    if links:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size
        for box, url in links:
            if box.left <= x <= box.right and box.top <= y <= box.bottom:
                yield "link", url
                break


def _ranges(styles: Iterable[tuple[int, TextStyle, str]], text: str) -> Iterator[Styled]:
    """Put the styles of single characters together; a space between two of a kind belongs to them."""
    rows: dict[tuple[TextStyle, str], list[int]] = {}
    for at, style, url in styles:
        rows.setdefault((style, url), []).append(at)
    found: list[Styled] = []
    for (style, url), places in rows.items():
        start = end = places[0]
        for at in places:
            if text[end:at].strip():
                found.append(Styled(start, end, style, url))
                start = at
            end = at + 1
        found.append(Styled(start, end, style, url))
    return iter(sorted(found))
