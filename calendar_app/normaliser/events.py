"""Make events of drafts: their time, their place, their title, and the words of the page that say so."""

from __future__ import annotations

import hashlib
from datetime import datetime, time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import (
    BEIJING_TIME,
    Event,
    Evidence,
    ReadReport,
    Reason,
    Review,
    Role,
    Source,
)
from calendar_app.normaliser import particulars, values
from calendar_app.normaliser.confidence import confidence
from calendar_app.normaliser.dating import when_of
from calendar_app.normaliser.issue import INFERRED
from calendar_app.normaliser.naming import kind_of, named_by, title_of
from calendar_app.normaliser.siting import site, stretch_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Page, Span, Where
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.findings import Findings


def read_report(found: Findings) -> ReadReport:
    """Turn the drafts of a report into events, and what could not be dated into reviews."""
    events: list[Event] = []
    reviews: list[Review] = []
    for number, each in enumerate(found.drafts):
        made = _event(found, each, number)
        if isinstance(made, Event):
            events.append(made)
        else:
            reviews.append(made)
    reviews.extend(each for each in _impossible(found) if not any(_covers(other, each) for other in reviews))
    return ReadReport(found.report, tuple(events), tuple(reviews))


def _event(found: Findings, draft: Draft, number: int) -> Event | Review:
    when = when_of(found, draft)
    if isinstance(when, Reason):
        sentence = found.segments.sentences[draft.told_by.sentence].span
        return Review(when, found.printed(sentence), found.on_page(sentence))
    where = site(found, draft)
    name = draft.activity.name
    told = found.segments.sentences[draft.told_by.sentence].span
    block, whole = draft.told_by.block, (0, len(found.segments.text))
    holders = _organisers(found, draft)
    created = _midnight(found.page)
    return Event(
        uid=_uid(found, number),
        title=title_of(found, draft),
        kind=kind_of(found, draft),
        status=values.status(when, draft.told_by, found.page.issued),
        when=when,
        where=where if where.span is None else replace(where, span=found.on_page(where.span)),
        confidence=confidence(
            when,
            where,
            quoted=name is not None and name.quoted,
            named=draft.activity.named or draft.told_by.block is not None,
            issue_date_inferred=found.page.issued_from == INFERRED,
        ),
        sources=(_source(found, told),),
        evidence=tuple(_evidence(found, draft, where, holders)),
        when_text=draft.time.text if draft.time else None,
        when_span=found.on_page(draft.time.span) if draft.time else None,
        organisers=tuple(found.printed(span) for _, span in holders),
        attendance=particulars.attendance(found.segments.text, stretch_of(found, draft))
        if not draft.told_by.future
        else None,
        deadline=particulars.deadline(found.times, block or whole) if block or draft.main else None,
        admission=particulars.admission(found.segments.text, block or told),
        signup=particulars.sign_up(found.segments.text, block or told),
        previous=draft.previous.when if draft.previous else None,
        created=created,
        changed=created,
    )


def _impossible(found: Findings) -> Iterator[Review]:
    for each in found.times:
        if each.mention.unresolved is Reason.IMPOSSIBLE_DATE:
            yield Review(Reason.IMPOSSIBLE_DATE, each.mention.text, found.on_page(each.mention.span))


def _covers(review: Review, other: Review) -> bool:
    return review.reason is other.reason and review.span[0] <= other.span[0] and other.span[1] <= review.span[1]


# ---------------------------------------------------------------- what and who


def _organisers(found: Findings, draft: Draft) -> list[tuple[str, Span]]:
    sentence = found.segments.sentences[draft.told_by.sentence].span
    here = list(particulars.organisers(found.segments.text, sentence))
    if here or not draft.main:
        return here
    return list(particulars.organisers(found.segments.text, (0, len(found.segments.text))))


def _evidence(found: Findings, draft: Draft, where: Where, holders: Sequence[tuple[str, Span]]) -> Iterator[Evidence]:
    """Quote the words that say when, where, what and who."""
    for each in (draft.time, draft.until, draft.repeats):
        if each is not None:
            yield _quote(found, Role.WHEN, each.span, each.rule)
    if where.span is not None:
        yield _quote(found, Role.WHERE, where.span, where.basis)
    yield _quote(found, Role.WHAT, named_by(found, draft.activity), draft.told_by.word)
    for _, span in holders:
        yield _quote(found, Role.WHO, span, "organiser")


def _quote(found: Findings, role: Role, span: Span, rule: str) -> Evidence:
    return Evidence(role, found.printed(span), found.on_page(span), rule)


# ---------------------------------------------------------------- source


def _source(found: Findings, sentence: Span) -> Source:
    page = found.page
    return Source(
        publication=page.publication,
        issued=page.issued,
        issued_from=page.issued_from,
        page=page.number,
        headline=found.headline,
        url=page.url,
        sentence=found.printed(sentence),
    )


def _uid(found: Findings, number: int) -> str:
    """Name an event by its source and its place in it: the page's address, else paper, day, page and document name."""
    page = found.page
    source = page.url or "|".join(str(part or "") for part in (page.publication, page.issued, page.number, page.id))
    return f"{hashlib.sha256(source.encode()).hexdigest()[:16]}-{found.number}-{number}@calendar-app"


def _midnight(page: Page) -> datetime | None:
    return None if page.issued is None else datetime.combine(page.issued, time(), BEIJING_TIME)
