"""A month as a table: spans as bars, official holidays and make-up days marked, the lunar day small."""

from __future__ import annotations

import re
from calendar import Calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, redirect, request, url_for

from calendar_app.labels import label
from calendar_app.model import Form, Status
from calendar_app.store.days import occurrences, placed, status_on
from calendar_app.store.selection import Precision, Selection, UnknownValue
from calendar_app.web import edge
from calendar_app.web.almanac import almanac
from calendar_app.web.clocks import hours_in_words, is_uncertain, moment_in_words
from calendar_app.web.days import day_in_words, month_in_words, short_weekday, weekday_in_words
from calendar_app.web.filters import Chip, chips
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, Link, head, serve, with_query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flask import Response
    from werkzeug.wrappers import Response as BaseResponse

    from calendar_app.model import Event

blueprint = Blueprint("month", __name__)

WHICH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
FIRST_YEAR, LAST_YEAR = 1900, 2100

MOST_LANES = 5
"""The most lines of bars in a week; a day with more says how many, and its number leads to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the table: where its number leads, what the almanac says, how many events there are."""

    href: str
    iso: str
    number: str
    words: str
    lunar: str
    holiday: str
    marks: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An event, or a gap when `href` is empty, across some days of a week; `marks` are classes of the style sheet."""

    days: int
    href: str = ""
    title: str = ""
    clock: str = ""
    words: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, and lines of bars under them."""

    cells: tuple[Cell, ...]
    lanes: tuple[tuple[Bar, ...], ...]


@dataclass(frozen=True, slots=True)
class Weekday:
    """The head of a column."""

    short: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """What the month shows."""

    template: ClassVar[str] = "month/index.html"

    head: Head
    heading: str
    before: Link
    now: Link
    after: Link
    as_list: Link
    chips: tuple[Chip, ...]
    weekdays: tuple[Weekday, ...]
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """An event's unbroken stay in a week, in days of that week: 0 is Monday."""

    event: Event
    begin: int
    end: int


@blueprint.get("/month")
def this_month() -> BaseResponse:
    """Lead to the month of today."""
    return redirect(url_for("month.page", which=edge.today().strftime("%Y-%m")))


@blueprint.get("/month/<which>")
def page(which: str) -> Response:
    """Show a month of the selection in the address."""
    first = _first_day(which)
    selection = Selection.parse(request.args.to_dict(flat=False))
    return serve(lambda: month_page(selection, first, edge.today()))


def month_page(selection: Selection, first: date, today: date) -> MonthPage:
    """Compose a month's table."""
    days = tuple(Calendar().itermonthdates(first.year, first.month))
    shown = replace(selection, first=days[0], last=days[-1], precision=selection.precision or Precision.WINDOW)
    events = edge.store().select(shown, today)
    counts = edge.district_counts(shown)
    heading = month_in_words(first)
    weeks = tuple(_week(days[at : at + 7], events, selection, first, today) for at in range(0, len(days), 7))
    whole = replace(selection, first=first, last=_next(first) - timedelta(days=1))
    return MonthPage(
        head=head(f"{heading} {selection.title(language())}", selection=selection),
        heading=heading,
        before=_link(_before(first), selection),
        now=_link(today.replace(day=1), selection, _("本月")),
        after=_link(_next(first), selection),
        as_list=Link(with_query(url_for("agenda.index"), whole.query()), _("看作日程")),
        chips=chips(url_for("month.page", which=f"{first:%Y-%m}"), selection, counts),
        weekdays=tuple(Weekday(short_weekday(day), weekday_in_words(day)) for day in days[:7]),
        weeks=weeks,
    )


def stays(events: Iterable[Event], monday: date) -> Iterator[Stay]:
    """Find when events take place in a week; days in a row are one stay, save of what is held anew each day."""
    sunday = monday + timedelta(days=6)
    for event in events:
        begins, ends = placed(event) or (date.max, date.min)
        if begins > sunday or ends < monday:
            continue
        held = {(day - monday).days for day in occurrences(event)} & set(range(7))
        joined = _is_unbroken(event)
        begin = None
        for day in range(8):
            if begin is not None and (day not in held or not joined):
                yield Stay(event, begin, day - 1)
                begin = None
            if begin is None and day in held:
                begin = day


def _is_unbroken(event: Event) -> bool:
    return event.when.form not in (Form.RECURRING, Form.SEVERAL)


def lanes(there: Iterable[Stay], most: int = MOST_LANES) -> tuple[tuple[Stay, ...], ...]:
    """Lay stays into lines so that none overlap, long ones first, as high as they fit; what fits in none is left out."""
    lines: list[list[Stay]] = []
    for stay in sorted(there, key=lambda stay: (stay.begin, stay.begin - stay.end, stay.event.uid)):
        line = next((line for line in lines if line[-1].end < stay.begin), None)
        if line is not None:
            line.append(stay)
        elif len(lines) < most:
            lines.append([stay])
    return tuple(tuple(line) for line in lines)


def _week(days: tuple[date, ...], events: tuple[Event, ...], chosen: Selection, first: date, today: date) -> Week:
    there = tuple(stays(events, days[0]))
    counts = [sum(stay.begin <= number <= stay.end for stay in there) for number in range(7)]
    return Week(
        cells=tuple(_cell(day, count, chosen, first, today) for day, count in zip(days, counts, strict=True)),
        lanes=tuple(_bars(line, today) for line in lanes(there)),
    )


def _cell(day: date, count: int, selection: Selection, first: date, today: date) -> Cell:
    entry = almanac(day)
    marks = {
        "outside": day.month != first.month,
        "is-today": day == today,
        "off": entry.off,
        "made-up": entry.made_up,
        "crowded": count > MOST_LANES,
    }
    chosen = replace(selection, first=day, last=day)
    return Cell(
        href=with_query(url_for("agenda.index"), chosen.query()),
        iso=day.isoformat(),
        number=str(day.day),
        words=day_in_words(day),
        lunar=entry.lunar_short if language() == "zh" else "",
        holiday=entry.name,
        marks=" ".join(name for name, holds in marks.items() if holds),
        count=_("%(count)s项", count=count) if count else "",
    )


def _bars(line: tuple[Stay, ...], today: date) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    at = 0
    for stay in line:
        if stay.begin > at:
            bars.append(Bar(days=stay.begin - at))
        bars.append(_bar(stay, today))
        at = stay.end + 1
    if at < 7:
        bars.append(Bar(days=7 - at))
    return tuple(bars)


def _bar(stay: Stay, today: date) -> Bar:
    event = stay.event
    status = status_on(event, today)
    uncertain = is_uncertain(event.when)
    said = [label(status, language())] if status in (Status.CANCELLED, Status.POSTPONED) else []
    said += [_("日期大致")] if uncertain else []
    marks = {
        "long": _is_unbroken(event) and len(occurrences(event)) > 1,
        "is-cancelled": status is Status.CANCELLED,
        "is-uncertain": uncertain,
    }
    return Bar(
        days=stay.end - stay.begin + 1,
        href=url_for("event.page", uid=event.uid),
        title=event.title,
        clock=moment_in_words(event.when) or hours_in_words(event.when),
        words="、".join(said),
        marks=" ".join(name for name, holds in marks.items() if holds),
    )


def _first_day(which: str) -> date:
    found = WHICH.fullmatch(which)
    if found and FIRST_YEAR <= int(found["year"]) <= LAST_YEAR and 1 <= int(found["month"]) <= 12:
        return date(int(found["year"]), int(found["month"]), 1)
    raise UnknownValue("month", which, (f"{FIRST_YEAR}-01 … {LAST_YEAR}-12",))


def _before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _link(first: date, selection: Selection, text: str = "") -> Link:
    address = url_for("month.page", which=f"{first:%Y-%m}")
    return Link(with_query(address, selection.query()), text or month_in_words(first))
