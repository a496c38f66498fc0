"""Values in base units, by which figures of one kind sort across their units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reader.model.base_units import base_unit, base_value, dimension_of
from reader.model.mentions import Figure
from tests.extract.figures import base_units


@pytest.mark.parametrize(
    ("value", "unit", "base", "name"),
    [
        ("5", "MW", "5000000", "W"),
        ("2", "kWh", "7200000", "J"),
        ("1", "eV", "1.602176634E-19", "J"),
        ("3", "亩", "2000", "m2"),
        ("25", "℃", "298.15", "K"),
        ("36", "km/h", "10", "m/s"),
        ("5", "mg/m3", "0.000005", "kg/m3"),
        ("90", "kWh/(m2·a)", "10.2669404517", "kg/s3"),
        ("1200", "r/min", "20", "r/s"),
        ("8", "Mb/s", "8000000", "bit/s"),
        ("1", "GB", "8000000000", "bit"),
        ("2", "EFLOPS", "2000000000000000000", "FLOPS"),
        ("7", "kg/亩", "0.0105", "kg/m2"),
        ("4", "g/100mL", "40", "kg/m3"),
        ("3", "mmHg", "399.967162245", "Pa"),
        ("6", "斤", "3", "kg"),
        ("12", "um2", "1.2E-11", "m2"),
    ],
)
def test_a_value_in_base_units(value: str, unit: str, base: str, name: str) -> None:
    got, told = base_value(Figure("measure", "", 0, 1, Decimal(value), unit=unit))
    assert (got, told) == (Decimal(base), name)


@pytest.mark.parametrize("unit", ["pH", "H因子", "dB(A)", "TEU", "片/年", "", "NTU", "℃·"])
def test_what_has_no_base_unit(unit: str) -> None:
    assert base_unit(unit) is None


def test_only_what_is_of_one_kind_compares() -> None:
    def of(kind: str, unit: str) -> str:
        return dimension_of(Figure(kind, "", 0, 1, Decimal(1), unit=unit))  # type: ignore[arg-type]

    assert of("measure", "km") == of("measure", "nmi")
    assert of("measure", "t") != of("measure", "tce") and of("measure", "Gy") != of("measure", "Sv")
    assert of("duration", "h") == of("duration", "a") != ""
    assert of("money", "CNY") == of("count", "m") == ""


def test_the_table_holds_what_the_registry_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pint")
    told = base_units.TARGET.read_text("utf-8")
    monkeypatch.setattr(base_units, "TARGET", tmp_path / "table.txt")
    base_units.main()
    assert base_units.TARGET.read_text("utf-8") == told
