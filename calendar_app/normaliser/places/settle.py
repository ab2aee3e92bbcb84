"""Which of several like-named places is meant: by the cities named nearby, and by the publication's home."""

from __future__ import annotations

import re
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Level, PlaceMention, PlaceRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

NO_HINTS = (PlaceRole.GUEST, PlaceRole.PRODUCT, PlaceRole.ROUTE, PlaceRole.NAME)
COMMON = re.compile(
    r"(?!中国|国家|中央|全国|首都|北京|上海|天津|重庆).{2,4}"
    r"(?:公园|广场|剧[场院]|文化[宫馆]|图书馆|体育[场馆]|体育中心|医院|小学|中学|市场|大厦|酒店|宾馆|码头|书店|影城|影院|礼堂|寺|湖)"
)
"""Venues that many cities have by the same name (南湖公园); those of another city want it named."""


HINTS = 40
"""Names around a like-named place that are asked; a bound keeps long pages linear."""


ZONES = "70"
"""The last two digits from which adcodes are development zones, which share the names of the districts around them."""


class Settled(NamedTuple):
    """A mention, the codes that are left when its surroundings have spoken, and its layer."""

    mention: PlaceMention
    codes: tuple[str, ...]
    layer: int
    fine: bool
    """Whether it says a district, or leaves open which of several."""


class Surroundings:
    """Everything named around an activity, and the home of what reports it."""

    def __init__(
        self,
        layers: Sequence[Sequence[PlaceMention]],
        home: str | None,
        before: Sequence[PlaceMention],
        gazetteer: Gazetteer,
    ) -> None:
        self.layers, self.before, self.divisions = layers, before, gazetteer.divisions
        self.home = home
        self.city = gazetteer.divisions.city(home) if home else None

    def settle(self, mention: PlaceMention, layer: int) -> Settled:
        """Leave of a mention's codes those that its surroundings allow; all of them in a tie."""
        codes = mention.adcodes
        if not codes:
            codes = self._anaphor(mention)
        elif len(codes) > 1:
            codes = self._chosen(mention, codes)
        elif mention.level is Level.VENUE and not self._believable(mention, codes[0]):
            codes = ()
        return Settled(mention, codes, layer, bool(codes) and codes[0][4:6] != "00")

    @cached_property
    def named(self) -> tuple[PlaceMention, ...]:
        """Give the divisions that are named beyond doubt and are no guests' homes."""
        everything = (mention for layer in (*self.layers, self.before) for mention in layer)
        return tuple(
            m for m in everything
            if m.adcodes and m.role not in NO_HINTS and len({c[:6] for c in m.adcodes}) == 1
            and not (m.level is Level.VENUE and COMMON.fullmatch(m.name))
        )  # fmt: skip

    @cached_property
    def areas(self) -> frozenset[tuple[str, str]]:
        """Give the cities that are spoken of, each with the name that speaks of it."""
        return frozenset((self.divisions.city(m.adcodes[0]), m.name) for m in self.named)

    def _chosen(self, mention: PlaceMention, codes: tuple[str, ...]) -> tuple[str, ...]:
        if mention.level is Level.PROVINCE:
            return codes[-1:] if codes[-1].endswith("0000") else codes[:1]
        codes = tuple(code for code in codes if code[4:6] < ZONES) or codes
        if len(codes) == 1:
            return codes
        strong = self._by(mention, codes, weak=False)
        if strong:
            return strong
        if self.city:
            home = tuple(code for code in codes if self.divisions.within(code, self.city))
            if home:
                return home
        weak = self._by(mention, codes, weak=True)
        if weak:
            return weak
        cities = tuple(code for code in codes if len(code) == 6 and code.endswith("00"))
        return cities if len(cities) == 1 else codes

    def _by(self, mention: PlaceMention, codes: tuple[str, ...], *, weak: bool) -> tuple[str, ...]:
        """Take the codes in the nearest city or province that is named."""
        hints = [m for m in self.named if m is not mention and (m.role is PlaceRole.MENTION) is weak]
        for hint in nsmallest(HINTS, hints, key=lambda m: abs(m.span[0] - mention.span[0])):
            for area in (hint.adcodes[0][:6], self.divisions.city(hint.adcodes[0])):
                inside = tuple(code for code in codes if code != area and self.divisions.within(code, area))
                if inside:
                    return inside
        return ()

    def _believable(self, mention: PlaceMention, code: str) -> bool:
        """Doubt a common name's only known bearer when it lies in a city that nobody speaks of."""
        if not self.city or self.divisions.within(code, self.city):
            return True
        if mention.rule.startswith("pattern"):
            unit = self.divisions.units.get(code[:6])
            if unit is None or unit.level is not Level.DISTRICT or mention.name.startswith(unit.name):
                return True
        elif not COMMON.fullmatch(mention.name):
            return True
        return any(self.divisions.within(code, area) for area, name in self.areas if name != mention.name)

    def _anaphor(self, mention: PlaceMention) -> tuple[str, ...]:
        """Let 该区 and 全市 lean on what was named before, else on the home."""
        kind = mention.rule.partition(":")[0]
        if kind in {"city-wide", "elided-city", "online"}:
            if self.city:
                return (self.city,)
            return next(((self.divisions.city(m.adcodes[0]),) for m in reversed(self.named)), ())
        if kind in {"district-anaphor", "elided-district"}:
            for m in reversed(self.before):
                if m.level is Level.DISTRICT and m.adcodes and m.role not in NO_HINTS:
                    return m.adcodes if len(m.adcodes) == 1 else self._chosen(m, m.adcodes)
            return (self.home,) if self.home and self.home != self.city else ()
        if kind == "venue-anaphor":
            return next((m.adcodes for m in reversed(self.before) if m.level is Level.VENUE and m.adcodes), ())
        return ()
