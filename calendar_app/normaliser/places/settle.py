"""Which of several like-named places is meant: by the cities named nearby, and by the publication's home."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from calendar_app.model import Level, PlaceMention, PlaceRole
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.doubts import common, doubtful, everyday
from calendar_app.normaliser.places.shapes import CALLED_BY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

NO_HINTS = (PlaceRole.GUEST, PlaceRole.PRODUCT, PlaceRole.ROUTE, PlaceRole.NAME)
OWNERS = (PlaceRole.ORGANISER, PlaceRole.AFFILIATION)
"""Roles of those who hold something or take part, wherever it is."""
BEIJING = "11"
HINTS = 20
"""Names around a like-named place that are asked; a bound keeps long pages linear."""
PLAIN = (Level.PROVINCE, Level.CITY, Level.TOWNSHIP)
"""Levels that are believed by their names."""
UNCERTAIN = ("shape", "pattern", "gazetteer", "inner")
SQUARE = Pattern(
    r"(?:文化|中心|休闲|健身|村|镇|社区|小)*(?:广场|[一二三四五六七八九十0-9]+[楼层].*|[大小]?(?:礼堂|会堂|剧场|操场|舞台)"
    r"|图书[馆室]|文化[馆宫站]|活动中心|体育[馆场])"
)
"""Venues that any town, school and park has; they are not the city's own."""
TOWN_KINDS = ("街道", "地区", "镇", "乡")
FEW_TOWNS = 5
"""In how many districts of China towns can have a name that still says which is meant: 劲松, but not 解放 or 城关."""
ZONES, COUNTY_CITIES = "70", "81"
"""The last two digits from which adcodes are development zones, which share the names of the districts around them,
and those from which they are cities of the rank of a county (GB/T 2260).
"""


def _start(mention: PlaceMention) -> int:
    return mention.span[0]


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
        self.home, self.gazetteer = home, gazetteer
        self.city = gazetteer.divisions.city(home) if home else None

    def settle(self, mention: PlaceMention, layer: int) -> Settled:
        """Leave of a mention's codes those that its surroundings allow; all of them in a tie."""
        codes = self._towns(mention) if mention.level is Level.TOWNSHIP else mention.adcodes
        if not codes:
            codes = self._anaphor(mention)
        elif len(codes) > 1:
            codes = tuple(code for code in self._chosen(mention, codes) if self._believable(mention, code))
        elif not self._believable(mention, codes[0]):
            codes = ()
        if not codes and mention.level is Level.VENUE and self.city:
            if mention.adcodes:
                mention = replace(mention, name=mention.text)  # it is no venue that the gazetteer knows
            if whole := self._unclipped(mention):
                mention, codes = whole, whole.adcodes
            elif mention.rule.startswith("road"):
                codes = self._of_town(mention)
                mention = replace(mention, adcodes=codes)
        return Settled(mention, codes, layer, bool(codes) and codes[0][4:6] != "00")

    @cached_property
    def named(self) -> tuple[PlaceMention, ...]:
        """Give what is named beyond doubt and is no guest's home, in the order of the text."""
        everything = (mention for layer in (*self.layers, self.before) for mention in layer)
        certain = (
            m for m in everything
            if m.adcodes and m.role not in NO_HINTS and not (m.level is Level.TOWNSHIP and len(self._towns(m)) > 1)
            and (len(m.adcodes) == 1 or len({code[:6] for code in m.adcodes}) == 1 or self._with_namesake(m.adcodes))
            and not (m.level is Level.VENUE and (common(m.name) or self._borrowed(m)))
        )  # fmt: skip
        return tuple(sorted(certain, key=_start))

    def _with_namesake(self, codes: tuple[str, ...]) -> bool:
        """Tell whether codes are those of a city and of its own county of that name (南昌)."""
        return codes[0].endswith("00") and len(self.divisions.inside(codes, codes[:1])) == len(codes)

    @cached_property
    def _in_names(self) -> tuple[PlaceMention, ...]:
        """Give the places in the names of events (宋庄艺术节), which say no more than which of two is meant."""
        everything = (mention for layer in (*self.layers, self.before) for mention in layer)
        return tuple(m for m in everything if m.role is PlaceRole.NAME and len(m.adcodes) == 1)

    @cached_property
    def areas(self) -> frozenset[tuple[str, str]]:
        """Give the cities that are spoken of, each with the name that speaks of it."""
        return frozenset((self.divisions.city(m.adcodes[0]), m.name) for m in self.named)

    @cached_property
    def elsewhere(self) -> bool:
        """Tell whether another city is spoken of, as where something is, and the home is not."""
        if all(self._at_home(m.adcodes[0]) for layer in (*self.layers, self.before) for m in layer if m.adcodes):
            return False
        named = (m for m in self.named if m.role not in OWNERS and not self._doubtful(m, m.adcodes[0]))
        cities = {city.adcode for m in named if (city := self.divisions.areas(m.adcodes[0]).city)}
        return bool(cities) and self.city not in cities

    def _chosen(self, mention: PlaceMention, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Choose by the nearest city named as a site, an organiser or a dateline, by home, by any city named."""
        if mention.level is Level.PROVINCE:
            return tuple(code for code in codes if code.endswith("0000"))
        codes = tuple(code for code in codes if not ZONES <= code[4:6] < COUNTY_CITIES) or codes
        if len(codes) == 1:
            return codes
        around = self._around(mention)
        strong = self._nearest(codes, (m for m in around if m.role is not PlaceRole.MENTION))
        if strong:
            return strong
        own = self.divisions.inside(codes, (self.home,)) if self.home and self.home != self.city else ()
        if len(own) == 1:
            return own
        at_home = self.divisions.inside(codes, (self.city,)) if self.city else ()
        if len(at_home) == 1:
            return at_home
        hints = (*(m for m in around if m.role is PlaceRole.MENTION), *self._in_names)
        return self._nearest(at_home or codes, hints) or at_home or self._left(codes)

    def _left(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Take what nothing around speaks for: the one town of the home's province, none of several provinces'."""
        if not self.city or any(len(code) == 6 for code in codes):
            return self._senior(codes)
        near = tuple(code for code in codes if code[:2] == self.city[:2])
        return near if len(near) == 1 else codes if len({code[:2] for code in codes}) == 1 else ()

    def _around(self, mention: PlaceMention) -> list[PlaceMention]:
        """Give the certain names around a mention, the nearest first."""
        at = bisect_left(self.named, mention.span[0], key=_start)
        near = [m for m in self.named[max(0, at - HINTS) : at + HINTS] if m is not mention]
        return sorted(near, key=lambda m: abs(m.span[0] - mention.span[0]))

    def _nearest(self, codes: tuple[str, ...], hints: Iterable[PlaceMention]) -> tuple[str, ...]:
        """Take the codes in the first district, else city, that a hint names."""
        for hint in hints:
            for area in (hint.adcodes[0][:6], self.divisions.city(hint.adcodes[0])):
                if area in codes:
                    return (area,)
                if inside := self.divisions.inside(codes, (area,)):
                    return inside
        return ()

    @staticmethod
    def _senior(codes: tuple[str, ...]) -> tuple[str, ...]:
        """Take the city among districts, and divisions before the townships of their name."""
        cities = tuple(code for code in codes if len(code) == 6 and code.endswith("00"))
        if len(cities) == 1:
            return cities
        return tuple(code for code in codes if len(code) == 6) or codes

    def _believable(self, mention: PlaceMention, code: str) -> bool:
        """Doubt what is said by a common name or a stem alone when it lies in a city that nobody speaks of."""
        if mention.level in PLAIN or (mention.level is Level.DISTRICT and mention.text == mention.name):
            return True
        if not self.city:
            return True
        if self._at_home(code):
            return not (self.elsewhere and self._doubtful(mention, code))
        plain = mention.level is Level.VENUE and everyday(mention.name)
        if not (plain or self._doubtful(mention, code) or self._clipped(mention, code)):
            return True
        if mention.level is Level.DISTRICT and self._neighbour(code):
            return True
        return any(self.divisions.within(code, area) for area, name in self.areas if name != mention.name)

    def _neighbour(self, code: str) -> bool:
        """Tell whether it is a county of the home's province, whose papers call it by its stem."""
        unit = self.divisions.units.get(code[:6])
        return unit is not None and unit.name[-1] == "县" and self.city is not None and code[:2] == self.city[:2]

    def _towns(self, mention: PlaceMention) -> tuple[str, ...]:
        """Read a town named alone as any of China's: those of Beijing are found first, for a paper of Nanjing too."""
        codes = mention.adcodes
        if len(codes) != 1 or not self.city or self._at_home(codes[0]) or not codes[0].startswith(BEIJING):
            return codes
        return self.gazetteer.townships.get(mention.text, codes)

    def _unclipped(self, mention: PlaceMention) -> PlaceMention | None:
        """Read an unknown venue as the home city's own, whose papers leave out its name (上海文庙, said 文庙)."""
        if not (mention.adcodes or mention.rule.startswith(UNCERTAIN)) or SQUARE.fullmatch(mention.name):
            return None
        name, tails = mention.name.removeprefix("市"), cues().tails
        for prefix in self.prefixes[:2] if name in tails else self.prefixes:
            for start, end, reading in self.gazetteer.names.find(prefix + name)[:1]:
                said = name[: max(0, end - len(prefix))] if start == 0 else ""
                found = len(said) > 1 and reading.level is Level.VENUE and (said == name or said not in tails)
                codes = self.divisions.inside(reading.codes, (self.city or "",)) if found else ()
                if len(codes) == 1 and self._undisputed(codes[0]):
                    return replace(mention, name=reading.name, adcodes=codes)
        return None

    def _of_town(self, mention: PlaceMention) -> tuple[str, ...]:
        """Give the district of the home's one town that a street is called by: 劲松中街, of 劲松街道."""
        called = CALLED_BY.fullmatch(mention.text)
        if not called:
            return ()
        stem = called["stem"]
        towns = {code[:6] for kind in TOWN_KINDS for code in self.gazetteer.townships.get(stem + kind, ())}
        at_home = tuple(code for code in towns if self._at_home(code))
        return at_home if len(at_home) == 1 and len(towns) <= FEW_TOWNS else ()

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """Give the names of the home's city and province that its papers leave out."""
        areas = self.divisions.areas(self.city or "")
        city, province = (area.name if area else "" for area in (areas.city, areas.province))
        names = (city.removesuffix("市"), city, province.removesuffix("省"), province)
        return tuple(name for name in dict.fromkeys(names) if name)

    @cached_property
    def home_parts(self) -> frozenset[str]:
        """Give the home's districts that are named around, but for who holds something."""
        areas = (m for m in self.named if m.level is not Level.VENUE and m.role is not PlaceRole.ORGANISER)
        parts = (m.adcodes[0][:6] for m in areas if self._at_home(m.adcodes[0]))
        return frozenset(part for part in parts if not part.endswith("00"))

    def _undisputed(self, code: str) -> bool:
        """Tell whether no other part of the home is named around."""
        return not self.home_parts or code[:6] in self.home_parts

    def _at_home(self, code: str) -> bool:
        return self.city is not None and self.divisions.within(code, self.city)

    def _clipped(self, mention: PlaceMention, code: str) -> bool:
        """Tell whether a venue far from home is called as only its own city's papers do (协和医院, of 北京协和医院)."""
        if mention.level is not Level.VENUE or mention.text == mention.name or self._at_home(code):
            return False
        city = self.divisions.areas(code).city
        return city is not None and mention.name == city.name.removesuffix("市") + mention.text

    def _doubtful(self, mention: PlaceMention, code: str) -> bool:
        unit = self.divisions.units.get(code[:6])
        return unit is not None and doubtful(mention.name, mention.text, mention.level, mention.rule, unit)

    def _borrowed(self, mention: PlaceMention) -> bool:
        """Tell whether a venue's name only begins like a far place (解放公园, 北海冰场)."""
        return mention.rule.startswith("pattern") and self._doubtful(mention, mention.adcodes[0])

    def _anaphor(self, mention: PlaceMention) -> tuple[str, ...]:
        """Let 该区 and 全市 lean on what was named before, else on the home."""
        kind = mention.rule.partition(":")[0]
        if kind in {"city-wide", "elided-city", "online"}:
            if self.home and self.home[4:6] >= COUNTY_CITIES:
                return (self.home,)  # 市总工会, in a paper of 义乌
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
