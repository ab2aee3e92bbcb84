"""Join two readings into one point: a date and its clock, a year and its month, 今天（4月29日）, 周六（5月6日）."""

from __future__ import annotations

from msgspec.structs import replace

from calendar_app.model import Grain
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.dayparts import hour_of_day
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.pieces.leaning import ShiftedDay
from calendar_app.normaliser.times.pieces.plain import Day, DaysOfWeek, MayJoin, Month, MustJoin, Weekday
from calendar_app.normaliser.times.statements import Clock, Every, Point

CLOSE = frozenset(("", " ", "的"))
STAMPED = frozenset(("T", "-"))
PARTED = frozenset((",", ", "))
SAID_OF = frozenset(("是", "是在", "是于"))
"""What may stand between a year and the date that it is said of: 前年是9月12日."""
FALLS_ON = frozenset(
    lead + verb for lead in ("", "正好", "恰好", "刚好", "正") for verb in ("是", "逢", "赶上", "碰上", "遇上")
) | {"恰逢", "适逢", "正值"}
"""What may stand between a date and the weekday that it falls on."""
LONGEST_CHAIN = 6
"""How many pieces a point can have: more is no language, and would be joined without end."""
NAMED_APART = Pattern(r"[\s,。;)]|$|[0-9]{1,2}[:点时]|[上下中]午|[早晚]")
"""What follows a weekday that belongs to the date before it, and is no subject of its own (周一闭馆)."""
DOORS_CLOSE = Pattern(r"[前后]?(?:停止|截止|谢绝)(?:入[场馆园]|进[场馆园]|售票|检票|[领取换发]票|领号|取号|发号|预约)")
OPENED = Pattern(r"\s*\((?:即|也就是|农历)?\s*")
CLOSED = Pattern(r"\s*\)")


def lost(reading: Reading, text: str) -> bool:
    """Tell whether nothing came before what must have something before it (第二周), or the house closes its doors."""
    point = reading.statement
    if not isinstance(point, Point):
        return False
    if point.pieces:
        return isinstance(point.pieces[0], MustJoin)
    return DOORS_CLOSE.match(text, reading.end) is not None


def narrowed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a coarser and a finer reading: 去年 + 5月, 28日 + 下午, 今晚 + 8点; or two names of a day: 周六 + 5月6日."""
    gap = text[left.end : right.start]
    outer, inner = left.statement, right.statement
    if not isinstance(inner, Point):
        return None
    if isinstance(outer, Every):
        every = _at_hour(outer, inner) if gap in CLOSE else None
        return Reading(left.start, right.end, every, left.rule) if every else None
    if not isinstance(outer, Point):
        return None
    point: Point | None = None
    if gap in CLOSE:
        point = _within(outer, inner) or (_same_day(outer, inner) if gap != "的" else None)
    elif gap in STAMPED and inner.clock and inner.clock.minute is not None:
        point = _within(outer, inner)
    elif gap in SAID_OF and outer.gives is Grain.YEAR:
        point = _within(outer, inner) if inner.pieces else None
    elif (gap in FALLS_ON and _is_weekday(inner)) or (gap in PARTED and NAMED_APART.match(text, right.end)):
        point = _date_and_weekday(outer, inner)
    return Reading(left.start, right.end, point, left.rule) if point else None


def restated(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join words and the parenthesis that says them again, then what follows it: 4月28日（周二）19:30."""
    gap = text[left.end : right.start]
    if gap in CLOSE or gap in PARTED:
        return narrowed(text, left, right)
    outer, inner = left.statement, right.statement
    if not isinstance(outer, Point) or not isinstance(inner, Point) or not inner.pieces:
        return None
    closed = CLOSED.match(text, right.end)
    if closed is None or not OPENED.fullmatch(gap):
        return None
    point = _same_day(outer, inner)
    if point is None and inner.pieces[-1].gives is Grain.DAY:
        point = replace(inner, clock=inner.clock or outer.clock, beside=outer if outer.pieces else None)
    return Reading(left.start, closed.end(), point, left.rule) if point else None


# ---------------------------------------------------------------- coarser and finer


def _within(outer: Point, inner: Point) -> Point | None:
    """Put a finer point into a coarser one, or a clock time into its part of day."""
    if outer.clock is None:
        joins = 0 < len(outer.pieces) < LONGEST_CHAIN and outer.gives in _joins(inner)
        return inner.within(outer) if joins else None
    if outer.clock.hour is None and not inner.pieces and inner.clock:
        clock = in_part(outer.clock, inner.clock)
        return replace(outer, clock=clock) if clock else None
    return None


def _joins(point: Point) -> tuple[Grain, ...]:
    first: object = point.pieces[0] if point.pieces else None
    return first.joins if isinstance(first, MayJoin) else point.needs


def in_part(part: Clock, told: Clock) -> Clock | None:
    """Put a clock time into the part of day that was told before it: 晚 + 8点 is 20时."""
    if told.hour is None or part.part is None:
        return None
    if told.part is None and (told.open_half or told.hour == 0):
        return replace(told, part=part.part, hour=hour_of_day(part.part, told.hour), open_half=False)
    return replace(told, part=part.part)


def _at_hour(every: Every, point: Point) -> Every | None:
    """Put a clock time into a recurrence: 每周六 + 上午9时, 每晚 + 7点."""
    clock = None if point.pieces else point.clock
    if clock and every.hours:
        clock = in_part(every.hours[0], clock) if every.hours[0].hour is None else None
    return replace(every, hours=(clock, None)) if clock else None


# ---------------------------------------------------------------- two names of one day


def _firmness(point: Point) -> int:
    """Tell how firmly a point names its day: a date in numbers 3, a day of the month or a festival 2, the rest 1."""
    last = point.pieces[-1]
    if isinstance(last, Weekday | DaysOfWeek | ShiftedDay):
        return 1
    return 3 if isinstance(last, Day) and len(point.pieces) > 1 and isinstance(point.pieces[-2], Month) else 2


def _same_day(outer: Point, inner: Point) -> Point | None:
    """Join two names of one day: the firmer stands; a weekday beside a date is kept to be checked."""
    if not _names_day(outer) or not _names_day(inner):
        return None
    first, second = _firmness(outer), _firmness(inner)
    if first == second:
        return None
    firm, loose = (outer, inner) if first > second else (inner, outer)
    last = loose.pieces[-1]
    weekday = last.number if isinstance(last, Weekday) else None
    clock = inner.clock or outer.clock
    return replace(firm, clock=clock, weekday=weekday, beside=None if firm is outer else outer)


def _date_and_weekday(outer: Point, inner: Point) -> Point | None:
    """Join a date and a weekday that a comma parts: 4月28日，周五 and 周五，4月28日."""
    point = _same_day(outer, inner)
    return point if point and point.weekday and _firmness(point) > 1 else None


def _is_weekday(point: Point) -> bool:
    return len(point.pieces) == 1 and isinstance(point.pieces[0], Weekday)


def _names_day(point: Point) -> bool:
    return bool(point.pieces) and point.pieces[-1].gives is Grain.DAY
