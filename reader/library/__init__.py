"""The issues that were ever sent: what was understood of them, kept so that it is found across all.

`IssueLibrary` is the door, `search` asks it, and `reader.library.intake` fills it, which loads all that reads files.
No window is known here.
"""

from reader.library.searching import Answer, ArticleHit, Quote, Traces, search
from reader.library.shelf import FILE_NAME, FileCard, IssueLibrary, IssueRow, Seen

__all__ = [
    "FILE_NAME",
    "Answer",
    "ArticleHit",
    "FileCard",
    "IssueLibrary",
    "IssueRow",
    "Quote",
    "Seen",
    "Traces",
    "search",
]
