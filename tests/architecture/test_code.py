"""The questions that the architecture tests ask, tried on small sources that break the rules."""

from __future__ import annotations

from tests.architecture import code
from tests.architecture.code import Module


def _modules(**sources: str) -> dict[str, Module]:
    return {name: Module(name, text) for name, text in sources.items()}


def test_an_import_inside_a_function_is_seen() -> None:
    module = Module("a", "def f():\n    from b.c import d\n")
    assert module.imports == {"b.c", "b.c.d"}


def test_a_cycle_over_three_modules_is_found() -> None:
    modules = _modules(a="import b", b="from c import x", c="import a")
    assert code.import_cycle(modules) == ["a", "b", "c", "a"]


def test_a_diamond_is_no_cycle() -> None:
    modules = _modules(a="import b\nimport c", b="import d", c="import d", d="")
    assert code.import_cycle(modules) == []


def test_a_submodule_of_its_own_package_is_no_cycle() -> None:
    modules = {
        "p": Module("p", "from p.a import x", is_package=True),
        "p.a": Module("p.a", "from p import b"),
        "p.b": Module("p.b", ""),
    }
    assert code.import_cycle(modules) == []


def test_a_long_function_is_named_with_its_length() -> None:
    module = Module("m", "def f():\n" + "    pass\n" * 5)
    assert code.long_functions(module, 5) == ["m.f has 6 lines"]
    assert code.long_functions(module, 6) == []


def test_a_star_import_is_found() -> None:
    assert code.star_imports(Module("m", "from a import *")) == ["m: from a import *"]


def test_a_table_that_is_only_read_is_no_state() -> None:
    assert code.mutated_globals(Module("m", "T = {1: 2}\ndef f(x):\n    return T[x]\n")) == []


def test_a_table_that_a_function_fills_is_state() -> None:
    assert code.mutated_globals(Module("m", "T = {}\ndef f(x):\n    T[x] = 1\n")) == ["m:3 changes T"]
    assert code.mutated_globals(Module("m", "T: list[int] = []\ndef f(x):\n    T.append(x)\n")) == ["m:3 changes T"]


def test_a_local_name_hides_the_table() -> None:
    assert code.mutated_globals(Module("m", "T = []\ndef f():\n    T = []\n    T.append(1)\n")) == []


def test_a_global_statement_is_state() -> None:
    assert code.mutated_globals(Module("m", "n = 0\ndef f():\n    global n\n    n += 1\n")) == ["m:3 global n"]


def test_words_that_are_compared_with_a_role_are_found() -> None:
    module = Module("m", "a.role == 'x'\nb.role(1) in ('y', '')\nc.name == 'z'\nrole = 'w'\n")
    assert code.compared_words(module, {"role"}) == {"x", "y"}


def test_a_phrase_of_a_sample_is_found_over_a_line_end() -> None:
    grams = frozenset(code.han_grams("天地玄黄\n宇宙洪荒", 8))
    assert code.sample_texts(Module("m", 'X = "天地玄黄宇宙洪荒日月"'), grams, 8) == ["天地玄黄宇宙洪荒"]
    assert code.sample_texts(Module("m", 'X = "天地玄黄宇宙洪"'), grams, 8) == []


def test_an_import_in_a_function_or_for_types_is_none_at_the_start() -> None:
    text = "import a\nif TYPE_CHECKING:\n    import b\ndef f():\n    import c\n"
    assert code.imports_at_start(Module("m", text)) == {"a"}
