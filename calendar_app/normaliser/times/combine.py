"""Join neighbouring readings: a date and its clock, 今天（4月29日）, A至B, lists, 从…起 and …前.

Every join looks only at two neighbours and the few characters between them, in one pass from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from calendar_app.model import Grain
from calendar_app.normaliser.times.dayparts import hour_of_day
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.leaning import Now, ShiftedDay
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces import Day, DaysOfWeek, MayJoin, Month, MustJoin, Weekday
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.statements import Clock, Every, Point, Range, Several, Statement
from calendar_app.normaliser.times.tense import END_OF_SENTENCE

Join = Callable[[str, Reading, Reading], Reading | None]

LONGEST_GAP = 12
TIGHT = frozenset(("", " ", "的", ",", ", ", "T", "-", "、"))
FRAME_GAPS = frozenset(("", " ", ",", ", ", "的", ":", "(", ";"))
SAME_SENTENCE = 40
TIMES = re.compile(rf"[^,。;]{{0,8}}[,(]?共(?:计|举办|开设)?(?P<count>{COUNT})(?:期|讲|场|次|课|节)")
"""How many times something comes back, right after it."""
AROUND = 7
"""How many days before and after a date 前后 may mean, as for festivals."""
LOOSE_MARKS = frozenset((",", ", ", "、"))
OPENING = re.compile(r"\s*\((?:即|也就是|农历)?\s*")
NAMED_APART = re.compile(r"[\s,。;)]|$|[0-9]{1,2}[:点时]|[上下中]午|[早晚]")
"""What follows a weekday that belongs to the date before it, and is no subject of its own (周一闭馆)."""
CLOSING = re.compile(r"\s*\)")
TO = re.compile(r"\s*(?:起|开始|始)?,?\s*(?:一直)?(?:持续|延续)?(?:[至到]|[-–—~]{1,2}|−)\s*")
BETWEEN = re.compile(r"\s*[和与到至]\s*")
BETWEEN_END = re.compile(r"\s*(?:之间|期间|间(?!隔))")
AND = re.compile(r"\s*(?:、|和|及|与|以及|,(?=[0-9]))\s*")
SINCE_BEFORE = re.compile(r"(?:自从|[自从由])于?$")
UNTIL_BEFORE = re.compile(r"(?:截[至止]到?|(?:持续|延续|开放|展出|进行|运行|延长|举办|展|一直)[至到]|直[至到])$")
AFTER = re.compile(
    r"(?P<since>(?:(?:起|开始)?至今|开始|起|(?:启动|开幕|开展|开放|开馆|上线|实施|成立|运行|运营|开业|举办|试行|开通|投用)?以来)(?!点|码|草|床|飞|步|火|跑|诉|义|源|伏)|[或及]?(?:之|以)后|后(?![天来人勤台续期方卫悔院门半补0-9一二两三四五六七八九十]))"
    r"|(?P<until>[或及]?(?:之|以)前|[之以]?内(?![容部地外在涵蒙饰])|前(?![往夕后来进期沿者景线提途列台身辈0-9一二两三四五六七八九十])|为?止)"
)
WHOLE = re.compile(r"期间|[两二三]天|全[天程]")


def combine(readings: list[Reading], text: str) -> list[Reading]:
    """Join all that belongs together."""
    if not readings:
        return readings
    readings = _pass(_narrowed, readings, text)
    readings = [each for each in _pass(_restated, readings, text) if not _lost(each)]
    if not readings:
        return readings
    readings = _pass(_ranged, readings, text)
    readings = _each_bounded(readings, text)
    readings = _pass(_listed, readings, text)
    return _within(_pass(_framed, readings, text), text)


def _pass(join: Join, readings: list[Reading], text: str) -> list[Reading]:
    joined = [readings[0]]
    for right in readings[1:]:
        left = joined[-1]
        if right.start - left.end <= LONGEST_GAP and (both := join(text, left, right)):
            joined[-1] = both
        else:
            joined.append(right)
    return joined


def _narrowed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a coarser point and a finer one: 去年 + 5月, 28日 + 下午, 今晚 + 8点; or two names of one day: 周六 5月6日."""
    gap = text[left.end : right.start]
    if gap not in TIGHT:
        return None
    outer, inner = left.statement, right.statement
    if isinstance(outer, Every) and isinstance(inner, Point) and not inner.pieces and gap not in LOOSE_MARKS:
        return _clocked_every(left, right)
    if not isinstance(outer, Point) or not isinstance(inner, Point):
        return None
    point: Point | None = None
    if outer.clock is None and gap not in LOOSE_MARKS and outer.pieces and outer.gives in _joins(inner):
        if gap != "-" or (inner.clock and inner.clock.minute is not None):
            point = inner.within(outer)
    elif outer.clock and outer.clock.hour is None and not inner.pieces and gap in {"", " ", "的"}:
        point = _clock_in_part(outer, inner.clock)
    elif gap in {"", " "} or (gap in {",", ", "} and NAMED_APART.match(text, right.end)):
        point = _same_day(outer, inner, named_apart=gap not in {"", " "})
    return point and Reading(left.start, right.end, point, left.rule)


def _clocked_every(left: Reading, right: Reading) -> Reading | None:
    """Put a clock time into a recurrence: 每周六 + 上午9时, 每晚 + 7点."""
    every, point = left.statement, right.statement
    if not isinstance(every, Every) or not isinstance(point, Point) or point.clock is None:
        return None
    clock = point.clock
    if every.hours:
        joined = _clock_in_part(Point(clock=every.hours[0]), clock) if every.hours[0].hour is None else None
        if joined is None or joined.clock is None:
            return None
        clock = joined.clock
    return Reading(left.start, right.end, replace(every, hours=(clock, None)), left.rule)


def _lost(reading: Reading) -> bool:
    """Tell whether nothing came before what must have something before it."""
    point = reading.statement
    return isinstance(point, Point) and bool(point.pieces) and isinstance(point.pieces[0], MustJoin)


def _joins(point: Point) -> tuple[Grain, ...]:
    first = point.pieces[0] if point.pieces else None
    return first.joins if isinstance(first, MayJoin) else point.needs


def _clock_in_part(outer: Point, inner: Clock | None) -> Point | None:
    part = outer.clock.part if outer.clock else None
    if inner is None or inner.hour is None or part is None or (inner.part is None and not inner.open_half):
        return replace(outer, clock=replace(inner, part=part)) if inner and inner.hour is not None and part else None
    hour = inner.hour if inner.part else hour_of_day(part, inner.hour)
    return replace(outer, clock=replace(inner, part=part, hour=hour, open_half=False))


def _firmness(point: Point) -> int:
    """Tell how firmly a point names its day: a date in numbers 3, a day of the month or a festival 2, the rest 1."""
    last = point.pieces[-1]
    if isinstance(last, Weekday | DaysOfWeek | ShiftedDay):
        return 1
    return 3 if isinstance(last, Day) and len(point.pieces) > 1 and isinstance(point.pieces[-2], Month) else 2


def _same_day(outer: Point, inner: Point, *, named_apart: bool = False) -> Point | None:
    """Join two names of one day: the firmer stands, a weekday beside a date is kept to be checked."""
    if not outer.pieces or not inner.pieces or outer.gives is not Grain.DAY and outer.clock is None:
        return None
    if inner.pieces[-1].gives is not Grain.DAY or outer.pieces[-1].gives is not Grain.DAY:
        return None
    weekdays = [point.pieces[-1].number for point in (outer, inner) if isinstance(point.pieces[-1], Weekday)]
    first, second = _firmness(outer), _firmness(inner)
    if first == second or (named_apart and (not weekdays or max(first, second) == 1)):
        return None
    firm, loose = (inner, outer) if second > first else (outer, inner)
    clock = inner.clock or outer.clock
    if isinstance(loose.pieces[-1], Weekday) and firm is outer:
        return replace(firm, clock=clock, weekday=weekdays[0])
    if firm is outer:
        return replace(firm, clock=clock)
    return replace(firm, clock=clock, beside=outer, weekday=weekdays[0] if weekdays else None)


def _restated(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join words and the parenthesis that says them again; then what follows: 4月28日（周二）19:30."""
    gap = text[left.end : right.start]
    if gap in {"", " ", ",", ", ", "的"}:
        return _narrowed(text, left, right)
    closed = CLOSING.match(text, right.end)
    if closed is None or not OPENING.fullmatch(gap):
        return None
    outer, inner = left.statement, right.statement
    if not isinstance(outer, Point) or not isinstance(inner, Point) or not inner.pieces:
        return None
    point = _same_day(outer, inner)
    if point is None and inner.pieces[-1].gives is Grain.DAY:
        point = replace(inner, clock=inner.clock or outer.clock, beside=outer if outer.pieces else None)
    return point and Reading(left.start, closed.end(), point, left.rule)


def _ranged(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join two ends: A至B, A与B之间; and a range of clock times to a range of days."""
    gap = text[left.end : right.start]
    first, last = left.statement, right.statement
    if isinstance(first, Every):
        return _hours_every(left, right, gap)
    if isinstance(first, Range) and isinstance(last, Point):
        return _daily(left, right, gap)
    if isinstance(first, Point) and isinstance(last, Range) and gap in {"", " ", "的"}:
        return _shared(left, right)
    if not isinstance(first, Point) or not isinstance(last, Point):
        return None
    end = right.end
    if not TO.fullmatch(gap):
        between = BETWEEN_END.match(text, end) if BETWEEN.fullmatch(gap) else None
        if between is None:
            return None
        end = between.end()
    if not _comparable(first, last):
        return None
    return Reading(left.start, end, Range(first, last), "range")


def _comparable(first: Point, last: Point) -> bool:
    """Tell whether two points can be the ends of one range: days with days, clocks with clocks or what has one."""
    if not last.pieces:
        told = first.clock is not None or (bool(first.pieces) and isinstance(first.pieces[-1], Now))
        return told and last.clock is not None
    return bool(first.pieces) or last.clock is not None


def _hours_every(left: Reading, right: Reading, gap: str) -> Reading | None:
    """Close the hours of a recurrence: 每周六9时 + 至 + 11时."""
    every, point = left.statement, right.statement
    if not isinstance(every, Every) or every.hours is None or every.hours[0].hour is None or not TO.fullmatch(gap):
        return None
    if not isinstance(point, Point) or point.pieces or point.clock is None:
        return None
    return Reading(left.start, right.end, replace(every, hours=(every.hours[0], point.clock)), left.rule)


def _daily(left: Reading, right: Reading, gap: str) -> Reading | None:
    """Read 4月29日至5月3日9:00-17:00: the last day's clock begins daily hours."""
    told, until = left.statement, right.statement
    if not isinstance(told, Range) or not isinstance(until, Point) or until.pieces or until.clock is None:
        return None
    if told.first is None or told.last is None or told.first.clock or told.last.clock is None or not TO.fullmatch(gap):
        return None
    days = replace(told, last=replace(told.last, clock=None), hours=(told.last.clock, until.clock))
    return Reading(left.start, right.end, days, left.rule)


def _shared(left: Reading, right: Reading) -> Reading | None:
    """Put what stands before a range before both of its ends: 4月 + 12-19日, 明天 + 9~12点."""
    outer, told = left.statement, right.statement
    if not isinstance(outer, Point) or not isinstance(told, Range) or told.first is None or outer.clock:
        return None
    if not outer.pieces or outer.gives not in told.first.needs:
        return None
    return Reading(left.start, right.end, replace(told, first=told.first.within(outer)), left.rule)


def _each_bounded(readings: list[Reading], text: str) -> list[Reading]:
    """Look around every reading, no further than its neighbours."""
    bounded: list[Reading] = []
    for place, each in enumerate(readings):
        around = _bounded(each, text)
        before = bounded[-1].end if bounded else 0
        after = readings[place + 1].start if place + 1 < len(readings) else len(text)
        bounded.append(around if before <= around.start and around.end <= after else each)
    return bounded


def _bounded(reading: Reading, text: str) -> Reading:
    """Open a point that has 从…起, …前, 截至… about it."""
    point = reading.statement
    if isinstance(point, Range) and reading.start and text[reading.start - 1] in "从自由":
        return reading._replace(start=reading.start - 1)
    if not isinstance(point, Point):
        return reading
    if whole := WHOLE.match(text, reading.end):
        return reading._replace(end=whole.end(), statement=replace(point, whole=True))
    if text.startswith("前后", reading.end) and not point.clock:
        return reading._replace(end=reading.end + 2, statement=replace(point, about=AROUND))
    after = AFTER.match(text, reading.end)
    before = text[max(0, reading.start - 4) : reading.start]
    if after and after["since"]:
        since = SINCE_BEFORE.search(before)
        return Reading(reading.start - (len(since[0]) if since else 0), after.end(), Range(point, None), "since")
    if after:
        return Reading(reading.start, after.end(), Range(None, point, sharp=True), "until")
    if (until := UNTIL_BEFORE.search(before)) and not (until[0][0] == "截" and _already(point)):
        resumes = until[0][0] in "持延将一展"
        return Reading(reading.start - len(until[0]), reading.end, Range(None, point, resumes=resumes), "until")
    return reading


def _already(point: Point) -> bool:
    """Tell whether 截至 says how things stand (截至今天), not when they end."""
    first = (point.beside or point).pieces[:1]
    return bool(first) and (isinstance(first[0], Now) or (isinstance(first[0], ShiftedDay) and first[0].by <= 0))


def _listed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join days that are told one after the other: 4月29日、30日和5月1日."""
    if not AND.fullmatch(text, left.end, right.start):
        return None
    listed, point = left.statement, right.statement
    if not isinstance(point, Point) or not _single_day(point):
        return None
    if isinstance(listed, Several) and not listed.hours:
        points = listed.points
    elif isinstance(listed, Point) and _single_day(listed) and not listed.clock:
        points = (listed,)
    else:
        return None
    hours = (point.clock, None) if point.clock else None  # said once, at the end, of all of them
    return Reading(left.start, right.end, Several((*points, replace(point, clock=None)), hours), "list")


def _single_day(point: Point) -> bool:
    return bool(point.pieces) and point.pieces[-1].gives is Grain.DAY


def _framed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a recurrence and the span that stands right before or after it."""
    if text[left.end : right.start] not in FRAME_GAPS:
        return None
    for every, frame in ((left, right), (right, left)):
        if isinstance(every.statement, Every) and every.statement.within is None and _frames(frame.statement):
            closed = CLOSING.match(text, right.end) if text[left.end : right.start] == "(" else None
            end = closed.end() if closed else right.end
            return Reading(left.start, end, replace(every.statement, within=frame.statement), every.rule)
    return None


def _within(readings: list[Reading], text: str) -> list[Reading]:
    """Bound a recurrence by a span elsewhere in its sentence; both stay mentions of their own."""
    for place, each in enumerate(readings):
        if not isinstance(each.statement, Every):
            continue
        if times := TIMES.match(text, each.end):
            each = each._replace(statement=replace(each.statement, count=number(times["count"])))
            readings[place] = each
        if each.statement.within is not None:
            continue
        for other in readings[max(0, place - 1) : place] + readings[place + 1 : place + 2]:
            between = text[min(each.end, other.end) : max(each.start, other.start)]
            if _frames(other.statement) and len(between) <= SAME_SENTENCE and not END_OF_SENTENCE.search(between):
                readings[place] = each._replace(statement=replace(each.statement, within=other.statement))
                break
    return readings


def _frames(statement: Statement) -> TypeGuard[Point | Range]:
    """Tell whether a statement is a span that something can recur in: days or coarser, and no clock times."""
    if isinstance(statement, Range):
        points = [point for point in (statement.first, statement.last) if point]
        return all(point.pieces and point.clock is None for point in points)
    if not isinstance(statement, Point) or statement.clock or not statement.pieces:
        return False
    return statement.gives in {Grain.MONTH, Grain.SEASON, Grain.YEAR} or statement.whole
