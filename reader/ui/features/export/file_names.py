"""A name for a file, made of titles, that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 120  # characters
LONGEST_BYTES = 240  # in UTF-8: file systems take 255, and a suffix and a dot are to come
# What Windows reserves, in the width of Han: a title stays what it was to the eye.
WIDE = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in '<>:"/\\|?*'})
DEVICES = re.compile(r"(?: CON | PRN | AUX | NUL | (?: COM | LPT ) [0-9¹²³] ) (?= \s* (?: \. | $ ) )", re.X | re.I)
UNNAMED = "bulletin"


def file_stem(parts: Iterable[str]) -> str:
    """Join titles to the name of a file without its suffix; a part that another one holds is not said twice."""
    said: list[str] = []
    for part in map(_clean, parts):
        if part and not any(part in other for other in said):
            said.append(part)
    name = _shortened(" ".join(said)).strip(" .")
    if DEVICES.match(name):
        name = f"_{name}"
    return name or UNNAMED


def _clean(text: str) -> str:
    """Return a text on one line, without what no name can hold."""
    spaced = " ".join(text.split())
    shown = "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return shown.translate(WIDE).strip(" .")


def _shortened(name: str) -> str:
    name, whole = name[: LONGEST + 1], name
    if whole == name and _fits(name):
        return name
    while not _fits(f"{name}…"):
        name = name[:-1]
    return f"{name.rstrip()}…"


def _fits(name: str) -> bool:
    return len(name) <= LONGEST and len(name.encode("utf-8")) <= LONGEST_BYTES
