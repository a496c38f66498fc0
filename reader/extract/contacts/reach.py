"""Where someone can be reached: telephone numbers, e-mail and web addresses in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.extract.located import fold

# Ranges, and what a label in front of each promises: url, phone (a person and how to call him), number (to be called).
Promised = tuple[tuple[int, int, str], ...]


class Reach(NamedTuple):
    """A number or an address, and its place in the text."""

    kind: str  # phone email url
    value: str
    start: int
    end: int


EMAIL = re.compile(
    r"(?<![\w.+%-])[A-Za-z0-9][\w.+%-]{0,63}\s?(?:@|[\[(【]\s?(?:at|@|\#)\s?[\])】]|\#(?=[A-Za-z0-9.-]+\.(?:cn|com|org|net|edu)\b))\s?(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12}(?![A-Za-z0-9])",
    re.A | re.I,
)
URL = re.compile(r"(?:(?:https?|ftp)://(?=[a-z0-9])|(?<![\w.])www\.)[!#-;=?-\[\]-~]+", re.I | re.A)
BARE_SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?P<top>[a-z]{2,10})"
    r"(?![\w@-]|\.\w)(?:/[!#-;=?-\[\]-~]*)?",
    re.I | re.A,
)
OFFICIAL = re.compile(r"\.(?:gov|edu|org|com|ac|net)\.(?:cn|tw|hk|uk|jp)\b", re.I)
USUAL_TOPS = frozenset(["com", "cn", "org", "net", "gov", "edu", "io", "tw", "hk", "eu", "uk"])
VISITS = re.compile(r"访问|登[录陆錄陸]|网址|網址|官网|官網|网站|網站|域名|地址")
URL_TAIL = ".,;:!?'\")]}*_`"
WRAPPED_URL = re.compile(r"\n(?P<rest>[\w./?=&%#~+-]+)(?=\n|$)", re.A)
PHONE = re.compile(
    r"""(?<![A-Za-z0-9_.@-])(?<![备備第字号號])
    (?:
        (?P<world>(?:\+|00)\s?\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{1,4}(?:[ -]?\d{2,4}){1,4})
      | (?P<country>86-\d{2,3}-\d{7,8})
      | (?P<area>(?:86[ -])?(?:\(0\d{1,3}\)|0\d{1,3})\s?-{0,2}\s?\d{3,4}[ -]?\d{3,4})
      | (?P<mobile>(?:86[ -]?)?1[3-9]\d[ -]?(?:\d{4}[ -]?\d{4}|\d{3}[ -]?\d{5}))
      | (?P<service>[48]00(?:-\d{3,4}){2}|[48]00[ -]?\d{3,4}[ -]?\d{3,4})
      | (?P<local>\d{7,11}|\d{4}[ -]\d{4}|\d{3}-\d{4}|\d{2}\s\d{8,9})
      | (?P<short>1[12]\d|1[012]\d{3}|9[56]\d{3,4})
    )
    (?P<more>[ ]?[,，]?[ ]?(?:转|轉|分机|分機|ext\.?|extension)\s?[:：]?\s?\d{1,6}
      |(?:x|\s?\#)\s?\d{1,6}|\s?\((?:转|轉|分机|分機|ext\.?)\s?\d{1,6}\)
      |(?:[-/]\d{1,6}(?![\d-])){1,3})?
    (?![\d@]|[.-]\d)
    """,
    re.X | re.I | re.A,
)
# As other countries group their digits; believed behind a label alone.
FOREIGN = re.compile(
    r"""(?<![A-Za-z0-9_.@-])(?:
        (?:1[ -])?(?:\(\s?\d{2,5}\s?\)[\s-]?|\d{3}-)\d{3,9}(?:[ -]\d{2,5}){0,2}
      | (?:\+|00\s?)\d{1,5}(?:[ /-]{1,2}\(?\d{1,9}\)?){1,5}
      | 00\d{9,13}
      | 0\d{2,4}(?:\s?[ /-]\s?\d{2,9}){1,4}
    )(?![\d@]|[.-]\d)""",
    re.X | re.A,
)
# Whatever a label that names a number is followed by: groups of digits, however they are set apart.
GROUPED = re.compile(
    r"""(?<![A-Za-z0-9_.@+-])(?P<main>\(?\+?\(?\d(?:\d|[() .-](?=[\d()])|[() ]{2}(?=\d)){5,26})
        (?P<more>(?:[ ]?(?:转|轉|分机|分機|ext\.?|extension)[ :：]{0,2}|[ ]?[xX\#][ ]?)\d{1,6})?
        (?![\d@A-Za-z]|[.-]\d)""",
    re.X | re.A,
)
GROUPED_DIGITS = range(7, 17)  # E.164 allows 15; one more for 0 in brackets
DATED = re.compile(r"(?:19|20)\d{2}[-. ](?:0?[1-9]|1[0-2])[-. ](?:0?[1-9]|[12]\d|3[01])(?!\d)")
COUNTED = re.compile(r"\s?[万亿元美吨千百个個名家台套件只条條人次户戶亩畝颗辆支项項瓦伏米克升年月%]")
DIGITS = re.compile(r"[0-9０-９]{3}|[0-9０-９]{2}[ .-][0-9０-９]{2}")
REGIONS = ("CN", "TW", "HK")


def reaches_in(text: str) -> list[Reach]:
    """List all e-mail and web addresses and sure telephone numbers of a text, in order."""
    return reaches_after_labels(text, ())


def reaches_after_labels(text: str, promised: Promised) -> list[Reach]:
    """List what `reaches_in` does, and in `promised` ranges (start, end, kind) what only a label makes believable."""
    folded = fold(text)
    found = [*_urls(text), *_emails(folded)]
    masked = list(folded)
    for reach in found:
        masked[reach.start : reach.end] = "@" * (reach.end - reach.start)
    plain = "".join(masked)
    if "." in plain:
        sites = list(_bare_sites(plain, promised))
        found += sites
        for site in sites:
            masked[site.start : site.end] = "@" * (site.end - site.start)
        plain = "".join(masked) if sites else plain
    if DIGITS.search(plain):
        found += _grouped(list(_phones(text, plain, promised)), plain, promised)
    return sorted(found, key=lambda reach: reach.start)


def _urls(text: str) -> Iterator[Reach]:
    if "://" not in text and "www." not in text.lower():
        return
    for m in URL.finditer(text):
        end = m.end()
        wrapped = WRAPPED_URL.match(text, end)
        if wrapped and PHONE.fullmatch(wrapped.group("rest")):
            wrapped = None  # the number on the line below is called, not visited
        if wrapped and (text[end - 1] == "-" or "/" in wrapped.group("rest") or text[end - 1] in "/?=&_"):
            end = wrapped.end("rest")
        while text[end - 1] in URL_TAIL and not (text[end - 1] == ")" and text.count("(", m.start(), end) > 0):
            end -= 1
        if end - m.start() > 9:
            yield Reach("url", "".join(text[m.start() : end].split()), m.start(), end)


def _emails(folded: str) -> Iterator[Reach]:
    if "@" in folded or "at" in folded or "#" in folded:
        for m in EMAIL.finditer(folded):
            value = re.sub(r"[\[(【](?:at|@|#)[\])】]|#", "@", "".join(m.group().split()), flags=re.I)
            yield Reach("email", value, m.start(), m.end())


def _bare_sites(plain: str, promised: Promised) -> Iterator[Reach]:
    """Yield web addresses without a scheme: usual ones in small letters, and any where the text promises one."""
    for m in BARE_SITE.finditer(plain):
        usual = m.group("top") in USUAL_TOPS and m.group().partition("/")[0].islower()
        told = VISITS.search(plain, max(0, m.start() - 12), m.start()) or _promises(promised, m.start(), "url")
        if OFFICIAL.search(m.group()) or usual or told and not m.group("top").isupper():
            value = m.group().rstrip(URL_TAIL)
            yield Reach("url", value, m.start(), m.start() + len(value))


def _phones(text: str, plain: str, promised: Promised) -> Iterator[Reach]:
    m, foreign = PHONE.search(plain), FOREIGN.search(plain) if promised else None
    while m or foreign:
        if foreign and (not m or _goes_first(foreign, m, promised)):
            start, end = foreign.span()
            believed = _promises(promised, start, "phone") and 8 <= _digits(foreign.group()) <= 15
        elif m:
            start, end = m.span()
            if m["more"] and "\u3000" in text[m.start("more") : end]:
                end = m.start("more")  # a wide space parts an extension from its number
            believed = _believed(m, _promises(promised, start, "phone"))
        if believed:
            yield Reach("phone", text[start:end].strip(), start, end)
        m = PHONE.search(plain, end) if m and m.start() < end else m
        foreign = FOREIGN.search(plain, end) if foreign and foreign.start() < end else foreign


def _grouped(found: list[Reach], plain: str, promised: Promised) -> list[Reach]:
    """Take the digits behind a label whole where only a part of them, or none, is a number that we know."""
    for start, end, what in promised:
        if what != "number":
            continue
        for m in GROUPED.finditer(plain, start, end):
            inside = [reach for reach in found if m.start() < reach.end and reach.start < m.end()]
            if sum(_digits(plain[reach.start : reach.end]) for reach in inside) >= _digits(m["main"]):
                continue
            if (
                _digits(m["main"]) in GROUPED_DIGITS
                and not DATED.match(m.group())
                and not COUNTED.match(plain, m.end())
            ):
                found = [reach for reach in found if reach not in inside]
                found.append(Reach("phone", m.group().strip(), m.start(), m.end()))
    return found


def _goes_first(foreign: re.Match[str], m: re.Match[str], promised: Promised) -> bool:
    """Tell whether digits are grouped as abroad: they begin before what is usual here, or that cannot be a number."""
    if not _promises(promised, foreign.start(), "phone") or not 8 <= _digits(foreign.group()) <= 15:
        return False
    if foreign.start() != m.start():
        return foreign.start() < m.start()
    return foreign.end() > m.end() and (m.lastgroup in ("local", "short") or not _believed(m, False))


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _promises(promised: Promised, at: int, kind: str) -> bool:
    return any(
        start <= at < end and (what == kind or (what, kind) == ("number", "phone")) for start, end, what in promised
    )


def _believed(m: re.Match[str], labelled: bool) -> bool:
    """Tell whether digits are a telephone number: valid somewhere, or promised by a label and at least possible."""
    kind = m.lastgroup if m.lastgroup != "more" else next(k for k in KINDS if m.group(k))
    number = m.group(kind) if kind else ""
    if kind in ("local", "short"):
        return labelled and not COUNTED.match(m.string, m.end())
    if COUNTED.match(m.string, m.end()):
        return False
    if kind == "service" and not labelled and "-" not in number:
        return False
    return is_valid(number) or labelled and kind != "world" and _digits(number) >= 10


KINDS = ("world", "country", "area", "mobile", "service", "local", "short")


@lru_cache(maxsize=4096)
def is_valid(number: str) -> bool:
    """Ask the numbering plans of the Chinese-speaking regions, or of the named country, whether a number can exist."""
    import phonenumbers  # 30 ms, and few issues have none

    bare = f"+{number.lstrip()[2:]}" if number.startswith("00") else number
    bare = f"+{bare}" if bare.startswith("86-") else bare
    for region in REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(bare, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False
