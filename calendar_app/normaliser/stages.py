"""The stages of reading: a page to its reports, a report to its times, places, activities, drafts and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.folding import fold
from calendar_app.model import Form, Grain, ReadPage
from calendar_app.normaliser.activities import find_activities
from calendar_app.normaliser.anchors import anchor_of
from calendar_app.normaliser.drafting import draft
from calendar_app.normaliser.events import read_report
from calendar_app.normaliser.findings import Findings, headline_shift
from calendar_app.normaliser.home import with_home
from calendar_app.normaliser.issue import with_issue_date
from calendar_app.normaliser.places import find_places
from calendar_app.normaliser.sentences import segment
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.timing import TimeRole, time_roles
from calendar_app.reading.reports import split

if TYPE_CHECKING:
    from calendar_app.model import Page, PlaceMention, ReadReport, Report
    from calendar_app.normaliser.timing import TimedMention


def normalise_page(page: Page) -> ReadPage:
    """Read a page: its reports, their events, and what is kept for review."""
    known = completed(page)
    return ReadPage(known, tuple(normalise(each, known, number) for number, each in enumerate(split(known))))


def completed(page: Page) -> Page:
    """Add to a page what it lets one infer: its day of publication, and where its paper is at home."""
    return with_home(with_issue_date(page))


def normalise(report: Report, page: Page, number: int) -> ReadReport:
    """Read one report, the `number`th of its page."""
    return read_report(findings(report, page, number))


def findings(report: Report, page: Page, number: int) -> Findings:
    """Find the times, places and activities of a report, and draft its events: the stages in their order."""
    body = report.body.text
    anchor = anchor_of(report.dateline, page.issued) if page.issued else None
    segments = segment(fold(body))
    mentions = find_times(body, anchor, above=report.headline.text if report.headline else "")
    times = time_roles(segments, mentions, page.issued)
    activities = find_activities(segments, [each.mention.span for each in times if not _belongs_to_a_name(each)])
    places = _places(report)
    return Findings(
        page=page,
        report=report,
        number=number,
        anchor=anchor,
        segments=segments,
        times=times,
        places=places,
        activities=activities,
        drafts=draft(segments, activities, times, [each.span for each in places]),
    )


def _places(report: Report) -> tuple[PlaceMention, ...]:
    """Find the places of headline and body; those of the headline stand before the body, at negative offsets."""
    inside = find_places(report.body.text)
    if report.headline is None:
        return inside
    shift = headline_shift(report)
    above = find_places(report.headline.text)
    return (*(replace(each, span=(each.span[0] - shift, each.span[1] - shift)) for each in above), *inside)


def _belongs_to_a_name(timed: TimedMention) -> bool:
    """Tell a time that names what takes place, not when: 2024年京城职工龙舟邀请赛, 地坛春节文化庙会."""
    when = timed.mention.when
    is_year = when is not None and when.form is Form.COARSE and when.grain is Grain.YEAR
    return is_year or timed.role is TimeRole.THEME
