"""Whether anything has changed: a count in the ledger that every change of the store turns."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from calendar_app.model import BEIJING_TIME
from calendar_app.store.records import Validator
from calendar_app.store.tables import ledger

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from calendar_app.store.selection import Selection

_IS_REVISION = ledger.c.name == "revision"


def turn_ledger(connection: Connection, now: datetime) -> None:
    """Note that the transaction changes what a reader could see."""
    turned = {"count": ledger.c.count + 1, "recorded": now.isoformat()}
    connection.execute(update(ledger).where(_IS_REVISION).values(turned))


def revision_of(connection: Connection) -> int:
    """Give a number that moves with every change of what a reader could see."""
    count: int = connection.execute(select(ledger.c.count).where(_IS_REVISION)).scalar_one()
    return count


def validator_of(connection: Connection, chosen: Selection, today: date) -> Validator:
    """Give a token that moves with the revision and with the day, and the moment at which it last did."""
    count, recorded = connection.execute(select(ledger.c.count, ledger.c.recorded).where(_IS_REVISION)).one()
    midnight = datetime.combine(today, time(), BEIJING_TIME)
    moved = max(datetime.fromisoformat(recorded), midnight)
    return Validator(chosen.query(), f"{count} {today.isoformat()}", moved)
