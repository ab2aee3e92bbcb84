"""Join two readings into a range, a list or daily hours: A至B, A与B之间, 4月29日、30日, 每周六9时至11时."""

from __future__ import annotations

from msgspec.structs import replace

from calendar_app.model import Grain
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.joining import CLOSE, CLOSED, OPENED, PARTED
from calendar_app.normaliser.times.pieces.almanac import LunarDate, NextLunarDay
from calendar_app.normaliser.times.pieces.leaning import Again, Now, UnderWay
from calendar_app.normaliser.times.pieces.plain import Day
from calendar_app.normaliser.times.statements import Every, Hours, Leaning, Point, Range, Several

NEXT_DAY = (Again(1),)
LONGEST_LIST = 62
"""How many days a list can have: two months of them."""
NO_SESSION = Pattern(r"报名|征集|投票|申[报请领]|预[约售]|截止|[自从由]于?$|即日|投稿|提交|领取|登记")
"""What is done until a clock time on the last day, and not at that time on every day."""
STRICTLY_TO = Pattern(r"\s*(?:[至到]|[-–—~]{1,2}|−)\s*")
TO = Pattern(
    r"\s*(?:起|开始|始|开展|开幕|开园|开街|开张|亮灯|启动)?,?\s*将?(?:一直)?(?:持续|延续|开展|开放|展出|展期|进行)?(?:[至到]|[-–—~]{1,2}|−)\s*"
)
DOING_TO = Pattern("(?:[赶忙歇排关卖开唱演跳做等站守干练学办摆玩吃逛]|热闹|营业|开放|闭馆|放假|排练|营运)到")
"""What is done from A to B: 从早上6点忙到晚上10点."""
ENDING = Pattern(r"\s*(?:结束|截止|止)")
CLOSING = Pattern(r"\s*(?:[-–—~]{1,2}|[至到])\s*[0-9]{1,2}[:点时]")
LONGEST_CLOSING = 8
"""The hour until which something is open, behind the one from which on it is."""
BEGUN = Pattern(r"\s*(?:起|开始|始),\s*")
"""从1月26日开始，3月5日结束."""
BETWEEN = Pattern(r"\s*[和与到至]\s*")
BETWEEN_END = Pattern(r"\s*(?:之间|期间|间(?!隔))")
OR = Pattern(r"(?:,)?(?:或者?|还是)")
AND = Pattern(r"\s*(?:、|和|及|与|以及|,(?=[0-9]))\s*")


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
    if not TO.fullmatch(gap) or last.clock is None or not isinstance(first, Every | Range):
        return None
    overnight = isinstance(first, Every) and last.pieces == NEXT_DAY
    daily = _closing(first, last) if overnight or not last.pieces else None
    return Reading(left.start, right.end, daily, left.rule) if daily else None


def kept_daily(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join days running and the hours that are kept on each of them: 5月16日至25日,10:00-21:00; 国庆期间9时至17时."""
    days, hours = left.statement, right.statement
    gap = text[left.end : right.start]
    if not isinstance(hours, Range) or hours.first is None or hours.last is None:
        return None
    if hours.first.pieces or hours.last.pieces or not hours.last.clock:
        return None
    if gap not in {*CLOSE, ",", ", "}:
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
    doing = text[left.start - 1 : left.start] in {"从", "自"} and DOING_TO.fullmatch(gap)
    if not doing and not TO.fullmatch(gap):
        closed = ENDING.match(text, end) if BEGUN.fullmatch(gap) else None
        closed = closed or (BETWEEN_END.match(text, end) if BETWEEN.fullmatch(gap) else None)
        if closed is None:
            return None
        end = closed.end()
    first, last = left.statement, right.statement
    if not isinstance(first, Point) or not isinstance(last, Point) or not _comparable(first, last):
        return None
    if first.pieces and isinstance(first.pieces[-1], UnderWay):
        return Reading(left.start, end, Range(None, last), left.rule)
    last = _in_kind(first, last)
    told = Range(first, last)
    kept = STRICTLY_TO.fullmatch(gap) or CLOSING.match(text, end)
    if kept and not NO_SESSION.search(text, max(0, left.start - 12), left.start):
        told = _sessions(first, last, text[end : end + LONGEST_CLOSING]) or told
    return Reading(left.start, end, told, "range")


def _sessions(first: Point, last: Point, after: str) -> Range | None:
    """Read 5月20日至21日19:30: a clock time behind days running is kept on each of them."""
    clock = last.clock
    if clock is None or clock.hour in {None, 0, 24} or first.clock or first.beside or after[:1] in {"前", "止"}:
        return None
    if not (first.pieces and last.pieces) or after.startswith("截止"):
        return None
    if Leaning.ANCHOR in first.pieces[-1].leans_on and not CLOSING.match(after):
        return None
    if first.pieces[-1].gives is not Grain.DAY or last.pieces[-1].gives is not Grain.DAY:
        return None
    return Range(first, replace(last, clock=None), hours=(clock, None))


def _comparable(first: Point, last: Point) -> bool:
    """Tell whether two points can be the ends of one range: days with days, clocks with clocks or what has one."""
    if last.pieces:
        return bool(first.pieces) or last.clock is not None
    told = first.clock is not None or (bool(first.pieces) and isinstance(first.pieces[-1], Now))
    return told and last.clock is not None


def _closing(days: Every | Range, until: Point) -> Every | Range | None:
    """Close daily hours: 每周六9时 + 至 + 11时, 每日22时 + 至 + 次日5时, 4月29日至5月3日9:00 + - + 17:00."""
    if days.hours is None or days.hours[0].hour is None or days.hours[1] is not None:
        return None
    return replace(days, hours=(days.hours[0], until.clock))


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
    closed = CLOSED.match(text, right.end)
    if closed is None or not OPENED.fullmatch(text, left.end, right.start):
        return None
    spans = [each.statement for each in (right, left) if isinstance(each.statement, Range) and each.statement.last]
    named = [each.statement for each in (left, right) if isinstance(each.statement, Point) and not each.statement.clock]
    if not spans or len(spans) + len(named) < 2:
        return None
    return Reading(left.start, closed.end(), spans[0], left.rule if spans[0] is left.statement else right.rule)


def listed(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join days that are told one after the other; clock times at their end are kept on all of them."""
    days, point, closes = left.statement, right.statement, None
    if isinstance(point, Range) and point.first and point.last and point.last.clock and not point.last.pieces:
        closes = point.last.clock
        point = point.first
    if not isinstance(point, Point) or not _single_day(point):
        return None
    if OR.fullmatch(text, left.end, right.start) and isinstance(days, Point) and _single_day(days):
        two = replace(days, clock=None), replace(point, clock=None)
        return Reading(left.start, right.end, Several(two, either=True), "list")
    if not AND.fullmatch(text, left.end, right.start):
        return None
    if isinstance(days, Several) and not days.hours and len(days.points) < LONGEST_LIST:
        points = days.points
    elif isinstance(days, Point) and _single_day(days) and not days.clock:
        points = (days,)
    else:
        return None
    point = _in_kind(points[-1], point)
    hours: Hours | None = (point.clock, closes) if point.clock else None
    rule = left.rule if left.rule == right.rule == "bare_festival" else "list"
    return Reading(left.start, right.end, Several((*points, replace(point, clock=None)), hours), rule)


def relisted(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a list of days, the parenthesis that says it again, and a clock time behind it, which is kept on all."""
    days, told = left.statement, right.statement
    gap = text[left.end : right.start]
    if isinstance(days, Range) and days.last and isinstance(told, Several) and OPENED.fullmatch(gap):
        closed = CLOSED.match(text, right.end)
        return left._replace(end=closed.end()) if closed else None
    if not isinstance(days, Several) or days.hours:
        return None
    if isinstance(told, Several):
        closed = CLOSED.match(text, right.end)
        if closed is None or not OPENED.fullmatch(gap) or len(told.points) != len(days.points):
            return None
        return Reading(left.start, closed.end(), replace(days, hours=told.hours), left.rule)
    if isinstance(told, Every) and told.frequency == "WEEKLY" and len(told.weekdays) == len(days.points):
        closed = CLOSED.match(text, right.end)
        return left._replace(end=closed.end()) if closed and OPENED.fullmatch(gap) else None
    if gap not in CLOSE and gap not in PARTED:
        return None
    hours: Hours | None = None
    if isinstance(told, Point) and not told.pieces and told.clock:
        hours = (told.clock, None)
    elif isinstance(told, Range) and told.first and told.last and not told.first.pieces and told.first.clock:
        hours = (told.first.clock, told.last.clock)
    return Reading(left.start, right.end, replace(days, hours=hours), left.rule) if hours else None


def paused(text: str, left: Reading, right: Reading) -> Reading | None:
    """Take the parenthesis in which a pause is told to the days before it: 5月1日至31日（周一闭馆）."""
    closed = CLOSED.match(text, right.end)
    if not isinstance(right.statement, Every) or not right.statement.pause or not isinstance(left.statement, Range):
        return None
    if closed is None or not OPENED.fullmatch(text, left.end, right.start):
        return None
    return left._replace(end=closed.end())


def _in_kind(first: Point, later: Point) -> Point:
    """Take a bare day behind a lunar date for a lunar one: 农历八月十四、十五日."""
    lunar = first.pieces and isinstance(first.pieces[-1], LunarDate | NextLunarDay)
    day = later.pieces[0] if len(later.pieces) == 1 else None
    return replace(later, pieces=(NextLunarDay(day.number),)) if lunar and isinstance(day, Day) else later


def _single_day(point: Point) -> bool:
    return bool(point.pieces) and point.pieces[-1].names_day and not point.about
