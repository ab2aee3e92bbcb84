"""Decide which tellings of a report are events, and which times belong to each.

A report tells of one main activity, mostly in its lead, and may go on to others: each of those must bring a time of its
own. A generic name (展览, 本届大赛) points back to one already told. What opens in one sentence and runs on in
another gives two drafts, the opening and the run; opening and end told together are one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calendar_app.model import Form, Grain
from calendar_app.normaliser.durations import lasting
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.references import (
    dated_after,
    earlier_name,
    known_before,
    named_in,
    pointed_at,
    speaks_of_main,
)
from calendar_app.normaliser.tellings import (
    Telling,
    begins,
    best,
    best_of_each_time,
    ends,
    has_theme,
    is_announced,
    is_dated,
    is_dated_deed,
    is_deed,
    is_length,
    is_named,
    stands_alone,
    tell,
    time_before,
    usable_times,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from calendar_app.model import Span, TimeMention, When
    from calendar_app.normaliser.activities import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event to be: the telling that named it, the one that dated it, and its times.

    `time` dates it; `until` ends what it began; `repeats` says how it recurs in between; `previous` is the time from
    which it was put off. `run` marks the run of what another draft opened, `again` a further time of its activity.
    """

    activity: ActivityMention
    told_by: ActivityMention
    time: TimeMention | None
    until: TimeMention | None = None
    repeats: TimeMention | None = None
    previous: TimeMention | None = None
    main: bool = False
    run: bool = False
    again: bool = False

    @property
    def when(self) -> When | None:
        """Give the value of the time that dates it."""
        return self.time.when if self.time else None


FURTHER_FORMS = (Form.DAY, Form.MOMENT, Form.SEVERAL, Form.SPAN, Form.WINDOW)
"""What a further time of the same activity may be: 下一场将于…."""

BEGINS = (Aspect.HOLD, Aspect.OPEN, Aspect.RUN)
"""What is told of the first day of something that goes on."""

MOST_DAYS = 4
"""The commas in BYDAY of at least five days a week."""

PUT_OFF = (Aspect.CANCEL, Aspect.POSTPONE)


def draft(
    segments: Segments,
    activities: Sequence[ActivityMention],
    times: Sequence[TimedMention],
    places: Sequence[Span] = (),
) -> tuple[Draft, ...]:
    """Draft the events of a report, the main one first; `places` are the spans of its place names."""
    usable = usable_times(activities, times, places)
    tellings = tell(segments, activities, usable)
    main = _main(segments, tellings, usable)
    if main is None:
        return ()
    drafts = [main]
    endings = sorted(filter(ends, usable), key=is_length)  # a stated end outdoes a length
    for time in endings:
        if segments.sentence_at(time.span[0]) == main.told_by.sentence:
            _end(segments, drafts, time)
    undated: list[ActivityMention] = []
    for telling in best_of_each_time(tellings):
        if telling.time is None:
            undated.append(telling.activity)
        else:
            _go_on(segments, drafts, undated, telling, telling.time)
    for time in endings:
        _end(segments, drafts, time)
    return tuple(_with_repeats(segments, _with_length(segments, each), drafts[0], usable) for each in drafts)


# ---------------------------------------------------------------- the main activity


def _main(segments: Segments, tellings: Sequence[Telling], usable: Sequence[TimeMention]) -> Draft | None:
    """Find what the report is about: the first sentence that names an activity or dates a deed, else what is dated."""
    kinds: tuple[Callable[[Telling], bool], ...] = (
        lambda each: is_named(each) or is_dated_deed(each),
        is_dated,
        is_announced,
        is_deed,
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
    chosen = best(each for each in here if each.time is found[0].time and each in found)
    put_off = [each for each in here if each.activity.aspect in PUT_OFF]
    told = next((each for each in put_off if each.time not in (None, chosen.time)), put_off[0] if put_off else chosen)
    time = told.time or chosen.time or time_before(segments, told.activity, usable)
    if time is None and not told.activity.in_progress and (later := dated_after(tellings, chosen)) is not None:
        told, time = later, later.time
    main = Draft(
        activity=(earlier_name(tellings, chosen) or chosen).activity,
        told_by=told.activity,
        time=time,
        previous=chosen.time if put_off else None,
        main=True,
    )
    return _closing(segments, main, usable) if told.activity.aspect is Aspect.CLOSE else main


def _closing(segments: Segments, main: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Read what closes: with the day it began when that is told, as an end alone when it is still to come."""
    begin, end = segments.sentences[main.told_by.sentence].span
    closed = main.when.last_day if main.when else None
    for each in usable:
        if begin <= each.span[0] < end and begins(each):
            return replace(main, time=each, until=main.time)
        if each.when is not None and each.when.form is Form.SPAN and each.when.last_day == closed:
            return replace(main, time=each)
    return replace(main, time=None, until=main.time) if main.told_by.future else main


# ---------------------------------------------------------------- what the report goes on to


def _go_on(
    segments: Segments, drafts: list[Draft], undated: Sequence[ActivityMention], telling: Telling, time: TimeMention
) -> None:
    """Add to the drafts what a further dated telling says: an end, a further time, or another activity."""
    activity, when = telling.activity, time.when
    if when is None or any(activity in (each.activity, each.told_by) for each in drafts):
        return
    target = pointed_at(segments, [each.activity for each in drafts], activity)
    known = known_before(segments, undated, activity) if target is None else None
    if known is not None:
        if not _is_told(drafts, when):
            drafts.append(Draft(activity=known, told_by=activity, time=time))
    elif target is not None or speaks_of_main(segments, activity):
        _extend(drafts, target or 0, activity, time, when)
    elif stands_alone(telling) and (activity.future or not _is_year(when)):
        if _is_told(drafts, when) and not has_theme(activity):
            return
        drafts.append(Draft(activity=activity, told_by=activity, time=time))


def _extend(drafts: list[Draft], number: int, activity: ActivityMention, time: TimeMention, when: When) -> None:
    """Apply what a telling says of an activity that has a draft: its end, its whole span, or a further time."""
    target = drafts[number]
    dated = target.when
    if activity.aspect is Aspect.CLOSE:
        _close(drafts, number, activity, time)
    elif dated is not None and (_spans(when, dated) or _refines(when, dated)):
        drafts[number] = replace(target, time=time)
    elif _is_told(drafts, when) or (dated is not None and _part_of(when, dated)):
        return
    elif when.rrule and dated is not None and (dated.form is Form.SPAN or target.until is not None):
        if not _are_hours(activity, when):
            drafts.append(replace(target, told_by=activity, repeats=time, main=False, again=True))
    elif when.rrule or (activity.future and when.form in FURTHER_FORMS):
        drafts.append(Draft(activity=target.activity, told_by=activity, time=time, again=True))


def _spans(when: When, dated: When) -> bool:
    """Tell whether a time is the whole span of which another is the first or the last day."""
    if when.form not in (Form.SPAN, Form.OPEN) or dated.form not in (Form.DAY, Form.MOMENT):
        return False
    return dated.first_day in (when.first_day, when.last_day) and when.edtf != dated.edtf


def _part_of(when: When, dated: When) -> bool:
    """Tell whether a time lies within the days of what it would be a further time of."""
    if dated.form is not Form.SPAN or when.rrule or when.first_day is None or when.last_day is None:
        return False
    begin, end = dated.first_day, dated.last_day
    return begin is not None and end is not None and begin <= when.first_day and when.last_day <= end


def _are_hours(activity: ActivityMention, when: When) -> bool:
    """Tell when a house is open (展览每天9时至17时开放,周一闭馆): that is no further time of what it shows."""
    daily = when.rrule is not None and (when.rrule.startswith("FREQ=DAILY") or when.rrule.count(",") >= MOST_DAYS)
    return activity.word == "开放" and daily


def _refines(when: When, dated: When) -> bool:
    """Tell whether a time is a finer one within a coarse year or month told before."""
    if dated.form is not Form.COARSE or when.first_day is None or when.last_day is None:
        return False
    begin, end = dated.first_day, dated.last_day
    return begin is not None and end is not None and begin <= when.first_day and when.last_day <= end


def _is_told(drafts: Sequence[Draft], when: When) -> bool:
    return any(each.when is not None and each.when.edtf == when.edtf for each in drafts)


def _is_year(when: When) -> bool:
    return when.form is Form.COARSE and when.grain is Grain.YEAR


# ---------------------------------------------------------------- ends, recurrences


def _end(segments: Segments, drafts: list[Draft], time: TimeMention) -> None:
    """Give an end that no verb carries (…,将持续至6月23日) to the activity of its sentence, else to the main one."""
    if any(time in (each.time, each.until) for each in drafts):
        return
    sentence = segments.sentence_at(time.span[0])
    clause = segments.sentences[sentence].clause_at(time.span[0])[0]
    spoken_of = named_in(segments, [each.activity for each in drafts], (clause, time.span[0]))
    here = [number for number, each in enumerate(drafts) if each.told_by.sentence == sentence]
    if time.text.startswith("历时") and not here:
        return  # it looks back: 筹备历时两年
    number = spoken_of if spoken_of is not None else here[-1] if here else 0
    told_by = drafts[number].told_by
    if told_by.aspect is not Aspect.CLOSE:
        _close(drafts, number, replace(told_by, sentence=sentence), time)


def _close(drafts: list[Draft], number: int, told_by: ActivityMention, time: TimeMention) -> None:
    """Give a draft its end; an opening whose end another sentence states stays an event of its own."""
    target = drafts[number]
    if target.until is not None or any(each.run and each.activity is target.activity for each in drafts):
        return
    begun, ended = target.when, time.when
    first = begun.first_day if begun else None
    last = ended.last_day if ended else None
    if last is None or (first is not None and last <= first) or (ended is not None and ended.grain is Grain.YEAR):
        return
    together = told_by.sentence == target.told_by.sentence
    if begun is not None and begun.form is Form.WINDOW and not together:
        return
    opened = target.told_by.aspect is Aspect.OPEN and begun is not None and begun.form is not Form.OPEN
    if together or is_length(time) or not opened:
        drafts[number] = replace(target, until=time)
    else:
        drafts.append(replace(target, until=time, told_by=told_by, main=False, run=True))


def _with_length(segments: Segments, each: Draft) -> Draft:
    """Add the length told before the day on which it begins (为期4天的总决赛10月12日开赛)."""
    if each.time is None or each.until is not None or each.told_by.aspect not in BEGINS:
        return each
    return replace(each, until=lasting(segments, segments.sentences[each.told_by.sentence].span, each.time))


def _with_repeats(segments: Segments, each: Draft, main: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Add the recurrence told in the same sentence (…至8月26日,…每周六晚6点半开场)."""
    if each.when is None:
        return each
    if each.when.rrule:
        return _within_its_span(segments, each, main)
    begin, end = segments.sentences[each.told_by.sentence].span
    for time in usable:
        if time.when is not None and time.when.rrule and begin <= time.span[0] < end:
            return replace(each, repeats=time)
    return each


def _within_its_span(segments: Segments, each: Draft, main: Draft) -> Draft:
    """Bound what recurs while the main activity runs (花展期间,每逢周六) by its span."""
    if each.time is None or each.when is None or each.when.end is not None or main.when is None or each is main:
        return each
    runs = main.until is not None or main.when.form is Form.SPAN
    begin = segments.sentences[each.told_by.sentence].span[0]
    if runs and "期间" in segments.text[begin : each.time.span[0]]:
        return replace(each, time=main.time, until=main.until, repeats=each.time)
    return each
