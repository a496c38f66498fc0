"""The few words that a page shows and the source does not hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.model.document import Node
from reader.ui.article.document_builder import Wording
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry

CHARACTERS_A_MINUTE = 400  # a usual speed of silent reading of Chinese


def wording_for(opened: OpenedIssue | None, entry: Entry | None) -> Wording:
    """Word the page of an entry in the current language."""
    if opened is None or entry is None:
        return Wording()
    translate = QCoreApplication.translate
    title = opened.stated_title if opened.stated_title != entry.title else ""
    issue = f"{title} {opened.edition}".strip()
    page = translate("Page", "page {page}").format(page=entry.page) if entry.page else ""
    minutes = translate("Page", "about {minutes} min").format(minutes=reading_minutes(entry.node))
    return Wording(
        info="\u3000".join(part for part in (issue, page, minutes) if part),
        notes=translate("Page", "Footnotes"),
        repeated=translate("Page", "printed {count} times"),
        doubtful=translate("Page", "This reading is uncertain."),
        formula=translate("Page", "[formula]"),
        undrawn=translate("Page", "[picture that cannot be drawn here]"),
        absent=translate("Page", "[picture that the file does not hold]"),
    )


def reading_minutes(node: Node) -> int:
    """Estimate how long a node takes to read, at least a minute."""
    characters = sum(
        len(block.text.plain) + sum(len(c.plain) for row in block.rows for c in row) for block in node.blocks
    )
    return max(1, round(characters / CHARACTERS_A_MINUTE))
