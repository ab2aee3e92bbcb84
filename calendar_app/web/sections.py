"""A list of events in its stretches: what is on now, what comes, what was, and what has no day yet."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import Form, Status
from calendar_app.store.days import occurrences, placed, reach
from calendar_app.web.almanac import almanac
from calendar_app.web.days import month_of_year, short_month, weekday_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.pages import Link
from calendar_app.web.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calendar_app.model import Event


class Day(Struct, frozen=True, kw_only=True):
    """A day and its lines; a group that stands under no single day has an empty `iso`."""

    iso: str
    id: str
    month: str
    number: str
    weekday: str
    holiday: str
    is_today: bool
    rows: tuple[Row, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A stretch of the agenda under one heading; `more` leads to what of it was left out, if anything was."""

    id: str
    heading: str
    days: tuple[Day, ...]
    more: Link | None = None


class Listed(Struct, frozen=True):
    """An event and the day under which it is listed; one that takes place on several days is listed on each."""

    day: date
    event: Event


class Stretches(Struct, frozen=True):
    """Events sorted by how they stand to today; `past` runs backwards, the others forwards, `ongoing` by their end.

    `more_ongoing` and `more_undated` tell that some were left out.
    """

    ongoing: tuple[Event, ...] = ()
    coming: tuple[Listed, ...] = ()
    undated: tuple[Event, ...] = ()
    past: tuple[Listed, ...] = ()
    more_ongoing: bool = False
    more_undated: bool = False


def stretch(events: Iterable[Event], today: date) -> Stretches:
    """Sort events, given in order of their beginning, into what is on, what comes, what was, and what has no day."""
    ongoing: list[Event] = []
    undated: list[Event] = []
    listed: list[Listed] = []
    for event in events:
        days = placed(event)
        if days is None:
            undated.append(event)
        elif event.when.form in (Form.SEVERAL, Form.RECURRING):
            listed += _listed(event, today)
        elif reach(event)[1] >= today and (days[0] < today or _has_begun(event)):
            ongoing.append(event)
        else:
            listed.append(Listed(days[0], event))
    listed.sort(key=_in_order)
    coming = tuple(each for each in listed if each.day >= today)
    past = sorted((each for each in listed if each.day < today), key=_day_backwards)
    ongoing.sort(key=_last_day)
    return Stretches(tuple(ongoing), coming, tuple(undated), tuple(past))


def shortened(stretches: Stretches, most: int) -> Stretches:
    """Keep the first lines of each stretch."""
    return Stretches(
        ongoing=stretches.ongoing[:most],
        coming=stretches.coming[:most],
        undated=stretches.undated[:most],
        past=stretches.past[:most],
    )


def sections(stretches: Stretches, today: date, ongoing: str, undated: str) -> tuple[Section, ...]:
    """Lay the stretches out as sections of days; an empty stretch has none.

    `ongoing` and `undated` are the addresses of all that is on now and of all that has no day.
    """
    more_ongoing = Link(ongoing, _("更多正在进行的活动")) if stretches.more_ongoing and ongoing else None
    more_undated = Link(undated, _("更多日期待定的活动")) if stretches.more_undated else None
    open_ = [event for event in stretches.undated if reach(event)[1] >= today]
    over = [event for event in stretches.undated if reach(event)[1] < today]
    made = (
        replace(loose_section("now", _("正在进行"), stretches.ongoing, today), more=more_ongoing),
        Section(id="coming", heading=_("接下来"), days=_by_day(stretches.coming, today)),
        loose_section("undated", _("日期待定"), open_, today),
        Section(id="past", heading=_("已经过去"), days=_by_day(stretches.past, today)),
        replace(loose_section("never-dated", _("后来没有报道过日子"), over, today), more=more_undated),
    )
    return tuple(section for section in made if section.days)


def loose_section(id_: str, heading: str, events: Iterable[Event], today: date) -> Section:
    """Lay out events that stand under no day; without any, the section has no days."""
    rows = tuple(row(event, today) for event in events)
    group = Day(iso="", id="", month="", number="", weekday="", holiday="", is_today=False, rows=rows)
    return Section(id=id_, heading=heading, days=(group,) if rows else ())


def _has_begun(event: Event) -> bool:
    # Only its end is known: it stands on its last day, and runs already.
    return event.when.first_day is None and event.status is Status.ONGOING


def _listed(event: Event, today: date) -> list[Listed]:
    """List several days each; of what recurs the next day, else the last, else, when no end is told, the first."""
    days = occurrences(event)
    if event.when.form is Form.RECURRING:
        told = days[-1:] if event.when.last_day else days[:1]
        days = next(((day,) for day in days if day >= today), told)
    return [Listed(day, event) for day in days]


def _in_order(listed: Listed) -> tuple[date, str, str]:
    when = listed.event.when
    clock = when.hours[0] if when.hours else getattr(when.start, "time", lambda: None)()
    return listed.day, "" if clock is None else clock.isoformat(), listed.event.uid


def _last_day(event: Event) -> date:
    return reach(event)[1]


def _day_backwards(listed: Listed) -> int:
    return -listed.day.toordinal()


def _by_day(listed: Iterable[Listed], today: date) -> tuple[Day, ...]:
    return tuple(_day(day, there, today) for day, there in groupby(listed, key=attrgetter("day")))


def _day(day: date, there: Iterable[Listed], today: date) -> Day:
    iso = day.isoformat()
    return Day(
        iso=iso,
        id=f"d{iso}",
        month=short_month(day) if day.year == today.year else month_of_year(day),
        number=str(day.day),
        weekday=weekday_in_words(day),
        holiday=almanac(day).name,
        is_today=day == today,
        rows=tuple(row(each.event, today) for each in there),
    )
