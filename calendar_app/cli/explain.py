"""`calendar-app explain`: every event of a page with its sentences and rules, and what was rejected and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from calendar_app.cli.pages import pages_of
from calendar_app.cli.places import describe
from calendar_app.cli.tables import clean
from calendar_app.model import InputError
from calendar_app.normaliser.events import read_report
from calendar_app.normaliser.stages import completed, findings
from calendar_app.normaliser.timing import TimeRole
from calendar_app.reading.reports import split

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from calendar_app.model import Event, Page, When
    from calendar_app.normaliser.findings import Findings


def run(options: Namespace) -> int:
    """Explain every page named."""
    status = 0
    for page in pages_of(options):
        if isinstance(page, InputError):
            print(f"calendar-app: {page}", file=sys.stderr)
            status = 1
        else:
            print("\n".join(map(clean, explain(completed(page)))))
    return status


def explain(page: Page) -> Iterator[str]:
    """Yield the lines that tell how a page was read."""
    issued = f"issued {page.issued}, by {page.issued_from}" if page.issued else "no issue date found"
    yield f"=== {page.id}: {page.publication or 'publication unknown'}, {issued}, home {page.home}"
    for number, report in enumerate(split(page)):
        found = findings(report, page, number)
        read = read_report(found)
        yield ""
        yield f"--- report {number + 1}: {report.headline.text if report.headline else '(no headline)'}"
        yield from (f"    kicker: {each.text}" for each in report.kickers)
        if report.byline:
            yield f"    byline: {report.byline}"
        if found.anchor:
            yield f"    relative words lean on {found.anchor.day} ({found.anchor.source})"
        for event in read.events:
            yield from _event(event)
        yield from (f"  to review ({each.reason}): {each.text}" for each in read.reviews)
        yield from _rejected(found)


def _event(event: Event) -> Iterator[str]:
    yield f"  * {event.title}  [{event.kind}, {event.status}, sure {event.confidence:.2f}]"
    yield f"      when:  {_when(event.when)}"
    yield f"      where: {describe(event.where)}"
    yield from (
        f"             not {each.name} {each.adcode}: {each.lost}" for each in event.where.candidates if each.lost
    )
    if event.organisers:
        yield f"      who:   {'、'.join(event.organisers)}"
    for label, value in (("came", event.attendance), ("until", event.deadline), ("costs", event.admission)):
        if value:
            yield f"      {label}: {value}"
    yield from (
        f"      {each.role}: 「{each.quote}」 at {each.span[0]}-{each.span[1]} ({each.rule})" for each in event.evidence
    )
    yield f"      sentence: {event.sources[0].sentence}"


def _when(when: When) -> str:
    told = [when.edtf, when.rrule, when.part, f"rule {when.rule}"]
    if when.implied:
        told.append(f"implied: {', '.join(when.implied)}")
    if when.anchor:
        told.append(f"leaning on {when.anchor.day} ({when.anchor.source})")
    return "; ".join(each for each in told if each)


def _rejected(found: Findings) -> Iterator[str]:
    """Tell the times that date no event, and the tellings that are none."""
    for timed in found.times:
        mention = timed.mention
        if timed.role is not TimeRole.EVENT:
            value = mention.when.edtf if mention.when else mention.unresolved
            yield f"  - 「{mention.text}」 ({value}) dates no event: {timed.role}"
    for activity in found.activities:
        if activity.refusal is not None:
            begin, end = found.segments.sentences[activity.sentence].clause_at(activity.trigger[0])
            yield f"  - 「{found.report.body.text[begin:end]}」 is no event: {activity.refusal}"
