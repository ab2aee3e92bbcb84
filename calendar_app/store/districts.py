"""Districts by the names that addresses use: six-digit adcode (GB/T 2260) or pinyin slug."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class District:
    """A district that can be selected: its adcode, its slug in addresses, its name."""

    adcode: str
    slug: str
    name: str

    def label(self, language: str = "zh") -> str:
        """Name it for a reader; in English by its pinyin."""
        return self.name if language == "zh" else self.slug.replace("-", " ").title()


@cache
def districts() -> tuple[District, ...]:
    """Give every district, in the order of the adcodes."""
    with (folder("data") / "gazetteer" / "slugs.csv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table)
        return tuple(sorted((District(row["adcode"], row["slug"], row["name"]) for row in rows), key=_adcode))


def district(name: str) -> District | None:
    """Find a district by adcode or slug, whatever the slug's case; None when there is none."""
    return _by_name().get(name.lower())


@cache
def _by_name() -> Mapping[str, District]:
    return {name: each for each in districts() for name in (each.adcode, each.slug)}


def _adcode(each: District) -> str:
    return each.adcode
