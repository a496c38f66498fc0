"""Numbers as printed: 1,200 1 200 ３.５万 1亿4000万 3×10⁻⁵ 三千五百 一点二亿 两三百 十余.

All functions read folded text (`located.fold`) from a given place and never look behind it. Values are exact:
`cn2an` gives floats and refuses 一点三亿, so the numerals in Han are read here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reader.extract.figures.lexicon import Lexicon

SCALES = {"兆": 12, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "拾": 1, "佰": 2, "仟": 3}
DIGITS = {sign: value for value, signs in enumerate("零一二三四五六七八九") for sign in signs} | {
    **dict(zip("〇○两半", (0, 0, 2, 0), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
}
HAN_DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
HAN_SIGNS = HAN_DIGITS + "十百千万亿拾佰仟廿卅"
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))

ARABIC = re.compile(
    r"""
    (?P<digits>[0-9]{1,3}(?:,[0-9]{3})+ | [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9]) | [0-9]{1,15})
    (?P<decimals>\.[0-9]{1,12})?
    (?![0-9]|[.,][0-9])
    (?:[ ]?[×xX*·][ ]?10(?:\^(?P<power>[-+]?[0-9]{1,2})(?![0-9])|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})
      |(?P<sunk>-[1-9][0-9]?)(?![0-9.,%~×-]|[ ]?[-~])))?
    """,
    re.X,
)
TEN_TO = re.compile(r"10(?:\^(?P<power>[-+]?[0-9]{1,2})(?![0-9])|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
LEADING_ZERO = re.compile(r"0[0-9]")  # 0971 is no quantity
HAN = re.compile(f"[{HAN_SIGNS}]{{1,24}}(?:点[{HAN_DIGITS}]{{1,12}}[十百千万亿]{{0,3}})?")
SCALE = re.compile(
    r" ?(?P<about>[余多来]?)(?:个(?=[百千]?[万亿]))?"
    r"(?P<scale>[十百千]?[万亿]亿|[十百千]?[万亿]|[百千]|兆(?=[0-9元圆日韩美新台亿]))"
)
MORE = re.compile(r" ?(?:[余来]|多(?!米尼加)|\+)")
PART = re.compile(
    r"(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4})(?:\.[0-9]{1,4})?)(?P<scale>千?[万亿]|[千百])?(?![0-9])"
)
BARE_SCALE = re.compile(r"[百千]?[万亿]亿?|[百千]")
COMPARED = re.compile(r"[近超逾破]|[超突]过|突破|接近|达到?$")
MIXED_PAIR = {("三", "五")}


class Numeral(NamedTuple):
    """A number at a place of a text."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None  # of 七八百
    more: bool = False  # 余, 多, 来, +
    scale: Decimal | None = None  # 万 or 亿 behind it
    bare: Decimal = Decimal(0)  # without its scale
    arabic: bool = True
    signs: int = 0  # characters of a numeral in Han


def read_number(text: str, at: int, lexicon: Lexicon) -> Numeral | None:
    """Read the number that begins at `at`, with its 万 and 亿, its 余 and 多."""
    first = text[at : at + 1]
    if "0" <= first <= "9":
        return _arabic(text, at, lexicon)
    return _han(text, at, lexicon) if first in HAN_SIGNS else None


def _arabic(text: str, at: int, lexicon: Lexicon) -> Numeral | None:
    power = TEN_TO.match(text, at)
    if power:
        return Numeral(at, power.end(), _ten_to(power), bare=_ten_to(power))
    m = ARABIC.match(text, at)
    if m is None or LEADING_ZERO.match(text, at):
        return None
    bare = Decimal(m["digits"].replace(",", "").replace(" ", "") + (m["decimals"] or ""))
    if m["power"] or m["raised"] or m["sunk"]:
        return Numeral(at, m.end(), bare * _ten_to(m), bare=bare)
    return _scaled(text, at, m.end(), bare, lexicon, arabic=True)


def _ten_to(m: re.Match[str]) -> Decimal:
    groups = m.groupdict()
    power = groups["power"] or groups.get("sunk") or "".join(RAISED[sign] for sign in groups["raised"])
    return Decimal(10) ** int(power)


def _scaled(text: str, start: int, end: int, bare: Decimal, lexicon: Lexicon, *, arabic: bool) -> Numeral:
    """Read what multiplies a number and what makes it more: 万, 千万, 余, 多万."""
    low, scale, more = bare, None, False
    m = SCALE.match(text, end)
    if m and not _begins_a_unit(text, m.end("about") if m["about"] else m.start("scale"), m["scale"], lexicon):
        scale = scale_of(m["scale"])
        low, end, more = bare * scale, m.end(), bool(m["about"])
        if arabic and not more:
            low, end = _compound(text, end, low, scale, lexicon)
    m = MORE.match(text, end)
    if m and (m.group() != "+" or not text[m.end() : m.end() + 1].isdigit()):
        more, end = True, m.end()
    return Numeral(start, end, low, None, more, scale, bare, arabic)


def scale_of(printed: str) -> Decimal:
    """Return what 十, 千万 or 万亿 multiply by."""
    return Decimal(10) ** sum(SCALES[sign] for sign in printed)


def _begins_a_unit(text: str, at: int, scale: str, lexicon: Lexicon) -> bool:
    """Tell whether 千 or 百 is a part of a unit: 5千瓦, 2百万瓦."""
    found = lexicon.longest(text, at) if scale[0] in "千百十" else None
    return found is not None and found[1] - at > len(scale)


def _compound(text: str, end: int, low: Decimal, scale: Decimal, lexicon: Lexicon) -> tuple[Decimal, int]:
    """Read what goes on behind 万 or 亿: 1亿4000万, 6万5000, 3万5千."""
    while m := PART.match(text, end):
        part = m["scale"] or ""
        if part and _begins_a_unit(text, m.start("scale"), part, lexicon):
            part, stop = "", m.end("digits")
        else:
            stop = m.end()
        smaller = scale_of(part) if part else Decimal(1)
        value = Decimal(m["digits"].replace(",", "")) * smaller
        if smaller >= scale or value >= scale:
            break
        low, end, scale = low + value, stop, smaller
        if not part:
            break
    return low, end


def _han(text: str, at: int, lexicon: Lexicon) -> Numeral | None:
    m = HAN.match(text, at)
    if m is None:
        return None
    printed = m.group()
    if len(printed) == 1 and DIGITS.get(printed) == 0:
        return None  # 绝对零度
    while (
        len(printed) > 1 and printed[-1] in "千百" and _begins_a_unit(text, at + len(printed) - 1, printed[-1], lexicon)
    ):
        printed = printed[:-1]
    pair = _pair(printed)
    end = at + len(printed)
    low = pair[0] if pair else han_value(printed) or _bare_scale(text, at, printed)
    if low is None:
        return None
    number = Numeral(at, end, low, pair[1] if pair else None, arabic=False, signs=len(printed), bare=low)
    if printed[-1] in "万亿":
        scale = scale_of(printed[-1])
        number = number._replace(scale=scale, bare=low / scale)
    about = SCALE.match(text, end)
    if (
        about
        and (about["about"] or "个" in about.group())
        and not _begins_a_unit(text, about.start("scale"), about["scale"], lexicon)
    ):
        scale = scale_of(about["scale"])
        number = number._replace(low=low * scale, end=about.end(), more=bool(about["about"]), scale=scale)
    more = MORE.match(text, number.end)
    return number._replace(more=True, end=more.end()) if more else number


def _bare_scale(text: str, at: int, printed: str) -> Decimal | None:
    """Read 百亿 of 近百亿元, 超千万人: a scale without a digit, behind a word that compares with it."""
    in_a_name = text[at + len(printed) : at + len(printed) + 1] in ("度", "货", "姓", "达", "科")  # 百度, 万达
    compared = BARE_SCALE.fullmatch(printed) and COMPARED.search(text[max(0, at - 2) : at])
    return scale_of(printed) if compared and not in_a_name else None


def _pair(printed: str) -> tuple[Decimal, Decimal] | None:
    """Read two neighbouring digits as a range: 两三百 is 200 to 300, 十七八 is 17 to 18."""
    for k in range(len(printed) - 1):
        a, b = printed[k], printed[k + 1]
        if a in HAN_DIGITS and b in HAN_DIGITS and (DIGITS[b] - DIGITS[a] == 1 < DIGITS[b] or (a, b) in MIXED_PAIR):
            low, high = han_value(printed[: k + 1] + printed[k + 2 :]), han_value(printed[:k] + printed[k + 1 :])
            if low is not None and high is not None and low < high and len(printed) - k <= 4:
                rest = printed[k + 2 :]
                return (low, high) if all(sign in "十百千万亿" for sign in rest) else None
    return None


def han_value(printed: str) -> Decimal | None:
    """Read a numeral in Han, 一亿三千五百万 or 一点二亿 or 二〇二五; None where it is none."""
    whole, point, decimals = printed.partition("点")
    if point:
        digits = decimals.rstrip("十百千万亿")
        value = _whole(whole)
        if value is None or not digits:
            return None
        value += Decimal("0." + "".join(str(DIGITS[sign]) for sign in digits))
        return value * scale_of(decimals[len(digits) :])
    return _whole(whole)


def _whole(printed: str) -> Decimal | None:
    if not printed or printed[0] in "百千万亿佰仟" or any(sign not in HAN_SIGNS for sign in printed):
        return None
    if all(sign in HAN_DIGITS for sign in printed):
        return Decimal("".join(str(DIGITS[sign]) for sign in printed))
    total, section, digit, last = 0, 0, 0, 0
    for sign in printed.replace("廿", "二十").replace("卅", "三十"):
        if sign in DIGITS:
            digit = DIGITS[sign]
            last = 1 if sign in "零〇" else last
            continue
        power = 10 ** SCALES[sign]
        if power >= 10_000:
            lower = section + digit
            total = (total + lower) * power if power > 10_000 and total else total + (lower or 1) * power
            section = 0
        else:
            section += (digit or 1) * power
        digit, last = 0, power
    return Decimal(total + section + digit * (last // 10 if last > 10 and digit else 1))
