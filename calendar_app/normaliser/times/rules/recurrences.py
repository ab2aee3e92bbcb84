"""What comes back: 每周六, 每周二、四, 每天, 每晚, 每月15日, 每年5月, 逢周一, 工作日, 双休日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number, rough_number
from calendar_app.normaliser.times.shapes import COUNT, DAY, MONTH, WEEK, WEEKDAYS
from calendar_app.normaliser.times.statements import RFC_WEEKDAYS, Clock, Every, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = {name: RFC_WEEKDAYS[place - 1] for name, place in WEEKDAYS.items()}
NAMES = "".join(DAYS)
WEEKEND = ("SA", "SU")
END_OF_WEEK = "(?:双休日|周末|休息日)"
AND = "(?:、|和|及|与)"
RUN = rf"(?:六日|一三五|二四六?|[{NAMES}](?:(?:至|到|[-—~]){WEEK}?[{NAMES}]|(?:{AND}{WEEK}?[{NAMES}]){{1,6}})?)"
NTH = "[一二三四五1-5]"
UNITS = {
    "天": "DAILY",
    "日": "DAILY",
    "周": "WEEKLY",
    "个星期": "WEEKLY",
    "星期": "WEEKLY",
    "个月": "MONTHLY",
    "年": "YEARLY",
    "个小时": "HOURLY",
    "小时": "HOURLY",
}
EVERY = "(?:每逢|每到|每个|每|逢)"
TO = re.compile("[至到—~-]")
THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
DAILY = r"的?每(?:[天日](?![动新均])|(?P<part>[晚早晨夜]))"
"""What says again that something comes back on each of the days that are told: 周一至周五每晚."""


def part_of(said: Said) -> tuple[Clock, None] | None:
    """Read the part of the day that is told with 每: 每晚."""
    return (Clock(part=said["part"]), None) if said["part"] else None


def weekdays(told: str) -> tuple[str, ...]:
    """Read `二、四`, `一至周五`, `六`."""
    names = [DAYS[name] for name in told if name in DAYS]
    if TO.search(told):
        first, last = RFC_WEEKDAYS.index(names[0]), RFC_WEEKDAYS.index(names[-1])
        return RFC_WEEKDAYS[first : last + 1] if first <= last else RFC_WEEKDAYS[first:] + RFC_WEEKDAYS[: last + 1]
    return tuple(dict.fromkeys(names))


def monthdays(told: str) -> tuple[int, ...]:
    """Read `1日、15日`, `10日至15日`."""
    days: list[int] = []
    for each in filter(None, re.split(AND, told)):
        first, last = ([number(day) for day in re.findall(rf"(?<![0-9十]){DAY}(?![0-9十]*月)", each)] * 2)[:2]
        days += range(first, last + 1)
    return tuple(days)


@rule(
    "every week on the days that are told",
    starts=(
        *("每周", "每星", "每礼", "每逢", "每到", "每个", "每双", "每休", "逢周", "逢星", "逢礼", "逢双休"),
        *("周末每", "双休日每", "休息日每"),
    ),
    pattern=rf"(?:(?<![本这个上下]){END_OF_WEEK}(?=每[天日早晚夜])|{EVERY}(?:{WEEK}的?(?:(?P<days>{RUN})(?![次场期节篇回个]|小时|天(?:营业|开放|工作|上班|上课|制|[,。;、]|$))|末)|{END_OF_WEEK}))(?:{DAILY})?",
    words=NAMES,
    examples={
        "每周六": "FREQ=WEEKLY;BYDAY=SA | 2023-04-28/..",
        "每周二、四": "FREQ=WEEKLY;BYDAY=TU,TH | 2023-04-28/..",
        "每周一至周五": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/..",
        "每逢周末": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/..",
        "每到周末": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/..",
        "每周六日": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/..",
        "每个星期天": "FREQ=WEEKLY;BYDAY=SU | 2023-04-28/..",
        "逢周日": "FREQ=WEEKLY;BYDAY=SU | 2023-04-28/..",
        "逢礼拜三": "FREQ=WEEKLY;BYDAY=WE | 2023-04-28/..",
        "每双休日": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/..",
        "周末每天10点": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/.. 10:00",
        "每周三下午2点到4点": "FREQ=WEEKLY;BYDAY=WE | 2023-04-28/.. 14:00/16:00",
        "每周一至周五每天9时": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/.. 09:00",
        "「6月2日至8月25日，每周五晚7点」": "FREQ=WEEKLY;BYDAY=FR | 2023-06-02/2023-08-25 19:00",
        "「每周六上午9时至11时，持续到6月底」": "FREQ=WEEKLY;BYDAY=SA | 2023-04-28/2023-06-30~ 09:00/11:00",
    },
    refuses=("每周五次", "每周六天营业", "每周二小时"),
)
def every_week_on(said: Said) -> Statement | None:
    """Read the days."""
    return Every("WEEKLY", weekdays(said["days"]) or WEEKEND, hours=part_of(said))


@rule(
    "several weekdays running or listed, before hours that are kept on them or 每天",
    starts=(*(week + day for week in ("周", "星期", "礼拜") for day in DAYS), "周末", "双休日", "休息日"),
    pattern=(
        rf"(?:(?<![上下本这今每逢个一于在的]){WEEK}(?P<days>[{NAMES}](?:(?:至|到|[-—~]){WEEK}?[{NAMES}]|(?:(?:{AND}{WEEK}?|{WEEK})[{NAMES}]|[一二三四五六日]){{1,6}}))|(?<![上下本这]){END_OF_WEEK}{AND}(?:法定)?节假日)"
        rf"(?:{DAILY}|(?=\s*(?:的|,|全天)*(?:[0-9]{{1,2}}[:点时]|上午|下午|早上?[0-9]|晚上?[0-9]|[(]?[0-9]{{1,2}}:)))"
    ),
    examples={
        "周一至周五9:00-17:00": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/.. 09:00/17:00",
        "周六、周日10:00-16:00": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/.. 10:00/16:00",
        "周一至周五8:00—17:00；「周六9:00—12:00」": "FREQ=WEEKLY;BYDAY=SA | 2023-04-28/.. 09:00/12:00",
        "周六日10点": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/.. 10:00",
        "周一至周五每天下午2点到5点": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/.. 14:00/17:00",
        "周五、周六每晚7点": "FREQ=WEEKLY;BYDAY=FR,SA | 2023-04-28/.. 19:00",
        "双休日和法定节假日10:00-12:00": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-04-28/.. 10:00/12:00",
    },
)
def weekdays_with_hours(said: Said) -> Statement | None:
    """Read the days."""
    return Every("WEEKLY", weekdays(said["days"]) or WEEKEND, hours=part_of(said))


@rule(
    "all weekdays of one name of a month or another span",
    starts=tuple(
        f"{much}{week}"
        for much in ("所有", "所有的", "全部", "四个", "五个", "4个", "5个")
        for week in ("周", "星期", "礼拜", "双休日")
    ),
    pattern=rf"(?<=[月季期间假的天])(?:所有|全部|[四五45]个)的?(?:{WEEK}(?P<days>{RUN})|{END_OF_WEEK})(?:{DAILY})?",
    examples={
        "「11月的四个周六」": "FREQ=WEEKLY;BYDAY=SA | 2023-11",
        "「6月所有周末」": "FREQ=WEEKLY;BYDAY=SA,SU | 2023-06",
    },
    refuses=("所有周刊",),
)
def all_weekdays(said: Said) -> Statement | None:
    """Read the days."""
    return Every("WEEKLY", weekdays(said["days"]) or WEEKEND, hours=part_of(said))


@rule(
    "the weekday on which something pauses, which is no time of anything",
    starts=(
        *(lead + week for week in ("周", "星", "礼") for lead in ("逢", "每", "每逢", "除", "除每")),
        *(f"周{day}" for day in NAMES),
        *("星期", "礼拜"),
    ),
    pattern=(
        rf"(?:每逢|每|逢)?{WEEK}(?P<days>[{NAMES}](?:(?:{AND}|[至到—~-]){WEEK}?[{NAMES}]){{0,6}})"
        r"(?:\((?:法定)?节假日除外\)|例行|全天|固定|均|为|都)*(?:闭馆|休馆|闭园|休园|休息|休市|店休|休业|歇业|除外|不开放|闭店|停演)日?"
        rf"|除每?{WEEK}(?P<but>[{NAMES}](?:{AND}{WEEK}?[{NAMES}]){{0,6}})(?:闭馆)?[以之]?外"
    ),
    examples={
        "「每天10:00—20:00」（周一闭馆）": "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU | 2023-04-28/.. 10:00/20:00",
        "除周一外「每天」开放": "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU | 2023-04-28/..",
        "「5月1日至31日每天」开放，周一闭馆": "FREQ=DAILY | 2023-05-01/2023-05-31",
        "「5月1日至31日」展出，逢周一闭馆": "2023-05-01/2023-05-31",
        "「5月1日至31日（周一闭馆），9:00-17:00」": "2023-05-01/2023-05-31 09:00/17:00",
        "「5月6日起每周六14:00—16:00，至6月24日」，其中6月3日停课": (
            "FREQ=WEEKLY;BYDAY=SA | 2023-05-06/2023-06-24 14:00/16:00"
        ),
    },
    refuses=("周一闭馆", "逢周一休馆", "周一、周二除外", "除每周一外", "每周一闭馆"),
)
def pausing(said: Said) -> Statement | None:
    """Read the days."""
    return Every("WEEKLY", weekdays(said["days"] or said["but"]), pause=True)


@rule(
    "a weekday so many times running",
    starts=("连续#", "接下来", "未来", "今后"),
    pattern=rf"(?:连续|接下来的?|未来的?|今后的?)(?P<count>{COUNT})个{WEEK}(?:的?{WEEK})?(?P<day>[{NAMES}末])",
    examples={
        "「自5月7日起，连续四个周日14:00」": "FREQ=WEEKLY;BYDAY=SU;COUNT=4 | 2023-05-07/2023-05-28 14:00",
        "连续3个星期六": "FREQ=WEEKLY;BYDAY=SA;COUNT=3 | 2023-04-28/2023-05-13",
        "接下来的三个星期六": "FREQ=WEEKLY;BYDAY=SA;COUNT=3 | 2023-04-28/2023-05-13",
        "连续两个周末": "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=4 | 2023-04-28/2023-05-07",
    },
    refuses=("连续两个周期",),
)
def weeks_running(said: Said) -> Statement | None:
    """Read how many times and the day."""
    count = number(said["count"])
    if said["day"] == "末":
        return Every("WEEKLY", ("SA", "SU"), count=2 * count) if count else None
    return Every("WEEKLY", weekdays(said["day"]), count=count) if count else None


@rule(
    "the odd or the even days of the month",
    starts=("逢单", "逢双", "逢奇", "逢偶"),
    pattern=r"(?:逢(?P<odd>[单奇])|逢[双偶])数?[日号](?!子)",
    examples={
        "「6月13日至30日逢单日晚7时30分」": (
            "FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 | 2023-06-13/2023-06-30 19:30"
        ),
        "逢双日": "FREQ=MONTHLY;BYMONTHDAY=2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 | 2023-04-28/..",
    },
    refuses=("单双号限行", "双日子"),
)
def odd_days(said: Said) -> Statement | None:
    """Read which."""
    return Every("MONTHLY", monthdays=tuple(range(1 if said["odd"] else 2, 32, 2)))


@rule(
    "every quarter",
    starts=("每季", "每个季"),
    pattern=rf"每个?季度(?:的?第(?P<nth>[一二三四五1-5])个?{WEEK}(?P<weekday>[{NAMES}])|(?P<end>[末底]))?",
    examples={
        "每季度": "FREQ=MONTHLY;INTERVAL=3 | 2023-04-28/..",
        "每季度第一个周五": "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1FR | 2023-04-28/..",
        "每季度末": "FREQ=YEARLY;BYMONTH=3,6,9,12 | 2023-04-28/..",
    },
)
def every_quarter(said: Said) -> Statement | None:
    """Read the weekday that is counted in it, or its end."""
    if said["end"]:
        return Every("YEARLY", months=(3, 6, 9, 12))
    if said["nth"]:
        return Every("YEARLY", _nth((said["nth"],), said["weekday"]), months=(1, 4, 7, 10))
    return Every("MONTHLY", interval=3)


@rule(
    "every week",
    starts=("每周", "每星", "每个", "每礼"),
    pattern=rf"每个?{WEEK}(?![{NAMES}末])",
    examples={"每周": "FREQ=WEEKLY | 2023-04-28/..", "每个星期": "FREQ=WEEKLY | 2023-04-28/.."},
    refuses=("每周一次",),
)
def every_week(_said: Said) -> Statement | None:
    """Say so."""
    return Every("WEEKLY")


@rule(
    "working days: Monday to Friday without official holidays",
    starts=(*(lead + day for lead in ("", "每", "每个", "每逢") for day in ("工作日", "平日")),),
    pattern=rf"(?:每个?|每逢|(?<![0-9一二两三四五六七八九十几个])(?<!调休)(?<!正常))(?:工作日(?![记志程常报]|时刻表|模式|运行图|标准)|平日(?=里|上午|下午|晚|[0-9]))(?:{DAILY})?",
    examples={
        "工作日": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/..",
        "每个工作日": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/..",
        "工作日每晚7点": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/.. 19:00",
        "工作日晚上7点至8点半": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2023-04-28/.. 19:00/20:30",
    },
    refuses=("五个工作日", "工作日记", "工作日程", "2月4日为「调休工作日」", "执行工作日时刻表"),
)
def working_days(said: Said) -> Statement | None:
    """Read the part of day."""
    return Every("WEEKLY", RFC_WEEKDAYS[:5], workdays=True, hours=part_of(said))


@rule(
    "every day, or a part of every day",
    starts=("每天", "每日", *("每" + part for part in "晚早晨夜"), "天天"),
    pattern=r"(?:每[天日](?![动新均]|[0-9.]+元)|每(?P<part>[晚早晨夜])|天天(?=[0-9上下晚早]))",
    words=("每天", "每日", "每晚"),
    examples={
        "每天": "FREQ=DAILY | 2023-04-28/..",
        "每日9时至17时": "FREQ=DAILY | 2023-04-28/.. 09:00/17:00",
        "每晚7点": "FREQ=DAILY | 2023-04-28/.. 19:00",
        "每夜8点": "FREQ=DAILY | 2023-04-28/.. 20:00",
        "每晚8点-8点半": "FREQ=DAILY | 2023-04-28/.. 20:00/20:30",
        "每天下午2点到2点半": "FREQ=DAILY | 2023-04-28/.. 14:00/14:30",
        "每天9点70分": "impossible-date",
        "每天25时": "impossible-date",
        "「5月1日至3日每天上午10点」": "FREQ=DAILY | 2023-05-01/2023-05-03 10:00",
    },
    refuses=("每日新增病例", "每天动员", "每天80元"),
)
def every_day(said: Said) -> Statement | None:
    """Read the part of day."""
    return Every("DAILY", hours=part_of(said))


def _nth(told: Iterable[str], day: str) -> tuple[str, ...]:
    """Name the nth weekdays of a month as RFC 5545 does: 1SA,3SA."""
    days = ("SA", "SU") if day == "末" else (DAYS[day],)
    return tuple(f"{each if each == '-1' else number(each)}{code}" for each in told for code in days)


@rule(
    "every month, on the days that are told",
    starts=("每月", "每个月"),
    pattern=rf"每个?月的?(?:逢?(?P<days>{DAY}[日号]?(?:(?:{AND}|{TO.pattern}){DAY}[日号]?){{0,30}})(?<=[日号])|(?P<part>[上中下]旬)|月?[初中底末](?![一二三四五六七八九十])|第(?P<nth>{NTH}(?:个?{AND}第?{NTH})*)个?{WEEK}(?P<weekday>[{NAMES}末])|最后一?个?{WEEK}(?P<last>[{NAMES}末])|(?P<final>最后一[天日])|(?!逢|(?:农历|阴历)?[初廿])(?![^,。;]{{0,5}}?[0-9][0-9.,]*万?(?:元|块|美元|度|吨|公斤|斤)))",
    examples={
        "每月15日": "FREQ=MONTHLY;BYMONTHDAY=15 | 2023-04-28/..",
        "每月1日、15日": "FREQ=MONTHLY;BYMONTHDAY=1,15 | 2023-04-28/..",
        "每月第一个周六": "FREQ=MONTHLY;BYDAY=1SA | 2023-04-28/..",
        "每月第二、第四个周六上午": "FREQ=MONTHLY;BYDAY=2SA,4SA | 2023-04-28/.. 上午",
        "每月第一个和第三个周日": "FREQ=MONTHLY;BYDAY=1SU,3SU | 2023-04-28/..",
        "每月第一个周末": "FREQ=MONTHLY;BYDAY=1SA,1SU | 2023-04-28/..",
        "每月最后一个周五": "FREQ=MONTHLY;BYDAY=-1FR | 2023-04-28/..",
        "每月最后一天": "FREQ=MONTHLY;BYMONTHDAY=-1 | 2023-04-28/..",
        "每月逢8日": "FREQ=MONTHLY;BYMONTHDAY=8 | 2023-04-28/..",
        "每月10日至15日": "FREQ=MONTHLY;BYMONTHDAY=10,11,12,13,14,15 | 2023-04-28/..",
        "每月上旬": "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10 | 2023-04-28/..",
        "每月月底": "FREQ=MONTHLY | 2023-04-28/..",
        "每月": "FREQ=MONTHLY | 2023-04-28/..",
    },
    refuses=("每月初一", "每月逢五", "每月1890元", "每月增发136元"),
)
def every_month(said: Said) -> Statement | None:
    """Read the days."""
    if said["nth"]:
        return Every("MONTHLY", _nth(re.findall(NTH, said["nth"]), said["weekday"]))
    if said["last"]:
        return Every("MONTHLY", _nth(("-1",), said["last"]))
    if said["final"]:
        return Every("MONTHLY", monthdays=(-1,))
    if said["part"]:
        first, last = THIRDS[said["part"]]
        return Every("MONTHLY", monthdays=tuple(range(first, last + 1)))
    days = monthdays(said["days"])
    return Every("MONTHLY", monthdays=days) if all(1 <= day <= 31 for day in days) else None


@rule(
    "every year, in the month or on the day that is told",
    starts=("每年", "历年"),
    pattern=(
        rf"(?:每年|(?<!农)历年)的?(?:(?P<first>{MONTH})月?[至到—~-](?:[次翌]年)?(?P<last>{MONTH})月"
        rf"|(?P<month>{MONTH})月(?!末|底|初|中旬|[上下]旬)份?的?(?:(?P<day>{DAY}(?:[日号]?{TO.pattern}(?:(?P=month)月)?{DAY})?)[日号]|第(?P<nth>[一二三四五1-5])个?{WEEK}(?P<weekday>[{NAMES}])|(?P<more>(?:{AND}{MONTH}月){{1,5}})(?!{DAY}[日号]))?)?"
    ),
    examples={
        "每年": "FREQ=YEARLY | 2023-04-28/..",
        "每年5月": "FREQ=YEARLY;BYMONTH=5 | 2023-04-28/..",
        "每年9月10日": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10 | 2023-04-28/..",
        "每年5月1日至3日": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,2,3 | 2023-04-28/..",
        "每年5月1日至5月3日": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,2,3 | 2023-04-28/..",
        "每年九月的第三个星期六": "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA | 2023-04-28/..",
        "每年4月至6月": "FREQ=YEARLY;BYMONTH=4,5,6 | 2023-04-28/..",
        "每年11月到次年2月": "FREQ=YEARLY;BYMONTH=11,12,1,2 | 2023-04-28/..",
        "每年五月和十月": "FREQ=YEARLY;BYMONTH=5,10 | 2023-04-28/..",
    },
)
def every_year(said: Said) -> Statement | None:
    """Read months and day."""
    if said["first"]:
        first, last = number(said["first"]), number(said["last"])
        run = range(first, last + 1) if first <= last else (*range(first, 13), *range(1, last + 1))
        return Every("YEARLY", months=tuple(run))
    told = (said["month"] or "") + (said["more"] or "")
    months = tuple(number(month) for month in re.split(f"{AND}|月", told) if month)
    if said["nth"]:
        return Every("YEARLY", (f"{number(said['nth'])}{DAYS[said['weekday']]}",), months=months)
    return Every("YEARLY", months=months, monthdays=monthdays(said["day"]))


@rule(
    "every few days, weeks, months or years; what is skipped is one less",
    starts=("每#", "每隔", "每半"),
    pattern=rf"每(?P<skipped>隔)?(?:(?P<count>{COUNT})(?P<unit>{any_of(UNITS)})|半(?P<half>年|个?月))(?![一二三四五六日末]?次)",
    examples={
        "每三天": "FREQ=DAILY;INTERVAL=3 | 2023-04-28/..",
        "每隔两天": "FREQ=DAILY;INTERVAL=3 | 2023-04-28/..",
        "每两个月": "FREQ=MONTHLY;INTERVAL=2 | 2023-04-28/..",
        "每半年": "FREQ=MONTHLY;INTERVAL=6 | 2023-04-28/..",
        "每四年": "FREQ=YEARLY;INTERVAL=4 | 2023-04-28/..",
    },
    refuses=("每两三天",),
)
def every_few(said: Said) -> Statement | None:
    """Read how many of which unit."""
    if said["half"]:
        return Every("MONTHLY", interval=6) if said["half"] == "年" else Every("DAILY", interval=15)
    count = number(said["count"]) + bool(said["skipped"])
    return Every(UNITS[said["unit"]], interval=count) if count and not rough_number(said["count"]) else None


@rule(
    "every second week",
    starts=("每两周", "隔周", "每隔一周"),
    pattern=rf"(?:每两周|每隔一周|隔周)(?:(?:的?{WEEK})?(?P<day>[{NAMES}])(?!次))?",
    examples={
        "每两周": "FREQ=WEEKLY;INTERVAL=2 | 2023-04-28/..",
        "「每两周」一次": "FREQ=WEEKLY;INTERVAL=2 | 2023-04-28/..",
        "隔周六": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA | 2023-04-28/..",
        "隔周周日": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU | 2023-04-28/..",
        "每隔一周的周六": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA | 2023-04-28/..",
    },
)
def every_second_week(said: Said) -> Statement | None:
    """Read the day."""
    return Every("WEEKLY", weekdays(said["day"]), interval=2)
