"""Give recurrences their values: RFC 5545 rules, the span they run in, daily hours, and days that they leave out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form, Grain, When
from calendar_app.normaliser.times.periods import shifted
from calendar_app.normaliser.times.placing import NOWHERE
from calendar_app.normaliser.times.statements import RFC_WEEKDAYS
from calendar_app.normaliser.times.values import daily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.normaliser.times.statements import Every, Setting

MOST_TIMES = 366
"""How many times are counted through to the last."""
MOST_DAYS = 3660
"""How many days ahead the last of them may be."""
LONGEST = timedelta(days=366)
"""The longest span whose holidays are listed one by one."""


def of_every(told: Every, bounds: When | None, but: When | None, setting: Setting, rule: str) -> When:
    """Give the value of a recurrence: from the anchor on where its span is not told, `../..` without an anchor.

    Working days have official holidays as `exdates` and make-up working days as `days`; the weekdays on which it pauses
    are `exdates` too where its span has both ends, else left out of the rule; so are the dates of `but`.
    """
    start, end, code = (bounds.first_day, bounds.last_day, bounds.edtf) if bounds else (None, None, "../..")
    implied, anchor = (bounds.implied, bounds.anchor) if bounds else ((), None)
    if start is None and setting.anchor is not NOWHERE and (end is None or setting.anchor.day <= end):
        start, implied, anchor = setting.anchor.day, ("start",), setting.anchor
        code = f"{start}/{code.partition('/')[2]}"
    if start and end is None and told.count:
        end = _last(told, start, told.count)
        code = f"{start}/{end}" if end else code
    days = tuple(_span(start, end)) if told.workdays or told.pauses else ()
    if told.pauses and not days:
        told = replace(told, frequency="WEEKLY", weekdays=tuple(day for day in RFC_WEEKDAYS if day not in told.pauses))
    return When(
        form=Form.RECURRING,
        edtf=code,
        start=start,
        end=end,
        grain=told.hours[0].grain if told.hours else Grain.DAY,
        rule=rule,
        part=told.hours[0].part if told.hours else None,
        hours=daily(told.hours),
        rrule=rrule(told),
        exdates=(*(day for day in days if _paused(told, day)), *(_dates(but) if but else ())),
        days=tuple(day for day in days if told.workdays and day.isoweekday() > 5 and _worked(day)),
        implied=implied,
        anchor=anchor,
    )


def _last(told: Every, start: date, count: int) -> date | None:
    """Give the day of the last of so many times; None where they are too many to count through."""
    monday = shifted(start, -start.weekday())
    if monday is None or count > MOST_TIMES:
        return None
    for number in range(MOST_DAYS):
        day = shifted(start, number)
        if day is None:
            return None
        count -= _falls_on(told, day, start, monday)
        if count == 0:
            return day
    return None


def _falls_on(told: Every, day: date, start: date, monday: date) -> bool:
    """Tell whether a recurrence that begins on a day of the week of `monday` has a day."""
    if (told.months and day.month not in told.months) or (told.monthdays and day.day not in told.monthdays):
        return False
    if told.weekdays and not _weekdays(day).intersection(told.weekdays):
        return False
    if told.frequency == "DAILY":
        return (day - start).days % told.interval == 0
    if told.frequency == "WEEKLY":
        return bool(told.weekdays) and (day - monday).days // 7 % told.interval == 0
    return told.interval == 1 and bool(told.weekdays or told.monthdays)


def _weekdays(day: date) -> frozenset[str]:
    """Give a day's weekday as a rule may call it: by itself, or counted in its month from either end."""
    weekday, length = RFC_WEEKDAYS[day.weekday()], monthrange(day.year, day.month)[1]
    return frozenset((weekday, f"{(day.day + 6) // 7}{weekday}", f"-{(length - day.day) // 7 + 1}{weekday}"))


@lru_cache(1024)
def rrule(told: Every) -> str:
    """Write the recurrence rule; its span is the value's, so it has no UNTIL."""
    fields = {
        "FREQ": told.frequency,
        "INTERVAL": str(told.interval) if told.interval > 1 else "",
        "BYMONTH": ",".join(map(str, told.months)),
        "BYMONTHDAY": ",".join(map(str, told.monthdays)),
        "BYDAY": ",".join(told.weekdays),
        "COUNT": str(told.count) if told.count else "",
    }
    return ";".join(f"{name}={value}" for name, value in fields.items() if value)


def _span(start: date | None, end: date | None) -> Iterator[date]:
    if start and end and end - start <= LONGEST:
        yield from (start + timedelta(number) for number in range((end - start).days + 1))


def _dates(but: When) -> Iterator[date]:
    return iter(but.days) if but.days else _span(but.first_day, but.last_day)


def _paused(told: Every, day: date) -> bool:
    """Tell whether a recurrence leaves out a day that its rule has."""
    if told.workdays:
        return day.isoweekday() <= 5 and not _worked(day)
    return RFC_WEEKDAYS[day.weekday()] in told.pauses


def _worked(day: date) -> bool:
    from calendar_app.normaliser.times.calendars.holidays import is_workday  # noqa: PLC0415 - few texts need the holiday table

    return is_workday(day)
