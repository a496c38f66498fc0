"""Numbering as evidence: the number that is due next opens a line of its own."""

from __future__ import annotations

from reader.patterns import CIRCLED, ends_sentence, numbered


class Counting:
    """Follows the numbering of headings and items through a file: what is due next is likely a new line."""

    def __init__(self, inline_circled: bool) -> None:
        self.inline_circled = inline_circled
        self.last: dict[str, int] = {}
        self.alone: dict[str, int] = {}

    def opened(self, text: str) -> None:
        """Note that a paragraph begins with this text."""
        number = numbered(text)
        if number:
            self.last[number.style] = number.value

    def stood_alone(self, text: str) -> None:
        """Note that this numbered line had no end mark and nothing went on below it."""
        number = numbered(text)
        if number and not ends_sentence(text):
            self.alone[number.style] = number.value

    def evidence(self, a: str, b: str, opens: bool) -> list[tuple[str, float]]:
        """Return what the numbering says of a break between the lines a and b."""
        found = []
        if self.inline_circled and b[0] in CIRCLED:
            return []
        below, above = numbered(b), numbered(a) if opens else None
        if below and below.value > 1 and self.last.get(below.style) == below.value - 1 and below.end < len(b):
            found.append(("number due", 3.5 if below.style in ("han", "chapter", "topic") else 2.5))
        elif below and below.value == 1 and above and above.style != below.style and not ends_sentence(a):
            found.append(("first below a numbered line", 3.0))
        if above and not ends_sentence(a) and above.value > 1 and self.alone.get(above.style) == above.value - 1:
            found.append(("like the number before", 2.5))
        return found
