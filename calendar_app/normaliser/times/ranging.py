"""Join two readings into a range, a list or daily hours: A至B, A与B之间, 4月29日、30日, 每周六9时至11时."""

from __future__ import annotations

import re
from dataclasses import replace

from calendar_app.model import Grain
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.joining import CLOSE, CLOSING, OPENING
from calendar_app.normaliser.times.leaning import Again, Now
from calendar_app.normaliser.times.statements import Every, Hours, Point, Range, Several

NEXT_DAY = (Again(1),)
LONGEST_LIST = 62
"""How many days a list can have: two months of them."""
TO = re.compile(r"\s*(?:起|开始|始)?,?\s*(?:一直)?(?:持续|延续|开展|开放|展出|进行)?(?:[至到]|[-–—~]{1,2}|−)\s*")
BETWEEN = re.compile(r"\s*[和与到至]\s*")
BETWEEN_END = re.compile(r"\s*(?:之间|期间|间(?!隔))")
AND = re.compile(r"\s*(?:、|和|及|与|以及|,(?=[0-9]))\s*")


def ranged(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join two ends, or daily hours to what they are kept on."""
    gap = text[left.end : right.start]
    first, last = left.statement, right.statement
    if isinstance(first, Point) and isinstance(last, Range):
        return _shared(left, right) if gap in CLOSE else None
    if not isinstance(last, Point):
        return None
    if isinstance(first, Point):
        return _range(text, gap, left, right)
    if not TO.fullmatch(gap) or last.clock is None:
        return None
    daily: Every | Range | None = None
    if last.pieces:
        daily = _closing_every(first, last) if isinstance(first, Every) and last.pieces == NEXT_DAY else None
    elif isinstance(first, Every):
        daily = _closing_every(first, last)
    elif isinstance(first, Range):
        daily = _closing_days(first, last)
    return Reading(left.start, right.end, daily, left.rule) if daily else None


def kept_daily(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join days running and the hours that are kept on each of them: 5月16日至25日,10:00-21:00; 国庆期间9时至17时."""
    days, hours = left.statement, right.statement
    if text[left.end : right.start] not in {*CLOSE, ",", ", "} or not isinstance(hours, Range):
        return None
    if hours.first is None or hours.last is None or hours.first.pieces or hours.last.pieces or not hours.last.clock:
        return None
    if isinstance(days, Point) and days.pieces and days.gives is Grain.TEN_DAYS and not days.clock:
        days = Range(days, days)
    if not isinstance(days, Range) or days.first is None or days.last is None or days.hours:
        return None
    if not (days.first.pieces and days.last.pieces) or days.first.clock or days.last.clock or not hours.first.clock:
        return None
    return Reading(left.start, right.end, replace(days, hours=(hours.first.clock, hours.last.clock)), left.rule)


def _range(text: str, gap: str, left: Reading, right: Reading) -> Reading | None:
    end = right.end
    if not TO.fullmatch(gap):
        between = BETWEEN_END.match(text, end) if BETWEEN.fullmatch(gap) else None
        if between is None:
            return None
        end = between.end()
    first, last = left.statement, right.statement
    if not isinstance(first, Point) or not isinstance(last, Point) or not _comparable(first, last):
        return None
    return Reading(left.start, end, Range(first, last), "range")


def _comparable(first: Point, last: Point) -> bool:
    """Tell whether two points can be the ends of one range: days with days, clocks with clocks or what has one."""
    if last.pieces:
        return bool(first.pieces) or last.clock is not None
    told = first.clock is not None or (bool(first.pieces) and isinstance(first.pieces[-1], Now))
    return told and last.clock is not None


def _closing_every(every: Every, until: Point) -> Every | None:
    """Close the hours of a recurrence: 每周六9时 + 至 + 11时, 每日22时 + 至 + 次日5时."""
    if every.hours is None or every.hours[0].hour is None or every.hours[1] is not None:
        return None
    return replace(every, hours=(every.hours[0], until.clock))


def _closing_days(days: Range, until: Point) -> Range | None:
    """Read 4月29日至5月3日9:00-17:00: the clock of the last day opens daily hours."""
    if days.first is None or days.last is None or days.first.clock or days.last.clock is None:
        return None
    hours: Hours = (days.last.clock, until.clock)
    return replace(days, last=replace(days.last, clock=None), hours=hours)


def _shared(left: Reading, right: Reading) -> Reading | None:
    """Put what stands before a range before both of its ends: 明天 + 9~12点."""
    outer, told = left.statement, right.statement
    if not isinstance(outer, Point) or not isinstance(told, Range) or told.first is None or outer.clock:
        return None
    if not outer.pieces or outer.gives not in told.first.needs:
        return None
    return Reading(left.start, right.end, replace(told, first=told.first.within(outer)), left.rule)


def respanned(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a span and the parenthesis that says it again: “五一”期间（4月29日至5月3日）; the range stands."""
    closed = CLOSING.match(text, right.end)
    if closed is None or not OPENING.fullmatch(text, left.end, right.start):
        return None
    spans = [each.statement for each in (right, left) if isinstance(each.statement, Range) and each.statement.last]
    named = [each.statement for each in (left, right) if isinstance(each.statement, Point) and not each.statement.clock]
    if not spans or len(spans) + len(named) < 2:
        return None
    return Reading(left.start, closed.end(), spans[0], left.rule if spans[0] is left.statement else right.rule)


def listed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join days that are told one after the other; a clock time at their end is kept on all of them."""
    days, point = left.statement, right.statement
    if not AND.fullmatch(text, left.end, right.start) or not isinstance(point, Point) or not _single_day(point):
        return None
    if isinstance(days, Several) and not days.hours and len(days.points) < LONGEST_LIST:
        points = days.points
    elif isinstance(days, Point) and _single_day(days) and not days.clock:
        points = (days,)
    else:
        return None
    hours: Hours | None = (point.clock, None) if point.clock else None
    rule = left.rule if left.rule == right.rule == "bare_festival" else "list"
    return Reading(left.start, right.end, Several((*points, replace(point, clock=None)), hours), rule)


def _single_day(point: Point) -> bool:
    return bool(point.pieces) and point.pieces[-1].gives is Grain.DAY
