"""What names mean which places: the tables under `data/gazetteer/`, and a user's own rows, which win.

The divisions of China down to the county, and Beijing's townships and venues, are read at once; the townships of the
rest of China and the communities and villages of Beijing when a text asks for them.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from calendar_app.config import Settings
from calendar_app.folding import fold, table
from calendar_app.model import Division, InputError, Level
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.divisions import Divisions, Unit
from calendar_app.normaliser.places.names import Meanings, Names, Place
from calendar_app.normaliser.places.tables import rows
from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEIJING = "11"
LEVELS = {level.value: level for level in Level}
TOWNSHIP_WORDS = ("街道", "镇", "乡", "地区")
ROOMS = ("厅", "室", "层", "号馆", "号楼", "场")
VENUE_COLUMNS = ("name", "aliases", "kind", "adcode", "township", "inner")


class Gazetteer:
    """Everything that is known of places; `load` reads one, `default` shares the built-in one."""

    def __init__(self, tables: Path, own: Sequence[Path] = ()) -> None:
        self._tables = tables
        self._meanings: Meanings = {}
        self._parts: dict[str, str] = {}
        self._townships: dict[str, str] = {}
        self._township_codes: dict[tuple[str, str], str] = {}
        self._township_of: dict[tuple[str, str], Division | None] = {}
        self.weak = frozenset(cues().weak.words)
        self.divisions = Divisions(self._read_divisions())
        self._read_former()
        self._add_counties()
        self._read_townships()
        self._read_venues(tables / "beijing_venues.csv")
        self._read_venues(tables / "china_venues.csv")
        self._read_streets()
        self._add_parts()
        self._add_stems()
        for path in own:
            self._read_own(path)
        for word in cues().decoy.words:
            self._meanings.setdefault(word, [])
        self.names = Names(dict(zip(_folded(self._meanings), self._meanings.values(), strict=True)))

    @classmethod
    def load(cls, extra: Path | None = None, tables: Path | None = None) -> Self:
        """Load the built-in tables and then the user's: one CSV file, or every one in a folder.

        The user's files have the columns of `beijing_venues.csv` (`name,aliases,kind,adcode,township,inner,…`).
        Raises InputError, naming file and line, for a table that cannot be read.
        """
        if extra is not None and not extra.exists():
            raise InputError(str(extra), "no such file or folder")
        own = () if extra is None else sorted(extra.glob("*.csv")) if extra.is_dir() else (extra,)
        return cls(tables or folder("data") / "gazetteer", own)

    @cached_property
    def townships(self) -> dict[str, tuple[str, ...]]:
        """Map every township name of China to its nine-digit codes."""
        found: dict[str, tuple[str, ...]] = {}
        table = list(rows(self._tables / "townships.csv", "code", "name", "aliases"))
        names, aliases = _folded(row[1] for row in table), _folded(row[2] for row in table)
        for (code, *_), name, more in zip(table, names, aliases, strict=True):
            for each in (name, *_split(more)):
                found[each] = (*found.get(each, ()), code)
        return found

    @cached_property
    def township_names(self) -> dict[str, str]:
        """Map the nine-digit codes of China's townships to their names."""
        return dict(rows(self._tables / "townships.csv", "code", "name"))

    @cached_property
    def communities(self) -> dict[str, tuple[str, ...]]:
        """Map the names of Beijing's communities and villages to their twelve-digit codes."""
        found: dict[str, tuple[str, ...]] = {}
        table = list(rows(self._tables / "beijing_communities.csv", "code", "name"))
        for (code, _), name in zip(table, _folded(row[1] for row in table), strict=True):
            found[name] = (*found.get(name, ()), code)
        return found

    def township(self, codes: Sequence[str], name: str) -> Division | None:
        """Give the township of a township's or a community's code, or of a known venue's name."""
        if len(codes) != 1:
            return None
        key = codes[0], name
        if key not in self._township_of:
            self._township_of[key] = self._find_township(*key)
        return self._township_of[key]

    def part_of(self, name: str) -> str | None:
        """Name the venue of which something is a named part (方泽坛, of 地坛公园)."""
        return self._parts.get(name)

    def _add(self, name: str, place: Place) -> None:
        places = self._meanings.get(name)
        if places is None:
            self._meanings[name] = [place]
        else:
            places.append(place)

    def _find_township(self, code: str, name: str) -> Division | None:
        if len(code) == 6:
            code = next((place.township for place in self.names.meanings(name) if place.code == code), "")
        if len(code) < 9:
            return None
        known = self._townships.get(code[:9]) or self.township_names.get(code[:9])
        return Division(code[:9], known) if known else None

    def _read_divisions(self) -> Iterable[Unit]:
        columns = ("adcode", "name", "level", "parent", "short", "aliases")
        for code, name, level_name, parent, short, aliases in rows(self._tables / "divisions.csv", *columns):
            level = LEVELS[level_name]
            self._add(name, Place(name, level, code, bare=name in self.weak))
            for each in (short, *aliases.split("|")) if aliases else (short,):
                if len(each) > 1 and each != name and not (each.endswith(short) and each != short):
                    self._add(each, Place(name, level, code, bare=len(each) < 3))
            yield Unit(code, name, level, parent)

    def _read_former(self) -> None:
        """Let the names of divisions that are no more lead to today's, also where another city has one of the name."""
        for name, code in rows(self._tables / "former_divisions.csv", "name", "adcode"):
            unit = self.divisions.units.get(code)
            if unit:
                shared = name in self._meanings
                self._add(name, Place(unit.name, unit.level, code))
                if len(name) > 2 and (shared or name[:-1] not in self._meanings):
                    self._add(name[:-1], Place(unit.name, unit.level, code, bare=True))

    def _add_counties(self) -> None:
        """Let 万全县 lead to the 万全区 or 市 that it became, where no county is so called."""
        became: Meanings = {}
        for unit in self.divisions.units.values():
            if unit.level is Level.DISTRICT and unit.name[-1] in "区市":
                county = unit.name[:-1] + "县"
                if county not in self._meanings:
                    became.setdefault(county, []).append(Place(unit.name, unit.level, unit.adcode))
        self._meanings.update(became)

    def _read_townships(self) -> None:
        """Read Beijing's, which stand first in the table."""
        for code, name, aliases in rows(self._tables / "townships.csv", "code", "name", "aliases"):
            if not code.startswith(BEIJING):
                break
            self._townships[code] = name
            for each in (name, *_split(aliases)):
                self._township_codes[code[:6], each] = code
                self._add(each, Place(name, Level.TOWNSHIP, code, bare=not each.endswith(TOWNSHIP_WORDS)))

    def _read_venues(self, path: Path) -> None:
        shared = {name for name, places in self._meanings.items() if len(places) > 1 and name.endswith("区")}
        for name, aliases, _kind, code, township, inner in rows(path, *VENUE_COLUMNS):
            place = self._venue(name, code, township)
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
                    self._parts[part] = name if self._parts.get(part, name) == name else ""

    def _read_streets(self) -> None:
        """Read the streets of Beijing that lie in one district."""
        for name, code in rows(self._tables / "beijing_streets.csv", "name", "adcode"):
            self._add(name, Place(name, Level.VENUE, code))

    def _like_named(self, venue: str) -> list[str]:
        """Give the districts that may also have a venue of the name: another 朝阳区 has its 朝阳区文化馆 too."""
        places = self._meanings.get(venue[:3], ())
        districts = [place.code for place in places if place.level is Level.DISTRICT and place.name == venue[:3]]
        return [code for code in districts if not code.startswith(BEIJING)] if len(districts) > 1 else []

    def _read_own(self, path: Path) -> None:
        """Read a user's venues; their names mean nothing else from then on."""
        for name, aliases, _kind, code, township, _inner in rows(path, *VENUE_COLUMNS):
            if self.divisions.areas(code).province is None:
                raise InputError(str(path), f"{name} has the unknown adcode {code!r}")
            for each in (name, *_split(aliases)):
                if len(each) < 2 or "\n" in each:
                    raise InputError(str(path), f"{each!r} is no name: it wants two characters or more, on one line")
                self._meanings[fold(each)] = [self._venue(name, code, township)]

    def _venue(self, name: str, code: str, township: str) -> Place:
        return Place(name, Level.VENUE, code, township and self._township_codes.get((code, township), township))

    def _add_parts(self) -> None:
        """Let a part with a name of its own (来今雨轩) name the venue it belongs to."""
        tails = frozenset(cues().tails)
        for part, whole in self._parts.items():
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
        stems: Meanings = {}
        for code, name in self._townships.items():
            stem = name.removesuffix("街道").removesuffix("地区").removesuffix("镇").removesuffix("乡")
            if len(stem) > 1 and not any(map(_outranks_stems, self._meanings.get(stem, ()))):
                stems.setdefault(stem, []).append(Place(name, Level.TOWNSHIP, code, bare=True))
        for stem, places in stems.items():
            self._meanings[stem] = self._meanings.get(stem, []) + places


def _outranks_stems(place: Place) -> bool:
    return place.code.startswith(BEIJING) or place.level is Level.PROVINCE


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _folded(names: Iterable[str]) -> list[str]:
    """Fold many names at once: only the few characters among them that fold to another."""
    joined = "\n".join(names)
    for code in table().keys() & map(ord, set(joined)):
        joined = joined.replace(chr(code), table()[code])
    return joined.split("\n")


@cache
def default() -> Gazetteer:
    """Share the built-in gazetteer, with the user's own rows where the settings name them."""
    own = Settings.from_environment().gazetteer
    return Gazetteer.load(Path(own) if own else None)
