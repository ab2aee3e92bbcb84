"""What words say about time, before anything is filled in.

A `Point` is a chain of pieces from coarse to fine (去年 · 12月 · 第一周 · 周三), each narrowing the period that the one
before it gives, and a clock at its end. A piece that `needs` a coarser period can join one, or has it implied by the
anchor; a piece that needs nothing stands by itself. `Range`, `Several`, `Every` and `Length` are made of points.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Anchor, Form, Grain, When


class Tense(StrEnum):
    """Whether a sentence tells what is done, what is to come, tells of an event without a sign, or says nothing.

    HINTED is a sign of what is to come in a later clause, which may be of something else; RECALLED one of what is done.
    """

    PAST = "past"
    RECALLED = "recalled"
    FUTURE = "future"
    HINTED = "hinted"
    TOLD = "told"
    UNMARKED = "unmarked"

    @property
    def past(self) -> bool:
        """Tell whether something is said to be done."""
        return self in {Tense.PAST, Tense.RECALLED}


class Period(Struct, frozen=True):
    """Days that a piece gives: first and last, how fine, whether one of them or all, EDTF's code when it has one.

    `moment` and `until` are exact instants, for what is told by the clock (三小时后, 未来48小时).
    """

    start: date
    end: date
    grain: Grain = Grain.DAY
    form: Form = Form.DAY
    code: str = ""
    moment: datetime | None = None
    until: datetime | None = None
    implied: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Setting(NamedTuple):
    """What a statement can lean on.

    The anchor and the tense of the sentence. What was named before: `last` day or span, `near` when it was close by,
    `here` when in the same sentence; `span`, the last of more than a day; `named`, be it a year; `week`, a coming one
    that is spoken of (下周预告); `days` running, listed or coming back of the same sentence, on each of which a clock
    time is kept; the day close by on which something `opened`; another `year` of which the sentence speaks; the last
    `lunar` date. `evening` tells that the sentence's last clock time was, so that midnight is of the next day;
    `afternoon` is the hour of that clock time where it was told with a part of day after noon; `clock` the last one
    of all, perhaps with its end; `story` the day of history from which a narrative goes on.
    """

    anchor: Anchor
    tense: Tense = Tense.UNMARKED
    last: Period | None = None
    near: Period | None = None
    here: Period | None = None
    span: Period | None = None
    named: Period | None = None
    week: Period | None = None
    days: When | None = None
    opened: Period | None = None
    year: Period | None = None
    lunar: Period | None = None
    evening: bool = False
    afternoon: int | None = None
    clock: tuple[datetime, datetime | None] | None = None
    story: Period | None = None


class Leaning(StrEnum):
    """What a piece cannot be placed without, or may be changed by."""

    ANCHOR = "anchor"
    TENSE = "tense"
    WORDS = "words"  # what the text named before


ON_ANCHOR = frozenset({Leaning.ANCHOR})
ON_TENSE = frozenset({Leaning.TENSE})
"""Of what chooses by the tense, and of every window: one that is to come is cut off at the anchor."""
ON_WORDS = frozenset({Leaning.WORDS})


class Piece(Struct, frozen=True, cache_hash=True):
    """A step from a coarser period to a finer one.

    `needs` lists the grains it can stand in, the likeliest first; empty: it stands by itself.
    """

    needs: ClassVar[tuple[Grain, ...]] = ()
    leans_on: ClassVar[frozenset[Leaning]] = frozenset()

    @property
    def gives(self) -> Grain:
        """Tell the grain it results in."""
        return Grain.DAY

    @property
    def names_day(self) -> bool:
        """Tell whether it names one known day, not one of several or all of them."""
        return self.gives is Grain.DAY

    @property
    def only(self) -> bool:
        """Tell whether it says nothing unless the text named before what it leans on."""
        return False

    def named(self, _setting: Setting) -> Period | None:
        """Give what it leans on of what the text named before."""
        return None

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Find the period inside the outer one; None when there is no such day (2月30日)."""
        raise NotImplementedError


class Clock(Struct, frozen=True, cache_hash=True):
    """A part of day, a clock time, or both; `hour` counts to 24 once a part of day or the form says which half.

    `open_half` tells that an hour up to 12 was named without a part of day, so that a range may still move it;
    `again` that it is the one told last (同一时间); `behind` by how many minutes the told zone lies behind Beijing's.
    """

    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    open_half: bool = False
    again: bool = False
    behind: int = 0

    @property
    def possible(self) -> bool:
        """Tell whether a clock can show it."""
        if self.hour == 24:
            return self.part is not None or not (self.minute or self.second)
        return (self.hour or 0) < 24 and (self.minute or 0) < 60 and (self.second or 0) < 60

    @property
    def grain(self) -> Grain:
        """Tell how finely it is told."""
        if self.second is not None:
            return Grain.SECOND
        if self.minute is not None:
            return Grain.MINUTE
        return Grain.PART if self.hour is None else Grain.HOUR

    def on(self, day: date) -> datetime:
        """Give the instant on a day; 24时 is the next midnight."""
        midnight = datetime.combine(day, time(0), BEIJING_TIME)
        minutes = (self.minute or 0) + self.behind
        return midnight + timedelta(hours=self.hour or 0, minutes=minutes, seconds=self.second or 0)


Hours = tuple[Clock, "Clock | None"]
"""When something opens and closes on each of its days; the closing time may not be told."""


class Point(Struct, frozen=True, cache_hash=True):
    """A day, a coarser period or a time of day, as far as the words state it.

    `beside` are the words that it restates (今天 in 今天（24日）), `weekday` one that was given along with a date;
    `whole` tells that all of its days are meant (周末期间), not one of them; `about` how many days on either side may
    be meant (5月1日前后).
    """

    pieces: tuple[Piece, ...] = ()
    clock: Clock | None = None
    beside: Point | None = None
    weekday: int | None = None
    whole: bool = False
    about: int = 0

    @property
    def needs(self) -> tuple[Grain, ...]:
        """Tell which coarser periods it lacks, the likeliest first."""
        if self.pieces:
            return self.pieces[0].needs
        return (Grain.DAY,)

    @property
    def gives(self) -> Grain:
        """Tell how fine it is."""
        if self.clock is not None:
            return self.clock.grain
        return self.pieces[-1].gives

    def within(self, outer: Point) -> Point:
        """Put it into a coarser point: its pieces after the other's."""
        return replace(
            outer, pieces=outer.pieces + self.pieces, clock=self.clock, weekday=self.weekday or outer.weekday
        )


class Range(Struct, frozen=True, cache_hash=True):
    """From one point to another, either of them perhaps open; `hours` are kept on each of its days.

    `resumes` tells that it goes on from the day named last (将持续至B), `sharp` that a vague end is its last day (B前).
    """

    first: Point | None
    last: Point | None
    hours: Hours | None = None
    resumes: bool = False
    sharp: bool = False


class Several(Struct, frozen=True, cache_hash=True):
    """Each of the points, or one of them (`either`)."""

    points: tuple[Point, ...]
    hours: Hours | None = None
    either: bool = False


RFC_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week, as RFC 5545 calls them."""


class Every(Struct, frozen=True, cache_hash=True):
    """A recurrence: RFC 5545 frequency, weekdays (`MO`, `1SA`), days and months of the year; `within` bounds it.

    `workdays` leaves out official holidays; `count` is how many times, where that is said. `pause` tells that it is
    when something else does not take place, `pauses` are the weekdays on which this does not, and `but` the dates.
    """

    frequency: str
    weekdays: tuple[str, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    interval: int = 1
    hours: Hours | None = None
    within: Point | Range | None = None
    workdays: bool = False
    count: int | None = None
    pause: bool = False
    pauses: tuple[str, ...] = ()
    but: Point | Range | Several | None = None


class Length(Struct, frozen=True, cache_hash=True):
    """How long something goes on (为期5天): a span once its first day, `since`, or its last, `until`, is known."""

    count: int
    unit: Grain
    since: Point | None = None
    until: Point | None = None


Statement = Point | Range | Several | Every | Length
