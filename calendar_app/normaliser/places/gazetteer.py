"""What names mean which places: the tables under `data/gazetteer/`, and a user's own rows, which win.

Beijing's districts, townships and venues and every division of China down to the county are read at once; the
townships of the rest of China and the communities and villages of Beijing when a text asks for them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from calendar_app.folding import fold
from calendar_app.model import Division, InputError, Level
from calendar_app.normaliser.places.cues import cues
from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BEIJING = "11"
MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
TOWNSHIP_WORDS = ("街道", "镇", "乡", "地区")
VENUE_COLUMNS = ("name", "aliases", "kind", "adcode", "township")


class Place(NamedTuple):
    """One thing that a name may mean.

    `code` is an adcode, a township's nine digits or a community's twelve; a venue has its district's (its city's
    where no district is known) and, where known, its `township`. `bare` names lack the word that says what they
    are (朝阳 for 朝阳区) and need a cue of place.
    """

    name: str
    level: Level
    code: str
    township: str = ""
    bare: bool = False


Reading = tuple[str, Level | None, tuple[str, ...], str, bool]
"""What a name means: canonical name, level, codes, how it is known, whether it is bare."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A division of the province, city or district level."""

    adcode: str
    name: str
    level: Level
    parent: str


class Areas(NamedTuple):
    """The divisions that something lies in."""

    district: Division | None
    city: Division | None
    province: Division | None


class Gazetteer:
    """Names and what they mean; `load` reads one, `default` shares the built-in one."""

    def __init__(self, tables: Path, extra: tuple[Path, ...] = ()) -> None:
        self.tables = tables
        self.units: dict[str, Unit] = {}
        self.places: dict[str, list[Place]] = {}
        self._areas: dict[str, Areas] = {}
        self._township_of: dict[tuple[str, str], Division | None] = {}
        self.weak = frozenset(cues().weak.words)
        self._read_divisions()
        self._read_former()
        self._read_beijing_townships()
        for name in ("china_venues.csv", "beijing_venues.csv"):
            self._read_venues(tables / name)
        for path in extra:
            self._read_venues(path, wins=True)
        self._add_stems()
        for word in cues().decoy.words:
            self.places.setdefault(word, [])

    @classmethod
    def load(cls, extra: Path | None = None, tables: Path | None = None) -> Self:
        """Load the built-in tables and then the user's: one CSV file, or every one in a folder."""
        own = () if extra is None else tuple(sorted(extra.glob("*.csv"))) if extra.is_dir() else (extra,)
        return cls(tables or folder("data") / "gazetteer", own)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give every name, in the order of the automaton's pattern numbers."""
        return tuple(self.places)

    @cached_property
    def automaton(self) -> AhoCorasick:
        """Compile every name into one automaton."""
        implementation = Implementation.ContiguousNFA
        return AhoCorasick(self.names, MatchKind.LeftmostLongest, store_patterns=False, implementation=implementation)

    @cached_property
    def readings(self) -> list[Reading | None]:
        """Keep what each name means, once a text has used it."""
        return [None] * len(self.names)

    @cached_property
    def townships(self) -> dict[str, tuple[str, ...]]:
        """Map every township name of China to its nine-digit codes; read when a text first asks."""
        found: dict[str, tuple[str, ...]] = {}
        for code, name, aliases in self._rows("townships.csv", 3):
            for each in (name, *filter(None, aliases.split("|"))):
                found[each] = (*found.get(each, ()), code)
        return found

    @cached_property
    def township_names(self) -> dict[str, str]:
        """Map the nine-digit codes of China's townships to their names."""
        return {code: name for code, name, _ in self._rows("townships.csv", 3)}

    @cached_property
    def communities(self) -> dict[str, tuple[str, ...]]:
        """Map the names of Beijing's communities and villages to their twelve-digit codes."""
        found: dict[str, tuple[str, ...]] = {}
        for code, name, _ in self._rows("beijing_communities.csv", 3):
            found[name] = (*found.get(name, ()), code)
        return found

    def areas(self, code: str) -> Areas:
        """Give the district, the city and the province that a code lies in."""
        found = self._areas.get(code[:6])
        if found is None:
            found = self._areas[code[:6]] = self._lineage(code[:6])
        return found

    def city(self, code: str) -> Division | None:
        """Give the city that a code lies in; a municipality is its own city."""
        return self.areas(code).city

    def township(self, codes: Sequence[str], name: str) -> Division | None:
        """Give the township of a township's or a community's code, or of a known venue's name."""
        if len(codes) != 1:
            return None
        key = codes[0], name
        if key not in self._township_of:
            self._township_of[key] = self._find_township(*key)
        return self._township_of[key]

    def _find_township(self, code: str, name: str) -> Division | None:
        if len(code) == 6:
            code = next((place.township for place in self.places.get(name, ()) if place.code == code), "")
        if len(code) < 9:
            return None
        known = self._beijing_townships.get(code[:9]) or self.township_names.get(code[:9])
        return Division(code[:9], known) if known else None

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

    def within(self, code: str, area: str) -> bool:
        """Tell whether a code lies in (or is) the area of another."""
        if area[2:] == "0000":
            return code[:2] == area[:2]
        if len(area) > 6 or self.units.get(area) is None:
            return code.startswith(area)
        if self.units[area].level is Level.CITY:
            unit = self.units.get(code[:6])
            return code[:4] == area[:4] or (unit is not None and unit.parent == area)
        return code[:6] == area

    def _add(self, written: str, place: Place) -> None:
        self.places.setdefault(written, []).append(place)

    def _rows(self, table: str, width: int) -> Iterator[list[str]]:
        yield from _rows(self.tables / table, width)

    def _read_divisions(self) -> None:
        for code, name, level, parent, short, aliases in self._rows("divisions.csv", 6):
            unit = Unit(code, name, Level(level), parent)
            self.units[code] = unit
            self._add(name, Place(name, unit.level, code, bare=name in self.weak))
            for each in (short, *aliases.split("|")):
                if len(each) > 1 and each != name:
                    self._add(each, Place(name, unit.level, code, bare=each[-1] not in "省市区县旗盟州"))

    def _read_former(self) -> None:
        for name, code in self._rows("former_divisions.csv", 2):
            unit = self.units.get(code)
            if unit and name not in self.places:
                self._add(name, Place(unit.name, unit.level, code))

    def _read_beijing_townships(self) -> None:
        self._beijing_townships: dict[str, str] = {}
        self._codes: dict[tuple[str, str], str] = {}
        for code, name, aliases in self._rows("townships.csv", 3):
            if not code.startswith(BEIJING):
                break
            self._beijing_townships[code] = name
            for each in (name, *filter(None, aliases.split("|"))):
                self._codes[code[:6], each] = code
                self._add(each, Place(name, Level.TOWNSHIP, code, bare=not each.endswith(TOWNSHIP_WORDS)))

    def _add_stems(self) -> None:
        """Let Beijing's townships be called by their stems (良乡, 宋庄) where nothing else is so called."""
        stems: dict[str, list[Place]] = {}
        for code, name in self._beijing_townships.items():
            stem = name.removesuffix("街道").removesuffix("地区").removesuffix("镇").removesuffix("乡")
            if len(stem) > 1 and stem not in self.places:
                stems.setdefault(stem, []).append(Place(name, Level.TOWNSHIP, code, bare=True))
        self.places.update(stems)

    def _read_venues(self, path: Path, *, wins: bool = False) -> None:
        for name, aliases, _kind, code, township in _rows(path, 5, VENUE_COLUMNS if wins else ()):
            place = Place(name, Level.VENUE, code, self._codes.get((code, township), township))
            for each in (name, *aliases.split("|")):
                if wins:
                    self.places[fold(each)] = [place]
                elif len(each) > 1:
                    self._add(each, place)


def _rows(path: Path, width: int, header: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Read the first `width` columns of a CSV table; with a header, its first columns must be so named."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        first = next(reader, [])
        if header and tuple(first[:width]) != header[:width]:
            raise InputError(str(path), f"the columns must be {','.join(header)}", 1)
        for row in reader:
            if len(row) < width:
                raise InputError(str(path), f"{len(row)} columns instead of {width}", reader.line_num)
            yield row[:width]


@cache
def default() -> Gazetteer:
    """Share the built-in gazetteer."""
    return Gazetteer.load()
