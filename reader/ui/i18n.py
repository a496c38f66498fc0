"""Language of the interface: Qt's translators for the program's own texts and for Qt's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.paths import resource

LANGUAGES = ("system", "zh", "en")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return `text`; the name tells Qt's `lupdate` to collect it for translation."""
    del context
    return text


def resolve_language(wish: str) -> str:
    """Return `zh` or `en` for a wish of `LANGUAGES`; the system's languages decide `system`."""
    if wish in ("zh", "en"):
        return wish
    first = (QLocale.system().uiLanguages() or ["en"])[0]
    return "zh" if first.startswith("zh") else "en"


def install_translators(app: QCoreApplication, language: str) -> None:
    """Make `app` speak `language` in place of the one before."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    own = QTranslator(app)
    if own.load(str(resource(f"translations/bulletin_{language}.qm"))):
        app.installTranslator(own)
    if language == "zh":
        qt = QTranslator(app)
        if qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(qt)
