"""What finding yields: a stretch of text, the place it names, and how it was found."""

from __future__ import annotations

from typing import NamedTuple

from calendar_app.model import Level

ANAPHORS = {
    "online": Level.VENUE,
    "city-wide": Level.CITY,
    "district-anaphor": Level.DISTRICT,
    "elided-district": Level.DISTRICT,
    "elided-city": Level.CITY,
    "venue-anaphor": Level.VENUE,
}
"""Rules of hits that lean on what was named before, and the level of what they stand for."""


class Hit(NamedTuple):
    """A stretch of text that names a place; `codes` are all that it may mean, `rule` is how it was found.

    Rules: `gazetteer`; `inner`, a part of a known venue; `pattern`, a venue with its district in its name; `shape`,
    a venue known by its last word only; and the kinds of anaphor. A `bare` name wants a cue of place.
    """

    start: int
    end: int
    name: str
    level: Level
    codes: tuple[str, ...]
    rule: str
    bare: bool = False
