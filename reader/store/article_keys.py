"""Name the articles of an issue so that a better cleaner or a changed file gives most of them the same name."""

from __future__ import annotations

import hashlib
from collections import Counter

from reader.model.document import Issue
from reader.store.normalised import visible

LENGTH = 16  # hexadecimal digits


def article_keys(issue: Issue) -> dict[str, str]:
    """Return for each node's id a key made of its title, and of its number among those of the same title."""
    seen: Counter[str] = Counter()
    keys = {}
    for node in issue.walk():
        title = visible(node.title.plain)
        seen[title] += 1
        digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
        keys[node.id] = digest if seen[title] == 1 else f"{digest}-{seen[title]}"
    return keys
