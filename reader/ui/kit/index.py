"""A place in a model, as Qt hands it over: for a moment or to be kept."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
