"""The issues that were ever sent: what was understood of them, kept so that it is found across all.

`IssueLibrary` is the door, `search` asks it, `planned` and `read_in` fill it. No window is known here.
"""

from reader.library.intake import Plan, Step, planned, read_in
from reader.library.searching import Answer, ArticleHit, Quote, Traces, search
from reader.library.shelf import FILE_NAME, FileCard, IssueLibrary, IssueRow, Seen

__all__ = [
    "FILE_NAME",
    "Answer",
    "ArticleHit",
    "FileCard",
    "IssueLibrary",
    "IssueRow",
    "Plan",
    "Quote",
    "Seen",
    "Step",
    "Traces",
    "planned",
    "read_in",
    "search",
]
