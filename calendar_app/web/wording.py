"""A normalised time in words: what the report says of when, and no more."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from calendar_app.model import Form
from calendar_app.web.days import clock_in_words, day_in_words, month_in_words, span_in_words, weekday_in_words
from calendar_app.web.languages import gettext as _

if TYPE_CHECKING:
    from calendar_app.model import When

UNCERTAIN_FORMS = frozenset({Form.WINDOW, Form.COARSE})

COARSE = re.compile(r"(?P<year>\d{4})(?:-(?P<code>\d\d))?(?P<rest>.*)")
RULE_PART = re.compile(r"(?P<name>[A-Z]+)=(?P<value>[^;]+)")


def when_in_words(when: When) -> str:
    """Say a time in full: `2023年4月24日至28日之间的一天`, `2023年4月29日至5月3日，每天9:00–17:00`."""
    words = _BY_FORM[when.form](when)
    if when.hours is None or when.form is Form.RECURRING:
        return words
    return _("%(days)s，每天%(hours)s", days=words, hours=hours_in_words(when))


def hours_in_words(when: When) -> str:
    """Write the daily hours of a time that has them: `9:00–17:00`; `9:00起` without a closing time."""
    if when.hours is None:
        return ""
    opens, closes = when.hours
    if closes is None:
        return _("%(clock)s起", clock=clock_in_words(opens))
    return f"{clock_in_words(opens)}–{clock_in_words(closes)}"


def moment_in_words(when: When) -> str:
    """Write the clock times of a moment: `14:30`, `9:00–11:00`."""
    begins, ends = when.start, when.end
    if not isinstance(begins, datetime):
        return ""
    if isinstance(ends, datetime):
        return f"{clock_in_words(begins.time())}–{clock_in_words(ends.time())}"
    return clock_in_words(begins.time())


def is_uncertain(when: When) -> bool:
    """Tell whether a calendar would have to guess the day."""
    return when.form in UNCERTAIN_FORMS or (when.first_day is None and when.last_day is None)


def _day(when: When) -> str:
    if when.start is None:
        return _("%(edtf)s（年份不明）", edtf=when.edtf)
    words = f"{day_in_words(_first(when))} {weekday_in_words(_first(when))}"
    return f"{words} {when.part}" if when.part else words


def _moment(when: When) -> str:
    return f"{day_in_words(_first(when))} {weekday_in_words(_first(when))} {moment_in_words(when)}"


def _span(when: When) -> str:
    if when.first_day is None or when.last_day is None:
        return _open(when)
    return span_in_words(when.first_day, when.last_day)


def _window(when: When) -> str:
    if when.first_day is None or when.last_day is None:
        return _("%(edtf)s之间的一天", edtf=when.edtf)
    return _("%(days)s之间的一天", days=span_in_words(when.first_day, when.last_day))


def _several(when: When) -> str:
    return _("、").join(day_in_words(day, year=at == 0) for at, day in enumerate(when.days))


def _open(when: When) -> str:
    if when.first_day is not None and when.last_day is None:
        return _("%(day)s起", day=day_in_words(when.first_day))
    if when.last_day is not None and when.first_day is None:
        return _("至%(day)s", day=day_in_words(when.last_day))
    return _span(when) if when.first_day else when.edtf


def _coarse(when: When) -> str:
    found = COARSE.fullmatch(when.edtf)
    if not found:
        return _("%(edtf)s，具体日期待定", edtf=when.edtf)
    year, code = int(found["year"]), found["code"]
    if code is None:
        return _("%(year)s年，具体日期待定", year=year)
    if int(code) <= 12:
        return _("%(month)s，具体日期待定", month=month_in_words(date(year, int(code), 1)))
    return _("%(year)s年%(season)s，具体日期待定", year=year, season=_season(code))


def _season(code: str) -> str:
    return {
        "21": _("春季"),
        "22": _("夏季"),
        "23": _("秋季"),
        "24": _("冬季"),
        "33": _("第一季度"),
        "34": _("第二季度"),
        "35": _("第三季度"),
        "36": _("第四季度"),
        "40": _("上半年"),
        "41": _("下半年"),
    }.get(code, code)


def _recurring(when: When) -> str:
    rhythm = f"{_rhythm(dict(RULE_PART.findall(when.rrule or '')))} {hours_in_words(when)}".rstrip()
    if when.first_day is None:
        return rhythm
    return _("%(rhythm)s（%(days)s）", rhythm=rhythm, days=_open(when))


def _rhythm(rule: dict[str, str]) -> str:
    weekdays = {
        "MO": _("周一"),
        "TU": _("周二"),
        "WE": _("周三"),
        "TH": _("周四"),
        "FR": _("周五"),
        "SA": _("周六"),
        "SU": _("周日"),
    }
    days = rule.get("BYDAY", "").split(",")
    if rule.get("FREQ") == "WEEKLY" and all(day in weekdays for day in days):
        return _("每%(days)s", days=_("、").join(weekdays[day] for day in days))
    if rule.get("FREQ") == "MONTHLY" and "BYMONTHDAY" in rule:
        return _("每月%(days)s日", days=rule["BYMONTHDAY"].replace(",", _("、")))
    return {"DAILY": _("每天"), "WEEKLY": _("每周"), "MONTHLY": _("每月"), "YEARLY": _("每年")}.get(
        rule.get("FREQ", ""), _("定期")
    )


def _first(when: When) -> date:
    if when.first_day is None:
        raise ValueError(f"{when.edtf} has no first day")
    return when.first_day


_BY_FORM = {
    Form.DAY: _day,
    Form.MOMENT: _moment,
    Form.SPAN: _span,
    Form.WINDOW: _window,
    Form.SEVERAL: _several,
    Form.OPEN: _open,
    Form.COARSE: _coarse,
    Form.RECURRING: _recurring,
}
