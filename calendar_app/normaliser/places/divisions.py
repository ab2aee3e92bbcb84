"""The administrative divisions of China down to the county: what lies in what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Division, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MUNICIPALITIES = ("11", "12", "31", "50")


class Unit(NamedTuple):
    """A division of the province, city or district level."""

    adcode: str
    name: str
    level: Level
    parent: str


class Areas(NamedTuple):
    """The divisions that something lies in; a municipality is its own city."""

    district: Division | None
    city: Division | None
    province: Division | None


class Divisions:
    """The divisions by adcode; longer codes (townships, communities) lie where their first six digits do."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.adcode: unit for unit in units}
        self._areas: dict[str, Areas] = {}

    def areas(self, code: str) -> Areas:
        """Give the district, the city and the province that a code lies in."""
        found = self._areas.get(code[:6])
        if found is None:
            found = self._areas[code[:6]] = self._lineage(code[:6])
        return found

    def city(self, code: str) -> str:
        """Give the adcode of the city that a code lies in, of its province where it lies in none."""
        city = self.areas(code).city
        return city.adcode if city else code[:6]

    def within(self, code: str, area: str) -> bool:
        """Tell whether a code lies in (or is) the area of another."""
        if area[2:] == "0000":
            return code[:2] == area[:2]
        if area[4:] == "00":
            return code[:4] == area[:4] or self._parent(code) == area
        return code.startswith(area)

    def inside(self, codes: tuple[str, ...], areas: Sequence[str]) -> tuple[str, ...]:
        """Keep the codes that lie in (or are) one of the areas."""
        if len(codes) == 1 and len(areas) == 1:
            return codes if self.within(codes[0], areas[0]) else ()
        return tuple(code for code in codes if any(self.within(code, area) for area in areas))

    def _parent(self, code: str) -> str:
        unit = self.units.get(code[:6])
        return unit.parent if unit else ""

    def _lineage(self, code: str) -> Areas:
        unit = self.units.get(code)
        district = Division(unit.adcode, unit.name) if unit and unit.level is Level.DISTRICT else None
        while unit and unit.level is Level.DISTRICT:
            unit = self.units.get(unit.parent)
        province = self.units.get(code[:2] + "0000")
        city = unit if unit and (unit.level is Level.CITY or code[:2] in MUNICIPALITIES) else None
        return Areas(
            district,
            Division(city.adcode, city.name) if city else None,
            Division(province.adcode, province.name) if province else None,
        )
