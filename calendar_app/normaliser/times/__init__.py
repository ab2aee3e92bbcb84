"""Find and normalise the times of a text."""

from __future__ import annotations

from calendar_app.folding import fold
from calendar_app.model import Anchor, Form, TimeMention, When
from calendar_app.normaliser.times.combine import combine
from calendar_app.normaliser.times.grammar import Reading, readings
from calendar_app.normaliser.times.resolve import NOWHERE, Unsettled, resolve
from calendar_app.normaliser.times.statements import Period, Setting
from calendar_app.normaliser.times.tense import Sentences

__all__ = ["find_times"]


def find_times(text: str, anchor: Anchor | None) -> tuple[TimeMention, ...]:
    """Find all times of a text, in order, none overlapping; spans are offsets into the text as given.

    `anchor` is what relative words lean on: the dateline's day if there is one, else the issue date; None when there is
    nothing, and then what leans on it is unresolved (`Reason.NO_ISSUE_DATE`).
    """
    folded = fold(text)
    sentences = Sentences(folded)
    last: Period | None = None
    mentions = []
    for reading in combine(readings(folded), folded):
        tense = sentences.tense(reading.start, reading.end)
        mention = _mention(text, reading, Setting(anchor or NOWHERE, tense, last))
        mentions.append(mention)
        last = _named(mention.when) or last
    return tuple(mentions)


def _mention(text: str, reading: Reading, setting: Setting) -> TimeMention:
    words, span = text[reading.start : reading.end], (reading.start, reading.end)
    try:
        when, notes = resolve(reading.statement, setting, reading.rule)
    except Unsettled as unsettled:
        return TimeMention(text=words, span=span, when=None, rule=reading.rule, unresolved=unsettled.reason)
    return TimeMention(text=words, span=span, when=when, rule=reading.rule, notes=notes)


def _named(when: When | None) -> Period | None:
    """Give the day or span that a mention names for what leans on it: 当天, 次日, 期间."""
    if when is None or when.form not in {Form.DAY, Form.MOMENT, Form.SPAN, Form.SEVERAL}:
        return None
    first, last = when.first_day, when.last_day
    return Period(first, last, form=when.form) if first and last else None
