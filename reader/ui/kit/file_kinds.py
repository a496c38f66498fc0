"""Which kinds of files are offered to be opened, for dialogs, folders and the page of an empty window."""

from __future__ import annotations

from typing import NamedTuple

from reader.ui.kit.i18n import QT_TRANSLATE_NOOP


class Kind(NamedTuple):
    """A kind of file: what people call it, the endings of its names, and the formats of `load.LOADERS` that read it.

    A name that is the same in every language need not be marked for translation.
    """

    name: str
    suffixes: tuple[str, ...]
    formats: tuple[str, ...]


KINDS = (  # in the order in which the empty window names them; a test compares them with what can be read
    Kind(QT_TRANSLATE_NOOP("Kind", "Text"), (".txt", ".text"), ("text",)),
    Kind("Markdown", (".md", ".markdown"), ("markdown",)),
    Kind("PDF", (".pdf",), ("pdf",)),
    Kind("OFD", (".ofd",), ("zip",)),
    Kind(QT_TRANSLATE_NOOP("Kind", "Web page"), (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"), ("html",)),
    Kind("EML", (".eml",), ("html",)),
    Kind("RSS", (".rss", ".atom", ".xml"), ("feed",)),
    Kind("Word", (".docx", ".doc", ".wps"), ("zip", "ole")),
    Kind("RTF", (".rtf",), ("rtf",)),
    Kind("Excel", (".xlsx",), ("zip",)),
    Kind("PowerPoint", (".pptx",), ("zip",)),
    Kind("EPUB", (".epub",), ("zip",)),
    Kind(QT_TRANSLATE_NOOP("Kind", "Picture"), (".png", ".jpg", ".jpeg", ".tif", ".tiff"), ("picture",)),
    Kind("ZIP", (".zip",), ("zip",)),
)
READABLE_SUFFIXES = tuple(suffix for kind in KINDS for suffix in kind.suffixes)
