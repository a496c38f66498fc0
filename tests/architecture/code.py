"""Read source files as syntax trees and answer questions about them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
REASON_AT = {"Dropped": 2, "LeftOut": 0, "leave_out": 2, "_drop": 2, "_drop_whole": 1}  # which argument is the reason
MUTABLE_MAKERS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
MUTATING_METHODS = {
    *("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "add", "discard"),
    *("update", "setdefault", "popitem", "appendleft", "popleft", "extendleft", "intersection_update"),
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One module: its dotted name and its text."""

    name: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """The module as a syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All nodes of the tree, walked once however much is asked of them."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imports(self) -> frozenset[str]:
        """Dotted names of all it imports anywhere; `from a import b` counts as `a` and `a.b`."""
        return frozenset(name for node in self.nodes for name in _imported(node))

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())


def read_modules(package: Path) -> dict[str, Module]:
    """Read every module below `package` by its dotted name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
    return found


def is_within(name: str, packages: Iterable[str]) -> bool:
    """Tell whether a dotted name is one of `packages` or lies below one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def top_names(module: Module) -> set[str]:
    """Name the top packages that a module imports."""
    return {name.partition(".")[0] for name in module.imports}


def inner_imports(module: Module, modules: Mapping[str, Module]) -> set[str]:
    """Name the modules among `modules` that `module` imports."""
    return {name for name in module.imports if name in modules and name != module.name}


def import_cycle(modules: Mapping[str, Module]) -> list[str]:
    """Return the modules of one import cycle, the first repeated at the end; empty when there is none."""
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for target in sorted(_needed(modules[name], modules)):
            cycle = visit(target, [*path, name])
            if cycle:
                return cycle
        done.add(name)
        return []

    return next((cycle for name in modules if (cycle := visit(name, []))), [])


def long_functions(module: Module, limit: int) -> list[str]:
    """List the functions that span more than `limit` lines, decorators aside."""
    return [
        f"{module.name}.{node.name} has {length} lines"
        for node in module.nodes
        if isinstance(node, FUNCTIONS) and (length := (node.end_lineno or 0) - node.lineno + 1) > limit
    ]


def imports_at_start(module: Module) -> set[str]:
    """Name what is imported as soon as a module is, not first in a function or for the type checker alone."""
    return {name for node in module.tree.body for name in _imported(node)}


def star_imports(module: Module) -> list[str]:
    """List the star imports of a module."""
    return [
        f"{module.name}: from {node.module} import *"
        for node in module.nodes
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def mutated_globals(module: Module) -> list[str]:
    """List where a module changes its own module-level names after it is loaded."""
    names = _mutable_names(module.tree)
    found = []
    for node in module.nodes:
        if isinstance(node, ast.Global):
            found.append(f"{module.name}:{node.lineno} global {', '.join(node.names)}")
    for function in module.nodes:
        if isinstance(function, FUNCTIONS):
            own = _local_names(function)
            found += [
                f"{module.name}:{line} changes {name}" for name, line in _changes(function) if name in names - own
            ]
    return found


def class_names(module: Module) -> list[str]:
    """List the classes of a module."""
    return [node.name for node in module.nodes if isinstance(node, ast.ClassDef)]


def compared_words(module: Module, names: set[str]) -> set[str]:
    """Return the strings that are compared with an attribute, or what a method of that name returns."""
    return {
        word.value
        for node in module.nodes
        if isinstance(node, ast.Compare) and _asked(node.left) in names
        for side in node.comparators
        for word in ast.walk(side)
        if isinstance(word, ast.Constant) and isinstance(word.value, str) and word.value
    }


def drop_reasons(module: Module) -> Iterator[str]:
    """Yield the reasons for which a module leaves out text: of its calls, its rows, its `drop:` parts and constants."""
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("drop:"):
            yield from filter(None, [node.value.removeprefix("drop:")])
        elif isinstance(node, ast.Call):
            yield from _reasons_given(node)
        elif isinstance(node, ast.Assign) and any(_asked(target) == "reason" for target in node.targets):
            yield from _words(node.value)


def _reasons_given(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in REASON_AT:
        for given in call.args[REASON_AT[name] : REASON_AT[name] + 1]:
            yield from _words(given)
    elif name == "Hint" and call.args and "furniture" in _words(call.args[0]):
        for given in (*call.args[3:], *(word.value for word in call.keywords if word.arg == "data")):
            yield from _words(given)
    for word in call.keywords:
        if word.arg == "reason":
            yield from _words(word.value)


def _words(side: ast.expr) -> list[str]:
    """Return the strings of an expression, of one put together its beginning."""
    if isinstance(side, ast.JoinedStr):
        return _words(side.values[0])
    if isinstance(side, ast.Constant):
        return [side.value] if isinstance(side.value, str) and side.value else []
    inner = (side.body, side.orelse) if isinstance(side, ast.IfExp) else ()
    return [word for part in inner for word in _words(part)]


def _asked(side: ast.expr) -> str:
    """Name the attribute or the method that one side of a comparison asks for."""
    asked = side.func if isinstance(side, ast.Call) else side
    return asked.attr if isinstance(asked, ast.Attribute) else ""


def sample_texts(module: Module, grams: frozenset[str], length: int) -> list[str]:
    """List the runs of `length` Han characters that a module shares with the samples' `grams`."""
    return sorted({gram for gram in han_grams(module.text, length) if gram in grams})


def han_grams(text: str, length: int) -> Iterator[str]:
    """Yield every run of `length` Han characters of a text, line ends and spaces closed."""
    for run in HAN_RUN.findall(re.sub(r"\s+", "", text)):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _needed(module: Module, modules: Mapping[str, Module]) -> set[str]:
    """Give the modules that must be loaded for `module`; `from a import b` needs `a` only for its own names."""
    needed = inner_imports(module, modules)
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and node.module in needed:
            submodules = [f"{node.module}.{alias.name}" in modules for alias in node.names]
            if all(submodules) and modules[node.module].is_package:
                needed.discard(node.module)
    return needed


def _mutable_names(tree: ast.Module) -> set[str]:
    """Name what is bound to a list, dict or set when the module is loaded."""
    names = set()
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if _is_mutable(value):
            names.update(target.id for target in targets if isinstance(target, ast.Name))
    return names


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        return name in MUTABLE_MAKERS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def _local_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    arguments = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
    bound = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return arguments | bound


def _changes(function: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each name whose contents a function changes, with the line."""
    for node in ast.walk(function):
        target: ast.expr | None = None
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            target = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATING_METHODS:
            target = node.func.value
        if isinstance(target, ast.Name):
            yield target.id, target.lineno
