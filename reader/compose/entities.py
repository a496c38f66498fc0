"""Characters that HTML and Markdown write by name or number."""

from __future__ import annotations

import re
from types import MappingProxyType

ENTITY = re.compile(r"&(?:#(?P<number>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z]{2,8}\d?));?")
NAMED = """
amp=& lt=< gt=> quot=" apos=' ldquo=“ rdquo=” lsquo=‘ rsquo=’ sbquo=‚ bdquo=„ laquo=« raquo=» mdash=— ndash=– hellip=…
middot=· bull=• times=× divide=÷ deg=° plusmn=± permil=‰ copy=© reg=® trade=™ yen=¥ pound=£ euro=€ cent=¢ sect=§ para=¶
larr=← rarr=→ uarr=↑ darr=↓ le=≤ ge=≥ ne=≠ asymp=≈ infin=∞ minus=− sup2=² sup3=³ frac12=½ frac14=¼ micro=µ alpha=α
beta=β gamma=γ delta=δ mu=μ Delta=Δ Omega=Ω
"""
NAMES = MappingProxyType(dict(part.split("=", 1) for part in NAMED.split()))
SPACES = frozenset(("nbsp", "ensp", "emsp", "thinsp"))
SILENT = frozenset(("zwnj", "zwj", "shy"))
LOOSE = frozenset(("nbsp", "ensp", "emsp", "amp", "lt", "gt", "quot"))  # understood without a semicolon, too
UNSEEN = frozenset((0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD))


def meant(m: re.Match[str]) -> str | None:
    """Return the character that an entity stands for; None where it is none."""
    name = m["name"]
    if name:
        if not m.group().endswith(";") and name not in LOOSE:
            return None
        return " " if name in SPACES else "" if name in SILENT else NAMES.get(name)
    code = int(m["number"]) if m["number"] else int(m["hex"], 16)
    if code in UNSEEN:
        return ""
    if code == 0xA0:
        return " "
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else None
