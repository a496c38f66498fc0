"""Raised, lowered and struck characters in plain text: 10¹⁵ and H₂O, else x^{1/2} and x_{甲}; ~~withdrawn~~.

Text without formats must not lose what the place of a character says: 10 to the power of 15 is no thousand and fifteen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from reader.model.document import Text

RAISED = MappingProxyType(
    dict(
        zip(
            "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
            strict=True,
        )
    )
)
LOWERED = MappingProxyType(
    dict(zip("0123456789+-−–=()aeoxhklmnpstiruvjβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼᵦᵧᵨᵩᵪ", strict=True))
)
NO_SIGNS: Mapping[str, str] = MappingProxyType({})
LEVELS = {"sup": (RAISED, "^"), "sub": (LOWERED, "_")}
SCRIPT_SIGNS = frozenset((*RAISED.values(), *LOWERED.values()))
BRACKETED = re.compile(r"[\[［〔【(（][^\[\]]*[\]］〕】)）]")  # a mark that its brackets tell, raised or not

Piece = tuple[str, Collection[str]]
"""Some text and its styles."""


def scripted(text: str, styles: Collection[str]) -> str:
    """Write a piece of text so that it shows by its characters alone whether it is raised, lowered or struck."""
    return scripted_pieces([(text, styles)])[0]


def scripted_pieces(pieces: Iterable[Piece]) -> list[str]:
    """Write pieces that follow each other so; neighbours in one style are set in it together."""
    out: list[str] = []
    for struck, group in groupby(pieces, key=lambda piece: "strike" in piece[1]):
        words = [word for level, inner in groupby(group, key=_level_of) for word in _leveled(inner, level)]
        out += _between("~~", words, "~~") if struck else words
    return out


def _level_of(piece: Piece) -> str:
    return next((style for style in piece[1] if style in LEVELS), "")


def _leveled(pieces: Iterable[Piece], level: str) -> list[str]:
    """Raise or lower words by their characters where all of them can be."""
    words = [text for text, _ in pieces]
    whole = "".join(words)
    signs, mark = LEVELS.get(level, (NO_SIGNS, ""))
    known = {*signs, *signs.values()}
    if not mark or BRACKETED.fullmatch(whole) and not all(character in known for character in whole):
        return words
    if all(character in known for character in whole):
        return ["".join(signs.get(character, character) for character in word) for word in words]
    return _between(f"{mark}{{", words, "}")


def _between(before: str, words: Sequence[str], after: str) -> list[str]:
    """Put signs around words, inside of the spaces at both ends; none around nothing."""
    shown = [k for k, word in enumerate(words) if word.strip()]
    out = list(words)
    if shown:
        first, last = shown[0], shown[-1]
        out[first] = out[first][: -len(out[first].lstrip())] + before + out[first].lstrip()
        out[last] = out[last].rstrip() + after + out[last][len(out[last].rstrip()) :]
    return out


def written(text: Text) -> str:
    """Write a whole text so; without raised and lowered characters it is the text itself."""
    return "".join(scripted_pieces((run.text, run.styles) for run in text.runs))
