"""All places of a text with their roles: finding, joining, anaphora and roles, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Level, PlaceMention, PlaceRole
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.anaphora import Memory
from calendar_app.normaliser.places.finding import find
from calendar_app.normaliser.places.gazetteer import Gazetteer, default
from calendar_app.normaliser.places.phrases import join
from calendar_app.normaliser.places.roles import quotations, role

if TYPE_CHECKING:
    from calendar_app.normaliser.places.hits import Hit

HALVES = re.compile("[\ud800-\udfff]")
PART = Pattern(
    r"(?:[东南西北正]{1,2}门|[一二三四五六七八九十\d]{1,3}(?:层|楼|期|号(?:馆|楼|厅|门))|[A-Z]座|门前|门口)+"
    r"(?:(?:[东南西北]?广场|大厅|展厅|报告厅|会议室|门)|(?![\u4e00-\u9fff]{0,2}[厅馆场]))"
)
"""Doors, floors and halls behind a venue's name: they stay in the words as written."""


def find_places(text: str, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """Find all places of a text with their roles, in order; spans are in the text as given.

    `rule` tells how the name was found and how its role was read (`gazetteer:cue`, `shape:locative` …).
    """
    gazetteer = gazetteer or default()
    folded = fold(text)
    try:
        hits = find(folded, gazetteer)
    except UnicodeEncodeError:  # half of a surrogate pair, as broken JSON escapes it, cannot be searched
        folded = HALVES.sub("\ufffd", folded)
        hits = find(folded, gazetteer)
    quoted = quotations(folded)
    memory = Memory(gazetteer)
    mentions: list[PlaceMention] = []
    phrases = join(folded, hits, gazetteer)
    for number, phrase in enumerate(phrases):
        limit = phrases[number + 1][0].start if number + 1 < len(phrases) else len(folded)
        last = memory.settle(phrase[-1])
        if last.level is Level.VENUE and (part := PART.match(folded, last.end, limit)):
            last = last._replace(end=part.end())
        phrase[-1] = last
        part_played, rule = role(folded, phrase, quoted)
        if last.rule in {"shape", "road"} and not last.codes and not _said(part_played, rule, last):
            phrase.pop()
        memory.note(phrase, part_played)
        mentions += [
            PlaceMention(
                text=text[hit.start : hit.end],
                span=(hit.start, hit.end),
                name=hit.name,
                level=hit.level,
                adcodes=hit.codes,
                role=part_played,
                rule=f"{hit.rule}:{rule}",
            )
            for hit in phrase
        ]
    return tuple(mentions)


def _said(role: PlaceRole, rule: str, hit: Hit) -> bool:
    """Tell whether the words around an unknown name say that it is a place of the activity."""
    return role is PlaceRole.SITE and (rule == "cue" or hit.rule == "shape")
