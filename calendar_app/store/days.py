"""On which days an event stands: where a calendar puts it, how far it reaches, how it stands on a later day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dateutil.rrule import rrulestr

from calendar_app.model import Form, Status
from calendar_app.store.selection import Precision

if TYPE_CHECKING:
    from calendar_app.model import Event

Run = tuple[date, date]
"""The first and the last of days in a row."""

OPEN_LASTS = timedelta(days=90)
"""How long something without a stated end is held to run on after it began."""

RECURRENCE_LASTS = timedelta(days=364)
"""How long a recurrence without a stated end is repeated: 52 whole weeks."""


def placed(event: Event) -> tuple[date, date] | None:
    """Give the first and last day on which a calendar puts an event; None when it is too coarse to be put on a day.

    A window stands on one day: told as to come, its first; otherwise its last that is not after the issue date.
    Of an open value only the known end is put down.
    """
    when = event.when
    first, last = when.first_day, when.last_day
    if when.form is Form.COARSE or (first is None and last is None):
        return None
    if when.form is Form.WINDOW and first is not None and last is not None:
        day = _day_of_window(event, first, last)
        return day, day
    if when.form is Form.SEVERAL and when.days:
        return when.days[0], when.days[-1]
    begins = first or last
    if begins is None:  # cannot be: one of the two is known
        return None
    if when.form is Form.RECURRING:
        return begins, last or begins + RECURRENCE_LASTS
    return begins, last or begins


def _day_of_window(event: Event, first: date, last: date) -> date:
    issued = event.sources[0].issued if event.sources else None
    if issued is None or event.status in (Status.UPCOMING, Status.POSTPONED):
        return first
    return max(first, min(last, issued))


def precision_of(event: Event) -> Precision:
    """Tell how clear an event's time is."""
    when = event.when
    if placed(event) is None:
        return Precision.COARSE
    if when.form is Form.WINDOW:
        return Precision.WINDOW
    return Precision.TIME if isinstance(when.start, datetime) or when.hours else Precision.DAY


def reach(event: Event) -> tuple[date, date]:
    """Give the first and last day on which an event is of interest; an undatable one reaches its issue date only."""
    when = event.when
    days = placed(event)
    if days is None:
        fallback = event.sources[0].issued if event.sources else None
        first = when.first_day or when.last_day or fallback or date.min
        return first, when.last_day or first
    begins, ends = days
    if when.form is Form.OPEN and when.end is None:
        return begins, begins + OPEN_LASTS
    return begins, ends


def bounds(event: Event) -> tuple[date, date]:
    """Give the days between which an event may have been: of a window all, else those that it reaches."""
    when = event.when
    if when.first_day is not None and when.last_day is not None:
        return when.first_day, when.last_day
    return reach(event)


def occurrences(event: Event) -> tuple[date, ...]:
    """Give every day on which an event takes place, as far as a calendar shows it; a span's are all its days."""
    days = placed(event)
    if days is None:
        return ()
    begins, ends = days
    when = event.when
    if when.form is Form.SEVERAL and when.days:
        return when.days
    if when.form is Form.RECURRING and when.rrule:
        return tuple(sorted((set(repeated(event)) | set(when.days)) - set(when.exdates)))
    return tuple(begins + timedelta(days=number) for number in range((ends - begins).days + 1))


def runs(event: Event) -> tuple[Run, ...]:
    """Give an event's unbroken runs of days, each with its first and last; what is held anew is a run each day."""
    days = placed(event)
    if days is None:
        return ()
    if event.when.form in (Form.SEVERAL, Form.RECURRING):
        return tuple((day, day) for day in occurrences(event))
    return (days,)


def repeated(event: Event) -> tuple[date, ...]:
    """Give the days on which a recurrence's rule falls, pauses among them and extra days not."""
    days = placed(event)
    if days is None or not event.when.rrule:
        return ()
    begins, ends = days
    # The value's own span bounds it: a bound inside the rule would be said twice.
    rule = ";".join(part for part in event.when.rrule.split(";") if not part.startswith(("UNTIL", "COUNT")))
    first, last = datetime.combine(begins, time(12)), datetime.combine(ends, time(12))  # days only: no zone is needed
    return tuple(each.date() for each in rrulestr(rule, dtstart=first).between(first, last, inc=True))


def status_on(event: Event, today: date) -> Status:
    """Tell how an event stands on a day after its publication, as far as its dates tell it."""
    begins, ends = reach(event)
    if event.status in (Status.PAST, Status.CANCELLED):
        return event.status
    if ends < today:
        return Status.PAST
    if event.status is Status.UPCOMING and begins <= today and begins < ends and event.when.form is not Form.COARSE:
        return Status.ONGOING
    return event.status
