"""Questions about what was read, apart from the events themselves."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from calendar_app.model import Event, Reason
from calendar_app.store.codec import from_json
from calendar_app.store.querying import RANKS, window_begin
from calendar_app.store.records import Change, Coverage, Reviewed, Told
from calendar_app.store.selection import Precision
from calendar_app.store.tables import events, history, pages, reports, reviews, tellings

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Table

    from calendar_app.store.selection import Selection


def all_reports(connection: Connection) -> tuple[Told, ...]:
    """Give every report, newest issue first."""
    told = select(func.count()).where(tellings.c.page_id == reports.c.page_id, tellings.c.report == reports.c.report)
    open_ = select(func.count()).where(reviews.c.page_id == reports.c.page_id, reviews.c.report == reports.c.report)
    columns = (pages.c.id, pages.c.publication, pages.c.issued, pages.c.url, reports.c.report, reports.c.headline)
    joined = select(*columns, told.scalar_subquery().label("events"), open_.scalar_subquery().label("reviews"))
    ordered = joined.join_from(reports, pages).order_by(pages.c.issued.desc(), pages.c.id, reports.c.report)
    return tuple(
        Told(
            page=row.id,
            publication=row.publication,
            issued=_day(row.issued),
            url=row.url,
            number=row.report,
            headline=row.headline,
            events=row.events,
            reviews=row.reviews,
        )
        for row in connection.execute(ordered)
    )


def all_reviews(connection: Connection) -> tuple[Reviewed, ...]:
    """Give everything that waits for review, newest issue first."""
    there = (reports.c.page_id == reviews.c.page_id) & (reports.c.report == reviews.c.report)
    joined = reviews.join(reports, there).join(pages, pages.c.id == reviews.c.page_id)
    wanted = select(reviews, pages.c.publication, pages.c.issued, reports.c.headline).select_from(joined)
    ordered = wanted.order_by(pages.c.issued.desc(), pages.c.id, reviews.c.report, reviews.c.ordinal)
    return tuple(
        Reviewed(
            page=row.page_id,
            publication=row.publication,
            issued=_day(row.issued),
            headline=row.headline,
            reason=Reason(row.reason),
            text=row.words,
            span=(row.span_begin, row.span_end),
        )
        for row in connection.execute(ordered)
    )


def history_of(connection: Connection, uid: str) -> tuple[Change, ...]:
    """Give what happened to an event, oldest first."""
    ordered = select(history).where(history.c.event_uid == uid).order_by(history.c.version)
    return tuple(_change(row) for row in connection.execute(ordered))


def changes_of(connection: Connection, chosen: Selection, today: date, most: int) -> tuple[Change, ...]:
    """Give the last corrections of known events since the selection's first day, newest first.

    An event's first telling is none; its districts and kind count as they were before or as they are after.
    """
    first = window_begin(connection, chosen, today).isoformat()
    corrections = select(history).where(history.c.what != "added", history.c.changed >= first)
    ordered = corrections.order_by(history.c.changed.desc(), history.c.event_uid, history.c.version.desc())
    changes = map(_change, connection.execute(ordered))
    return tuple(islice((each for each in changes if _concerns(chosen, each)), most))


def _concerns(chosen: Selection, change: Change) -> bool:
    return any(_is_of(chosen, state) for state in (change.before, change.after) if state)


def _is_of(chosen: Selection, event: Event) -> bool:
    there = {each.adcode for each in event.where.districts}
    in_district = not chosen.district or not there.isdisjoint(chosen.district)
    return in_district and (not chosen.kind or event.kind in chosen.kind)


def coverage_of(connection: Connection) -> Coverage:
    """Sum up what was read and what came of it."""
    ranked = select(events.c.precision_rank, func.count().label("events")).group_by(events.c.precision_rank)
    by_rank = {row.precision_rank: row.events for row in connection.execute(ranked)}
    return Coverage(
        pages=_size(connection, pages),
        reports=_size(connection, reports),
        events=sum(by_rank.values()),
        uncertain=by_rank.get(RANKS[Precision.WINDOW], 0),
        coarse=by_rank.get(RANKS[Precision.COARSE], 0),
        reviews=_size(connection, reviews),
        newest=_day(connection.execute(select(func.max(pages.c.issued))).scalar()),
    )


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _change(row: Row[Any]) -> Change:
    return Change(
        uid=row.event_uid,
        version=row.version,
        what=row.what,
        changed=datetime.fromisoformat(row.changed),
        page=row.page_id,
        before=from_json(Event, row.before_document) if row.before_document else None,
        after=from_json(Event, row.after_document) if row.after_document else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
