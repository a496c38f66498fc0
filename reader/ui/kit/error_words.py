"""What went wrong, in the user's language: one sentence for each code of a `ReaderError`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.model.errors import ReaderError
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP

SENTENCES = {
    "query-empty": QT_TRANSLATE_NOOP(
        "Error", "Say what to search for: words, a “phrase”, or a field such as after:2024-01."
    ),
    "query-quote": QT_TRANSLATE_NOOP("Error", "A quotation mark is open at {part}; close it, or leave it out."),
    "query-bracket": QT_TRANSLATE_NOOP(
        "Error", "The brackets of the question do not match; close each one that is open, or put words in quotes."
    ),
    "query-operator": QT_TRANSLATE_NOOP(
        "Error", "{part} needs something to search for on each side; add it, or write the word in quotes."
    ),
    "query-field": QT_TRANSLATE_NOOP("Error", "Nothing stands after {part}; say there what to look for."),
    "query-date": QT_TRANSLATE_NOOP("Error", "“{part}” is no date; write it like 2024, 2024-03 or 2024-03-15."),
    "query-number": QT_TRANSLATE_NOOP(
        "Error", "“{part}” is no number to compare with; write it like amount>1亿, amount>500万美元 or percent>50."
    ),
    "query-choice": QT_TRANSLATE_NOOP("Error", "“{part}” is not known; choose of {choices}."),
    "query-long": QT_TRANSLATE_NOOP(
        "Error", "A phrase of the question is longer than {most} characters; take a part of it."
    ),
    "query-deep": QT_TRANSLATE_NOOP(
        "Error", "The brackets of the question stand in each other too deeply; write it more simply."
    ),
    "missing": QT_TRANSLATE_NOOP("Error", "There is no file “{name}”; check the name and the folder."),
    "permission": QT_TRANSLATE_NOOP(
        "Error", "You may not read “{name}”; ask its owner, or copy it to a folder of yours."
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "Error", "“{name}” could not be read ({reason}); check the disk or the connection and try again."
    ),
    "folder": QT_TRANSLATE_NOOP("Error", "“{name}” is a folder; choose a file in it."),
    "not-a-file": QT_TRANSLATE_NOOP("Error", "“{name}” is not an ordinary file; choose a text file."),
    "empty": QT_TRANSLATE_NOOP("Error", "“{name}” is empty; choose another file."),
    "too-big": QT_TRANSLATE_NOOP("Error", "“{name}” is larger than {limit} GB; split it and open the parts."),
    "unsupported": QT_TRANSLATE_NOOP("Error", "“{name}” is {kind}, which this version cannot open: {advice}."),
    "binary": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is not a text file; open the bulletin as text (.txt) or Markdown (.md)."
    ),
    "password": QT_TRANSLATE_NOOP("Error", "“{name}” is locked; give its password to open it."),
    "wrong-password": QT_TRANSLATE_NOOP("Error", "This password does not open “{name}”; try again."),
    "unknown-encryption": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is encrypted in a way that is not known here; save it without encryption, and open that."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is damaged and cannot be opened; get it once more from where it came from."
    ),
    "given-up": QT_TRANSLATE_NOOP(
        "Error", "“{name}” takes more memory or time than any bulletin needs; get it again, or print it to a new PDF."
    ),
    "unforeseen": QT_TRANSLATE_NOOP(
        "Error", "“{name}” could not be read: something in it was not foreseen ({reason}); try another copy."
    ),
    "nothing-to-save": QT_TRANSLATE_NOOP("Error", "Nothing was found to save; no file was written."),
    "not-made": QT_TRANSLATE_NOOP(
        "Error", "“{name}” could not be made: something was not foreseen ({reason}); try another kind of file."
    ),
    "damaged-page": QT_TRANSLATE_NOOP("Error", "Page {page} of “{name}” is damaged and cannot be shown."),
    "undecodable": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is in no known encoding; save it as UTF-8 in the program that made it, and open it again."
    ),
    "no-page": QT_TRANSLATE_NOOP(
        "Error", "“{name}” holds no web page that could be read; save the page again, as one file or as HTML."
    ),
    "archive": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is an archive of files ({count}); open it from the File menu to open them all."
    ),
    "archive-empty": QT_TRANSLATE_NOOP("Error", "“{name}” holds no file that can be opened; choose another."),
    "archive-damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a damaged archive; get it again, or unpack it and open the files."
    ),
    "sheet-too-big": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a spreadsheet of more than {limit} cells; save the part that is a bulletin by itself."
    ),
    "archive-locked": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is in an archive that is locked with a password; unpack it, and open the files."
    ),
    "archive-too-big": QT_TRANSLATE_NOOP(
        "Error", "“{name}” holds more than {limit} files; unpack it, and open some of them."
    ),
    "archive-member-too-big": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is too large inside its archive; unpack it, and open it by itself."
    ),
    "document-damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a damaged document; get it again, or open and save it in a word processor."
    ),
    "book-damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a damaged book; get it again, or open its pages one by one."
    ),
    "book-locked": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a book that its seller has locked (DRM) and that only his program reads; get it without."
    ),
    "pictures-only": QT_TRANSLATE_NOOP(
        "Error", "“{name}” holds pictures of its pages and no text; let a text recognition program add the text."
    ),
    "picture": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a picture; ask for the text on it to be recognised (File menu)."
    ),
    "picture-damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is a damaged picture; get it again, or open it in a picture program and save it anew."
    ),
    "no-recognition": QT_TRANSLATE_NOOP(
        "Error",
        "The text of “{name}” is a picture, and what recognises text is not installed: "
        "run “pip install bulletin-reader[ocr]”, and try again.",
    ),
    "not-scanned": QT_TRANSLATE_NOOP("Error", "“{name}” is neither a PDF nor a picture; open it as it is."),
    "store-locked": QT_TRANSLATE_NOOP("Error", "Another program keeps “{name}” locked; close it, and try again."),
    "store-read-only": QT_TRANSLATE_NOOP(
        "Error", "“{name}” cannot be written; allow it, or choose another data folder."
    ),
    "store-full": QT_TRANSLATE_NOOP("Error", "The disk of “{name}” is full; make room, and try again."),
    "store-damaged": QT_TRANSLATE_NOOP(
        "Error", "“{name}” is damaged; start the program again to save what can be read of it."
    ),
    "store-failed": QT_TRANSLATE_NOOP("Error", "“{name}” could not be used ({reason}); check the disk, and try again."),
    "store-newer": QT_TRANSLATE_NOOP(
        "Error", "“{name}” was written by a newer version of the program; update this one to open it."
    ),
    "store-foreign": QT_TRANSLATE_NOOP(
        "Error", "“{name}” belongs to another program; move it away, or choose another data folder."
    ),
    "not-user-data": QT_TRANSLATE_NOOP(
        "Error", "“{name}” holds no data of this program; choose a file that was made with “Export All Data”."
    ),
    "not-annotations": QT_TRANSLATE_NOOP(
        "Error", "These are no annotations; choose a file of W3C Web Annotations (JSON)."
    ),
    "bad-pattern": QT_TRANSLATE_NOOP(
        "Error", "“{pattern}” is no regular expression ({reason}); correct it, or switch regular expressions off."
    ),
    "slow-pattern": QT_TRANSLATE_NOOP(
        "Error", "Finding “{pattern}” takes too long and was stopped; make the expression simpler."
    ),
    "unknown-suffix": QT_TRANSLATE_NOOP("Error", "“{name}” does not say what to write; end the name in {suffixes}."),
    "may-not-write": QT_TRANSLATE_NOOP(
        "Error", "You may not write “{name}”; choose another folder, or close the program that holds the file open."
    ),
    "no-folder": QT_TRANSLATE_NOOP("Error", "There is no folder for “{name}”; make it first, or choose another one."),
    "target-is-folder": QT_TRANSLATE_NOOP("Error", "“{name}” is a folder; give a file name."),
    "not-written": QT_TRANSLATE_NOOP(
        "Error", "“{name}” could not be written ({reason}); check the space on the disk, and try again."
    ),
    "changed": QT_TRANSLATE_NOOP("Error", "“{name}” has changed since it was opened; reload it (F5), and try again."),
    "unknown-encoding": QT_TRANSLATE_NOOP("Error", "There is no encoding named {encoding}; choose another one."),
}
DETAILS = (
    QT_TRANSLATE_NOOP("ErrorDetail", "a word processor's document"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a document locked with a password"),
    QT_TRANSLATE_NOOP("ErrorDetail", "open it in a word processor, and save it without the password"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a document of Word 95 or older"),
    QT_TRANSLATE_NOOP("ErrorDetail", "save it as DOCX in a word processor, and open that"),
    QT_TRANSLATE_NOOP("ErrorDetail", "an old spreadsheet (XLS)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "save it as XLSX in a spreadsheet program, and open that"),
    QT_TRANSLATE_NOOP("ErrorDetail", "an old presentation (PPT)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "save it as PPTX in a presentation program, and open that"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a spreadsheet"),
    QT_TRANSLATE_NOOP("ErrorDetail", "an office document"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a packed archive"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a program"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a database"),
    QT_TRANSLATE_NOOP(
        "ErrorDetail", "choose Save As, plain text (UTF-8), in the program that made it, and open that file"
    ),
    QT_TRANSLATE_NOOP("ErrorDetail", "unpack it first, and open the text inside"),
    QT_TRANSLATE_NOOP("ErrorDetail", "open a text file"),
    QT_TRANSLATE_NOOP("ErrorDetail", "missing )"),
    QT_TRANSLATE_NOOP("ErrorDetail", "unbalanced parenthesis"),
    QT_TRANSLATE_NOOP("ErrorDetail", "unterminated character set"),
    QT_TRANSLATE_NOOP("ErrorDetail", "bad character range"),
    QT_TRANSLATE_NOOP("ErrorDetail", "nothing to repeat"),
    QT_TRANSLATE_NOOP("ErrorDetail", "multiple repeat"),
    QT_TRANSLATE_NOOP("ErrorDetail", "bad escape (end of pattern)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "unknown extension"),
)  # the parts that `load.refuse`, and the library of regular expressions, put into their sentences


def told(path: Path, error: Exception) -> str:
    """Say in one sentence of the current language why a file could not be opened and what to do."""
    translate = QCoreApplication.translate
    if not isinstance(error, ReaderError):
        sentence = translate("Error", "“{name}” could not be opened because of an error in the program.")
        return sentence.format(name=path.name)
    if error.code not in SENTENCES:
        return str(error)
    params = {
        key: translate("ErrorDetail", value) if value in DETAILS else value for key, value in error.params.items()
    }
    return translate("Error", SENTENCES[error.code]).format(**params | {"name": path.name})
