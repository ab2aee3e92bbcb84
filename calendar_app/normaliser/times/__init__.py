"""Find and normalise the times of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Anchor, Reason, TimeMention
from calendar_app.normaliser.times.combine import combine
from calendar_app.normaliser.times.finding import readings
from calendar_app.normaliser.times.named import Named
from calendar_app.normaliser.times.placing import NOWHERE, Unsettled
from calendar_app.normaliser.times.resolve import minds_tense, resolve, says_nothing
from calendar_app.normaliser.times.statements import Setting, Tense
from calendar_app.normaliser.times.tense import Sentences

if TYPE_CHECKING:
    from calendar_app.normaliser.times.grammar import Reading

__all__ = ["find_times"]


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
