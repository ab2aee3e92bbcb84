"""Choose where an activity takes place, by the order of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.model import Basis, Level, PlaceMention, PlaceRole, Where
from calendar_app.normaliser.places.gazetteer import Gazetteer, default
from calendar_app.normaliser.places.outcome import NAMED, NO_EVIDENCE, Choice, outcome
from calendar_app.normaliser.places.settle import Settled, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR = 2
"""Layers that speak of the activity itself (its clause and its sentence); what is further off may be another's."""
JOINED = 4
"""Characters between two names of one list."""
FINEST_FIRST = tuple(reversed(Level))
TOWNS = (Level.TOWNSHIP, Level.COMMUNITY)
ITSELF = ("holds", "organises", "by")
"""Rules of roles by which a division acts itself, not a body of it."""
WEAK = {Level.VENUE: 1, Level.COMMUNITY: 3, Level.TOWNSHIP: 3}


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
    gazetteer = gazetteer or default()
    around = Surroundings(layers, home, before, gazetteer)
    if len(layers) == 1:
        settled = [around.settle(mention, 0) for mention in layers[0]]
    else:
        settled = [around.settle(mention, number) for mention, number in _once(layers)]
    earlier = (around.settle(mention, len(layers)) for mention in reversed(before))
    return outcome(_choice(settled, earlier, gazetteer), settled, around.city, gazetteer)


def _once(layers: Sequence[Sequence[PlaceMention]]) -> Iterator[tuple[PlaceMention, int]]:
    """Give every mention with the nearest layer that holds it."""
    seen: set[tuple[int, int, str]] = set()
    for number, layer in enumerate(layers):
        for mention in layer:
            key = (*mention.span, mention.text)
            if key not in seen:
                seen.add(key)
                yield mention, number


def _choice(settled: Sequence[Settled], earlier: Iterator[Settled], gazetteer: Gazetteer) -> Choice:
    """Ask the evidence near the activity, then that further off, then for the city alone.

    A venue that nothing places (镇中心广场) is where the report last was: the first of `earlier` that says where.
    """
    near = settled if not settled or settled[-1].layer < NEAR else [s for s in settled if s.layer < NEAR]
    online = next((s for s in near if s.mention.rule.startswith("online")), None)
    if online and not any(s.fine and s.mention.role is PlaceRole.SITE for s in near):
        return Choice((online,), Basis.CITY, online=True)
    if found := _district(near, gazetteer):
        return found._replace(online=online is not None)
    wide = _city(near)
    if wide and wide.mention.role is PlaceRole.SITE and len(cities := _list(wide, near)) > 1:
        return Choice(cities, Basis.CITY)
    if len(near) < len(settled) and (found := _district(settled, gazetteer)) and _agree(wide, found, gazetteer):
        return found
    wide = wide or _city(settled)
    unknown = next((s for s in settled if _unknown(s)), None)
    if unknown and (last := next((s for s in earlier if s.fine and s.mention.role not in NO_EVIDENCE), None)):
        return Choice((last,), Basis.DISTRICT, unknown)
    if wide:
        by = wide.mention.role is PlaceRole.ORGANISER and wide.mention.adcodes and wide.mention.level is not Level.VENUE
        basis = Basis.ORGANISER if by else Basis.CITY
        return Choice((wide,), basis, unknown)
    return Choice((), Basis.HOME, unknown)


def _agree(wide: Settled | None, found: Choice, gazetteer: Gazetteer) -> bool:
    """Tell whether what is said further off may make the city that is said nearby finer; 全市 means all of it.

    A city that is only named (天津泥塑艺人) is no match for a site.
    """
    if wide is None or (wide.mention.role is PlaceRole.MENTION and found.chosen[0].mention.role is PlaceRole.SITE):
        return True
    inside = gazetteer.divisions.inside(found.chosen[0].codes, wide.codes)
    return bool(inside) and not wide.mention.rule.startswith("city-wide")


def _district(settled: Sequence[Settled], gazetteer: Gazetteer) -> Choice | None:
    """Find evidence of a district: a site first, then what else is named, the nearest layer first."""
    sites = [s for s in settled if s.mention.role is PlaceRole.SITE]
    unknown = next((s for s in sites if _unknown(s)), None)
    if site := _site(sites, gazetteer):
        if site.mention.level is Level.VENUE:
            return Choice(_list(site, settled), Basis.VENUE)
        venue = site if site.mention.level is Level.COMMUNITY else unknown
        return Choice(_list(site, settled), Basis.DISTRICT, venue)
    area = next((s.codes for s in sites if s.codes), ())
    for number in sorted({s.layer for s in settled}):
        told = [
            s for s in settled
            if s.layer == number and s.fine and s.mention.role not in NO_EVIDENCE
            and (not area or gazetteer.divisions.inside(s.codes, area))
        ]  # fmt: skip
        if told:
            best = min(told, key=_weight) if len(told) > 1 else told[0]
            return Choice(_list(best, settled), _basis(best), unknown)
    return None


def _site(sites: Sequence[Settled], gazetteer: Gazetteer) -> Settled | None:
    """Take the first site that says a district, made finer by those that lie inside it."""
    fine = [s for s in sites if s.fine]
    if not fine:
        return None
    best = next((s for s in fine if s.layer == fine[0].layer and not s.mention.rule.endswith("holds")), fine[0])
    for other in fine:
        finer = FINEST_FIRST.index(other.mention.level) < FINEST_FIRST.index(best.mention.level)
        if finer and (inside := gazetteer.divisions.inside(other.codes, best.codes)):
            best = other._replace(codes=inside)
    return best


def _unknown(settled: Settled) -> bool:
    """Tell whether it is a site whose name says no district."""
    return settled.mention.role is PlaceRole.SITE and not settled.fine and settled.mention.level in NAMED


def _weight(settled: Settled) -> tuple[bool, int, int]:
    """Order what is named without being a site: a venue, who holds it, a town, who speaks for it, a district."""
    mention = settled.mention
    if mention.role is PlaceRole.ORGANISER:
        kind = 4 if mention.rule.endswith("spokesman") else 2
    else:
        kind = WEAK.get(mention.level, 5)
        if kind == 1 and mention.rule.startswith("pattern"):
            kind = 2
    tied = len({code[:6] for code in settled.codes}) > 1
    return tied, kind, FINEST_FIRST.index(mention.level)


def _basis(settled: Settled) -> Basis:
    """Name the evidence; a town that holds something (龙泉镇举办) holds it at home, unlike its union."""
    mention = settled.mention
    if mention.role is PlaceRole.ORGANISER and not (mention.level in TOWNS and mention.rule.endswith(ITSELF)):
        return Basis.ORGANISER
    return Basis.VENUE if mention.level is Level.VENUE else Basis.DISTRICT


def _list(best: Settled, settled: Sequence[Settled]) -> tuple[Settled, ...]:
    """Take the list that a place stands in (东城、丰台和昌平) as a whole, each place once."""
    first = last = next(number for number, s in enumerate(settled) if s.mention is best.mention)
    while first > 0 and _listed(settled[first - 1], settled[first]):
        first -= 1
    while last + 1 < len(settled) and _listed(settled[last], settled[last + 1]):
        last += 1
    if first == last:
        return (best,)
    kept = {best.codes: best}
    members = settled[first : last + 1]
    for s, behind in zip(members, (*members[1:], None), strict=True):
        wider = behind is not None and behind.mention.span[0] == s.mention.span[1]
        if s.fine is best.fine and s.mention is not best.mention and not wider:
            kept.setdefault(s.codes, s)
    return tuple(sorted(kept.values(), key=lambda s: s.mention.span))


def _listed(one: Settled, two: Settled) -> bool:
    gap = two.mention.span[0] - one.mention.span[1]
    return 0 <= gap < JOINED and one.layer == two.layer and one.mention.role is two.mention.role


def _city(settled: Sequence[Settled]) -> Settled | None:
    """Find the city that is named: as the site, by who holds it, or at all; a city before a province."""
    named = [s for s in settled if s.codes and not s.fine and s.mention.role not in NO_EVIDENCE]
    order = {PlaceRole.SITE: 0, PlaceRole.ORGANISER: 1}
    return min(named, key=lambda s: (order.get(s.mention.role, 2), FINEST_FIRST.index(s.mention.level)), default=None)
