"""A list of events in its stretches: what is on now, what comes, what was, and what has no day yet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from calendar_app.model import Status
from calendar_app.store.days import placed, reach
from calendar_app.web.almanac import almanac
from calendar_app.web.days import month_of_year, short_month, weekday_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calendar_app.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day and its lines; a group that stands under no single day has an empty `iso`."""

    iso: str
    id: str
    month: str
    number: str
    weekday: str
    holiday: str
    is_today: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the agenda under one heading."""

    id: str
    heading: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Events sorted by how they stand to today; `past` runs backwards, the others forwards."""

    ongoing: tuple[Event, ...]
    coming: tuple[Event, ...]
    undated: tuple[Event, ...]
    past: tuple[Event, ...]


def stretch(events: Iterable[Event], today: date) -> Stretches:
    """Sort events, given in order of their beginning, into what is on, what comes, what was, and what has no day."""
    ongoing: list[Event] = []
    coming: list[Event] = []
    undated: list[Event] = []
    past: list[Event] = []
    for event in events:
        days = placed(event)
        if days is None:
            undated += [event] if reach(event)[1] >= today else []
        elif days[0] >= today and not _has_begun(event):
            coming.append(event)
        elif reach(event)[1] >= today:
            ongoing.append(event)
        else:
            past.append(event)
    return Stretches(tuple(ongoing), tuple(coming), tuple(undated), tuple(reversed(past)))


def sections(stretches: Stretches, today: date) -> tuple[Section, ...]:
    """Lay the stretches out as sections of days; an empty stretch has none."""
    made = (
        Section(id="now", heading=_("正在进行"), days=_loose(stretches.ongoing, today)),
        Section(id="coming", heading=_("接下来"), days=_by_day(stretches.coming, today)),
        Section(id="undated", heading=_("日期待定"), days=_loose(stretches.undated, today)),
        Section(id="past", heading=_("已经过去"), days=_by_day(stretches.past, today)),
    )
    return tuple(section for section in made if section.days)


def _has_begun(event: Event) -> bool:
    # Only its end is known: it stands on its last day, and runs already.
    return event.when.first_day is None and event.status is Status.ONGOING


def day_of(event: Event) -> date:
    """Give the day under which an event is listed."""
    days = placed(event)
    if days is None:
        raise ValueError(f"{event.uid} has no day")
    return days[0]


def _by_day(events: Iterable[Event], today: date) -> tuple[Day, ...]:
    return tuple(_day(day, tuple(there), today) for day, there in groupby(events, day_of))


def _day(day: date, events: tuple[Event, ...], today: date) -> Day:
    iso = day.isoformat()
    return Day(
        iso=iso,
        id=f"d{iso}",
        month=short_month(day) if day.year == today.year else month_of_year(day),
        number=str(day.day),
        weekday=weekday_in_words(day),
        holiday=almanac(day).name,
        is_today=day == today,
        rows=tuple(row(event, today) for event in sorted(events, key=_within_day)),
    )


def _loose(events: tuple[Event, ...], today: date) -> tuple[Day, ...]:
    if not events:
        return ()
    rows = tuple(row(event, today) for event in events)
    return (Day(iso="", id="", month="", number="", weekday="", holiday="", is_today=False, rows=rows),)


def _within_day(event: Event) -> tuple[str, str]:
    when = event.when
    clock = when.hours[0] if when.hours else getattr(when.start, "time", lambda: None)()
    return ("" if clock is None else clock.isoformat(), event.uid)
