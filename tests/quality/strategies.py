"""Draw printed bulletins in property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.quality.corpus import Outline
from tests.quality.fiction import KINDS, make_outline
from tests.quality.setting import CHOICES, Setting
from tests.quality.typeset import typeset


@st.composite
def settings_of_print(draw: st.DrawFn) -> Setting:
    """Draw any setting."""
    choices = {name: draw(st.sampled_from(values), label=name) for name, values in CHOICES.items()}
    return Setting(measure=draw(st.integers(18, 50)), lines=draw(st.integers(12, 60)), **choices)


@st.composite
def printed_bulletins(draw: st.DrawFn) -> tuple[bytes, Outline]:
    """Draw a fictional bulletin in any setting: its bytes and its right answer."""
    outline = make_outline(draw(st.sampled_from(sorted(KINDS))), draw(st.integers(0, 999)))
    return typeset(outline, draw(settings_of_print()), draw(st.integers(0, 999)))
