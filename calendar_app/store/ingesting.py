"""A read page into the store: one transaction, whole or not at all, and twice is once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from sqlalchemy import delete, insert, select, true, update

from calendar_app.model import Event
from calendar_app.store.codec import from_json, to_json
from calendar_app.store.matching import ALIKE_AT_ONE_VENUE, alike, name_key, same_happening, search_days
from calendar_app.store.revision import turn_ledger
from calendar_app.store.rows import page_row, report_row, review_row, telling_row
from calendar_app.store.settling import settle
from calendar_app.store.tables import (
    event_districts,
    events,
    pages,
    reports,
    reviews,
    tellings,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from calendar_app.model import ReadPage
    from calendar_app.store.braking import Brake
    from calendar_app.store.rendering import Renderers


class Ingested(Struct, frozen=True, kw_only=True):
    """What ingesting came to, in counts that can be added; `added` to `withdrawn` count events."""

    pages: int = 0
    known_pages: int = 0  # that were in the store already, word for word
    reports: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    reviews: int = 0

    def __add__(self, other: Self) -> Self:
        """Add up two counts, field by field."""
        return type(self)(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


def ingest(
    connection: Connection, read: ReadPage, now: datetime, renderers: Renderers, brake: Brake | None = None
) -> Ingested:
    """Write a page, its reports, events and reviews; a page that is known word for word changes nothing.

    With a brake, raises MassChange when too much of what is to come would be lost.
    """
    counts = {"pages": 1, "reports": len(read.reports), "reviews": sum(len(each.reviews) for each in read.reports)}
    digest = sha256(to_json(read).encode()).hexdigest()
    known = connection.execute(select(pages.c.digest).where(pages.c.id == read.page.id)).scalar()
    if known == digest:
        return Ingested(**counts, known_pages=1, unchanged=len(read.events))
    touched = _replace_page(connection, read, digest, now)
    before = brake.live(connection, touched) if brake else frozenset()
    outcomes = [settle(connection, uid, read.page.id, now, renderers) for uid in touched]
    if brake:
        brake.press(connection, read.page.id, before)
    turn_ledger(connection, now)
    return Ingested(
        **counts,
        added=outcomes.count("added"),
        changed=outcomes.count("changed"),
        unchanged=outcomes.count("unchanged"),
        withdrawn=outcomes.count("withdrawn"),
    )


def separate(connection: Connection, uid: str, now: datetime, renderers: Renderers) -> None:
    """Take a telling out of the event that it was merged into; it stays out when its page is read again."""
    where = tellings.c.uid == uid
    homes = connection.execute(select(tellings.c.event_uid).where(where)).scalars().all()
    connection.execute(update(tellings).where(where).values(event_uid=uid))
    for each in dict.fromkeys([*homes, uid]):
        settle(connection, each, None, now, renderers)
    turn_ledger(connection, now)


def _replace_page(connection: Connection, read: ReadPage, digest: str, now: datetime) -> tuple[str, ...]:
    """Write what the page says in place of what it said, and give the UIDs of the events that this touches."""
    page = read.page
    of_page = select(tellings.c.uid, tellings.c.event_uid).where(tellings.c.page_id == page.id)
    homes = {
        row.uid: row.event_uid for row in connection.execute(of_page.order_by(tellings.c.report, tellings.c.ordinal))
    }
    connection.execute(delete(pages).where(pages.c.id == page.id))
    connection.execute(insert(pages).values(page_row(page, digest, now)))
    rows = [report_row(read, number) for number in range(len(read.reports))]
    if rows:
        connection.execute(insert(reports), rows)
    questions = [
        review_row(page.id, number, ordinal, review)
        for number, each in enumerate(read.reports)
        for ordinal, review in enumerate(each.reviews)
    ]
    if questions:
        connection.execute(insert(reviews), questions)
    told = [
        telling_row(page, number, ordinal, event, homes.get(event.uid) or _home_of(connection, event))
        for number, each in enumerate(read.reports)
        for ordinal, event in enumerate(each.events)
    ]
    if told:
        connection.execute(insert(tellings), told)
    return tuple(dict.fromkeys([*homes.values(), *(str(row["event_uid"]) for row in told)]))


def _home_of(connection: Connection, told: Event) -> str:
    """Give the UID of the event that a new telling is of: a known one that it agrees with, or its own."""
    again = select(tellings.c.event_uid).where(tellings.c.uid == told.uid).limit(1)
    same = connection.execute(again).scalar()
    if same is not None:
        return str(same)
    first, last = search_days(told)
    near = select(events.c.uid, events.c.name).where(
        events.c.latest >= first.isoformat(), events.c.earliest <= last.isoformat(), _may_be_at(told)
    )
    name = name_key(told.title)
    alike_ones = [(-likeness, row.uid) for row in connection.execute(near) if (likeness := alike(row.name, name))]
    for unlikeness, uid in sorted(alike_ones):  # the likest first
        if -unlikeness < ALIKE_AT_ONE_VENUE:
            break
        known = connection.execute(select(events.c.document).where(events.c.uid == uid)).scalar_one()
        if same_happening(from_json(Event, known), told):
            return str(uid)
    return told.uid


def _may_be_at(told: Event) -> ColumnElement[bool]:
    """Say in SQL that an event is in one of the districts told, or in none that is known."""
    adcodes = [each.adcode for each in told.where.districts]
    if not adcodes:
        return true()
    there = select(event_districts.c.event_uid).where(event_districts.c.event_uid == events.c.uid)
    return there.where(event_districts.c.adcode.in_(adcodes)).exists() | ~there.exists()
