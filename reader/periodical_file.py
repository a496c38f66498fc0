"""The profile of a periodical as a readable file, P.json: read strictly, and written.

{"periodical": {"title": "…", "publisher": "…"},
 "rules": [{"by": "setting", "key": "heading 2", "what": "section", "level": 1, "weight": 1.9, "on": true}]}
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.app.data_folder import data_folder
from reader.app.safe_file import replacing
from reader.model.document import Issue
from reader.model.errors import CannotRead, ReaderError
from reader.periodical import KINDS, Profile, ProfileRule

FOLDER = "periodicals"
NAME_LONGEST = 60  # characters of the name of a file
WAYS = ("setting", "name")
FIELDS = {"by": str, "key": str, "what": str, "level": int, "weight": float, "on": bool}
NOT_THERE = "“{path}” cannot be read ({reason}); name the profile of a periodical."
NO_PROFILE = "“{path}” is no profile of a periodical: {problem}."


def read_profile(path: Path) -> Profile:
    """Read a profile; raise `ReaderError` with one sentence where the file is none."""
    try:
        told: Any = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CannotRead(NOT_THERE, path=str(path), reason=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise CannotRead(NO_PROFILE, path=str(path), problem="it is no JSON") from error
    try:
        return _profile(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = str(error) if isinstance(error, ValueError) else "it lacks “periodical” or “rules”"
        raise CannotRead(NO_PROFILE, path=str(path), problem=problem) from error


def _profile(told: Any) -> Profile:
    head = told["periodical"]
    rules = tuple(_rule(number, row) for number, row in enumerate(told["rules"], 1))
    return Profile(str(head.get("title") or ""), str(head.get("publisher") or ""), rules)


def _rule(number: int, row: Any) -> ProfileRule:
    """Read a rule; raise `ValueError` with what is wrong with it."""
    if not isinstance(row, dict) or set(row) - set(FIELDS) or row.get("by") not in WAYS or row.get("what") not in KINDS:
        raise ValueError(f"rule {number} needs “by” of {', '.join(WAYS)} and “what” of {', '.join(KINDS)}")
    rule = {"level": 0, "weight": 0.0, "on": True, **row}
    rule["weight"] = float(rule["weight"]) if isinstance(rule["weight"], int | float) else rule["weight"]
    if wrong := [name for name, kind in FIELDS.items() if not isinstance(rule.get(name), kind)]:
        raise ValueError(f"rule {number} has a “{wrong[0]}” of another kind")
    return ProfileRule(rule["by"], rule["key"], rule["what"], rule["level"], rule["weight"], rule["on"])


def profile_as_json(profile: Profile) -> str:
    """Write a profile as `read_profile` reads it."""
    rules = [
        {"by": r.by, "key": r.key, "what": r.what, "level": r.level, "weight": r.weight, "on": r.is_on}
        for r in profile.rules
    ]
    told = {"periodical": {"title": profile.title, "publisher": profile.publisher}, "rules": rules}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def profile_path(title: str) -> Path:
    """Return where the profile of a periodical is kept in the data folder."""
    name = "".join(char if char.isalnum() else "_" for char in title)[:NAME_LONGEST]
    return data_folder() / FOLDER / f"{name}.json"


def kept_profile(issue: Issue) -> Profile | None:
    """Return what is kept of the periodical of an issue; nothing where nothing is, or cannot be read."""
    title = issue.masthead.title.text
    path = profile_path(title) if title else None
    if path is None or not path.exists():
        return None
    try:
        profile = read_profile(path)
    except ReaderError:
        return None
    return profile if profile.is_of(issue) else None


def keep_profile(profile: Profile) -> None:
    """Keep the profile of a periodical; raise `OSError` where that cannot be."""
    path = profile_path(profile.title)
    path.parent.mkdir(0o700, parents=True, exist_ok=True)
    with replacing(path) as part:
        part.write_text(profile_as_json(profile), "utf-8")
