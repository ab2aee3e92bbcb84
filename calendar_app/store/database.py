"""The open database: every question and every change of the store, each in a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from calendar_app.store import braking, finding, ingesting, rendering, reporting, revision
from calendar_app.store.connecting import connect, watch, writing
from calendar_app.store.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from types import TracebackType

    from sqlalchemy import Engine

    from calendar_app.model import Event, ReadPage
    from calendar_app.store.braking import Brake
    from calendar_app.store.ingesting import Ingested
    from calendar_app.store.records import Change, Coverage, Pieces, Reviewed, Stay, Told, Validator
    from calendar_app.store.rendering import Renderers
    from calendar_app.store.selection import Selection


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

    # ---------------------------------------------------------------- changes

    def ingest(self, read: ReadPage, now: datetime, brake: Brake | None = None) -> Ingested:
        """Write a read page in one transaction; the same page again changes nothing.

        With a brake, a page past which too much of what is to come would be lost raises MassChange, and is not written.
        """
        with writing(self._engine) as connection:
            return ingesting.ingest(connection, read, now, self._renderers, brake)

    def brake(self, today: date) -> Brake:
        """Make the brake of a run of `ingest`, which sums up what its pages take away of what is to come."""
        with self._engine.connect() as connection:
            return braking.brake_of(connection, today)

    def separate(self, uid: str, now: datetime) -> None:
        """Undo a merge: make what was told under this UID an event of its own again, and keep it so."""
        with writing(self._engine) as connection:
            ingesting.separate(connection, uid, now, self._renderers)

    # ---------------------------------------------------------------- events of a selection

    def select(self, chosen: Selection, today: date, *, most: int | None = None, skip: int = 0) -> tuple[Event, ...]:
        """Give the wanted events, sorted by first day, then hour; with `most`, only so many after the first `skip`."""
        with self._engine.connect() as connection:
            return finding.selected(connection, chosen, today, most, skip)

    def count(self, chosen: Selection, today: date) -> int:
        """Count the wanted events."""
        with self._engine.connect() as connection:
            return finding.count_of(connection, chosen, today)

    def has(self, chosen: Selection, today: date) -> bool:
        """Tell whether there is any wanted event."""
        with self._engine.connect() as connection:
            return finding.has_any(connection, chosen, today)

    def nearest(self, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
        """Give the wanted events that are nearest to a day, sorted as by `select`.

        Of each part at most so many: what is on, what is held anew on some days, what comes, what has no day, what was.
        """
        with self._engine.connect() as connection:
            return finding.nearest(connection, chosen, today, most)

    def undated(self, chosen: Selection, today: date, most: int) -> tuple[Event, ...]:
        """Give the wanted events that no day is known of, sorted as by `select`; of many those that reach furthest."""
        with self._engine.connect() as connection:
            return finding.undated(connection, chosen, today, most)

    def stays(self, chosen: Selection, today: date) -> tuple[Stay, ...]:
        """Tell when the wanted events take place, without reading more of them than that takes."""
        with self._engine.connect() as connection:
            return finding.stays_of(connection, chosen, today)

    def district_counts(self, chosen: Selection, today: date) -> dict[str, int]:
        """Count the wanted events of each district, by adcode, the selection's own districts left aside."""
        with self._engine.connect() as connection:
            return finding.counts_by_district(connection, chosen, today)

    # ---------------------------------------------------------------- events by their UIDs

    def events(self, uids: Sequence[str]) -> Mapping[str, Event]:
        """Give events by their UIDs."""
        with self._engine.connect() as connection:
            return {event.uid: event for event in finding.with_uids(connection, uids)}

    def event(self, uid: str) -> Event | None:
        """Give the event with this UID, or the one that it was merged into; None when there is none."""
        with self._engine.connect() as connection:
            return finding.told_as(connection, uid)

    def told_beside(self, uid: str) -> tuple[Event, ...]:
        """Give the other events that the pages that tell of this one tell of, sorted as by `select`."""
        with self._engine.connect() as connection:
            return finding.told_beside(connection, uid)

    # ---------------------------------------------------------------- events as feeds write them

    def pieces(self, chosen: Selection, today: date, form: str, newest: int | None = None) -> Pieces:
        """Give the wanted events as the renderer called `form` writes them, in the order of `select`.

        With `newest`, only that many, the last changed first.
        """
        with self._engine.connect() as connection:
            kept = rendering.kept_pieces(connection, chosen, today, form, newest)
        return rendering.complete(self._engine, kept, form, self._renderers)

    def archive(self, chosen: Selection, month: str, form: str) -> Pieces:
        """Give the events first told in a month (`2024-09`), whenever they take place, as `pieces` does."""
        with self._engine.connect() as connection:
            kept = rendering.archived_pieces(connection, chosen, month, form)
        return rendering.complete(self._engine, kept, form, self._renderers)

    def archive_months(self, chosen: Selection) -> tuple[str, ...]:
        """Give the months in which wanted events were first told, earliest first."""
        with self._engine.connect() as connection:
            return finding.months_told(connection, chosen)

    # ---------------------------------------------------------------- what changed, and whether anything did

    def history(self, uid: str) -> tuple[Change, ...]:
        """Give what happened to an event, oldest first."""
        with self._engine.connect() as connection:
            return reporting.history_of(connection, uid)

    def changes(self, chosen: Selection, today: date, most: int = 200) -> tuple[Change, ...]:
        """Give the corrections since the selection's first day, newest first, of its districts and kinds."""
        with self._engine.connect() as connection:
            return reporting.changes_of(connection, chosen, today, most)

    def validator(self, chosen: Selection, today: date) -> Validator:
        """Give a cheap token that moves whenever the wanted events could have changed, or the day has."""
        with self._engine.connect() as connection:
            return revision.validator_of(connection, chosen, today)

    def state(self) -> object:
        """Give what differs after any change of the database by anybody: cheaper than `validator`, and less exact."""
        if self._watch is not None:
            return self._watch.version()
        with self._engine.connect() as connection:
            return revision.revision_of(connection)

    # ---------------------------------------------------------------- what was read

    def reports(self) -> tuple[Told, ...]:
        """Give every report, newest issue first."""
        with self._engine.connect() as connection:
            return reporting.all_reports(connection)

    def reviews(self) -> tuple[Reviewed, ...]:
        """Give everything that waits for review, newest issue first."""
        with self._engine.connect() as connection:
            return reporting.all_reviews(connection)

    def coverage(self) -> Coverage:
        """Sum up what was read and what came of it."""
        with self._engine.connect() as connection:
            return reporting.coverage_of(connection)
