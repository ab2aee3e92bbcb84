"""The feed self-test: what a calendar client or a feed reader would stumble over, in any feed, ours or not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from icalendar import Calendar, vBroken, vRecur

from calendar_app.model import BEIJING_TIME
from calendar_app.publishing.check_entries import check_json, check_xml
from calendar_app.publishing.check_lines import MOST_EVENTS, check_lines
from calendar_app.publishing.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar.cal.component import Component

__all__ = ["Finding", "check"]

BOM = b"\xef\xbb\xbf"
STATUSES = ("TENTATIVE", "CONFIRMED", "CANCELLED")
DAYLIGHT_YEARS = range(1986, 1992)
"""When China put its clocks forward: rules that no feed of today needs, and that clients misread."""


def check(content: bytes) -> tuple[Finding, ...]:
    """Test a feed, whatever its format: iCalendar, RSS 2.0, Atom or JSON Feed; no findings, no faults."""
    start = content.removeprefix(BOM).lstrip()[:20].upper()
    if start.startswith(b"BEGIN:VCALENDAR"):
        return (*check_lines(content), *_check_calendar(content))
    if start.startswith(b"{"):
        return tuple(check_json(content))
    if start.startswith(b"<"):
        return tuple(check_xml(content))
    return (Finding("format", "neither iCalendar nor RSS, Atom or JSON Feed"),)


def _check_calendar(content: bytes) -> tuple[Finding, ...]:
    try:
        parsed = Calendar.from_ical(content)
    except ValueError as problem:
        return (Finding("parses", f"cannot be read: {problem}"),)
    if not isinstance(parsed, Calendar):
        return (Finding("parses", "is no calendar"),)
    return (*_check_head(parsed), *_check_events(parsed), *_check_zones(parsed), *_check_round_trip(parsed))


def _check_head(calendar: Calendar) -> Iterator[Finding]:
    for name in ("VERSION", "PRODID"):
        if name not in calendar:
            yield Finding("required", f"the calendar has no {name}")
    if calendar.get("VERSION", "2.0") != "2.0":
        yield Finding("version", f"VERSION is {calendar['VERSION']}, not 2.0")
    interval = calendar.get("REFRESH-INTERVAL")
    if interval is not None and interval.params.get("VALUE") != "DURATION":
        yield Finding("refresh", "REFRESH-INTERVAL lacks VALUE=DURATION")


# ---------------------------------------------------------------- events


def _check_events(calendar: Calendar) -> Iterator[Finding]:
    events = calendar.walk("VEVENT")
    if len(events) > MOST_EVENTS:
        yield Finding("size", f"{len(events)} events: some clients stop at {MOST_EVENTS}")
    seen: set[tuple[str, str]] = set()
    for event in events:
        uid = str(event.get("UID", ""))
        key = (uid, str(_value(event, "RECURRENCE-ID") or ""))
        if uid and key in seen:
            yield Finding("unique", f"two events have the UID {uid}")
        seen.add(key)
        yield from _check_event(event, uid or "without UID")


def _check_event(event: Component, name: str) -> Iterator[Finding]:
    for required in ("UID", "DTSTAMP", "DTSTART"):
        if required not in event:
            yield Finding("required", f"event {name} has no {required}")
    for problem in event.errors:
        yield Finding("parses", f"event {name}: {problem}")
    stamp = _value(event, "DTSTAMP")
    if isinstance(stamp, datetime) and stamp.utcoffset() != timedelta(0):
        yield Finding("stamp", f"event {name}: DTSTAMP is not in UTC")
    if str(event.get("STATUS", "CONFIRMED")) not in STATUSES:
        yield Finding("status", f"event {name}: STATUS is {event['STATUS']}")
    yield from _check_times(event, name)


def _check_times(event: Component, name: str) -> Iterator[Finding]:
    start, end = _value(event, "DTSTART"), _value(event, "DTEND")
    if start is None:
        return
    if isinstance(start, datetime) and start.tzinfo is None:
        yield Finding("zone", f"event {name}: DTSTART floats, in no zone")
    if end is not None and _kind(start) != _kind(end):
        yield Finding("ends", f"event {name}: DTSTART and DTEND are not of one kind")
    elif end is not None and end <= start:
        yield Finding("ends", f"event {name}: DTEND is exclusive and must be after DTSTART")
    rule = event.get("RRULE")
    if not isinstance(rule, vRecur):
        return
    if "UNTIL" not in rule and "COUNT" not in rule:
        yield Finding("recurrence", f"event {name}: RRULE has no end")
    for until in rule.get("UNTIL", ()):
        if isinstance(until, datetime) != isinstance(start, datetime):
            yield Finding("recurrence", f"event {name}: UNTIL and DTSTART are not of one kind")


def _kind(moment: date) -> str:
    if not isinstance(moment, datetime):
        return "day"
    return "instant" if moment.tzinfo else "floating"


def _value(event: Component, name: str) -> date | None:
    """Read a property that is a day or an instant; None when it is missing or is neither."""
    written = event.get(name)
    # What could not be read is among the component's errors, and what stands twice is a list.
    value = None if isinstance(written, vBroken) else getattr(written, "dt", None)
    return value if isinstance(value, date) else None


# ---------------------------------------------------------------- zones


def _check_zones(calendar: Calendar) -> Iterator[Finding]:
    defined = {str(zone.get("TZID")): zone for zone in calendar.walk("VTIMEZONE")}
    for name, moment in sorted(_used_zones(calendar).items()):
        if name not in defined:
            yield Finding("zone", f"TZID {name} has no VTIMEZONE")
            continue
        begins = [_value(rule, "DTSTART") for rule in defined[name].subcomponents]
        known = [each.replace(tzinfo=None) for each in begins if isinstance(each, datetime)]
        if all(each > moment.replace(tzinfo=None) for each in known):
            yield Finding("zone", f"VTIMEZONE {name} does not cover {moment.isoformat()}")
        if name == "Asia/Shanghai" and any(each.year in DAYLIGHT_YEARS for each in known):
            yield Finding("zone", f"VTIMEZONE {name} has the daylight rules of 1986 to 1991")


def _used_zones(calendar: Calendar) -> dict[str, datetime]:
    """Give every zone that an event names, with its first moment."""
    used: dict[str, datetime] = {}
    for event in calendar.walk("VEVENT"):
        for name in ("DTSTART", "DTEND"):
            moment, zone = _value(event, name), getattr(event.get(name), "params", {}).get("TZID")
            if zone is not None and isinstance(moment, datetime):
                used[str(zone)] = min(moment, used.get(str(zone), moment))
    return used


# ---------------------------------------------------------------- round trip


def _check_round_trip(calendar: Calendar) -> Iterator[Finding]:
    try:
        again = Calendar.from_ical(calendar.to_ical())
    except ValueError as problem:
        yield Finding("round trip", f"cannot be written again: {problem}")
        return
    if again != calendar:
        yield Finding("round trip", "written again, the calendar says something else")
    if find_spec("recurring_ical_events") is None:  # it comes with the tests only
        return
    from recurring_ical_events import of  # noqa: PLC0415  not everybody has it

    for event in calendar.walk("VEVENT"):
        start = _value(event, "DTSTART")
        try:
            missing = start is not None and not _occurs(of, event, start)
        except (TypeError, ValueError) as problem:  # a broken value is no number to compare
            yield Finding("occurs", f"event {event.get('UID')} cannot be repeated: {problem}")
            continue
        if missing:
            yield Finding("occurs", f"event {event.get('UID')} occurs on no day")


def _occurs(of: Any, event: Component, start: date) -> bool:  # noqa: ANN401  an untyped library's function
    alone = Calendar()
    alone.add_component(event)
    first = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time(), BEIJING_TIME)
    first = first if first.tzinfo else first.replace(tzinfo=UTC)
    return any(True for _ in of(alone).after(first - timedelta(days=1)))
