"""Give a statement its value: EDTF, bounds, grain, what was implied and the anchor that it leant on."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from calendar_app.model import Anchor, Form, Grain, Reason, When
from calendar_app.normaliser.times.periods import month_period
from calendar_app.normaliser.times.pieces.leaning import Around
from calendar_app.normaliser.times.pieces.plain import Day, Month
from calendar_app.normaliser.times.placing import NOWHERE, Unsettled, lately, leans_on_days, place
from calendar_app.normaliser.times.recurring import of_every
from calendar_app.normaliser.times.spans import Value, of_length, of_range, of_several
from calendar_app.normaliser.times.statements import (
    Clock,
    Every,
    Leaning,
    Length,
    Point,
    Range,
    Setting,
    Several,
    Statement,
    Tense,
)
from calendar_app.normaliser.times.values import ahead, around, kept, of_days, of_point

LEAP_YEAR = 2000


@lru_cache(4096)
def minds_tense(statement: Statement) -> bool:
    """Tell whether the tense has a say in a statement: in 5月1日 and 明天前后 it has, in 昨晚 and 2023年5月1日 none."""
    if not isinstance(statement, Point) or not statement.pieces or statement.beside or statement.pieces[0].needs:
        return True
    if statement.about:  # a window, which is cut off at the anchor when it is to come
        return True
    return any(Leaning.TENSE in piece.leans_on for piece in statement.pieces)


def resolve(statement: Statement, setting: Setting, rule: str) -> Value:
    """Give the value of a statement and the notes on it, or raise Unsettled; most are the same in every text."""
    if setting.days and (clocks := _clocks(statement)):
        return kept(setting.days, clocks, rule), ()
    if not leans_on_days(setting) and _on_its_own(statement):
        return _resolved(statement, setting.anchor, setting.tense, rule)
    return _resolve(statement, setting, rule)


@lru_cache(4096)
def _clocks(statement: Statement) -> tuple[Clock | None, Clock | None] | None:
    """Give the clock times, from and until, of a statement that says nothing else."""
    first, last = (statement.first, statement.last) if isinstance(statement, Range) else (statement, None)
    points = [each for each in (first, last) if each]
    if not all(isinstance(each, Point) and not each.pieces and not each.beside and each.clock for each in points):
        return None
    opens, closes = (each.clock if isinstance(each, Point) else None for each in (first, last))
    return opens, closes


@lru_cache(4096)
def _on_its_own(statement: Statement) -> bool:
    """Tell whether nothing that the text named before has a say in it."""
    if isinstance(statement, Range):
        first, last = statement.first, statement.last
        return first is not None and last is not None and _on_its_own(first) and _of_own_pieces(last)
    if not isinstance(statement, Point) or not statement.pieces or not _of_own_pieces(statement):
        return False
    needs = statement.pieces[0].needs
    return not needs or needs[0] in {Grain.YEAR, Grain.WEEK}


def _of_own_pieces(point: Point) -> bool:
    if point.clock and point.clock.again:
        return False
    return point.beside is None and not any(Leaning.WORDS in piece.leans_on for piece in point.pieces)


@lru_cache(4096)
def _resolved(statement: Statement, anchor: Anchor, tense: Tense, rule: str) -> Value:
    return _resolve(statement, Setting(anchor, tense), rule)


def _resolve(statement: Statement, setting: Setting, rule: str) -> Value:
    if isinstance(statement, Point):
        return _point(statement, setting, rule)
    if isinstance(statement, Range):
        return of_range(statement, setting, rule)
    if isinstance(statement, Several):
        return of_several(statement, setting, rule)
    if isinstance(statement, Every):
        within, but = statement.within, statement.but
        told = within is not None and not says_nothing(within, setting)
        bounds, notes = resolve(within, setting, rule) if within and told else (_bounds(statement, setting), ())
        left_out, _ = resolve(but, setting, rule) if but else (None, ())
        return of_every(statement, bounds, left_out, setting, rule), notes
    return of_length(statement, setting, rule), ()


def _bounds(every: Every, setting: Setting) -> When | None:
    """Give the span that a recurrence runs in where its words tell none: the days or the first day of its sentence.

    What comes back every day keeps to the span that was named close before, too.
    """
    days = setting.days
    if every.frequency == "YEARLY":
        return None
    if days and days.form in {Form.SPAN, Form.RECURRING}:
        return days
    near, here = setting.near, setting.here
    if every.frequency == "DAILY" and near and near.form is Form.SPAN and near.end >= setting.anchor.day:
        return of_days(near.start, near.end, "", Form.SPAN)
    if here and here.start == here.end and here.start > setting.anchor.day:
        return replace(of_days(here.start, here.end, "", Form.OPEN), edtf=f"{here.start}/..", end=None)
    return None


def says_nothing(statement: Statement, setting: Setting) -> bool:
    """Tell whether a statement counts from a day that nothing named: a length, 第二天, 期间."""
    if isinstance(statement, Point):
        first = statement.pieces[0] if statement.pieces else None
        return first is not None and first.only and first.named(setting) is None
    if not isinstance(statement, Length) or statement.since or statement.until:
        return False
    return setting.near is None and (setting.last is None or not lately(setting.last.start, setting.anchor))


def _point(point: Point, setting: Setting, rule: str) -> Value:
    if setting.anchor is NOWHERE and (yearless := _yearless(point, rule)):
        return yearless, ()
    placed = place(point, setting)
    if point.about:
        placed = around(placed, point.about)
    if not (point.pieces and isinstance(point.pieces[-1], Around)):  # which chooses its side itself
        placed = ahead(placed, setting)
    if point.whole and placed.period.form is Form.WINDOW:
        placed = replace(placed, period=replace(placed.period, form=Form.SPAN))
    return of_point(placed, rule), placed.notes


def _yearless(point: Point, rule: str) -> When | None:
    """Write a month, or a month and day, without its year as EDTF can: XXXX-11-16."""
    if not 1 <= len(point.pieces) <= 2 or point.about:
        return None
    month, day = (*point.pieces, None)[:2]
    if not isinstance(month, Month) or not (day is None or isinstance(day, Day)):
        return None
    outer = month_period(LEAP_YEAR, month.number)
    found = day.narrow(outer, Setting(NOWHERE)) if outer and day else outer
    clock = point.clock
    if found is None or (clock and not clock.possible):
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    told = f"XXXX-{month.number:02d}" + (f"-{day.number:02d}" if day else "")
    if clock and clock.hour is not None and day:
        told = f"XXXX{clock.on(found.start).isoformat()[4:]}"  # 24时 is of the next day
        return When(form=Form.MOMENT, edtf=told, start=None, end=None, grain=clock.grain, rule=rule, part=clock.part)
    form, grain = (Form.DAY, Grain.DAY) if day else (Form.COARSE, Grain.MONTH)
    return When(form=form, edtf=told, start=None, end=None, grain=grain, rule=rule, part=clock.part if clock else None)
