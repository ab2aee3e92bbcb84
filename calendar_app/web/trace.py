"""How a report's words became a date: `“近日” → 出报日 2023-04-28 前七天内的一天`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from calendar_app.model import Form
from calendar_app.publishing.wording import when_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from calendar_app.model import Anchor, Event, When

STATES_A_DATE = re.compile(r"[0-9０-９〇一二三四五六七八九十]+\s*[日号月年]")

INNER_QUOTES = str.maketrans("“”", "‘’")
"""Quotation marks inside quotation marks."""


def trace(event: Event) -> str:
    """Say how an event's time was read from its words, and what that leaned on."""
    told = (event.when_text or "").translate(INNER_QUOTES)
    words = _("“%(words)s”", words=told) if told else _("报道没有说明时间")
    return f"{words} → {_reading(event.when, told)}"


def _reading(when: When, words: str) -> str:
    anchor = when.anchor
    value = when_in_words(when, language())
    states_a_date = STATES_A_DATE.search(words) is not None
    if anchor is None or (states_a_date and not when.implied):
        return value
    lean = _("%(source)s %(day)s", source=_source(anchor), day=anchor.day.isoformat())
    distance = None if states_a_date else _distance(when, anchor, lean)
    if distance is None:
        return _("%(value)s，依%(lean)s 推定", value=value, lean=lean)
    return distance if when.form is Form.WINDOW else _("%(distance)s，%(value)s", distance=distance, value=value)


def _source(anchor: Anchor) -> str:
    return {
        "issue date": _("出报日"),
        "dateline": _("电头日期"),
        "mention": _("上文日期"),
        "inferred": _("推断的出报日"),
        "reference": _("参照日"),
    }.get(anchor.source, anchor.source)


def _distance(when: When, anchor: Anchor, lean: str) -> str | None:
    """Say how far a value is from its anchor, where that is how its words mean it."""
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return None
    if when.form is Form.WINDOW:
        if last == anchor.day and last - first == timedelta(days=7):
            return _("%(lean)s 前七天内的一天", lean=lean)
        if first == anchor.day and last - first == timedelta(days=7):
            return _("%(lean)s 后七天内的一天", lean=lean)
        if first == anchor.day and last - first == timedelta(days=30):
            return _("%(lean)s 后三十天内的一天", lean=lean)
        return None
    if when.form in {Form.DAY, Form.MOMENT} and first == last:
        return {
            -3: _("%(lean)s 的三天前", lean=lean),
            -2: _("%(lean)s 的前两天", lean=lean),
            -1: _("%(lean)s 的前一天", lean=lean),
            0: _("%(lean)s 当天", lean=lean),
            1: _("%(lean)s 的后一天", lean=lean),
            2: _("%(lean)s 的后两天", lean=lean),
            3: _("%(lean)s 的三天后", lean=lean),
        }.get((first - anchor.day).days)
    return None
