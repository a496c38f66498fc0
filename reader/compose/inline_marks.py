"""Inline marks of Markdown: emphasis, code, links, tags, entities and formulas, each with its place.

It follows CommonMark, but for what its rules do to text without blanks between words: a run of stars beside Chinese
punctuation opens or closes as its neighbours on the inner side say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reader.compose.addresses import URL_TAIL
from reader.compose.entities import ENTITY, meant
from reader.compose.tex import TEX_LOOK, TEX_WORDS, Formula, Hole, formulas_close
from reader.model.document import Styled
from reader.model.kinds import TextStyle
from reader.text.patterns import IS_HAN, rare

SPECIAL = re.compile(r"[\\`$<&!\[\]*_~=^]|https?://")
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
BARE = re.compile(r"https?://[^\s<>`\"\[\]{|}\u0080-\U0010ffff]+")
AUTO = re.compile(r"<(?:(?:https?|ftp)://[^<>\s]+|(?:mailto:)?[\w.+-]+@[\w.-]+\.\w+)>", re.I)
TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<attributes>(?:\s[^<>]*+)?)/?>")
HREF = rare(r"\bhref\s*=\s*[\"']?(?P<url>[^\s\"'<>]+)")
TARGET = re.compile(
    r"""
    \( \s*+
    (?: <(?P<angled>[^<>\n]{0,2000})> | (?P<url>(?>(?:[^()\s]|\([^()\s]{0,2000}\))*)) )
    (?: \s++ ["'(] [^\n]{0,300}? ["')] )?
    \s*+ \)
    """,
    re.X,
)
PICTURE = re.compile(r"\((?P<url>[^()\n]{0,2000})\)")  # converters name files with blanks
LABEL = re.compile(r"\[(?P<label>[^\[\]]{0,300})\]")
RAISED = re.compile(r"\^(?=[^\s^])(?P<inner>[\w+\-*,()]{1,12})\^")
LOWERED = re.compile(r"(?<=[A-Za-z)\]])~(?P<inner>\d{1,3})~(?!~)")
BOXED = frozenset("®™©")
ESCAPED = rare(r"\\[^A-Za-z\s]")  # a sign that is only a sign
MATH_LONGEST = 2000  # characters
LETTERS_MOST = 40  # characters of a formula that no sign of TeX gives away
RUNS_MOST = 200  # back-ticks of one run
TAG_NAMES = """
a abbr b bdi bdo big blockquote br center cite code dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4
h5 h6 hr i img ins kbd li mark nobr ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table
tbody td th thead time tr tt u ul var video audio source iframe input label
"""
ELEMENTS = """
H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru
Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po Rn
Ra Ac Th Pa U Np Pu Am
"""
ELEMENT = "|".join(sorted(ELEMENTS.split(), key=len, reverse=True))
COMPOUND = rare(rf"(?>(?:(?:{ELEMENT}|[()])(?:_\{{?\d{{1,3}}\}}?)?)+)(?![\w_])")  # H_2O, without a dollar sign
COMPOUND_LONGEST = 40  # characters
NUMBER_BELOW = rare(r"_\{?(?P<inner>\d{1,3})\}?")
KNOWN_TAGS = frozenset(TAG_NAMES.split())
TAG_STYLES: Mapping[str, TextStyle] = MappingProxyType(
    {
        "sup": "sup",
        "sub": "sub",
        "b": "strong",
        "strong": "strong",
        "i": "em",
        "em": "em",
        "u": "underline",
        "ins": "ins",
        "s": "strike",
        "del": "strike",
        "strike": "strike",
        "mark": "mark",
        "code": "code",
        "kbd": "code",
    }
)
STYLES: Mapping[tuple[str, int], TextStyle] = MappingProxyType(
    {
        ("*", 1): "em",
        ("*", 2): "strong",
        ("_", 1): "em",
        ("_", 2): "strong",
        ("~", 2): "strike",
        ("=", 2): "mark",
    }
)


DRESSED = rare(
    r"\bstyle\s*=\s*[\"']?[^\"'>]{0,200}?\b(?:text-decoration(?:-line)?|vertical-align)\s*:\s*(?P<look>[a-z-]{1,20})"
)
LOOKS: Mapping[str, TextStyle] = MappingProxyType(
    {"line-through": "strike", "underline": "underline", "super": "sup", "sub": "sub"}
)


@dataclass(slots=True)
class Opener:
    """Signs that may open something: those of a run of stars, say, that are not yet used."""

    sign: str
    start: int
    count: int
    depth: int = 0  # how many openers stand before it


@dataclass(slots=True)
class Marks:
    """What is left out of a text, and how the rest is set."""

    holes: list[Hole] = field(default_factory=list)
    styled: list[Styled] = field(default_factory=list)


class Scanner:
    """Reads the inline marks of one text; in `plain` text, signs of money and of names are only characters."""

    def __init__(self, text: str, references: Mapping[str, str], *, plain: bool = False) -> None:
        self._text, self._references, self._plain = text, references, plain
        self.marks = Marks()
        self._openers: list[Opener] = []
        self._by_sign: dict[str, list[Opener]] = {}
        self._brackets: list[tuple[int, bool, int]] = []  # place, of a picture, openers before it
        self._tags: dict[str, list[tuple[int, TextStyle | None, str]]] = {}
        self._no_fence: set[int] = set()  # lengths of back-tick runs that nothing closes

    def scan(self) -> Marks:
        """Read the text from its begin to its end."""
        at = 0
        while m := SPECIAL.search(self._text, at):
            act = ACTS.get(m.group(), Scanner._address)
            at = max(act(self, m.start()), m.start() + 1)
        return self.marks

    def _drop(self, start: int, end: int, reason: str, sign: str = "") -> None:
        if end > start or sign:
            self.marks.holes.append(Hole(start, end, reason, sign))

    def _style(self, start: int, end: int, style: TextStyle, url: str = "") -> None:
        if end > start:
            self.marks.styled.append(Styled(start, end, style, url))

    def _escape(self, at: int) -> int:
        if self._text.startswith(("\\(", "\\["), at) and (after := self._delimited(at)):
            return after
        if at + 1 < len(self._text) and self._text[at + 1] in PUNCTUATION:
            self._drop(at, at + 1, "markup:escape")
            return at + 2
        return at + 1

    def _delimited(self, at: int) -> int:
        r"""Read a formula between \( and \) or \[ and \]; return where the text goes on, 0 where there is none."""
        close = self._text.find("\\" + {"(": ")", "[": "]"}[self._text[at + 1]], at + 2, at + MATH_LONGEST)
        if close < 0 or not TEX_LOOK.search(ESCAPED.sub("", self._text[at + 2 : close])):
            return 0
        return self._formula(at, at + 2, close, close + 2)

    def _math(self, at: int) -> int:
        text = self._text
        if text.startswith("$$", at):
            close = text.find("$$", at + 2, at + MATH_LONGEST)
            return self._formula(at, at + 2, close, close + 2) if close > at + 2 else at + 2
        for close in formulas_close(text, at + 1, min(len(text), at + MATH_LONGEST)):
            if self._is_formula(at, close):
                return self._formula(at, at + 1, close, close + 1)
            break
        return at + 1

    def _is_formula(self, at: int, close: int) -> bool:
        """Tell whether two dollar signs hold a formula, and not two sums of money."""
        inner = self._text[at + 1 : close]
        if not inner.strip():
            return False
        if TEX_LOOK.search(inner) and (TEX_WORDS.search(inner) or not IS_HAN.search(inner)):
            return True
        before, after = self._text[max(0, at - 1) : at], self._text[close + 1 : close + 2]
        money = any(sign.isascii() and sign.isalnum() for sign in (before, after)) or inner != inner.strip()
        return not (self._plain or money or IS_HAN.search(inner)) and len(inner) <= LETTERS_MOST

    def _formula(self, start: int, inner: int, close: int, end: int) -> int:
        self._drop(start, inner, "markup:latex")
        formula = Formula(self._text, inner, close)
        self.marks.holes.extend(formula.holes)
        self.marks.styled.extend(formula.styled)
        self._drop(close, end, "markup:latex")
        return end

    def _code(self, at: int) -> int:
        """Read a span of code: what stands between two runs of as many back-ticks."""
        text = self._text
        stop = at
        while stop < len(text) and text[stop] == "`":
            stop += 1
        count = stop - at
        fence = "`" * count
        close = -1 if count in self._no_fence or count > RUNS_MOST else text.find(fence, stop)
        while close >= 0 and text.startswith("`", close + count):
            while text.startswith("`", close):
                close += 1
            close = text.find(fence, close)
        if close < 0:
            self._no_fence.add(count)
            return stop
        self._drop(at, stop, "markup:`")
        self._style(stop, close, "code")
        self._drop(close, close + count, "markup:`")
        return close + count

    def _angle(self, at: int) -> int:
        """Read an address in angles, a comment, or a tag of HTML."""
        text = self._text
        if auto := AUTO.match(text, at):
            self._drop(at, at + 1, "markup:<>")
            inner = text[at + 1 : auto.end() - 1]
            self._style(at + 1, auto.end() - 1, "link", inner if ":" in inner else f"mailto:{inner}")
            self._drop(auto.end() - 1, auto.end(), "markup:<>")
            return auto.end()
        if text.startswith("<!--", at):
            close = text.find("-->", at)
            stop = close + 3 if close >= 0 else len(text)
            self._drop(at, stop, "markup:comment")
            return stop
        tag = TAG.match(text, at)
        if tag is None or tag["name"].lower() not in KNOWN_TAGS:
            return at + 1
        name = tag["name"].lower()
        self._drop(at, tag.end(), f"markup:<{name}>")
        if not tag["close"]:
            href = HREF.search(tag["attributes"]) if name == "a" else None
            style = TAG_STYLES.get(name) or _style_told(tag["attributes"])
            self._tags.setdefault(name, []).append((tag.end(), style, href["url"] if href else ""))
        elif self._tags.get(name):
            start, style, url = self._tags[name].pop()
            if style:
                self._style(start, at, style)
            if url:
                self._style(start, at, "link", url)
        return tag.end()

    def _entity(self, at: int) -> int:
        m = ENTITY.match(self._text, at)
        sign = meant(m) if m else None
        if m is None or sign is None:
            return at + 1
        self._drop(at, m.end(), "markup:entity", sign)
        return m.end()

    def _bang(self, at: int) -> int:
        return self._open_bracket(at + 1, picture=True) if self._text.startswith("[", at + 1) else at + 1

    def _bracket(self, at: int) -> int:
        if self._text[at + 1 : at + 2] in BOXED and self._text.startswith("]", at + 2):
            self._drop(at, at + 1, "ocr:bracketed superscript")
            self._style(at + 1, at + 2, "sup")
            self._drop(at + 2, at + 3, "ocr:bracketed superscript")
            return at + 3
        return self._open_bracket(at)

    def _open_bracket(self, at: int, *, picture: bool = False) -> int:
        self._brackets.append((at, picture, len(self._openers)))
        return at + 1

    def _close_bracket(self, at: int) -> int:
        """Read what a closing bracket ends: a link or a picture, if an address follows or is defined for it."""
        if not self._brackets:
            return at + 1
        start, picture, openers = self._brackets.pop()
        url, stop = self._target(start, at, picture)
        if not url and stop < 0:
            return at + 1
        if picture:
            while self.marks.holes and self.marks.holes[-1].start >= start:
                self.marks.holes.pop()
            while self.marks.styled and self.marks.styled[-1].start >= start:
                self.marks.styled.pop()
            self._drop(start - 1, stop, "markup:image")
        else:
            self._drop(start, start + 1, "markup:link")
            self._style(start + 1, at, "link", url)
            self._drop(at, stop, "markup:link")
            self._brackets.clear()  # no link holds another
        self._forget(openers)
        return stop

    def _target(self, start: int, at: int, picture: bool) -> tuple[str, int]:
        """Return the address of a link whose text ends at a bracket, and where it ends; -1 where it is none."""
        text = self._text
        if m := TARGET.match(text, at + 1):
            return m["angled"] or m["url"] or "", m.end()
        if picture and (m := PICTURE.match(text, at + 1)):
            return m["url"], m.end()
        if not self._references:
            return "", -1
        label = LABEL.match(text, at + 1)
        name = label["label"] if label and label["label"].strip() else text[start + 1 : at]
        url = self._references.get(" ".join(name.split()).lower().upper(), "")
        return url, (label.end() if label else at + 1) if url else -1

    def _run(self, at: int) -> int:
        """Read a run of stars, underlines, tildes or equal signs, which opens or closes a style."""
        text, sign = self._text, self._text[at]
        if sign == "~" and (low := LOWERED.match(text, at)):
            return self._level(low, "sub")
        if sign == "_" and (end := self._compound(at)):
            return end
        stop = at
        while stop < len(text) and text[stop] == sign:
            stop += 1
        if sign in "~=" and stop - at != 2 or self._plain and sign in "_~=":
            return stop
        before, after = text[at - 1 : at] if at else " ", text[stop : stop + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if sign == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        elif stop - at == 1 and before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            opens = closes = False  # a product
        count = self._close(sign, at, stop) if closes else stop - at
        if count and count < stop - at and not opens and count % 2 == 0:  # an emphasis of nothing
            self._drop(stop - count, stop, f"markup:{sign}")
        if count and opens:
            opener = Opener(sign, stop - count, count, len(self._openers))
            self._openers.append(opener)
            self._by_sign.setdefault(sign, []).append(opener)
        return stop

    def _compound(self, at: int) -> int:
        """Read the formula of a compound whose numbers are marked as low; return its end, 0 where there is none."""
        text, start = self._text, at
        while start and at - start < COMPOUND_LONGEST and text[start - 1].isascii() and text[start - 1].isalpha():
            start -= 1
        m = COMPOUND.match(text, start, at + COMPOUND_LONGEST) if start < at else None
        if m is None or m.end() <= at:
            return 0
        for low in NUMBER_BELOW.finditer(text, start, m.end()):
            self._level(low, "sub", "markup:latex")
        return m.end()

    def _close(self, sign: str, at: int, stop: int) -> int:
        """Let a run of signs close what others have opened; return how many of it are left."""
        waiting = self._by_sign.get(sign, [])
        while waiting and at < stop:
            opener = waiting[-1]
            use = 2 if opener.count >= 2 and stop - at >= 2 else 1
            style = STYLES.get((sign, use))
            if style is None or use == 1 and 2 in (opener.count, stop - at):
                break  # two signs do not close one
            self._forget(opener.depth + 1)
            begin = opener.start + opener.count
            self._drop(begin - use, begin, f"markup:{sign}")
            self._style(begin, at, style)
            self._drop(at, at + use, f"markup:{sign}")
            opener.count -= use
            at += use
            if not opener.count:
                self._forget(opener.depth)
        return stop - at

    def _forget(self, depth: int) -> None:
        """Let all openers above a depth be plain characters."""
        while len(self._openers) > depth:
            gone = self._openers.pop()
            self._by_sign[gone.sign].pop()

    def _caret(self, at: int) -> int:
        m = None if self._plain else RAISED.match(self._text, at)
        return self._level(m, "sup") if m else at + 1

    def _level(self, m: re.Match[str], style: TextStyle, reason: str = "") -> int:
        a, b = m.span("inner")
        reason = reason or f"markup:{m.group()[0]}"
        self._drop(m.start(), a, reason)
        self._style(a, b, style)
        self._drop(b, m.end(), reason)
        return m.end()

    def _address(self, at: int) -> int:
        """Read an address that stands in the text; its signs are no marks."""
        m = BARE.match(self._text, at)
        if m is None:
            return at + 1
        stop = at + len(m.group().rstrip(URL_TAIL))
        self._style(at, stop, "link", self._text[at:stop])
        return stop


ACTS: Mapping[str, Callable[[Scanner, int], int]] = MappingProxyType(
    {
        "\\": Scanner._escape,
        "`": Scanner._code,
        "$": Scanner._math,
        "<": Scanner._angle,
        "&": Scanner._entity,
        "!": Scanner._bang,
        "[": Scanner._bracket,
        "]": Scanner._close_bracket,
        "*": Scanner._run,
        "_": Scanner._run,
        "~": Scanner._run,
        "=": Scanner._run,
        "^": Scanner._caret,
    }
)


def _style_told(attributes: str) -> TextStyle | None:
    """Return the style that the style sheet of a tag tells: words that are struck out by it count for nothing."""
    m = DRESSED.search(attributes) if "style" in attributes else None
    return LOOKS.get(m["look"]) if m else None
