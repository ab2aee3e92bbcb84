"""What a text has named so far, for the words that lean on it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Anchor, Form, Grain, TimeMention, When
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.calendars.festivals import festivals
from calendar_app.normaliser.times.dayparts import HOURS
from calendar_app.normaliser.times.pieces.almanac import LaterLunarDay, LunarDate, NextLunarDay
from calendar_app.normaliser.times.pieces.distance import Rolling
from calendar_app.normaliser.times.pieces.festive import FestivalDay
from calendar_app.normaliser.times.pieces.leaning import Now, ShiftedYear, UnderWay
from calendar_app.normaliser.times.pieces.plain import Month, ShortYear, Stretch, Year
from calendar_app.normaliser.times.statements import Period, Point, Range, Setting, Statement, Tense

if TYPE_CHECKING:
    import re
    from datetime import date

    from calendar_app.normaliser.times.statements import Piece

NAMING = {Form.DAY, Form.MOMENT, Form.SPAN, Form.SEVERAL, Form.OPEN}
RUNNING = {Form.SPAN, Form.SEVERAL, Form.RECURRING}
"""On all of their days a clock time is kept that their sentence tells."""
HEADS = frozenset(("", "。", "!", "?", ":", "\n", "　", " "))
"""What stands before the first words of a sentence."""
HISTORY = 400
"""From how many days before the anchor on a day is told of history."""
COARSE = {Grain.MONTH, Grain.SEASON, Grain.YEAR}
"""What is open since a summer or a year names no day that something else could begin on."""
NEAR = 150
"""How many characters on words still lean on a day; a paragraph's end parts them too."""
NOON, EVENING, MIDNIGHT = 12, 18, 24
"""Noon, the hour from which on 零点 and 凌晨 are of the next day, and the one at which the evening ends."""
COMPARING = frozenset("比较与同和超像如")
COMPARED = ("同期", "相比", "同比", "以来", "底", "末", "起")
"""What stands before and behind a year that other years are compared with, or that something began in."""
THEME = Pattern("[”’」』]?[\u4e00-\u9fff]{0,4}(?:音乐会|[晚庙灯诗年]会|游园|联欢|[市大]集|演出|活动|套餐|特展|档期)")
"""What follows a festival that is part of a name (元旦音乐会), and names no day to lean on."""
OPENS = Pattern("[^,。;]{0,24}(?:[开启揭]幕|开[园展放街市馆赛唱]|拉开帷幕|亮灯)")
"""What is said of a day from which on something runs."""
ENDS, LASTS = ("结束", "落幕", "闭幕", "收官"), ("直到", "直至")
"""What makes the end of something a day to lean on."""
HELD = frozenset(("讲座", "演出", "比赛", "考试", "面试", "活动", "展览", "婚礼", "赛事", "会议"))
"""What takes place on a day, which is none from which on one can register for it: 讲座当日."""
LEARNT = Pattern("[^,。;“]{0,24}(?:获悉|了解到|得知|获知)")
"""What a reporter did on a day that nothing else leans on: 记者昨天从市文物局了解到."""
CEREMONY = Pattern("(?P<opens>开幕[式典仪]|启动[式仪]|揭幕|剪彩|首日|首场)|闭幕[式典仪]|颁奖|末场")
"""What takes place on the first or the last of the days that its sentence names."""


class Named:
    """What a text has named so far."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.last: Period | None = None
        self.span: Period | None = None
        self.named: Period | None = None
        self.week: Period | None = None
        self.days: When | None = None
        self.opened: Period | None = None
        self.year: Period | None = None
        self.lunar: Period | None = None
        self.held: Period | None = None
        self.leans = self.heads = False
        self.evening = False
        self.afternoon: int | None = None
        self.clock: tuple[datetime, datetime | None] | None = None
        self.end = self.days_end = self.year_end = self.clock_end = 0

    def setting(self, anchor: Anchor, tense: Tense, start: int) -> Setting:
        """Give what the words at an offset can lean on."""
        near = here = opened = days = year = story = None
        last = self.held if self.held and self.text[start - 2 : start] in HELD else self.last
        if self.last is not None and start - self.end < NEAR and self.text.find("\n", self.end, start) < 0:
            near, opened = self.last, self.opened
            here = None if self._parted(self.end, start) else near
            story = self._story(anchor, start)
        if self.days is not None and start - self.days_end < NEAR and not self._parted(self.days_end, start):
            edge = CEREMONY.search(self.text, self.days_end, start)
            if edge:
                near = _edge_day(self.days, edge) or near
            else:
                days = self.days
        if self.year is not None and start - self.year_end < NEAR and not self._parted(self.year_end, start):
            year = self.year
        evening = self.evening and here is not None
        afternoon = None if self.afternoon is None or self._parted(self.clock_end, start) else self.afternoon
        return Setting(
            *(anchor, tense, last, near, here, self.span, self.named, self.week, days, opened),
            *(year, self.lunar, evening),
            *(afternoon, self.clock, story),
        )

    def _story(self, anchor: Anchor, start: int) -> Period | None:
        """Give the day of history from which a narrative goes on: one that heads its sentence, or leant on another."""
        told = self.last if self.last is self.named else None
        if told is None or (anchor.day - told.start).days <= HISTORY:
            return None
        return told if self.leans or (self.heads and ";" in self.text[self.end : start]) else None

    def _parted(self, end: int, start: int) -> bool:
        """Tell whether a sentence ends between two offsets; a semicolon does not part it."""
        between = self.text[end:start]
        return "。" in between or "!" in between or "?" in between or "\n" in between

    def speak_of_week(self, when: When | None, anchor: Anchor) -> None:
        """Keep the coming week that is named as a whole, until a day outside it is named."""
        if when is None or (self.week is None and when.form is not Form.WINDOW):
            return
        first, last = when.first_day, when.last_day
        if first is None or last is None:
            return
        if when.form is Form.WINDOW and when.grain is Grain.WEEK and first > anchor.day:
            self.week = Period(first, last)
        elif self.week and not self.week.start <= first <= self.week.end:
            self.week = None

    def remember(self, mention: TimeMention, statement: Statement) -> None:
        """Keep a day, a span or a coarser period that a mention names; a clock time or 如今 by itself names none."""
        when, end = mention.when, mention.span[1]
        if when is None or (mention.rule == "bare_festival" and THEME.match(self.text, end)):
            return
        if self.text.endswith("记者", 0, mention.span[0]) and LEARNT.match(self.text, end):
            return
        if isinstance(when.start, datetime):
            self.clock = when.start, when.end if isinstance(when.end, datetime) else None
        naming = _naming(statement)
        if naming.names_no_day:
            self.evening = _in_the_evening(when)
            self.afternoon, self.clock_end = _after_noon(when) or self.afternoon, end
            if self.last and when.anchor and when.anchor.day == self.last.start:
                self.end = end
            return
        if naming.goes_to_year:
            self._remember_year(when, mention.span)
        if when.form in RUNNING and not naming.looks_back:
            self._remember_running(when, end)
        if when.first_day and (when.form is not Form.RECURRING or _fills_days(when)):
            self._remember_days(when, when.first_day, end)
            self.leans = when.anchor is not None and when.anchor.source == "mention"
            self.heads = self.text[mention.span[0] - 1 : mention.span[0]] in HEADS
            if self.last and when.form is Form.DAY and self.text.startswith(ENDS, end):  # 原定2月25日闭幕
                self.last = Period(self.last.start, self.last.end, form=Form.WINDOW, implied=self.last.implied)
            if naming.lunar and self.last:
                self.lunar = Period(self.last.end, self.last.end)
        if naming.goes_on_to and (self.text.startswith(ENDS, end) or mention.text.startswith(LASTS)):
            self._remember_end(when, end)

    def _remember_running(self, when: When, end: int) -> None:
        """Keep days on each of which a clock time can be kept, which those of every year are not."""
        if when.grain not in COARSE and not (when.rrule or "").startswith("FREQ=YEARLY"):
            self.days, self.days_end = when, end

    def _remember_days(self, when: When, first: date, end: int) -> None:
        """Keep the days of a value; what is open since a month or a year names no day."""
        if when.form not in RUNNING:
            self.days = None
        form = Form.SPAN if when.form is Form.RECURRING else when.form
        self.named = Period(first, when.last_day or first, form=form, implied=when.implied)
        if form not in NAMING or when.grain in COARSE:
            return
        self.end, self.last = end, self.named
        if form is not Form.OPEN:
            self.held = self.last
        self.evening = _in_the_evening(when)
        self.afternoon, self.clock_end = _after_noon(when), end
        if OPENS.match(self.text, end):
            self.opened = self.last
        if self.last.start != self.last.end and not (when.form is Form.SEVERAL and _within(self.last, self.span)):
            self.span = self.last

    def _remember_end(self, when: When, end: int) -> None:
        """Keep the day on which something is told to end: 比赛至17日结束，当晚颁奖."""
        if when.last_day and not isinstance(when.end, datetime):
            self.end, self.last = end, Period(when.last_day, when.last_day, form=Form.WINDOW)

    def _remember_year(self, when: When, span: tuple[int, int]) -> None:
        """Keep the year that a sentence goes back or on to, unless it is only compared with."""
        start, end = span
        if when.start and self.text[start - 1 : start] not in COMPARING and not self.text.startswith(COMPARED, end):
            self.year, self.year_end = Period(when.start, when.end or when.start), end


class Naming(NamedTuple):
    """What a statement is to the words behind it.

    It may say the clock alone or the time of speaking (如今), a year to go back or on to (去年, 明年), the time up to
    now (近三年来), a lunar date, or the end of what goes on to it.
    """

    names_no_day: bool
    goes_to_year: bool
    looks_back: bool
    lunar: bool
    goes_on_to: bool


@lru_cache(4096)
def _naming(statement: Statement) -> Naming:
    first = statement.first or statement.last if isinstance(statement, Range) else statement
    last = statement.last or statement.first if isinstance(statement, Range) else statement
    begins = first.pieces[0] if isinstance(first, Point) and first.pieces else None
    ends = last.pieces[-1] if isinstance(last, Point) and last.pieces else None
    return Naming(
        names_no_day=isinstance(first, Point) and (begins is None or isinstance(begins, Now | UnderWay)),
        goes_to_year=isinstance(statement, Point) and _goes_to_year(statement),
        looks_back=isinstance(ends, Rolling) and ends.count < 0,
        lunar=_is_lunar(ends),
        goes_on_to=isinstance(statement, Range) and statement.first is None,
    )


def _goes_to_year(point: Point) -> bool:
    """Tell whether a point is another year, or a part of one that it tells (去年5月, 2022年上半年)."""
    if not point.pieces or not isinstance(point.pieces[0], ShiftedYear | Year | ShortYear):
        return False
    return isinstance(point.pieces[-1], ShiftedYear | Month | Stretch)


def _is_lunar(piece: Piece | None) -> bool:
    if isinstance(piece, FestivalDay):
        return festivals()[piece.name].day.startswith("lunar")
    return isinstance(piece, LunarDate | NextLunarDay | LaterLunarDay)


def _in_the_evening(when: When) -> bool:
    told = when.end or when.start
    if isinstance(told, datetime):
        return told.hour >= EVENING
    return when.part is not None and HOURS[when.part][1] == MIDNIGHT


def _after_noon(when: When) -> int | None:
    """Give the hour of a clock time that is told with a part of day after noon (下午4点)."""
    told = when.start.hour if isinstance(when.start, datetime) and when.part else 0
    return told if told >= NOON else None


def _fills_days(when: When) -> bool:
    """Tell whether what recurs has both of its ends told (10月3日至12日每晚), so that other days may lean on them."""
    told = when.edtf == f"{when.start}/{when.end}"  # not all of a year or a month
    return told and not {"start", "date"}.intersection(when.implied)


def _within(days: Period, span: Period | None) -> bool:
    return span is not None and span.start <= days.start and days.end <= span.end


def _edge_day(days: When, edge: re.Match[str]) -> Period | None:
    """Give the first or the last of some days, on which a ceremony is."""
    day = days.first_day if edge["opens"] else days.last_day
    return Period(day, day) if day else None
