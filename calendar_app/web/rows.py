"""One event as one line of a list."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import url_for
from msgspec import Struct
from msgspec.structs import replace

from calendar_app.labels import label
from calendar_app.model import Form, Status
from calendar_app.publishing.wording import when_in_words
from calendar_app.store.days import status_on
from calendar_app.store.districts import district
from calendar_app.web.clocks import hours_in_words, is_uncertain, moment_in_words, part_in_words
from calendar_app.web.days import day_in_words, span_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from datetime import date

    from calendar_app.model import Event, Where

BEIJING = "110000"


class Row(Struct, frozen=True, kw_only=True):
    """What a list says of an event; `clock` is short, `span` says days in words where one day does not say it all."""

    href: str
    title: str
    clock: str
    span: str
    venue: str
    district: str
    kind: str
    badge: str
    cancelled: bool
    uncertain: bool


def row(event: Event, today: date) -> Row:
    """Make the line of an event as it stands today."""
    status = status_on(event, today)
    return Row(
        href=url_for("event.page", uid=event.uid),
        title=event.title,
        clock=_clock(event),
        span=_span(event, today),
        venue=spot_in_words(event.where),
        district=places_in_words(event.where),
        kind=label(event.kind, language()),
        badge=label(status, language()) if status in (Status.CANCELLED, Status.POSTPONED) else "",
        cancelled=status is Status.CANCELLED,
        uncertain=is_uncertain(event.when),
    )


def spot_in_words(where: Where) -> str:
    """Name the venue, else what the report wrote of the place, unless that only repeats a division's name."""
    if where.venue:
        return where.venue
    divisions = [*where.districts, where.city, where.province]
    written = where.written or ""
    return "" if any(each and written and each.name.startswith(written) for each in divisions) else written


def places_in_words(where: Where) -> str:
    """Name the districts, else the city, else that it is held on the net."""
    names = [found.label(language()) if (found := district(each.adcode)) else each.name for each in where.districts]
    if names:
        return _("、").join(dict.fromkeys(names))
    if where.city is not None:
        return _("北京市") if where.city.adcode == BEIJING else where.city.name
    return _("线上") if where.online else _("地点不详")


def _clock(event: Event) -> str:
    when = event.when
    if isinstance(when.start, datetime):
        return moment_in_words(when)
    if when.hours is not None:
        return hours_in_words(when)
    if when.form is Form.WINDOW:
        return _("大约")
    if is_uncertain(when):
        return _("待定")
    if when.form in (Form.SPAN, Form.OPEN):
        return _("连日")
    return part_in_words(when.part) if when.part else _("当日")


def _span(event: Event, today: date) -> str:
    when, first, last = event.when, event.when.first_day, event.when.last_day
    if when.form is Form.SPAN and first is not None and last is not None:
        year = first.year != today.year
        left = (last - today).days
        if first < today <= last and left:
            return _("%(days)s，还有%(left)s天", days=span_in_words(first, last, year=year), left=left)
        return span_in_words(first, last, year=year)
    if when.form is Form.WINDOW and first is not None and last is not None:
        return _("%(days)s之间的一天", days=span_in_words(first, last, year=last.year != today.year))
    if when.form in (Form.DAY, Form.MOMENT):
        return _moved_from(event)
    return when_in_words(replace(when, hours=None), language())  # the hours stand beside it


def _moved_from(event: Event) -> str:
    day = event.previous.first_day if event.previous else None
    return "" if day is None else _("原定%(day)s", day=day_in_words(day))
