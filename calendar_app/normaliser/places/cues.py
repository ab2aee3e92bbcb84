"""The words around places, by what they tell: `data/lexicon/place_cues.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from calendar_app.resources import folder

MARKS = (
    "tail",
    "road",
    "township",
    "community",
    "online",
    "city-wide",
    "district-anaphor",
    "venue-anaphor",
    "elided-district",
    "elided-city",
)
"""Kinds that are looked for all over a text; the others are only looked at beside a place."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by kind, as tuples for `startswith` and `endswith`, and one automaton over the marks."""

    kinds: dict[str, tuple[str, ...]]
    marks: AhoCorasick
    mark_kinds: tuple[str, ...]
    inner: frozenset[str]

    def __getitem__(self, kind: str) -> tuple[str, ...]:
        return self.kinds[kind]


@cache
def cues() -> Cues:
    """Load the table once."""
    kinds: dict[str, list[str]] = {}
    with (folder("data") / "lexicon" / "place_cues.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kinds.setdefault(row["kind"], []).append(row["cue"])
    marked = [(cue, kind) for kind in MARKS for cue in kinds[kind]]
    return Cues(
        {kind: tuple(words) for kind, words in kinds.items()},
        AhoCorasick([cue for cue, _ in marked], MatchKind.LeftmostLongest, store_patterns=False),
        tuple(kind for _, kind in marked),
        frozenset(kinds["inner"]),
    )
