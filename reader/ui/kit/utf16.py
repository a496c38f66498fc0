"""Convert between code points, which Python counts, and UTF-16 units, which Qt counts."""

from __future__ import annotations


def units(text: str) -> int:
    """Count the UTF-16 units of a text; characters beyond the basic plane have two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, unit_offset: int) -> int:
    """Return how many code points start before a UTF-16 offset of a text."""
    if len(text) == units(text):
        return min(unit_offset, len(text))
    passed = 0
    for count, character in enumerate(text):
        if passed >= unit_offset:
            return count
        passed += 2 if character > "\uffff" else 1
    return len(text)
