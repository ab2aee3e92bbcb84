"""A read page into the store: one transaction, whole or not at all, and twice is once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, func, insert, select, true, update

from calendar_app.model import Event
from calendar_app.store.codec import from_json, storable, to_json
from calendar_app.store.matching import ALIKE_AT_ONE_VENUE, alike, name_key, same_happening, search_days
from calendar_app.store.merging import combine, stamped
from calendar_app.store.querying import columns_of
from calendar_app.store.tables import (
    event_districts,
    events,
    history,
    ledger,
    pages,
    pieces,
    reports,
    reviews,
    tellings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from calendar_app.model import Page, ReadPage, Review

    Renderers = Mapping[str, Callable[[Event], str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
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
        return type(self)(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


def ingest(connection: Connection, read: ReadPage, now: datetime, renderers: Renderers) -> Ingested:
    """Write a page, its reports, events and reviews; a page that is known word for word changes nothing."""
    counts = {"pages": 1, "reports": len(read.reports), "reviews": sum(len(each.reviews) for each in read.reports)}
    digest = sha256(to_json(read).encode()).hexdigest()
    known = connection.execute(select(pages.c.digest).where(pages.c.id == read.page.id)).scalar()
    if known == digest:
        return Ingested(**counts, known_pages=1, unchanged=len(read.events))
    touched = _replace_page(connection, read, digest, now)
    outcomes = [_settle(connection, uid, read.page.id, now, renderers) for uid in touched]
    _turn_ledger(connection, now)
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
        _settle(connection, each, None, now, renderers)
    _turn_ledger(connection, now)


def _replace_page(connection: Connection, read: ReadPage, digest: str, now: datetime) -> tuple[str, ...]:
    """Write what the page says in place of what it said, and give the UIDs of the events that this touches."""
    page = read.page
    of_page = select(tellings.c.uid, tellings.c.event_uid).where(tellings.c.page_id == page.id)
    homes = {
        row.uid: row.event_uid for row in connection.execute(of_page.order_by(tellings.c.report, tellings.c.ordinal))
    }
    connection.execute(delete(pages).where(pages.c.id == page.id))
    connection.execute(insert(pages).values(_page_row(page, digest, now)))
    rows = [_report_row(read, number) for number in range(len(read.reports))]
    if rows:
        connection.execute(insert(reports), rows)
    questions = [
        _review_row(page.id, number, ordinal, review)
        for number, each in enumerate(read.reports)
        for ordinal, review in enumerate(each.reviews)
    ]
    if questions:
        connection.execute(insert(reviews), questions)
    told = [
        _telling_row(page, number, ordinal, event, homes.get(event.uid) or _home_of(connection, event))
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
    alike_ones = [row.uid for row in connection.execute(near) if alike(row.name, name) >= ALIKE_AT_ONE_VENUE]
    for uid in sorted(alike_ones):
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


def _settle(connection: Connection, uid: str, page_id: str | None, now: datetime, renderers: Renderers) -> str:
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
    after = stamped(before, replace(combine(told), uid=uid), now)
    if after == before:
        return "unchanged"
    _write_event(connection, after, now, renderers, new=before is None)
    what = "added" if before is None else "changed"
    _remember(connection, what, page_id, now, before=before, after=after)
    return what


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
    rendered = [{"form": form, "event_uid": event.uid, "body": render(event)} for form, render in renderers.items()]
    if rendered:
        connection.execute(insert(pieces), rendered)


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


def _turn_ledger(connection: Connection, now: datetime) -> None:
    turned = {"count": ledger.c.count + 1, "recorded": now.isoformat()}
    connection.execute(update(ledger).where(ledger.c.name == "revision").values(turned))


# ---------------------------------------------------------------- rows


def _page_row(page: Page, digest: str, now: datetime) -> dict[str, object]:
    return {
        "id": page.id,
        "publication": _storable(page.publication),
        "issued": page.issued.isoformat() if page.issued else None,
        "issued_from": page.issued_from,
        "number": _storable(page.number),
        "url": _storable(page.url),
        "title": _storable(page.title),
        "digest": digest,
        "recorded": now.isoformat(),
    }


def _report_row(read: ReadPage, number: int) -> dict[str, object]:
    report = read.reports[number].report
    return {
        "page_id": read.page.id,
        "report": number,
        "headline": _storable(report.headline.text if report.headline else None),
        "byline": _storable(report.byline),
        "span_begin": report.span[0],
        "span_end": report.span[1],
    }


def _review_row(page_id: str, number: int, ordinal: int, review: Review) -> dict[str, object]:
    return {
        "page_id": page_id,
        "report": number,
        "ordinal": ordinal,
        "reason": review.reason.value,
        "words": _storable(review.text),
        "span_begin": review.span[0],
        "span_end": review.span[1],
    }


def _telling_row(page: Page, number: int, ordinal: int, event: Event, home: str) -> dict[str, object]:
    return {
        "uid": event.uid,
        "page_id": page.id,
        "report": number,
        "ordinal": ordinal,
        "issued": page.issued.isoformat() if page.issued else None,
        "event_uid": home,
        "document": to_json(event),
    }


def _storable(text: str | None) -> str | None:
    return storable(text) if text else text
