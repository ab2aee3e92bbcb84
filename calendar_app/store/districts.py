"""Districts by the names that addresses use: six-digit adcode (GB/T 2260) or pinyin slug."""

from __future__ import annotations

import csv
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping


class District(Struct, frozen=True):
    """A district that can be selected: its adcode, its slug in addresses, its name."""

    adcode: str
    slug: str
    name: str

    def label(self, language: str = "zh") -> str:
        """Name it for a reader; in English by its pinyin."""
        return self.name if language == "zh" or self.slug.isdecimal() else self.slug.replace("-", " ").title()


@cache
def districts() -> tuple[District, ...]:
    """Give the districts that have a slug, in the order of their adcodes: those that the agenda offers."""
    return tuple(sorted((District(**row) for row in _rows("slugs.csv")), key=attrgetter("adcode")))


def district(name: str) -> District | None:
    """Find a district by adcode or slug, whatever the slug's case; None when there is none in the country."""
    return _offered().get(name.lower()) or _elsewhere().get(name)


@cache
def _offered() -> Mapping[str, District]:
    return {name: each for each in districts() for name in (each.adcode, each.slug)}


@cache
def _elsewhere() -> Mapping[str, District]:
    # Without a slug of its own, a district's adcode stands in its address.
    rows = (row for row in _rows("divisions.csv") if row["level"] == "district")
    return {row["adcode"]: District(row["adcode"], row["adcode"], row["name"]) for row in rows}


def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (folder("data") / "gazetteer" / name).open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))
