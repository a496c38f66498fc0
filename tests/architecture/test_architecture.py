"""The rules that keep the parts apart: each test is one sentence of the design."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from reader.model import kinds
from tests.architecture import code
from tests.architecture.code import Module

ROOT = Path(__file__).resolve().parents[2]
MODULES = code.read_modules(ROOT / "reader")

KINDS = "reader.model.kinds"
GROUND = (
    "reader.model.document",
    "reader.model.errors",
    "reader.text.fold",
    KINDS,
    "reader.model.amendments",
    "reader.model.marks",
    "reader.model.mentions",
    "reader.app.safe_file",
)
FRONT_DOOR = ("reader.bootstrap", "reader.app.paths", "reader.app.system_libraries")
STAGES = ("reader.load", "reader.label", "reader.compose", "reader.extract")
PARTS = (*STAGES, "reader.store", "reader.export", "reader.find", "reader.pictures.pages")
# what labelling hands to composition, the shapes both know, and what the window and the files show alike
SHARED = (
    "reader.model.draft",
    "reader.text.patterns",
    "reader.pictures.facts",
    "reader.model.shown",
    "reader.text",
    "reader.model.verbatim",
)
OPEN_TO_PARTS = (
    *GROUND,
    *SHARED,
    "reader.words",
    "reader.model.base_units",
    "reader.app.paths",
    "reader.app.data_folder",
    "reader.pictures.pdfium",
)  # and where shipped data lies

# library → the only places that may import it
HOMES = {
    "PySide6": ("reader.ui",),
    "shiboken6": ("reader.ui",),
    "bs4": ("reader.load",),
    "lxml": ("reader.load",),
    "docx": ("reader.load", "reader.export"),
    "markdown_it": ("reader.load",),
    "html": ("reader.load", "reader.export", "reader.ui"),
    "pypdfium2": ("reader.pictures.pdfium",),
    "charset_normalizer": ("reader.load",),
    "sqlite3": ("reader.store", "reader.library"),
    "platformdirs": ("reader.app.data_folder",),
    "regex": ("reader.find",),
    "jieba": ("reader.words",),
    "typst": ("reader.export",),
    "pypinyin": ("reader.ui",),
    "phonenumbers": ("reader.extract",),
    "olefile": ("reader.load",),
    "xlsxwriter": ("reader.export",),
    "vobject": ("reader.export",),
    "icalendar": ("reader.export",),
}
NETWORK = {"http", "urllib", "socket", "ssl", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"}
SLOW_TO_LOAD = (
    "PySide6",
    "jieba",
    "charset_normalizer",
    "pypinyin",
    "bs4",
    "regex",
    "lxml",
    "markdown_it",
    "docx",
    "typst",
    "pypdfium2",
)

UI_ROOMS = ("kit", "session", "paper", "article", "commands", "features", "window")  # each knows those before it
FEATURE_FORM = "reader.ui.features.feature"

MODULE_LINES = 500
FUNCTION_LINES = 60
SAMPLE_RUN = 8  # Han characters; shorter runs are words of the family

TOP_LEVEL = {"LICENSE", "README.md", "pyproject.toml", "reader", "requirements.lock", "resources", "seeds", "tests"}
TEXT_FILES = {".py", ".md", ".toml", ".lock", ".json", ".txt", ".qss", ".ts", ".svg", ".cfg", ".yml", ".sh", ""}
REGISTRIES = (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("anaconda", "org"), ("tuna.tsinghua", "edu"))


def _below(*packages: str) -> Iterator[Module]:
    return (module for name, module in MODULES.items() if code.is_within(name, packages))


def _strangers(module: Module) -> set[str]:
    """Name what a module imports beyond the standard library and the reader."""
    return code.top_names(module) - set(sys.stdlib_module_names) - {"reader"}


def test_the_ground_imports_the_standard_library_and_the_kinds_alone() -> None:
    wrong = {
        m.name: outside
        for m in _below(*GROUND)
        if (outside := _strangers(m) | (code.inner_imports(m, MODULES) - {"reader", KINDS}))
    }
    assert wrong == {}


def test_what_is_compared_with_a_role_or_a_kind_is_one() -> None:
    known = {word for name, kind in vars(kinds).items() if name[:1].isupper() for word in get_args(kind)}
    wrong = {
        module.name: strange
        for module in _below("reader.label", "reader.compose", "reader.find")
        if (strange := code.compared_words(module, {"role", "kind"}) - known)
    }
    assert wrong == {}


def test_what_is_left_out_is_left_out_for_a_known_reason() -> None:
    known = set(get_args(kinds.DropReason))
    wrong = {
        module.name: strange
        for module in _below("reader.load", "reader.label", "reader.compose")
        if (strange := {reason for reason in code.drop_reasons(module) if reason.partition(":")[0] not in known})
    }
    assert wrong == {}
    words = (
        word.value
        for m in _below("reader.load", "reader.label", "reader.compose", "reader.model.draft")
        for word in m.nodes
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    )
    assert known - {word.removeprefix("drop:").partition(":")[0] for word in words} == set()


def test_what_stages_share_stands_on_the_ground() -> None:
    allowed = {"reader", "reader.app.paths", *GROUND, *SHARED, *(m.name for m in _below(*SHARED))}
    wrong = {
        module.name: outside
        for module in _below(*SHARED)
        if (outside := _strangers(module) | (code.inner_imports(module, MODULES) - allowed))
    }
    assert wrong == {}


def test_the_front_door_opens_without_any_package_installed() -> None:
    wrong = {
        module.name: outside
        for module in _below(*FRONT_DOOR)
        if (
            outside := _strangers(module)
            or {n for n in code.inner_imports(module, MODULES) if n not in {"reader", "reader.app", *FRONT_DOOR}}
        )
    }
    assert wrong == {}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_the_ground_and_words_and_no_other_part(part: str) -> None:
    wrong = {
        module.name: outside
        for module in _below(part)
        if (
            outside := {n for n in code.inner_imports(module, MODULES) if not code.is_within(n, (part, *OPEN_TO_PARTS))}
            - {"reader"}
        )
    }
    assert wrong == {}


def test_only_the_pipeline_imports_the_stages() -> None:
    wrong = {
        module.name: stages
        for module in MODULES.values()
        if not code.is_within(module.name, (*STAGES, "reader.pipeline"))
        and (stages := {name for name in module.imports if code.is_within(name, STAGES)})
    }
    assert wrong == {}


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_where_it_lives(library: str) -> None:
    wrong = [
        m.name for m in MODULES.values() if library in code.top_names(m) and not code.is_within(m.name, HOMES[library])
    ]
    assert wrong == []


def test_no_module_can_reach_the_network() -> None:
    wrong = {m.name: reach for m in MODULES.values() if (reach := code.top_names(m) & NETWORK)}
    assert wrong == {}
    assert [m.name for m in MODULES.values() if "PySide6.QtNetwork" in m.imports] == []


@pytest.mark.parametrize(
    "module", [name for name in ("reader.pipeline", "reader.store", "reader.find", "reader.cli") if name in MODULES]
)
def test_importing_a_part_without_a_window_loads_nothing_slow(module: str) -> None:
    probe = f"import sys, {module}; print(*[name for name in {SLOW_TO_LOAD!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_there_are_no_import_cycles() -> None:
    assert code.import_cycle(MODULES) == []


def test_there_are_no_star_imports() -> None:
    assert [star for module in MODULES.values() for star in code.star_imports(module)] == []


def test_no_module_keeps_state_that_changes() -> None:
    assert [change for module in MODULES.values() for change in code.mutated_globals(module)] == []


def test_a_class_name_stands_for_one_thing() -> None:
    """The loaders of two formats may name their own things alike; nobody else shares a name with anybody."""
    homes: dict[str, set[str]] = defaultdict(set)
    for module in MODULES.values():
        for name in code.class_names(module):
            homes[name].add(module.name)
    wrong = {name: where for name, where in homes.items() if len(where) > 1}
    assert {n: where for n, where in wrong.items() if not all(code.is_within(m, ("reader.load",)) for m in where)} == {}


def test_models_import_no_widgets() -> None:
    assert [m.name for m in _ui("_model") if "PySide6.QtWidgets" in m.imports] == []


def test_panels_import_no_panels() -> None:
    assert {m.name: near for m in _ui("_panel") if (near := _panels_of(m))} == {}


def test_only_the_window_and_the_features_connect_panels() -> None:
    joints = ("main_window", ".feature")
    assert [m.name for m in _below("reader.ui") if _panels_of(m) and not m.name.endswith(joints)] == []


def test_no_arrow_leads_upwards_in_the_window() -> None:
    wrong = {
        module.name: above
        for module in _below(*(f"reader.ui.{room}" for room in UI_ROOMS))
        if (above := {n for n in code.inner_imports(module, MODULES) if _height(n) > _height(module.name)})
    }
    assert wrong == {}


def test_features_do_not_know_each_other() -> None:
    wrong = {
        module.name: others
        for module in _below("reader.ui.features")
        if (
            others := {n for n in code.inner_imports(module, MODULES) if _feature(n) not in ("", _feature(module.name))}
        )
    }
    assert wrong == {}


def test_a_feature_s_form_loads_nothing_of_what_the_feature_shows() -> None:
    """What a feature needs it imports in its methods, when it is first wanted."""
    wrong = {
        module.name: early
        for module in _ui(".feature")
        if module.name != FEATURE_FORM
        and (early := {name for name in code.imports_at_start(module) if _feature(name) == _feature(module.name)})
    }
    assert wrong == {}


def test_every_format_that_is_read_is_offered_and_no_other() -> None:
    from reader.load import LOADERS
    from reader.ui.kit.file_kinds import KINDS

    offered = [name for kind in KINDS for name in kind.formats]
    assert set(offered) == {loader.format for loader in LOADERS}, "see the rows of reader/ui/kit/file_kinds.py"


def test_modules_are_short() -> None:
    assert {m.name: m.lines for m in MODULES.values() if m.lines > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    assert [line for module in MODULES.values() for line in code.long_functions(module, FUNCTION_LINES)] == []


def test_no_code_knows_a_sample_file() -> None:
    seeds = sorted((ROOT / "seeds").iterdir())
    grams = frozenset(gram for path in seeds for gram in code.han_grams(path.read_text("utf-8"), SAMPLE_RUN))
    assert {m.name: texts for m in MODULES.values() if (texts := code.sample_texts(m, grams, SAMPLE_RUN))} == {}
    names = {part for path in seeds for part in (path.name, *path.stem.split("_")) if len(part) > 4}
    assert {m.name: name for m in MODULES.values() for name in names if name in m.text} == {}


def test_the_top_level_holds_only_what_belongs_there() -> None:
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - TOP_LEVEL == set()


def test_nothing_that_was_built_is_kept_in_the_repository() -> None:
    command = ["git", "ls-files", ".dist", ".venv", ".screenshots", "dist"]
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        pytest.skip("git is not installed")
    assert run.stdout.split() == []


def test_no_file_names_a_package_registry() -> None:
    hosts = [".".join(parts) for parts in REGISTRIES]
    wrong = {
        str(path): host for path in _text_files() for host in hosts if host in path.read_text("utf-8", errors="ignore")
    }
    assert wrong == {}


def _height(name: str) -> int:
    """Tell how far up in the window a module stands: -1 outside of it, 99 for its door, which is above all."""
    if not code.is_within(name, ("reader.ui",)) or name == "reader.ui":
        return -1
    room = name.split(".")[2]
    return UI_ROOMS.index(room) if room in UI_ROOMS else 99


def _feature(name: str) -> str:
    """Name the feature that a module belongs to; empty for what belongs to none."""
    return name.split(".")[3] if name.startswith("reader.ui.features.") and name != FEATURE_FORM else ""


def _ui(ending: str) -> Iterator[Module]:
    return (module for module in _below("reader.ui") if module.name.endswith(ending))


def _panels_of(module: Module) -> set[str]:
    return {name for name in code.inner_imports(module, MODULES) if name.endswith("_panel")}


def _text_files() -> Iterator[Path]:
    for name in (*TOP_LEVEL, ".ci"):
        top = ROOT / name
        files = top.rglob("*") if top.is_dir() else [top]
        yield from (path for path in files if path.is_file() and path.suffix in TEXT_FILES)
