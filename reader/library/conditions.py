"""From a question to SQL: what the index answers in one go, and what narrows its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.library.folding import phrase
from reader.library.query import Asking, Either, Every, Narrow, Tree, Without

Values = list[str | float]
UNREAD = "NOT EXISTS (SELECT 1 FROM temp.seen s WHERE s.edition = i.edition AND s.key = a.key)"
KINDS = {"amount": "money", "percent": "percent"}
HAS = {
    "deadline": "a.deadlines > 0",
    "figure": "a.figures > 0",
    "contact": "a.contacts > 0",
    "amount": "EXISTS (SELECT 1 FROM figures f WHERE f.article = a.id AND f.kind = 'money')",
    "percent": "EXISTS (SELECT 1 FROM figures f WHERE f.article = a.id AND f.kind = 'percent')",
    "person": "EXISTS (SELECT 1 FROM names n WHERE n.article = a.id AND n.kind = 'person')",
    "org": "EXISTS (SELECT 1 FROM names n WHERE n.article = a.id AND n.kind = 'org')",
    "tag": "EXISTS (SELECT 1 FROM temp.labels l WHERE l.sha256 = i.sha256 AND l.label <> '*')",
}
IS = {
    "unread": f"(a.key <> '' AND {UNREAD})",
    "read": f"(a.key <> '' AND NOT {UNREAD})",
    "starred": "EXISTS (SELECT 1 FROM temp.labels l WHERE l.sha256 = i.sha256 AND l.label = '*')",
    "missing": "NOT EXISTS (SELECT 1 FROM files e WHERE e.sha256 = i.sha256 AND e.is_missing = 0)",
}


@dataclass
class Asked:
    """A question made ready: what the index is asked, empty where nothing, and the conditions beside it."""

    match: str = ""
    conditions: list[str] = field(default_factory=list)
    values: Values = field(default_factory=list)
    needs_marks: bool = False  # what was read, or tags and stars


def asked(tree: Tree) -> Asked:
    """Make a question ready."""
    parts = tree.parts if isinstance(tree, Every) else (tree,)
    indexed = [part for part in parts if _match(part) is not None]
    ready = Asked(_match_all(indexed) or "")
    for part in parts:
        if not ready.match or part not in indexed:
            ready.conditions.append(_condition(part, ready.values))
    ready.needs_marks = any("temp." in condition for condition in ready.conditions)
    return ready


def _match(tree: Tree) -> str | None:
    """Return the question of the index for a tree that it can answer alone; what is only excluded it cannot."""
    match tree:
        case Asking(form, _, in_title):
            return f"title : {phrase(form)}" if in_title else phrase(form)
        case Either(parts):
            told = [_match(part) for part in parts]
            ok = all(each and each[0] != "\0" for each in told)
            return " OR ".join(f"({each})" for each in told) if ok else None
        case Every(parts):
            return _match_all(parts)
        case Without(part):
            inner = _match(part)
            return f"\0{inner}" if inner and inner[0] != "\0" else None
    return None


def _match_all(parts: Sequence[Tree]) -> str | None:
    told = [_match(part) for part in parts]
    wanted = [f"({each})" for each in told if each and each[0] != "\0"]
    if None in told or not wanted:
        return None
    unwanted = "".join(f" NOT ({each[1:]})" for each in told if each and each[0] == "\0")
    return f"({' AND '.join(wanted)}){unwanted}"


def _condition(tree: Tree, values: Values) -> str:
    match tree:
        case Asking():
            values.append(_match(tree) or "")
            return "a.id IN (SELECT rowid FROM grams WHERE grams MATCH ?)"
        case Either(parts) | Every(parts):
            joint = " OR " if isinstance(tree, Either) else " AND "
            return f"({joint.join(_condition(part, values) for part in parts)})"
        case Without(part):
            return f"NOT {_condition(part, values)}"
        case Narrow():
            return _narrowed(tree, values)


def _narrowed(part: Narrow, values: Values) -> str:
    match part.field:
        case "in":
            values.append(part.value)
            return "instr(i.form, ?) > 0"
        case "org" | "person":
            values.append(part.value)
            return f"a.id IN (SELECT article FROM names WHERE kind = '{part.field}' AND instr(form, ?) > 0)"
        case "tag":
            values.append(part.value)
            return "EXISTS (SELECT 1 FROM temp.labels l WHERE l.sha256 = i.sha256 AND l.label = ?)"
        case "after":  # any day of what is printed
            values.append(part.value)
            return "(i.date <> '' AND i.date || '~' >= ?)"
        case "before":
            values.append(part.value)
            return "(i.date <> '' AND i.date < ?)"
        case "has":
            return HAS[str(part.value)]
        case "is":
            return IS[str(part.value)]
    return _amount(part, values)


def _amount(part: Narrow, values: Values) -> str:
    """Compare the upper end of a range with what it must exceed, and the lower one with what it must not."""
    upper, lower = "coalesce(f.high, f.low)", "f.low"
    if part.sign == "=":
        compared = f"{lower} <= ? AND {upper} >= ?"
        values += [part.value, part.value]
    else:
        compared = f"{upper if part.sign[0] == '>' else lower} {part.sign} ?"
        values.append(part.value)
    unit = ""
    if part.unit:
        unit = " AND f.unit = ?"
        values.append(part.unit)
    told = f"f.kind = '{KINDS[part.field]}' AND typeof(f.low) <> 'text' AND {compared}{unit}"
    return f"EXISTS (SELECT 1 FROM figures f WHERE f.article = a.id AND {told})"
