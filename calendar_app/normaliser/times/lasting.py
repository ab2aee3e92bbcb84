"""Give a length the day that it begins on: 自9月28日起，为期一周; 为期15天，从3月5日开始."""

from __future__ import annotations

import re

from msgspec.structs import replace

from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.statements import Leaning, Length, Point, Range, Statement
from calendar_app.normaliser.times.tense import END_OF_SENTENCE

NEAR = 40
"""How far behind a length the day may stand that it begins on."""
LEADING = ("为期", "展期", "会期")
"""What says a length of something whose first day may yet be told; 连续三天 looks back."""
NO_BEGINNING = re.compile("[^,。;]{0,12}(?:结束|闭幕|落幕|收官|落下帷幕|闭营|圆满|截止|报名)")
"""What is said behind a day on which something ends, or by which one has to come forward."""


def lasting(text: str, left: Reading, right: Reading) -> Reading | None:
    """Join a beginning and how long it goes on: 自9月28日起，为期一周."""
    since, length = left.statement, right.statement
    if not isinstance(since, Range) or since.first is None or since.last or not isinstance(length, Length):
        return None
    if since.first.clock or text[left.end : right.start] not in {"", ",", "、", ", "}:
        return None
    return Reading(left.start, right.end, replace(length, since=since.first), left.rule)


def leading(readings: list[Reading], text: str) -> list[Reading]:
    """Let a length that no day stands before lean on the day behind it: 为期三天的博览会将于3月5日开幕."""
    found = list(readings)
    for place, each in enumerate(readings):
        length, before = each.statement, readings[:place][-1:]
        if not isinstance(length, Length) or length.since or not text.startswith(LEADING, each.start):
            continue
        if any(_day(one.statement) and _together(text, one, each) for one in before):
            continue
        if day := _day_behind(text, each, readings[place + 1 : place + 3]):
            found[place] = each._replace(statement=replace(length, since=replace(day, clock=None)))
    return found


def _day_behind(text: str, length: Reading, following: list[Reading]) -> Point | None:
    """Give the first day that is named behind a length in its sentence, unless something ends on it."""
    for each in following:
        if each.start - length.end > NEAR or not _together(text, length, each):
            return None
        if day := _day(each.statement):
            leans = Leaning.WORDS in day.pieces[-1].leans_on  # 首日 is the first day of the length itself
            return None if leans or NO_BEGINNING.match(text, each.end) else day
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
    last = statement.pieces[-1]
    return statement if last.names_day else None
