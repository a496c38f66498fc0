"""What the panel lists, as plain data: mentions in scope, filtered, grouped and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from reader.export.deadlines import once_each
from reader.model.base_units import base_value, dimension_of
from reader.model.mentions import CaptionMention, Contact, Figure, Link, Mentions
from reader.ui.features.panel.moments import DATED, order_of
from reader.ui.features.panel.wording import KINDS, kind_text, role_group, role_text, unit_text

Mention = Figure | Contact | CaptionMention | Link
MOST_ROWS = 500  # of one section: a list of thousands is narrowed by the filter or saved, not read
M = TypeVar("M", Figure, Contact, CaptionMention, Link)

TABS = ("figures", "captions", "contacts", "dates")
ONE_UNIT = ("percent", "multiple", "ratio", "issue", *DATED)  # kinds whose units say nothing more
LISTED = "、"
ALWAYS_BY_UNIT = ("money", "duration")
KIND_ORDER = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class PanelSection:
    """A heading and what stands below it."""

    key: str  # the same in every language
    title: str
    rows: tuple[Mention, ...]  # the first of them, as many as a list shows
    total: int  # how many there are
    largest: Decimal | None = None  # of its unit, when there are several to compare
    in_base: bool = False  # its units are several of one kind: it is compared and sorted in base units
    starts_folded: bool = False  # there may be very many, and few are wanted

    @property
    def count(self) -> str:
        """How many there are, and how many of them are listed where that is not all."""
        return str(self.total) if self.total == len(self.rows) else f"{len(self.rows)} / {self.total}"


@dataclass(frozen=True, slots=True)
class PanelWish:
    """What the user wants to see."""

    node: str | None = None  # id of the article; None is the whole issue
    query: str = ""
    by_value: bool = False


def sections_of(tab: str, mentions: Mentions, wish: PanelWish) -> tuple[PanelSection, ...]:
    """Return what a tab lists."""
    if tab == "captions":
        return _plain_sections(wanted(mentions.captions, wish), lambda caption: caption.kind)
    if tab == "contacts":
        reached = _plain_sections(wanted(mentions.correspondents, wish), lambda contact: role_group(contact.role))
        links = _plain_sections(wanted(mentions.links, wish), lambda _link: "links")
        return (*reached, *(replace(section, starts_folded=True) for section in links))
    figures = wanted(mentions.figures, wish)
    if tab == "dates":
        listed = {id(figure) for figure in (*once_each(figures), *(f for f in figures if f.kind != "deadline"))}
        dates = [figure for figure in figures if figure.kind in DATED and id(figure) in listed]
        return _plain_sections(sorted(dates, key=order_of) if wish.by_value else dates, lambda date: date.kind)
    return _figure_sections(figures, wish.by_value)


def search_text(mention: Mention) -> str:
    """Return all that the filter looks at, without spaces: printed text is spaced as it pleases."""
    parts: Iterable[str]
    if isinstance(mention, Figure):
        named = unit_text(mention.kind, mention.unit)
        value = mention.inferred or (mention.value_low if isinstance(mention.value_low, str) else "")
        parts = (mention.label, mention.surface, mention.unit, named, kind_text(mention.kind), str(value or ""))
    elif isinstance(mention, Contact):
        lists = (mention.orgs, mention.persons, mention.phones, mention.fax, mention.emails, mention.urls)
        parts = (*(text for texts in lists for text in texts), mention.address, mention.title, role_text(mention.role))
    elif isinstance(mention, Link):
        parts = (mention.text, mention.url)
    else:
        parts = (mention.label, mention.surface, mention.credit, kind_text(mention.kind))
    return "\n".join(map(_folded, (*parts, mention.article)))


def size_of(figure: Figure, in_base: bool = False) -> Decimal:
    """Return what a figure is compared by: the upper end of a range, in base units where units differ."""
    if in_base:
        value, _unit = base_value(figure)
        return value if isinstance(value, Decimal) else Decimal(0)
    high = figure.value_high if isinstance(figure.value_high, Decimal) else figure.value_low
    return high if isinstance(high, Decimal) else Decimal(0)


def wanted(mentions: Iterable[M], wish: PanelWish) -> tuple[M, ...]:
    """Keep what is in scope and matches; the printed contents only repeat the articles' titles."""
    words = _folded(wish.query)
    return tuple(
        mention
        for mention in mentions
        if (_is_worth_listing(mention) if wish.node is None else mention.node == wish.node)
        and (not words or words in search_text(mention))
    )


def _is_worth_listing(mention: Mention) -> bool:
    return bool(mention.node) or not isinstance(mention, Figure)


def _figure_sections(figures: Iterable[Figure], by_value: bool) -> tuple[PanelSection, ...]:
    """Group figures by kind and unit; units that occur once stand together under their kind."""
    figures = tuple(figures)
    units = [by_value and dimension_of(figure) or figure.unit for figure in figures]  # what compares stands together
    counts = Counter((figure.kind, unit) for figure, unit in zip(figures, units, strict=True))
    grouped: dict[tuple[str, str], list[Figure]] = {}
    for figure, own in zip(figures, units, strict=True):
        lonely = figure.kind not in ALWAYS_BY_UNIT and counts[figure.kind, own] == 1
        unit = "" if figure.kind in ONE_UNIT or lonely else own
        grouped.setdefault((figure.kind, unit), []).append(figure)
    order = sorted(grouped, key=lambda key: (KIND_ORDER.get(key[0], 99), not key[1], -len(grouped[key])))
    return tuple(_figure_section(kind, unit, grouped[kind, unit], by_value) for kind, unit in order)


def _figure_section(kind: str, unit: str, figures: list[Figure], by_value: bool) -> PanelSection:
    units = dict.fromkeys(figure.unit for figure in figures)
    in_base = bool(unit) and len(units) > 1
    named = LISTED.join(unit_text(kind, each) for each in units)
    title = f"{kind_text(kind)} · {named}" if unit else kind_text(kind)
    comparable = kind not in DATED and (in_base or len(units) == 1) and len(figures) > 1
    sizes = {id(figure): size_of(figure, in_base) for figure in figures}
    largest = max(sizes.values()) if comparable else None
    if by_value and kind in DATED:
        figures = sorted(figures, key=order_of)
    elif by_value and comparable:  # across units nothing is larger or smaller
        figures = sorted(figures, key=lambda figure: sizes[id(figure)], reverse=True)
    return replace(_section(f"{kind} {unit}", title, figures, largest or None), in_base=in_base)


def _plain_sections(mentions: Iterable[M], group: Callable[[M], str]) -> tuple[PanelSection, ...]:
    grouped: dict[str, list[M]] = {}
    for mention in mentions:
        grouped.setdefault(group(mention), []).append(mention)
    order = sorted(grouped, key=lambda key: KIND_ORDER.get(key, 99))
    return tuple(_section(key, kind_text(key), grouped[key]) for key in order)


def _section(key: str, title: str, rows: Sequence[Mention], largest: Decimal | None = None) -> PanelSection:
    return PanelSection(key, title, tuple(rows[:MOST_ROWS]), len(rows), largest)


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
