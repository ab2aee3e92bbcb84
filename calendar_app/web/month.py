"""A month as a table: spans as bars, official holidays and make-up days marked, the lunar day small."""

from __future__ import annotations

import re
from calendar import Calendar
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, redirect, request, url_for
from msgspec import Struct
from msgspec.structs import replace

from calendar_app.publishing.channel import address
from calendar_app.store.selection import Precision, Selection, UnknownValue
from calendar_app.web import edge
from calendar_app.web.almanac import almanac
from calendar_app.web.days import day_in_words, month_in_words, short_weekday, weekday_in_words
from calendar_app.web.filters import Chip, chips
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, Link, head, serve, with_query
from calendar_app.web.weeks import MOST_LANES, Bar, Part, bars, lanes, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response
    from werkzeug.wrappers import Response as BaseResponse

    from calendar_app.model import Event

blueprint = Blueprint("month", __name__)

WHICH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Cell(Struct, frozen=True, kw_only=True):
    """A day of the table: where its number leads, what the almanac says, how many events there are."""

    href: str
    iso: str
    number: str
    words: str
    lunar: str
    holiday: str
    marks: str
    count: str


class Week(Struct, frozen=True):
    """Seven days, and lines of bars under them."""

    cells: tuple[Cell, ...]
    lanes: tuple[tuple[Bar, ...], ...]


class Weekday(Struct, frozen=True):
    """The head of a column."""

    short: str
    full: str


class MonthPage(Struct, frozen=True, kw_only=True):
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
    stays = edge.store().stays(shown, today)
    counts = edge.district_counts(shown)
    heading = month_in_words(first)
    there = [tuple(parts(stays, days[at])) for at in range(0, len(days), 7)]
    lines = [lanes(week) for week in there]
    events = edge.store().events([part.uid for week in lines for line in week for part in line])
    weeks = tuple(
        Week(_cells(days[7 * at : 7 * at + 7], there[at], selection, first, today), _bars(lines[at], events, today))
        for at in range(len(there))
    )
    whole = replace(selection, first=first, last=_next(first) - timedelta(days=1))
    return MonthPage(
        head=head(f"{heading} {selection.title(language())}", selection=selection, indexed=bool(stays)),
        heading=heading,
        before=_link(_before(first), selection),
        now=_link(today.replace(day=1), selection, _("本月")),
        after=_link(_next(first), selection),
        as_list=Link(address(whole), _("看作日程")),
        chips=chips(url_for("month.page", which=f"{first:%Y-%m}"), selection, counts),
        weekdays=tuple(Weekday(short_weekday(day), weekday_in_words(day)) for day in days[:7]),
        weeks=weeks,
    )


def _cells(
    days: tuple[date, ...], there: tuple[Part, ...], chosen: Selection, first: date, today: date
) -> tuple[Cell, ...]:
    counts = Counter(day for part in there for day in range(part.begin, part.end + 1))
    return tuple(_cell(day, counts[number], chosen, first, today) for number, day in enumerate(days))


def _bars(lines: tuple[tuple[Part, ...], ...], events: Mapping[str, Event], today: date) -> tuple[tuple[Bar, ...], ...]:
    return tuple(bars(line, events, today) for line in lines)


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
        href=address(chosen),
        iso=day.isoformat(),
        number=str(day.day),
        words=day_in_words(day),
        lunar=entry.lunar_short if language() == "zh" else "",
        holiday=entry.name,
        marks=" ".join(name for name, holds in marks.items() if holds),
        count=_("%(count)s项", count=count) if count else "",
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
    path = url_for("month.page", which=f"{first:%Y-%m}")
    return Link(with_query(path, selection.query()), text or month_in_words(first))
