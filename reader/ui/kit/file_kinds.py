"""Which kinds of files are offered to be opened, for dialogs, folders and the page of an empty window."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.kit.i18n import QT_TRANSLATE_NOOP


class FileKind(NamedTuple):
    """A kind of file: what people call it, the endings of its names, and the formats of `load.LOADERS` that read it.

    A name that is the same in every language need not be marked for translation.
    """

    name: str
    suffixes: tuple[str, ...]
    formats: tuple[str, ...]


PICTURES = "picture"  # read where somebody chooses one: neither searched for in folders nor claimed on the desktop
KINDS = (  # in the order in which the empty window names them; a test compares them with what can be read
    FileKind(QT_TRANSLATE_NOOP("Kind", "Text"), (".txt", ".text"), ("text",)),
    FileKind("Markdown", (".md", ".markdown"), ("markdown",)),
    FileKind("PDF", (".pdf",), ("pdf",)),
    FileKind("OFD", (".ofd",), ("zip",)),
    FileKind(QT_TRANSLATE_NOOP("Kind", "Web page"), (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"), ("html",)),
    FileKind("EML", (".eml", ".emlx", ".msg"), ("html", "ole")),
    FileKind("RSS", (".rss", ".atom", ".xml", ".opml"), ("feed",)),
    FileKind("Word", (".docx", ".doc", ".wps"), ("zip", "ole")),
    FileKind("RTF", (".rtf",), ("rtf",)),
    FileKind("Excel", (".xlsx",), ("zip",)),
    FileKind("PowerPoint", (".pptx",), ("zip",)),
    FileKind("EPUB", (".epub",), ("zip",)),
    FileKind(QT_TRANSLATE_NOOP("Kind", "Picture"), (".png", ".jpg", ".jpeg", ".tif", ".tiff"), (PICTURES,)),
    FileKind("ZIP", (".zip",), ("zip",)),
)
READABLE_SUFFIXES = tuple(suffix for kind in KINDS for suffix in kind.suffixes)
FOUND_SUFFIXES = tuple(suffix for kind in KINDS if PICTURES not in kind.formats for suffix in kind.suffixes)
