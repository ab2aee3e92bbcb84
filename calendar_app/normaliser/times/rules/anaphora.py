"""Words that lean on what the text named before: 当天, 次日, 当晚, 同月, 次年, 活动期间."""

from __future__ import annotations

from calendar_app.model import Grain
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import NUMERALS, number
from calendar_app.normaliser.times.pieces.leaning import Again, EdgeDay, Meanwhile
from calendar_app.normaliser.times.pieces.plain import Day, Month
from calendar_app.normaliser.times.shapes import COUNT, DAY, MONTH
from calendar_app.normaliser.times.statements import Clock, Point, Statement

DAYS = {
    "当天": 0,
    "当日": 0,
    "同日": 0,
    "同一天": 0,
    "这天": 0,
    "这一天": 0,
    "那天": 0,
    "那一天": 0,
    "次日": 1,
    "翌日": 1,
    "第二天": 1,
    "隔天": 1,
    "隔日": 1,
    "转天": 1,
    "后一天": 1,
    "前一天": -1,
    "前一日": -1,
    "此前一天": -1,
    "此前一日": -1,
    "此后一天": 1,
    "第三天": 2,
}
AHEAD_OF_TIME = "(?=前一[天日][^,。;]{0,10}(?:预约|预订|报名|登记|购票|申请|通知|实名|查询|准备))"
"""What follows 提 where something is to be done a day ahead: 提前一天预约."""
JAPANESE = "[人队国方语]|代表|政府|首相|女[足篮排]|男[足篮排]|之行|东京"
"""What follows 本 where 日本 is meant and no day: 当日本队."""
COUNTED = ("第二天", "第三天", "隔天", "隔日", "后一天", "前一天", "前一日")
"""What counts from a day that must have been named."""
NIGHTS = {
    "当晚": (0, "晚"),
    "当夜": (0, "夜"),
    "次晨": (1, "晨"),
    "翌晨": (1, "晨"),
    "次晚": (1, "晚"),
    "同晚": (0, "晚"),
    "前一晚": (-1, "晚"),
}
MONTHS = {"当月": 0, "同月": 0, "该月": 0, "次月": 1, "翌月": 1}
YEARS = {"当年": 0, "同年": 0, "该年": 0, "那年": 0, "次年": 1, "翌年": 1, "第二年": 1, "转年": 1}
FIRST = ("首场", "头场", "上一场", "前一场", "半决赛", "初赛", "首站", "首演", "首讲")
"""What was dated before, and a further one counts from."""
HELD = (
    "活动|展览|展会|会议|会展|书展|展期|大会|论坛|赛事|比赛|运动会|文化节|艺术节|音乐节|美食节|电影节|庙会|灯会|市集|集市|"
    "招聘会|博览会|演出季|展演|节庆|展出|展销|画展|花展|影展|联赛|大赛|考试|高考|中考|宣传周|活动周|活动月|征集|公示|"
    "花会|花季|嘉年华|年货节|冰雪节|书市|大集|啤酒节|采摘节|旅游节|购物节|读书节|音乐会|读书月|服务月|体验营|夏令营|文化季|消费季|"
    "闭馆|闭园|施工|改造|封闭|维修|停运|停业|停课|放假|试运营|试运行|开放"
)


@rule(
    "a day by its distance from the day named last",
    starts=tuple(DAYS),
    pattern=rf"(?<![每如似最])(?<!提{AHEAD_OF_TIME})(?<!往年)(?<!历年)(?<![初十廿][一二三四五六七八九十](?=[那这]))(?<!进入(?=第))(?<![{NUMERALS}几多数首每本](?=次日))(?P<day>{any_of(DAYS)})(?![”’』」]|(?<=隔日)(?!,)|(?<=当天)(?:窗|色|空|幕|边|气(?![温象])|亮|黑)|(?<=日)本(?:{JAPANESE}))",
    words=DAYS,
    examples={
        **{f"5月10日开幕。「{word}」，": f"2023-05-{10 + by:02d}" for word, by in DAYS.items()},
        "5月20日开讲。5月10日起报名，讲座「当日」": "2023-05-20",
        "「5月10日9时至次日2时」": "2023-05-10T09:00:00+08:00/2023-05-11T02:00:00+08:00",
    },
    refuses=(
        "每当天黑",
        "当天窗打开的时候",
        "演唱会“回到「那一天」”",
        "如同一天",
        "5月10日开讲，须「提前一天」预约",
        "当日本队",
        "先后两次日本之行",
        "搜救进入第三天",
        "5月10日开班，「隔日」训练",
    ),
)
def day_again(said: Said) -> Statement | None:
    """Count from the last day named."""
    return Point((Again(DAYS[said["day"]], only=said["day"] in COUNTED),))


@rule(
    "the evening or the morning of the day named last, or of the day after it",
    starts=tuple(NIGHTS),
    pattern=f"(?<![每如似最0-9])(?P<night>{any_of(NIGHTS)})",
    words=NIGHTS,
    examples={
        "5月10日开幕，「当晚」": "2023-05-10 晚",
        "5月10日开幕，「当夜」": "2023-05-10 夜",
        "5月10日开幕，「同晚」": "2023-05-10 晚",
        "5月10日开幕，「前一晚」": "2023-05-09 晚",
        "5月10日开幕，「次晨」": "2023-05-11 晨",
        "5月10日开幕，「翌晨」": "2023-05-11 晨",
        "5月10日开幕，「次晚」": "2023-05-11 晚",
        "5月10日开幕，「当晚7时」": "2023-05-10T19:00:00+08:00",
    },
    refuses=("每当夜深人静", "G107次晚点"),
)
def night_again(said: Said) -> Statement | None:
    """Count from the last day named."""
    by, part = NIGHTS[said["night"]]
    return Point((Again(by, only=by < 0),), Clock(part=part))


@rule(
    "a month, or a day of it, by its distance from the month named last",
    starts=tuple(MONTHS),
    pattern=rf"(?P<month>{any_of(MONTHS)})(?:(?P<day>{DAY})[日号])?",
    words=MONTHS,
    examples={
        "5月10日开幕，「当月」": "2023-05",
        "5月10日开幕，「同月20日」": "2023-05-20",
        "5月10日开幕，「该月」": "2023-05",
        "5月10日开幕，「次月」": "2023-06",
        "5月10日开幕，「翌月」": "2023-06",
    },
)
def month_again(said: Said) -> Statement | None:
    """Count from the last month named."""
    day = (Day(number(said["day"])),) if said["day"] else ()
    return Point((Again(MONTHS[said["month"]], Grain.MONTH), *day))


@rule(
    "a year by its distance from the year named last",
    starts=tuple(YEARS),
    pattern=rf"(?<![每如])(?P<year>{any_of(YEARS)})(?:(?P<month>{MONTH})月(?:(?P<day>{DAY})[日号])?)?(?![的级生]\b)",
    words=YEARS,
    examples={
        "2021年5月10日开幕，「当年」": "2021",
        "2021年5月10日开幕，「同年10月」": "2021-10",
        "2021年5月10日开幕，「该年」": "2021",
        "2021年5月10日开幕，「那年」": "2021",
        "2021年5月10日开幕，「次年3月5日」": "2022-03-05",
        "2021年5月10日开幕，「翌年」": "2022",
        "2021年5月10日开幕，「第二年」": "2022",
        "2021年5月10日开幕，「转年」": "2022",
    },
    refuses=("每当年关将近",),
)
def year_again(said: Said) -> Statement | None:
    """Count from the last year named."""
    month = (Month(number(said["month"])),) if said["month"] else ()
    day = (Day(number(said["day"])),) if said["day"] else ()
    return Point((Again(YEARS[said["year"]], Grain.YEAR, only=said["year"] == "第二年"), *month, *day))


@rule(
    "the span named last",
    starts=("期间", "其间", "展期内", *(f"{word}期间" for word in HELD.split("|"))),
    pattern=rf"(?:(?<=[,。;、])期间|(?<=^)期间|其间|展期内|(?:{HELD})期间)",
    examples={
        "5月10日至12日举行，「期间」，游客可以体验": "2023-05-10/2023-05-12",
        "5月10日至12日举行，「活动期间」，游客可以体验": "2023-05-10/2023-05-12",
        "5月10日至12日举行，「其间」，游客可以体验": "2023-05-10/2023-05-12",
    },
)
def meanwhile(_said: Said) -> Statement | None:
    """Take the last span again."""
    return Point((Meanwhile(),))


ENDS, BEGINS = ("闭幕", "闭展", "落幕", "收官", "结束"), ("开幕", "开展", "开园", "首演", "开赛", "开市")
NEXT = "(?:次日|第二天|翌日)"


@rule(
    "the day beside the end or after the beginning of the span named last",
    starts=(*ENDS, *BEGINS),
    pattern=f"(?:(?P<end>{any_of(ENDS)})的?(?:(?P<before>前一[天日])|{NEXT})|(?P<begin>{any_of(BEGINS)})的?{NEXT})",
    examples={
        "5月10日至12日举行，「闭幕前一天」": "2023-05-11",
        "5月10日至12日举行，「闭幕次日」": "2023-05-13",
        "5月10日至12日举行，「开幕次日」": "2023-05-11",
    },
)
def day_beside_edge(said: Said) -> Statement | None:
    """Count from the span's edge."""
    return Point((EdgeDay(last=bool(said["end"]), by=-1 if said["before"] else 1),))


@rule(
    "so long after what was dated before",
    starts=FIRST,
    pattern=rf"{any_of(FIRST)}(?P<count>{COUNT})(?P<unit>天|周|个?星期)(?:之|以)?后",
    words=FIRST,
    examples={f"5月10日举行，下一场在「{first}一周后」": "2023-05-17" for first in FIRST},
)
def after_the_first(said: Said) -> Statement | None:
    """Count from the last day named."""
    return Point((Again(number(said["count"]) * (1 if said["unit"] == "天" else 7), only=True),))


@rule(
    "the first or the last day of the span named last",
    starts=("首日", "首天", "头一天", "第一天", "最后一", "收官日"),
    pattern=r"(?<![0-9周月年])(?<![月年周季]的)(?<!上班)(?<!开学)(?<!入职)(?:(?P<first>首日|首天|头一天|第一天)|最后一[天日]|收官日)(?!封|发行)",
    words=("首日", "首天", "头一天", "第一天", "最后一天", "最后一日", "收官日"),
    examples={
        f"5月10日至12日举行，「{word}」": "2023-05-12" if word[0] in "最收" else "2023-05-10"
        for word in ("首日", "首天", "头一天", "第一天", "最后一天", "最后一日", "收官日")
    },
    refuses=("报到第一天", "5月10日至12日举行，今天是上班「第一天」"),
)
def edge_day(said: Said) -> Statement | None:
    """Take the span's edge."""
    return Point((EdgeDay(last=not said["first"]),))
