"""Write `resources/patterns/base_units.txt`: what the units of our tables are in base units of the SI.

    python -m tests.extract.figures.base_units

The factors come from the registry of `pint`, which has to be installed for this alone (the program does without it);
old Chinese measures, and what the registry has under another name, stand here.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
UNITS = ROOT / "resources" / "patterns" / "units.txt"
TARGET = ROOT / "resources" / "patterns" / "base_units.txt"
HEAD = """\
# Units in base units of the SI: the unit as `units.txt` tells it, its factor, and the base units with their powers.
# `*` before a unit: it takes the prefixes of the SI. Written by `python -m tests.extract.figures.base_units` from the
# registry of pint (BSD), old Chinese measures apart; not to be changed by hand.

"""
SHORT = {
    "meter": "m", "kilogram": "kg", "second": "s", "ampere": "A", "kelvin": "K", "mole": "mol", "candela": "cd",
    "bit": "bit", "radian": "rad",
}  # fmt: skip
NAMES = {  # of the registry, where ours are others there
    "au": "astronomical_unit", "pc": "parsec", "ly": "light_year", "mil": "thou", "L": "liter", "g": "gram",
    "t": "metric_ton",
    "gal": "gallon", "fl.oz": "fluid_ounce", "oz": "ounce", "lb": "pound", "ct": "carat", "hp": "metric_horsepower",
    "VA": "volt_ampere", "var": "volt_ampere", "Wp": "watt", "Gs": "gauss", "Oe": "oersted", "Mx": "maxwell",
    "Ah": "ampere_hour", "mH2O": "meter_H2O", "mmH2O": "mm_H2O", "deg": "degree", "kn": "knot", "mi/h": "mile/hour",
    "km/h": "kilometer/hour", "B": "byte", "b": "bit", "nit": "candela/meter**2", "M": "mole/liter", "Gal": "cm/s**2",
    "a": "year", "mo": "year/12", "wk": "week", "d": "day", "h": "hour", "min": "minute", "kgf": "kilogram_force",
    "eV": "electron_volt", "R": "roentgen", "dtex": "decitex", "den": "denier", "nmi": "nautical_mile", "ha": "hectare",
    "ft": "foot", "in": "inch", "yd": "yard", "cal": "calorie", "CFM": "foot**3/minute",
    "Da": "dalton",
    "mas": "arcsecond/1000", "uas": "arcsecond/1000000", "℃": "kelvin", "℉": "kelvin*5/9", "ksi": "1000*psi",
}  # fmt: skip
OWN: dict[str, tuple[Fraction, str]] = {  # in which the registry has no part
    "里": (Fraction(500), "m"), "丈": (Fraction(10, 3), "m"), "尺": (Fraction(1, 3), "m"), "寸": (Fraction(1, 30), "m"),
    "亩": (Fraction(2000, 3), "m2"), "公亩": (Fraction(100), "m2"), "坪": (Fraction(400, 121), "m2"),
    "斤": (Fraction(1, 2), "kg"), "台斤": (Fraction(3, 5), "kg"), "kgce": (Fraction(1), "kgce"),
    "gce": (Fraction(1, 1000), "kgce"), "tce": (Fraction(1000), "kgce"), "FLOPS": (Fraction(1), "FLOPS"),
    "r": (Fraction(1), "r"), "Nm3": (Fraction(1), "Nm3"), "tCO2": (Fraction(1), "tCO2"), "tCO2e": (Fraction(1), "tCO2"),
    "ppm": (Fraction(1), "ppm"), "ppb": (Fraction(1, 1000), "ppm"), "ppt": (Fraction(1, 10**6), "ppm"),
    "KB": (Fraction(8000), "bit"), "Bq": (Fraction(1), "Bq"), "Ci": (Fraction(37 * 10**9), "Bq"),
    "Gy": (Fraction(1), "Gy"),
    "Sv": (Fraction(1), "Sv"), "krpm": (Fraction(1000, 60), "r s-1"), "toe": (Fraction(10_000, 7), "kgce"),
    "TOPS": (Fraction(1), "TOPS"),
}  # fmt: skip
# What only counts or compares, and letters that mean something else in the registry.
LEFT_OUT = frozenset({
    "GT", "Mt", "Gt", "kt", "nt", "pt", "qt", "rem", "mrem", "MP", "Mach", "px", "pixel", "ppi", "dpi", "fps", "bpm",
    "R", "St", "D", "mD", "cM", "HRC", "HV", "HB", "NTU", "PSU", "U", "IU", "bp", "kb", "Mbp", "Gbp", "dwt", "slpm",
    "Rt", "mb", "pb", "fb", "dB", "dBm", "dBW", "dBu", "dBV", "dBi", "dBc", "dBd", "dBFS", "√Hz", "Bd", "ue",
})  # fmt: skip
PREFIXES = ("Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f", "a")
DIGITS = 15


def main() -> int:
    """Write the table; return 0."""
    from pint import UnitRegistry  # type: ignore[import-not-found]

    registry = UnitRegistry()
    lines = [line for unit in our_units() if (line := told(unit, registry))]
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in dict.fromkeys(lines)), "utf-8")
    print(f"{len(lines)} units")
    return 0


def our_units() -> list[str]:
    """List the units of our table as it tells them, with `*` before those that take prefixes."""
    found: list[str] = []
    for line in UNITS.read_text("utf-8").splitlines():
        if line.startswith("[not before]"):
            break
        if " = " in line and not line.startswith("#"):
            found.append(line.partition(" = ")[0].replace("^", ""))
    prefixed = {f"{prefix}{unit[1:]}" for unit in found if unit[0] == "*" for prefix in PREFIXES}
    atoms = [unit for unit in found if not set(unit) & set("/·-") and unit not in prefixed and f"*{unit}" not in found]
    return [*dict.fromkeys([*atoms, "*var"])]


def told(unit: str, registry: Any) -> str:
    """Write the line of a unit; empty where it has no base units."""
    symbol = unit.lstrip("*")
    if symbol in LEFT_OUT:
        return ""
    if symbol in OWN:
        factor, base = OWN[symbol]
        return f"{unit} = {_number(factor)} {base}".rstrip()
    name = NAMES.get(symbol) or (f"{symbol[:-1]}**{symbol[-1]}" if symbol[-1:] in "23" else symbol)
    try:
        quantity = registry.Quantity(1, "dimensionless").m * registry(name)
        base = quantity.to_base_units()
    except Exception:  # it is none of the registry's
        return ""
    powers = {SHORT.get(base_unit): power for base_unit, power in base._units.items()}
    if (
        None in powers
        or not powers
        or any(power != value for power, value in zip(powers.values(), base._units.values(), strict=True))
    ):
        return ""
    dims = " ".join(f"{each}{int(power) if power != 1 else ''}" for each, power in sorted(powers.items()))  # type: ignore[type-var]
    return f"{unit} = {_number(Fraction(Decimal(repr(float(base.magnitude)))))} {dims}"


def _number(value: Fraction) -> str:
    number = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - DIGITS + 1)) if number else number
    return f"{rounded.normalize():g}" if -7 < rounded.adjusted() < DIGITS else f"{rounded.normalize():e}"


if __name__ == "__main__":
    sys.exit(main())
