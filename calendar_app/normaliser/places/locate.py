"""Both stages at once, for a short text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.normaliser.places.mentions import find_places
from calendar_app.normaliser.places.resolve import choose

if TYPE_CHECKING:
    from calendar_app.model import PlaceMention, Where
    from calendar_app.normaliser.places.gazetteer import Gazetteer


def locate(text: str, home: str | None, gazetteer: Gazetteer | None = None) -> tuple[tuple[PlaceMention, ...], Where]:
    """Find the places of a short text and choose where it takes place."""
    mentions = find_places(text, gazetteer)
    return mentions, choose((mentions,), home=home, gazetteer=gazetteer)
