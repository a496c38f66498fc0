"""Every pattern of the package, and how it is asked: found in its modules and in their calls."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tests.architecture.code import Module, read_modules

PACKAGE = Path(__file__).resolve().parents[2] / "reader"
EVERYWHERE = {"search", "finditer", "findall", "sub", "subn", "split", "scanner"}  # what tries each place of a text
ASKS = EVERYWHERE | {"match", "fullmatch"}


class Pattern(NamedTuple):
    """One pattern: where it stands, what it says, and whether a text is tried at each place or at one."""

    place: str
    regex: re.Pattern[Any]
    everywhere: bool


@cache
def patterns() -> dict[str, Pattern]:
    """Return all patterns by their text, those of the window as far as it can be imported."""
    modules = read_modules(PACKAGE)
    asked = _asked(modules)
    found: dict[str, Pattern] = {}
    for name, module in modules.items():
        if module.is_package or name.startswith("reader.ui") and not find_spec("PySide6") or name.endswith("__main__"):
            continue
        loaded = import_module(name)
        owned = _come_from(module)
        for held, regex in _held(loaded):
            if held not in owned:
                ways = asked.get(f"{name}.{held}", EVERYWHERE)
                _add(found, f"{name}.{held}", regex, bool(ways & EVERYWHERE))
        for place, way, regex in _called(module, loaded):
            _add(found, place, regex, way in EVERYWHERE)
    return found


def _add(found: dict[str, Pattern], place: str, regex: re.Pattern[Any], everywhere: bool) -> None:
    key = f"{regex.pattern!r} {regex.flags}"
    if key not in found or everywhere:
        found[key] = Pattern(place, regex, everywhere)


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Give the patterns that a module keeps, in tables too, and their names."""
    for name, value in vars(module).items():
        for regex in _within(value):
            yield name, regex


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif type(value).__name__ == "_Rare":
        rare: Any = value
        yield re.compile(rare._pattern, rare._flags)
    elif isinstance(value, Mapping) and depth < 3:
        for inner in (*value.keys(), *value.values()):
            yield from _within(inner, depth + 1)
    elif isinstance(value, tuple | list | frozenset) and depth < 3:
        for inner in value:
            yield from _within(inner, depth + 1)


def _called(module: Module, loaded: ModuleType) -> Iterator[tuple[str, str, re.Pattern[Any]]]:
    """Give the patterns that stand in calls of `re`, as far as they are made of what the module holds."""
    for node in module.nodes:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re") or node.func.attr not in ASKS:
            continue
        try:
            said = eval(compile(ast.Expression(node.args[0]), module.name, "eval"), vars(loaded))
        except NameError:  # made of what a function knows
            continue
        yield f"{module.name}:{node.lineno}", node.func.attr, re.compile(said)


def _asked(modules: Mapping[str, Module]) -> dict[str, set[str]]:
    """Tell with which methods each pattern is asked: NUMBERED.match; one that is handed about may be asked anything."""
    asked: dict[str, set[str]] = {}
    for name, module in modules.items():
        come_from = _come_from(module)
        inside = {id(node.value) for node in module.nodes if isinstance(node, ast.Attribute)}
        for node in module.nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                asked.setdefault(come_from.get(node.value.id, f"{name}.{node.value.id}"), set()).add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in inside:
                asked.setdefault(come_from.get(node.id, f"{name}.{node.id}"), set()).update(EVERYWHERE)
    return asked


def _come_from(module: Module) -> dict[str, str]:
    """Tell where the names that a module imports were made."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in module.nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
