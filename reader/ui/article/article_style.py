"""How an article is set: fonts, sizes and spacing of each kind of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextLength, QTextTableFormat

from reader.model.document import Block
from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.theme import Theme
from reader.ui.session.settings import Settings

MEASURE = 40  # longest line in Han characters, as long as the user wants no other
LINE_HEIGHT = 1.85  # of the font size, the same; roomy, because Han have no ascenders to tell lines apart
INDENT = 2  # em of the first line
READING_LINE = 0.18  # height, as a share of the view, of the line whose paragraph counts as the current one
KEYWORD_ROOM = 1.8  # em kept free below the title, so that keywords which come later move nothing
LOWEST_READING_LINE = 110  # pixels; in a high window the first paragraph of a page would be passed over
OWN_WORDS = QTextFormat.Property.UserProperty.value + 1  # of characters that the source does not hold
CONTINUED = QTextFormat.Property.UserProperty.value + 2  # of a text block that goes on with the paragraph before
CALL = QTextFormat.Property.UserProperty.value + 3  # of the mark that calls a footnote
STYLES = QTextFormat.Property.UserProperty.value + 4  # of a run, as words: “strong strike”
QUOTED = QTextFormat.Property.UserProperty.value + 5  # of a text block that quotes
LISTED = QTextFormat.Property.UserProperty.value + 6  # of a text block that is an item of a list with bullets
TITLE_LEVEL = 1  # of the headings: what is below it is a subheading
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class ArticleStyle:
    """Fonts, colours and the size of the body from which all others follow."""

    families: Families
    theme: Theme
    size: int = 17  # pixels of the body
    face: str = "serif"  # or sans
    measure: int = MEASURE
    spacing: float = LINE_HEIGHT
    justified: bool = True

    def text(self, role: str = "body") -> QTextCharFormat:
        """Return the character format of a kind of text."""
        families, scale, bold, colour = self._roles()[role]
        form = QTextCharFormat()
        form.setFont(font_of(families, self.size * scale, bold=bold))
        form.setForeground(QColor(colour))
        if role in ("info", "hint"):
            form.setProperty(OWN_WORDS, True)
        return form

    def styled(self, base: QTextCharFormat, styles: tuple[str, ...], url: str) -> QTextCharFormat:
        """Return `base` with the styles of a run."""
        form = QTextCharFormat(base)
        if "sup" in styles or "sub" in styles:
            alignment = QTextCharFormat.VerticalAlignment
            form.setVerticalAlignment(alignment.AlignSuperScript if "sup" in styles else alignment.AlignSubScript)
        if "strong" in styles:
            form.setFontWeight(700)
        if "em" in styles:
            # Han have no italic; an emphasis is set in the Hei face, as Chinese print does.
            form.setFontFamilies(list(self.families.sans))
        if "code" in styles:
            form.setFontFamilies(list(self.families.mono))
        self._dress(form, styles)
        if styles:
            form.setProperty(STYLES, " ".join(styles))
        if url:
            self.make_link(form, url)
        return form

    def _dress(self, form: QTextCharFormat, styles: tuple[str, ...]) -> None:
        """Draw what was struck out, put in, underlined, marked or coloured, in the colours of the theme."""
        if "strike" in styles:
            form.setFontStrikeOut(True)
            form.setForeground(QColor(self.theme.muted))
        if "ins" in styles or "underline" in styles:
            form.setFontUnderline(True)
        if "mark" in styles:
            form.setBackground(QColor(self.theme.marker_yellow))
        if "color" in styles and "strike" not in styles:
            form.setForeground(QColor(self.theme.warning))

    def make_link(self, form: QTextCharFormat, target: str) -> None:
        """Make a character format lead to `target`."""
        form.setAnchor(True)
        form.setAnchorHref(target)
        form.setForeground(QColor(self.theme.accent))

    def paragraph(self, scale: float = 1.0, *, above: float = 0, below: float = 0.55) -> QTextBlockFormat:
        """Return the block format of plain text, without indent; spaces are in em of the body."""
        form = QTextBlockFormat()
        form.setLineHeight(round(self.size * scale * self.spacing), FIXED)
        form.setTopMargin(round(self.size * above))
        form.setBottomMargin(round(self.size * below))
        return form

    def block(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of a block by its kind."""
        if block.kind == "subheading":
            scale = {1: 1.0, 2: 0.97}.get(block.level, 0.94)
            form = self.paragraph(scale, above=0.75 if block.level <= 1 else 0.4, below=0.3)
            form.setHeadingLevel(min(max(block.level, 1) + 1, 6))
            return form, self.text("subheading" if block.level <= 1 else "minor_subheading")
        if block.kind == "caption":
            form = self.paragraph(0.82, above=0.1, below=0.8)
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return form, self.text("caption")
        if block.kind in ("note", "contact", "editor_note"):
            return self._aside(block.kind)
        if block.code:
            form = self.paragraph(0.82)
            form.setLeftMargin(self.size)
            form.setNonBreakableLines(False)
            return form, self.text("code")
        return self._body(block)

    def table(self) -> QTextTableFormat:
        """Return the format of a table: hairlines, full width."""
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setBorderBrush(QColor(self.theme.strong_line))
        form.setCellPadding(round(self.size * 0.35))
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setTopMargin(round(self.size * 0.4))
        form.setBottomMargin(round(self.size * 0.4))
        return form

    def _body(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        form = self.paragraph()
        form.setAlignment(self._alignment())
        form.setTextIndent(INDENT * self.size)
        if block.kind == "list_item":
            form.setBottomMargin(round(self.size * 0.3))
            form.setLeftMargin((max(block.level, 1) - 1) * INDENT * self.size)
        elif any("\n" in run.text for run in block.text.runs):  # verse, an address: all its lines begin at one edge
            form.setAlignment(Qt.AlignmentFlag.AlignLeft)
            form.setTextIndent(0)
            form.setLeftMargin(INDENT * self.size)
        if block.quote:
            form.setLeftMargin(form.leftMargin() + INDENT * self.size)
            form.setRightMargin(INDENT * self.size)
            form.setProperty(QUOTED, True)
        return form, self.text("quotation" if block.quote else "body")

    def _aside(self, kind: str) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of text that stands beside the article proper."""
        form = self.paragraph(0.88, below=0.4)
        form.setLeftMargin(INDENT * self.size)
        if kind == "editor_note":
            form.setRightMargin(INDENT * self.size)
            form.setAlignment(self._alignment())
        return form, self.text(kind)

    def _alignment(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignJustify if self.justified else Qt.AlignmentFlag.AlignLeft

    def _roles(self) -> dict[str, tuple[tuple[str, ...], float, bool, str]]:
        """Return families, size in em, boldness and colour of each kind of text."""
        serif = self.families.sans if self.face == "sans" else self.families.serif
        sans, mono = self.families.sans, self.families.mono
        text, muted, accent = self.theme.text, self.theme.muted, self.theme.accent
        return {
            "title": (serif, 26 / 17, True, text),
            "info": (sans, 13 / 17, False, muted),
            "chip": (sans, 12 / 17, False, muted),
            "byline": (sans, 14 / 17, False, text),
            "label": (sans, 14 / 17, False, muted),
            "body": (serif, 1, False, text),
            "subheading": (sans, 1, True, text),
            "minor_subheading": (sans, 0.97, True, text),
            "caption": (sans, 14 / 17, False, muted),
            "note": (sans, 0.88, False, muted),
            "contact": (sans, 0.88, False, text),
            "editor_note": (sans, 0.88, False, muted),
            "quotation": (serif, 0.94, False, text),
            "code": (mono, 0.82, False, text),
            "cell": (sans, 0.82, False, text),
            "header_cell": (sans, 0.82, True, text),
            "footnote": (sans, 0.79, False, muted),
            "mark": (sans, 0.82, False, accent),
            "hint": (sans, 0.75, False, muted),
        }


def reading_line(height: int) -> int:
    """Return the height of the reading line in a view, in pixels."""
    return min(round(height * READING_LINE), LOWEST_READING_LINE)


def style_of(settings: Settings, families: Families, theme: Theme) -> ArticleStyle:
    """Return the style that the user has chosen."""
    chosen = settings
    return ArticleStyle(
        families, theme, chosen.text_size, chosen.face, chosen.measure, chosen.spacing / 100, chosen.justified
    )
