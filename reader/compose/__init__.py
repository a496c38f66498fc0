"""Composition: labelled lines become blocks, nodes and an issue. The only place that builds text."""

from __future__ import annotations

from reader.compose.issue import compose
from reader.compose.pictures import with_pictures

__all__ = ["compose", "with_pictures"]
