"""A brake on mass changes: a run that would take away much of what is to come stops, for something may have gone wrong.

A page read with a broken rule, or an old archive read anew, can cancel or withdraw what subscribers have planned for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import func, select

from calendar_app.model import Status
from calendar_app.store.tables import events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

SHARE = 5
"""A run may take away one in so many of the coming events."""

ALWAYS = 1
"""As many a run may take away however few there are: a single cancellation is news."""


class MassChange(Exception):  # noqa: N818  it is named for what happened, as LookupError is
    """A page would take a run past its share: names the page, and how many coming events of how many would be lost."""

    def __init__(self, page: str, lost: int, coming: int) -> None:
        self.page, self.lost, self.coming = page, lost, coming
        super().__init__(f"{page}: {lost} of {coming} coming events would be lost")


class Brake(Struct):
    """What a run has taken away so far, of the coming events that there were when it began."""

    today: date
    coming: int
    lost: int = 0

    def live(self, connection: Connection, uids: Sequence[str]) -> frozenset[str]:
        """Tell which of these events are to come and not cancelled."""
        there = select(events.c.uid).where(events.c.uid.in_(uids), *_is_coming(self.today))
        return frozenset(connection.execute(there).scalars())

    def press(self, connection: Connection, page: str, before: frozenset[str]) -> None:
        """Count which events, live before, a page has cancelled or withdrawn; past the share, raise MassChange."""
        still = select(events.c.uid).where(events.c.uid.in_(before), events.c.status != Status.CANCELLED.value)
        lost = self.lost + len(before) - len(connection.execute(still).all())
        if lost > ALWAYS and lost * SHARE > self.coming:
            raise MassChange(page, lost, self.coming)
        self.lost = lost


def brake_of(connection: Connection, today: date) -> Brake:
    """Make the brake of a run that begins on a day."""
    counted = select(func.count()).select_from(events).where(*_is_coming(today))
    return Brake(today, connection.execute(counted).scalar_one())


def _is_coming(today: date) -> tuple[ColumnElement[bool], ...]:
    settled = [Status.CANCELLED.value, Status.PAST.value]
    return events.c.ends >= today.isoformat(), events.c.status.not_in(settled)
