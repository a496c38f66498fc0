"""Values in base units of the SI, so that a megawatt sorts above five kilowatts; only what is of one kind compares.

The table `resources/patterns/base_units.txt` holds the units; a unit of several is taken apart: mg/Nm3, kWh/(m2·a).
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reader.app.paths import resource
from reader.model.mentions import Figure, Value

PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "d": -1, "c": -2, "m": -3, "u": -6,
    "n": -9, "p": -12, "f": -15, "a": -18,
}  # fmt: skip
MEASURED = ("measure", "duration")
SHIFTS = {"℃": Decimal("273.15"), "℉": Decimal("255.372222")}  # to kelvin, of a temperature that stands alone
ATOM = re.compile(r"(?P<sign>[/·]?)(?P<open>\(?)(?P<size>[0-9]*)(?P<name>[^/·()]+)(?P<close>\)?)")
POWER = re.compile(r"(?P<base>.*?[^0-9-])(?P<power>-?[0-9])?$")
NAMED = {  # what a physicist calls some of them
    "kg m2 s-2": "J", "kg m2 s-3": "W", "kg m-1 s-2": "Pa", "kg m s-2": "N", "s-1": "Hz", "A s": "C",
    "A-1 kg m2 s-3": "V", "A-2 kg m2 s-3": "Ω", "A2 kg-1 m-2 s4": "F", "A-1 kg s-2": "T",
}  # fmt: skip


class BaseUnit(NamedTuple):
    """A unit as so many of its base units."""

    factor: Decimal
    dimension: str  # the base units with their powers, in order: kg m2 s-3

    @property
    def name(self) -> str:
        """How the base units are written: W, m/s, kg/m3."""
        if self.dimension in NAMED:
            return NAMED[self.dimension]
        parts = [POWER.match(part) for part in self.dimension.split()]
        above = [m["base"] + (m["power"] or "") for m in parts if m and not (m["power"] or "").startswith("-")]
        below = [m["base"] + m["power"][1:].replace("1", "") for m in parts if m and (m["power"] or "").startswith("-")]
        over = f"/({'·'.join(below)})" if len(below) > 1 else "".join(f"/{part}" for part in below)
        return ("·".join(above) or "1") + over


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> BaseUnit | None:
    """Return what a unit is in base units; `None` where it is none that has any."""
    factor, powers, under, inside = Decimal(1), Counter[str](), False, False
    end = 0
    for m in ATOM.finditer(unit):
        if m.start() != end:
            return None
        end = m.end()
        under = m["sign"] == "/" or inside and under
        inside = bool(m["open"]) or inside and not m["close"]
        atom = _atom(m["name"])
        if atom is None:
            return None
        size = atom.factor * int(m["size"] or 1)
        factor = factor / size if under else factor * size
        for part in atom.dimension.split():
            known = POWER.match(part)
            if known:
                powers[known["base"]] += int(known["power"] or 1) * (-1 if under else 1)
        under = under and inside
    dimension = " ".join(f"{base}{power if power != 1 else ''}" for base, power in sorted(powers.items()) if power)
    return BaseUnit(factor, dimension) if end == len(unit) and dimension else None


def dimension_of(figure: Figure) -> str:
    """Tell the kind of quantity that a figure is, for those that can be compared across units; empty of all others."""
    unit = base_unit(figure.unit) if figure.kind in MEASURED and figure.unit else None
    return unit.dimension if unit else ""


def base_value(figure: Figure) -> tuple[Value, str]:
    """Return a figure's value, the upper one of a range, in base units, and their name; nothing where it has none."""
    unit = base_unit(figure.unit) if figure.kind in MEASURED and figure.unit else None
    value = figure.value_high if isinstance(figure.value_high, Decimal) else figure.value_low
    if unit is None or not isinstance(value, Decimal):
        return None, ""
    number = value * unit.factor + SHIFTS.get(figure.unit, Decimal(0))
    return _rounded(number), unit.name


def _atom(name: str) -> BaseUnit | None:
    """Read one unit with its power and prefix: km2, mL, s-1."""
    table = _table()
    if name in table:
        return table[name][0]
    m = POWER.match(name)
    if m and m["power"] and (base := _atom(m["base"])):
        power = int(m["power"])
        parts = (POWER.match(part) for part in base.dimension.split())
        dims = (f"{each['base']}{int(each['power'] or 1) * power}" for each in parts if each)
        return BaseUnit(base.factor**power, " ".join(dims))
    plain = table.get(name[1:])
    if plain and plain[1] and name[0] in PREFIXES:
        return BaseUnit(plain[0].factor.scaleb(PREFIXES[name[0]]), plain[0].dimension)
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[BaseUnit, bool]]:
    """Read the table; each unit with whether it takes prefixes."""
    found = {}
    for line in resource("patterns/base_units.txt").read_text("utf-8").splitlines():
        unit, _, rest = line.partition(" = ")
        if rest and not line.startswith("#"):
            factor, _, dimension = rest.partition(" ")
            found[unit.lstrip("*")] = BaseUnit(Decimal(factor), dimension), unit.startswith("*")
    return found


def _rounded(number: Decimal) -> Decimal:
    """Round to the digits that factors have."""
    return number.quantize(Decimal(1).scaleb(number.adjusted() - 11)).normalize() if number else Decimal(0)
