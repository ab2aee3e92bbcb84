"""The gazetteer's tables as they are written, row by row with their lines, for the checks on them."""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

VENUE_TABLES = ("beijing_venues.csv", "china_venues.csv")
VENUE_FIELDS = ("name", "aliases", "kind", "adcode", "township", "inner", "source")


class VenueRow(Struct, frozen=True):
    """One row of a venue table and where it stands."""

    table: str
    line: int
    name: str
    aliases: tuple[str, ...]
    kind: str
    adcode: str
    township: str
    inner: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the canonical name and its aliases."""
        return self.name, *self.aliases


class Tables(Struct, frozen=True):
    """All tables that the checks look at; divisions and townships as pairs of code and row."""

    venues: tuple[VenueRow, ...]
    divisions: Mapping[str, Mapping[str, str]]
    townships: Mapping[str, Mapping[str, str]]
    communities: tuple[Mapping[str, str], ...]
    former: tuple[Mapping[str, str], ...]
    slugs: tuple[Mapping[str, str], ...]
    streets: tuple[Mapping[str, str], ...]
    words: frozenset[str]
    allowed: Mapping[tuple[str, str], str]


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Read a table with a header; a row of another length is an InputError with its line."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        for row in table:
            if None in row or None in row.values():
                raise InputError(str(path), "the row has not as many fields as the header", table.line_num)
            yield row


def load(folder: Path) -> Tables:
    """Read every table of the gazetteer in `folder`."""
    return Tables(
        venues=tuple(chain.from_iterable(_venues(folder / table) for table in VENUE_TABLES)),
        divisions={row["adcode"]: row for row in rows(folder / "divisions.csv")},
        townships={row["code"]: row for row in rows(folder / "townships.csv")},
        communities=tuple(rows(folder / "beijing_communities.csv")),
        former=tuple(rows(folder / "former_divisions.csv")),
        slugs=tuple(rows(folder / "slugs.csv")),
        streets=tuple(rows(folder / "beijing_streets.csv")),
        words=frozenset(row["word"] for row in rows(folder / "hand" / "common_words.csv")),
        allowed={(row["rule"], row["name"]): row["reason"] for row in rows(folder / "hand" / "allowed.csv")},
    )


def _venues(path: Path) -> Iterator[VenueRow]:
    for line, row in enumerate(rows(path), 2):
        if tuple(row) != VENUE_FIELDS:
            raise InputError(str(path), f"the header is not {','.join(VENUE_FIELDS)}", 1)
        aliases, inner, sources = (parts(row[field]) for field in ("aliases", "inner", "source"))
        yield VenueRow(
            path.name, line, row["name"], aliases, row["kind"], row["adcode"], row["township"], inner, sources
        )


def parts(joined: str) -> tuple[str, ...]:
    """Split a cell that holds several names."""
    return tuple(joined.split("|")) if joined else ()
