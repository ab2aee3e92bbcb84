"""Events as feeds write them: each is rendered once in each form, and its piece is kept until the event changes."""

from __future__ import annotations

from datetime import date, datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from calendar_app.model import Event
from calendar_app.store.codec import from_json
from calendar_app.store.connecting import writing
from calendar_app.store.querying import conditions_of, wanted_by
from calendar_app.store.records import Pieces
from calendar_app.store.tables import events, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Row, Select

    from calendar_app.store.selection import Selection

    Renderers = Mapping[str, Callable[[Event], str]]
    Kept = Sequence[Row[str, str, str, str | None]]

_NEWEST_FIRST = (events.c.changed.desc(), events.c.uid)
"""How a feed reader has events: by last change."""

_BATCH = 500
"""How many events are rendered in one transaction."""


def kept_pieces(connection: Connection, chosen: Selection, today: date, form: str, newest: int | None) -> Kept:
    """Give the start, the UID, the last change and the piece, if one is kept, of the wanted events, sorted by start.

    With `newest`, only of that many, the last changed first.
    """
    wanted = _pieces(form).where(*wanted_by(connection, chosen, today))
    if newest is not None:
        return connection.execute(wanted.order_by(*_NEWEST_FIRST).limit(newest)).all()
    return sorted(connection.execute(wanted), key=itemgetter(0, 1))


def archived_pieces(connection: Connection, chosen: Selection, month: str, form: str) -> Kept:
    """Give, as `kept_pieces` does, those of the wanted events first told in a month, the last changed first."""
    told = (*conditions_of(chosen, date.min, date.max), events.c.created.startswith(month))
    return connection.execute(_pieces(form).where(*told).order_by(*_NEWEST_FIRST)).all()


def complete(engine: Engine, kept: Kept, form: str, renderers: Renderers) -> Pieces:
    """Put pieces together, rendering and keeping those of events that were written before this form was known."""
    missing = [uid for _, uid, _, body in kept if body is None]
    rendered: dict[str, str] = {}
    for first in range(0, len(missing), _BATCH):
        with writing(engine) as connection:
            rendered |= _render(connection, missing[first : first + _BATCH], form, renderers)
    bodies = tuple(rendered[uid] if body is None else body for _, uid, _, body in kept)
    last = max((changed for _, _, changed, _ in kept), default="")
    return Pieces(bodies, datetime.fromisoformat(last) if last else None)


def render_at_once(connection: Connection, event: Event, renderers: Renderers) -> None:
    """Render an event that no piece is kept of in every form."""
    rows = [_row(form, event.uid, render(event)) for form, render in renderers.items()]
    if rows:
        connection.execute(insert(pieces), rows)


def _pieces(form: str) -> Select[str, str, str, str | None]:
    kept = (pieces.c.event_uid == events.c.uid) & (pieces.c.form == form)
    columns = (events.c.starts, events.c.uid, events.c.changed, pieces.c.body)
    return select(*columns).select_from(events.outerjoin(pieces, kept))


def _render(connection: Connection, uids: Sequence[str], form: str, renderers: Renderers) -> dict[str, str]:
    wanted = select(events.c.uid, events.c.document).where(events.c.uid.in_(uids))
    render = renderers[form]
    made = {row.uid: render(from_json(Event, row.document)) for row in connection.execute(wanted)}
    known = select(pieces.c.event_uid).where(pieces.c.form == form, pieces.c.event_uid.in_(uids))
    fresh = made.keys() - set(connection.execute(known).scalars())  # another process may have been faster
    if fresh:
        connection.execute(insert(pieces), [_row(form, uid, made[uid]) for uid in sorted(fresh)])
    return made


def _row(form: str, uid: str, body: str) -> dict[str, str]:
    return {"form": form, "event_uid": uid, "body": body}
