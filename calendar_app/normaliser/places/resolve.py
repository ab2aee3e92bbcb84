"""Choose where an activity takes place, by the order of evidence, and keep why the others lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Basis, Candidate, Division, Level, PlaceMention, PlaceRole, Where
from calendar_app.normaliser.places.gazetteer import Gazetteer, default

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FINE = frozenset((Level.DISTRICT, Level.TOWNSHIP, Level.COMMUNITY, Level.VENUE))
NO_EVIDENCE = {
    PlaceRole.AFFILIATION: "a post or an affiliation",
    PlaceRole.GUEST: "where guests come from",
    PlaceRole.PRODUCT: "where a product comes from",
    PlaceRole.ROUTE: "somebody's way",
    PlaceRole.NAME: "part of another name",
    PlaceRole.DATELINE: "the dateline",
}
STRONG_HINTS = frozenset((PlaceRole.SITE, PlaceRole.ORGANISER, PlaceRole.AFFILIATION, PlaceRole.DATELINE))
NO_HINTS = frozenset((PlaceRole.GUEST, PlaceRole.PRODUCT, PlaceRole.ROUTE))
JOINED = 4


class Settled(NamedTuple):
    """A mention with the codes that are left when its surroundings have spoken."""

    mention: PlaceMention
    codes: tuple[str, ...]
    layer: int

    @property
    def level(self) -> Level:
        """Give the mention's level."""
        return self.mention.level

    @property
    def fine(self) -> bool:
        """Tell whether it is settled down to the county."""
        return bool(self.codes) and not self.codes[0][:6].endswith("00")


def choose(
    layers: Sequence[Sequence[PlaceMention]],
    *,
    home: str | None,
    before: Sequence[PlaceMention] = (),
    gazetteer: Gazetteer | None = None,
) -> Where:
    """Choose the place of an activity from its mentions, in layers, nearest to the activity first.

    `home` is the adcode of the publication's city or district; `before` are mentions earlier in the report, for
    该区 and like-named places. A tie between like-named places leaves `districts` empty and keeps both as candidates.
    """
    return _Choice(layers, home, before, gazetteer or default()).where()


class _Choice:
    """One choosing: the mentions settled, then asked in the order of evidence."""

    def __init__(
        self,
        layers: Sequence[Sequence[PlaceMention]],
        home: str | None,
        before: Sequence[PlaceMention],
        gazetteer: Gazetteer,
    ) -> None:
        self.home, self.before, self.gazetteer = home, before, gazetteer
        self.layers = layers
        self.settled = [
            Settled(mention, self._settle(mention, number), number)
            for number, layer in enumerate(layers)
            for mention in layer
        ]

    def where(self) -> Where:
        """Ask each kind of evidence in turn."""
        if online := next((s for s in self.settled if s.mention.rule == "online"), None):
            return self._at((online,), Basis.CITY, online=True)
        sites = [s for s in self.settled if s.mention.role is PlaceRole.SITE]
        site = self._site(sites)
        if site and (site[0].fine or len(site[0].codes) > 1):
            basis = Basis.VENUE if site[0].level is Level.VENUE else Basis.DISTRICT
            return self._at(site, basis)
        area = site[0].codes if site and site[0].codes else ()
        support = self._support(area)
        if site and site[0].level in {Level.VENUE, Level.COMMUNITY}:
            if support:
                return self._at(support, self._basis(support[0]), venue=site[0])
            return self._at(site, Basis.CITY if area else Basis.HOME, venue=site[0])
        if support:
            return self._at(support, self._basis(support[0]))
        cities = sorted((s for s in self.settled if s.codes and self._counts(s)), key=self._rank)
        if site or cities:
            return self._at(site or cities[:1], Basis.CITY)
        return self._at((), Basis.HOME)

    def _site(self, sites: Sequence[Settled]) -> tuple[Settled, ...]:
        """Take the nearest site, made finer by sites further off that lie inside it."""
        if not sites:
            return ()
        nearest = [s for s in sites if s.layer == sites[0].layer]
        best = next((s for s in nearest if s.fine), nearest[0])
        for other in sites:
            if self._rank(other) < self._rank(best) and self._inside(other, best):
                best = other
        return self._together(best)

    def _rank(self, settled: Settled) -> int:
        return (Level.VENUE, Level.COMMUNITY, Level.TOWNSHIP, Level.DISTRICT, Level.CITY, Level.PROVINCE).index(
            settled.level
        )

    def _inside(self, one: Settled, other: Settled) -> bool:
        return bool(other.codes) and any(self.gazetteer.within(a, b) for a in one.codes for b in other.codes)

    def _together(self, best: Settled) -> tuple[Settled, ...]:
        """Take a list of sites (A、B和C) as a whole."""
        run = [best]
        for s in self.settled:
            last = run[-1].mention
            if s.layer == best.layer and 0 < s.mention.span[0] - last.span[1] < JOINED and s.mention.role is last.role:
                if s.level is best.level and s.codes and s.codes != best.codes:
                    run.append(s)
        return tuple(run)

    def _support(self, area: tuple[str, ...]) -> tuple[Settled, ...]:
        """Find what names a district without saying that it takes place there, nearest layer first."""
        for number in range(len(self.layers)):
            here = [s for s in self.settled if s.layer == number and s.codes and self._counts(s)]
            here = [s for s in here if s.fine and (not area or any(self.gazetteer.within(s.codes[0], a) for a in area))]
            ranked = sorted(here, key=self._weight)
            if ranked:
                return self._together(ranked[0])
        if fine := [s for s in (Settled(m, self._settle(m, 0), 0) for m in reversed(self.before)) if s.fine and s.mention.role is PlaceRole.SITE]:
            return fine[:1]
        return ()

    def _weight(self, settled: Settled) -> tuple[int, int]:
        """Order weak evidence: a venue named, who holds it, a town named, a spokesman, a district named."""
        role, rule, level = settled.mention.role, settled.mention.rule, settled.level
        if role is PlaceRole.SITE:
            kind = 0
        elif role is PlaceRole.ORGANISER:
            kind = 4 if rule == "spokesman" else 2
        else:
            kind = {Level.VENUE: 1, Level.COMMUNITY: 3, Level.TOWNSHIP: 3}.get(level, 5)
        return kind, self._rank(settled)

    def _counts(self, settled: Settled) -> bool:
        return settled.mention.role not in NO_EVIDENCE

    def _basis(self, settled: Settled) -> Basis:
        if settled.mention.role is PlaceRole.ORGANISER:
            return Basis.ORGANISER
        return Basis.VENUE if settled.level is Level.VENUE else Basis.DISTRICT

    def _settle(self, mention: PlaceMention, layer: int) -> tuple[str, ...]:
        """Leave of a mention's codes those that the named cities and the home allow."""
        codes = mention.adcodes
        if not codes:
            return self._anaphor(mention, layer)
        if len({code[:6] for code in codes}) == 1:
            return codes
        for hints in (self._hints(mention, STRONG_HINTS), (self.home,) if self.home else (), self._hints(mention, None)):
            for hint in hints:
                left = tuple(code for code in codes if code != hint and self._near(code, hint))
                if left:
                    return left
        coarse = tuple(code for code in codes if code.endswith("00") and len(code) == 6)
        return coarse if len(coarse) == 1 else codes

    def _near(self, code: str, hint: str) -> bool:
        city = self.gazetteer.city(hint[:6])
        return self.gazetteer.within(code, city.adcode if city else hint[:6])

    def _hints(self, mention: PlaceMention, roles: frozenset[PlaceRole] | None) -> Iterable[str]:
        """Give the adcodes that other mentions settle, nearest in the text first."""
        others = [m for layer in self.layers for m in layer if m is not mention] + list(self.before)
        others = [
            m
            for m in others
            if len({code[:6] for code in m.adcodes}) == 1
            and (m.role in roles if roles else m.role not in NO_HINTS)
        ]
        others.sort(key=lambda m: abs(m.span[0] - mention.span[0]))
        return [m.adcodes[0][:6] for m in others]

    def _anaphor(self, mention: PlaceMention, layer: int) -> tuple[str, ...]:
        """Let 该区 and 全市 lean on what was named before, else on the home."""
        if mention.rule == "district-anaphor" and self.home and not self.home.endswith("00"):
            return (self.home,)
        if mention.rule in {"city-wide", "online"} and self.home:
            city = self.gazetteer.city(self.home)
            return (city.adcode if city else self.home,)
        return ()

    def _at(
        self,
        chosen: Sequence[Settled],
        basis: Basis,
        *,
        venue: Settled | None = None,
        online: bool = False,
    ) -> Where:
        gazetteer = self.gazetteer
        codes = tuple(dict.fromkeys(code for s in chosen for code in s.codes))
        tied = len(chosen) == 1 and len({code[:6] for code in codes}) > 1
        if not codes and self.home:
            codes = (self.home,)
        districts = () if tied else tuple(dict.fromkeys(d for code in codes if (d := gazetteer.district(code))))
        cities = {gazetteer.city(code) for code in codes}
        provinces = {gazetteer.province(code) for code in codes}
        venue = venue or next((s for s in chosen if s.level in {Level.VENUE, Level.COMMUNITY} and not online), None)
        townships = {t for s in chosen if (t := self._township(s))}
        named = venue or (chosen[0] if chosen else None)
        return Where(
            basis=basis,
            venue=venue.mention.name if venue else None,
            written=named.mention.text if named else None,
            township=townships.pop() if len(townships) == 1 else None,
            districts=districts if basis not in {Basis.HOME, Basis.CITY} else (),
            city=cities.pop() if len(cities) == 1 else None,
            province=provinces.pop() if len(provinces) == 1 else None,
            online=online,
            span=named.mention.span if named else None,
            candidates=self._candidates(chosen, basis),
        )

    def _township(self, settled: Settled) -> Division | None:
        if not settled.codes:
            return None
        code = settled.codes[0]
        if settled.level is Level.VENUE:
            code = next((p.township for p in self.gazetteer.places.get(settled.mention.name, ()) if p.code == code), "")
        return self.gazetteer.division(code[:9]) if len(code) > 6 else None

    def _candidates(self, chosen: Sequence[Settled], basis: Basis) -> tuple[Candidate, ...]:
        found: dict[tuple[str, str], Candidate] = {}
        for s in self.settled:
            for code in s.codes or s.mention.adcodes:
                won = s in chosen
                lost = None if won and len(s.codes) == 1 else "a tie" if won else self._lost(s)
                key = (s.mention.name, code)
                if key not in found or (found[key].lost and lost is None):
                    found[key] = Candidate(
                        name=s.mention.name, adcode=code[:6], level=s.level, basis=basis if won else None, lost=lost
                    )
        return tuple(found.values())

    def _lost(self, settled: Settled) -> str:
        return NO_EVIDENCE.get(settled.mention.role) or "weaker evidence"
