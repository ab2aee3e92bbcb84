"""Where things take place: find the names of places, read their roles, choose by evidence."""

from __future__ import annotations

from calendar_app.folding import fold
from calendar_app.model import PlaceMention, Where
from calendar_app.normaliser.places.finding import find
from calendar_app.normaliser.places.gazetteer import Gazetteer, default
from calendar_app.normaliser.places.phrases import join
from calendar_app.normaliser.places.resolve import choose
from calendar_app.normaliser.places.roles import quotations, role

__all__ = ["Gazetteer", "choose", "find_places", "locate"]


def find_places(text: str, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """Find all places of a text with their roles, in order; spans are in the text as given."""
    gazetteer = gazetteer or default()
    folded = fold(text)
    quoted = quotations(folded)
    mentions = []
    for phrase in join(folded, find(folded, gazetteer), gazetteer):
        part, rule = role(folded, phrase, quoted)
        for hit in phrase:
            span = (hit.start, hit.end)
            mentions.append(
                PlaceMention(
                    text=text[hit.start : hit.end], span=span, name=hit.name, level=hit.level,
                    adcodes=hit.codes, role=part, rule=hit.rule if not hit.codes else rule,
                )
            )  # fmt: skip
    return tuple(mentions)


def locate(
    text: str, home: str | None, gazetteer: Gazetteer | None = None
) -> tuple[tuple[PlaceMention, ...], Where]:
    """Find the places of a short text and choose where it takes place."""
    mentions = find_places(text, gazetteer)
    return mentions, choose((mentions,), home=home, gazetteer=gazetteer)
