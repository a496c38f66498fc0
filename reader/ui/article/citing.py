"""Copy what is selected in the article together with where it is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from reader.model.marks import IssueCard
from reader.ui.article.article_view import ArticleView
from reader.ui.article.copying import copied
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.session import Session

AUTHORING = ("author", "compiler", "journalist")
DONE = {
    "plain": QT_TRANSLATE_NOOP("Citing", "Copied with its source."),
    "markdown": QT_TRANSLATE_NOOP("Citing", "Copied as Markdown."),
    "gbt7714": QT_TRANSLATE_NOOP("Citing", "Copied with a reference (GB/T 7714)."),
}


def copy_with_source(article: ArticleView, session: Session, style: str) -> str:
    """Copy the selection and its source in a style of `export.citing`; return a sentence for the user."""
    # Imported here: most sessions cite nothing.
    from reader.export.citing import CitedPassage, cited

    text = copied(article.textCursor()).strip("\n")
    opened, entry = session.current(), session.entry()
    if not text.strip() or opened is None or entry is None:
        return QCoreApplication.translate("Citing", "Select the text to copy first.")
    byline = entry.node.byline
    authors = byline.names if byline and byline.role in AUTHORING else ()
    passage = CitedPassage(text, card_of(opened), entry.title, authors, entry.page or entry.node.page)
    QGuiApplication.clipboard().setText(cited(passage, style))
    return QCoreApplication.translate("Citing", DONE[style])


def card_of(opened: OpenedIssue) -> IssueCard:
    """Return how an open issue is named."""
    head = opened.issue.masthead
    return IssueCard("", head.title.text, head.number.text, head.date.text, opened.path.name, str(opened.path))
