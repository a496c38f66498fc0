r"""Formulas in TeX as linear text: $30 \%$ reads 30%, \frac{a}{b} reads a/b, an unknown command its name.

Blanks mean nothing between the dollar signs; converters set one between any two signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from reader.model.document import Styled
from reader.model.kinds import TextStyle
from reader.text.patterns import rare

LATEX = "markup:latex"
TOKEN = rare(r"\\(?P<command>[A-Za-z]+)|\\(?P<escaped>.)|(?P<sign>[{}_^~&])|(?P<blank>\s+)|(?P<text>[^\\{}_^~&\s]+)")
TEX_LOOK = rare(r"[\\^_{}]")  # what tells a formula from a sum of money
DEGREE = rare(r"\s*\[(?P<degree>[^\[\]\n]{1,20})\]")  # of a root
SIMPLE = rare(r"\d+(?:\.\d+)?|\\[A-Za-z]+|[^\x00-\xff]+|.")  # needs no brackets above or below the line of a fraction
TEX_WORDS = rare(r"[\\{}]")  # what tells a formula that holds words: the _ of a file's name may stand between two sums
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
WORDS = frozenset(("text", "textrm", "textbf", "textit", "mbox", "operatorname"))  # blanks in them are printed
FONT_NAMES = """
mathrm rm mathit mathbf mathbb mathcal mathsf bf it boldsymbol bm left right big Big bigg displaystyle limits mathop
nolimits begin end
"""
FONTS = frozenset(FONT_NAMES.split())
NAMED_SIGNS = """
leqslant=≤ leq=≤ le=≤ geqslant=≥ geq=≥ ge=≥ neq=≠ ne=≠ approx=≈ sim=~ equiv=≡ ll=≪ gg=≫ propto=∝ times=× cdot=· div=÷
pm=± mp=∓ ast=* star=⋆ bullet=• circ=° degree=° prime=′ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ oint=∮ in=∈
notin=∉ subset=⊂ subseteq=⊆ cup=∪ cap=∩ forall=∀ exists=∃ emptyset=∅ to=→ rightarrow=→ leftarrow=← Rightarrow=⇒
Leftarrow=⇐ leftrightarrow=↔ uparrow=↑ downarrow=↓ ldots=… cdots=⋯ dots=… angle=∠ perp=⊥ parallel=∥ triangle=△ square=□
checkmark=✓ alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν
xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π
Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ mid=| vert=| quad=␣ qquad=␣ permil=‰
celsius=℃ copyright=© yen=¥ blacktriangle=▲ blacksquare=■ Box=□ diamond=◇ lozenge=◊ bigcirc=○ bigstar=★
sqsubset=⊏ sqsupset=⊐
"""
SIGNS = MappingProxyType(dict(part.split("=", 1) for part in NAMED_SIGNS.split()))
LEVELS: MappingProxyType[str, TextStyle] = MappingProxyType({"_": "sub", "^": "sup"})


class Hole(NamedTuple):
    """A range that is not shown, why, and the sign that stands for it, if any."""

    start: int
    end: int
    reason: str
    sign: str = ""


class BracedGroup(NamedTuple):
    """What stands between two braces: where it begins, what it is, its bracket, and what is written behind it."""

    start: int
    held: str
    bracket: str
    after: str


class Formula:
    """Reads the range `[start, end)` of a text as a formula: what is left out of it, and its raised and low parts."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.holes: list[Hole] = []
        self.styled: list[Styled] = []
        self._text, self._start, self._end = text, start, end
        self._groups: list[BracedGroup] = []
        self._pending = ""  # what the next group or sign is
        self._after = ""  # what is written behind the next group
        self._past = start  # what is read already
        self._read()

    def _read(self) -> None:
        for m in TOKEN.finditer(self._text, self._start, self._end):
            kind = m.lastgroup
            if m.start() < self._past:
                continue
            if kind == "command":
                self._command(m.group("command"), *m.span())
            elif kind == "escaped":
                sign = m.group("escaped")
                self._hide(m.start(), m.end() if sign in ",;:! " else m.end() - 1)
            elif kind == "sign":
                self._sign(m.group(), m.start())
            elif kind == "blank":
                if not any(group.held == "words" for group in self._groups):
                    self._hide(*m.span())
            else:
                self._letters(*m.span())

    def _hide(self, start: int, end: int, sign: str = "") -> None:
        self.holes.append(Hole(start, end, LATEX, sign))

    def _command(self, name: str, start: int, end: int) -> None:
        if name == "textcircled":
            self._pending = "circled"
            self._hide(start, end)
        elif name in ("frac", "dfrac", "tfrac"):
            self._fraction(start, end)
        elif name == "sqrt":
            self._root(start, end)
        elif name in WORDS or name in FONTS:
            self._pending = "words" if name in WORDS and self._pending not in LEVELS else self._pending
            self._hide(start, end)
        elif name in SIGNS:
            self._hide(start, end, SIGNS[name].replace("␣", " "))
            self._pending = ""
        else:
            self._hide(start, start + 1)  # shown by its name
            self._pending = ""

    def _sign(self, sign: str, at: int) -> None:
        if sign in LEVELS:
            self._pending = sign
            self._hide(at, at + 1)
        elif sign == "{":
            self._open(at)
        elif sign == "}":
            self._close(at)
        else:
            self._hide(at, at + 1, " " if sign == "~" and self._inner(at) else "")

    def _inner(self, at: int) -> bool:
        """Tell whether something stands before a blank in the formula."""
        return bool(self._text[self._start : at].strip(" {}$~"))

    def _fraction(self, start: int, end: int) -> None:
        """Begin a fraction, set apart from the number before it and bracketed where a factor stands beside it."""
        self._pending = "over"
        before = self._text[self._start : start].rstrip()[-1:] or self._text[: self._start].rstrip("$ ")[-1:]
        stop = self._groups_end(end, 2)
        beside = self._text[stop : self._end].lstrip()[:1]
        if before.isdecimal():
            self._hide(start, end, " ")
        elif before.isascii() and before.isalpha() or beside.isalnum() or beside == "\\":
            self._hide(start, end, "(")
            self._after = ")"
        else:
            self._hide(start, end)

    def _groups_end(self, at: int, count: int) -> int:
        """Return where a number of groups in braces ends; the end of the formula where they are not there."""
        depth = 0
        for k in range(at, self._end):
            sign = self._text[k]
            if not depth and sign != "{" and not sign.isspace():
                break
            depth += (sign == "{") - (sign == "}")
            count -= sign == "}" and not depth
            if not count:
                return k + 1
        return self._end

    def _root(self, start: int, end: int) -> None:
        self._pending = "root"
        if degree := DEGREE.match(self._text, end, self._end):
            self._hide(start, degree.start("degree"))
            self.styled.append(Styled(*degree.span("degree"), "sup"))
            self._hide(degree.end("degree"), degree.end(), "√")
            self._past = degree.end()
        else:
            self._hide(start, end, "√")

    def _open(self, at: int) -> None:
        held, after = self._pending, self._after
        self._pending = self._after = ""
        bracket = "(" if held in ("over", "under", "root") and self._is_long(at) else ""
        self._groups.append(BracedGroup(at, held, bracket, after))
        joins = self.holes and self.holes[-1].end == at and self._text[self.holes[-1].start] == "\\"
        if joins and not (bracket and self.holes[-1].sign):
            self.holes[-1] = self.holes[-1]._replace(end=at + 1, sign=self.holes[-1].sign + bracket)
        else:
            self._hide(at, at + 1, bracket)

    def _is_long(self, at: int) -> bool:
        """Tell whether a group holds more than a number or one sign, so that brackets keep it together."""
        inner = self._text[at + 1 : self._groups_end(at, 1) - 1]
        return bool(inner.strip()) and SIMPLE.fullmatch("".join(inner.split())) is None

    def _close(self, at: int) -> None:
        group = self._groups.pop() if self._groups else BracedGroup(at, "", "", "")
        bracket = ")" if group.bracket else ""
        over = group.held == "over"
        self._hide(at, at + 1, bracket + ("/" if over else group.after))
        if over:
            self._pending, self._after = "under", group.after
        elif group.held in LEVELS:
            self.styled.append(Styled(group.start + 1, at, LEVELS[group.held]))

    def _letters(self, start: int, end: int) -> None:
        held, self._pending = self._pending, ""
        inside = self._groups[-1].held if self._groups else ""
        if "circled" in (held, inside):
            number = self._text[start:end]
            if number.isdecimal() and 0 < int(number) <= len(CIRCLED):
                self._hide(start, end, CIRCLED[int(number) - 1])
        elif held in LEVELS:
            self.styled.append(Styled(start, start + 1, LEVELS[held]))
        elif held == "over":  # two signs without braces, or one before a group
            self._hide(start + 1, start + 1, "/")
            self._pending = "under" if end == start + 1 else ""


def formulas_close(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the dollar signs after an opening one stand in a text."""
    at = text.find("$", start, end)
    while at >= 0:
        yield at
        at = text.find("$", at + 1, end)
