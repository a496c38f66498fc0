"""Guess the encoding of bytes that carry no mark and are not strict UTF-8.

GB18030 and Big5 often both decode the same bytes, so being decodable proves little. Each candidate's reading of a
sample is scored by how much of it is what Chinese texts are made of; only where none convinces is a general
detector asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from reader.load.bytes_to_text import decode_marked
from reader.load.han import COMMON, everyday

SAMPLE_BYTES = 1 << 15  # some 16,000 Han characters are plenty
CONVINCING = 0.4  # mean weight of a character; Chinese prose reaches 0.6 to 0.9, a wrong reading 0.0 to 0.3
CERTAIN, CHANCE_BYTES = 0.8, 24  # what overrules valid UTF-8: so high a score, in so few bytes beyond ASCII
BINARY_CONTROLS = 0.05  # share of control bytes above which bytes are no text; UTF-16 is looked for before

# name, codec that decodes the sample; at equal score the first wins
_CHINESE = (("gb18030", "gb18030"), ("big5", "cp950"))
_UTF8 = ("utf-8", "utf-8")
_WIDE = (("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"))
_DETECTABLE = (
    *("cp932", "euc_jp", "cp949", "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254"),
    *("gb18030", "big5"),
)
"""What the detector may answer; where it finds several equally likely, the first of these."""

_PUNCTUATION = frozenset("，。、：；！？“”‘’（）《》「」『』〈〉【】—…·　％")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")  # not ^Z, an old end of file, nor ESC
_ASCII_BYTES = re.compile(rb"[\x00-\x7f]+")
_SCRIPTS = (("\u00c0", "\u052f"), ("\u3040", "\u30ff"), ("\uac00", "\ud7a3"))  # Latin to Cyrillic, kana, Hangul
_ASCII_RUN = re.compile(r"[\x00-\x7f]+")


def sample_of(data: bytes) -> bytes:
    """Return the part to judge by: from the first byte beyond ASCII on, where encodings differ."""
    first = None if data.isascii() else _NON_ASCII.search(data)
    start = first.start() & ~3 if first else 0  # whole characters of UTF-16 and UTF-32 stay whole
    return data[start : start + SAMPLE_BYTES].rstrip(b"\0")


def is_binary(sample: bytes) -> bool:
    """Tell whether bytes are no text; NULs and controls may stand in a damaged text, but few."""
    return len(_CONTROLS.findall(sample)) > BINARY_CONTROLS * len(sample)


def guess_wide(sample: bytes) -> str | None:
    """Name the UTF-16 without a byte order mark that the bytes are in, or None.

    Asked first where there are NULs, as Latin text in UTF-16 is valid UTF-8 full of NULs.
    """
    name, score = _best(sample, _WIDE, _weigh_any_script)
    return name if score >= CONVINCING else None


def is_chance_utf8(sample: bytes) -> bool:
    """Tell whether a few Chinese characters happen to be valid UTF-8, as 通知 and 联通 in GB 2312 are.

    Two bytes of GB 2312 can only pass for a letter below U+0800, which Chinese texts in UTF-8 hardly have.
    """
    foreign = _ASCII_BYTES.sub(b"", sample)
    if not 4 <= len(foreign) <= CHANCE_BYTES or any(char >= "\u0800" for char in foreign.decode("utf-8", "ignore")):
        return False
    return _best(sample, _CHINESE)[1] >= CERTAIN


def guess(sample: bytes) -> tuple[str, bool] | None:
    """Name the likeliest encoding and tell whether the bytes alone decided; None where nothing fits."""
    name, score = _best(sample, (_UTF8, *_CHINESE, *_WIDE))
    if score >= CONVINCING:
        return name, True
    detected, has_language = _detect(sample)
    if detected and (has_language or score <= 0):
        return detected, False
    return (name, False) if score > 0 else None


def convinces(sample: bytes, name: str) -> bool:
    """Tell whether bytes read in a named encoding are Chinese prose, or at least no worse than in any other."""
    codecs = dict((_UTF8, *_CHINESE, *_WIDE))
    if name not in codecs:
        return (
            decode_marked(sample, name, final=False).isprintable() or _best(sample, (_UTF8, *_CHINESE))[1] < CONVINCING
        )
    score = _best(sample, ((name, codecs[name]),))[1]
    return score >= CONVINCING or score >= _best(sample, (_UTF8, *_CHINESE))[1] > 0


def _best(
    sample: bytes, candidates: tuple[tuple[str, str], ...], weigh: Callable[[str], float] | None = None
) -> tuple[str, float]:
    """Return the candidate whose reading of the sample scores highest."""
    weigh = weigh or _weigh
    readings = ((name, decode_marked(sample, codec, final=False)) for name, codec in candidates)
    scored = ((name, _score(text, name, _weigh_utf8 if name == "utf-8" else weigh)) for name, text in readings)
    return max(scored, key=lambda row: row[1])


def _score(reading: str, name: str, weigh: Callable[[str], float]) -> float:
    """Rate a reading from about -2 (noise) to 1 (Chinese prose): the mean weight of its telling characters.

    ASCII tells nothing, but in UTF-16: there it can only come about as every second byte a zero.
    """
    counts = Counter(reading if name.startswith("utf-16") else _ASCII_RUN.sub("", reading))
    total = sum(counts.values())
    return sum(weigh(char) * count for char, count in counts.items()) / total if total else 0.0


def _weigh_utf8(char: str) -> float:
    """Weigh a character beyond ASCII that UTF-8 gives: valid sequences hardly come about by chance, long ones least."""
    if "\ud800" <= char <= "\udfff":
        return -2.0
    return 1.0 if char >= "\u0800" else 0.7


def _weigh(char: str) -> float:
    """Weigh a character by whether Chinese texts use it."""
    if char in COMMON:
        return 1.0
    if char in _PUNCTUATION or " " <= char <= "~" or char in "\t\r\n":
        return 0.8
    if char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\uf8ff" or char >= "\U000f0000":
        return -2.0  # a control, an unreadable byte or for private use
    return 0.15 if char in everyday() else 0.0


def _weigh_any_script(char: str) -> float:
    """Weigh a character by whether any of the likely scripts uses it."""
    return 0.5 if any(first <= char <= last for first, last in _SCRIPTS) else _weigh(char)


def _detect(sample: bytes) -> tuple[str | None, bool]:
    """Ask a general detector, for what is not Chinese, and tell whether it found a language.

    Its import costs 30 ms, so it waits until here.
    """
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=list(_DETECTABLE))
    best = matches.best()
    if best is None:
        return None, False
    equal = (match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence))
    ties = {codec for match in equal for codec in match.could_be_from_charset}
    return next((codec for codec in _DETECTABLE if codec in ties), best.encoding), best.coherence > 0
