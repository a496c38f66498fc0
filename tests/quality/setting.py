"""The shapes in which a bulletin can be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One shape; each value is one of `CHOICES` but for the two numbers."""

    measure: int = 38  # width of a line in em, 18 to 50
    columns: int = 1
    lines: int = 40  # lines a column
    wrap: str = "lines"  # or paragraphs: one line for each, cut by columns and pages only
    blanks: str = "paragraphs"
    indent: str = "ideographic"
    trailing: str = "none"
    page_number: str = "plain"
    number_place: str = "bottom"
    running_head: str = "none"
    page_end: str = "formfeed"
    contents: str = "dots"
    headings: str = "plain"
    notes: str = "digits"
    tables: str = "pipes"
    floats: str = "here"
    encoding: str = "utf-8"
    newline: str = "\n"


CHOICES: dict[str, tuple[Any, ...]] = {
    "columns": (1, 1, 2, 3),
    "wrap": ("lines", "lines", "lines", "paragraphs"),
    "blanks": ("none", "paragraphs", "lines"),
    # lost: the first line is narrower by the indent that the extractor did not print
    "indent": ("none", "lost", "ideographic", "ascii"),
    "trailing": ("none", "paragraphs", "random"),
    "page_number": ("none", "plain", "dashes", "words"),
    "number_place": ("top", "bottom", "head"),
    "running_head": ("none", "same", "alternating"),
    "page_end": ("none", "formfeed", "space"),
    "contents": ("none", "dots", "ellipsis", "tabs", "titles"),
    "headings": ("plain", "numbered", "spaced", "centred", "moved", "marked"),
    "notes": ("none", "digits", "superscript", "brackets"),
    "tables": ("pipes", "tabs", "cells", "spaces"),
    "floats": ("here", "column"),
    "encoding": ("utf-8", "utf-8-sig", "gb18030", "utf-16"),
    "newline": ("\n", "\r\n"),
}


def sample_setting(seed: int) -> Setting:
    """Draw a setting; equal seeds give equal settings.

    Successive seeds walk through shuffled rounds of each option's values, so that a few settings
    already show every value about equally often.
    """
    drawn: dict[str, Any] = {}
    for name, values in CHOICES.items():
        turn, place = divmod(seed, len(values))
        drawn[name] = Random(f"{name} {turn}").sample(values, len(values))[place]
    random = Random(f"numbers {seed}")
    drawn["measure"] = random.randint(18, 50 if drawn["columns"] == 1 else 30)
    drawn["lines"] = random.randint(24, 60)
    return Setting(**drawn)


def with_options(setting: Setting, options: Iterable[str]) -> Setting:
    """Replace options, each written `name=value`."""
    changes: dict[str, Any] = {}
    for option in options:
        name, _, text = option.partition("=")
        known = {_named(value): value for value in CHOICES.get(name, ())}
        if name in ("measure", "lines"):
            changes[name] = int(text)
        elif text in known:
            changes[name] = known[text]
        else:
            raise ValueError(f"{option} is no setting: {name} may be {', '.join(known) or 'no option'}")
    return replace(setting, **changes)


def option_values(setting: Setting) -> dict[str, str]:
    """Name the value of each option, numbers as ranges, so that results can be grouped."""
    values = {field.name: _named(getattr(setting, field.name)) for field in fields(setting)}
    values["measure"] = f"{setting.measure // 8 * 8}..{setting.measure // 8 * 8 + 7}"
    values["lines"] = f"{setting.lines // 20 * 20}..{setting.lines // 20 * 20 + 19}"
    return values


def _named(value: Any) -> str:
    """Name a value so that line ends can be seen and typed."""
    return repr(value).strip("'")
