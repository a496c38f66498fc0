"""Files that are understood as a test says, whatever the pipeline would make of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import local
from typing import Any

import pytest

from reader import pipeline
from reader.model.document import Issue


def understand_by(monkeypatch: pytest.MonkeyPatch, open_issue: Callable[..., Issue]) -> None:
    """Let the window open files by `open_issue(path, progress, encoding)`, which may call that of the pipeline."""
    read, composed, inner = pipeline.read, pipeline.composed, local()

    def read_as_said(path: Path, progress: Any = None, encoding: str | None = None, *rest: Any) -> Any:
        if getattr(inner, "is_reading", False):
            return read(path, progress, encoding, *rest)
        inner.is_reading = True
        try:
            return open_issue(path, progress, encoding)
        finally:
            inner.is_reading = False

    def composed_as_said(understood: Any, *given: Any, **named: Any) -> pipeline.Composed:
        return pipeline.Composed(understood) if isinstance(understood, Issue) else composed(understood, *given, **named)

    monkeypatch.setattr(pipeline, "read", read_as_said)
    monkeypatch.setattr(pipeline, "composed", composed_as_said)
