"""Rows of the panel as rows of a spreadsheet: the columns and words of the tables that are saved."""

from __future__ import annotations

from collections.abc import Iterable

from reader.export.columns import contact_row, figure_row, link_row
from reader.export.context import Sentences
from reader.export.tables import Cell
from reader.model.mentions import CaptionMention, Contact, Link
from reader.ui.features.panel.faces import Around
from reader.ui.features.panel.sections import Mention
from reader.ui.features.panel.wording import kind_text


def copied_rows(mentions: Iterable[Mention], around: Around) -> list[list[Cell]]:
    """Return what is told of each mention; captions, of which no table is saved, with what their row tells."""
    sentences = Sentences(around.issue) if around.issue else None
    return [_row(mention, around, sentences) for mention in mentions]


def _row(mention: Mention, around: Around, sentences: Sentences | None) -> list[Cell]:
    if isinstance(mention, CaptionMention):
        return [kind_text(mention.kind), mention.label, mention.surface, mention.credit, mention.article]
    if isinstance(mention, Link):
        return link_row(mention)
    if isinstance(mention, Contact):
        return contact_row(mention, around.language)
    return figure_row(around.texts.as_shown(mention), sentences, around.language) if sentences else []
