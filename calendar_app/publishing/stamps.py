"""When an event was first told and last changed, as every feed dates it: not by the clock, nor by the event's day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from calendar_app.model import BEIJING_TIME

if TYPE_CHECKING:
    from calendar_app.model import Event

NEVER = datetime(1970, 1, 1, tzinfo=BEIJING_TIME)
"""The date of what nothing dates: an empty feed's last change."""


def changed_of(event: Event) -> datetime:
    """Give the moment of an event's last change; fresh from a page, its issue date's midnight in Beijing."""
    if event.changed is not None:
        return event.changed.astimezone(BEIJING_TIME)
    issued = max((source.issued for source in event.sources if source.issued), default=event.when.first_day)
    return datetime.combine(issued or date(1970, 1, 1), time(), BEIJING_TIME)


def created_of(event: Event) -> datetime:
    """Give the moment at which an event was first told."""
    return event.created.astimezone(BEIJING_TIME) if event.created else changed_of(event)
