"""What 该区, 区总工会, 园内 and 报告厅 lean on: the districts and venues named before them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from calendar_app.model import Level, PlaceRole
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer
    from calendar_app.normaliser.places.hits import Hit

FORGOTTEN = (PlaceRole.GUEST, PlaceRole.PRODUCT, PlaceRole.ROUTE, PlaceRole.NAME, PlaceRole.DATELINE)
KINDS = {
    "馆": ("馆", "院", "宫"),
    "院": ("院", "剧场"),
    "园": ("园", "园区", "景区"),
    "校": ("学", "校", "院"),
    "景": ("景区", "园"),
}
"""What the venues of 该馆, 院内 and the like are called by their last word."""
FLOOR = Pattern(r"[一二三四五六七八九十0-9]{1,3}[层楼]")
REMEMBERED = 30
"""Venues that a later short form may mean; a bound keeps long pages linear."""


class Memory:
    """The last district and the venues that a text has named so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.district: Hit | None = None
        self.venues: deque[Hit] = deque(maxlen=REMEMBERED)

    def note(self, phrase: Sequence[Hit], role: PlaceRole) -> None:
        """Remember the places of a phrase, unless they are only where somebody or something comes from."""
        if role in FORGOTTEN:
            return
        for hit in phrase:
            if hit.level is Level.VENUE:
                self.venues.append(hit)
            elif hit.level is Level.DISTRICT and hit.codes:
                self.district = hit

    def settle(self, hit: Hit) -> Hit:
        """Give an anaphor, or a part or short form of a venue, the place it stands for; else the hit as it is."""
        if hit.rule in {"district-anaphor", "elided-district"}:
            return self._of_district(hit)
        if hit.rule == "venue-anaphor":
            return self._same(hit, self._venue(KINDS.get(hit.name.lstrip("该本")[:1], ())))
        if hit.rule == "shape" and not hit.codes and self.venues:
            return self._same(hit, self._whole(hit))
        return hit

    def _of_district(self, hit: Hit) -> Hit:
        """Read 该区 as the district's own name, in 该区工人文化宫 and 区文化馆 too."""
        rest = hit.name[1:] if hit.rule == "elided-district" else hit.name if hit.level is Level.VENUE else ""
        level = Level.VENUE if rest.endswith(("馆", "宫")) else hit.level
        if self.district is None:
            return hit._replace(level=level)
        named = self.district.name
        return hit._replace(
            level=level, codes=self.district.codes, name=named + rest if level is Level.VENUE else named
        )

    def _venue(self, endings: tuple[str, ...]) -> Hit | None:
        if not endings:
            return self.venues[-1] if self.venues else None
        return next((venue for venue in reversed(self.venues) if venue.name.endswith(endings)), None)

    def _whole(self, hit: Hit) -> Hit | None:
        """Find the venue that a short form names (大剧院), or that a hall with no name of its own is a part of."""
        whole = self.gazetteer.part_of(hit.name)
        if named := next((venue for venue in reversed(self.venues) if venue.name == whole), None):
            return named
        for venue in reversed(self.venues):
            tail = venue.name[-3:]
            at = hit.name.find(tail)
            if at >= 0 and venue.name.endswith(hit.name[: at + len(tail)]):
                return venue
        hall = hit.name[found.end() :] if (found := FLOOR.match(hit.name)) else hit.name
        return self.venues[-1] if cues().inner.begin(hall) else None

    @staticmethod
    def _same(hit: Hit, venue: Hit | None) -> Hit:
        return hit if venue is None else hit._replace(name=venue.name, codes=venue.codes, level=Level.VENUE)
