"""Where things take place: find the names of places, read their roles, choose by evidence."""

from __future__ import annotations

from calendar_app.normaliser.places.gazetteer import Gazetteer
from calendar_app.normaliser.places.locate import locate
from calendar_app.normaliser.places.mentions import find_places
from calendar_app.normaliser.places.resolve import choose

__all__ = ["Gazetteer", "choose", "find_places", "locate"]
