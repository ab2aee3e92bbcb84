"""Questions about the events themselves: which a selection means, how many they are, on which days, where."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from calendar_app.model import Event
from calendar_app.store.codec import from_json
from calendar_app.store.days import runs
from calendar_app.store.querying import (
    IN_ORDER,
    ON_ALL_DAYS,
    UNDATED,
    conditions_of,
    parts_of,
    wanted_by,
    window_begin,
)
from calendar_app.store.records import Stay
from calendar_app.store.tables import event_districts, events, tellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row

    from calendar_app.store.selection import Selection

_day = lru_cache(maxsize=4096)(date.fromisoformat)  # many events, few days


# ---------------------------------------------------------------- events of a selection


def selected(connection: Connection, chosen: Selection, today: date, most: int | None, skip: int) -> tuple[Event, ...]:
    """Give the wanted events, sorted by first day, then hour; with `most`, only so many after the first `skip`."""
    wanted = wanted_by(connection, chosen, today)
    if most is None:
        return _in_order(connection.execute(select(*IN_ORDER, events.c.document).where(*wanted)))
    there = select(events.c.uid).where(*wanted).order_by(*IN_ORDER).limit(most).offset(skip)
    return with_uids(connection, connection.execute(there).scalars().all())


def nearest(connection: Connection, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
    """Give the wanted events that are nearest to a day: of each of `querying.parts_of` at most so many."""
    wanted = select(events.c.uid).where(*wanted_by(connection, chosen, today))
    uids = [
        uid
        for conditions, order in parts_of(today)
        for uid in connection.execute(wanted.where(*conditions).order_by(*order).limit(most)).scalars()
    ]
    return with_uids(connection, uids)


def undated(connection: Connection, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
    """Give the wanted events that no day is known of; of many those that reach furthest."""
    there = select(events.c.uid).where(*wanted_by(connection, chosen, today), UNDATED)
    furthest = there.order_by(events.c.ends.desc(), events.c.uid.desc()).limit(most)
    return with_uids(connection, connection.execute(furthest).scalars().all())


def stays_of(connection: Connection, chosen: Selection, today: date) -> tuple[Stay, ...]:
    """Tell when the wanted events take place, without reading more of them than that takes."""
    dated = (*wanted_by(connection, chosen, today), ~UNDATED)
    simple = connection.execute(select(events.c.uid, events.c.begins, events.c.ends).where(*dated, ON_ALL_DAYS))
    found = [Stay(row.uid, ((_day(row.begins), _day(row.ends)),)) for row in simple]
    others = connection.execute(select(events.c.document).where(*dated, ~ON_ALL_DAYS)).scalars()
    rest = [from_json(Event, document) for document in others]
    return (*found, *(Stay(event.uid, runs(event)) for event in rest))


# ---------------------------------------------------------------- what is told of them without reading them


def count_of(connection: Connection, chosen: Selection, today: date) -> int:
    """Count the wanted events."""
    counted = select(func.count()).select_from(events).where(*wanted_by(connection, chosen, today))
    return connection.execute(counted).scalar_one()


def has_any(connection: Connection, chosen: Selection, today: date) -> bool:
    """Tell whether there is any wanted event."""
    there = select(events.c.uid).where(*wanted_by(connection, chosen, today)).limit(1)
    return connection.execute(there).scalar() is not None


def counts_by_district(connection: Connection, chosen: Selection, today: date) -> dict[str, int]:
    """Count the wanted events of each district, by adcode, the selection's own districts left aside."""
    begin = window_begin(connection, chosen, today)
    there = event_districts
    counted = select(there.c.adcode, func.count().label("events")).where(there.c.ends >= begin.isoformat())
    _its_end, *others = conditions_of(chosen, begin, today, any_district=True)
    if others:
        counted = counted.join_from(there, events, events.c.uid == there.c.event_uid).where(*others)
    rows = connection.execute(counted.group_by(there.c.adcode).order_by(there.c.adcode))
    return {row.adcode: row.events for row in rows}


def months_told(connection: Connection, chosen: Selection) -> tuple[str, ...]:
    """Give the months in which wanted events were first told, earliest first."""
    month = func.substr(events.c.created, 1, 7)
    told = select(month.label("month")).where(*conditions_of(chosen, date.min, date.max))
    return tuple(row.month for row in connection.execute(told.distinct().order_by(month)))


# ---------------------------------------------------------------- events by their UIDs


def with_uids(connection: Connection, uids: Sequence[str]) -> tuple[Event, ...]:
    """Give the events that have these UIDs, sorted as by `selected`."""
    return _in_order(connection.execute(select(*IN_ORDER, events.c.document).where(events.c.uid.in_(uids))))


def told_as(connection: Connection, uid: str) -> Event | None:
    """Give the event with this UID, or the one that it was merged into; None when there is none."""
    merged = select(tellings.c.event_uid).where(tellings.c.uid == uid)
    found = select(events.c.document).where((events.c.uid == uid) | events.c.uid.in_(merged))
    document = connection.execute(found).scalar()
    return from_json(Event, document) if document else None


def told_beside(connection: Connection, uid: str) -> tuple[Event, ...]:
    """Give the other events that the pages that tell of this one tell of, sorted as by `selected`."""
    there = select(tellings.c.page_id).where(tellings.c.event_uid == uid)
    beside = select(tellings.c.event_uid).where(tellings.c.page_id.in_(there), tellings.c.event_uid != uid)
    return with_uids(connection, connection.execute(beside.distinct()).scalars().all())


def _in_order(rows: Iterable[Row[str, str, str]]) -> tuple[Event, ...]:
    return tuple(from_json(Event, document) for _, _, document in sorted(rows, key=itemgetter(0, 1)))
