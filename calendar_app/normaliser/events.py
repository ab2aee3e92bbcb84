"""Make events of drafts: their time, their place, their title, and the words of the page that say so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from calendar_app.model import (
    BEIJING_TIME,
    Anchor,
    Event,
    Evidence,
    Kind,
    PlaceRole,
    ReadReport,
    Reason,
    Review,
    Role,
    Source,
)
from calendar_app.normaliser import particulars, values
from calendar_app.normaliser.confidence import confidence
from calendar_app.normaliser.issue import INFERRED
from calendar_app.normaliser.places import choose
from calendar_app.normaliser.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Page, PlaceMention, Report, Span, TimeMention, When, Where
    from calendar_app.normaliser.activities import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one report; offsets are in its body, those of its headline negative, before the body."""

    page: Page
    report: Report
    number: int
    anchor: Anchor | None
    segments: Segments
    times: tuple[TimedMention, ...]
    places: tuple[PlaceMention, ...]
    activities: tuple[ActivityMention, ...]
    drafts: tuple[Draft, ...]

    def on_page(self, span: Span) -> Span:
        """Translate a span of the body (or, negative, of the headline) into one of the page's text."""
        begin, end = span
        if begin >= 0 or self.report.headline is None:
            return self.report.body.on_page(span)
        shift = headline_shift(self.report)
        return self.report.headline.on_page((begin + shift, end + shift))


def headline_shift(report: Report) -> int:
    """Give how far before the body its headline's offsets begin."""
    return len(report.headline.text) + 1 if report.headline else 0


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
        return Review(when, _printed(found, sentence), found.on_page(sentence))
    where, layer = _where(found, draft)
    name = draft.activity.name
    told = found.segments.sentences[draft.told_by.sentence].span
    holders = _organisers(found, draft)
    created = _midnight(found.page)
    return Event(
        uid=_uid(found, number),
        title=_title(found, draft),
        kind=name.kind if name else _kind_of_visit(found, draft),
        status=values.status(when, draft.told_by, found.page.issued),
        when=when,
        where=where if where.span is None else replace(where, span=found.on_page(where.span)),
        confidence=confidence(
            when,
            where,
            quoted=name is not None and name.quoted,
            named=draft.activity.named,
            issue_date_inferred=found.page.issued_from == INFERRED,
        ),
        sources=(_source(found, told),),
        evidence=tuple(_evidence(found, draft, where, holders)),
        when_text=draft.time.text if draft.time else None,
        when_span=found.on_page(draft.time.span) if draft.time else None,
        organisers=tuple(_printed(found, span) for _, span in holders),
        attendance=particulars.attendance(found.segments.text, layer) if not draft.told_by.future else None,
        deadline=particulars.deadline(found.times, (0, len(found.segments.text))) if draft.main else None,
        admission=particulars.admission(found.segments.text, told),
        signup=particulars.sign_up(found.segments.text, told),
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


def _impossible(found: Findings) -> Iterator[Review]:
    for each in found.times:
        if each.mention.unresolved is Reason.IMPOSSIBLE_DATE:
            yield Review(Reason.IMPOSSIBLE_DATE, each.mention.text, found.on_page(each.mention.span))


def _covers(review: Review, other: Review) -> bool:
    return review.reason is other.reason and review.span[0] <= other.span[0] and other.span[1] <= review.span[1]


# ---------------------------------------------------------------- where


def _where(found: Findings, draft: Draft) -> tuple[Where, Span]:
    """Choose the place by the mentions nearest to the activity: its clauses, its sentence, the lead, the headline."""
    sentence = found.segments.sentences[draft.told_by.sentence]
    stretch = _stretch(found, draft)
    layers = [_within(found.places, stretch), _within(found.places, sentence.span)]
    if draft.activity is not draft.told_by:
        layers.append(_within(found.places, found.segments.sentences[draft.activity.sentence].span))
    if not draft.main and found.drafts:
        layers.append(_within(found.places, _stretch(found, found.drafts[0])))
    lead = [each.span for each in found.segments.sentences if each.paragraph == 0]
    if lead:
        layers.append(_within(found.places, (lead[0][0], lead[-1][1])))
    layers.append(tuple(each for each in found.places if each.span[0] < 0))
    if draft.main:
        layers.append(tuple(each for each in found.places if each.role is PlaceRole.SITE))
    before = tuple(each for each in found.places if each.span[1] <= stretch[0])
    return choose(layers, home=found.page.home, before=before), stretch


def _stretch(found: Findings, draft: Draft) -> Span:
    """Give the clauses that tell of one activity: from where the telling before it ends to the end of its clause."""
    told = draft.told_by
    sentence = found.segments.sentences[told.sentence]
    begin = sentence.span[0]
    for each in found.activities:
        if (
            each.sentence == told.sentence
            and each.trigger[1] <= told.trigger[0]
            and _parted(found, each, told, draft.time)
        ):
            begin = max(begin, sentence.clause_at(each.trigger[1])[1])
    end = max(sentence.clause_at(told.trigger[0])[1], told.name.span[1] if told.name else 0)
    return min(begin, told.trigger[0]), end


def _parted(found: Findings, earlier: ActivityMention, later: ActivityMention, time: TimeMention | None) -> bool:
    """Two tellings of one sentence are parted when a new time stands between them."""
    return (
        time is not None
        and earlier.trigger[1] <= time.span[0] < later.trigger[0]
        and earlier is not later
        and bool(found)
    )


def _within(mentions: Sequence[PlaceMention], span: Span) -> tuple[PlaceMention, ...]:
    return tuple(each for each in mentions if span[0] <= each.span[0] < span[1])


# ---------------------------------------------------------------- what and who


def _title(found: Findings, draft: Draft) -> str:
    theme = _theme_before(found, draft)
    said = title(found.segments.text, found.report.body.text, draft, _headline(found), theme)
    if any(each.run and each.activity is draft.activity for each in found.drafts) and not draft.run:
        return said + found.report.body.text[slice(*draft.told_by.trigger)]
    return said


def _theme_before(found: Findings, draft: Draft) -> Span | None:
    """Give the last quoted name that stands before the activity's own in its sentence."""
    name = draft.activity.name
    if name is None:
        return None
    begin = found.segments.sentences[draft.activity.sentence].span[0]
    themes = [
        each
        for each in found.segments.quotations
        if begin <= each[0]
        and each[1] <= name.span[0]
        and found.segments.text[each[0]] == "“"
        and each[1] - each[0] > 5
    ]
    return themes[-1] if themes and themes[-1] not in found.segments.speech else None


def _kind_of_visit(found: Findings, draft: Draft) -> Kind:
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
    named = draft.activity.name.span if draft.activity.name else draft.activity.agent or draft.activity.trigger
    yield _quote(found, Role.WHAT, named, draft.told_by.word)
    for _, span in holders:
        yield _quote(found, Role.WHO, span, "organiser")


def _quote(found: Findings, role: Role, span: Span, rule: str) -> Evidence:
    return Evidence(role, _printed(found, span), found.on_page(span), rule)


def _printed(found: Findings, span: Span) -> str:
    begin, end = span
    if begin < 0 and found.report.headline is not None:
        shift = headline_shift(found.report)
        return found.report.headline.text[begin + shift : end + shift]
    return found.report.body.text[begin:end].strip()


# ---------------------------------------------------------------- source


def _source(found: Findings, sentence: Span) -> Source:
    page = found.page
    return Source(
        publication=page.publication,
        issued=page.issued,
        issued_from=page.issued_from,
        page=page.number,
        headline=_headline(found),
        url=page.url,
        sentence=_printed(found, sentence),
    )


def _headline(found: Findings) -> str | None:
    """Give the report's headline; for a document that is one report, the title that came with it."""
    if found.report.headline is not None:
        return found.report.headline.text
    return found.page.title if found.number == 0 else None


def _uid(found: Findings, number: int) -> str:
    """Name an event by its source and its place in it: the page's address, else paper, day, page and document name."""
    page = found.page
    source = page.url or "|".join(str(part or "") for part in (page.publication, page.issued, page.number, page.id))
    return f"{hashlib.sha256(source.encode()).hexdigest()[:16]}-{found.number}-{number}@calendar-app"


def _midnight(page: Page) -> datetime | None:
    return None if page.issued is None else datetime.combine(page.issued, time(), BEIJING_TIME)
