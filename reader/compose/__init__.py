"""Composition: labelled lines become blocks, nodes and an issue. The only place that builds text."""

from __future__ import annotations

from reader.compose.amend import amended, pieces_of
from reader.compose.blocks import MadeBlocks
from reader.compose.front import with_facts
from reader.compose.issue import compose
from reader.compose.pictures import with_pictures

__all__ = ["MadeBlocks", "amended", "compose", "pieces_of", "with_facts", "with_pictures"]
