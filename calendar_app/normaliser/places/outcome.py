"""Write a choice down: the place, what it lies in, and every candidate with the reason why it lost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import TIE, Basis, Candidate, Division, Level, PlaceRole, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer
    from calendar_app.normaliser.places.settle import Settled

WHY_NOT = (
    (PlaceRole.AFFILIATION, "a post or an affiliation"),
    (PlaceRole.GUEST, "where guests come from"),
    (PlaceRole.PRODUCT, "where a product comes from"),
    (PlaceRole.ROUTE, "somebody's way"),
    (PlaceRole.NAME, "part of another name"),
    (PlaceRole.DATELINE, "the dateline"),
)
NO_EVIDENCE = tuple(role for role, _ in WHY_NOT)
MANY = 1 << 14
"""Candidates that are kept to be named again: making a frozen record takes longer than finding it."""
NAMED = (Level.VENUE, Level.COMMUNITY)


class Choice(NamedTuple):
    """What was chosen, on what evidence, and the venue whose district it tells."""

    chosen: tuple[Settled, ...]
    basis: Basis
    venue: Settled | None = None
    online: bool = False


def outcome(choice: Choice, settled: Sequence[Settled], home: str | None, gazetteer: Gazetteer) -> Where:
    """Give the place that was chosen; nothing chosen is at home."""
    chosen, basis = choice.chosen, choice.basis
    codes = dict.fromkeys(code[:6] for s in chosen for code in s.codes) or ([home] if home else [])
    areas = [gazetteer.divisions.areas(code) for code in codes]
    tied = len(chosen) == 1 and len(areas) > 1
    fine = not tied and basis is not Basis.HOME
    venue = choice.venue or next(filter(_names_venue, chosen), None)
    named = venue or next(iter(chosen), None)
    return Where(
        basis=basis,
        venue=venue.mention.name if venue else None,
        written=named.mention.text if named else None,
        township=_township(chosen, gazetteer) if fine else None,
        districts=tuple(area.district for area in areas if area.district) if fine else (),
        city=_same([area.city for area in areas]),
        province=_same([area.province for area in areas]),
        online=choice.online,
        span=named.mention.span if named else None,
        candidates=_candidates(settled, choice),
    )


def _names_venue(settled: Settled) -> bool:
    """Tell whether a venue's name says where; one that only has its city's in its name does where it is a site."""
    return (
        settled.mention.level in NAMED
        and bool(settled.mention.adcodes)
        and (settled.fine or settled.mention.role is PlaceRole.SITE)
    )


def _same(divisions: Sequence[Division | None]) -> Division | None:
    """Give the division that all share."""
    if len(divisions) < 2:
        return divisions[0] if divisions else None
    return divisions[0] if all(division == divisions[0] for division in divisions) else None


def _township(chosen: Sequence[Settled], gazetteer: Gazetteer) -> Division | None:
    return _same([gazetteer.township(s.codes, s.mention.name) for s in chosen])


def _candidates(settled: Sequence[Settled], choice: Choice) -> tuple[Candidate, ...]:
    """List every place that was named, once, and why it lost; what won has no reason, a tie says so."""
    found: dict[tuple[str, str], Candidate] = {}
    winners = [won.mention for won in choice.chosen]
    for s in settled:
        mention = s.mention
        name, level = mention.name, mention.level
        won = next((choice.chosen[i] for i, each in enumerate(winners) if each is mention), None)
        for code in s.codes or mention.adcodes:
            key = name, code[:6]
            if won is not None:
                found[key] = _candidate(name, key[1], level, choice.basis, _tie(won, code))
            elif key not in found:
                found[key] = _candidate(name, key[1], level, None, _lost(s, code))
    return tuple(found.values())


@lru_cache(maxsize=MANY)
def _candidate(name: str, adcode: str, level: Level, basis: Basis | None, lost: str | None) -> Candidate:
    return Candidate(name=name, adcode=adcode, level=level, basis=basis, lost=lost)


def _lost(settled: Settled, code: str) -> str:
    """Say why a place that was named is not the activity's."""
    role = settled.mention.role
    if role in NO_EVIDENCE:
        return WHY_NOT[NO_EVIDENCE.index(role)][1]
    return "weaker evidence" if code in settled.codes else "another city"


def _tie(won: Settled, code: str) -> str | None:
    """Say what speaks against one meaning of the name that was chosen."""
    if code not in won.codes:
        return "another city"
    return TIE if len(won.codes) > 1 else None
