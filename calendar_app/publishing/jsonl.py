"""The JSON documents of the commands and the API: plain values in, nothing of ours left in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

    from calendar_app.model import (
        Anchor,
        Candidate,
        Division,
        Event,
        Page,
        PlaceMention,
        ReadPage,
        ReadReport,
        Review,
        Source,
        TimeMention,
        When,
        Where,
    )

Document = dict[str, Any]


def dumps(document: Document) -> str:
    """Write one document as one line of JSON, keys in the order in which they were put, Chinese as it is."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# ---------------------------------------------------------------- mentions


def times_document(mentions: Iterable[TimeMention], identifier: object = None) -> Document:
    """Answer `times`: the mentions of one text."""
    return {"id": identifier, "mentions": [_time_mention(each) for each in mentions]}


def places_document(mentions: Iterable[PlaceMention], where: Where, identifier: object = None) -> Document:
    """Answer `places`: the mentions of one text and where it says that something takes place."""
    return {"id": identifier, "mentions": [_place_mention(each) for each in mentions], "where": where_document(where)}


def _time_mention(mention: TimeMention) -> Document:
    head: Document = {"text": mention.text, "span": list(mention.span)}
    if mention.when is None:
        head |= {"edtf": None, "start": None, "end": None, "unresolved": mention.unresolved, "rule": mention.rule}
    else:
        head |= when_document(mention.when)
    if mention.notes:
        head["notes"] = list(mention.notes)
    return head


def _place_mention(mention: PlaceMention) -> Document:
    return {
        "text": mention.text,
        "span": list(mention.span),
        "name": mention.name,
        "kind": mention.level,
        "adcode": mention.adcodes[0] if len(mention.adcodes) == 1 else None,
        "adcodes": list(mention.adcodes),
        "role": mention.role,
        "rule": mention.rule,
    }


# ---------------------------------------------------------------- when and where


def when_document(when: When) -> Document:
    """Write a time: EDTF, its bounds, its grain, and how it was come by."""
    document: Document = {
        "edtf": when.edtf,
        "start": moment(when.start),
        "end": moment(when.end),
        "grain": when.grain,
        "kind": when.form,
    }
    if when.part:
        document["part"] = when.part
    if when.hours:
        document["time"] = hours(when.hours)
    if when.days:
        document["days"] = [moment(day) for day in when.days]
    if when.rrule:
        document["rrule"] = when.rrule
    if when.exdates:
        document["exdate"] = [day.isoformat() for day in when.exdates]
    return document | {"implied": list(when.implied), "anchor": _anchor(when.anchor), "rule": when.rule}


def where_document(where: Where) -> Document:
    """Write a place: venue, divisions, the evidence, and what else could have been meant."""
    return {
        "venue": where.venue,
        "township": division_document(where.township),
        "districts": [_named(each) for each in where.districts],
        "city": division_document(where.city),
        "province": division_document(where.province),
        "online": where.online,
        "basis": where.basis,
        "text": where.written,
        "span": _span(where.span),
        "candidates": [_candidate(each) for each in where.candidates],
    }


def moment(value: date | None) -> str | None:
    """Write a day as `2023-04-28` and an instant as `2023-04-28T14:30:00+08:00`."""
    return None if value is None else value.isoformat()


def hours(daily: tuple[time, time | None]) -> str:
    """Write daily hours as `09:00/17:00`, open-ended as `09:00/..`."""
    begin, end = daily
    return f"{begin:%H:%M}/{'..' if end is None else format(end, '%H:%M')}"


def division_document(division: Division | None) -> Document | None:
    """Write a division as its adcode and name."""
    return None if division is None else _named(division)


def _named(division: Division) -> Document:
    return {"adcode": division.adcode, "name": division.name}


def _anchor(anchor: Anchor | None) -> Document | None:
    return None if anchor is None else {"day": anchor.day.isoformat(), "source": anchor.source}


def _candidate(candidate: Candidate) -> Document:
    return {
        "name": candidate.name,
        "adcode": candidate.adcode,
        "level": candidate.level,
        "basis": candidate.basis,
        "lost": candidate.lost,
    }


def _span(span: Sequence[int] | None) -> list[int] | None:
    return None if span is None else list(span)


# ---------------------------------------------------------------- pages, reports, events


def page_document(read: ReadPage) -> Document:
    """Answer `extract`: the page's reports with their events and what is kept for review."""
    return head_document(read.page) | {"reports": [_report(each) for each in read.reports]}


def head_document(page: Page) -> Document:
    """Write what is known of the page itself."""
    return {
        "id": page.id,
        "publication": page.publication,
        "issued": moment(page.issued),
        "issued_from": page.issued_from,
    }


def _report(read: ReadReport) -> Document:
    report = read.report
    return {
        "headline": report.headline.text if report.headline else None,
        "kicker": [each.text for each in report.kickers],
        "byline": report.byline,
        "dateline": report.dateline.text if report.dateline else None,
        "span": list(report.span),
        "events": [event_document(each) for each in read.events],
        "review": [_review(each) for each in read.reviews],
    }


def event_document(event: Event) -> Document:
    """Write an event with its when, where, source and evidence."""
    when = when_document(event.when) | {"text": event.when_text, "span": _span(event.when_span)}
    document: Document = {
        "uid": event.uid,
        "title": event.title,
        "kind": event.kind,
        "status": event.status,
        "when": when,
        "where": where_document(event.where),
        "organisers": list(event.organisers),
        "attendance": event.attendance,
        "deadline": moment(event.deadline),
        "admission": event.admission,
        "signup": event.signup,
        "confidence": round(event.confidence, 2),
    }
    if event.previous is not None:
        document["previous"] = when_document(event.previous)
    return document | {
        "source": _source(event.sources[0]),
        "sources": [_source(each) for each in event.sources],
        "evidence": [
            {"role": each.role, "quote": each.quote, "span": list(each.span), "rule": each.rule}
            for each in event.evidence
        ],
    }


def _source(source: Source) -> Document:
    return {
        "publication": source.publication,
        "issued": moment(source.issued),
        "issued_from": source.issued_from,
        "page": source.page,
        "headline": source.headline,
        "url": source.url,
        "sentence": source.sentence,
    }


def _review(review: Review) -> Document:
    return {"reason": review.reason, "text": review.text, "span": list(review.span)}
