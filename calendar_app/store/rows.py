"""What is read, as rows of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.store.codec import storable, to_json

if TYPE_CHECKING:
    from datetime import datetime

    from calendar_app.model import Event, Page, ReadPage, Review

    Row = dict[str, object]


def page_row(page: Page, digest: str, now: datetime) -> Row:
    """Give the row of a page."""
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


def report_row(read: ReadPage, number: int) -> Row:
    """Give the row of a page's report."""
    report = read.reports[number].report
    return {
        "page_id": read.page.id,
        "report": number,
        "headline": _storable(report.headline.text if report.headline else None),
        "byline": _storable(report.byline),
        "span_begin": report.span[0],
        "span_end": report.span[1],
    }


def review_row(page_id: str, number: int, ordinal: int, review: Review) -> Row:
    """Give the row of a report's review."""
    return {
        "page_id": page_id,
        "report": number,
        "ordinal": ordinal,
        "reason": review.reason.value,
        "words": _storable(review.text),
        "span_begin": review.span[0],
        "span_end": review.span[1],
    }


def telling_row(page: Page, number: int, ordinal: int, event: Event, home: str) -> Row:
    """Give the row of an event as a page tells it; `home` is the event that it is part of."""
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
