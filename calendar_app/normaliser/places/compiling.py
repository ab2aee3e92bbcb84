"""The built-in tables of places → what each name means: read once, and kept until a table changes (`products.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calendar_app.folding import fold_many
from calendar_app.model import Level
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.names import Place
from calendar_app.normaliser.places.tables import parts, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from calendar_app.normaliser.places.names import Meanings

BEIJING = "11"
DIVISIONS, FORMER, TOWNSHIPS = "divisions.csv", "former_divisions.csv", "townships.csv"
VENUES, STREETS = ("beijing_venues.csv", "china_venues.csv"), "beijing_streets.csv"
SOURCES = (DIVISIONS, FORMER, TOWNSHIPS, *VENUES, STREETS)
"""The tables that are read at once."""
VENUE_COLUMNS = ("name", "aliases", "kind", "adcode", "township", "inner")
TOWNSHIP_WORDS = ("街道", "镇", "乡", "地区")
ROOMS = ("厅", "室", "层", "号馆", "号楼", "场")


class Compiled(NamedTuple):
    """What the tables say: names and their meanings, folded, and the divisions (adcode, name, level, parent).

    `inner` names the venue of each named part of one, `townships` Beijing's by code, `township_codes` their codes by
    district and name. All of it is plain data, as `marshal` writes it.
    """

    meanings: Meanings
    divisions: list[tuple[str, str, str, str]]
    inner: dict[str, str]
    townships: dict[str, str]
    township_codes: dict[tuple[str, str], str]


def compile_tables(tables: Path) -> Compiled:
    """Read the tables of a folder."""
    return _Compiler(tables).compiled()


class _Compiler:
    def __init__(self, tables: Path) -> None:
        self._tables = tables
        self._meanings: dict[str, list[Place]] = {}
        self._divisions: dict[str, tuple[str, str, str, str]] = {}
        self._inner: dict[str, str] = {}
        self._townships: dict[str, str] = {}
        self._township_codes: dict[tuple[str, str], str] = {}
        self._weak = frozenset(cues().weak.words)

    def compiled(self) -> Compiled:
        """Read one table after the other; who comes first counts."""
        self._read_divisions()
        self._read_former()
        self._add_counties()
        self._read_townships()
        for table in VENUES:
            self._read_venues(self._tables / table)
        self._read_streets()
        self._add_inner()
        self._add_stems()
        for word in cues().decoy.words:
            self._meanings.setdefault(word, [])
        meanings: Meanings = {
            name: [(place.name, place.level, place.code, place.township, place.bare) for place in places]
            for name, places in zip(fold_many(self._meanings), self._meanings.values(), strict=True)
        }
        divisions = list(self._divisions.values())
        return Compiled(meanings, divisions, self._inner, self._townships, self._township_codes)

    def _add(self, name: str, place: Place) -> None:
        places = self._meanings.get(name)
        if places is None:
            self._meanings[name] = [place]
        else:
            places.append(place)

    def _read_divisions(self) -> None:
        columns = ("adcode", "name", "level", "parent", "short", "aliases")
        for code, name, level, parent, short, aliases in rows(self._tables / DIVISIONS, *columns):
            self._add(name, Place(name, level, code, bare=name in self._weak))
            for each in (short, *aliases.split("|")) if aliases else (short,):
                if len(each) > 1 and each != name and not (each.endswith(short) and each != short):
                    self._add(each, Place(name, level, code, bare=len(each) < 3))
            self._divisions[code] = code, name, level, parent

    def _read_former(self) -> None:
        """Let the names of divisions that are no more lead to today's, also where another city has one of the name."""
        for name, code in rows(self._tables / FORMER, "name", "adcode"):
            if code in self._divisions:
                _, today, level, _ = self._divisions[code]
                shared = name in self._meanings
                self._add(name, Place(today, level, code))
                if len(name) > 2 and (shared or name[:-1] not in self._meanings):
                    self._add(name[:-1], Place(today, level, code, bare=True))

    def _add_counties(self) -> None:
        """Let 万全县 lead to the 万全区 or 市 that it became, where no county is so called."""
        became: dict[str, list[Place]] = {}
        for code, name, level, _ in self._divisions.values():
            if level == Level.DISTRICT and name[-1] in "区市":
                county = name[:-1] + "县"
                if county not in self._meanings:
                    became.setdefault(county, []).append(Place(name, level, code))
        self._meanings.update(became)

    def _read_townships(self) -> None:
        """Read Beijing's, which stand first in the table."""
        for code, name, aliases in rows(self._tables / TOWNSHIPS, "code", "name", "aliases"):
            if not code.startswith(BEIJING):
                break
            self._townships[code] = name
            for each in (name, *parts(aliases)):
                self._township_codes[code[:6], each] = code
                self._add(each, Place(name, Level.TOWNSHIP.value, code, bare=not each.endswith(TOWNSHIP_WORDS)))

    def _read_venues(self, table: Path) -> None:
        shared = {name for name, places in self._meanings.items() if len(places) > 1 and name.endswith("区")}
        for name, aliases, _kind, code, township, inner in rows(table, *VENUE_COLUMNS):
            place = venue(name, code, township, self._township_codes)
            for each in (name, *aliases.split("|")) if aliases else (name,):
                if len(each) > 2:
                    self._add(each, place)
                elif len(each) == 2:
                    self._add(each, place._replace(bare=True))
            if name[:3] in shared:
                for other in self._like_named(name):
                    self._add(name, place._replace(code=other, township=""))
            if inner:
                for part in inner.split("|"):
                    self._inner[part] = name if self._inner.get(part, name) == name else ""

    def _read_streets(self) -> None:
        """Read the streets of Beijing that lie in one district."""
        for name, code in rows(self._tables / STREETS, "name", "adcode"):
            self._add(name, Place(name, Level.VENUE.value, code))

    def _like_named(self, name: str) -> Iterator[str]:
        """Give the districts that may also have a venue of the name: another 朝阳区 has its 朝阳区文化馆 too."""
        places = self._meanings.get(name[:3], ())
        districts = [place.code for place in places if place.level == Level.DISTRICT and place.name == name[:3]]
        if len(districts) > 1:
            yield from (code for code in districts if not code.startswith(BEIJING))

    def _add_inner(self) -> None:
        """Let a part with a name of its own (来今雨轩) name the venue it belongs to."""
        tails = frozenset(cues().tails)
        for part, whole in self._inner.items():
            if (
                whole
                and len(part) > 2
                and not part.endswith(ROOMS)
                and part not in tails
                and part not in self._meanings
            ):
                self._meanings[part] = self._meanings[whole]

    def _add_stems(self) -> None:
        """Let Beijing's townships be called by their stems (良乡, 高碑店) where nothing else in Beijing is."""
        stems: dict[str, list[Place]] = {}
        for code, name in self._townships.items():
            stem = name.removesuffix("街道").removesuffix("地区").removesuffix("镇").removesuffix("乡")
            if len(stem) > 1 and not any(map(_outranks_stems, self._meanings.get(stem, ()))):
                stems.setdefault(stem, []).append(Place(name, Level.TOWNSHIP.value, code, bare=True))
        for stem, places in stems.items():
            self._meanings[stem] = self._meanings.get(stem, []) + places


def venue(name: str, code: str, township: str, township_codes: dict[tuple[str, str], str]) -> Place:
    """Make a venue's place; its township by code where that is known."""
    return Place(name, Level.VENUE.value, code, township and township_codes.get((code, township), township))


def _outranks_stems(place: Place) -> bool:
    return place.code.startswith(BEIJING) or place.level == Level.PROVINCE
