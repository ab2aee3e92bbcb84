"""The almanac: 农历正月十五, 大年初一, 腊月廿三, 闰二月, 正月里, 兔年春节, 三伏天."""

from __future__ import annotations

from calendar_app.normaliser.times.festival_names import COUNTERS, TITLED
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.almanac import (
    CycleYear,
    DogDays,
    LaterLunarDay,
    LunarDate,
    LunarMonth,
    NextLunarDay,
)
from calendar_app.normaliser.times.pieces.plain import Day, Month, Year
from calendar_app.normaliser.times.shapes import YEAR
from calendar_app.normaliser.times.statements import Piece, Point, Statement

CALENDARS = ("农历", "阴历", "旧历", "夏历", "老历")
MONTHS = {"正": 1, "冬": 11, "腊": 12}
"""Lunar months by a name; the rest go by number."""
NAMED_MONTH = f"[{''.join(MONTHS)}]"
MONTH = rf"(?:{NAMED_MONTH}|十[一二]?|[二三四五六七八九]|一|1[0-2]|[1-9])"
LUNAR_DAY = "(?:初(?:10|[一二三四五六七八九十1-9])|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
DAY_IN_LUNAR_MONTH = f"(?:{LUNAR_DAY}|30|[12][0-9]|[1-9](?![0-9])|[一二三四五六七八九])"
SINGLE = "(?:初(?:十|10|[一二三四五六七八九1-9])|廿[一二三四五六七八九])"
YEAR_AND_LEAP = rf"(?:(?P<year>{YEAR})年的?)?(?P<leap>闰)?"
LEAP_MONTH = "(?:十[一二]|[一二三四五六七八九十]|1[0-2]|[1-9])"
AFTER_LUNAR_DAY = (
    "(?:(?<=[月年]初[一二三四五六七八九十][至到、和及—~-])(?<!每月...)|(?<=廿[一二三四五六七八九][至到、和及—~-])|(?<=除夕[至到—~-])"
    "|(?<=月十[一二三四五六七八九][至到、和及—~-])|(?<=十[一二三四五六七八九]、十[一二三四五六七八九][、和及])(?<!日、...))"
)
"""Behind a day that only lunar months have, a plain number is a lunar day as well."""
AFTER_NO_YEAR = "(?<![0-9〇零一二三四五六七八九]年[八七87]月)"
"""八月十五 is a lunar day, but behind the number of a year a solar one without its 日."""
PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 30), "初": (1, 10), "底": (21, 30), "末": (21, 30)}
NOT_A_COUNT = f"(?![个位名次余多批届轮项条所台支级]|年级|期(?![间待])|{COUNTERS})"


def lunar_number(written: str) -> int:
    """Read a lunar day: 初八, 十五, 廿三, 三十."""
    return number(written.removeprefix("初"))


def month_number(written: str) -> int:
    """Read a lunar month: 正, 腊, 八, 12."""
    return MONTHS.get(written) or number(written)


def lunar_year(said: Said) -> tuple[Piece, ...]:
    """State the lunar year where it is told."""
    return (Year(number(said["year"])),) if said.get("year") else ()


@rule(
    "a lunar date, the calendar being named",
    starts=CALENDARS,
    pattern=(
        rf"{any_of(CALENDARS)}{YEAR_AND_LEAP}(?P<month>{MONTH})月[份里]?"
        rf"(?:(?P<day>{DAY_IN_LUNAR_MONTH})[日号]?{NOT_A_COUNT})?"
    ),
    words=CALENDARS,
    examples={
        "农历正月十五": "2023-02-05",
        "阴历五月初五": "2023-06-22",
        "旧历三月十八日": "2023-05-07",
        "夏历四月廿三": "2023-06-10",
        "老历二月十九": "2023-03-10",
        "「农历正月十五」点亮花灯": "2023-02-05",
        "「农历五月初五」人山人海": "2023-06-22",
        "農曆八月十五": "2023-09-29",
        "农历2015年十月初一": "2015-11-12",
        "二零一二年农历正月十五": "2012-02-06",
        "农历闰二月初二": "2023-03-23",
        "农历3月3日": "2023-04-22",
        "农历十月": "2023-11-13/2023-12-12",
        "已于「农历腊月三十」举行": "2023-01-21",
        "去年农历二月三十": "impossible-date",
    },
)
def lunar_date(said: Said) -> Statement | None:
    """Read month and day, or the month alone."""
    month, leap = month_number(said["month"]), bool(said["leap"])
    last: Piece = LunarDate(month, lunar_number(said["day"]), leap) if said["day"] else LunarMonth(month, leap)
    return Point((*lunar_year(said), last))


@rule(
    "a lunar date by the names that only lunar months and days have",
    starts=(*(f"{month}月" for month in MONTHS), "#月初", "#月廿", "#月十", "闰"),
    pattern=(
        rf"(?<![0-9一二三四五六七八九十改修更纠真订矫反端]){TITLED}(?:(?P<leap>闰)(?P<intercalary>{LEAP_MONTH})月(?P<leap_day>{LUNAR_DAY})?|"
        rf"(?P<named>{NAMED_MONTH})月(?P<any>{DAY_IN_LUNAR_MONTH})日?|"
        rf"(?P<month>十[一二]?|[一二三四五六七八九78])月(?P<day>{SINGLE}|(?<=[八七87]月){AFTER_NO_YEAR}十五(?![日号]))){NOT_A_COUNT}"
    ),
    words=MONTHS,
    examples={
        "正月十五": "2023-02-05",
        "2012年正月初8": "2012-01-30",
        "已于「腊月廿三」举行": "2023-01-14",
        "冬月初一": "2023-12-13",
        "三月初三": "2023-04-22",
        "九月初九": "2023-10-23",
        "八月十五": "2023-09-29",
        "七月十五": "2023-08-30",
        "六月廿四": "2023-08-10",
        "闰二月初二": "2023-03-23",
        "8月十五": "2023-09-29",
        "闰2月": "2023-03-22/2023-04-19",
        "闰二月": "2023-03-22/2023-04-19",
        "正月初三至初八": "2023-01-24/2023-01-29",
    },
    refuses=("纠正月度报表", "修正月报", "退休教师冯腊月"),
)
def lunar_names(said: Said) -> Statement | None:
    """Read month and day."""
    if said["leap"]:
        month = month_number(said["intercalary"])
        day = said["leap_day"]
        return Point((LunarDate(month, lunar_number(day), leap=True) if day else LunarMonth(month, leap=True),))
    month = month_number(said["named"] or said["month"])
    return Point((LunarDate(month, lunar_number(said["any"] or said["day"])),))


@rule(
    "a day that would be lunar if the number of a year did not stand before it",
    starts=("#月十",),
    pattern=r"(?<=[0-9〇零一二三四五六七八九]年)(?P<month>[八七])月十五(?![日号])",
    examples={"二〇二二年八月十五": "2022-08-15", "2022年七月十五": "2022-07-15"},
)
def solar_fifteenth(said: Said) -> Statement | None:
    """Read the month."""
    return Point((Month(number(said["month"])), Day(15)))


@rule(
    "a lunar month that has a name, as a span",
    starts=tuple(f"{month}月" for month in MONTHS if month != "冬"),
    pattern=rf"(?<![改修更纠真订矫反端]){TITLED}(?P<month>正|腊)月(?:里|期间|间|(?P<part>上旬|中旬|下旬|[初底末](?![一二三四五六七八九十])))?(?![份])(?![一-鿿]?[村庄山])",
    examples={
        "正月里": "2023-01-22/2023-02-19",
        "已于「腊月」完工": "2022-12-23/2023-01-21",
        "正月底": "[2023-02-11..2023-02-19]",
        "正月中旬": "[2023-02-01..2023-02-10]",
    },
    refuses=("腊月山村", "改正月度计划"),
)
def lunar_month(said: Said) -> Statement | None:
    """Take the month, or a part of it."""
    first, last = PARTS.get(said["part"], (1, 30))
    return Point((LunarMonth(month_number(said["month"]), first=first, last=last),))


@rule(
    "a lunar day by itself, a lunar date having been named before",
    starts=("初#", "廿#"),
    pattern=(
        rf"(?<![年每最起当小农历月至到、和及—~-])(?P<day>{SINGLE})"
        "(?=[上下中]午|[早晚夜]|[起开恢返闭的才再就又去回]|[,。;)(]|$)"
    ),
    examples={
        "大年三十闭馆，「初六」开馆": "2023-01-27",
        "将于正月初一开园，「初五」闭园": "2024-02-14",
    },
    refuses=("初六开馆", "初一学生"),
)
def later_lunar_day(said: Said) -> Statement | None:
    """Count on from the lunar date."""
    return Point((LaterLunarDay(lunar_number(said["day"])),))


@rule(
    "a day of the lunar year's last ten, by the year's name",
    starts=("年廿", "年二十", "农历年"),
    pattern=rf"(?:农历)?(?<![今去明前后每全近多年0-9〇零一二三四五六七八九十百])年(?P<day>(?:廿|二十)[一二三四五六七八九]){NOT_A_COUNT}",
    examples={
        "已于「年廿八」举行": "2023-01-19",
        "已于「农历年廿八」举行": "2023-01-19",
        "将于「年二十九」收市": "2024-02-08",
    },
    refuses=("近年二十余项",),
)
def last_ten_days(said: Said) -> Statement | None:
    """Read the day."""
    return Point((LunarDate(12, number(said["day"])),))


@rule(
    "a day of the lunar New Year",
    starts=("大年初", "年初", "农历年初", "初"),
    pattern=rf"(?:大年|农历年|(?<![一-鿿])年|(?<![一-鿿])(?=初[一二三四五六七八九十][至到—-](?:大年)?初[一二三四五六七八九十](?![年级中])))(?P<day>初(?:十|[一二三四五六七八九1-9])){NOT_A_COUNT}",
    examples={
        "大年初一": "2023-01-22",
        "年初八": "2023-01-29",
        "農曆年初三": "2023-01-24",
        "初一至初五": "2023-01-22/2023-01-26",
        "大年初三晚": "2023-01-24 晚",
        "大年初一至初五": "2023-01-22/2023-01-26",
        "大年三十至正月十五": "2023-01-21/2023-02-05",
        "除夕到大年初六": "2023-01-21/2023-01-27",
    },
    refuses=("初三学生",),
)
def new_year_day(said: Said) -> Statement | None:
    """Read the day."""
    return Point((LunarDate(1, lunar_number(said["day"])),))


@rule(
    "a day of a lunar month, the month being known from the other end of a range or the list before it",
    starts=("初", "廿", "十", "二十", "三十"),
    pattern=(
        rf"(?<=[至到、和及—~-])(?>(?P<day>{SINGLE})|{AFTER_LUNAR_DAY}(?P<plain>{LUNAR_DAY})(?!(?:[、和及与至到—~-]{LUNAR_DAY}){{0,9}}[日号])){NOT_A_COUNT}"
        "(?![年级中高等步试期级阶]|[一二三四五六七八九](?![晚天]))"
    ),
    examples={
        "除夕到初六": "2023-01-21/2023-01-27",
        "将于「腊月廿三至廿八」举行": "2024-02-02/2024-02-07",
        "「从正月初一至十五」": "2023-01-22/2023-02-05",
        "正月十四、十五": "{2023-02-04,2023-02-05}",
        "「正月十四、十五、十六三晚」": "{2023-02-04,2023-02-05,2023-02-06} 晚",
    },
    refuses=("每逢初一、十五", "每月初一、「十五」", "初一至初三年级", "从小学到初二年级", "初中一、「二」"),
)
def next_lunar_day(said: Said) -> Statement | None:
    """Read the day."""
    return Point((NextLunarDay(lunar_number(said["day"] or said["plain"])),))


ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE = [STEMS[place % 10] + BRANCHES[place % 12] for place in range(60)]
NAMED_IN_IT = "新春|春节|除夕|正月|腊月|元宵|大年|中秋|端午|新年|[一二三四五六七八九十冬]月"
AHEAD = f"(?=的?(?:农历)?[“‘\"'「『]?(?:{NAMED_IN_IT}))"


@rule(
    "a year by its animal or by its place in the cycle of sixty, before a lunar date or a festival",
    starts=(*(f"{animal}年" for animal in ANIMALS), *(f"{pair}" for pair in CYCLE)),
    pattern=rf"(?:(?P<pair>[{STEMS}][{BRANCHES}])[{ANIMALS}]?年?|(?P<animal>[{ANIMALS}])年){AHEAD}",
    words=(*ANIMALS, *STEMS, *BRANCHES),
    examples={
        "狗年春节": "2018-02-16", "猪年春节": "2019-02-05", "鼠年春节": "2020-01-25", "牛年春节": "2021-02-12",
        "虎年春节": "2022-02-01", "兔年春节": "2023-01-22", "龙年春节": "2024-02-10", "蛇年春节": "2025-01-29",
        "马年春节": "2026-02-17", "羊年春节": "2027-02-06", "猴年春节": "2028-01-26", "鸡年春节": "2029-02-13",
        "庚子年春节": "2020-01-25", "辛丑年春节": "2021-02-12", "壬寅年春节": "2022-02-01",
        "癸卯年正月十五": "2023-02-05",
        "甲辰年春节": "2024-02-10", "乙巳年春节": "2025-01-29", "丙午年春节": "2026-02-17", "丁未年春节": "2027-02-06",
        "戊申年春节": "2028-01-26",
        "己酉年春节": "2029-02-13", "庚戌年春节": "2030-02-03", "辛亥年春节": "2031-01-23",
        "癸卯兔年春节": "2023-01-22", "将于「龙年春节」上映": "2024-02-10",
    },
    refuses=("龙年生肖邮票", "甲午战争"),
)  # fmt: skip
def cycle_year(said: Said) -> Statement | None:
    """Find the year in its cycle."""
    if said["pair"]:
        return Point((CycleYear(CYCLE.index(said["pair"]), 60),)) if said["pair"] in CYCLE else None
    return Point((CycleYear(ANIMALS.index(said["animal"]), 12),))


@rule(
    "a lunar date in a year of the cycle of sixty",
    starts=(*CALENDARS, *CYCLE),
    pattern=(
        rf"(?:{any_of(CALENDARS)})?(?P<pair>[{STEMS}][{BRANCHES}])[{ANIMALS}]?年? ?(?P<leap>闰)?(?P<month>{MONTH})月"
        rf"(?P<day>{DAY_IN_LUNAR_MONTH})日?{NOT_A_COUNT}"
    ),
    examples={"农历癸卯年八月十三": "2023-09-27", "甲辰龙年九月初九": "2024-10-11", "癸卯年闰二月十二": "2023-04-02"},
)
def cycle_date(said: Said) -> Statement | None:
    """Read the year's place in the cycle, the month and the day."""
    if said["pair"] not in CYCLE:
        return None
    date = LunarDate(month_number(said["month"]), lunar_number(said["day"]), bool(said["leap"]))
    return Point((CycleYear(CYCLE.index(said["pair"]), 60), date))


DOG_DAYS = {"入伏": 0, "初伏": 0, "头伏": 0, "中伏": 1, "二伏": 1, "末伏": 2, "出伏": 3, "三伏": None}


@rule(
    "the dog days: the days on which they begin and end, and the whole of them",
    starts=tuple(DOG_DAYS),
    pattern=rf"(?P<stage>{any_of(DOG_DAYS)})(?:当[天日]|这天|第一天|天|期间|首日)?(?![贴灸茶膏针羲击兵案笔法罪])",
    words=DOG_DAYS,
    examples={
        "入伏": "2023-07-11", "初伏": "2023-07-11", "头伏": "2023-07-11", "中伏": "2023-07-21", "二伏": "2023-07-21",
        "末伏": "2023-08-10", "出伏": "2023-08-20", "三伏天": "2023-07-11/2023-08-19",
        "三伏期间": "2023-07-11/2023-08-19",
    },
    refuses=("三伏贴", "指出伏羲庙", "身中伏击"),
)  # fmt: skip
def dog_days(said: Said) -> Statement | None:
    """Find them in the year."""
    return Point((DogDays(DOG_DAYS[said["stage"]]),))
