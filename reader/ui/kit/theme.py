"""Colours of the window: tokens, palette and style sheet.

One JSON file of tokens a theme, one style sheet template for all, so that a colour is changed in one place.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QByteArray, QJsonDocument, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader.app.paths import resource

THEMES = ("system", "light", "sepia", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour tokens of one theme, each `#RRGGBB`."""

    name: str
    page: str
    sidebar: str
    field: str
    hover: str
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    accent_tint: str
    selection: str
    on_selection: str
    mark: str
    bar: str
    warning: str
    warning_tint: str
    scroll: str
    found: str  # hits of a search, and the current one
    found_now: str
    flash: str
    tone_amount: str  # marks in the text: money
    tone_measure: str  # percentages, measures, counts
    tone_date: str
    tone_contact: str
    marker_yellow: str  # grounds of highlights, on which text stands
    marker_green: str
    marker_blue: str
    marker_pink: str
    marker_purple: str
    ink_yellow: str  # the same colours as lines
    ink_green: str
    ink_blue: str
    ink_pink: str
    ink_purple: str


def load_theme(name: str) -> Theme:
    """Read the tokens of `light`, `sepia` or `dark`."""
    # Qt's own reader of JSON: that of Python would be loaded for this alone, which a start would feel.
    tokens = QJsonDocument.fromJson(QByteArray(resource(f"themes/{name}.json").read_bytes())).toVariant()
    return Theme(name=name, **tokens)


def resolve(wish: str) -> str:
    """Return the theme to show for a wish of `THEMES`: the system's scheme decides `system`."""
    if wish in ("light", "sepia", "dark"):
        return wish
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def palette_of(theme: Theme) -> QPalette:
    """Make the palette for the parts of the interface that no style sheet reaches."""
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.sidebar,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.sidebar,
        role.Text: theme.text,
        role.Button: theme.sidebar,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.field,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.on_selection,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Light: theme.field,
        role.Mid: theme.line,
        role.Dark: theme.strong_line,
        role.Shadow: theme.strong_line,
    }
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.strong_line))
    return palette


def style_sheet(theme: Theme, sans: tuple[str, ...], serif: tuple[str, ...], name: str = "window") -> str:
    """Fill a style sheet template with the tokens of a theme and the font families."""
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme)}
    tokens |= {"sans": _family_list(sans), "serif": _family_list(serif)}
    tokens["icons"] = resource("icons").as_posix()
    return Template(resource(f"themes/{name}.qss").read_text(encoding="utf-8")).substitute(tokens)


def contrast(foreground: str, background: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _family_list(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{family}"' for family in families)
