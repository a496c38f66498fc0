"""Composition: labelled lines become blocks, nodes and an issue. The only place that builds text."""

from __future__ import annotations

from reader.compose.issue import compose

__all__ = ["compose"]
