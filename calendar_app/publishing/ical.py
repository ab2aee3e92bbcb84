"""Events as iCalendar (RFC 5545, RFC 7986): the one module that writes it.

An event is one VEVENT, several days are one VEVENT each; a calendar is a head, the events as they were rendered, and
a tail. Nothing here takes the clock or chance: equal events give equal bytes.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDuration, vRecur, vText, vUri
from icalendar import Event as Vevent

from calendar_app.labels import label
from calendar_app.model import BEIJING_TIME, Form, Status
from calendar_app.publishing.channel import NAME, event_url
from calendar_app.publishing.stamps import changed_of, created_of
from calendar_app.publishing.text import clean, one_line
from calendar_app.publishing.wording import description, summary, when_in_words, where_in_words
from calendar_app.store.days import occurrences, placed, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Event
    from calendar_app.publishing.channel import Channel

ZONE = ZoneInfo("Asia/Shanghai")
REFRESH = timedelta(hours=6)
"""How often a subscriber is asked to come again."""

# One bounded block without the daylight rules of 1986 to 1991: Asia/Shanghai is eight hours ahead.
VTIMEZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
_BACKSLASH = re.compile(r"\\(?=[nN])")
_TAIL = "END:VCALENDAR\r\n"


def calendar(events: Iterable[Event], base_url: str = "") -> bytes:
    """Make a calendar of events, to be read once: without a name and an address to subscribe to."""
    return _assembled(_head(), (vevent(each, base_url) for each in events))


def feed(channel: Channel, pieces: Iterable[str]) -> bytes:
    """Make a calendar to subscribe to of events that `vevent` rendered."""
    head = _head()
    title, told = _readable(one_line(channel.title)), _readable(clean(channel.description))
    head.add("name", vText(title))
    head.add("x-wr-calname", vText(title))
    head.add("description", told)
    head.add("x-wr-caldesc", vText(told))
    head.add("x-wr-timezone", ZONE.key)
    head.add("color", channel.color)
    head.add("url", vUri(channel.page_url))
    head.add("source", vUri(channel.feed_url), parameters={"VALUE": "URI"})
    head.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", vDuration(REFRESH))
    return _assembled(head, pieces)


def _head() -> Calendar:
    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", f"-//{NAME}//{NAME}//ZH")
    head.add("calscale", "GREGORIAN")
    return head


def _assembled(head: Calendar, pieces: Iterable[str]) -> bytes:
    written = head.to_ical().decode()
    return "".join((written.removesuffix(_TAIL), VTIMEZONE, *pieces, _TAIL)).encode()


def vevent(event: Event, base_url: str = "", *, mark: bool = False) -> str:
    """Render an event: a VEVENT, one for each of several days, or nothing when it cannot be put on any day.

    It links to its page on the site at `base_url`, if there is one. With `mark`, a cancelled event says so in words
    only, for calendars that hide what has the status.
    """
    return "".join(_written(each) for each in _components(event, base_url, mark=mark))


def _written(component: Vevent) -> str:
    written: bytes = component.to_ical()
    return written.decode()


def _components(event: Event, base_url: str, *, mark: bool) -> Iterator[Vevent]:
    if event.when.first_day is None and event.when.last_day is None:
        return
    several = event.when.days if event.when.form is Form.SEVERAL else ()
    for number, day in enumerate(several or (None,), start=1):
        component = _described(event, base_url, mark=mark)
        # Numbered, not dated: moving a day must not make a second event of it.
        name, at, host = event.uid.partition("@")
        component.add("uid", event.uid if number == 1 else f"{name}-{number}{at}{host}")
        _add_times(component, event, day)
        yield component


def _described(event: Event, base_url: str, *, mark: bool) -> Vevent:
    """Give a component all that does not depend on the day."""
    component = Vevent()
    stamp = changed_of(event).astimezone(UTC)
    component.add("dtstamp", stamp)
    component.add("created", created_of(event).astimezone(UTC))
    component.add("last-modified", stamp)
    component.add("sequence", event.sequence)
    title = summary(event)
    if event.when.form is Form.COARSE:
        title = f"【{when_in_words(event.when)}】{title}"
    component.add("summary", _readable(title))
    lines = description(event)
    if base_url:
        url = event_url(base_url, event.uid)
        component.add("url", vUri(url))
        lines = (*lines, url)
    component.add("description", _readable("\n".join(lines)))
    location = where_in_words(event.where)
    if location:
        component.add("location", _readable(location))
    component.add("categories", [label(event.kind), *(one_line(each.name) for each in event.where.districts)])
    component.add("status", _status(event, mark=mark))
    component.add("transp", "TRANSPARENT")
    component.add("x-edtf", vText(event.when.edtf))
    return component


def _readable(text: str) -> str:
    """Keep a backslash before N from being read as a line break, which many do however it is escaped."""
    return _BACKSLASH.sub("＼", text)


def _status(event: Event, *, mark: bool) -> str:
    if event.status is Status.CANCELLED and not mark:
        return "CANCELLED"
    unsettled = event.status is Status.POSTPONED and event.previous is None
    uncertain = event.when.form in (Form.WINDOW, Form.COARSE)
    return "TENTATIVE" if uncertain or unsettled else "CONFIRMED"


# ---------------------------------------------------------------- times


def _add_times(component: Vevent, event: Event, day: date | None) -> None:
    """Add DTSTART and all that goes with it; `day` is the one meant of several."""
    when = event.when
    if when.form is Form.MOMENT and isinstance(when.start, datetime):
        component.add("dtstart", _local(when.start))
        if isinstance(when.end, datetime) and when.end > when.start:
            component.add("dtend", _local(when.end))
        return
    if when.form is Form.COARSE:
        first = when.first_day or when.last_day
        _add_all_day(component, first, first)
        return
    if when.form is Form.RECURRING and occurrences(event):
        _add_recurrence(component, event)
    elif when.hours and when.form in (Form.DAY, Form.SPAN, Form.SEVERAL):
        days = occurrences(event) if day is None else (day,)
        _add_session(component, event, days[0])
        if len(days) > 1:
            # Counted: clients disagree on what UNTIL, an instant in UTC, means beside local hours.
            component.add("rrule", vRecur({"FREQ": "DAILY", "COUNT": len(days)}))
    else:
        first, last = (day, day) if day else placed(event) or (when.first_day, when.last_day)
        _add_all_day(component, first, last)


def _add_all_day(component: Vevent, first: date | None, last: date | None) -> None:
    if first is not None:
        component.add("dtstart", first)
        component.add("dtend", (last or first) + timedelta(days=1))


def _add_session(component: Vevent, event: Event, first: date) -> None:
    """Add one day's session: its hours when there are any, else the whole day."""
    if not event.when.hours:
        _add_all_day(component, first, first)
        return
    opening, closing = event.when.hours
    component.add("dtstart", datetime.combine(first, opening, ZONE))
    if closing is not None and closing != opening:
        # Past midnight: it closes on the next day.
        closes_on = first if closing > opening else first + timedelta(days=1)
        component.add("dtend", datetime.combine(closes_on, closing, ZONE))


def _add_recurrence(component: Vevent, event: Event) -> None:
    """Add a rule that begins on the first day it falls on and is counted, its pauses, and its extra days."""
    when = event.when
    ruled = repeated(event)
    first = next((day for day in ruled if day not in when.exdates), occurrences(event)[0])
    _add_session(component, event, first)
    count = sum(day >= first for day in ruled)
    if count:
        rule = vRecur.from_ical(when.rrule or "")
        rule.pop("UNTIL", None)
        component.add("rrule", vRecur({**rule, "COUNT": [count]}))
    for name, extra in (("exdate", when.exdates), ("rdate", when.days)):
        if extra and when.hours:
            component.add(name, [datetime.combine(each, when.hours[0], ZONE) for each in extra])
        elif extra:
            component.add(name, list(extra), parameters={"VALUE": "DATE"})


def _local(moment: datetime) -> datetime:
    return moment.astimezone(BEIJING_TIME).replace(tzinfo=ZONE)
