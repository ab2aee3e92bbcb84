"""Make events of drafts: their time, their place, their title, and the words of the page that say so."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import (
    BEIJING_TIME,
    Event,
    Evidence,
    Form,
    Kind,
    ReadReport,
    Reason,
    Review,
    Role,
    Source,
)
from calendar_app.normaliser import particulars, values
from calendar_app.normaliser.confidence import confidence
from calendar_app.normaliser.findings import headline_shift
from calendar_app.normaliser.issue import INFERRED
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.names import kind_inside
from calendar_app.normaliser.references import is_stage
from calendar_app.normaliser.schedules import SCHEDULED
from calendar_app.normaliser.siting import site, stretch_of
from calendar_app.normaliser.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Page, Span, When, Where
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.findings import Findings


RUNNING = (Kind.EXHIBITION, Kind.FAIR)
"""The kinds of what runs for days once it has opened; festivals may be over in a day."""
_CEREMONY = re.compile(r"(?:仪式|典礼|[开闭]幕式|启动式|晚会|演出)$")
_SERIES = re.compile(r"[^,;。]{0,12}(?:系列|活动|招聘会|大赛|联赛|展演|讲座|课堂|[节季周]|展)")
"""What a theme names that a schedule under it lists the parts of."""


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
    when = _when(found, draft)
    if isinstance(when, Reason):
        sentence = found.segments.sentences[draft.told_by.sentence].span
        return Review(when, found.printed(sentence), found.on_page(sentence))
    where = site(found, draft)
    name = draft.activity.name
    if _runs_on(found, draft, when):
        when = values.opened(when)
    told = found.segments.sentences[draft.told_by.sentence].span
    holders = _organisers(found, draft)
    created = _midnight(found.page)
    return Event(
        uid=_uid(found, number),
        title=_title(found, draft),
        kind=name.kind if name else _kind_unnamed(found, draft),
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
        deadline=particulars.deadline(found.times, (0, len(found.segments.text))) if draft.main else None,
        admission=particulars.admission(found.segments.text, told),
        signup=particulars.sign_up(found.segments.text, told),
        previous=draft.previous.when if draft.previous else None,
        created=created,
        changed=created,
    )


# ---------------------------------------------------------------- when


def _when(found: Findings, draft: Draft) -> When | Reason:
    """Put the draft's times together; give the reason when there is nothing to date it by."""
    dated: When | None = None
    if draft.time is not None:
        dated = draft.time.when
        if dated is None and draft.until is None:
            return draft.time.unresolved or Reason.NO_DATE
    if draft.until is not None and draft.until.when is not None:
        dated = values.until(dated, draft.until.when)
    if dated is None:
        if found.anchor is None:
            return Reason.NO_ISSUE_DATE
        if draft.told_by.in_progress:
            return values.in_progress(found.anchor)
        return Reason.NO_DATE if draft.told_by.future else values.implied_window(found.anchor)
    if draft.repeats is not None and draft.repeats.when is not None:
        dated = values.repeated(dated, draft.repeats.when)
    return dated


def _runs_on(found: Findings, draft: Draft, when: When) -> bool:
    """Tell whether something opens on a day and then runs, nobody says how long: an exhibition, a fair, a season."""
    name, text = draft.activity.name, found.segments.text
    return (
        draft.told_by.aspect is Aspect.OPEN
        and when.form is Form.DAY
        and name is not None
        and (name.kind in RUNNING or text[name.span[1] - 1] in "季周月")
        and not _CEREMONY.search(text, *name.span)
        and not any(each is not draft and each.activity is draft.activity for each in found.drafts)
    )


def _impossible(found: Findings) -> Iterator[Review]:
    for each in found.times:
        if each.mention.unresolved is Reason.IMPOSSIBLE_DATE:
            yield Review(Reason.IMPOSSIBLE_DATE, each.mention.text, found.on_page(each.mention.span))


def _covers(review: Review, other: Review) -> bool:
    return review.reason is other.reason and review.span[0] <= other.span[0] and other.span[1] <= review.span[1]


# ---------------------------------------------------------------- what and who


def _title(found: Findings, draft: Draft) -> str:
    theme = _theme_before(found, draft)
    series = _series(found, draft)
    said = title(found.segments.text, found.report.body.text, draft, found.headline, theme=theme, series=series)
    if any(each.run and each.activity is draft.activity for each in found.drafts) and not draft.run:
        return said + found.report.body.text[slice(*draft.told_by.trigger)]
    return said


def _theme_before(found: Findings, draft: Draft) -> Span | None:
    """Give the last quoted name that stands before the activity's own in its sentence, or before its schedule."""
    name = draft.activity.name
    if name is None:
        return None
    text, listed = found.segments.text, draft.activity.word == SCHEDULED
    begin, end = found.segments.sentences[draft.activity.sentence].span[0], name.span[0]
    if listed:
        begin, end = 0, min(each.trigger[0] for each in found.activities if each.word == SCHEDULED)
    themes = [
        (first, last)
        for first, last in found.segments.quotations
        if begin <= first and last <= end and text[first] == "“" and last - first > 5
        if not listed or _SERIES.match(text, last)
    ]
    return themes[-1] if themes and themes[-1] not in found.segments.speech else None


def _series(found: Findings, draft: Draft) -> Span | None:
    """Give the activity named before of which a draft is a stage, if only as what has been going on (开赛以来)."""
    if not is_stage(found.segments, draft.activity):
        return None
    begin = draft.told_by.trigger[0]
    before = [each.name.span for each in found.activities if each.named and each.name and each.name.span[1] <= begin]
    return before[-1] if before else None


def _kind_unnamed(found: Findings, draft: Draft) -> Kind:
    """Tell the kind of what a notice under a headline tells, else of a visit."""
    if draft.told_by.block and found.headline:
        headline = fold(found.headline)
        return kind_inside(headline, 0, len(headline))
    text = found.segments.text[slice(*found.segments.sentences[draft.told_by.sentence].span)]
    if any(word in text for word in ("慰问", "送上", "送去", "服务", "提供", "上门")):
        return Kind.SERVICE
    return Kind.VISIT


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
    yield _quote(found, Role.WHAT, _named(found, draft.activity), draft.told_by.word)
    for _, span in holders:
        yield _quote(found, Role.WHO, span, "organiser")


def _named(found: Findings, activity: ActivityMention) -> Span:
    """Give the words that name an activity: its name, who acts, the headline of a notice, or the verb."""
    if activity.name is not None:
        return activity.name.span
    if activity.block and found.report.headline is not None:
        return -headline_shift(found.report), -1
    return activity.agent or activity.trigger


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
