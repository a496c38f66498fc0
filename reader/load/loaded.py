"""What every loader gives back, and how it tells its progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.model.document import Dropped, Line, Picture, Source, Styled

Progress = Callable[[str, float], None]
"""Called as `progress("load", fraction)`; it may raise `Cancelled` to stop the work."""


class Loaded(NamedTuple):
    """A decoded file and all of its lines that are not blank, in order."""

    source: Source
    lines: tuple[Line, ...]
    styled: tuple[Styled, ...] = ()  # in source order; those of a text file are told by its markup
    outline: tuple[tuple[int, str, int], ...] = ()  # the file's own: level from 1, title, page from 0 or -1
    pictures: tuple[Picture, ...] = ()  # `at` is -1 where only their place on a page is known
    left_out: tuple[Dropped, ...] = ()  # characters that stand in no line, and why
    references: Mapping[str, str] = MappingProxyType({})  # addresses of links by the labels that the text defines
