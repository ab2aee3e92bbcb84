"""Find and normalise the times of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Anchor, Form, Grain, Reason, TimeMention, When
from calendar_app.normaliser.times.combine import combine
from calendar_app.normaliser.times.finding import readings
from calendar_app.normaliser.times.leaning import Now, UnderWay
from calendar_app.normaliser.times.placing import NOWHERE, Unsettled
from calendar_app.normaliser.times.resolve import minds_tense, resolve, says_nothing
from calendar_app.normaliser.times.statements import Period, Point, Range, Setting, Statement, Tense
from calendar_app.normaliser.times.tense import Sentences

if TYPE_CHECKING:
    from calendar_app.normaliser.times.grammar import Reading

__all__ = ["find_times"]

NAMING = {Form.DAY, Form.MOMENT, Form.SPAN, Form.SEVERAL, Form.OPEN}
RUNNING = {Form.SPAN, Form.SEVERAL, Form.RECURRING}
"""On all of their days a clock time is kept that their sentence tells."""
CEREMONY = re.compile("(?P<opens>开幕[式典仪]|启动[式仪]|揭幕|剪彩|首日|首场)|闭幕[式典仪]|颁奖|末场")
COARSE = {Grain.MONTH, Grain.SEASON, Grain.YEAR}
"""What is open since a summer or a year names no day that something else could begin on."""
NEAR = 150
"""How many characters on a clock time still leans on a day; a paragraph's end parts them too."""


def find_times(text: str, anchor: Anchor | None, above: str = "") -> tuple[TimeMention, ...]:
    """Find all times of a text, in order, none overlapping; spans are offsets into the text as given.

    `anchor` is what relative words lean on: the dateline's day if there is one, else the issue date; None when there is
    nothing, and then what leans on it is unresolved (`Reason.NO_ISSUE_DATE`). `above` is the text's headline: its
    weekdays are of the coming week that is named there.
    """
    folded = fold(text)
    sentences = Sentences(folded)
    named = Named(folded)
    if anchor and above:
        for mention in find_times(above, anchor):
            named.speak_of_week(mention.when, anchor)
    mentions = []
    for reading in combine(readings(folded), folded):
        minds = minds_tense(reading.statement)
        tense = sentences.tense(reading.start, reading.end) if minds else Tense.UNMARKED
        setting = named.setting(anchor or NOWHERE, tense, reading.start)
        if named.days:
            setting = named.with_days(setting, sentences.bounds(reading.start, reading.end)[0], reading.start)
        if says_nothing(reading.statement, setting):
            continue
        mention = _mention(text, reading, setting)
        mentions.append(mention)
        named.remember(mention, reading.statement)
        if anchor:
            named.speak_of_week(mention.when, anchor)
    return tuple(mentions)


def _mention(text: str, reading: Reading, setting: Setting) -> TimeMention:
    words, span = text[reading.start : reading.end], (reading.start, reading.end)
    try:
        when, notes = resolve(reading.statement, setting, reading.rule)
    except Unsettled as unsettled:
        return TimeMention(text=words, span=span, when=None, rule=reading.rule, unresolved=unsettled.reason)
    except OverflowError:  # an instant or a day beyond the calendar, from counting on from its last day
        return TimeMention(text=words, span=span, when=None, rule=reading.rule, unresolved=Reason.IMPOSSIBLE_DATE)
    return TimeMention(text=words, span=span, when=when, rule=reading.rule, notes=notes)


def _names_no_day(statement: Statement) -> bool:
    """Tell whether a statement is of the clock alone, or of the time of speaking (如今)."""
    point = statement.first if isinstance(statement, Range) else statement
    return isinstance(point, Point) and (not point.pieces or isinstance(point.pieces[0], Now | UnderWay))


class Named:
    """What a text has named so far, for the words that lean on it."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.last: Period | None = None
        self.span: Period | None = None
        self.named: Period | None = None
        self.week: Period | None = None
        self.days: When | None = None
        self.end = self.days_end = 0

    def setting(self, anchor: Anchor, tense: Tense, start: int) -> Setting:
        """Give what the words at an offset can lean on."""
        near = self.last is not None and start - self.end < NEAR and "\n" not in self.text[self.end : start]
        return Setting(anchor, tense, self.last, self.last if near else None, self.span, self.named, self.week)

    def with_days(self, setting: Setting, sentence: int, start: int) -> Setting:
        """Add the days of the same sentence; a ceremony between is of the first or the last of them."""
        days = self.days
        if days is None or self.days_end < sentence:
            return setting
        if edge := CEREMONY.search(self.text, self.days_end, start):
            day = days.first_day if edge["opens"] else days.last_day
            return setting._replace(near=Period(day, day)) if day else setting
        return setting._replace(days=days)

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
        when = mention.when
        if when is None:
            return
        if when.form in RUNNING and when.grain not in COARSE and not _names_no_day(statement):
            self.days, self.days_end = when, mention.span[1]
        first = when.first_day if when.form is not Form.RECURRING else None
        if first is None:
            return
        if _names_no_day(statement):
            if self.last and when.anchor and when.anchor.day == self.last.start:
                self.end = mention.span[1]
            return
        self.named = Period(first, when.last_day or first, form=when.form)
        if when.form not in RUNNING:
            self.days = None
        if when.form not in NAMING or when.grain in COARSE:
            return
        self.end, self.last = mention.span[1], self.named
        if self.last.start != self.last.end:
            self.span = self.last
