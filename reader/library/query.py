"""The language of questions: words, “phrases”, AND OR NOT, brackets, and fields that narrow.

    hydrogen "fuel cell" OR title:储能 NOT in:能源 after:2024-01 amount>1亿 has:deadline

Asking that stand side by side must all be in an article. Whatever is no field and no operator is looked for as it is,
signs included. A question that cannot be read is told in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reader.library.folding import canonical
from reader.model.errors import ReaderError

LONGEST = 1000  # characters of one phrase
DEEPEST = 40  # brackets in each other
QUOTES = {'"': '"', "“": "”", "＂": "＂", "„": "”"}
WORD_FIELDS = ("title", "in", "org", "person", "tag")
FIELD = re.compile(r"(title|in|org|person|tag|after|before|has|is)[:：]", re.IGNORECASE)
AMOUNT = re.compile(r"(amount|percent)[ ]?[:：]?[ ]?(>=|<=|[<>=≥≤＞＜＝])[ ]?", re.IGNORECASE)
SIGNS = {"＞": ">", "＜": "<", "＝": "=", "≥": ">=", "≤": "<="}
DATE = re.compile(
    r"((?:19|20)\d{2})(?:[-/.年]?(1[0-2]|0?[1-9])(?:[-/.月]?(3[01]|[12]\d|0?[1-9])[日号]?)?[月]?)?年?", re.ASCII
)
NUMBER = re.compile(r"([+-]?\d[\d,，]*(?:\.\d+)?)([百千万亿兆]*)([^\d]*)", re.ASCII)
TIMES = {"百": 100, "千": 1000, "万": 10_000, "亿": 10**8, "兆": 10**12}
CURRENCIES = {
    "": "",
    **dict.fromkeys(("元", "人民币", "元人民币", "cny", "rmb", "¥"), "CNY"),
    **dict.fromkeys(("美元", "usd", "$"), "USD"),
    **dict.fromkeys(("欧元", "eur", "€"), "EUR"),
    **dict.fromkeys(("日元", "jpy"), "JPY"),
    **dict.fromkeys(("英镑", "gbp", "£"), "GBP"),
    **dict.fromkeys(("港元", "港币", "hkd"), "HKD"),
    **dict.fromkeys(("韩元", "krw"), "KRW"),
}
HAS = ("deadline", "figure", "amount", "percent", "contact", "person", "org", "tag")
IS = ("unread", "read", "starred", "missing")
SENTENCES = {
    "query-empty": "Say what to search for: words, a “phrase”, or a field such as after:2024-01.",
    "query-quote": "A quotation mark is open at {part}; close it, or leave it out.",
    "query-bracket": "The brackets of the question do not match; close each one that is open, or put words in quotes.",
    "query-operator": "{part} needs something to search for on each side; add it, or write the word in quotes.",
    "query-field": "Nothing stands after {part}; say there what to look for.",
    "query-date": "“{part}” is no date; write it like 2024, 2024-03 or 2024-03-15.",
    "query-number": "“{part}” is no number to compare with; write it like amount>1亿, amount>500万美元 or percent>50.",
    "query-choice": "“{part}” is not known; choose of {choices}.",
    "query-long": "A phrase of the question is longer than {most} characters; take a part of it.",
    "query-deep": "The brackets of the question stand in each other too deeply; write it more simply.",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A word or a phrase in its form; `shown` is what was typed."""

    form: str
    shown: str
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Narrow:
    """A field: `sign` is : > < >= <= or =, `unit` that of an amount."""

    field: str
    value: str | float
    sign: str = ":"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Without:
    part: Tree


Tree = Asking | Narrow | Every | Either | Without
Token = str | Asking | Narrow  # ( ) AND OR NOT, or a part


def parsed(question: str) -> Tree:
    """Read a question; raises `ReaderError` with one sentence where it cannot be read."""
    tokens = list(_Lexer(question).tokens())
    if not tokens:
        raise refusal("query-empty")
    parser = _Parser(tokens)
    tree = parser.either(0)
    if parser.at < len(tokens):
        raise refusal("query-bracket")
    return tree


def refusal(code: str, **params: str | int) -> ReaderError:
    """Return the error for a question that cannot be read."""
    return ReaderError(SENTENCES[code], code=code, **params)


def words_of(tree: Tree) -> tuple[Asking, ...]:
    """Return the words that an answer holds, those that it must not hold left out, each form once."""
    match tree:
        case Asking():
            return (tree,)
        case Every(parts) | Either(parts):
            found = [words for part in parts for words in words_of(part)]
            return tuple({(words.form, words.in_title): words for words in found}.values())
    return ()


class _Lexer:
    """Cuts a question into its parts."""

    def __init__(self, question: str) -> None:
        self.text = question
        self.at = 0
        self.open = 0  # brackets

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        while self.at < len(self.text):
            if self.text[self.at].isspace():
                self.at += 1
            elif self.text[self.at] in "()":
                found.append(self._bracket())
            elif (token := self._part()) is not None:
                found.append(token)
        return found

    def _bracket(self) -> str:
        sign = self.text[self.at]
        self.at += 1
        self.open += 1 if sign == "(" else -1
        if self.open < 0:
            raise refusal("query-bracket")
        if self.open > DEEPEST:
            raise refusal("query-deep")
        return sign

    def _part(self) -> Token | None:
        if amount := AMOUNT.match(self.text, self.at):
            self.at = amount.end()
            sign = SIGNS.get(amount[2], amount[2])
            return _compared(amount[1].lower(), sign, self._value(amount[0]))
        if field := FIELD.match(self.text, self.at):
            self.at = field.end()
            return _field(field[1].lower(), self._value(field[0]))
        if self.text[self.at] in QUOTES:
            return _words(self._quoted())
        word = self._word()
        return word if word in ("AND", "OR", "NOT") else _words(word)

    def _value(self, name: str) -> str:
        """Return what stands behind a field."""
        value = self._quoted() if self.at < len(self.text) and self.text[self.at] in QUOTES else self._word()
        if not value.strip():
            raise refusal("query-field", part=name.strip())
        return value

    def _quoted(self) -> str:
        start = self.at
        end = self.text.find(QUOTES[self.text[start]], start + 1)
        if end < 0:
            raise refusal("query-quote", part=self.text[start : start + 20])
        self.at = end + 1
        return self.text[start + 1 : end]

    def _word(self) -> str:
        """Return what stands up to a space, a quotation mark or a bracket that closes one outside the word."""
        start, own = self.at, 0
        while self.at < len(self.text):
            char = self.text[self.at]
            own += char == "("
            if char.isspace() or char == '"' or char == ")" and not own:
                break
            own -= char == ")"
            self.at += 1
        return self.text[start : self.at]


def _words(text: str, in_title: bool = False) -> Asking | None:
    """Return words in their form; none where nothing visible is in them."""
    form = canonical(text)
    if len(form) > LONGEST:
        raise refusal("query-long", most=LONGEST)
    return Asking(form, " ".join(text.split()), in_title) if form else None


def _field(name: str, value: str) -> Token:
    if name == "title":
        words = _words(value, in_title=True)
        if words is None:
            raise refusal("query-field", part="title:")
        return words
    if name in WORD_FIELDS:
        form = canonical(value)
        if not form:
            raise refusal("query-field", part=f"{name}:")
        return Narrow(name, form)
    if name in ("after", "before"):
        return Narrow(name, _date(value))
    choices = HAS if name == "has" else IS
    known = value.strip().lower()
    known = known.removesuffix("s") if known.removesuffix("s") in choices else known
    if known not in choices:
        raise refusal("query-choice", part=f"{name}:{value}", choices=", ".join(f"{name}:{word}" for word in choices))
    return Narrow(name, known)


def _date(value: str) -> str:
    m = DATE.fullmatch(value.strip())
    if not m:
        raise refusal("query-date", part=value)
    return "-".join([m[1], *(f"{int(part):02}" for part in m.groups()[1:] if part)])


def _compared(name: str, sign: str, value: str) -> Narrow:
    m = NUMBER.fullmatch(value.strip())
    unit = m[3].strip().lower() if m else "?"
    unit = "" if name == "percent" and unit in ("%", "％") else unit
    if not m or unit not in CURRENCIES or name == "percent" and (unit or m[2]):
        raise refusal("query-number", part=value)
    try:
        number = Decimal(m[1].replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise refusal("query-number", part=value) from None
    for times in m[2]:
        number *= TIMES[times]
    return Narrow(name, float(number), sign, CURRENCIES[unit])


class _Parser:
    """Puts the parts of a question together: NOT binds before AND, AND before OR."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def either(self, depth: int) -> Tree:
        return self._row(self._every, "OR", Either, depth)

    def _row(self, part: Callable[[int], Tree], sign: str, whole: type[Either], depth: int) -> Tree:
        parts = [part(depth)]
        while self._next() == sign:
            self.at += 1
            parts.append(part(depth))
        return parts[0] if len(parts) == 1 else whole(tuple(parts))

    def _every(self, depth: int) -> Tree:
        parts = [self._one(depth)]
        while (token := self._next()) not in (None, "OR", ")"):
            if token == "AND":
                self.at += 1
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self, depth: int) -> Tree:
        token = self._next()
        if token is None or token in ("AND", "OR", ")"):
            raise self._lacking(token)
        self.at += 1
        if token == "NOT":
            return Without(self._one(depth))
        if token == "(":
            tree = self.either(depth + 1)
            if self._next() != ")":
                raise refusal("query-bracket")
            self.at += 1
            return tree
        assert not isinstance(token, str)
        return token

    def _lacking(self, token: Token | None) -> ReaderError:
        before = self.tokens[self.at - 1] if self.at else None
        for sign in (token, before):
            if sign in ("AND", "OR", "NOT"):
                return refusal("query-operator", part=str(sign))
        return refusal("query-bracket")

    def _next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None
