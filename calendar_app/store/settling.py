"""An event made anew from all that is told of it, and kept with its history when it differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace
from sqlalchemy import delete, func, insert, select, update

from calendar_app.model import Event
from calendar_app.store.codec import from_json, to_json
from calendar_app.store.days import reach
from calendar_app.store.merging import combine, stamped
from calendar_app.store.querying import columns_of
from calendar_app.store.rendering import render_at_once
from calendar_app.store.selection import DEFAULT_PAST
from calendar_app.store.tables import event_districts, events, history, pieces, tellings

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from calendar_app.store.rendering import Renderers


def settle(connection: Connection, uid: str, page_id: str | None, now: datetime, renderers: Renderers) -> str:
    """Make an event anew from all that is told of it, and keep it if it differs; say what became of it."""
    of_event = select(tellings.c.document).where(tellings.c.event_uid == uid)
    in_order = of_event.order_by(tellings.c.issued, tellings.c.page_id, tellings.c.report, tellings.c.ordinal)
    told = [from_json(Event, document) for document in connection.execute(in_order).scalars()]
    kept = connection.execute(select(events.c.document).where(events.c.uid == uid)).scalar()
    before = from_json(Event, kept) if kept else None
    if not told:
        if before is None:
            return "unchanged"
        connection.execute(delete(events).where(events.c.uid == uid))
        _remember(connection, "withdrawn", page_id, now, before=before)
        return "withdrawn"
    after = stamped(before or _withdrawn(connection, uid), replace(combine(told), uid=uid), now)
    if after == before:
        return "unchanged"
    _write_event(connection, after, now, renderers, new=before is None)
    what = "added" if before is None else "changed"
    _remember(connection, what, page_id, now, before=before, after=after)
    return what


def _withdrawn(connection: Connection, uid: str) -> Event | None:
    """Give the last state of an event that was withdrawn: told again, it counts on from there, not anew from 0."""
    last = select(history.c.before_document).where(history.c.event_uid == uid, history.c.what == "withdrawn")
    document = connection.execute(last.order_by(history.c.version.desc()).limit(1)).scalar()
    return from_json(Event, document) if document else None


def _write_event(connection: Connection, event: Event, now: datetime, renderers: Renderers, *, new: bool) -> None:
    row = columns_of(event) | {"document": to_json(event), "recorded": now.isoformat()}
    if new:
        connection.execute(insert(events).values(row))
    else:
        connection.execute(update(events).where(events.c.uid == event.uid).values(row))
        connection.execute(delete(event_districts).where(event_districts.c.event_uid == event.uid))
        connection.execute(delete(pieces).where(pieces.c.event_uid == event.uid))
    adcodes = dict.fromkeys(each.adcode for each in event.where.districts)
    places = [{"adcode": adcode, "ends": row["ends"], "event_uid": event.uid} for adcode in adcodes]
    if places:
        connection.execute(insert(event_districts), places)
    # What feeds of today have no use for is rendered when somebody asks for it: most of an archive never is.
    if reach(event)[1] >= now.date() - timedelta(days=DEFAULT_PAST):
        render_at_once(connection, event, renderers)


def _remember(  # noqa: PLR0913  a step of history has these parts
    connection: Connection,
    what: str,
    page_id: str | None,
    now: datetime,
    *,
    before: Event | None = None,
    after: Event | None = None,
) -> None:
    state = after or before
    if state is None:
        return
    last = connection.execute(select(func.max(history.c.version)).where(history.c.event_uid == state.uid)).scalar()
    changed = (after.changed if after and after.changed else now).isoformat()
    row = {
        "event_uid": state.uid,
        "version": 0 if last is None else last + 1,
        "changed": changed,
        "page_id": page_id,
        "what": what,
        "before_document": to_json(before) if before else None,
        "after_document": to_json(after) if after else None,
    }
    connection.execute(insert(history).values(row))
