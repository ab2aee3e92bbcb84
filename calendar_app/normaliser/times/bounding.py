"""Open and bound what is read: 从…起, …前, 截至…, …前后, 期间; and the span that a recurrence runs in."""

from __future__ import annotations

from typing import TypeGuard

from msgspec.structs import replace

from calendar_app.model import Grain
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.joining import CLOSE, CLOSED
from calendar_app.normaliser.times.numbers import NUMERALS, number
from calendar_app.normaliser.times.pieces.festive import DaysOff
from calendar_app.normaliser.times.pieces.leaning import Meanwhile, Now, ShiftedDay
from calendar_app.normaliser.times.pieces.plain import DaysOfWeek, Weekday
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.statements import (
    RFC_WEEKDAYS,
    Clock,
    Every,
    Length,
    Point,
    Range,
    Several,
    Statement,
)
from calendar_app.normaliser.times.tense import END_OF_SENTENCE

SINCE_BEFORE = Pattern(r"(?:自从|[自从由])于?\Z")
UNTIL_BEFORE = Pattern(
    r"(?:截[至止][到至]?|(?:持续|暂定|延续|开放|展出|进行|运行|延长|举办|展期|营业|有效期?|期限|保留|续借|封闭|停运|停业|停用|优惠|展示|陈列|放映|受理|执行|实行|试行|实施|供应|销售|闭馆|关闭|放假|维持|保持|(?<![发拓扩进])展|一直(?:(?![等拖推])[\u4e00-\u9fff]{1,2})?|[唱演摆办开玩忙排]|停留|逗留|热闹|观赏|欣赏|参观|游览|体验|品尝|领取|迎客|亮灯|[陪相]伴[\u4e00-\u9fff]{0,4})[至到]|直[至到]|自[^,。;]{0,5}之日起[至到])\Z"
)
BEGUN = "启动|开幕|开展|开放|开馆|开赛|开园|开课|开播|开工|上映|上线|实施|成立|运行|运营|开业|举办|试行|开通|投用"
AFTER = Pattern(
    rf"(?P<since>(?:(?:起|开始)?至今|开始|起|(?:{BEGUN})?以来)(?!点|码|草|床|飞|步|火|跑|诉|义|源|伏)|[或及]?(?:之|以)后"
    rf"|后(?![天来人勤台续期方卫悔院门半补{NUMERALS}]))"
    rf"|(?P<until>[或及]?(?:之|以)前|[之以]?内(?![容部地外在涵蒙饰])"
    rf"|前(?!提(?![交出供前])|[往夕后来进期沿者景线途列台身辈{NUMERALS}])|为?止)"
)
DAYS = Pattern(r"(?:连续|一连)?(?P<count>[两二三四五六七八九十]|[1-9][0-9]?)[天日](?![内之前后])")
"""How many days it goes on, right behind its first day: 今起三天."""
ENDED = Pattern("收市|收摊|收档|闭市|散场|结束|落幕|闭幕|收官|截止|为止")
BEHIND = frozenset("期两三全前起开或及之以后内为止至到" + "".join(word[0] for word in BEGUN.split("|")))
"""The first characters of all that opens a point from behind."""
BEFORE = frozenset("至到止")
"""The last characters of all that opens it from before."""
NIGHTS = Pattern(r"[,]?(?:连续)?[两二三四五六七]晚(?![一二两三四五六七八九十0-9]{1,2}[点时:])")
WHOLE = Pattern(r"期间|[两二三]天|全[天程]")
AROUND = 7
"""How many days before and after a date 前后 may mean, as for festivals."""
BEGINS_ON = {"于", "在"}
"""Behind these 开始 is what something does on a day: 将于今晚8点开始."""
RESUMING = "持延将一展"
FRAME_GAPS = frozenset(("", " ", ",", ", ", "的", ":", "(", ";"))
UNTIL_GAPS = frozenset((",至", "至", ",到", "到", ",截至", ",持续到", ",持续至", ",一直到", ",直到", ",直至"))
"""What parts a recurrence from its last day: 4月19日起每周六，至6月28日."""
SAME_SENTENCE = 40
"""How far from a recurrence the span that it runs in may stand."""
NEXT_HOURS = {";", ",", "、", "。"}
"""What parts the hours of some weekdays from those of others."""
TIMES = Pattern(rf"[^,。;]{{0,8}}[,(]?共(?:计|举办|开设)?(?P<count>{COUNT})(?:期|讲|场|次|课|节)")
"""How many times something comes back, right after it."""


def bounded(readings: list[Reading], text: str) -> list[Reading]:
    """Open points by the words about them, no further than the neighbours."""
    found: list[Reading] = []
    for place, each in enumerate(readings):
        around = _opened(each, text)
        if around is each:
            found.append(each)
            continue
        before = found[-1].end if found else 0
        after = readings[place + 1].start if place + 1 < len(readings) else len(text)
        found.append(around if before <= around.start and around.end <= after else each)
    return found


def _opened(reading: Reading, text: str) -> Reading:
    start, end, point, _ = reading
    if isinstance(point, Range) and start and text[start - 1] in "从自由":
        return reading._replace(start=start - 1)
    if not isinstance(point, Point) or (text[end : end + 1] not in BEHIND and text[start - 1 : start] not in BEFORE):
        return reading
    if whole := WHOLE.match(text, end):
        return reading._replace(end=whole.end(), statement=replace(point, whole=True))
    if text.startswith("前后", end) and not point.clock:
        return reading._replace(end=end + 2, statement=replace(point, about=AROUND))
    before = text[max(0, start - 12) : start]
    if after := AFTER.match(text, end):
        if until := after["until"]:
            by = _first_of_them(point) if until.endswith("前") else point
            return Reading(start, after.end(), Range(None, by, sharp=True), "until")
        if after["since"] == "开始" and before[-1:] in BEGINS_ON:
            return reading
        since = SINCE_BEFORE.search(before)
        if after["since"] == "起" and (days := DAYS.match(text, after.end())):
            count = Length(number(days["count"]), Grain.DAY, since=point)
            return Reading(start - (len(since[0]) if since else 0), days.end(), count, "length")
        return Reading(start - (len(since[0]) if since else 0), after.end(), Range(point, None), "since")
    if before[-1:] in {"至", "到"} and ENDED.match(text, end):
        return Reading(start - 1, end, Range(None, point, resumes=True), "until")
    until = UNTIL_BEFORE.search(before)
    if until is None or (until[0][0] == "截" and _already(point)):
        return reading
    old_end = until[0].startswith("延") and text[: start - len(until[0])].endswith(("日", "号"))  # 由3日延长至17日
    resumes = until[0][0] in RESUMING and not old_end
    return Reading(start - len(until[0]), end, Range(None, point, resumes=resumes), "until")


def _first_of_them(point: Point) -> Point:
    """Give the first of the days off, before which is before them all: 国庆假期前."""
    *outer, last = point.pieces or (None,)
    if not isinstance(last, DaysOff) or (last.first, last.last) != (1, -1):
        return point
    return replace(point, pieces=(*outer, replace(last, last=1)))


def _already(point: Point) -> bool:
    """Tell whether 截至 says how things stand (截至今天), not when they end."""
    first = (point.beside or point).pieces[:1]
    return bool(first) and (isinstance(first[0], Now) or (isinstance(first[0], ShiftedDay) and first[0].by <= 0))


def nightly(readings: list[Reading], text: str) -> list[Reading]:
    """Keep the nights that days told together are said to be (正月十四、十五两晚), and read no 晚 of its own there."""
    found: list[Reading] = []
    for each in readings:
        if found and each.start < found[-1].end:
            continue
        days = each.statement
        if isinstance(days, Several | Range) and not days.hours and (nights := NIGHTS.match(text, each.end)):
            days = replace(days, hours=(Clock(part="晚"), None))
            found.append(each._replace(end=nights.end(), statement=days))
        else:
            found.append(each)
    return found


# ---------------------------------------------------------------- recurrences


def framed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a recurrence and the span that stands right before or after it; 每年的暑期 is no span but every summer."""
    gap = text[left.end : right.start]
    if gap in UNTIL_GAPS and isinstance(left.statement, Every) and (until := _until(left.statement, right.statement)):
        return left._replace(end=right.end, statement=until)
    if gap not in FRAME_GAPS or _left_out(left, right, text):
        return None
    if isinstance(left.statement, Every) and left.statement.frequency == "YEARLY":
        return left._replace(end=right.end) if gap in CLOSE and isinstance(right.statement, Point) else None
    days, daily = left.statement, right.statement
    if text[right.start - 1] == "的" and _frames(days) and (each := _each_week(daily)):
        return Reading(left.start, right.end, replace(each, within=days), right.rule)
    if isinstance(days, Several) and isinstance(daily, Every) and daily.frequency == "DAILY" and not days.hours:
        return Reading(left.start, right.end, replace(days, hours=daily.hours), left.rule)
    for every, frame in ((left.statement, right.statement), (right.statement, left.statement)):
        if isinstance(every, Every) and every.within is None and not every.pause and _frames(frame):
            closed = CLOSED.match(text, right.end) if gap == "(" else None
            end = closed.end() if closed else right.end
            rule = left.rule if every is left.statement else right.rule
            return Reading(left.start, end, replace(every, within=frame), rule)
    return None


def _each_week(statement: Statement) -> Every | None:
    """Read weekdays that a span before them has many of: 5月17日至6月8日的周六日, 暑期的周末."""
    points = statement.points if isinstance(statement, Several) else (statement,)
    days: list[str] = []
    for point in points:
        piece = point.pieces[0] if isinstance(point, Point) and len(point.pieces) == 1 else None
        if isinstance(piece, Weekday):
            days.append(RFC_WEEKDAYS[piece.number - 1])
        elif isinstance(piece, DaysOfWeek):
            days += RFC_WEEKDAYS[piece.first - 1 : piece.last]
        else:
            return None
    clock = points[-1].clock if isinstance(points[-1], Point) else None
    hours = statement.hours if isinstance(statement, Several) else (clock, None) if clock else None
    return Every("WEEKLY", tuple(days), hours=hours)


PAUSES = (
    *("停课", "停讲", "停办", "停演", "停映", "停训", "停开", "停播", "停止", "暂停"),
    *("不上课", "不开课", "不开放", "不举行", "不办"),
    *("闭馆", "休馆", "休息", "除外", "轮空"),
)
"""What is said of the dates on which a recurrence does not take place."""
LEFT_OUT = Pattern(rf"[,(]?(?:[^,。;、()0-9]{{0,6}}[,]?)?(?:{'|'.join(PAUSES)})(?!入[场馆园]|售票|检票|领票|换票|预约)")


def _until(every: Every, last: Statement) -> Every | None:
    """Close the span of a recurrence that has begun."""
    frame = every.within
    if not isinstance(frame, Range) or frame.first is None or frame.last or not isinstance(last, Point):
        return None
    return replace(every, within=replace(frame, last=last)) if last.pieces and last.clock is None else None


def repeated(readings: list[Reading], text: str) -> list[Reading]:
    """Count recurrences, bound them by a span elsewhere in their sentence, and let go the pauses that they kept."""
    left_out = {place for place in range(1, len(readings)) if _left_out(readings[place - 1], readings[place], text)}
    readings = [_kept_weekly(each, place, readings, text) for place, each in enumerate(readings)]
    return [
        each._replace(statement=_repeating(each.statement, place, readings, text, but=place + 1 in left_out))
        if isinstance(each.statement, Every)
        else each
        for place, each in enumerate(readings)
        if place not in left_out and not (isinstance(each.statement, Every) and each.statement.pause)
    ]


def _kept_weekly(here: Reading, place: int, readings: list[Reading], text: str) -> Reading:
    """Keep every week what stands behind weekly hours: 周一至周五8:00—17:00；周六9:00—12:00."""
    before, told = readings[place - 1] if place else None, here.statement
    if before is None or not isinstance(before.statement, Every) or before.statement.frequency != "WEEKLY":
        return here
    if not before.statement.hours or text[before.end : here.start].strip() not in NEXT_HOURS:
        return here
    if not isinstance(told, Range) or not isinstance(told.first, Point) or not isinstance(told.last, Point):
        return here
    every = _each_week(replace(told.first, clock=None))
    if every is None or told.first.clock is None or told.last.pieces or told.last.clock is None:
        return here
    return here._replace(statement=replace(every, hours=(told.first.clock, told.last.clock)), rule=before.rule)


def _left_out(every: Reading, dates: Reading, text: str) -> bool:
    """Tell whether dates right behind a recurrence are those on which it does not take place: 其中5月3日停课."""
    return (
        isinstance(every.statement, Every)
        and not isinstance(dates.statement, Every | Length)
        and dates.start - every.end <= SAME_SENTENCE
        and LEFT_OUT.match(text, dates.end) is not None
        and END_OF_SENTENCE.search(text, every.end, dates.start) is None
    )


def _repeating(every: Every, place: int, readings: list[Reading], text: str, *, but: bool) -> Every:
    here = readings[place]
    if but:
        dates = readings[place + 1].statement
        return replace(every, but=dates) if isinstance(dates, Point | Range | Several) else every
    if times := TIMES.match(text, here.end):
        every = replace(every, count=number(times["count"]))
    beside = readings[max(0, place - 1) : place] + readings[place + 1 : place + 2]
    further = readings[max(0, place - 4) : max(0, place - 1)]
    for other in sorted(beside + further, key=_vaguely_framed):
        between = text[min(here.end, other.end) : max(here.start, other.start)]
        if len(between) > SAME_SENTENCE or END_OF_SENTENCE.search(between) or _begins_anew(other, here):
            continue
        if isinstance(other.statement, Every):
            if other.statement.pause and every.frequency == "DAILY":
                every = replace(every, pauses=other.statement.weekdays)
        elif every.within is None and every.frequency != "YEARLY" and _frames(other.statement):
            every = replace(every, within=other.statement)
    return every


def _begins_anew(later: Reading, every: Reading) -> bool:
    """Tell whether an open beginning is told behind a recurrence, of something else: 工作日办理,7月1日起可网上预约."""
    told = later.statement
    return later.start > every.start and isinstance(told, Range) and told.last is None


def _vaguely_framed(reading: Reading) -> bool:
    """Put what names a span by its ends before a season or a holiday (7月2日至8月31日推出暑期夜场,每周五)."""
    return not isinstance(reading.statement, Range)


def _frames(statement: Statement) -> TypeGuard[Point | Range]:
    """Tell whether a statement is a span that something can recur in: days or coarser, and no clock times."""
    if isinstance(statement, Range):
        points = [point for point in (statement.first, statement.last) if point]
        return all(point.pieces and point.clock is None for point in points)
    if not isinstance(statement, Point) or statement.clock or not statement.pieces:
        return False
    if statement.whole or isinstance(statement.pieces[-1], DaysOff | Meanwhile):
        return True
    return statement.gives in {Grain.MONTH, Grain.SEASON, Grain.YEAR}
