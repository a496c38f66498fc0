"""What kinds, units and roles are called in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.kit.i18n import QT_TRANSLATE_NOOP

KINDS = {
    "money": QT_TRANSLATE_NOOP("Kind", "Money"),
    "percent": QT_TRANSLATE_NOOP("Kind", "Percentages"),
    "measure": QT_TRANSLATE_NOOP("Kind", "Measurements"),
    "count": QT_TRANSLATE_NOOP("Kind", "Counts"),
    "multiple": QT_TRANSLATE_NOOP("Kind", "Multiples"),
    "ratio": QT_TRANSLATE_NOOP("Kind", "Shares"),
    "duration": QT_TRANSLATE_NOOP("Kind", "Durations"),
    "deadline": QT_TRANSLATE_NOOP("Kind", "Deadlines"),
    "date": QT_TRANSLATE_NOOP("Kind", "Dates"),
    "date_range": QT_TRANSLATE_NOOP("Kind", "Periods"),
    "issue": QT_TRANSLATE_NOOP("Kind", "Issues"),
    "figure": QT_TRANSLATE_NOOP("Kind", "Pictures"),
    "photo": QT_TRANSLATE_NOOP("Kind", "Photographs"),
    "table": QT_TRANSLATE_NOOP("Kind", "Tables"),
    "reach": QT_TRANSLATE_NOOP("Kind", "Contacts"),
    "made": QT_TRANSLATE_NOOP("Kind", "Written and edited by"),
    "source": QT_TRANSLATE_NOOP("Kind", "Sources"),
    "links": QT_TRANSLATE_NOOP("Kind", "Links"),
}
CURRENCIES = {
    "CNY": QT_TRANSLATE_NOOP("Unit", "yuan"),
    "USD": QT_TRANSLATE_NOOP("Unit", "US dollars"),
    "EUR": QT_TRANSLATE_NOOP("Unit", "euros"),
    "GBP": QT_TRANSLATE_NOOP("Unit", "pounds"),
    "JPY": QT_TRANSLATE_NOOP("Unit", "yen"),
    "KRW": QT_TRANSLATE_NOOP("Unit", "won"),
    "TWD": QT_TRANSLATE_NOOP("Unit", "New Taiwan dollars"),
    "HKD": QT_TRANSLATE_NOOP("Unit", "Hong Kong dollars"),
    "CAD": QT_TRANSLATE_NOOP("Unit", "Canadian dollars"),
    "AUD": QT_TRANSLATE_NOOP("Unit", "Australian dollars"),
    "SGD": QT_TRANSLATE_NOOP("Unit", "Singapore dollars"),
    "CHF": QT_TRANSLATE_NOOP("Unit", "Swiss francs"),
    "INR": QT_TRANSLATE_NOOP("Unit", "rupees"),
    "RUB": QT_TRANSLATE_NOOP("Unit", "roubles"),
    "SEK": QT_TRANSLATE_NOOP("Unit", "Swedish kronor"),
    "NOK": QT_TRANSLATE_NOOP("Unit", "Norwegian kroner"),
    "DKK": QT_TRANSLATE_NOOP("Unit", "Danish kroner"),
    "BRL": QT_TRANSLATE_NOOP("Unit", "reais"),
}
TIMES = {
    "a": QT_TRANSLATE_NOOP("Unit", "years"),
    "mo": QT_TRANSLATE_NOOP("Unit", "months"),
    "wk": QT_TRANSLATE_NOOP("Unit", "weeks"),
    "d": QT_TRANSLATE_NOOP("Unit", "days"),
    "h": QT_TRANSLATE_NOOP("Unit", "hours"),
    "min": QT_TRANSLATE_NOOP("Unit", "minutes"),
    "s": QT_TRANSLATE_NOOP("Unit", "seconds"),
}
ROLES = {
    "contact": QT_TRANSLATE_NOOP("Role", "contact"),
    "submission": QT_TRANSLATE_NOOP("Role", "submissions"),
    "website": QT_TRANSLATE_NOOP("Role", "website"),
    "project_site": QT_TRANSLATE_NOOP("Role", "project website"),
    "publisher": QT_TRANSLATE_NOOP("Role", "publisher"),
    "planner": QT_TRANSLATE_NOOP("Role", "planning"),
    "editor": QT_TRANSLATE_NOOP("Role", "editor"),
    "journalist": QT_TRANSLATE_NOOP("Role", "journalist"),
    "author": QT_TRANSLATE_NOOP("Role", "author"),
    "reviewer": QT_TRANSLATE_NOOP("Role", "reviewer"),
    "compiler": QT_TRANSLATE_NOOP("Role", "compiler"),
    "image_source": QT_TRANSLATE_NOOP("Role", "picture"),
    "reference": QT_TRANSLATE_NOOP("Role", "source"),
}
SOURCES = ("reference", "image_source")
MAKERS = ("editor", "journalist", "author", "reviewer", "compiler", "planner")


def kind_text(kind: str) -> str:
    """Name a kind of figure, caption or contact."""
    return QCoreApplication.translate("Kind", KINDS[kind]) if kind in KINDS else kind


def unit_text(kind: str, unit: str) -> str:
    """Name a unit; a currency and a time are named in words, others as they are written."""
    head, slash, rest = unit.partition("/")
    if kind == "money" and head in CURRENCIES:
        return QCoreApplication.translate("Unit", CURRENCIES[head]) + slash + rest
    if kind == "duration" and unit in TIMES:
        return QCoreApplication.translate("Unit", TIMES[unit])
    return unit


def role_text(role: str) -> str:
    """Name what someone did or is there for."""
    return QCoreApplication.translate("Role", ROLES[role]) if role in ROLES else role.replace("_", " ")


def role_group(role: str) -> str:
    """Return the section of the contacts that a role belongs to: reach, made or source."""
    return "source" if role in SOURCES else "made" if role in MAKERS else "reach"
