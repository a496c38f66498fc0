"""How commands and their keys are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence


def translate(context: str, text: str) -> str:
    """Translate a text of a table."""
    return QCoreApplication.translate(context, text)


def plain_text(text: str) -> str:
    """Return a menu text without its access key, as in “文件(&F)” or “&File”."""
    head, mark, rest = text.partition("(&")
    if mark and rest[1:2] == ")":
        text = head + rest[2:]
    return text.replace("&", "").rstrip("…")


def key_text(key: QKeySequence) -> str:
    """Write a key as the system does, the arrow keys as arrows."""
    arrows = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Up: "↑", Qt.Key.Key_Down: "↓"}
    native = QKeySequence.SequenceFormat.NativeText
    named = {QKeySequence(arrow).toString(native): sign for arrow, sign in arrows.items()}
    strokes = (stroke.rpartition("+") for stroke in key.toString(native).split(", "))
    return ", ".join(f"{held}{plus}{named.get(last, last)}" for held, plus, last in strokes)


def access_key(text: str) -> str:
    """Return the underlined letter of a menu text, as F in “文件(&F)”; empty when there is none."""
    return text.replace("&&", "").partition("&")[2][:1].upper()
