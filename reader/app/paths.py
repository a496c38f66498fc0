"""Where the files that ship with the program lie, in a source tree and when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, named relative to `resources/`.

    A built package carries `resources/` inside as `_resources`; a source tree has it beside the package.
    """
    return _shipped("_resources", "resources") / name


READABLE_SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown"),
    *(".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".eml", ".emlx", ".msg", ".rss", ".atom", ".xml", ".opml"),
    *(".pdf", ".ofd", ".docx", ".doc", ".wps", ".rtf", ".xlsx", ".pptx", ".epub", ".zip"),
)
"""How the names of the files end that are looked for in folders and archives; others open when they are chosen."""


def is_looked_for(name: str) -> bool:
    """Tell whether a file is looked for in folders and archives, by its name."""
    return name.lower().endswith(READABLE_SUFFIXES)


def sample_issues() -> list[Path]:
    """List the sample issues that ship with the program, in the order of their names."""
    return sorted(path for path in _shipped("_samples", "seeds").glob("*") if path.is_file())


def _shipped(inside: str, beside: str) -> Path:
    packed = _PACKAGE / inside
    return packed if packed.is_dir() else _PACKAGE.parent / beside
