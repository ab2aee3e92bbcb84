"""What names mean which places: the tables under `data/gazetteer/`, and a user's own rows, which win.

The divisions of China down to the county, and Beijing's townships and all venues, are known at once; the townships of
the rest of China and the communities and villages of Beijing when a text asks for them.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from calendar_app.config import Settings
from calendar_app.folding import fold, fold_many
from calendar_app.model import Division, InputError, Level
from calendar_app.normaliser.places import compiling
from calendar_app.normaliser.places.compiling import VENUE_COLUMNS, Compiled, compile_tables, venue
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.divisions import Divisions, Unit
from calendar_app.normaliser.places.names import Names
from calendar_app.normaliser.places.products import kept
from calendar_app.normaliser.places.shapes import estate
from calendar_app.normaliser.places.tables import parts, rows
from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Sequence


class Gazetteer:
    """Everything that is known of places; `load` reads one, `default` shares the built-in one."""

    def __init__(self, tables: Path, own: Sequence[Path] = ()) -> None:
        self._tables = tables
        self._township_of: dict[tuple[str, str], Division | None] = {}
        self._compiled = Compiled(*kept("gazetteer", _sources(tables), lambda: tuple(compile_tables(tables))))
        self.weak = frozenset(cues().weak.words)
        self.divisions = Divisions(
            Unit(code, name, LEVELS[level], parent) for code, name, level, parent in self._compiled.divisions
        )
        for path in own:
            self._read_own(path)
        self.names = Names(self._compiled.meanings)

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
        names, aliases = fold_many(row[1] for row in table), fold_many(row[2] for row in table)
        for (code, *_), name, more in zip(table, names, aliases, strict=True):
            for each in (name, *parts(more)):
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
        for (code, _), name in zip(table, fold_many(row[1] for row in table), strict=True):
            found[name] = (*found.get(name, ()), code)
        return found

    @cached_property
    def estates(self) -> dict[str, tuple[str, ...]]:
        """Map what numbered communities of one district share (芳城园一区, 芳城园二区 …) to their townships' codes."""
        found: dict[str, set[str]] = {}
        for name, codes in self.communities.items():
            if stem := estate(name):
                found.setdefault(stem, set()).update(code[:9] for code in codes)
        return {stem: tuple(sorted(codes)) for stem, codes in found.items() if len({code[:6] for code in codes}) == 1}

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
        return self._compiled.inner.get(name)

    def _find_township(self, code: str, name: str) -> Division | None:
        if len(code) == 6:
            code = next((place.township for place in self.names.meanings(name) if place.code == code), "")
        if len(code) < 9:
            return None
        known = self._compiled.townships.get(code[:9]) or self.township_names.get(code[:9])
        return Division(code[:9], known) if known else None

    def _read_own(self, path: Path) -> None:
        """Read a user's venues; their names mean nothing else from then on."""
        for name, aliases, _kind, code, township, _inner in rows(path, *VENUE_COLUMNS):
            if self.divisions.areas(code).province is None:
                raise InputError(str(path), f"{name} has the unknown adcode {code!r}")
            for each in (name, *parts(aliases)):
                if len(each) < 2 or "\n" in each:
                    raise InputError(str(path), f"{each!r} is no name: it wants two characters or more, on one line")
                place = venue(name, code, township, self._compiled.township_codes)
                self._compiled.meanings[fold(each)] = [place]


LEVELS = {level.value: level for level in Level}


def _sources(tables: Path) -> list[Path]:
    """List all that the build product is made of: the tables, the words that are no names, and the program."""
    words = folder("data") / "lexicon" / "place_cues.csv"
    return [*(tables / table for table in compiling.SOURCES), words, Path(compiling.__file__)]


@cache
def default() -> Gazetteer:
    """Share the built-in gazetteer, with the user's own rows where the settings name them."""
    own = Settings.from_environment().gazetteer
    return Gazetteer.load(Path(own) if own else None)
