"""Times that are counted: 三天后, 两年前, 未来三天, 近三个月, 前三个月, 第二周, 最后3周."""

from __future__ import annotations

from calendar_app.model import Grain
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number, rough_number
from calendar_app.normaliser.times.pieces.counted import Closing, LastDays, Neighbours, Nth
from calendar_app.normaliser.times.pieces.distance import Distance, Rolling, RollingOn, RoughDistance
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.statements import Piece, Point, Statement

UNITS = {
    "年": Grain.YEAR,
    "季度": Grain.SEASON,
    "个季度": Grain.SEASON,
    "个月": Grain.MONTH,
    "月": Grain.MONTH,
    "周": Grain.WEEK,
    "个星期": Grain.WEEK,
    "星期": Grain.WEEK,
    "个礼拜": Grain.WEEK,
    "个周": Grain.WEEK,
    "天": Grain.DAY,
    "日": Grain.DAY,
    "个小时": Grain.HOUR,
    "小时": Grain.HOUR,
    "个钟头": Grain.HOUR,
    "钟头": Grain.HOUR,
    "个钟": Grain.HOUR,
    "刻钟": Grain.MINUTE,
    "分钟": Grain.MINUTE,
    "秒": Grain.SECOND,
    "秒钟": Grain.SECOND,
}
LONG = any_of(word for word in UNITS if word != "月")
HALVES = {
    "半年": Grain.YEAR,
    "半个月": Grain.MONTH,
    "半月": Grain.MONTH,
    "半小时": Grain.HOUR,
    "半个小时": Grain.HOUR,
    "半钟头": Grain.HOUR,
    "半个钟头": Grain.HOUR,
    "半天": Grain.DAY,
}
AMOUNT = (
    rf"(?:(?P<count>{COUNT})(?P<inner>个半月|分半钟?|年半|个半小时|个半钟头|天半)|(?P<more>{COUNT})(?P<many>[多余几])?(?P<unit>{LONG})(?P<half>半)?"
    rf"|(?P<years>{COUNT})年零?(?P<months_more>{COUNT})个月|(?P<halves>{any_of(HALVES)})|(?P<hours>{COUNT})个?(?:小时|钟头)零?(?P<minutes>{COUNT})分钟?)"
)
INNER = {
    "个半月": Grain.MONTH,
    "分半": Grain.MINUTE,
    "分半钟": Grain.MINUTE,
    "年半": Grain.YEAR,
    "个半小时": Grain.HOUR,
    "个半钟头": Grain.HOUR,
    "天半": Grain.DAY,
}
AMOUNT_STARTS = (
    *("#" + unit for unit in ("季", "星", "小", "钟", "刻", "分", "秒")),
    *("#" + unit + end for unit in "年周天日" for end in "前后内之以半"),
    "#年零",
    *("#个" + unit for unit in "月半季周星礼小钟"),
    *("#" + more + unit for more in "多余几" for unit in "年个周天日季星小钟分秒"),
    "半",
)
QUARTER = 15
"""The minutes of a 刻钟."""
CLOCKS = {Grain.HOUR, Grain.MINUTE, Grain.SECOND}
CLOCK_UNIT = any_of(word for word, grain in UNITS.items() if grain in CLOCKS)
CALENDAR_UNIT = any_of(word for word, grain in UNITS.items() if grain not in CLOCKS)
COUNTED = tuple(
    word for word, grain in UNITS.items() if grain in {Grain.MONTH, Grain.WEEK, Grain.DAY} and word not in "月日"
)
"""Units that are counted through a year or a month."""
NO_DURATION = "".join(f"(?<!{word})" for word in ("停业", "停工", "闭馆", "休馆", "筹备", "封闭"))
"""What goes on for a time and is over: 停业近三个月的剧场."""
ASKED = "(?:报名|缴费|有效|提交|完成|办理|申[报请领]|登记|预约|投稿|交[到至]?|送达|到[场馆位])"
"""What has to be done before a day of the month: 27日前报名, which is not 27 days ago."""
AHEAD = ("未来", "今后", "接下来", "接下来的", "未来的", "往后", "此后")
BEHIND = ("过去", "过去的", "近", "最近", "最近的", "之前", "此前")


def amount(said: Said) -> tuple[int, Grain, bool]:
    """Read how many of which unit, at most (三四 is 4), and whether half a one more."""
    if said["halves"]:
        return 0, HALVES[said["halves"]], True
    if said["years"]:
        return 12 * number(said["years"]) + number(said["months_more"]), Grain.MONTH, False
    if said["hours"]:
        return 60 * number(said["hours"]) + number(said["minutes"]), Grain.MINUTE, False
    if said["count"]:
        return number(said["count"]), INNER[said["inner"]], True
    rough = rough_number(said["more"])
    count = rough[1] if rough else number(said["more"])
    return count * (QUARTER if said["unit"] == "刻钟" else 1), UNITS[said["unit"]], bool(said["half"])


def away(said: Said, sign: int) -> Piece | None:
    """State how far away the amount is: a window where it is known roughly, nothing for 十余天."""
    count, unit, half = amount(said)
    if said["many"] or (unit is Grain.YEAR and count >= 1000):
        return None
    if (rough := rough_number(said["more"])) and not half and unit not in CLOCKS:
        return RoughDistance(Distance(sign * rough[0], unit), Distance(sign * rough[1], unit))
    return distance(count, unit, sign, half=half)


def distance(count: int, unit: Grain, sign: int, *, half: bool) -> Distance:
    """State a distance; half a year is six months, half a month fifteen days, half an hour thirty minutes."""
    if not half:
        return Distance(sign * count, unit)
    if unit is Grain.YEAR:
        return Distance(sign * (12 * count + 6), Grain.MONTH)
    if unit is Grain.MONTH:
        return Distance(sign * (30 * count + 15), Grain.DAY)
    if unit is Grain.HOUR:
        return Distance(sign * (60 * count + 30), Grain.MINUTE)
    return Distance(sign * (60 * count + 30), Grain.SECOND) if unit is Grain.MINUTE else Distance(sign * count, unit)


@rule(
    "so long before or after the day of publication, or on from the day named just before",
    starts=AMOUNT_STARTS,
    pattern=rf"(?<![第0-9.零每近这前后])(?:大约|约)?{AMOUNT}(?:之|以)?(?:(?P<ago>(?<!日)前|(?<![于在请须应需至]..日)(?<![于在请须应需至].日)前(?!{ASKED}))(?![往夕后来期沿者景线提列台身辈])|(?P<on>后)(?![天期勤来卫方备续台]))",
    examples={
        "三天后": "2023-05-01",
        "两年前": "2021",
        "5年之前": "2018",
        "两个月后": "2023-06",
        "两周前": "[2023-04-10..2023-04-16]",
        "3小时后": "2023-04-28T12:00:00+08:00",
        "半小时后": "2023-04-28T09:30:00+08:00",
        "半个钟头前": "2023-04-28T08:30:00+08:00",
        "一年半后": "2024-10",
        "10分钟以前": "2023-04-28T08:50:00+08:00",
        "半年后": "2023-10",
        "三刻钟前": "2023-04-28T08:15:00+08:00",
        "3小时零5分钟后": "2023-04-28T12:05:00+08:00",
        "三四天前": "[2023-04-24..2023-04-25]",
        "两三年后": "[2025-01-01..2026-12-31]",
        "十七八天后": "[2023-05-15..2023-05-16]",
        "5月10日开幕，「三天后」闭幕": "2023-05-13",
        "一个半月后": "2023-06-12",
        "一年零两个月前": "2022-02",
    },
    refuses=("三年级后勤",),
)
def from_here(said: Said) -> Statement | None:
    """Count from the anchor."""
    piece = away(said, -1 if said["ago"] else 1)
    return Point((piece,)) if piece else None


@rule(
    "so long after the day of publication, or the day named just before",
    starts=("再过", "过#", "过半"),
    pattern=rf"(?:再|(?<![一-鿿])|(?<=[我你他她它们]))过{AMOUNT}(?![的前后之以内来])",
    examples={
        "再过五天": "2023-05-03",
        "再过半个小时": "2023-04-28T09:30:00+08:00",
        "再过两个月": "2023-06",
        "「过两天」去": "2023-04-30",
    },
    refuses=("经过三天", "学过两年"),
)
def still_to_go(said: Said) -> Statement | None:
    """Count from the anchor."""
    piece = away(said, 1)
    return Point((piece,)) if piece else None


@rule(
    "the days, months or years that begin or end with the day of publication",
    starts=(*AHEAD, *(word for word in BEHIND if len(word) > 1), "近#", "近半"),
    pattern=(
        rf"(?<![附远亲最过时续达花用了已]){NO_DURATION}(?:(?P<ahead>{any_of(AHEAD)})|(?P<behind>{any_of(BEHIND)})) ?"
        rf"(?:{AMOUNT}|(?P<months>{COUNT})月)(?:以?来|以?内|里|间|之内)?(?![前后以]|(?<=[星期拜周])[一二三四五六日天末])"
    ),
    words=(*AHEAD, *BEHIND),
    examples={
        "未来三天": "2023-04-29/2023-05-01",
        "未来的三天": "2023-04-29/2023-05-01",
        "今后三天": "2023-04-29/2023-05-01",
        "接下来三天": "2023-04-29/2023-05-01",
        "接下来的三天": "2023-04-29/2023-05-01",
        "往后三天": "2023-04-29/2023-05-01",
        "此后三天": "2023-04-29/2023-05-01",
        "5月12日停课。「此后三天」": "2023-05-13/2023-05-15",
        "过去一周": "2023-04-21/2023-04-28",
        "过去的一年": "2022-04-28/2023-04-28",
        "近三个月": "2023-01-28/2023-04-28",
        "近三年来": "2020-04-28/2023-04-28",
        "最近一周": "2023-04-21/2023-04-28",
        "最近的两周": "2023-04-14/2023-04-28",
        "之前三天": "2023-04-25/2023-04-28",
        "此前三天": "2023-04-25/2023-04-28",
        "近两三天": "2023-04-25/2023-04-28",
        "未来48小时": "2023-04-28T09:00:00+08:00/2023-04-30T09:00:00+08:00",
    },
    refuses=("已过去76天", "附近三年", "停业近三个月的剧场", "历时近两年"),
)
def rolling(said: Said) -> Statement | None:
    """Count from the anchor."""
    count, unit, half = (number(said["months"]), Grain.MONTH, False) if said["months"] else amount(said)
    if said["many"] or (said["months"] and said["behind"].endswith("的")):
        return None  # 刚过去的7月 is July
    sign = 1 if said["ahead"] else -1
    kind = RollingOn if said["ahead"] == "此后" else Rolling
    return Point((kind(sign * count, unit, half, begins_after=bool(said["ahead"])),))


@rule(
    "within so many days, hours or minutes",
    starts=AMOUNT_STARTS,
    pattern=rf"(?<![第0-9每近])(?:短短)?{AMOUNT}(?:以|之)?内(?![容部地外在涵]|[的,]?(?:核酸|证明|上门|到账|退款|原路|办结|送达|响应|[答回]复))",
    examples={
        "17天内": "2023-04-28/2023-05-15",
        "一个半月内": "2023-04-28/2023-06-12",
        "半小时内": "2023-04-28T09:00:00+08:00/2023-04-28T09:30:00+08:00",
    },
    refuses=("第三年内容", "维修人员48小时内上门", "查验7天内证明"),
)
def within(said: Said) -> Statement | None:
    """Count from the anchor."""
    count, unit, half = amount(said)
    if said["many"] or (unit is Grain.YEAR and count >= 1000):
        return None
    return Point((Rolling(count, unit, half, either_way=True),))


@rule(
    "whole units next to the present one, or at the beginning of a year or a month that stands before them",
    starts=("前#", "后#", "上#", "下#", "最后#", "头#"),
    pattern=(
        r"(?<![0-9以之目当提先今午日天期节随最然网线路])(?<!公元)"
        r"(?:(?P<head>前|头)|(?P<back>上)|(?P<tail>最后|后)|(?P<on>下)) ?"
        rf"(?P<count>{COUNT}) ?(?P<unit>{CALENDAR_UNIT})(?![前后生级龄])"
    ),
    examples={
        "今年前三个月": "2023-01/2023-03",
        "前三季度": "2023-01/2023-09",
        "今年最后3周": "2023-12-11/2023-12-31",
        "5月最后一周": "[2023-05-22..2023-05-28]",
        "本月前两天": "2023-04-01/2023-04-02",
        "上两周": "2023-04-10/2023-04-23",
        "后三天": "2023-04-29/2023-05-01",
        "下两个月": "2023-05/2023-06",
        "头三个月": "2023-01/2023-03",
        "5月10日至15日举行。「前两天」": "2023-05-10/2023-05-11",
        "5月10日至15日举行。「最后三天」": "2023-05-13/2023-05-15",
    },
    refuses=("公元前46年", "前三名", "后三排", "前两三个月", "发到网上三天"),
)
def adjoining(said: Said) -> Statement | None:
    """Count whole units."""
    count, unit = number(said["count"]), UNITS[said["unit"]]
    if (
        not count
        or rough_number(said["count"])
        or (unit is Grain.YEAR and count >= 100)
        or (said["unit"] == "月" and not (said["head"] or said["tail"]))
    ):
        return None
    if said["tail"] == "最后" and unit is Grain.DAY and count > 1:
        return Point((LastDays(count, unit, backward=False),))
    if said["tail"] == "最后":
        return Point((Closing(count, unit),))
    if count == 1 and (unit in {Grain.DAY, Grain.WEEK} or (unit is Grain.SEASON and (said["back"] or said["on"]))):
        return None
    backward = bool(said["head"] or said["back"])
    return Point((Neighbours(count, unit, backward, inside=bool(said["head"] or said["tail"])),))


@rule(
    "whole hours, minutes or seconds before or after the present one",
    starts=("前#", "后#", "上#", "下#"),
    pattern=rf"(?<![^\s,。;:、(])(?:(?P<back>[前上])|[后下]) ?(?P<count>{COUNT}) ?(?P<unit>{CLOCK_UNIT})(?![前后])",
    examples={
        "前两小时": "2023-04-28T07:00:00+08:00/2023-04-28T09:00:00+08:00",
        "后三分钟": "2023-04-28T09:01:00+08:00/2023-04-28T09:04:00+08:00",
    },
    refuses=("发车前五分钟", "干上40分钟"),
)
def adjoining_clock(said: Said) -> Statement | None:
    """Count whole units."""
    count = number(said["count"])
    return Point((Neighbours(count, UNITS[said["unit"]], bool(said["back"]), inside=False),)) if count else None


@rule(
    "the nth day, week or month of a year or a month",
    starts=("第#", "倒数第#"),
    pattern=rf"的?(?:第 ?(?P<nth>{COUNT}) ?(?P<unit>{any_of(COUNTED)})|倒数第(?P<back>{COUNT})[天日])",
    examples={
        "4月倒数第二天": "2023-04-29",
        "5月第二周": "[2023-05-08..2023-05-14]",
        "2023年第十天": "2023-01-10",
        "2023年第8个月": "2023-08",
    },
    refuses=("第三天",),
)
def nth(said: Said) -> Statement | None:
    """Count inside what stands before."""
    if said["back"]:
        return Point((Nth(-number(said["back"]), Grain.DAY),))
    return Point((Nth(number(said["nth"]), UNITS[said["unit"]]),))
