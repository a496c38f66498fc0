"""What a person set right in an outline as a file, C.json: read strictly, and written.

{"corrections": [{"what": "article", "quote": "…", "prefix": "…", "suffix": "…", "level": 1, "value": null}]}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from reader.model.amendments import FACTS, Amendment
from reader.model.errors import CannotRead, ReaderError
from reader.model.kinds import AmendmentKind, DropReason
from reader.pipeline import Composed

KINDS = get_args(AmendmentKind)
REASONS = get_args(DropReason)
FIELDS = ("what", "quote", "prefix", "suffix", "level", "value")
DEEPEST = 20  # level of a heading
SHOWN = 40  # characters of a quote in a sentence
NOT_THERE = "“{path}” cannot be read ({reason}); name a file of corrections."
NO_JSON = "“{path}” is no JSON; a file of corrections begins with {{“corrections”: [."
NO_LIST = "“{path}” holds no list “corrections” and nothing else; see inspect --help."
WRONG = "“{path}”: correction {number} {problem}."
UNPLACED = "not placed: {what} “{quote}”"
WHOLE = "“{path}” tells the whole outline: headings that are not in it are text."


def read_amendments(path: Path) -> tuple[Amendment, ...]:
    """Read a file of corrections; raise `ReaderError` with one sentence where it is none."""
    try:
        told = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CannotRead(NOT_THERE, path=str(path), reason=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise CannotRead(NO_JSON, path=str(path)) from error
    if not isinstance(told, dict) or set(told) != {"corrections"} or not isinstance(told["corrections"], list):
        raise CannotRead(NO_LIST, path=str(path))
    found = []
    for number, row in enumerate(told["corrections"], 1):
        try:
            found.append(amendment_of(row))
        except ValueError as error:
            raise CannotRead(WRONG, path=str(path), number=number, problem=str(error)) from error
    return tuple(found)


def amendment_of(row: object) -> Amendment:
    """Read one correction; raise `ValueError` with what is wrong with it."""
    if not isinstance(row, dict):
        raise ValueError("is no object")
    if strange := [name for name in row if name not in FIELDS]:
        raise ValueError(f"has an unknown field “{strange[0]}”")
    level: Any = row.get("level")
    what: Any = row.get("what")
    if what not in KINDS:
        raise ValueError(f"needs a “what” of {', '.join(KINDS)}")
    for name in ("quote", "prefix", "suffix"):
        if not isinstance(row.get(name) or "", str):
            raise ValueError(f"has a “{name}” that is no text")
    if not (row.get("quote") or "").strip() and what != "issue":
        raise ValueError("needs a “quote”: the words at its place")
    if level is not None and (not isinstance(level, int) or isinstance(level, bool) or not 0 <= level <= DEEPEST):
        raise ValueError(f"has a “level” that is no number from 1 to {DEEPEST}")
    quote, prefix, suffix = (row.get(name) or "" for name in ("quote", "prefix", "suffix"))
    return Amendment(what, quote, prefix, suffix, level or 0, **_valued(what, row.get("value")))


def _valued(what: AmendmentKind, value: object) -> dict[str, Any]:
    """Read the value of a correction as the field of an `Amendment` that it is."""
    if what == "issue":
        if not isinstance(value, dict) or not value or set(value) - set(FACTS):
            raise ValueError(f"needs a “value” with {', '.join(FACTS)}")
        if not all(fact is None or isinstance(fact, str) for fact in value.values()):
            raise ValueError("has a fact of the issue that is no text")
        return {"facts": tuple((name, value[name] or "") for name in FACTS if name in value)}
    if value in (None, ""):
        return {}
    if what == "byline":
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
            raise ValueError("needs a name, or a list of names, as its “value”")
        return {"names": tuple(names)}
    if what == "leave-out" and value in REASONS:
        return {"reason": value}
    raise ValueError("has a “value” that says nothing for its “what”")


def as_json(amendments: Sequence[Amendment]) -> str:
    """Write corrections as `read_amendments` reads them."""
    rows = [_row(amendment) for amendment in amendments]
    return json.dumps({"corrections": rows}, ensure_ascii=False, indent=1) + "\n"


def _row(amendment: Amendment) -> Mapping[str, Any]:
    value: Any = dict(amendment.facts) or list(amendment.names) or amendment.reason or None
    names = ("what", "quote", "prefix", "suffix")
    return {**{name: getattr(amendment, name) for name in names}, "level": amendment.level or None, "value": value}


def tell_unplaced(found: Composed, file: Path | None = None) -> None:
    """List on standard error what has no place in a bulletin, and that a file was taken for its whole outline."""
    if found.is_whole and file:
        _say(ReaderError(WHOLE, path=str(file)))
    for amendment in found.unplaced:
        quote = " ".join(amendment.quote.split())
        shown = quote if len(quote) <= SHOWN else quote[:SHOWN] + "…"
        _say(ReaderError(UNPLACED, what=amendment.what, quote=shown))


def _say(sentence: ReaderError) -> None:
    print(f"bulletin-reader: {sentence}", file=sys.stderr)
