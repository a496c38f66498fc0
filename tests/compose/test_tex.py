"""Formulas in TeX on a line: fractions, roots, and what is raised and lowered."""

from __future__ import annotations

import pytest

from reader.compose.inline import inline
from reader.text.scripts import scripted_pieces

FORMULAS = (  # as they are written, and as they read
    (r"$\frac{1}{20}$", "1/20"),
    (r"$\frac{a+b}{2n}$", "(a+b)/(2n)"),
    (r"$\frac{\alpha}{\beta}$", "α/β"),
    (r"$\frac{人口}{面积}$", "人口/面积"),
    (r"$\dfrac {1} {3}$", "1/3"),
    (r"$\frac12$", "1/2"),
    (r"$\frac1{20}$", "1/20"),
    (r"$1\frac{1}{2}$", "1 1/2"),
    (r"1$\frac{1}{2}$", "1 1/2"),
    (r"$\frac{1}{2}x$", "(1/2)x"),
    (r"$x\frac{a}{b}$", "x(a/b)"),
    (r"$\frac{\frac{a}{b}}{c}$", "(a/b)/c"),
    (r"$\frac{a_{1}}{c}$", "(a₁)/c"),
    (r"$\sqrt{2}$", "√2"),
    (r"$\sqrt{x+1}$", "√(x+1)"),
    (r"$\sqrt[3]{x+1}$", "³√(x+1)"),
    (r"$x_\text{max}$", "xₘₐₓ"),
    (r"$a^{\frac{1}{2}}$", "a^{1/2}"),
    (r"$x_i$", "xᵢ"),
    ("从$5_000涨到$10_000", "从$5_000涨到$10_000"),
    ("设$JAVA_HOME和$PATH", "设$JAVA_HOME和$PATH"),
    (r"设$\text{产量}_1$为", "设产量₁为"),
    (r"参见\[\^9\]和\[x\_1\]", "参见[^9]和[x_1]"),
    (r"\[x_1\]", "x₁"),
    (r"$\frac{$", ""),
    (r"$\frac{1}{2$", "1/2"),
)


@pytest.mark.parametrize(("text", "line"), FORMULAS)
def test_a_formula_is_read_on_a_line(text: str, line: str) -> None:
    (read,) = inline(text, [(0, len(text))])
    assert "".join(scripted_pieces((run.text, run.styles) for run in read.runs)) == line
