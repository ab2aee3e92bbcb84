"""Times in Chinese words, no more precise than the report."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from calendar_app.model import Form

if TYPE_CHECKING:
    from calendar_app.model import When

WEEKDAYS = "一二三四五六日"
SEASONS = {
    21: "春季",
    22: "夏季",
    23: "秋季",
    24: "冬季",
    33: "第一季度",
    34: "第二季度",
    35: "第三季度",
    36: "第四季度",
    40: "上半年",
    41: "下半年",
}
"""EDTF's codes for parts of a year."""

_RRULE_DAYS = {"MO": "一", "TU": "二", "WE": "三", "TH": "四", "FR": "五", "SA": "六", "SU": "日"}


def when_in_chinese(when: When) -> str:
    """Say a time in Chinese, no more precisely than the report did."""
    words = _BY_FORM[when.form](when)
    if when.hours and when.form is not Form.MOMENT:
        opening, closing = when.hours
        every = "" if when.form in (Form.DAY, Form.RECURRING) else "每天"
        words += f"，{every}{_clock(opening)}" + (f"至{_clock(closing)}" if closing else "")
    return words


def _clock(moment: time | datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def day_in_chinese(
    day: date | None, after: date | None = None, *, with_year: bool = False, weekday: bool = False
) -> str:
    """Write a day, leaving out the year and month that `after`, the day before it in the sentence, has said."""
    if day is None:
        return "未定"
    year = f"{day.year}年" if (with_year and after is None) or (after is not None and day.year != after.year) else ""
    month = "" if after is not None and not year and day.month == after.month else f"{day.month}月"
    return f"{year}{month}{day.day}日" + (f"（周{WEEKDAYS[day.weekday()]}）" if weekday else "")


def _one_day(when: When) -> str:
    if when.first_day is None:
        return _without_year(when.edtf)
    return day_in_chinese(when.first_day, with_year=True, weekday=True) + (when.part or "")


def _moment(when: When) -> str:
    if not isinstance(when.start, datetime):
        return _one_day(when)
    words = f"{day_in_chinese(when.start.date(), with_year=True, weekday=True)}{_clock(when.start)}"
    if not isinstance(when.end, datetime):
        return words
    if when.end.date() == when.start.date():
        return f"{words}至{_clock(when.end)}"
    return f"{words}至{day_in_chinese(when.end.date(), when.start.date(), weekday=True)}{_clock(when.end)}"


def _bounds(when: When) -> str:
    first, last = when.first_day, when.last_day
    return f"{day_in_chinese(first, with_year=True)}至{day_in_chinese(last, first)}"


def _span(when: When) -> str:
    approximate = "前后" if when.edtf.endswith("~") else ""
    return _bounds(when) + approximate + (f"，每天{when.part}" if when.part else "")


def _window(when: When) -> str:
    return f"{_bounds(when)}之间的一天（日期不确定）" + (f"，{when.part}" if when.part else "")


def _several(when: When) -> str:
    written, before = [], None
    for day in when.days:
        written.append(day_in_chinese(day, before, with_year=True))
        before = day
    return "、".join(written) + (f"，{when.part}" if when.part else "")


def _open(when: When) -> str:
    if when.first_day is not None:
        return f"{day_in_chinese(when.first_day, with_year=True)}起，结束日期未说明"
    return f"至{day_in_chinese(when.last_day, with_year=True)}，开始日期未说明"


def _coarse(when: When) -> str:
    parts = when.edtf.rstrip("~?%").split("-")
    code = int(parts[1]) if len(parts) == 2 and parts[1].isdecimal() else 0
    if code in SEASONS:
        return f"{int(parts[0])}年{SEASONS[code]}（日期待定）"
    if len(parts) == 1 and parts[0].isdecimal():
        return f"{int(parts[0])}年（日期待定）"
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return _without_year(when.edtf)
    months = f"{first.year}年{first.month}月"
    if (first.year, first.month) != (last.year, last.month):
        months += f"至{f'{last.year}年' if last.year != first.year else ''}{last.month}月"
    return f"{months}（日期待定）"


def _recurring(when: When) -> str:
    words = _rule_in_words(when.rrule or "") + (when.part or "")
    if when.first_day is not None and when.last_day is not None:
        words += f"，{_bounds(when)}"
    elif when.first_day is not None:
        words += f"，{day_in_chinese(when.first_day, with_year=True)}起"
    pauses = "、".join(day_in_chinese(each) for each in when.exdates)
    return words + (f"（{pauses}除外）" if pauses else "")


def _rule_in_words(rrule: str) -> str:
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    weekdays = parts.get("BYDAY", "").split(",")
    if parts.get("FREQ") == "DAILY":
        return "每天"
    if parts.get("FREQ") == "WEEKLY" and set(weekdays) <= _RRULE_DAYS.keys():
        every = "每周" if parts.get("INTERVAL", "1") == "1" else f"每{parts['INTERVAL']}周的周"
        return every + "、".join(_RRULE_DAYS[each] for each in weekdays)
    if parts.get("FREQ") == "MONTHLY" and "BYMONTHDAY" in parts:
        return f"每月{'、'.join(parts['BYMONTHDAY'].split(','))}日"
    return "定期"


def _without_year(edtf: str) -> str:
    parts = edtf.split("-")
    if len(parts) == 3 and parts[1].isdecimal() and parts[2].isdecimal():
        return f"{int(parts[1])}月{int(parts[2])}日（年份不详）"
    return "日期不详"


_BY_FORM = {
    Form.DAY: _one_day,
    Form.MOMENT: _moment,
    Form.SPAN: _span,
    Form.WINDOW: _window,
    Form.SEVERAL: _several,
    Form.OPEN: _open,
    Form.COARSE: _coarse,
    Form.RECURRING: _recurring,
}
