"""Addresses as a person reads them: what is written as %E6%B0%B4 stands for 水."""

from __future__ import annotations

from PySide6.QtCore import QUrl


def shown_address(address: str) -> str:
    """Return an address with its encoded letters decoded; what would make it another address stays encoded."""
    url = QUrl(address)
    shown = url.toDisplayString() if "%" in address and url.isValid() else address
    is_clearer = shown.isprintable() and len(shown) < len(address)
    return shown if is_clearer else address  # signs that turn the line round would hide where it leads
