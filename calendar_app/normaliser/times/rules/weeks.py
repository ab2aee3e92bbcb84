"""Weeks and their days: 上周, 本周六, 下下周一, 星期一, 周末, 5月第二周, 十月的第一个星期一."""

from __future__ import annotations

from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.counted import NthWeekday, NthWeekend
from calendar_app.normaliser.times.pieces.leaning import ShiftedWeek
from calendar_app.normaliser.times.pieces.plain import DaysOfWeek, Month, Weekday, WeekdayMark
from calendar_app.normaliser.times.rules.dates import year_of
from calendar_app.normaliser.times.shapes import MONTH, SHORT_OR_FULL_YEAR, WEEK, WEEKDAYS
from calendar_app.normaliser.times.statements import Piece, Point, Range, Several, Statement

WEEKS = {
    "上上": -2,
    "上": -1,
    "前一": -1,
    "上一": -1,
    "本": 0,
    "这": 0,
    "这一": 0,
    "今": 0,
    "呢": 0,
    "下": 1,
    "下一": 1,
    "下下": 2,
    "再下": 2,
}
WEEKENDS = {"末": (6, 7), "初": (1, 2), "中": (2, 4)}
NO_WEEKDAY = (
    "(?!票(?!友)|围|福|鸣|鼎|琦|桥|良|本|次|晚报|"
    "[和与、至]?[一二三四五六日]?尾号|时刻表|模式|运行图|至.[^一二三四五六日天]?文)"
)


NO_COUNT = "(?![一二三四五六七八九十月日号成位名个场次天项人支家队条只])"
MORE = (
    "(?:(?P<mark>[、和及至到-]|(?<=六)(?=日(?![本语韩照报])))"
    f"(?P<second>[二三四五六日天])(?P<further>(?:[、和及][三四五六日天]){{1,4}})?{NO_COUNT})?"
)
"""More weekdays without their 周: 本周六、日, 本周六日, 下周一至三, 周二、四、六."""


def weekdays_of(week: tuple[Piece, ...], said: Said) -> Statement:
    """State one weekday of a week, or two."""
    first = Point((*week, *day_of(said)))
    if not said["second"]:
        return first
    second = Point((*week, Weekday(WEEKDAYS[said["second"]])))
    if said["mark"] in {*"至到-"}:
        return Range(first, second)
    further = (Point((*week, Weekday(WEEKDAYS[day]))) for day in (said["further"] or "")[1::2])
    return Several((first, second, *further))


def day_of(said: Said) -> tuple[Piece, ...]:
    """State the day of the week, or the days of its end, where they are told."""
    if said["day"]:
        return (Weekday(WEEKDAYS[said["day"]]),)
    return (DaysOfWeek(*WEEKENDS[said["end"]]),) if said["end"] else ()


@rule(
    "a week by its distance from the week of publication, Monday to Sunday, and a day of it",
    starts=tuple(shift + start for shift in WEEKS for start in ("个", "周", "星", "礼")),
    pattern=(
        rf"(?<![0-9以])(?<![赶遇碰撞追加早晚马](?=上{WEEK}))(?P<week>{any_of(WEEKS)})个?{WEEK}(?:{WEEK}?(?P<day>[{''.join(WEEKDAYS)}]){MORE}(?![一二三四五六七八九十]?[次项名年月场])"
        rf"|(?P<end>[{''.join(WEEKENDS)}])(?![中学])|(?![期转岁边长全密折知旋到报刊]))"
    ),
    words=(*WEEKS, *WEEKDAYS, *WEEKENDS),
    examples={
        "上上周": "[2023-04-10..2023-04-16]",
        "上周": "[2023-04-17..2023-04-23]",
        "前一周": "[2023-04-17..2023-04-23]",
        "上一周": "[2023-04-17..2023-04-23]",
        "本周": "[2023-04-24..2023-04-30]",
        "这个星期": "[2023-04-24..2023-04-30]",
        "这一周": "[2023-04-24..2023-04-30]",
        "今个礼拜": "[2023-04-24..2023-04-30]",
        "呢个礼拜": "[2023-04-24..2023-04-30]",
        "下周三下午或周四上午": "[2023-05-03..2023-05-04]",
        "下周二或者周五": "[2023-05-02,2023-05-05]",
        "下周": "[2023-05-01..2023-05-07]",
        "下一周": "[2023-05-01..2023-05-07]",
        "下下周": "[2023-05-08..2023-05-14]",
        "再下个礼拜": "[2023-05-08..2023-05-14]",
        "下周一": "2023-05-01",
        "上周二": "2023-04-18",
        "本周三": "2023-04-26",
        "上个星期四": "2023-04-20",
        "下礼拜五": "2023-05-05",
        "本周六": "2023-04-29",
        "上周日": "2023-04-23",
        "上礼拜天": "2023-04-23",
        "下周周六": "2023-05-06",
        "本周六、日": "{2023-04-29,2023-04-30}",
        "本周六日": "{2023-04-29,2023-04-30}",
        "本周二、四、六": "{2023-04-25,2023-04-27,2023-04-29}",
        "下周一至三": "2023-05-01/2023-05-03",
        "下周六和日上午10点": "{2023-05-06,2023-05-07} 10:00",
        "本周末": "[2023-04-29..2023-04-30]",
        "下周初": "[2023-05-01..2023-05-02]",
        "下周中": "[2023-05-02..2023-05-04]",
        "下周三下午2点": "2023-05-03T14:00:00+08:00",
        "「本周末两天」": "2023-04-29/2023-04-30",
    },
    refuses=("上周期", "马上周转"),
)
def relative_week(said: Said) -> Statement | None:
    """Count from the anchor's week."""
    return weekdays_of((ShiftedWeek(WEEKS[said["week"]]),), said)


@rule(
    "a day of the week, or its end, the week being chosen by tense",
    starts=(
        *(week + day for week in ("周", "星期", "礼拜") for day in WEEKDAYS if week + day != "周天"),
        *("周末", "双休日"),
    ),
    pattern=rf"(?<![一二两三四五六七八九十几0-9每逢隔个])(?:{WEEK}(?P<day>[{''.join(WEEKDAYS)}]){MORE}|周(?P<end>末)|双休日){NO_WEEKDAY}",
    examples={
        "周六": "2023-04-29",
        "星期日": "2023-04-30",
        "礼拜五": "2023-04-28",
        "将于「周三」举行": "2023-05-03",
        "已于「周三」举行": "2023-04-26",
        "周末": "[2023-04-29..2023-04-30]",
        "周六、日": "{2023-04-29,2023-04-30}",
        "双休日": "[2023-04-29..2023-04-30]",
        "「儿童节正好赶上周四」": "2023-06-01",
        "他没能赶上「周四」的课": "2023-04-27",
        "「周末期间」": "2023-04-29/2023-04-30",
        "「5月17日至6月8日的周六日」": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-05-17/2023-06-08",
        "「5月至8月的周五晚」": "FREQ=WEEKLY;BYDAY=FR | 2023-05/2023-08 晚",
        "「暑假期间的周末」": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-07/2023-08",
    },
    refuses=("一周五次", "周六福", "按周一尾号限行", "执行周末时刻表", "周末票138元"),
)
def weekday(said: Said) -> Statement | None:
    """Read the day."""
    return weekdays_of((), said) if said["day"] else Point((DaysOfWeek(6, 7),))


@rule(
    "a weekday in parentheses, right after a date",
    starts=tuple(f"({day})" for day in WEEKDAYS if day != "天"),
    pattern=r"(?<=[日号0-9])\((?P<day>[一二三四五六日])\)",
    examples={
        "「4月29日（六）下午2点」": "2023-04-29T14:00:00+08:00",
        "「4月29日（六）至30日（日）」": "2023-04-29/2023-04-30",
    },
    refuses=("第2条（一）",),
)
def weekday_mark(said: Said) -> Statement | None:
    """Read the day."""
    return Point((WeekdayMark(WEEKDAYS[said["day"]]),))


@rule(
    "a weekday counted within a month: its second Sunday, its last Monday",
    starts=("第#", "倒数第#", "最后一个", "首个", *("#月" + then for then in "第倒最首份的")),
    pattern=(
        rf"(?:(?P<year>{SHORT_OR_FULL_YEAR})年的?)?(?:(?P<month>{MONTH})月(?:份|的)?)?"
        rf"(?:(?P<back>倒数)?第(?P<nth>[一二三四五1-5])个?|(?P<last>最后一?个)|首个){WEEK}(?:(?P<day>[{''.join(WEEKDAYS)}])|(?P<end>末))"
    ),
    examples={
        "5月第二个星期日": "2023-05-14",
        "十月的第一个星期一": "2023-10-02",
        "4月最后一个周六": "2023-04-29",
        "5月第三个周末": "[2023-05-20..2023-05-21]",
        "5月最后一个周末": "[2023-05-27..2023-05-28]",
        "5月倒数第二个周日": "2023-05-21",
        "明年第一个星期一": "2024-01-01",
    },
)
def weekday_of_month(said: Said) -> Statement | None:
    """Read month, number and weekday."""
    nth = -1 if said["last"] else number(said["nth"] or "1") * (-1 if said["back"] else 1)
    months = (Month(number(said["month"])),) if said["month"] else ()
    if said["year"] and not months:
        return None
    piece: Piece = NthWeekend(nth) if said["end"] else NthWeekday(nth, WEEKDAYS[said["day"]])
    return Point((*year_of(said), *months, piece))
