"""A selection as SQL, and the columns that it looks at."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select

from calendar_app.folding import fold
from calendar_app.model import BEIJING_TIME, Form, Status
from calendar_app.store.codec import storable
from calendar_app.store.days import bounds, precision_of, reach
from calendar_app.store.matching import name_key
from calendar_app.store.searching import told_with
from calendar_app.store.selection import DEFAULT_PAST, Cancelled, Precision
from calendar_app.store.tables import event_districts, events, pages

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from calendar_app.model import Event
    from calendar_app.store.selection import Selection

Part = tuple[tuple["ColumnElement[bool]", ...], tuple["ColumnElement[str]", ...]]
"""Conditions and an order."""

RANKS = {each: rank for rank, each in enumerate(Precision)}
_UNSETTLED = (Status.UPCOMING.value, Status.ONGOING.value, Status.POSTPONED.value)


# ---------------------------------------------------------------- an event's columns


def columns_of(event: Event) -> dict[str, object]:
    """Give the columns by which an event is found and ordered."""
    begins, ends = reach(event)
    earliest, latest = bounds(event)
    organisers = "\n".join(event.organisers)
    where = event.where
    places = [where.venue, where.written, *(each.name for each in where.districts)]
    words = "\n".join([event.title, organisers, *(each for each in places if each)])
    return {
        "uid": event.uid,
        "begins": begins.isoformat(),
        "ends": ends.isoformat(),
        "earliest": earliest.isoformat(),
        "latest": latest.isoformat(),
        "starts": _starts(event, begins),
        "kind": event.kind.value,
        "status": event.status.value,
        "form": event.when.form.value,
        "precision_rank": RANKS[precision_of(event)],
        "organisers": searchable(organisers),
        "words": searchable(words),
        "name": name_key(event.title),
        "created": _instant(event.created),
        "changed": _instant(event.changed),
    }


def _instant(moment: datetime | None) -> str:
    # In one zone, so that text sorts as time.
    return moment.astimezone(BEIJING_TIME).isoformat() if moment else ""


def searchable(text: str) -> str:
    """Fold text for searching: one script, one width, one case."""
    return storable(fold(text).casefold())


def _starts(event: Event, begins: date) -> str:
    start = event.when.start
    if isinstance(start, datetime) and event.when.form is not Form.WINDOW:
        return start.isoformat()
    if event.when.hours and event.when.form is not Form.WINDOW:
        return f"{begins.isoformat()}T{event.when.hours[0].isoformat()}"
    return begins.isoformat()


# ---------------------------------------------------------------- a selection as conditions


def window_begin(connection: Connection, chosen: Selection, today: date) -> date:
    """Give the first day that a selection reaches back to: the one window of pages, feeds and API.

    `past` counts back from today, or from the newest issue in the store when that is older: an archive that is no
    longer fed shows its last days, not an empty page. Without `past` it is 90 days back from there (or from the
    selection's last day), or further, until the store has at least 100 events within: a small archive is shown whole,
    and a feed of a large one stays bounded. Every district has the same window, so that their counts can be compared.
    """
    if chosen.first is not None:
        return chosen.first
    newest = connection.execute(_NEWEST).scalar()
    reference = min(today, date.fromisoformat(newest)) if newest else today
    if chosen.past is not None:
        return _days_before(reference, chosen.past)
    latest = chosen.last or date.max
    there = select(events.c.ends).where(events.c.begins <= latest.isoformat()).order_by(events.c.ends.desc())
    furthest = connection.execute(there.limit(1).offset(LEAST_WITHIN - 1)).scalar()
    if furthest is None:
        return date.min
    return min(_days_before(min(reference, latest), DEFAULT_PAST), date.fromisoformat(furthest))


def _days_before(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


LEAST_WITHIN = 100
"""How many events a window holds at least, when there are so many."""

_NEWEST = select(func.max(pages.c.issued))


IN_ORDER = (events.c.starts, events.c.uid)
"""How events are sorted: by first day, then hour, then UID.

Done outside the database, which would carry whole documents through its sorting, each database by its own collation.
"""

UNDATED = events.c.precision_rank == RANKS[Precision.COARSE]

ON_ALL_DAYS = events.c.form.in_([each.value for each in (Form.DAY, Form.MOMENT, Form.SPAN, Form.WINDOW)])
"""From the first day of its reach to the last, without a gap: no more need be known to say on which days it is."""


def parts_of(today: date) -> tuple[Part, ...]:
    """Divide events by how they stand to a day, each part in the order in which it is of interest."""
    day = today.isoformat()
    at, dated = events.c, ~UNDATED
    anew = at.form.in_([Form.SEVERAL.value, Form.RECURRING.value])  # on some of the days only
    return (
        ((dated, at.begins < day, at.ends >= day, ~anew), (at.ends, at.uid)),
        ((dated, at.begins < day, at.ends >= day, anew), (at.ends, at.uid)),
        ((dated, at.starts >= day), (at.starts, at.uid)),
        ((UNDATED,), (at.ends.desc(), at.uid.desc())),
        ((dated, at.starts < day, at.ends < day), (at.starts.desc(), at.uid.desc())),
    )


def wanted_by(connection: Connection, chosen: Selection, today: date) -> tuple[ColumnElement[bool], ...]:
    """Say in SQL which events a selection means on a day, within its window."""
    return conditions_of(chosen, window_begin(connection, chosen, today), today)


def conditions_of(
    chosen: Selection, begin: date, today: date, *, any_district: bool = False
) -> tuple[ColumnElement[bool], ...]:
    """Say a selection in SQL, from its first day `begin` on; `any_district` passes over the districts chosen."""
    first = begin.isoformat()
    conditions: list[ColumnElement[bool]] = [events.c.ends >= first]
    if chosen.last is not None:
        conditions.append(events.c.begins <= chosen.last.isoformat())
    if chosen.district and not any_district:
        conditions.append(_in_districts(chosen.district, first))
    if chosen.kind:
        conditions.append(events.c.kind.in_([each.value for each in chosen.kind]))
    if chosen.organiser:
        conditions.append(events.c.organisers.contains(searchable(chosen.organiser), autoescape=True))
    if chosen.q:
        conditions.append(told_with(searchable(chosen.q).split()))
    if chosen.precision is not None:
        conditions.append(events.c.precision_rank <= RANKS[chosen.precision])
    if chosen.status:
        conditions.append(status_column(today).in_([each.value for each in chosen.status]))
    if chosen.cancelled is Cancelled.DROP:
        conditions.append(events.c.status != Status.CANCELLED.value)
    return tuple(conditions)


def _in_districts(adcodes: tuple[str, ...], first: str) -> ColumnElement[bool]:
    there = event_districts.c
    return events.c.uid.in_(select(there.event_uid).where(there.adcode.in_(adcodes), there.ends >= first))


def status_column(today: date) -> ColumnElement[str]:
    """Say `days.status_on` in SQL."""
    day = today.isoformat()
    gone = and_(events.c.status.in_(_UNSETTLED), events.c.ends < day)
    under_way = and_(
        events.c.status == Status.UPCOMING.value,
        events.c.begins <= day,
        events.c.begins < events.c.ends,
        events.c.form != Form.COARSE.value,
    )
    return case((gone, Status.PAST.value), (under_way, Status.ONGOING.value), else_=events.c.status)
