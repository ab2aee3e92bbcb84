"""Decide which tellings of a report are events, and which time belongs to each.

A report tells of one main activity, mostly in its lead, and may go on to others: each of those must bring a time of its
own. A generic name (展览, 本届大赛) points back to one already told. What opens in one sentence and runs on in
another gives two drafts, the opening and the run; opening and end told together are one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calendar_app.model import Form, Grain
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.timing import TimeRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calendar_app.model import Span, TimeMention
    from calendar_app.normaliser.activities import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event to be: the telling that named it, the one that dated it, and its times.

    `time` dates it; `until` ends what it began; `repeats` says how it recurs in between. `run` marks the run of what
    another draft opened.
    """

    activity: ActivityMention
    told_by: ActivityMention
    time: TimeMention | None
    until: TimeMention | None = None
    repeats: TimeMention | None = None
    main: bool = False
    run: bool = False
    next: bool = False


@dataclass(frozen=True, slots=True)
class _Telling:
    activity: ActivityMention
    time: TimeMention | None


def draft(
    segments: Segments, activities: Sequence[ActivityMention], times: Sequence[TimedMention]
) -> tuple[Draft, ...]:
    """Draft the events of a report, the main one first."""
    usable = [each.mention for each in times if each.role is TimeRole.EVENT]
    tellings = [_Telling(each, _time_of(segments, each, usable)) for each in activities if each.refusal is None]
    main = _main(segments, tellings, usable)
    if main is None:
        return ()
    drafts = [main]
    for telling in _best_of_each_time(tellings):
        _go_on(segments, drafts, telling)
    return tuple(_with_repeats(segments, each, usable) for each in drafts)


# ---------------------------------------------------------------- which time belongs to a telling


def _time_of(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time before the verb in its sentence, else the first behind it in its clause."""
    sentence = segments.sentences[activity.sentence]
    begin, end = activity.trigger
    inside = [
        each
        for each in usable
        if sentence.span[0] <= each.span[0] < sentence.span[1] and not _within_name(activity, each)
    ]
    before = [each for each in inside if each.span[1] <= begin]
    if before:
        return _most_telling(before)
    clause = sentence.clause_at(begin)
    behind = [each for each in inside if end <= each.span[0] < clause[1]]
    return behind[0] if behind else None


def _most_telling(before: Sequence[TimeMention]) -> TimeMention:
    """Prefer the last time, but the span to the recurrence that fills it, and a date to the coarse year around it."""
    last = before[-1]
    if (
        len(before) > 1
        and last.when is not None
        and last.when.rrule
        and before[-2].when is not None
        and not before[-2].when.rrule
    ):
        return before[-2]
    return last


def _within_name(activity: ActivityMention, time: TimeMention) -> bool:
    return activity.name is not None and activity.name.span[0] <= time.span[0] and time.span[1] <= activity.name.span[1]


# ---------------------------------------------------------------- the main activity


def _main(segments: Segments, tellings: Sequence[_Telling], usable: Sequence[TimeMention]) -> Draft | None:
    for suits in (_named_and_timed, _visit_and_timed, _named_in_lead, _generic_and_timed, _visit_in_lead):
        found = [each for each in tellings if suits(segments, each)]
        if found:
            chosen = _best(
                each
                for each in found
                if each.activity.sentence == found[0].activity.sentence and each.time is found[0].time
            )
            earlier = _earlier_name(segments, tellings, chosen)
            time = chosen.time or _time_before(segments, chosen.activity, usable)
            return Draft(activity=(earlier or chosen).activity, told_by=chosen.activity, time=time, main=True)
    return None


def _named_and_timed(_: Segments, telling: _Telling) -> bool:
    return telling.activity.named and telling.time is not None and telling.activity.aspect not in (Aspect.VISIT,)


def _visit_and_timed(_: Segments, telling: _Telling) -> bool:
    return telling.activity.aspect is Aspect.VISIT and telling.activity.agent is not None and telling.time is not None


def _named_in_lead(segments: Segments, telling: _Telling) -> bool:
    return telling.activity.named and _paragraph(segments, telling) <= 1


def _generic_and_timed(segments: Segments, telling: _Telling) -> bool:
    return telling.activity.name is not None and telling.time is not None and _paragraph(segments, telling) <= 1


def _visit_in_lead(segments: Segments, telling: _Telling) -> bool:
    return (
        telling.activity.aspect is Aspect.VISIT
        and telling.activity.agent is not None
        and _paragraph(segments, telling) == 0
    )


def _paragraph(segments: Segments, telling: _Telling) -> int:
    return segments.sentences[telling.activity.sentence].paragraph


def _earlier_name(segments: Segments, tellings: Sequence[_Telling], chosen: _Telling) -> _Telling | None:
    """Give a telling of the lead that names with a theme what the chosen one, a later sentence, only dates."""
    if chosen.activity.name is None or chosen.activity.name.quoted:
        return None
    kind = chosen.activity.name.kind
    for each in tellings:
        if each.activity.sentence >= chosen.activity.sentence:
            return None
        name = each.activity.name
        if (
            name is not None
            and name.quoted
            and name.kind is kind
            and each.time is None
            and _paragraph(segments, each) == 0
        ):
            return each
    return None


def _time_before(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time told before an undated activity in its paragraph or the lead."""
    paragraph = segments.sentences[activity.sentence].paragraph
    before = [
        each
        for each in usable
        if each.span[1] <= activity.trigger[0]
        and segments.sentences[segments.sentence_at(each.span[0])].paragraph in (0, paragraph)
    ]
    return before[-1] if before else None


# ---------------------------------------------------------------- the best telling of one happening


def _best_of_each_time(tellings: Sequence[_Telling]) -> list[_Telling]:
    """Keep one telling for each time of a sentence: the one with the best name."""
    groups: dict[tuple[int, Span | None], list[_Telling]] = {}
    for each in tellings:
        groups.setdefault((each.activity.sentence, each.time.span if each.time else None), []).append(each)
    return [_best(group) for group in groups.values()]


def _best(tellings: Iterable[_Telling]) -> _Telling:
    return max(tellings, key=lambda each: _rank(each.activity))


def _rank(activity: ActivityMention) -> tuple[int, int]:
    strength = {
        Aspect.HOLD: 3,
        Aspect.OPEN: 3,
        Aspect.CLOSE: 3,
        Aspect.CANCEL: 4,
        Aspect.POSTPONE: 4,
        Aspect.RUN: 2,
        Aspect.VISIT: 1,
    }
    name = 0 if activity.name is None else 1 if activity.name.generic else 3 if activity.name.quoted else 2
    return name, strength[activity.aspect]


# ---------------------------------------------------------------- what the report goes on to


def _go_on(segments: Segments, drafts: list[Draft], telling: _Telling) -> None:
    """Add to the drafts what a further telling says: an end, a run, a next time, or another activity."""
    activity, time = telling.activity, telling.time
    if time is None or time.when is None or any(activity in (each.activity, each.told_by) for each in drafts):
        return
    target = _pointed_at(segments, drafts, activity)
    if target is None:
        if activity.named and not _same_value(drafts, time) and not _coarse_without_future(activity, time):
            drafts.append(Draft(activity=activity, told_by=activity, time=time))
        return
    _extend(segments, drafts, target, telling)


def _pointed_at(segments: Segments, drafts: Sequence[Draft], activity: ActivityMention) -> int | None:
    """Give the number of the draft that a telling speaks of: by its generic name, its own name again, or no name at all."""
    name, text = activity.name, segments.text
    if name is None:
        return 0 if activity.aspect in (Aspect.CLOSE, Aspect.RUN, Aspect.HOLD, Aspect.POSTPONE, Aspect.CANCEL) else None
    said = text[slice(*name.span)]
    if name.generic:
        tail = said[-2:]
        for number in range(len(drafts) - 1, -1, -1):
            other = drafts[number].activity.name
            if other is not None and tail in text[slice(*other.span)]:
                return number
        return (
            0
            if len(said) <= 4 and (activity.aspect in (Aspect.CLOSE, Aspect.RUN) or said.endswith(("活动", "活動")))
            else None
        )
    for number, other_draft in enumerate(drafts):
        other = other_draft.activity.name
        if other is not None and _theme(text, other.span) & _theme(text, name.span):
            return number
    return None


def _theme(text: str, span: Span) -> set[str]:
    """Give the quoted themes of a name, to tell a name said again."""
    said = text[slice(*span)]
    themes, begin = set(), 0
    while (begin := min((said.find(mark, begin) for mark in "“《「" if said.find(mark, begin) >= 0), default=-1)) >= 0:
        end = min((said.find(mark, begin) for mark in "”》」" if said.find(mark, begin) >= 0), default=len(said))
        themes.add(said[begin + 1 : end])
        begin = end + 1
    return {theme for theme in themes if len(theme) > 2} or {said}


def _extend(segments: Segments, drafts: list[Draft], number: int, telling: _Telling) -> None:
    target, time = drafts[number], telling.time
    if time is None or time.when is None:
        return
    when, dated = time.when, target.time.when if target.time else None
    ends = when.form is Form.OPEN and when.start is None or telling.activity.aspect is Aspect.CLOSE
    spans = (
        when.form is Form.SPAN
        and dated is not None
        and when.first_day == dated.first_day
        and when.last_day != dated.last_day
    )
    if ends or spans:
        if target.until is None and _ends_later(target, time):
            _close(segments, drafts, number, telling, time)
    elif (
        telling.activity.future and when.form in (Form.DAY, Form.MOMENT, Form.SEVERAL) and not _same_value(drafts, time)
    ):
        drafts.append(Draft(activity=target.activity, told_by=telling.activity, time=time, next=True))


def _ends_later(target: Draft, time: TimeMention) -> bool:
    dated = target.time.when if target.time else None
    first = dated.first_day if dated else None
    last = time.when.last_day if time.when else None
    return first is None or (last is not None and last > first)


def _close(segments: Segments, drafts: list[Draft], number: int, telling: _Telling, time: TimeMention) -> None:
    """Give a draft its end; an opening told in another sentence stays an event of its own."""
    target = drafts[number]
    together = telling.activity.sentence == target.told_by.sentence
    if (
        together
        or target.told_by.aspect is not Aspect.OPEN
        or target.time is None
        or target.time.when is None
        or target.time.when.form is Form.OPEN
    ):
        drafts[number] = replace(target, until=time)
    else:
        drafts.append(replace(target, until=time, told_by=telling.activity, main=False, run=True))


def _same_value(drafts: Sequence[Draft], time: TimeMention) -> bool:
    return any(
        each.time is not None
        and each.time.when is not None
        and time.when is not None
        and each.time.when.edtf == time.when.edtf
        for each in drafts
    )


def _coarse_without_future(activity: ActivityMention, time: TimeMention) -> bool:
    return (
        time.when is not None
        and time.when.form is Form.COARSE
        and time.when.grain is Grain.YEAR
        and not activity.future
    )


# ---------------------------------------------------------------- recurrence


def _with_repeats(segments: Segments, each: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Add the recurrence told in the same sentence (…至8月26日,…每周六晚6点半开场)."""
    if each.time is None or (each.time.when is not None and each.time.when.rrule):
        return each
    span = segments.sentences[each.told_by.sentence].span
    for time in usable:
        if time.when is not None and time.when.rrule and span[0] <= time.span[0] < span[1]:
            return replace(each, repeats=time)
    return each
