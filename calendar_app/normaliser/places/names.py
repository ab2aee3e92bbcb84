"""Names and what they mean, and where they stand in a text: leftmost and longest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from calendar_app.model import Level

WIDEST_FIRST = tuple(Level)
FEW = 4000
"""Characters that are searched without an automaton: building it takes as long as searching about so many."""


PlainPlace = tuple[str, str, str, str, bool]
"""A `Place` as build products keep it."""


class Place(NamedTuple):
    """One thing that a name may mean.

    `level` is the value of a `Level`. `code` is an adcode, a township's nine digits or a community's twelve; a venue
    has its district's (its city's where no district is known) and, where known, its `township`. `bare` names lack
    the word that says what they are (朝阳 for 朝阳区) and need a cue of place.
    """

    name: str
    level: str
    code: str
    township: str = ""
    bare: bool = False


class Reading(NamedTuple):
    """All that a name means: `name` and `level` are the widest place's; the rule `decoy` is no place (三明治)."""

    name: str
    level: Level
    codes: tuple[str, ...]
    rule: str
    bare: bool


Meanings = dict[str, Sequence[PlainPlace]]
Match = tuple[int, int, Reading]


class Names:
    """Finds names in texts: in the first texts by looking every stretch up, then by an automaton."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings
        self._readings: dict[str, Reading] = {}
        self._searched = 0

    def meanings(self, name: str) -> list[Place]:
        """Give everything that a name may mean."""
        return [Place(*place) for place in self._meanings.get(name, ())]

    def find(self, text: str) -> list[Match]:
        """Find the names of a text, leftmost and longest, with what each means; both ways find the same."""
        if self._searched < FEW:
            self._searched += len(text)
            return self.find_by_lookup(text)
        return self.find_by_automaton(text)

    def find_by_lookup(self, text: str) -> list[Match]:
        """Look every stretch up, the longest first: slower, and nothing has to be built."""
        matches, at, meanings, longest = [], 0, self._meanings, self._longest
        while at < len(text) - 1:
            for end in range(min(at + longest, len(text)), at + 1, -1):
                if text[at:end] in meanings:
                    matches.append((at, end, self._read(text[at:end])))
                    at = end
                    break
            else:
                at += 1
        return matches

    def find_by_automaton(self, text: str) -> list[Match]:
        """Find them in one pass."""
        automaton, names = self._automaton
        known = self._readings
        return [
            (start, end, known.get(names[number]) or self._read(names[number]))
            for number, start, end in automaton.find_matches_as_indexes(text)
        ]

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._meanings), default=0)

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, tuple[str, ...]]:
        names = tuple(self._meanings)
        kind, implementation = MatchKind.LeftmostLongest, Implementation.ContiguousNFA
        return AhoCorasick(names, kind, store_patterns=False, implementation=implementation), names

    def _read(self, name: str) -> Reading:
        reading = self._readings.get(name)
        if reading is None:
            places = self.meanings(name)
            widest = min(places, key=lambda place: WIDEST_FIRST.index(Level(place.level)), default=None)
            reading = self._readings[name] = Reading(
                widest.name if widest else "",
                Level(widest.level) if widest else Level.VENUE,
                tuple(dict.fromkeys(place.code for place in places)),
                "gazetteer" if widest else "decoy",
                bare=all(place.bare for place in places),
            )
        return reading
