"""Clock times as a timetable writes them, and whether there is a day to put them on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from calendar_app.model import Form
from calendar_app.web.languages import gettext as _

if TYPE_CHECKING:
    from datetime import time

    from calendar_app.model import When

UNCERTAIN_FORMS = frozenset({Form.WINDOW, Form.COARSE})


def is_uncertain(when: When) -> bool:
    """Tell whether a calendar would have to guess the day."""
    return when.form in UNCERTAIN_FORMS or (when.first_day is None and when.last_day is None)


def hours_in_words(when: When) -> str:
    """Write the daily hours of a time that has them: `9:00–17:00`; `9:00起` without a closing time."""
    if when.hours is None:
        return ""
    opens, closes = when.hours
    return _("%(clock)s起", clock=_clock(opens)) if closes is None else f"{_clock(opens)}–{_clock(closes)}"


def part_in_words(part: str) -> str:
    """Name a part of the day; one that has no name of its own stays in the report's words."""
    return {
        "凌晨": _("凌晨"),
        "清晨": _("清晨"),
        "早晨": _("早晨"),
        "上午": _("上午"),
        "中午": _("中午"),
        "下午": _("下午"),
        "傍晚": _("傍晚"),
        "晚": _("晚上"),
        "晚上": _("晚上"),
    }.get(part, part)


def moment_in_words(when: When) -> str:
    """Write the clock times of a moment: `14:30`, `9:00–11:00`."""
    begins, ends = when.start, when.end
    if not isinstance(begins, datetime):
        return ""
    if isinstance(ends, datetime):
        return f"{_clock(begins.time())}–{_clock(ends.time())}"
    return _clock(begins.time())


def _clock(clock: time) -> str:
    return f"{clock.hour}:{clock.minute:02}"
