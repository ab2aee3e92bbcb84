"""A week of the month's table: when events stay in it, and the lines of bars that they are laid into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from flask import url_for

from calendar_app.labels import label
from calendar_app.model import Form, Status
from calendar_app.store.days import occurrences, placed, status_on
from calendar_app.web.clocks import hours_in_words, is_uncertain, moment_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Event

MOST_LANES = 5
"""The most lines of bars in a week; a day with more says how many, and its number leads to them."""


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
class Stay:
    """An event's unbroken stay in a week, in days of that week: 0 is Monday."""

    event: Event
    begin: int
    end: int


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
    """Lay stays into lines so that none overlap, long ones first, as high as they fit; the rest is left out."""
    lines: list[list[Stay]] = []
    for stay in sorted(there, key=lambda stay: (stay.begin, stay.begin - stay.end, stay.event.uid)):
        line = next((line for line in lines if line[-1].end < stay.begin), None)
        if line is not None:
            line.append(stay)
        elif len(lines) < most:
            lines.append([stay])
    return tuple(tuple(line) for line in lines)


def bars(line: tuple[Stay, ...], today: date) -> tuple[Bar, ...]:
    """Draw a line as bars and gaps that fill the seven days."""
    drawn: list[Bar] = []
    at = 0
    for stay in line:
        if stay.begin > at:
            drawn.append(Bar(days=stay.begin - at))
        drawn.append(_bar(stay, today))
        at = stay.end + 1
    if at < 7:
        drawn.append(Bar(days=7 - at))
    return tuple(drawn)


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
