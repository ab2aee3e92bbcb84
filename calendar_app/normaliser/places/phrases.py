"""Join names into phrases: a chain narrows its parts (福建省鼓楼区), a list shares its role (东城、丰台四区)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.finding import FINENESS, ROAD, Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

CHAIN = re.compile(r"[ \t]*|的|境内的?|辖区内?的?")
LIST = re.compile(r"区?(?:、|[和与及]|以及)")
EDGE = re.compile(r"^[\s“\"'《(,。:;]*$")


def join(text: str, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[list[Hit]]:
    """Confirm the bare names and group the hits of a folded text into phrases, each in order."""
    hits = [hit for hit in hits if not (hit.bare and ROAD.match(text, hit.end))]
    phrases: list[list[Hit]] = []
    for hit in hits:
        if phrases and (linked := _link(text, phrases[-1][-1], hit, gazetteer)):
            phrases[-1].append(linked)
        else:
            phrases.append([hit])
    return [confirmed for phrase in phrases if (confirmed := _confirm(text, phrase, gazetteer))]


def _link(text: str, one: Hit, two: Hit, gazetteer: Gazetteer) -> Hit | None:
    """Give the second of two hits as the first narrows it, when they belong to one phrase."""
    gap = text[one.end : two.start]
    if len(gap) > 5:
        return None
    if CHAIN.fullmatch(gap) and one.coarse:
        if FINENESS[two.level] <= FINENESS[one.level] and two.level is not Level.VENUE:
            return None
        if not two.codes:
            return two._replace(codes=one.codes) if one.codes else two
        inside = tuple(c for c in two.codes if any(gazetteer.within(c, area) for area in one.codes))
        return two._replace(codes=inside) if inside else None
    return two if LIST.fullmatch(gap) else None


def _confirm(text: str, phrase: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Keep a phrase of bare names only where a cue of place stands beside it."""
    if any(not hit.bare for hit in phrase) or _cued(text, phrase) or len(phrase) > 1:
        return _narrow(phrase, gazetteer)
    return [hit for hit in phrase if hit.level is Level.PROVINCE]


def _cued(text: str, phrase: list[Hit]) -> bool:
    before = text[max(0, phrase[0].start - 6) : phrase[0].start]
    end = phrase[-1].end
    lexicon = cues()
    if before.endswith(lexicon["before-site"]) or before.endswith(lexicon["before-guest"]):
        return True
    if text.startswith(("职工", "区", "两区", "三区", "四区", "五区", "六区", "等", *lexicon["organisation"]), end):
        return True
    return phrase[0].start == 0 and (end == len(text) or text[end] in " \t")


def _narrow(phrase: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Let a finer name settle the coarser ones before it (恭城 in 恭城镇's county)."""
    narrowed = phrase[:1]
    for hit in phrase[1:]:
        last = narrowed[-1]
        if len(last.codes) > 1 and hit.codes:
            over = tuple(area for area in last.codes if any(gazetteer.within(c, area) for c in hit.codes))
            if over:
                narrowed[-1] = last._replace(codes=over)
        narrowed.append(hit)
    return narrowed
