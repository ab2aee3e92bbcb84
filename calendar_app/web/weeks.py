"""A week of the month's table: when events stay in it, and the lines of bars that they are laid into."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from flask import url_for
from msgspec import Struct

from calendar_app.labels import label
from calendar_app.model import Status
from calendar_app.store.days import runs, status_on
from calendar_app.web.clocks import hours_in_words, is_uncertain, moment_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from calendar_app.model import Event
    from calendar_app.store import Stay

MOST_LANES = 5
"""The most lines of bars in a week; a day with more says how many, and its number leads to them."""


class Bar(Struct, frozen=True, kw_only=True):
    """An event, or a gap when `href` is empty, across some days of a week; `marks` are classes of the style sheet."""

    days: int
    href: str = ""
    title: str = ""
    clock: str = ""
    words: str = ""
    marks: str = ""


class Part(NamedTuple):
    """The part of an event's stay that falls into a week, in days of that week: 0 is Monday."""

    uid: str
    begin: int
    end: int


def parts(stays: Iterable[Stay], monday: date) -> Iterator[Part]:
    """Cut stays to a week; days in a row are one part, save of what is held anew each day."""
    sunday = monday + timedelta(days=6)
    for stay in stays:
        for first, last in stay.runs:
            if first <= sunday and last >= monday:
                yield Part(stay.uid, max(0, (first - monday).days), min(6, (last - monday).days))


def lanes(there: Iterable[Part], most: int = MOST_LANES) -> tuple[tuple[Part, ...], ...]:
    """Lay parts into lines so that none overlap, long ones first, as high as they fit; the rest is left out."""
    lines: list[list[Part]] = []
    for part in sorted(there, key=lambda part: (part.begin, part.begin - part.end, part.uid)):
        line = next((line for line in lines if line[-1].end < part.begin), None)
        if line is not None:
            line.append(part)
        elif len(lines) < most:
            lines.append([part])
    return tuple(tuple(line) for line in lines)


def bars(line: tuple[Part, ...], events: Mapping[str, Event], today: date) -> tuple[Bar, ...]:
    """Draw a line as bars and gaps that fill the seven days."""
    drawn: list[Bar] = []
    at = 0
    for part in line:
        if part.begin > at:
            drawn.append(Bar(days=part.begin - at))
        drawn.append(_bar(part, events[part.uid], today))
        at = part.end + 1
    if at < 7:
        drawn.append(Bar(days=7 - at))
    return tuple(drawn)


def _bar(part: Part, event: Event, today: date) -> Bar:
    status = status_on(event, today)
    uncertain = is_uncertain(event.when)
    said = [label(status, language())] if status in (Status.CANCELLED, Status.POSTPONED) else []
    said += [_("日期大致")] if uncertain else []
    marks = {
        "long": any(last > first for first, last in runs(event)),
        "is-cancelled": status is Status.CANCELLED,
        "is-uncertain": uncertain,
    }
    return Bar(
        days=part.end - part.begin + 1,
        href=url_for("event.page", uid=event.uid),
        title=event.title,
        clock=moment_in_words(event.when) or hours_in_words(event.when),
        words="、".join(said),
        marks=" ".join(name for name, holds in marks.items() if holds),
    )
