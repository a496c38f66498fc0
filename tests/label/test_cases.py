"""Every case of `cases/` is understood as it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.pipeline import open_issue
from tests.golden.notation import understood
from tests.label.cases import Case, read_cases

ALL = tuple(read_cases())


def _parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else []
    return pytest.param(case, id=f"{case.file}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in ALL])
def test_a_case_is_understood(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.content)
    assert tuple(understood(open_issue(path))) == case.understood


def test_no_two_cases_have_one_title() -> None:
    assert [title for title, count in Counter(case.title for case in ALL).items() if count > 1] == []
