"""Find words in an article or an issue: width and case folded, wraps and inner spaces ignored.

search = compile_search(Wish("30亿美元"))
hits = [hit for hit in find(texts_of_issue(issue), search, issue.source.text) if hit is not None]
"""

from reader.find.hits import Hit, find, find_spots, hit_at
from reader.find.search import Search, Wish, compile_search
from reader.find.texts import Readable, TextPlace, texts_of_issue, texts_of_node

__all__ = [
    "Hit",
    "Readable",
    "Search",
    "TextPlace",
    "Wish",
    "compile_search",
    "find",
    "find_spots",
    "hit_at",
    "texts_of_issue",
    "texts_of_node",
]
