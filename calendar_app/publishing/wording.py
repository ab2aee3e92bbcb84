"""Times, places and sources in a reader's words, in Chinese; English where the agenda has it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from calendar_app.labels import label
from calendar_app.model import Form, Status
from calendar_app.publishing.english import when_in_english
from calendar_app.publishing.text import clean, one_line
from calendar_app.store.days import placed

if TYPE_CHECKING:
    from calendar_app.model import Event, Source, When, Where

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

_PREFIXES = {Status.CANCELLED: "【已取消】", Status.POSTPONED: "【已延期】"}
_RRULE_DAYS = {"MO": "一", "TU": "二", "WE": "三", "TH": "四", "FR": "五", "SA": "六", "SU": "日"}


def summary(event: Event) -> str:
    """Write an event's title for a calendar: cancelled, postponed and uncertain ones say so."""
    uncertain = "约·" if event.when.form is Form.WINDOW else ""
    return f"{_PREFIXES.get(event.status, '')}{uncertain}{one_line(event.title)}"


def short_date(event: Event) -> str:
    """Write an event's day or days in a few characters, for lists: 9月17日, 9月10日至10月7日, 约9月21日, 日期待定."""
    days = placed(event)
    if days is None:
        return "日期待定"
    first, last = days
    if event.when.form is Form.WINDOW:
        return f"约{_day(first, None)}"
    if event.when.form is Form.OPEN:
        return f"{_day(first, None)}{'止' if event.when.start is None else '起'}"
    if event.when.form is Form.RECURRING:
        return f"{_day(first, None)}起"
    if event.when.form is Form.SEVERAL:
        return f"{_day(first, None)}等{len(event.when.days)}天"
    return _day(first, None) if first == last else f"{_day(first, None)}至{_day(last, None)}"


def when_in_words(when: When, language: str = "zh") -> str:
    """Say a time for a reader, no more precisely than the report did."""
    if language != "zh":
        return when_in_english(when)
    words = _BY_FORM[when.form](when)
    if when.hours and when.form is not Form.MOMENT:
        opening, closing = when.hours
        every = "" if when.form in (Form.DAY, Form.RECURRING) else "每天"
        words += f"，{every}{_clock(opening)}" + (f"至{_clock(closing)}" if closing else "")
    return words


def why_in_words(event: Event) -> str:
    """Say on what words a time rests and what was worked out: “近日”，按出报日2024年9月12日推算."""
    quoted = f"“{one_line(event.when_text)}”" if event.when_text else "报道没有写明时间"
    anchor = event.when.anchor
    if anchor is None or not event.when.implied:
        return quoted
    return f"{quoted}，按{_ANCHORS.get(anchor.source, '前文')}{_day(anchor.day, None, with_year=True)}推算"


def where_in_words(where: Where) -> str:
    """Say a place for a reader: venue, township, districts, city."""
    if where.online and where.venue is None:
        return "线上"
    parts = [where.venue or where.written]
    parts += [where.township.name if where.township else None]
    parts += ["、".join(each.name for each in where.districts) or None]
    parts += [where.city.name if where.city else None]
    return "，".join(dict.fromkeys(one_line(part) for part in parts if part))


def source_line(source: Source) -> str:
    """Cite a report: 《首都职工报》2024年9月12日第04版：秋日活动预告."""
    paper = f"《{one_line(source.publication)}》" if source.publication else "报纸"
    issued = _day(source.issued, None, with_year=True) if source.issued else "日期不详"
    inferred = "（推定）" if source.issued_from == "inferred" else ""
    number = f"第{one_line(source.page)}版" if source.page else ""
    headline = f"：{one_line(source.headline)}" if source.headline else ""
    return f"{paper}{issued}{inferred}{number}{headline}"


def description(event: Event) -> tuple[str, ...]:
    """Tell all about an event, a line a matter: when and why, where and on what evidence, who, and the report."""
    lines = [f"时间：{when_in_words(event.when)}", f"依据：{why_in_words(event)}"]
    if event.status in _PREFIXES:
        lines.append(
            f"状态：{label(event.status)}"
            + ("" if event.previous or event.status is Status.CANCELLED else "，新日期未定")
        )
    if event.previous is not None:
        lines.append(f"原定：{when_in_words(event.previous)}")
    lines.append(f"地点：{where_in_words(event.where) or '未说明'}（{label(event.where.basis)}）")
    if len(event.where.candidates) > 1:
        lines.append(f"地名还可能指：{'、'.join(one_line(each.name) for each in event.where.candidates)}")
    lines += [f"主办：{'、'.join(one_line(each) for each in event.organisers)}"] if event.organisers else []
    lines += [f"参加：{one_line(event.attendance)}"] if event.attendance else []
    lines += [f"报名截止：{_day(event.deadline, None, with_year=True)}"] if event.deadline else []
    lines += [f"报名：{one_line(event.signup)}"] if event.signup else []
    lines += [f"入场：{one_line(event.admission)}"] if event.admission else []
    for source in event.sources:
        lines.append(f"来源：{source_line(source)}")
        lines += [f"原文：{one_line(source.sentence)}"] if source.sentence else []
        lines += [clean(source.url)] if source.url else []
    return tuple(lines)


# ---------------------------------------------------------------- times


def _clock(moment: time | datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def _day(day: date | None, after: date | None, *, with_year: bool = False, weekday: bool = False) -> str:
    """Write a day, leaving out the year and month that `after`, the day before it in the sentence, has said."""
    if day is None:
        return "未定"
    year = f"{day.year}年" if (with_year and after is None) or (after is not None and day.year != after.year) else ""
    month = "" if after is not None and not year and day.month == after.month else f"{day.month}月"
    return f"{year}{month}{day.day}日" + (f"（周{WEEKDAYS[day.weekday()]}）" if weekday else "")


def _one_day(when: When) -> str:
    if when.first_day is None:
        return _without_year(when.edtf)
    return _day(when.first_day, None, with_year=True, weekday=True) + (when.part or "")


def _moment(when: When) -> str:
    if not isinstance(when.start, datetime):
        return _one_day(when)
    words = f"{_day(when.start.date(), None, with_year=True, weekday=True)}{_clock(when.start)}"
    if not isinstance(when.end, datetime):
        return words
    if when.end.date() == when.start.date():
        return f"{words}至{_clock(when.end)}"
    return f"{words}至{_day(when.end.date(), when.start.date(), weekday=True)}{_clock(when.end)}"


def _bounds(when: When) -> str:
    first, last = when.first_day, when.last_day
    return f"{_day(first, None, with_year=True)}至{_day(last, first)}"


def _span(when: When) -> str:
    approximate = "前后" if when.edtf.endswith("~") else ""
    return _bounds(when) + approximate + (f"，每天{when.part}" if when.part else "")


def _window(when: When) -> str:
    return f"{_bounds(when)}之间的一天（日期不确定）" + (f"，{when.part}" if when.part else "")


def _several(when: When) -> str:
    written, before = [], None
    for day in when.days:
        written.append(_day(day, before, with_year=True))
        before = day
    return "、".join(written) + (f"，{when.part}" if when.part else "")


def _open(when: When) -> str:
    if when.first_day is not None:
        return f"{_day(when.first_day, None, with_year=True)}起，结束日期未说明"
    return f"至{_day(when.last_day, None, with_year=True)}，开始日期未说明"


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
        words += f"，{_day(when.first_day, None, with_year=True)}起"
    pauses = "、".join(_day(each, None) for each in when.exdates)
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
_ANCHORS = {"issue date": "出报日", "dateline": "电头日期", "mention": "前文日期", "inferred": "推定的出报日"}
