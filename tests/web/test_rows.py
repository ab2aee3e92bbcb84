from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from calendar_app.web.rows import row
from tests.events import (
    CANCELLED,
    COARSE,
    DAY,
    EVENING,
    FUTURE_WINDOW,
    HOURS,
    ISSUED,
    MOMENT,
    OPEN_BEGIN,
    PERIOD,
    POSTPONED,
    RECURRING,
    SPAN,
)

if TYPE_CHECKING:
    from flask import Flask

    from calendar_app.model import Event


@pytest.mark.parametrize(
    ("event", "clock", "span"),
    [
        (DAY, "当日", ""),
        (EVENING, "晚上", ""),
        (MOMENT, "14:30", ""),
        (PERIOD, "9:00–11:00", ""),
        (HOURS, "9:00–17:00", "9月14日至20日"),
        (SPAN, "连日", "9月10日至10月7日，还有25天"),
        (FUTURE_WINDOW, "大约", "9月21日至30日之间的一天"),
        (OPEN_BEGIN, "连日", "至2024年9月30日，开始日期未说明"),
        (COARSE, "待定", "2024年10月（日期待定）"),
        (RECURRING, "14:00–16:00", "每周六，2024年9月14日至11月30日（10月5日除外）"),
        (POSTPONED, "当日", "原定2024年9月13日"),
    ],
    ids=lambda value: getattr(value, "uid", ""),
)
def test_row_says_when_in_little_room(app: Flask, event: Event, clock: str, span: str) -> None:
    with app.test_request_context():
        made = row(event, ISSUED)
    assert (made.clock, made.span) == (clock, span)


def test_row_names_the_year_when_it_is_another(app: Flask) -> None:
    with app.test_request_context():
        assert row(SPAN, ISSUED + timedelta(days=365)).span == "2024年9月10日至10月7日"


@pytest.mark.parametrize(
    ("event", "badge", "cancelled"), [(CANCELLED, "已取消", True), (POSTPONED, "已延期", False), (DAY, "", False)]
)
def test_row_signals_what_changed(app: Flask, event: Event, badge: str, cancelled: bool) -> None:
    with app.test_request_context():
        made = row(event, ISSUED)
    assert (made.badge, made.cancelled) == (badge, cancelled)


def test_row_names_places(app: Flask) -> None:
    with app.test_request_context():
        assert (row(SPAN, ISSUED).district, row(COARSE, ISSUED).district) == ("延庆区、大兴区", "北京市")
