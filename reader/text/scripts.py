"""Raised, lowered and struck characters in plain text: 10¹⁵ and H₂O, else x^{1/2} and x_{max}; ~~withdrawn~~.

Text without formats must not lose what the place of a character says: 10 to the power of 15 is no thousand and fifteen.
"""

from __future__ import annotations

from collections.abc import Collection

from reader.document import Text

RAISED = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-−–=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True))
SCRIPT_SIGNS = frozenset((*RAISED.values(), *LOWERED.values()))


def scripted(text: str, styles: Collection[str]) -> str:
    """Write a piece of text so that it shows by its characters alone whether it is raised, lowered or struck."""
    if "strike" in styles and text.strip():
        return f"~~{scripted(text, [style for style in styles if style != 'strike'])}~~"
    wanted = {"sup": (RAISED, "^"), "sub": (LOWERED, "_")}
    found = next((wanted[style] for style in styles if style in wanted), None)
    if found is None or not text.strip():
        return text
    signs, mark = found
    known = {*signs, *signs.values()}
    if all(character in known for character in text):
        return "".join(signs.get(character, character) for character in text)
    return f"{mark}{{{text}}}"


def written(text: Text) -> str:
    """Write a whole text so; without raised and lowered characters it is the text itself."""
    return "".join([scripted(run.text, run.styles) for run in text.runs])
