"""Extraction: the figures, contacts, captions and links of an issue, each with its place in the source."""

from __future__ import annotations

from reader.extract.captions import captions_of
from reader.extract.contacts.all_contacts import contacts_of
from reader.extract.figures.all_figures import figures_of
from reader.extract.links import links_of
from reader.extract.located import pieces_of

__all__ = ["captions_of", "contacts_of", "figures_of", "links_of", "pieces_of"]
