"""Know an issue again by what it says, whatever its file's name, place, encoding or small changes.

A sketch is the 64 smallest hashes of a text's phrases. The share of them that two texts have in common estimates the
share of their phrases. Source: Broder, On the resemblance and containment of documents (1997).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

SIZE = 64
HASH_BYTES = 8
SAME = 0.4  # share of the phrases that makes two texts editions of one issue
SAME_PLACE = 0.2  # the same where the file has the name and folder of the other
PHRASE_ENDS = re.compile("[。！？；，!?;,.]+")


def sketch(normalised: str) -> bytes:
    """Return the sketch of a text's visible characters."""
    phrases = set(_phrases(normalised))
    hashes = sorted(
        hashlib.blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest() for phrase in phrases
    )
    return b"".join(hashes[:SIZE])


def resemblance(first: bytes, second: bytes) -> float:
    """Estimate the share of phrases that two texts have in common, 0..1."""
    left, right = _hashes(first), _hashes(second)
    both = sorted(left | right)[:SIZE]
    return sum(value in left and value in right for value in both) / len(both) if both else 0.0


def most_alike(wanted: bytes, known: Iterable[tuple[str, bytes, bool]]) -> str | None:
    """Return the key of the most alike text if it is alike enough.

    `known` yields a key, its sketch, and whether its file was in the same place.
    """
    scored = ((resemblance(wanted, other), key, at_place) for key, other, at_place in known)
    alike = [(score, key) for score, key, at_place in scored if score >= (SAME_PLACE if at_place else SAME)]
    return max(alike)[1] if alike else None


def _phrases(text: str) -> Iterator[str]:
    """Yield what stands between two ends of phrases, one by one, so that other threads get their turn."""
    at = 0
    for end in PHRASE_ENDS.finditer(text):
        if end.start() > at:
            yield text[at : end.start()]
        at = end.end()
    if at < len(text):
        yield text[at:]


def _hashes(value: bytes) -> set[bytes]:
    return {value[at : at + HASH_BYTES] for at in range(0, len(value), HASH_BYTES)}
