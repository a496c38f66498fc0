"""Inline markup and joints: from slices of the source to runs, each verbatim or a joiner.

Whatever is markup (**, <sup>, $…$, link targets, escapes) is left out and reported as dropped; what
remains is exactly the source's characters, some with a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.document import Dropped, Run
from reader.kinds import TextStyle
from reader.patterns import rare

# Begins with a class, so that the search skips all other characters at once.
SPECIAL = re.compile(r"[\\$<*`_\[: \u3000](?:(?<=[\\$<*`_\[])|(?<=:)//|(?<=[ \u3000])(?:\S[ \u3000]){3})")
SPECIAL_LONGEST = 7  # characters of the longest match
STRETCH = 200_000  # characters
TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!$<>|~&%])
    | \$(?=\S)(?P<math>[^$\n]{1,300}?)(?<=\S)\$
    | <(?P<tag>sup|sub|b|i|em|strong|u|s)>(?P<inner>.{0,400}?)</(?P=tag)>
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]+)>
    | (?P<br><br\s*/?>)
    | (?P<anchor></?a(?:\s[^<>\n]{0,300})?>)
    | !\[(?P<alt>[^\]\n]{0,300})\]\((?P<src>[^)\n]{0,2000})\)
    | \[(?P<label>[^\[\]\n]+)\]\((?P<href>[^()\s]+)(?:\s+"[^"\n]*")?\)
    | \*\*(?P<strong>[^*\n]+?)\*\*
    | (?<![\w*])\*(?=\S)(?P<em>[^*\n]+?)(?<=\S)\*(?![\w*])
    | `(?P<code>[^`\n]+)`
    | \[(?P<boxed>[®™©])\]
      # Behind an element or a single letter: CO_2, x_i; in news_1.html and wang_x@… it is a letter of the name.
    | (?:(?<=[A-Z)])|(?<=[A-Z][a-z])|(?<=(?<![A-Za-z0-9_])[a-z]))
      _\{?(?P<low>\d{1,3}(?!\d)|[a-z](?![a-z]))\}?(?!_)(?![\w.-]*@|\w*\.[a-z])
    | (?P<bare>(?:https?://)[!-~]+)
    """,
    re.X,
)
TEX = rare(
    r"""
      \\(?:text|mathrm|rm|mathit|mathbf|mathbb)\s*\{(?P<body>[^{}]*)\}
    | (?P<sign>[_^])\s*(?:\{(?P<many>[^{}]*)\}|(?P<one>\\?\w))
    | (?P<noise>\\[,;!:\ ]|[{}~]|\\(?:left|right))
    """,
    re.X,
)
SPACED = re.compile(
    r"(?:(?:(?![a-zA-Z])\w|[，。、；：（）“”《》])[ \u3000]){5,}(?:(?![a-zA-Z])\w|[，。、；：（）“”《》])?"
)
BARE = re.compile(r"https?://[!-~]+")
URL_LOOK = 200  # characters before a joint in which an address may have begun
URL_TAIL = ".,;:!?)]'\""  # closes the sentence around an address, not the address
TEX_STYLES: dict[str, TextStyle] = {"_": "sub", "^": "sup"}
TAG_STYLES: dict[str, TextStyle] = {
    "sup": "sup",
    "sub": "sub",
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "u": "em",
    "s": "em",
}


NO_REFERENCES: Mapping[str, str] = MappingProxyType({})  # addresses of links by their labels


class Inline(NamedTuple):
    """The runs of a slice and what was left out of it."""

    runs: list[Run]
    dropped: list[Dropped]


def inline(text: str, start: int, end: int) -> Inline:
    """Read the slice `[start, end)` of `text` as runs."""
    if not _is_special(text, start, end):
        return Inline([Run(text[start:end], start)], [])
    out = Inline([], [])
    _scan(text, start, end, (), "", out)
    return out


def unmarked(text: str, start: int, end: int) -> Inline:
    """Read the slice `[start, end)` of a text that holds no markup as runs: only addresses are links."""
    out = Inline([], [])
    cursor = start
    for m in BARE.finditer(text, start, end):
        stop = m.start() + len(m.group().rstrip(URL_TAIL))
        _verbatim(text, cursor, m.start(), (), "", out)
        _verbatim(text, m.start(), stop, ("link",), text[m.start() : stop], out)
        cursor = stop
    _verbatim(text, cursor, end, (), "", out)
    return out


def _is_special(text: str, start: int, end: int) -> bool:
    """Tell whether a slice may hold markup; in stretches, as one search over megabytes would stop the window."""
    if end - start <= STRETCH:
        return SPECIAL.search(text, start, end) is not None
    stretches = range(start, end, STRETCH)
    return any(SPECIAL.search(text, at, min(at + STRETCH + SPECIAL_LONGEST, end)) for at in stretches)


def _scan(text: str, start: int, end: int, styles: tuple[TextStyle, ...], url: str, out: Inline) -> None:
    cursor = start
    for m in TOKEN.finditer(text, start, end):
        if m.start() < cursor:
            continue
        kind = m.lastgroup if m.lastgroup != "inner" else "tag"
        kind = "label" if kind == "href" else "alt" if kind == "src" else kind or ""
        _verbatim(text, cursor, m.start(), styles, url, out)
        cursor = _token(text, m, kind, styles, url, out)
    _verbatim(text, cursor, end, styles, url, out)


def _token(text: str, m: re.Match[str], kind: str, styles: tuple[TextStyle, ...], url: str, out: Inline) -> int:
    """Put one token of markup out and return where the text goes on."""
    s, e = m.span()
    if kind == "bare":
        e = s + len(m.group().rstrip(URL_TAIL))
        _verbatim(text, s, e, (*styles, "link"), text[s:e], out)
        return e
    if kind == "math":
        _drop(s, s + 1, "markup:latex", out)
        _tex(text, s + 1, e - 1, styles, url, out)
        _drop(e - 1, e, "markup:latex", out)
        return e
    group = "inner" if kind == "tag" else kind
    a, b = m.span(group)
    reason, inner_styles, inner_url = _reading(m, kind, styles, url)
    _drop(s, a, reason, out)
    if kind in ("br", "anchor"):
        _drop(a, b, reason, out)
    elif kind in ("strong", "em", "tag", "label"):
        _scan(text, a, b, inner_styles, inner_url, out)
    else:
        _verbatim(text, a, b, inner_styles, inner_url, out)
    _drop(b, e, reason, out)
    return e


def _reading(
    m: re.Match[str], kind: str, styles: tuple[TextStyle, ...], url: str
) -> tuple[str, tuple[TextStyle, ...], str]:
    """Name why the markup of a token is dropped, and the style and address of what it holds."""
    if kind == "tag":
        return f"markup:<{m.group('tag')}>", (*styles, TAG_STYLES[m.group("tag")]), url
    if kind == "anchor":
        return "markup:<a>", styles, url
    if kind == "auto":
        return "markup:<>", (*styles, "link"), m.group("auto")
    if kind == "label":
        return "markup:link", (*styles, "link"), m.group("href")
    if kind == "alt":
        return "markup:image", styles, url
    if kind == "low":
        return "markup:latex", (*styles, "sub"), url
    if kind == "boxed":
        return "ocr:bracketed superscript", (*styles, "sup"), url
    if kind == "code":
        return "markup:`", (*styles, "code"), url
    if kind == "strong" or kind == "em":
        return "markup:*", (*styles, "strong" if kind == "strong" else "em"), url
    return "markup:escape" if kind == "escaped" else "markup:<br>", styles, url


def _tex(text: str, start: int, end: int, styles: tuple[TextStyle, ...], url: str, out: Inline) -> None:
    """Read simple formulas: words, subscripts and superscripts; all else stays as printed."""
    cursor = start
    for m in TEX.finditer(text, start, end):
        _verbatim(text, cursor, m.start(), styles, url, out)
        name = next((g for g in ("body", "many", "one") if m.group(g) is not None), "")
        if not name:
            _drop(m.start(), m.end(), "markup:latex", out)
        else:
            a, b = m.span(name)
            level = TEX_STYLES.get(m.group("sign") or "")
            _drop(m.start(), a, "markup:latex", out)
            _verbatim(text, a, b, (*styles, level) if level else styles, url, out)
            _drop(b, m.end(), "markup:latex", out)
        cursor = m.end()
    _verbatim(text, cursor, end, styles, url, out)


def _verbatim(text: str, start: int, end: int, styles: tuple[TextStyle, ...], url: str, out: Inline) -> None:
    """Put a slice out as it is, but for letter-spacing, whose spaces are closed up."""
    cursor = start
    for m in SPACED.finditer(text, start, end) if end - start > 8 else ():
        if m.start() > cursor:
            out.runs.append(Run(text[cursor : m.start()], cursor, styles, url))
        for k in range(m.start(), m.end()):
            if not text[k].isspace():
                out.runs.append(Run(text[k], k, styles, url))
        cursor = m.end()
    if end > cursor:
        out.runs.append(Run(text[cursor:end], cursor, styles, url))


def _drop(start: int, end: int, reason: str, out: Inline) -> None:
    if end > start:
        out.dropped.append(Dropped(start, end, reason))


def joint(before: str, after: str, spaced: bool) -> str:
    """Return what stands between two joined lines (CSS Text 3, segment breaks): a space between Latin words.

    Nothing between Han characters, after a hyphen or inside a URL; between Han and Latin a space
    only where the document sets one (`spaced`).
    """
    if not before or not after:
        return ""
    a, b = before[-1], after[0]
    if a.isascii() and b.isascii():
        if a in "-/" or "://" in before[-URL_LOOK:].rsplit(" ", 1)[-1] and a != ".":
            return ""
        return " " if a.isalnum() or a in ".,;:!?)]'\"%" else ""
    if spaced and (a.isascii() and a.isalnum() and _is_han(b) or _is_han(a) and b.isascii() and b.isalnum()):
        return " "
    return ""


def _is_han(ch: str) -> bool:
    return "\u3400" <= ch <= "\u9fff" or ch >= "\U00020000"


MIXED_SPACED = re.compile(r"[A-Za-z0-9](?<=(?![\x00-\xff])\w .)")
MIXED_TIGHT = re.compile(r"[A-Za-z0-9](?<=(?![\x00-\xff])\w.)")


def sets_spaces(text: str) -> bool:
    """Tell whether a document sets a space between Han and Latin characters."""
    sample = text[:60000]
    return len(MIXED_SPACED.findall(sample)) > len(MIXED_TIGHT.findall(sample))


HYPHEN = "hyphen"  # style of a hyphen that only the end of its line made


def join_runs(pieces: Iterable[list[Run]], spaced: bool, separator: str | None = None) -> tuple[Run, ...]:
    """Join the runs of several lines, with the right joint or the given separator in between."""
    out: list[Run] = []
    tail = ""
    for runs in pieces:
        if not runs:
            continue
        if out and HYPHEN in out[-1].styles and separator is None:
            out.pop()  # what it divides is one word again
        elif out:
            gap = joint(tail, runs[0].text, spaced) if separator is None else separator
            if gap:
                out.append(Run(gap))
        out.extend(runs)
        tail = tail[-URL_LOOK:] + "".join([run.text for run in runs]) if len(runs) > 1 else runs[0].text
    return tuple(out)


def spans_of(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """Yield the source ranges of runs, neighbours merged."""
    start = end = -1
    for run in runs:
        if run.start < 0:
            continue
        if run.start == end:
            end += len(run.text)
            continue
        if end > start:
            yield start, end
        start, end = run.start, run.start + len(run.text)
    if end > start:
        yield start, end
