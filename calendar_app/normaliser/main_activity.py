"""Find what a report is about: the one main activity, mostly of its lead, with the time that dates it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form
from calendar_app.normaliser.drafts import Draft
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.references import CLASS_WORD, dated_after, earlier_name, later_name, pointed_at
from calendar_app.normaliser.telling_times import QUALIFIES, begins, ends, time_before, time_next
from calendar_app.normaliser.tellings import (
    Telling,
    best,
    is_announced,
    is_dated,
    is_dated_deed,
    is_deed,
    is_named,
    is_told_late,
    is_vague,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from calendar_app.model import TimeMention
    from calendar_app.normaliser.sentences import Segments

PUT_OFF = (Aspect.CANCEL, Aspect.POSTPONE)


def main_draft(segments: Segments, tellings: Sequence[Telling], usable: Sequence[TimeMention]) -> Draft | None:
    """Find what the report is about: the first sentence that names an activity or dates a deed, else what is dated."""
    kinds: tuple[Callable[[Telling], bool], ...] = (
        lambda each: (is_named(each) and not is_vague(each)) or is_dated_deed(each),
        is_named,
        is_dated,
        is_announced,
        is_deed,
        lambda each: is_told_late(each) and time_before(segments, each.activity, usable) is not None,
    )
    for suits in kinds:
        found = [each for each in tellings if suits(each)]
        if found:
            return _as_main(segments, tellings, found, usable)
    return None


def _as_main(
    segments: Segments, tellings: Sequence[Telling], found: Sequence[Telling], usable: Sequence[TimeMention]
) -> Draft:
    """Make the main draft of the first suitable telling, in the best words of its sentence.

    A postponement or cancellation told in that sentence is what is said of it.
    """
    here = [each for each in tellings if each.activity.sentence == found[0].activity.sentence]
    chosen = best(each for each in here if each.time is found[0].time and each in found and _renames(found[0], each))
    put_off = [each for each in here if each.activity.aspect in PUT_OFF and _may_be(segments, chosen, each)]
    told = next((each for each in put_off if each.time not in (None, chosen.time)), put_off[0] if put_off else chosen)
    time = told.time or chosen.time or time_before(segments, told.activity, usable)
    if (
        time is None
        and not told.activity.in_progress
        and (later := dated_after(segments, tellings, chosen)) is not None
    ):
        told, time = later, later.time
    if time is None and not told.activity.in_progress:
        time = time_next(segments, tellings, chosen, usable)
    main = Draft(
        activity=(earlier_name(tellings, chosen) or later_name(segments, tellings, chosen) or chosen).activity,
        told_by=told.activity,
        time=time,
        previous=chosen.time if put_off else None,
        main=True,
    )
    return _closing(segments, main, tellings, usable) if told.activity.aspect is Aspect.CLOSE else main


def _renames(first: Telling, other: Telling) -> bool:
    """Tell whether a telling of the same time may name what another one does, and tells of nothing else by name."""
    one, two = first.activity.name, other.activity.name
    both = first.activity.named and other.activity.named and one is not None and two is not None
    return (
        not both
        or one == two
        or (two is not None and two.quoted and not (one is not None and one.span[1] <= two.span[0]))
    )


def _may_be(segments: Segments, chosen: Telling, put_off: Telling) -> bool:
    """Tell whether what is put off may be what the report is about, and is no other thing called off beside it."""
    one, other = chosen.activity.name, put_off.activity.name
    if one is None or other is None or one.span == other.span or other.span[1] - other.span[0] <= CLASS_WORD:
        return True
    return pointed_at(segments, [chosen.activity], put_off.activity) is not None


def _closing(segments: Segments, main: Draft, tellings: Sequence[Telling], usable: Sequence[TimeMention]) -> Draft:
    """Read what closes: with the day it began when that is told, as an end alone when it is still to come."""
    if opened := _opened_beside(segments, main, tellings):
        return replace(main, time=opened, until=main.time)
    begin, end = segments.sentences[main.told_by.sentence].span
    if main.time and segments.text.endswith("原定", begin, main.time.span[0]):
        planned = main.time.span[1]
        if extended := next((each for each in usable if planned <= each.span[0] < end and ends(each)), None):
            return replace(main, time=None, until=extended)  # 原定25日闭幕,展期延长至31日
    closed = main.when.last_day if main.when else None
    for each in usable:
        if begin <= each.span[0] < end and each is not main.time and QUALIFIES.match(segments.text, each.span[1]):
            return replace(main, time=each, until=main.time)
        if begin <= each.span[0] < end and begins(each):
            return replace(main, time=each, until=main.time)
        if each.when is not None and each.when.form is Form.SPAN and each.when.last_day == closed:
            return replace(main, time=each)
    return replace(main, time=None, until=main.time) if main.told_by.future else main


def _opened_beside(segments: Segments, main: Draft, tellings: Sequence[Telling]) -> TimeMention | None:
    """Give the day of an opening told without a name right before that of the close: 初一开锣,初七收官。…庙会落幕."""
    if main.time is None:
        return None
    sentence = segments.sentence_at(main.time.span[0])
    for each in tellings:
        opens = each.activity.aspect is Aspect.OPEN and each.activity.name is None
        if opens and each.activity.sentence == sentence and each.time and each.time.span < main.time.span:
            return each.time
    return None
