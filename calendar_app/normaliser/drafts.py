"""Decide which tellings of a report are events, and which times belong to each.

A report tells of one main activity, mostly in its lead, and may go on to others: each of those must bring a time of its
own. A generic name (展览, 本届大赛) points back to one already told. What opens in one sentence and runs on in
another gives two drafts, the opening and the run; opening and end told together are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calendar_app.model import Form, Grain, Kind
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.timing import TimeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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


@dataclass(frozen=True, slots=True)
class _Telling:
    activity: ActivityMention
    time: TimeMention | None
    paragraph: int


ENDING_RULES = ("until", "length")
"""The rules for times that give an end, or a length from the day last told."""

PUT_OFF = (Aspect.CANCEL, Aspect.POSTPONE)
_FURTHER = re.compile(r"下一?[场期站]|首[场期站]|第[一二三四五六七八九十\d]+[场期站]|另一?场")
_THEME = re.compile(r"[“《「『](?P<theme>[^”》」』]{3,})[”》」』]")


def draft(
    segments: Segments, activities: Sequence[ActivityMention], times: Sequence[TimedMention]
) -> tuple[Draft, ...]:
    """Draft the events of a report, the main one first."""
    names = [each.name.span for each in activities if each.name is not None]
    usable = [each.mention for each in times if each.role is TimeRole.EVENT and not _within(names, each.mention.span)]
    tellings = [
        _Telling(each, _time_of(segments, each, usable), segments.sentences[each.sentence].paragraph)
        for each in activities
        if each.refusal is None
    ]
    main = _main(segments, tellings, usable)
    if main is None:
        return ()
    drafts = [main]
    undated: list[ActivityMention] = []
    for telling in _best_of_each_time(tellings):
        if telling.time is None:
            undated.append(telling.activity)
        else:
            _go_on(segments, drafts, undated, telling, telling.time)
    for time in sorted(filter(_ends, usable), key=_is_length):  # a stated end outdoes a length
        _end(segments, drafts, time)
    return tuple(_with_repeats(segments, each, usable) for each in drafts)


# ---------------------------------------------------------------- which time belongs to a telling


def _time_of(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time before the verb in its sentence, else the first behind it in its clause."""
    sentence = segments.sentences[activity.sentence]
    begin, end = activity.trigger
    inside = [each for each in usable if sentence.span[0] <= each.span[0] < sentence.span[1] and not _ends(each)]
    before = [each for each in inside if each.span[1] <= begin]
    clause_end = sentence.clause_at(begin)[1]
    behind = [each for each in inside if end <= each.span[0] < clause_end]
    if behind and (not before or activity.aspect is Aspect.POSTPONE):
        return behind[0]
    return _most_telling(before) if before else None


def _most_telling(before: Sequence[TimeMention]) -> TimeMention:
    """Prefer the last time, but the span to the recurrence that fills it."""
    *earlier, last = before
    if last.when is not None and last.when.rrule and earlier and earlier[-1].when and not earlier[-1].when.rrule:
        return earlier[-1]
    return last


def _within(names: Sequence[Span], span: Span) -> bool:
    """启用“绘本云”四点半课堂: a time in a name dates nothing."""
    return any(begin <= span[0] and span[1] <= end for begin, end in names)


def _ends(time: TimeMention) -> bool:
    """持续至6月23日 and 为期三天 say only when something ends; 5月底前 dates what is done by then."""
    return time.when is not None and time.rule in ENDING_RULES and not time.text.endswith("前")


def _begins(time: TimeMention) -> bool:
    """从去年11月6日开始 says only when something began."""
    return time.when is not None and time.when.form is Form.OPEN and time.when.end is None


# ---------------------------------------------------------------- the main activity


def _main(segments: Segments, tellings: Sequence[_Telling], usable: Sequence[TimeMention]) -> Draft | None:
    """Find what the report is about: the first sentence that names an activity or dates a deed, else what is dated."""
    kinds: tuple[Callable[[_Telling], bool], ...] = (
        lambda each: _is_named(each) or _is_dated_deed(each),
        _is_dated,
        _is_deed,
    )
    for suits in kinds:
        found = [each for each in tellings if suits(each)]
        if found:
            return _as_main(segments, tellings, found, usable)
    return None


def _as_main(
    segments: Segments, tellings: Sequence[_Telling], found: Sequence[_Telling], usable: Sequence[TimeMention]
) -> Draft:
    """Make the main draft of the first suitable telling, in the best words of its sentence.

    A postponement or cancellation told in that sentence is what is said of it.
    """
    here = [each for each in tellings if each.activity.sentence == found[0].activity.sentence]
    chosen = _best(each for each in here if each.time is found[0].time and each in found)
    put_off = next((each for each in here if each.activity.aspect in PUT_OFF), None)
    told = put_off or chosen
    time = told.time or chosen.time or _time_before(segments, told.activity, usable)
    main = Draft(
        activity=(_earlier_name(tellings, chosen) or chosen).activity,
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
        if begin <= each.span[0] < end and _begins(each):
            return replace(main, time=each, until=main.time)
        if each.when is not None and each.when.form is Form.SPAN and each.when.last_day == closed:
            return replace(main, time=each)
    return replace(main, time=None, until=main.time) if main.told_by.future else main


def _is_named(telling: _Telling) -> bool:
    """A named activity with its time, or told in the lead."""
    activity = telling.activity
    in_lead = telling.paragraph == 0 and activity.aspect is not Aspect.RUN
    return activity.named and not _goes_or_gives(activity) and (telling.time is not None or in_lead)


def _is_dated_deed(telling: _Telling) -> bool:
    """Somebody goes, gives or opens a house at a time that the lead tells."""
    opens = telling.activity.word == "开放" and telling.activity.name is None
    return (
        telling.time is not None and telling.activity.agent is not None and (_goes_or_gives(telling.activity) or opens)
    )


def _is_dated(telling: _Telling) -> bool:
    return telling.activity.name is not None and telling.time is not None and telling.paragraph <= 1


def _is_deed(telling: _Telling) -> bool:
    return _goes_or_gives(telling.activity) and telling.activity.agent is not None and telling.paragraph == 0


def _goes_or_gives(activity: ActivityMention) -> bool:
    """走进, 送上: an activity told by its deeds, unless what is given is one itself (带来“…”主题宣讲)."""
    if activity.aspect is Aspect.GIVE:
        name = activity.name
        return name is None or not name.quoted or name.kind in (Kind.SERVICE, Kind.OTHER)
    return activity.aspect is Aspect.VISIT


def _earlier_name(tellings: Sequence[_Telling], chosen: _Telling) -> _Telling | None:
    """Give a telling that names with a theme what the chosen one, a later sentence, only dates."""
    name = chosen.activity.name
    if name is None or not name.generic:
        return None
    for each in tellings:
        other = each.activity.name
        earlier = each.activity.sentence < chosen.activity.sentence
        if earlier and other is not None and other.quoted and other.kind is name.kind and each.time is None:
            return each
    return None


def _time_before(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time told before an undated activity, in its paragraph or the lead."""
    paragraphs = (0, segments.sentences[activity.sentence].paragraph)
    before = [
        each
        for each in usable
        if each.span[1] <= activity.trigger[0]
        and segments.sentences[segments.sentence_at(each.span[0])].paragraph in paragraphs
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
    if _goes_or_gives(activity):
        return 0, activity.aspect is Aspect.VISIT
    strength = {Aspect.RUN: 2, Aspect.CANCEL: 4, Aspect.POSTPONE: 4}.get(activity.aspect, 3)
    name = activity.name
    return 0 if name is None else 1 if name.generic else 3 if name.quoted else 2, strength


# ---------------------------------------------------------------- what the report goes on to


def _go_on(
    segments: Segments, drafts: list[Draft], undated: Sequence[ActivityMention], telling: _Telling, time: TimeMention
) -> None:
    """Add to the drafts what a further dated telling says: an end, a further time, or another activity."""
    activity, when = telling.activity, time.when
    if when is None or any(activity in (each.activity, each.told_by) for each in drafts):
        return
    target = _pointed_at(segments, drafts, activity)
    known = _known(segments, undated, activity) if target is None else None
    if known is not None:
        if not _is_told(drafts, when):
            drafts.append(Draft(activity=known, told_by=activity, time=time))
    elif target is not None or _speaks_of_main(segments, activity):
        _extend(drafts, target or 0, activity, time, when)
    elif _stands_alone(telling) and (activity.future or not _is_year(when)):
        if _is_told(drafts, when) and not _has_theme(activity):
            return
        drafts.append(Draft(activity=activity, told_by=activity, time=time))


def _has_theme(activity: ActivityMention) -> bool:
    """Tell whether what is told for a day already taken (开幕当天,“…”主题展揭幕) is an activity of its own."""
    return activity.name is not None and activity.name.quoted and activity.aspect in (Aspect.HOLD, Aspect.OPEN)


def _stands_alone(telling: _Telling) -> bool:
    """Tell whether a further telling is an event of its own: a named one, or a deed of the lead."""
    activity = telling.activity
    return (activity.named and not _goes_or_gives(activity)) or (telling.paragraph == 0 and _is_dated_deed(telling))


def _known(segments: Segments, undated: Sequence[ActivityMention], activity: ActivityMention) -> ActivityMention | None:
    """Give the activity named before without a time that a generic name points back to (同期举办工匠绝活市集,市集…)."""
    if activity.name is None or not activity.name.generic:
        return None
    said = segments.text[slice(*activity.name.span)][-2:]
    for each in reversed(undated):
        if each.name is not None and each.named and segments.text[slice(*each.name.span)].endswith(said):
            return each
    return None


def _pointed_at(segments: Segments, drafts: Sequence[Draft], activity: ActivityMention) -> int | None:
    """Give the number of the draft that a telling names again, in full or by its last noun (展览, 本届大赛)."""
    name, text = activity.name, segments.text
    if name is None:
        return None
    said = text[slice(*name.span)]
    for number in range(len(drafts) - 1, -1, -1):
        other = drafts[number].activity.name
        if other is None:
            continue
        known = text[slice(*other.span)]
        if known.endswith(said[-2:]) if name.generic else _themes(known) & _themes(said):
            return number
    return None


def _speaks_of_main(segments: Segments, activity: ActivityMention) -> bool:
    """Tell whether a telling without a name of its own goes on about what the report is about."""
    name, text = activity.name, segments.text
    if name is not None:
        return name.generic and (activity.aspect is not Aspect.HOLD or text.endswith("活动", *name.span))
    nobody = activity.agent is None or _FURTHER.search(text, *activity.agent) is not None
    return nobody and activity.aspect not in (Aspect.VISIT, Aspect.GIVE, Aspect.OPEN)


def _themes(name: str) -> set[str]:
    """Give the quoted themes of a name, or the name itself, to tell a name said again."""
    return {found["theme"] for found in _THEME.finditer(name)} or {name}


def _extend(drafts: list[Draft], number: int, activity: ActivityMention, time: TimeMention, when: When) -> None:
    """Apply what a telling says of an activity that has a draft: its end, its whole span, or a further time."""
    target = drafts[number]
    dated = target.when
    if activity.aspect is Aspect.CLOSE:
        _close(drafts, number, activity, time)
    elif dated is not None and (_spans(when, dated) or _refines(when, dated)):
        drafts[number] = replace(target, time=time)
    elif _is_told(drafts, when):
        return
    elif when.rrule or (activity.future and when.form in (Form.DAY, Form.MOMENT, Form.SEVERAL)):
        drafts.append(Draft(activity=target.activity, told_by=activity, time=time, again=True))


def _spans(when: When, dated: When) -> bool:
    """Tell whether a time is the whole span of which another is the first or the last day."""
    if when.form not in (Form.SPAN, Form.OPEN) or dated.form not in (Form.DAY, Form.MOMENT):
        return False
    return dated.first_day in (when.first_day, when.last_day) and when.edtf != dated.edtf


def _refines(when: When, dated: When) -> bool:
    """Tell whether a time is a finer one within a coarse year or month told before."""
    if dated.form is not Form.COARSE or when.first_day is None or when.last_day is None:
        return False
    begin, end = dated.first_day, dated.last_day
    return begin is not None and end is not None and begin <= when.first_day and when.last_day <= end


def _end(segments: Segments, drafts: list[Draft], time: TimeMention) -> None:
    """Give an end that no verb carries (…,将持续至6月23日) to the activity of its sentence, else to the main one."""
    if any(time in (each.time, each.until) for each in drafts) or time.text.startswith("历时"):
        return
    sentence = segments.sentence_at(time.span[0])
    here = [number for number, each in enumerate(drafts) if each.told_by.sentence == sentence]
    number = here[-1] if here else 0
    told_by = drafts[number].told_by
    if told_by.aspect is not Aspect.CLOSE:
        _close(drafts, number, told_by if here else replace(told_by, sentence=sentence), time)


def _is_length(time: TimeMention) -> bool:
    return time.rule == "length"


def _close(drafts: list[Draft], number: int, told_by: ActivityMention, time: TimeMention) -> None:
    """Give a draft its end; an opening whose end another sentence states stays an event of its own."""
    target = drafts[number]
    if target.until is not None or any(each.run and each.activity is target.activity for each in drafts):
        return
    begun, ended = target.when, time.when
    first = begun.first_day if begun else None
    last = ended.last_day if ended else None
    if last is None or (first is not None and last <= first):
        return
    together = told_by.sentence == target.told_by.sentence
    if begun is not None and begun.form is Form.WINDOW and not together:
        return
    opened = target.told_by.aspect is Aspect.OPEN and begun is not None and begun.form is not Form.OPEN
    if together or _is_length(time) or not opened:
        drafts[number] = replace(target, until=time)
    else:
        drafts.append(replace(target, until=time, told_by=told_by, main=False, run=True))


def _is_told(drafts: Sequence[Draft], when: When) -> bool:
    return any(each.when is not None and each.when.edtf == when.edtf for each in drafts)


def _is_year(when: When) -> bool:
    return when.form is Form.COARSE and when.grain is Grain.YEAR


# ---------------------------------------------------------------- recurrence


def _with_repeats(segments: Segments, each: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Add the recurrence told in the same sentence (…至8月26日,…每周六晚6点半开场)."""
    if each.when is None or each.when.rrule:
        return each
    begin, end = segments.sentences[each.told_by.sentence].span
    for time in usable:
        if time.when is not None and time.when.rrule and begin <= time.span[0] < end:
            return replace(each, repeats=time)
    return each
