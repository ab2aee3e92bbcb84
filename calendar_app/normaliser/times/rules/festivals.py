"""Festivals and named days: “五一”期间, 国庆前夕, 元宵节当天, 世界读书日.

A bare name is often a theme and no date (庆祝“五一”文艺演出): its rule has a name of its own, so that whoever chooses
among the times of a report can rank it low.
"""

from __future__ import annotations

from calendar_app.normaliser.times.calendars.festivals import festivals
from calendar_app.normaliser.times.festival_names import (
    NO_LIST,
    NO_NAME,
    NO_NUMBER,
    NUMBER_CHARACTERS,
    ONLY_WITH_A_SIGN,
    STARTS,
    festival_name,
    festival_of,
    quoted,
)
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.holiday_words import (
    AFTER,
    AROUND,
    EVE,
    FEAST,
    FIRST_WEEKDAY,
    HOLIDAY,
    SOME_DAYS,
    days_of,
    weekdays_of,
)
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.festive import (
    AfterFestival,
    AroundFestival,
    BeforeFestival,
    DaysOff,
    FestivalDay,
)
from calendar_app.normaliser.times.pieces.plain import Year
from calendar_app.normaliser.times.shapes import OPENING
from calendar_app.normaliser.times.statements import Clock, Point, Statement

ON = ("当天", "当日", "这天", "这一天", "那天", "那一天", "正日子")
NIGHT = ("之夜", "夜", "晚上", "晚")


@rule(
    "the days off around a festival, or some of them; the festival's day alone when it has none",
    starts=STARTS,
    head=festival_name,
    pattern=f"{HOLIDAY}{SOME_DAYS}",
    examples={
        "“五一”期间": "2023-04-29/2023-05-03",
        "五一假期": "2023-04-29/2023-05-03",
        "五一小长假": "2023-04-29/2023-05-03",
        "「五·一」小长假期间": "2023-04-29/2023-05-03",
        "五一节假日": "2023-04-29/2023-05-03",
        "五一假日": "2023-04-29/2023-05-03",
        "劳动节5天假期": "2023-04-29/2023-05-03",
        "‘五一’国际劳动节放假期间": "2023-04-29/2023-05-03",
        "今年端午三天": "2023-06-22/2023-06-24",
        "今年国庆黄金周": "2023-09-29/2023-10-06",
        "今年十一长假": "2023-09-29/2023-10-06",
        "今年中秋节假期": "2023-09-29/2023-10-06",
        "春节期间": "2023-01-21/2023-01-27",
        "过年期间": "2023-01-21/2023-01-27",
        "春節連假": "2023-01-21/2023-01-27",
        "农历年假期": "2023-01-21/2023-01-27",
        "清明期间": "2023-04-05",
        "母亲节期间": "2023-05-14",
        "安全生产月期间": "2023-06-01/2023-06-30",
        "五一假期首日": "2023-04-29",
        "五一假期第三天": "2023-05-01",
        "五一假期最后一天": "2023-05-03",
        "五一假期前两天": "2023-04-29/2023-04-30",
        "五一假期后三天": "2023-05-01/2023-05-03",
        "2031年五一假期": "2031-05-01/2031-05-05",
    },
    refuses=("李国庆期间", "五四运动期间"),
)
def festival_holiday(said: Said) -> Statement | None:
    """Take the days off."""
    festival = festival_of(said)
    return Point((DaysOff((festival.name,), *days_of(said)),)) if festival else None


@rule(
    "one unknown day before, around or after a festival",
    starts=(*STARTS, "喜迎"),
    head=festival_name,
    pattern=(
        rf"{FEAST}(?:(?:(?:小长假|长假|假期|黄金周)的?)?(?:"
        rf"(?P<around>{any_of(AROUND)})(?!手|逢|为难)|(?P<eve>{any_of(EVE)}|前(?=,(?![^,。;]{{0,16}}(?:将|须|需|完[成工]))))|"
        r"前(?P<ahead>[两二三四五六七2-7])[天日]|"
        rf"(?P<workday>后的?(?:首个|第一个)(?:工作日|上班日)|后(?:上班|复工|开工)(?:首日|第一天))|"
        rf"后{FIRST_WEEKDAY}|"
        rf"(?P<after>{any_of(AFTER)})(?![天日卫勤方备裔期])))?"
    ),
    words=(*EVE, *AROUND, *AFTER),
    examples={
        **{f"五一{word}": "[2023-04-24..2023-04-30]" for word in EVE},
        **{f"五一{word}": "[2023-04-24..2023-05-08]" for word in AROUND},
        **{f"五一{word}": "[2023-05-04..2023-05-10]" for word in AFTER},
        "喜迎“五一”": "[2023-04-24..2023-04-30]",
        "“五一”国际劳动节来临之际": "[2023-04-24..2023-04-30]",
        "「“五一”前夕」，工会走访了一线职工": "[2023-04-24..2023-04-28]",
        "「清明节前」，工会走访了一线职工": "[2023-03-29..2023-04-04]",
        "「端午节前夕」将举办包粽子比赛": "[2023-06-15..2023-06-21]",
        "今年国庆节前三天": "[2023-09-28..2023-09-30]",
        "世界读书日前后": "[2023-04-16..2023-04-30]",
        "五一假期后": "[2023-05-04..2023-05-10]",
        "五一节后首个工作日": "2023-05-04",
        "五一假期后的第一个周末": "[2023-05-06..2023-05-07]",
        "今年国庆后首个周六": "2023-10-07",
        "今年国庆74周年之际": "[2023-09-24..2023-09-30]",
    },
)
def festival_window(said: Said) -> Statement | None:
    """Open the window on the side that the words tell."""
    festival = festival_of(said)
    if festival is None:
        return None
    names = (festival.name,)
    if said["workday"]:
        return Point((AfterFestival(names, workday=True),))
    if said["weekday"]:
        return Point((AfterFestival(names, weekdays=weekdays_of(said)),))
    if said["after"]:
        return Point((AfterFestival(names),))
    if said["around"]:
        return Point((AroundFestival(names),))
    if said["ahead"]:
        return Point((BeforeFestival(names, number(said["ahead"])),))
    return Point((BeforeFestival(names),)) if said["eve"] or said["welcome"] else None


@rule(
    "a festival's own day, said to be the day",
    starts=STARTS,
    head=festival_name,
    pattern=(
        rf"{FEAST}(?:(?P<on>{any_of(ON)})|(?P<that>当)(?=[晚夜早晨上下中傍])|(?P<night>{any_of(NIGHT)})(?![会宴报间班餐点饭市校景曲场])|"
        "(?P<before>前一[天日])|(?P<after>[后次]一?[天日]))"
    ),
    words=(*ON, *NIGHT),
    examples={
        **{f"母亲节{word}": "2023-05-14" for word in ON},
        **{f"元宵{word}": "2023-02-05 夜" for word in ("之夜", "夜")},
        "除夕晚": "2023-01-21 晚",
        "除夕晚上": "2023-01-21 晚上",
        "元宵节当晚": "2023-02-05 晚",
        "国庆节前一天": "2023-09-30",
        "中秋节次日": "2023-09-30",
    },
)
def festival_day(said: Said) -> Statement | None:
    """Take the day."""
    festival = festival_of(said)
    if festival is None:
        return None
    by = -1 if said["before"] else 1 if said["after"] else 0
    night = said["night"] and Clock(part=said["night"].removeprefix("之"))
    return Point((FestivalDay(festival.name, by),), night or None)


DOUBTFUL = ("过年", "农历年", "十一")
POPULAR = {
    "元旦": "2022-01-01", "春节": "2022-02-01", "元宵": "2022-02-15", "三八": "2022-03-08", "清明": "2022-04-05",
    "五一": "2022-05-01", "五四": "2022-05-04", "六一": "2022-06-01", "端午": "2022-06-03", "七一": "2022-07-01",
    "八一": "2022-08-01", "七夕": "2022-08-04", "中秋": "2022-09-10", "国庆": "2022-10-01", "重阳": "2022-10-04",
    "世界读书日": "2022-04-23", "国际博物馆日": "2022-05-18", "中国农民丰收节": "2022-09-23",
    "新春佳节": "2022-02-01", "新年": "2022-01-01",
}  # fmt: skip
"""Festivals that lend their names to events of a year (2022春节庙会), with their days of 2022."""
SPELLINGS = {name: festival.example for name, festival in festivals().items() if name not in ONLY_WITH_A_SIGN}


@rule(
    "a festival or a named day, bare: it may be the date, or only the theme",
    starts=STARTS,
    head=festival_name,
    pattern=f"(?:节日|佳节|时节|节)?+(?![”』」]){NO_NAME}{NO_NUMBER}{NO_LIST}",
    words=SPELLINGS,
    examples=SPELLINGS | {
        "今年“十一”": "2023-10-01",
        "“雨水”": "2023-02-19",
        "“五一”国际劳动节": "2023-05-01",
        "谷雨时节": "2023-04-20",
        "“5·12”国际护士节": "2023-05-12",
        "119消防日": "2023-11-09",
        "“一二·四”国家宪法日": "2023-12-04",
        "九九重阳节": "2023-10-23",
        "將於「勞動節」舉行": "2023-05-01",
    },
    refuses=(
        *("五四大街", "八一路", "七一剧场", "国庆路", "十一路公交", "五四运动", "八一南昌起义", "八一中学", "八一水库"),
        *("六一班", "端午、中秋等传统节日", "每逢端午节"),
        *("全国五一劳动奖章", "“五一”劳动奖", "三八红旗手", "“七一”勋章", "五四青年奖章", "第五十一届"),
        *("十一个人", "二十一"),
        *("圣诞老人", "清明上河图", "腊八粥", "吃元宵", "小年轻"),
        *("王国庆", "陈立夏", "责编 白露", "“粽情端午”", "韩国国庆日", "连降小雪"),
        *("医生付白露", "编剧白露介绍", "联系人：单五一", "博物馆日均接待2万人"),
        *("中秋姐", "五四青年突击队", "设立公祭日"),
    ),
)  # fmt: skip
def bare_festival(said: Said) -> Statement | None:
    """Take the day."""
    festival = festival_of(said)
    if festival is None or (said["name"] in ONLY_WITH_A_SIGN and not quoted(said)):
        return None
    return Point((FestivalDay(festival.name),))


@rule(
    "十一 behind a year",
    starts=("十一",),
    pattern=f"(?<=年)十一{NO_NAME}{NO_NUMBER}",
    examples={"明年十一": "2024-10-01", "「2022年十一」，他登台了": "2022-10-01"},
    refuses=("十一",),
)
def october_first(_said: Said) -> Statement | None:
    """Take the National Day."""
    return Point((FestivalDay("国庆节"),))


@rule(
    "a festival that needs a sign, with the sign that something comes before it",
    starts=DOUBTFUL,
    pattern=rf"(?<![{NUMBER_CHARACTERS}第])(?P<name>{any_of(DOUBTFUL)})(?=[之以]?前(?![后夕来期景往排]))",
    words=DOUBTFUL,
    examples={
        "将于「过年前」完工": "../2024-02-10",
        "将于「农历年前」完工": "../2024-02-10",
        "将于「十一前」完工": "../2023-10-01",
    },
    refuses=("第十一前锋", "二十一前"),
)
def before_doubtful(said: Said) -> Statement | None:
    """Take the day."""
    return Point((FestivalDay(festivals()[said["name"]].name),))


@rule(
    "a year in four digits right before a festival",
    starts=("19", "20"),
    pattern=rf"(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}}) ?(?=[{OPENING}]?{any_of(POPULAR)})",
    words=POPULAR,
    examples={f"2022{name}": day for name, day in POPULAR.items()} | {"2022“五一”期间": "2022-04-30/2022-05-04"},
    refuses=("2022元",),
)
def year_of_festival(said: Said) -> Statement | None:
    """Read the year."""
    return Point((Year(int(said["year"])),))
