"""Names and what they mean, compiled into automatons: the home's at once, the rest when a text asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from calendar_app.model import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDEST_FIRST = tuple(Level)


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


class Reading(NamedTuple):
    """All that a name means: `name` and `level` are the widest place's; no level is no place (三明治)."""

    name: str
    level: Level | None
    codes: tuple[str, ...]
    rule: str
    bare: bool


Meanings = dict[str, list[Place]]


class Automaton:
    """One automaton over names; what a name means is worked out when a text first uses it."""

    def __init__(self, meanings: Mapping[str, Sequence[Place]]) -> None:
        self.names = tuple(meanings)
        self._meanings = meanings
        self._readings: list[Reading | None] = [None] * len(self.names)
        self._matcher = AhoCorasick(
            self.names, MatchKind.LeftmostLongest, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[tuple[int, int, Reading]]:
        """Find the names of a text, leftmost and longest, and give what each means."""
        readings = self._readings
        return [
            (start, end, readings[pattern] or self._read(pattern))
            for pattern, start, end in self._matcher.find_matches_as_indexes(text)
        ]

    def _read(self, pattern: int) -> Reading:
        places = self._meanings[self.names[pattern]]
        widest = min(places, key=lambda place: WIDEST_FIRST.index(place.level), default=None)
        codes = tuple(dict.fromkeys(place.code for place in places))
        bare = all(place.bare for place in places)
        reading = Reading(widest.name if widest else "", widest.level if widest else None, codes, "gazetteer", bare)
        self._readings[pattern] = reading
        return reading


class Names:
    """The names near home in an automaton of their own, which is all that a text without other names needs.

    A text that contains a name from further off gets the automaton over all of them, built then; so what is found
    never depends on what was read before.
    """

    def __init__(self, near: Meanings, far: Meanings) -> None:
        for name in near.keys() & far.keys():
            near[name] += far.pop(name)
        self._near, self._far = near, far
        self._all: Automaton | None = None

    def find(self, text: str) -> list[tuple[int, int, Reading]]:
        """Find the names of a text, leftmost and longest."""
        if self._all is not None:
            return self._all.find(text)
        if any(self._asked(text, at) for at in range(len(text) - 1)):
            self._all = Automaton({**self._near, **self._far})
            return self._all.find(text)
        return self._nearby.find(text)

    def meanings(self, name: str) -> Sequence[Place]:
        """Give everything that a name may mean."""
        return self._near.get(name) or self._far.get(name) or ()

    @cached_property
    def _nearby(self) -> Automaton:
        return Automaton(self._near)

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        """Sort the names from further off by their first two characters."""
        heads: dict[str, tuple[str, ...]] = {}
        for name in self._far:
            heads[name[:2]] = (*heads.get(name[:2], ()), name)
        return heads

    def _asked(self, text: str, at: int) -> bool:
        names = self._heads.get(text[at : at + 2])
        return names is not None and text.startswith(names, at)
