"""Language of the interface: Qt's translators for the program's own texts and for Qt's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.app.paths import resource

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
    ours = str(resource("translations"))
    catalogues = [(f"bulletin_{language}", ours)]
    if language == "zh":
        theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        catalogues += [("qtbase_zh_CN", theirs), ("qt_zh", ours)]  # the last is asked first
    for name, folder in catalogues:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
