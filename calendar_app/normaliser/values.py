"""Put the times of one event together: a beginning and its end, a span and its recurrence, what is only implied."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Anchor, Form, Grain, Status, When
from calendar_app.normaliser.lexicon import Aspect

if TYPE_CHECKING:
    from datetime import date, time

    from calendar_app.normaliser.activity_mentions import ActivityMention

LATELY = timedelta(days=7)
"""How far back 近日, and a report that says no time at all, may reach."""


def until(begun: When | None, ended: When) -> When:
    """Join a beginning and an end told apart; without a beginning the start stays open, and nothing recurs from it."""
    end = ended.last_day
    right = ended.edtf.rpartition("/")[2] if "/" in ended.edtf else _day(end)
    if ended.form is Form.COARSE:
        right = ended.edtf
    elif isinstance(ended.end, datetime) and begun is not None and begun.last_day != end:
        right = _day(end)
    start = begun.first_day if begun is not None and _begins(begun) else None
    if start is None and ended.form is Form.SPAN and ended.first_day is not None:
        return ended
    if start is None:
        return replace(
            ended, form=Form.OPEN, edtf=f"../{right}", start=None, end=end, grain=Grain.DAY, rrule=None, hours=None
        )
    implied = tuple(dict.fromkeys((*(begun.implied if begun else ()), *ended.implied)))
    left = _day(start)
    edtf = left if left == right else f"{left}/{right}"
    return replace(ended, form=Form.SPAN, edtf=edtf, start=start, end=end, grain=Grain.DAY, implied=implied, part=None)


def _begins(begun: When) -> bool:
    """Tell whether a time says when something began; 近日 and 今年 do not."""
    return begun.form is not Form.WINDOW and begun.grain is not Grain.YEAR


def lies_within(when: When, days: When) -> bool:
    """Tell whether all days of a time are among those of another one."""
    first, last, begin, end = when.first_day, when.last_day, days.first_day, days.last_day
    if first is None or begin is None or first < begin:
        return False
    return end is None or (last is not None and last <= end)


def begun(recurring: When, opened: When) -> When:
    """Let what recurs from an untold day on begin on the day that something opened."""
    start = opened.first_day
    end = recurring.edtf.partition("/")[2] or ".."
    return replace(recurring, start=start, edtf=f"{start}/{end}", anchor=opened.anchor)


def opened(when: When) -> When:
    """Leave the end open of what opens on a day and then runs."""
    return replace(when, form=Form.OPEN, edtf=f"{when.first_day}/..", end=None, part=None)


def repeated(span: When, recurring: When) -> When:
    """Fill days with the recurrence, the daily hours or the clock time told beside them; they bound it."""
    if recurring.form in (Form.MOMENT, Form.OPEN):  # a beginning (9时开始) that says no end
        at = recurring.edtf.removesuffix("/..")
        return replace(recurring, form=Form.MOMENT, edtf=at, implied=span.implied, anchor=span.anchor)
    if span.form in (Form.DAY, Form.MOMENT) and "start" in recurring.implied and _ends_after(recurring, span):
        return begun(recurring, span)  # 9月30日首演,之后每晚一场,演到10月8日
    return replace(
        span,
        form=Form.RECURRING if recurring.rrule else span.form,
        rrule=recurring.rrule,
        hours=recurring.hours or span.hours,
        exdates=recurring.exdates or span.exdates,
        part=recurring.part or span.part,
    )


def _ends_after(recurring: When, day: When) -> bool:
    first, last = day.first_day, recurring.last_day
    return first is not None and last is not None and first < last


def at_hours(day: When, opens: time, closes: time | None) -> When:
    """Give a day the hours that are kept on it, as instants."""
    if day.first_day is None:
        return day
    first = datetime.combine(day.first_day, opens, BEIJING_TIME)
    last = datetime.combine(day.first_day, closes, BEIJING_TIME) if closes else None
    edtf = f"{first.isoformat()}/{last.isoformat()}" if last else first.isoformat()
    return replace(day, form=Form.MOMENT, edtf=edtf, start=first, end=last, grain=Grain.MINUTE, hours=None)


def up_to(when: When, day: date) -> When:
    """Cut a window off at a day."""
    return replace(when, edtf=f"[{when.first_day}..{day}]", end=day)


def lately(when: When, day: date) -> When:
    """Put a window into the week up to a day."""
    start = day - LATELY
    return replace(when, edtf=f"[{start}..{day}]", start=start, end=day)


def implied_window(anchor: Anchor) -> When:
    """Give the window of what is told as done without a time: the week up to the anchor."""
    start = anchor.day - LATELY
    return When(
        form=Form.WINDOW,
        edtf=f"[{start}..{anchor.day}]",
        start=start,
        end=anchor.day,
        grain=Grain.DAY,
        rule="nothing said",
        implied=("date",),
        anchor=anchor,
    )


def in_progress(anchor: Anchor) -> When:
    """Give the day of what is told as under way (正在展出) without a time: the anchor's own."""
    return When(
        form=Form.DAY,
        edtf=str(anchor.day),
        start=anchor.day,
        end=anchor.day,
        grain=Grain.DAY,
        rule="in progress",
        implied=("date",),
        anchor=anchor,
    )


def status(when: When, told: ActivityMention, published: date | None) -> Status:
    """Tell how an event stands on the day of publication; on that day itself the tense decides."""
    if told.aspect is Aspect.CANCEL:
        return Status.CANCELLED
    if told.aspect is Aspect.POSTPONE:
        return Status.POSTPONED
    if published is None:
        return Status.UPCOMING if told.future else Status.ONGOING if when.rrule else Status.PAST
    first, last = when.first_day, when.last_day
    if last is not None and last < published:
        return Status.PAST
    if first is not None and first > published:
        return Status.UPCOMING
    if told.in_progress:
        return Status.ONGOING
    if told.aspect is Aspect.CLOSE and last == published:
        return Status.UPCOMING if told.future else Status.PAST
    if when.form in (Form.DAY, Form.MOMENT, Form.WINDOW, Form.COARSE) or (first == last == published):
        ahead = told.future or (when.form is Form.WINDOW and last is not None and last > published)
        return Status.UPCOMING if ahead else Status.ONGOING if when.form is Form.COARSE else Status.PAST
    return Status.UPCOMING if told.future and first == published else Status.ONGOING


def _day(day: date | None) -> str:
    return ".." if day is None else day.isoformat()
