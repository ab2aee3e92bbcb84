"""Times in English words, for the agenda's English pages."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from calendar_app.model import Form

if TYPE_CHECKING:
    from calendar_app.model import When

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "first quarter",
    34: "second quarter",
    35: "third quarter",
    36: "fourth quarter",
    40: "first half",
    41: "second half",
}
_RRULE_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), WEEKDAYS, strict=True))


def when_in_english(when: When) -> str:
    """Say a time in English, no more precisely than the report did."""
    words = _BY_FORM[when.form](when)
    if when.hours and when.form is not Form.MOMENT:
        opening, closing = when.hours
        words += f", {_clock(opening)}" + (f"–{_clock(closing)}" if closing else "")
        words += "" if when.form in (Form.DAY, Form.RECURRING) else " each day"
    return words


def _clock(moment: time | datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def _day(day: date | None, *, weekday: bool = False) -> str:
    if day is None:
        return "an unknown day"
    return f"{f'{WEEKDAYS[day.weekday()]} ' if weekday else ''}{day.day} {MONTHS[day.month - 1]} {day.year}"


def _one_day(when: When) -> str:
    if when.first_day is None:
        return f"{when.edtf} (year unknown)"
    return _day(when.first_day, weekday=True) + (f" ({when.part})" if when.part else "")


def _moment(when: When) -> str:
    if not isinstance(when.start, datetime):
        return _one_day(when)
    words = f"{_day(when.start.date(), weekday=True)}, {_clock(when.start)}"
    if not isinstance(when.end, datetime):
        return words
    same_day = when.end.date() == when.start.date()
    return f"{words}–{'' if same_day else _day(when.end.date(), weekday=True) + ', '}{_clock(when.end)}"


def _bounds(when: When) -> str:
    return f"{_day(when.first_day)} to {_day(when.last_day)}"


def _window(when: When) -> str:
    return f"one day between {_day(when.first_day)} and {_day(when.last_day)} (not certain which)"


def _several(when: When) -> str:
    return ", ".join(_day(each) for each in when.days)


def _open(when: When) -> str:
    if when.first_day is not None:
        return f"from {_day(when.first_day)}, end not stated"
    return f"until {_day(when.last_day)}, begin not stated"


def _coarse(when: When) -> str:
    year, _, rest = when.edtf.rstrip("~?%").partition("-")
    code = int(rest) if rest.isdecimal() else 0
    if code in SEASONS:
        return f"{SEASONS[code]} of {year} (date to be announced)"
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return f"{when.edtf} (date to be announced)"
    if not rest:
        return f"{year} (date to be announced)"
    months = f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) != (last.year, last.month):
        months += f" to {MONTHS[last.month - 1]} {last.year}"
    return f"{months} (date to be announced)"


def _recurring(when: When) -> str:
    words = _rule_in_words(when.rrule or "")
    if when.first_day is not None and when.last_day is not None:
        words += f", {_bounds(when)}"
    elif when.first_day is not None:
        words += f", from {_day(when.first_day)}"
    pauses = ", ".join(_day(each) for each in when.exdates)
    return words + (f" (not on {pauses})" if pauses else "")


def _rule_in_words(rrule: str) -> str:
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    weekdays = parts.get("BYDAY", "").split(",")
    if parts.get("FREQ") == "DAILY":
        return "every day"
    if parts.get("FREQ") == "WEEKLY" and set(weekdays) <= _RRULE_DAYS.keys():
        every = "every" if parts.get("INTERVAL", "1") == "1" else f"every {parts['INTERVAL']} weeks on"
        return f"{every} {' and '.join(_RRULE_DAYS[each] for each in weekdays)}"
    if parts.get("FREQ") == "MONTHLY" and "BYMONTHDAY" in parts:
        return f"every month on day {parts['BYMONTHDAY'].replace(',', ', ')}"
    return "regularly"


_BY_FORM = {
    Form.DAY: _one_day,
    Form.MOMENT: _moment,
    Form.SPAN: _bounds,
    Form.WINDOW: _window,
    Form.SEVERAL: _several,
    Form.OPEN: _open,
    Form.COARSE: _coarse,
    Form.RECURRING: _recurring,
}
