"""Dates by their numbers: 2023年4月28日, 4月28日, 28日, 2023-04-28, 20230428, 5.1."""

from __future__ import annotations

from calendar_app.normaliser.times.calendars.festivals import DOT
from calendar_app.normaliser.times.grammar import Said, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.plain import Day, Month, ShortYear, Year
from calendar_app.normaliser.times.shapes import CLOSING, DAY, EARLY_YEAR, MONTH, OPENING, SHORT_OR_FULL_YEAR, TO
from calendar_app.normaliser.times.statements import Piece, Point, Statement

TO_MARKS = "-–—~至到"
"""What `TO` can begin with."""
NO_DAY_WORD = (
    "(?!本(?![周月年次馆店园场站校院届地报])|均|产"
    "|元|游|内|间|龄|票|志|报(?!名|告|到|送|道|考)|后|来|语|夜(?![间里场])|常|期|照(?!常|例|旧|相)|用|程|子|之内|之后|以后|以来|以内)"
)
STREET = (
    "台风|温室|大棚|厂房|营地|码头|驿站|舞台|雪道|车间|发布厅|交易厅|展厅|看台|赛道|泳道|场地|会场|展位|高炉|机组|标段|"
    "院区|门诊|电梯|线|楼|院|店|馆|厅|门|台|机|桥|车|站|井|房|路"
)
NO_NUMBERED_THING = (
    f"(?![”’」』]|(?:[、和及与][0-9]{{1,2}}号){{0,6}}(?:{STREET}|公路|文件|文|令|码|矿|坑|球|选手|口|库|棚|展|公馆|地块|胡同|队员|球员|队友|专线|道岔|邮箱|信箱|泵|诊室|诊区|病区|风井|斜井|锅炉|机柜|冷库|粮仓|储罐|航母|水样|试样|样本|病例|床|档口|铺|大街|街|作品|航站|仓|通知|公告|提案|"
    "议案|商铺|摊位|席|泳道|卫星|飞船|火箭|探测器|运载|遥|任务|病|油|大院|社区|战|舰|艇|轮|检票|出口|入口|停车|柜台|窗口|教室|会议室|字|称|召|角|志愿))"
)
ADDRESSES = "〕街路巷里道弄村院楼条园甲乙丙丁宫舟征娥问箭星区"
"""What stands before a number that is no day: a street, a spacecraft, the year of a document."""
BEFORE_A_DAY = "月日周在于至到从自起止本这那今明昨上下前后和及与或是为个末天"
"""What stands right before a day in 号 at a clause's end; behind another word it is a house's number: 地点小庄6号。"""
DATED = "(?:起(?!草)|[上下中]午|[早晚夜]|凌晨|清晨|傍晚|举[行办]|[开揭闭]幕|截止)"
"""What follows a day of the month and no length of days."""
BARE_DAY = (
    r"(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]|[二三]十|[廿卅][一二三四五六七八九]?"
    r"|(?:(?<=[日号0-9一二三四五六七八九十][至到—~-])|(?<=[日号0-9][、和及与])|(?<=月[一二三四五六七八九十][、至到—~-]))[一二三四五六七八九十]|(?<![如某近昔这那终他择改])[一二三四五六七八九十]"
    r"(?= ?[日号] ?(?:[至到—~-]|、[0-9一二三四五六七八九十廿]{1,3}[日号、和]))"
    r"|(?<=[,。;])[一二三四五六七八九十](?=号)"
    rf"|(?<![如某近昔这那终他择改每第])[一二三四五六七八九十](?= ?日{DATED})|(?<=于)[一二三四五六七八九十](?= ?日))"
)
"""A day of the month by itself: one Chinese numeral alone is one only in a range or a list (一日, 三日 are lengths)."""


AND = "(?:、|和|及|与|以及)"
COUNTED_DAYS = "[两二三四五六七][日天](?!游)"
"""What stands for 日 at the end of a list or a range: 29、30两日."""


BEFORE_REPUBLIC = 1911
"""What is added to a year that Taiwan counts from the Republic's first; nobody dates the second century by the day."""
YEAR_AND_MONTH = ("#年#", "#年的", "#年元")
"""How a date begins that has its year."""


def year_of(said: Said) -> tuple[Piece, ...]:
    """State the year where there is one, by four digits or by two."""
    if not said["year"]:
        return ()
    told = number(said["year"])
    return (ShortYear(told) if len(said["year"]) == 2 else Year(told),)


@rule(
    "a date with its month, and its year where that is given",
    starts=(*YEAR_AND_MONTH, "#月#", "#月份", "#月的", "元月"),
    pattern=(
        rf"(?:(?P<year>{SHORT_OR_FULL_YEAR}|{EARLY_YEAR}) ?年的? ?)?"
        rf"(?P<month>{MONTH}) ?月份?的? ?(?P<day>{DAY}) ?[日号](?!线|楼|公路)"
    ),
    examples={
        "2023年4月28日": "2023-04-28",
        "二〇二三年四月廿八日": "2023-04-28",
        "２０２３年５月１８日": "2023-05-18",
        "2023 年 5 月 18 日": "2023-05-18",
        "23年5月1号": "2023-05-01",
        "5月1日": "2023-05-01",
        "2022年元月十五日": "2022-01-15",
        "元月8日": "2023-01-08",
        "112年6月13日": "2023-06-13",
        "十二月三十一日": "2023-12-31",
        "将于「12月31日」举行": "2023-12-31",
        "已于「12月31日」举行": "2022-12-31",
        "2月30日": "impossible-date",
    },
)
def full_date(said: Said) -> Statement | None:
    """Read year, month and day."""
    year = year_of(said)
    if year and 100 <= number(said["year"]) < 200:
        year = (Year(BEFORE_REPUBLIC + number(said["year"])),)
    return Point((*year, Month(number(said["month"])), Day(number(said["day"]))))


@rule(
    "a month and a day whose 日 was left out, before a range or a list goes on, or at the end",
    starts=(*YEAR_AND_MONTH, "#月#"),
    pattern=(
        rf"(?:(?P<year>{SHORT_OR_FULL_YEAR}) ?年的? ?)?(?P<month>{MONTH}) ?月(?P<day>{DAY})"
        rf"(?=\s*{TO}|{AND}{DAY}(?:{AND}{DAY}){{0,30}}(?:{COUNTED_DAYS}|[日号])|(?<=[0-9])(?:[,。;)]|$))"
    ),
    examples={
        "4月3": "2023-04-03",
        "5月3至5月10": "2023-05-03/2023-05-10",
        "5月13-17日": "2023-05-13/2023-05-17",
        "2024年4月12—19日": "2024-04-12/2024-04-19",
        "5月29、30日": "{2023-05-29,2023-05-30}",
    },
    refuses=("5月「3场」",),
)
def clipped_date(said: Said) -> Statement | None:
    """Read year, month and day."""
    day = number(said["day"])
    return Point((*year_of(said), Month(number(said["month"])), Day(day))) if 1 <= day <= 31 else None


@rule(
    "a day of the month, the month being known",
    starts=("#日", "#号"),
    pattern=(
        rf"(?<![0-9第共每月])(?:(?P<day>{BARE_DAY}) ?日{NO_DAY_WORD}"
        rf"|(?<![{ADDRESSES}])(?:(?P<place>(?<=[^\W\d{BEFORE_A_DAY}]))|(?<![^\W\d{BEFORE_A_DAY}]))"
        rf"(?P<number>{BARE_DAY}) ?号"
        rf"{NO_NUMBERED_THING}(?(place)(?![,。;)]|$)))"
    ),
    examples={
        "28日": "2023-04-28",
        "27号": "2023-04-27",
        "廿六日": "2023-04-26",
        "二十六日": "2023-04-26",
        "将于「3日」举行": "2023-05-03",
        "「5月1日至三日」": "2023-05-01/2023-05-03",
        "「六月一、二日」": "{2023-06-01,2023-06-02}",
        "「六月一至三日」": "2023-06-01/2023-06-03",
        "三日起": "2023-05-03/..",
        "5月3号到5号出门，「六号」返京": "2023-05-06",
        "「7日」照常开放": "2023-05-07",
        "「8日」本馆闭馆": "2023-05-08",
        "将于「25日夜间」举行": "2023-05-25 夜间",
        "将于「九日上午十时」开幕": "2023-05-09T10:00:00+08:00",
        "本月「十四、二十一及二十八日」": "{2023-04-14,2023-04-21,2023-04-28}",
    },
    refuses=(
        *(
            "13月5日",
            "一日千里、三日打鱼",
            "三日游",
            "1号线",
            "东大街5号",
            "地点小庄6号",
            "8号队员、1号专线、5号诊室",
            "10号下午「2号电梯」停用",
            "神舟十五号",
            "京政办发〔2021〕23号",
        ),
        *("第3日", "45日", "在3号舞台", "1号、4号门", "8号台风", "园内的2号温室"),
    ),
)
def bare_day(said: Said) -> Statement | None:
    """Read the day."""
    day = number(said["day"] or said["number"])
    return Point((Day(day),)) if 1 <= day <= 31 else None


@rule(
    "a day whose 日 follows later, in a range or a list",
    starts=("#-", "#–", "#—", "#~", "#至", "#到", "#、", "#和", "#及", "#与"),
    pattern=(
        rf"(?<![0-9第.])(?<!(?<![本上下当该同个])月)(?P<day>{DAY})"
        rf"(?=(?: ?{TO} ?|{AND}){DAY}(?:{AND}{DAY}){{0,30}} ?(?:{COUNTED_DAYS}|(?:日|号(?!{STREET})){NO_DAY_WORD}))"
    ),
    examples={"29至30日": "2023-04-29/2023-04-30", "29、30日": "{2023-04-29,2023-04-30}"},
    refuses=("3至5日游", "3、4号线"),
)
def clipped_day(said: Said) -> Statement | None:
    """Read the day."""
    day = number(said["day"])
    return Point((Day(day),)) if 1 <= day <= 31 else None


@rule(
    "the last day of a list or a range, with how many days they are",
    starts=tuple(f"{mark}|#" for mark in "、和至到—-"),
    pattern=rf"(?<=[0-9一二三四五六七八九十].)(?:(?P<day>[0-9]{{1,2}}) ?|(?P<numeral>{DAY})(?=两)){COUNTED_DAYS}",
    examples={
        "29、30两日": "{2023-04-29,2023-04-30}",
        "28至30三天": "2023-04-28/2023-04-30",
        "5月29、30两日": "{2023-05-29,2023-05-30}",
    },
    refuses=("29、30两日游",),
)
def counted_day(said: Said) -> Statement | None:
    """Read the day."""
    day = number(said["day"] or said["numeral"])
    return Point((Day(day),)) if 1 <= day <= 31 else None


@rule(
    "a date in digits with marks between them, year first",
    starts=("#-", "#/", "#.", "#0", "#1"),
    pattern=(
        r"(?<![0-9.A-Za-z@_])(?P<year>[12][0-9]{3})"
        r"(?:(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)| (?P<spaced>1[0-2]|0[1-9]) )"
        r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9版])日?"
    ),
    examples={
        "2023-05-04": "2023-05-04",
        "2023.5.4": "2023-05-04",
        "2023/5/4": "2023-05-04",
        "2023 05 04": "2023-05-04",
    },
    refuses=("2023-15-40", "12023-05-04", "升级至2023.5.4版"),
)
def marked_date(said: Said) -> Statement | None:
    """Read year, month and day."""
    return Point((Year(int(said["year"])), Month(int(said["month"] or said["spaced"])), Day(int(said["day"]))))


@rule(
    "a date in digits, year last: day before month, unless only month before day is possible",
    starts=("#-", "#/"),
    pattern=r"(?<![0-9./])(?<!(?<![0-9]{4})-)(?P<one>[0-9]{1,2})(?P<mark>[-/])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9/]|-[A-Za-z])",
    examples={
        "3/5/2023": "2023-05-03",
        "5/31/2023": "2023-05-31",
        "10/1/2018-10/7/2018": "2018-01-10/2018-07-10",
    },
    refuses=("40/50/2023", "编号20-11-08-A"),
)
def year_last(said: Said) -> Statement | None:
    """Read day, month and year."""
    day, month = int(said["one"]), int(said["two"])
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = int(said["year"])
    return Point((Year(year) if year > 99 else ShortYear(year), Month(month), Day(day)))


@rule(
    "eight digits that are a date",
    starts=("19", "20"),
    pattern=r"(?<![0-9A-Za-z.号群码])(?<![0-9]-)(?<![号码]:)(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z]|\.[0-9])(?!元|万|人|件|吨|名|个|户|亿)",
    examples={"20230504": "2023-05-04"},
    refuses=("202305041", "20231504", "20230504元", "编号20230504", "订单号：20230504"),
)
def compact_date(said: Said) -> Statement | None:
    """Read year, month and day."""
    return Point((Year(int(said["year"])), Month(int(said["month"])), Day(int(said["day"]))))


@rule(
    "a year and a month in digits",
    starts=("#-", "#/", "#."),
    pattern=r"(?<![0-9A-Za-z.])(?<![A-Za-z]-)(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>0[1-9]|1[0-2])(?![0-9]|[-/.][0-9]{1,2}(?![0-9]))(?![%元万亿A-Za-z级米吨倍])",
    examples={"2023-05": "2023-05", "2022.08": "2022-08"},
    refuses=("2023.05元", "2023-051", "型号T-2023-05"),
)
def marked_month(said: Said) -> Statement | None:
    """Read year and month."""
    return Point((Year(int(said["year"])), Month(int(said["month"]))))


@rule(
    "month and day in digits with a dot, where what follows shows that it is a date",
    starts=("#.",),
    pattern=(
        r"(?<![0-9A-Za-z.$¥/第-])(?![0-9.]+\s*[-–—~]+\s*[0-9.]+[%元万亿级倍℃米吨])(?P<month>1[0-2]|0?[1-9])[.](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.])(?:日|"
        r"(?=\s*(?:\((?:周|星期|礼拜|[一二三四五六日]\))|(?:MON|TUE|WED|THU|FRI|SAT|SUN)|起|至|到|[-–—~]+\s*[0-9]{1,2}[.][0-9]|上午|下午|晚|早|中午|[0-9]{1,2}[:点时])))"
    ),
    examples={
        "5.1起": "2023-05-01/..",
        "5.1—5.3": "2023-05-01/2023-05-03",
        "5.20 19:30": "2023-05-20T19:30:00+08:00",
        "值班：「5.6（六）」": "2023-05-06",
        "「5.6」 SAT. 音乐会": "2023-05-06",
    },
    refuses=("5.1级", "版本5.1", "5.1元", "增长5.1%"),
)
def dotted_day(said: Said) -> Statement | None:
    """Read month and day."""
    return Point((Month(int(said["month"])), Day(int(said["day"]))))


@rule(
    "month and day in digits with a dot, at the end of a range",
    starts=("#.",),
    pattern=r"(?<=[0-9日][-–—~至到])(?P<month>1[0-2]|0?[1-9])[.](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.%])日?",
    examples={"5.20-6.10": "2023-05-20/2023-06-10"},
    refuses=("增长3.5-5.5%",),
)
def dotted_end(said: Said) -> Statement | None:
    """Read month and day."""
    return Point((Month(int(said["month"])), Day(int(said["day"]))))


@rule(
    "month and day that name a day, in quotation marks",
    starts=tuple(f"{mark}#" for mark in OPENING[:4]),
    pattern=rf"[{OPENING}](?P<month>1[0-2]|[1-9]){DOT}(?P<day>3[01]|[12][0-9]|[1-9]){CLOSING}(?:(?:当[天日]|这一?天)|(?=当晚|前后))",
    examples={"“3·15”当天": "2023-03-15", "“5·20”这天": "2023-05-20"},
    refuses=("“4·9”醉驾案",),
)
def named_by_date(said: Said) -> Statement | None:
    """Read month and day."""
    return Point((Month(int(said["month"])), Day(int(said["day"]))))


@rule(
    "month and day with a stroke, standing free",
    starts=("#/",),
    pattern=(
        r"(?:(?P<range>(?<=/[0-9][-–—~至到])|(?<=/[0-9]{2}[-–—~至到]))|(?<=[\s(,、:于在至到~—-])|^|(?=[0-9/]{3,5}\((?:周|星期)?[一二三四五六日]\)))"
        r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?(range)(?![0-9/%])|(?=$|\s|[)起至到周(~—-]))"
    ),
    examples={
        "日期 「5/1」 周一": "2023-05-01",
        "旅展「5/1（一）～5/3（三）」在馆内": "2023-05-01/2023-05-03",
        "「5/1-5/3」 开放": "2023-05-01/2023-05-03",
        "2023/5/1-5/13": "2023-05-01/2023-05-13",
    },
    refuses=("约1/3的人", "v5/1"),
)
def stroked_day(said: Said) -> Statement | None:
    """Read month and day."""
    return Point((Month(int(said["month"])), Day(int(said["day"]))))


@rule(
    "month and day in two digits each before a clock time",
    starts=("#-",),
    pattern=r"(?<![0-9-])(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])(?= [0-9]{1,2}:[0-9]{2})",
    examples={"05-04 20:01": "2023-05-04T20:01:00+08:00"},
)
def stamped_day(said: Said) -> Statement | None:
    """Read month and day."""
    return Point((Month(int(said["month"])), Day(int(said["day"]))))
