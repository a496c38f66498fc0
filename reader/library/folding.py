"""Text and questions in the one form in which they are compared, and cut into the grams that the index keeps.

Width, case, variants of signs and traditional writing are folded. Spaces and wraps go, but for one blank between two
Latin letters: “nowhere” is not “now here”. What stands between the ends of a phrase must be what was asked for, signs
included, so the index alone answers a phrase exactly, and no text has to be looked through.

A gram begins at each character, so that its number in the row is the character's. Of Latin letters and digits it is
up to `LATIN` of them, of anything else the character and the one after it. A phrase is the row of its grams; where its
end cuts a gram short, as that of a word of one character, the last one is asked for by how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.text.fold import IGNORABLE, fold
from reader.text.han import simplified

VERSION = 1  # of what is kept in the index; a change of the folding or of the grams makes it anew
LATIN = 4  # letters or digits of a gram; the longer, the fewer texts hold it
EDGE = "\u2029"  # stands between two texts, and in none: no phrase leads from one into another
SIGNS = "!#$%&()*+,-./:;<=>?@[\\]^_`{|}~"  # that the index takes for letters; those below it cannot
BLANK = "\u00a0"  # of a gram, in which a blank would end it; folding leaves none
HIDDEN = rf"[\s{IGNORABLE}\0-\x1f\x7f]"
SPACES = re.compile(f"{HIDDEN}+")
FIRST_HAN = 0x2E80  # letters below it are of scripts that part words by blanks
PIECE = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
HALVES = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Return a text in the form in which texts are compared: a phrase is in a text where its form is in the text's."""
    return SPACES.sub(" ", _gaps().sub("", _folded(text)))


def located(text: str) -> tuple[str, list[int]]:
    """Return the form of a text, and the offset in the text of each of its characters."""
    form = canonical(text)
    offsets: list[int] = []
    at = 0
    folded = _folded(text)
    for char in form:
        if char == " ":  # stands for the blanks before the next letter
            offsets.append(at)
            continue
        while folded[at] != char:
            at += 1
        offsets.append(at)
        at += 1
    return form, offsets


@cache
def _gaps() -> re.Pattern[str]:
    """Compile a pattern of all spaces but those between two letters."""
    alphabetic = [code for code in range(FIRST_HAN) if chr(code).isalpha()]
    last = {code for code in alphabetic if not chr(code + 1).isalpha() or code + 1 == FIRST_HAN}
    first = [code for code in alphabetic if code == 0 or not chr(code - 1).isalpha()]
    letter = "".join(f"{chr(one)}-{chr(other)}" for one, other in zip(first, sorted(last), strict=True))
    return re.compile(f"(?<!{HIDDEN}){HIDDEN}++(?![{letter}])|(?<![{letter}{HIDDEN[1:-1]}]){HIDDEN}++")


def _folded(text: str) -> str:
    """Return a text, as long as it was, with one sign for all that count as the same."""
    folded = simplified(fold(HALVES.sub("\ufffd", text)))
    return folded.replace('"', "″").replace("'", "′")  # what quotes words in a question of the index


def grams(form: str) -> Iterator[str]:
    """Yield the gram that begins at each character of a form."""
    for piece in PIECE.finditer(form.replace(" ", BLANK)):
        run, end = piece[0], piece.end()
        if run[0].isascii() and run[0].isalnum():
            yield from [run[at : at + LATIN] for at in range(len(run))]
        else:
            following = form[end : end + 1]
            yield from map("".join, zip(run, [*run[1:], following], strict=True))


def gram_rows(forms: Iterable[str]) -> str:
    """Return the grams of several forms as one row of the index."""
    return f" {EDGE} ".join(" ".join(grams(form)) for form in forms if form)


def phrase(form: str) -> str:
    """Return the question of the index for a phrase in its form, which is not empty."""
    whole: list[str] = []
    reach = 0  # characters that the whole grams hold
    for at, gram in enumerate(grams(form)):
        if _may_go_on(gram, at, len(form)):
            if reach < len(form):
                return f'"{" ".join([*whole, gram])}" *'
            break
        whole.append(gram)
        reach = max(reach, at + len(gram))
    return f'"{" ".join(whole)}"'


def _may_go_on(gram: str, at: int, length: int) -> bool:
    """Tell whether in a longer text the gram that begins here could be longer."""
    full = LATIN if gram[0].isascii() and gram[0].isalnum() else 2
    return at + len(gram) >= length and len(gram) < full
