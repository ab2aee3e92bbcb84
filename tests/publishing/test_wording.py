from __future__ import annotations

from datetime import date, datetime, time

import pytest
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, TIE, Anchor, Candidate, Event, Form, Grain, Level, Status, When
from calendar_app.publishing.text import clean, one_line
from calendar_app.publishing.wording import (
    description,
    short_date,
    source_line,
    summary,
    when_in_words,
    where_in_words,
    why_in_words,
)
from tests import events
from tests.events import CHAOYANG, ISSUED, source, when, where


def _day(day: int, month: int = 9, year: int = 2024) -> date:
    return date(year, month, day)


def _coarse(edtf: str, start: date, end: date, grain: Grain = Grain.SEASON) -> When:
    return when(Form.COARSE, edtf, start, end, grain=grain)


@pytest.mark.parametrize(
    ("told", "chinese", "english"),
    [
        (events.DAY.when, "2024年9月17日（周二）", "Tuesday 17 September 2024"),
        (events.EVENING.when, "2024年9月16日（周一）晚", "Monday 16 September 2024 (晚)"),
        (events.MOMENT.when, "2024年9月14日（周六）14:30", "Saturday 14 September 2024, 14:30"),
        (events.PERIOD.when, "2024年9月15日（周日）9:00至11:00", "Sunday 15 September 2024, 9:00–11:00"),
        (
            replace(events.PERIOD.when, end=datetime(2024, 9, 16, 1, 30, tzinfo=BEIJING_TIME)),
            "2024年9月15日（周日）9:00至16日（周一）1:30",
            "Sunday 15 September 2024, 9:00–Monday 16 September 2024, 1:30",
        ),
        (
            events.HOURS.when,
            "2024年9月14日至20日，每天9:00至17:00",
            "14 September 2024 to 20 September 2024, 9:00–17:00 each day",
        ),
        (
            replace(events.DAY.when, hours=(time(9), None)),
            "2024年9月17日（周二），9:00",
            "Tuesday 17 September 2024, 9:00",
        ),
        (events.SPAN.when, "2024年9月10日至10月7日", "10 September 2024 to 7 October 2024"),
        (
            when(Form.SPAN, "2024-12-31/2025-01-01", _day(31, 12), _day(1, 1, 2025)),
            "2024年12月31日至2025年1月1日",
            "31 December 2024 to 1 January 2025",
        ),
        (when(Form.SPAN, "2024-09-01/2024-09-30~", _day(1), _day(30)), "2024年9月1日至30日前后", None),
        (
            events.FUTURE_WINDOW.when,
            "2024年9月21日至30日之间的一天（日期不确定）",
            "one day between 21 September 2024 and 30 September 2024 (not certain which)",
        ),
        (events.SEVERAL.when, "2024年9月14日、21日", "14 September 2024, 21 September 2024"),
        (events.OPEN_END.when, "2024年9月12日起，结束日期未说明", "from 12 September 2024, end not stated"),
        (events.OPEN_BEGIN.when, "至2024年9月30日，开始日期未说明", "until 30 September 2024, begin not stated"),
        (events.COARSE.when, "2024年10月（日期待定）", "October 2024 (date to be announced)"),
        (_coarse("2024", _day(1, 1), _day(31, 12)), "2024年（日期待定）", "2024 (date to be announced)"),
        (_coarse("2024-23", _day(1), _day(30, 11)), "2024年秋季（日期待定）", "autumn of 2024 (date to be announced)"),
        (_coarse("2024-34", _day(1, 4), _day(30, 6)), "2024年第二季度（日期待定）", None),
        (_coarse("2024-41", _day(1, 7), _day(31, 12)), "2024年下半年（日期待定）", None),
        (
            _coarse("2024-07/2024-08", _day(1, 7), _day(31, 8)),
            "2024年7月至8月（日期待定）",
            "July 2024 to August 2024 (date to be announced)",
        ),
        (
            events.RECURRING.when,
            "每周六，2024年9月14日至11月30日（10月5日除外），14:00至16:00",
            "every Saturday, 14 September 2024 to 30 November 2024 (not on 5 October 2024), 14:00–16:00",
        ),
        (events.EVERY_DAY.when, "每天，2024年9月12日起", "every day, from 12 September 2024"),
        (
            replace(events.EVERY_DAY.when, rrule="FREQ=WEEKLY;BYDAY=SA,SU"),
            "每周六、日，2024年9月12日起",
            "every Saturday and Sunday, from 12 September 2024",
        ),
        (replace(events.EVERY_DAY.when, rrule="FREQ=MONTHLY;BYMONTHDAY=15"), "每月15日，2024年9月12日起", None),
        (replace(events.EVERY_DAY.when, rrule="FREQ=YEARLY"), "定期，2024年9月12日起", None),
        (when(Form.DAY, "XXXX-11-16", None, None), "11月16日（年份不详）", "XXXX-11-16 (year unknown)"),
    ],
)
def test_time_is_said_no_more_precisely_than_it_is_known(told: When, chinese: str, english: str | None) -> None:
    assert when_in_words(told) == chinese
    if english is not None:
        assert when_in_words(told, "en") == english


@pytest.mark.parametrize(
    ("told", "title", "day"),
    [
        (events.DAY, "中秋诗会", "9月17日"),
        (events.FUTURE_WINDOW, "约·京郊徒步大会", "约9月21日"),
        (events.CANCELLED, "【已取消】露天电影放映", "9月18日"),
        (events.POSTPONED, "【已延期】广场招聘会", "9月25日"),
        (events.SPAN, "延庆葡萄采摘节", "9月10日至10月7日"),
        (events.SEVERAL, "周末惠民戏曲专场", "9月14日等2天"),
        (events.OPEN_END, "劳模事迹展", "9月12日起"),
        (events.OPEN_BEGIN, "公园花展", "9月30日止"),
        (events.RECURRING, "周六公益课堂", "9月14日起"),
        (events.COARSE, "秋季职工运动会", "日期待定"),
    ],
)
def test_title_says_what_a_list_must(told: Event, title: str, day: str) -> None:
    assert (summary(told), short_date(told)) == (title, day)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (events.PAST_WINDOW, "“近日”，按出报日2024年9月12日推算"),
        (replace(events.PAST_WINDOW, when_text=None), "报道没有写明时间，按出报日2024年9月12日推算"),
        (events.OPEN_BEGIN, "“截至9月30日”"),
        (
            replace(
                events.PAST_WINDOW,
                when=replace(events.PAST_WINDOW.when, anchor=Anchor(ISSUED, "dateline")),
                when_text="今天",
            ),
            "“今天”，按电头日期2024年9月12日推算",
        ),
    ],
)
def test_reason_quotes_the_words_and_what_they_lean_on(told: Event, words: str) -> None:
    assert why_in_words(told) == words


def test_place_is_said_once_from_narrow_to_wide() -> None:
    assert where_in_words(where(CHAOYANG, venue="朝阳区文化馆")) == "朝阳区文化馆，朝阳区，北京市"
    assert where_in_words(replace(where(), venue="北京市")) == "北京市"
    assert where_in_words(replace(where(), online=True)) == "线上"


def test_source_is_cited_as_far_as_it_is_known() -> None:
    assert source_line(source()) == "《首都职工报》2024年9月12日第04版：秋日活动预告"
    assert (
        source_line(replace(source(), issued_from="inferred", page=None))
        == "《首都职工报》2024年9月12日（推定）：秋日活动预告"
    )
    assert source_line(replace(source(None, issued=None), publication=None)) == "报纸日期不详第04版"


def test_description_tells_all_that_is_known() -> None:
    doubted = replace(
        events.PERIOD,
        status=Status.POSTPONED,
        admission="免费",
        signup="电话报名",
        organisers=("甲", "乙"),
        where=replace(
            events.PERIOD.where,
            candidates=(
                Candidate(name="大兴区图书馆", adcode="110115", level=Level.VENUE, lost=TIE),
                Candidate(name="大兴图书馆", adcode="230000", level=Level.VENUE, lost=TIE),
                Candidate(name="北京市", adcode="110000", level=Level.PROVINCE, lost="weaker evidence"),
            ),
        ),
    )
    assert description(doubted)[:9] == (
        "时间：2024年9月15日（周日）9:00至11:00",
        "依据：报道没有写明时间",
        "状态：已延期，新日期未定",
        "地点：大兴区图书馆，大兴区，北京市（报道写明场馆）",
        "地名可能指：大兴区图书馆（110115）、大兴图书馆（230000）",
        "主办：甲、乙",
        "参加：百余名职工",
        "报名截止：2024年9月13日",
        "报名：电话报名",
    )


@pytest.mark.parametrize(
    ("text", "cleaned", "line"),
    [
        ("甲\x00乙\x0b丙\x1f丁\x7f\x85", "甲乙丙丁", "甲乙丙丁"),
        ("一\r\n二\r三\u2028四\t五", "一\n二\n三\n四\t五", "一 二 三 四 五"),
        ("\ud800\ufffe\uffff🎭", "🎭", "🎭"),
        ("  ]]>  ", "  ]]>  ", "]]>"),
    ],
)
def test_text_loses_only_what_no_feed_can_carry(text: str, cleaned: str, line: str) -> None:
    assert (clean(text), one_line(text)) == (cleaned, line)
