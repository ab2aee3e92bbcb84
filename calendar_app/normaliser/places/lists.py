"""Sites listed each behind its own district (江宁区方山、浦口区老山…四处), whatever their names mean elsewhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.hits import Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

LISTED_SITE = Pattern(r"(?P<site>[\u4e00-\u9fff]{2,6}?)(?:、|[和与及]|以及)$")
LAST_SITE = Pattern(
    r"(?P<site>[\u4e00-\u9fff]{2,6}?)(?:[两二三四五六七八九十][处地]|等[地处两二三四五六七八九十]|同[时步]|举[行办]|[,。;]|$)"
)
LONGEST_STEP = 9
"""Characters from one district of a list to the next: a site and 以及."""


def listed_sites(text: str, hits: Sequence[Hit], gazetteer: Gazetteer) -> Sequence[Hit]:
    """Name the sites between the districts of a list, in a folded text; what their names mean elsewhere goes."""
    heads = [hit for hit in hits if hit.level is Level.DISTRICT and hit.rule == "gazetteer" and not hit.bare]
    if len(heads) < 2:
        return hits
    sites: list[Hit] = []
    for one, two in pairwise(heads):
        if 0 < two.start - one.end <= LONGEST_STEP:
            sites += _site(text, one, LISTED_SITE.match(text, one.end, two.start))
        elif sites and sites[-1].codes != one.codes:
            sites += _last(text, one, sites)
    if sites:
        sites += _last(text, heads[-1], sites)
    return _merged(hits, sites, gazetteer) if sites else hits


def _merged(hits: Sequence[Hit], sites: Sequence[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Put sites among the hits; a name that lies in the district, or a venue or town of its own, stays."""
    merged: list[Hit] = []
    i = 0
    for site in sites:
        while i < len(hits) and hits[i].start < site.start:
            merged.append(hits[i])
            i += 1
        behind = i
        while behind < len(hits) and hits[behind].start < site.end:
            behind += 1
        known = any(not hit.bare or gazetteer.divisions.inside(hit.codes, site.codes) for hit in hits[i:behind])
        if not known and not (merged and merged[-1].end > site.start):
            merged.append(site)
            i = behind
    return [*merged, *hits[i:]]


def _last(text: str, head: Hit, sites: Sequence[Hit]) -> list[Hit]:
    """Name the last site of a list, which no district follows."""
    if head.start - sites[-1].end > LONGEST_STEP - 7:
        return []
    return _site(text, head, LAST_SITE.match(text, head.end))


def _site(text: str, head: Hit, found: re.Match[str] | None) -> list[Hit]:
    if found is None or _is_body(text, head.end):
        return []
    return [Hit(head.end, found.end("site"), found["site"], Level.VENUE, head.codes, "listed")]


def _is_body(text: str, at: int) -> bool:
    """Tell whether what follows a district is a body, a person or a product of it."""
    lexicon = cues()
    return any(
        words.begin(text, at)
        for words in (lexicon.organisation, lexicon.people, lexicon.product, lexicon.post, lexicon.spokesman)
    )
