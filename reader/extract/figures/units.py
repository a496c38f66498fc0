"""Units behind a number, composite ones too: mg/Nm3, 吨/年, W/(m·K), 千米每小时, 元/公斤, 万片/年."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reader.extract.figures.lexicon import Lexicon, UnitWord
from reader.model.kinds import FigureKind

EXPONENT = re.compile(r"\^?(?P<plain>[23])(?![0-9.,])|(?P<signed>-[1-4])(?![0-9.%]|[ ]?[0-9])|(?P<raised>⁻?[¹²³⁴])")
RAISED = str.maketrans("⁻¹²³⁴", "-1234")
TAKES_PLAIN_POWER = re.compile(r"(?:^|[kcmdun])m$|^Nm$|^in$|^ft$|^s$")
TAKES_NEGATIVE_POWER = re.compile(r"s|h|min|d|a|cm|m|mm|nm|km")  # 5000 h-1
IN_A_NAME = re.compile(r"[0-9]|-[A-Za-z]")  # 18F-FDG
JOINTS = "·•*∙⋅"
TIMES = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
PER_WORD = "每"
PER_NAMES = {"分": "min", "hm-2": "ha-1"}  # alone it is a mark, or a coin
DENOMINATOR_SIZE = re.compile(r"10{0,4}[万千]?(?=[^0-9.,])")  # mg/100mL
# Names of one character that begin many words: behind them a clause ends, or a particle stands.
SHORT = frozenset("牛安欧伏焦赫帕巴托希伽摩埃开勒泊码点里尺丈寸磅铢")
AFTER_SHORT = frozenset("重长高宽深厚远的以左上下之和与及或至到等后时内外、，。；：,.;:)/·~-!?…”》 ")


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """What stands behind a number: the kind of figure it makes, its canonical form, where it ends."""

    kind: FigureKind
    name: str
    factor: Decimal
    end: int
    word: str = ""  # a measure word as printed
    composite: bool = False


def read_unit(text: str, at: int, lexicon: Lexicon) -> ReadUnit | None:
    """Read the unit that stands at `at`, one space before it allowed."""
    start = at + (text[at : at + 1] == " ")
    atom = _atom(text, start, lexicon)
    if atom is None:
        return None
    word, name, end = atom
    parts, end = _rest(text, end, name, lexicon)
    if word.kind == "percent":
        parts = ""  # 1%/天 is told as percent
    if not word.alone and not parts or _is_cut_short(text, start, end, word, parts):
        return None
    is_rate = bool(parts) or name != word.unit  # 片/年, h-1
    kind: FigureKind = "measure" if is_rate and word.kind in ("count", "duration") else word.kind
    return ReadUnit(kind, _canonical(name + parts), word.factor, end, text[start:end], bool(parts))


def _atom(text: str, at: int, lexicon: Lexicon, *, inside: bool = False) -> tuple[UnitWord, str, int] | None:
    """Read one unit with its exponent; `inside` a composite any unit may have a negative one: g·L-1."""
    found = lexicon.longest(text, at)
    if found is None:
        return None
    word, end = found
    m = EXPONENT.match(text, end) if word.kind in ("measure", "duration") else None
    last = text[end - 1]
    if m and last.isascii() and last.isalpha():
        power = m["plain"] or m["signed"] or (m["raised"] or "").translate(RAISED)
        negative = m["signed"] and (inside or TAKES_NEGATIVE_POWER.fullmatch(text, at, end))
        if m["raised"] or negative or TAKES_PLAIN_POWER.search(text[max(at, end - 2) : end]):
            return word, word.unit + power, m.end()
    if last.isascii() and last.isalpha() and IN_A_NAME.match(text, end):
        return None
    return word, word.unit, end


def _rest(text: str, end: int, name: str, lexicon: Lexicon) -> tuple[str, int]:
    """Read what makes a unit composite: ·m, /(m2·d), 每小时; return it in canonical form."""
    parts = ""
    for _ in range(4):
        sign = text[end : end + 1]
        if sign in JOINTS and sign:
            atom = _factor(text, end + 1, lexicon, joint="·")
        elif sign == "/":
            atom = _denominator(text, end + 1, lexicon)
        elif sign == PER_WORD and "/" not in parts:
            atom = _factor(text, end + 1, lexicon, joint="/")
        elif sign == " " and parts + name and text[end + 1 : end + 2].isascii():
            atom = _power_of_minus(text, end + 1, lexicon)
        else:
            break
        if atom is None:
            break
        more, end = atom
        parts += more
    return parts, end


def _factor(text: str, at: int, lexicon: Lexicon, joint: str) -> tuple[str, int] | None:
    atom = _atom(text, at, lexicon, inside=True)
    if atom is None or atom[0].kind in ("percent", "multiple", "money"):
        return None
    name, minus, power = PER_NAMES.get(atom[1], atom[1]).partition("-")
    if joint == "·" and minus:
        return f"/{name}{power if power != '1' else ''}", atom[2]
    return joint + name + minus + power, atom[2]


def _denominator(text: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Read what stands behind a stroke, in brackets or not, perhaps with a number of its own."""
    size = DENOMINATOR_SIZE.match(text, at)
    number = size.group() if size and lexicon.longest(text, size.end()) else ""
    at += len(number)
    if text[at : at + 1] != "(":
        atom = _factor(text, at, lexicon, joint="")
        return (f"/{number}{atom[0]}", atom[1]) if atom else None
    inside: list[str] = []
    cursor = at + 1
    while len(inside) < 4:
        atom = _factor(text, cursor, lexicon, joint="")
        if atom is None:
            return None
        inside.append(atom[0])
        cursor = atom[1]
        sign = text[cursor : cursor + 1]
        if sign == ")":
            return (f"/({'·'.join(inside)})" if len(inside) > 1 else f"/{inside[0]}"), cursor + 1
        if not sign or sign not in JOINTS:
            return None
        cursor += 1
    return None


def _power_of_minus(text: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Read a factor with a negative power behind a space: F g⁻¹."""
    atom = _atom(text, at, lexicon)
    if atom is None or "-" not in atom[1]:
        return None
    name, _, power = atom[1].partition("-")
    return (f"/{name}" if power == "1" else f"/{name}{power}"), atom[2]


def _is_cut_short(text: str, start: int, end: int, word: UnitWord, parts: str) -> bool:
    """Tell whether a name of one character goes on as another word: 12 牛犊, 5 开发区."""
    after = text[end : end + 1]
    return not parts and end - start == 1 and text[start] in SHORT and bool(after) and after not in AFTER_SHORT


def _canonical(name: str) -> str:
    """Write a composite as a physicist does: W·h is Wh, bit/s is b/s; N·m stays."""
    return CANONICAL.get(name, name)


CANONICAL = {
    **{f"{prefix}W·h": f"{prefix}Wh" for prefix in ("", "k", "M", "G", "T", "m")},
    **{f"{prefix}A·h": f"{prefix}Ah" for prefix in ("", "m", "k")},
    **{f"{prefix}bit/s": f"{prefix}b/s" for prefix in ("", "k", "M", "G", "T")},
    **{f"{prefix}byte/s": f"{prefix}B/s" for prefix in ("", "k", "M", "G", "T")},
    **{f"{prefix}byte": f"{prefix.upper()}B" for prefix in ("k", "M", "G", "T", "P", "E")},
    "nmi/h": "kn",
}
