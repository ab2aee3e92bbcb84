"""Give a length the day that it begins on: 自9月28日起，为期一周; 为期15天，从3月5日开始."""

from __future__ import annotations

from msgspec.structs import replace

from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.statements import Leaning, Length, Point, Range, Statement
from calendar_app.normaliser.times.tense import END_OF_SENTENCE

NEAR = 40
"""How far behind a length the day may stand that it begins on."""
LEADING = ("为期", "展期", "会期", "历时", "持续")
"""What says a length of something whose first day may yet be told; 连续三天 looks back."""
DEADLINE = Pattern("[^,。;]{0,12}(?:截止|报名)")
"""What is said behind a day by which one has to come forward."""
BEGINS = "开[幕赛展园馆营机拍街市课]|启动|揭幕|启幕|拉开"
ENDS = Pattern(f"(?:(?!{BEGINS})[^。;]){{0,24}}(?:结束|闭幕|落幕|收官|落下帷幕|闭营|收拍|谢幕|圆满)")
"""What is said of a day on which something ends, and does not begin (昨天开幕,明天闭幕)."""


def lasting(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a beginning and how long it goes on: 自9月28日起，为期一周."""
    since, length = left.statement, right.statement
    if not isinstance(since, Range) or since.first is None or since.last or not isinstance(length, Length):
        return None
    if since.first.clock or text[left.end : right.start] not in {"", ",", "、", ", "}:
        return None
    return Reading(left.start, right.end, replace(length, since=since.first), left.rule)


def leading(readings: list[Reading], text: str) -> list[Reading]:
    """Let a length lean on the day that is told of it: 为期三天的博览会将于3月5日开幕, 昨天，为期三天的运动会闭幕."""
    found = list(readings)
    for place, each in enumerate(readings):
        length = each.statement
        if not isinstance(length, Length) or length.since or not text.startswith(LEADING, each.start):
            continue
        if before := _day_before(text, each, readings[max(0, place - 1) : place]):
            if ENDS.match(text, before.end):
                found[place] = each._replace(statement=replace(length, until=_day(before.statement)))
        elif behind := _day_behind(text, each, readings[place + 1 : place + 3]):
            day = _day(behind.statement)
            edge = {"until": day} if ENDS.match(text, behind.end) else {"since": day}
            found[place] = each._replace(statement=replace(length, **edge))
    return found


def _day_before(text: str, length: Reading, before: list[Reading]) -> Reading | None:
    """Give the reading right before a length, when it names a day in its sentence."""
    return next((each for each in before if _day(each.statement) and _together(text, each, length)), None)


def _day_behind(text: str, length: Reading, following: list[Reading]) -> Reading | None:
    """Give the first day that is named behind a length in its sentence, unless it leans on the length itself (首日)."""
    for each in following:
        if each.start - length.end > NEAR or not _together(text, length, each):
            return None
        if day := _day(each.statement):
            leans = Leaning.WORDS in day.pieces[-1].leans_on
            return None if leans or DEADLINE.match(text, each.end) else each
    return None


def _together(text: str, left: Reading, right: Reading) -> bool:
    """Tell whether two readings stand in one sentence."""
    return END_OF_SENTENCE.search(text, left.end, right.start) is None


def _day(statement: Statement) -> Point | None:
    """Give the one day that a statement names or begins on, with no end told."""
    if isinstance(statement, Range):
        statement = statement.first if statement.first and not statement.last else Point()
    if not isinstance(statement, Point) or not statement.pieces or statement.whole or statement.about:
        return None
    return replace(statement, clock=None) if statement.pieces[-1].names_day else None
