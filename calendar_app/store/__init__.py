"""What is known, over time: pages, the events told on them, their changes, and what waits for review."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Self

from sqlalchemy import func, select

from calendar_app.model import Event
from calendar_app.store.braking import Brake, MassChange, brake_of
from calendar_app.store.codec import from_json
from calendar_app.store.connecting import connect, watch, writing
from calendar_app.store.days import runs
from calendar_app.store.ingesting import Ingested, ingest, separate
from calendar_app.store.migrations import migrate
from calendar_app.store.querying import (
    IN_ORDER,
    ON_ALL_DAYS,
    UNDATED,
    conditions_of,
    parts_of,
    window_begin,
)
from calendar_app.store.records import Change, Coverage, Pieces, Reviewed, Stay, Told, Validator
from calendar_app.store.rendering import archived_pieces, complete, kept_pieces
from calendar_app.store.reporting import all_reports, all_reviews, changes_since, coverage_of, history_of
from calendar_app.store.revision import revision_of, validator_of
from calendar_app.store.tables import event_districts, events, tellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy import Connection, Engine, Row

    from calendar_app.model import ReadPage
    from calendar_app.store.rendering import Renderers
    from calendar_app.store.selection import Selection

__all__ = [
    "Brake",
    "Change",
    "Coverage",
    "Ingested",
    "MassChange",
    "Pieces",
    "Reviewed",
    "Stay",
    "Store",
    "Told",
    "Validator",
]


class Store:
    """An open database of events: SQLite or PostgreSQL by URL, with the same statements."""

    def __init__(self, engine: Engine, renderers: Renderers) -> None:
        self._engine = engine
        self._renderers = renderers
        self._watch = watch(engine)

    @classmethod
    def open(cls, url: str, renderers: Renderers | None = None) -> Self:
        """Open the database at an SQLAlchemy URL, making or migrating it where needed.

        `renderers`, by name, write an event the way a feed wants it; one that changes is rendered at once when it is of
        today, else when it is first asked for.
        """
        engine = connect(url)
        with writing(engine) as connection:
            migrate(connection)
        return cls(engine, renderers or {})

    def close(self) -> None:
        """Let go of the database."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ingest(self, read: ReadPage, now: datetime, brake: Brake | None = None) -> Ingested:
        """Write a read page in one transaction; the same page again changes nothing.

        With a brake, a page past which too much of what is to come would be lost raises MassChange, and is not written.
        """
        with writing(self._engine) as connection:
            return ingest(connection, read, now, self._renderers, brake)

    def brake(self, today: date) -> Brake:
        """Make the brake of a run of `ingest`, which sums up what its pages take away of what is to come."""
        with self._engine.connect() as connection:
            return brake_of(connection, today)

    def separate(self, uid: str, now: datetime) -> None:
        """Undo a merge: make what was told under this UID an event of its own again, and keep it so."""
        with writing(self._engine) as connection:
            separate(connection, uid, now, self._renderers)

    def select(self, chosen: Selection, today: date, *, most: int | None = None, skip: int = 0) -> tuple[Event, ...]:
        """Give the wanted events, sorted by first day, then hour; with `most`, only so many after the first `skip`."""
        with self._engine.connect() as connection:
            conditions = conditions_of(chosen, window_begin(connection, chosen, today), today)
            if most is None:
                return _in_order(connection.execute(select(*IN_ORDER, events.c.document).where(*conditions)))
            there = select(events.c.uid).where(*conditions).order_by(*IN_ORDER).limit(most).offset(skip)
            return _decoded(connection, connection.execute(there).scalars().all())

    def count(self, chosen: Selection, today: date) -> int:
        """Count the wanted events."""
        with self._engine.connect() as connection:
            conditions = conditions_of(chosen, window_begin(connection, chosen, today), today)
            return connection.execute(select(func.count()).select_from(events).where(*conditions)).scalar_one()

    def has(self, chosen: Selection, today: date) -> bool:
        """Tell whether there is any wanted event."""
        with self._engine.connect() as connection:
            conditions = conditions_of(chosen, window_begin(connection, chosen, today), today)
            return connection.execute(select(events.c.uid).where(*conditions).limit(1)).scalar() is not None

    def nearest(self, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
        """Give the wanted events that are nearest to a day, sorted as by `select`.

        Of each part at most so many: what is on, what is held anew on some days, what comes, what has no day, what was.
        """
        with self._engine.connect() as connection:
            begin = window_begin(connection, chosen, today)
            wanted = select(events.c.uid).where(*conditions_of(chosen, begin, today))
            uids = [
                uid
                for conditions, order in parts_of(today)
                for uid in connection.execute(wanted.where(*conditions).order_by(*order).limit(most)).scalars()
            ]
            return _decoded(connection, uids)

    def undated(self, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
        """Give the wanted events that no day is known of, sorted as by `select`; of many those that reach furthest."""
        with self._engine.connect() as connection:
            conditions = conditions_of(chosen, window_begin(connection, chosen, today), today)
            there = select(events.c.uid).where(*conditions, UNDATED).order_by(events.c.ends.desc(), events.c.uid.desc())
            return _decoded(connection, connection.execute(there.limit(most)).scalars().all())

    def stays(self, chosen: Selection, today: date) -> tuple[Stay, ...]:
        """Tell when the wanted events take place, without reading more of them than that takes."""
        columns = (events.c.uid, events.c.begins, events.c.ends)
        with self._engine.connect() as connection:
            conditions = conditions_of(chosen, window_begin(connection, chosen, today), today)
            simple = connection.execute(select(*columns).where(*conditions, ~UNDATED, ON_ALL_DAYS))
            found = [Stay(row.uid, ((_day(row.begins), _day(row.ends)),)) for row in simple]
            others = connection.execute(select(events.c.document).where(*conditions, ~UNDATED, ~ON_ALL_DAYS)).scalars()
            rest = [from_json(Event, document) for document in others]
        return (*found, *(Stay(event.uid, runs(event)) for event in rest))

    def events(self, uids: Sequence[str]) -> Mapping[str, Event]:
        """Give events by their UIDs."""
        with self._engine.connect() as connection:
            return {event.uid: event for event in _decoded(connection, uids)}

    def pieces(self, chosen: Selection, today: date, form: str, newest: int | None = None) -> Pieces:
        """Give the wanted events as the renderer called `form` writes them, in the order of `select`.

        With `newest`, only that many, the last changed first.
        """
        with self._engine.connect() as connection:
            kept = kept_pieces(connection, chosen, today, form, newest)
        return complete(self._engine, kept, form, self._renderers)

    def archive(self, chosen: Selection, month: str, form: str) -> Pieces:
        """Give the events first told in a month (`2024-09`), whenever they take place, as `pieces` does."""
        with self._engine.connect() as connection:
            kept = archived_pieces(connection, chosen, month, form)
        return complete(self._engine, kept, form, self._renderers)

    def archive_months(self, chosen: Selection) -> tuple[str, ...]:
        """Give the months in which wanted events were first told, earliest first."""
        month = func.substr(events.c.created, 1, 7)
        told = select(month.label("month")).where(*conditions_of(chosen, date.min, date.max))
        with self._engine.connect() as connection:
            return tuple(row.month for row in connection.execute(told.distinct().order_by(month)))

    def event(self, uid: str) -> Event | None:
        """Give the event with this UID, or the one that it was merged into; None when there is none."""
        merged = select(tellings.c.event_uid).where(tellings.c.uid == uid)
        found = select(events.c.document).where((events.c.uid == uid) | events.c.uid.in_(merged))
        with self._engine.connect() as connection:
            document = connection.execute(found).scalar()
        return from_json(Event, document) if document else None

    def told_beside(self, uid: str) -> tuple[Event, ...]:
        """Give the other events that the pages that tell of this one tell of, sorted as by `select`."""
        there = select(tellings.c.page_id).where(tellings.c.event_uid == uid)
        beside = select(tellings.c.event_uid).where(tellings.c.page_id.in_(there), tellings.c.event_uid != uid)
        with self._engine.connect() as connection:
            return _decoded(connection, connection.execute(beside.distinct()).scalars().all())

    def history(self, uid: str) -> tuple[Change, ...]:
        """Give what happened to an event, oldest first."""
        with self._engine.connect() as connection:
            return history_of(connection, uid)

    def changes(self, chosen: Selection, today: date, most: int = 200) -> tuple[Change, ...]:
        """Give the corrections since the selection's first day, newest first, of its districts and kinds."""
        with self._engine.connect() as connection:
            begin = window_begin(connection, chosen, today)
            return tuple(islice(changes_since(connection, chosen, begin), most))

    def district_counts(self, chosen: Selection, today: date) -> dict[str, int]:
        """Count the wanted events of each district, by adcode, the selection's own districts left aside."""
        with self._engine.connect() as connection:
            begin = window_begin(connection, chosen, today)
            there = event_districts
            counted = select(there.c.adcode, func.count().label("events")).where(there.c.ends >= begin.isoformat())
            _its_end, *others = conditions_of(chosen, begin, today, any_district=True)
            if others:
                counted = counted.join_from(there, events, events.c.uid == there.c.event_uid).where(*others)
            rows = connection.execute(counted.group_by(there.c.adcode).order_by(there.c.adcode))
            return {row.adcode: row.events for row in rows}

    def validator(self, chosen: Selection, today: date) -> Validator:
        """Give a cheap token that moves whenever the wanted events could have changed, or the day has."""
        with self._engine.connect() as connection:
            return validator_of(connection, chosen, today)

    def state(self) -> object:
        """Give what differs after any change of the database by anybody: cheaper than `validator`, and less exact."""
        if self._watch is not None:
            return self._watch.version()
        with self._engine.connect() as connection:
            return revision_of(connection)

    def reports(self) -> tuple[Told, ...]:
        """Give every report, newest issue first."""
        with self._engine.connect() as connection:
            return all_reports(connection)

    def reviews(self) -> tuple[Reviewed, ...]:
        """Give everything that waits for review, newest issue first."""
        with self._engine.connect() as connection:
            return all_reviews(connection)

    def coverage(self) -> Coverage:
        """Sum up what was read and what came of it."""
        with self._engine.connect() as connection:
            return coverage_of(connection)


_day = lru_cache(maxsize=4096)(date.fromisoformat)  # many events, few days


def _decoded(connection: Connection, uids: Sequence[str]) -> tuple[Event, ...]:
    return _in_order(connection.execute(select(*IN_ORDER, events.c.document).where(events.c.uid.in_(uids))))


def _in_order(rows: Iterable[Row[str, str, str]]) -> tuple[Event, ...]:
    return tuple(from_json(Event, document) for _, _, document in sorted(rows, key=itemgetter(0, 1)))
