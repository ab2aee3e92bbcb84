"""Read what a report goes on to: an end or a further time of what is drafted, or another activity of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form, Grain
from calendar_app.normaliser import values
from calendar_app.normaliser.drafts import Draft
from calendar_app.normaliser.endings import close, opened_by
from calendar_app.normaliser.lexicon import FIRST_NIGHTS, Aspect
from calendar_app.normaliser.references import is_further, known_before, pointed_at, series_of, speaks_of_main, stage_of
from calendar_app.normaliser.tellings import has_theme, is_vague, stands_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import TimeMention, When
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.tellings import Telling

FURTHER_FORMS = (Form.DAY, Form.MOMENT, Form.SEVERAL, Form.SPAN, Form.WINDOW)
"""What a further time of the same activity may be: 下一场将于…."""

MOVES = ("登陆", "进驻", "移师", "转场", "转战", "落脚")
"""The verbs by which something goes on elsewhere."""
MOST_DAYS = 4
"""The commas in BYDAY of at least five days a week."""


def go_on(
    segments: Segments, drafts: list[Draft], undated: Sequence[ActivityMention], telling: Telling, time: TimeMention
) -> None:
    """Add to the drafts what a further dated telling says: an end, a further time, or another activity."""
    activity, when = telling.activity, time.when
    if when is None or any(activity in (each.activity, each.told_by) for each in drafts):
        return
    opened = _opened_beside(segments, drafts, activity, when)
    if opened is not None:
        drafts[opened] = replace(drafts[opened], until=time)
        return
    target = pointed_at(segments, [each.activity for each in drafts], activity)
    stage = stage_of(segments, activity)
    known = known_before(segments, undated, activity) if target is None else None
    if known is not None:
        if not _is_told(drafts, when):
            drafts.append(_of_known(known, activity, time, when))
    elif target is not None or ((speaks_of_main(segments, activity) or _resumes(activity, when)) and stage is None):
        _extend(segments, drafts, _spoken_of(drafts, activity) if target is None else target, activity, time)
    elif (stands_alone(telling) or stage) and (activity.future or not _is_year(when)):
        if is_vague(telling) and any(_is_of_kind(each, activity, when) for each in drafts):
            return
        of_its_own = has_theme(activity) or (activity.named and (_are_some_days(when) or _is_dated_anew(time, when)))
        if _is_told(drafts, when) and not of_its_own:
            return
        if activity.aspect is Aspect.CLOSE and activity.future:
            drafts.append(Draft(activity=activity, told_by=activity, time=None, until=time))
            return
        drafts.append(Draft(activity=activity, told_by=activity, time=time))


def _opened_beside(segments: Segments, drafts: Sequence[Draft], activity: ActivityMention, when: When) -> int | None:
    """Find what opened in the same sentence on the first of the days on which its programme goes on.

    今天启动,从即日起到明年3月,将举办公开赛、挑战赛等 tells until when the season runs that was opened.
    """
    name = activity.name
    if when.form is not Form.SPAN or not activity.future or (name and name.quoted):
        return None
    if name is not None and not name.generic and "、" not in segments.text[slice(*name.span)]:
        return None
    for number, each in enumerate(drafts):
        here = each.told_by.sentence == activity.sentence and each.told_by.aspect is Aspect.OPEN
        if here and each.until is None and each.when is not None and _spans(when, each.when):
            return number
    return None


def _spoken_of(drafts: Sequence[Draft], activity: ActivityMention) -> int:
    """Give the number of the draft that a nameless telling is of: the last of its sentence, else the main one."""
    here = (number for number, each in reversed(list(enumerate(drafts))) if each.told_by.sentence == activity.sentence)
    return next(here, 0) if activity.name is None else 0


def _is_resumed(when: When, dated: When) -> bool:
    """Tell whether a time is of what was held and from a later day on is held again: 从4月20日起."""
    held, again = dated.last_day, when.first_day
    since = when.form is Form.OPEN and when.end is None and when.grain is not Grain.YEAR
    return since and held is not None and again is not None and held < again


def _are_some_days(when: When) -> bool:
    """Tell whether something is on only on some days of the run: 文化节期间,周末每天上午10点."""
    return when.rrule is not None and not when.rrule.startswith("FREQ=DAILY")


def _is_dated_anew(time: TimeMention, when: When) -> bool:
    """Tell whether a day is told once more by its own word, not as the one told before (当天, 首日)."""
    return when.form is Form.DAY and time.text[0] not in "当首次"


def _resumes(activity: ActivityMention, when: When) -> bool:
    """Tell whether sessions begin again of what nobody has to name: 从10月11日起每周三开课."""
    return activity.name is None and activity.agent is None and activity.aspect is Aspect.OPEN and bool(when.rrule)


def _of_known(known: ActivityMention, activity: ActivityMention, time: TimeMention, when: When) -> Draft:
    """Date what was named before without a time: it runs to an end that is told, from a day that is not."""
    if "start" in when.implied and when.rrule and when.end is not None and not activity.future:
        return Draft(activity=known, told_by=activity, time=None, until=time, repeats=time)
    return Draft(activity=known, told_by=activity, time=time)


def _extend(segments: Segments, drafts: list[Draft], number: int, activity: ActivityMention, time: TimeMention) -> None:
    """Apply what a telling says of an activity that has a draft: its end, its whole span, or a further time."""
    when, target = time.when, drafts[number]
    if when is None:
        return
    dated = target.when
    if target.time and target.time.rule == "meanwhile" and when.form is Form.SPAN:
        drafts[number] = replace(target, time=time)  # 大会期间将办装置展,10月24日至11月2日开放
    elif _is_under_way(target) and activity.aspect is Aspect.OPEN and _begins_before(when, dated):
        drafts[number] = replace(target, time=replace(time, when=values.opened(when)))  # 正在举行。花展3月26日开幕
    elif activity.aspect is Aspect.CLOSE:
        close(segments, drafts, number, activity, time)
    elif activity.aspect is Aspect.POSTPONE and dated is not None and _is_moved(activity, when, dated):
        drafts[number] = replace(target, told_by=activity, time=time, previous=target.time)
    elif activity.aspect is Aspect.OPEN and _closes(segments, target) and _begins_before(when, dated):
        drafts[number] = replace(target, time=time, until=target.time)  # 昨天落幕。大赛从9月2日开始
    elif activity.aspect is target.told_by.aspect is Aspect.OPEN and dated is not None and _spans(when, dated):
        drafts.append(replace(target, told_by=activity, time=time, main=False, run=True))
    elif (dated is None and activity.aspect is Aspect.OPEN) or (
        dated is not None and (_spans(when, dated) or _refines(when, dated))
    ):
        drafts[number] = replace(target, time=time)
    elif _lasts(target) and _are_hours(activity, when):
        drafts[number] = replace(target, repeats=target.repeats or time)
    elif _is_told(drafts, when) or (dated is not None and _part_of(when, dated)):
        return
    elif when.rrule:
        _recur(segments, drafts, number, activity, time)
    elif (activity.future or is_further(segments, activity) or activity.word in MOVES) and (
        when.form in FURTHER_FORMS or (dated is not None and _is_resumed(when, dated))
    ):
        drafts.append(Draft(activity=target.activity, told_by=activity, time=time, again=True))


def _recur(segments: Segments, drafts: list[Draft], number: int, activity: ActivityMention, time: TimeMention) -> None:
    """Apply what recurs: sessions within its days, the run of what has opened, or further times."""
    when, target = time.when, drafts[number]
    dated, whole = target.when, opened_by(segments, target.activity)
    if when is None:
        return
    if _lasts(target):
        drafts.append(replace(target, told_by=activity, repeats=time, main=False, again=True))
    elif dated is not None and dated.form is Form.WINDOW and when.last_day and _are_hours(activity, when):
        drafts[number] = replace(target, until=time)
    elif dated is not None and dated.form is Form.OPEN and dated.end is None and _began(when, dated):
        drafts[number] = replace(target, time=replace(time, when=values.begun(when, dated)))
    elif dated is not None and (whole or _opens_a_run(target.told_by)) and _began(when, dated):
        if activity.sentence == target.told_by.sentence:
            return  # its own sentence says how it goes on
        begun = replace(time, when=values.begun(when, dated))
        drafts.append(Draft(activity=whole or target.activity, told_by=activity, time=begun, run=True))
    else:
        drafts.append(Draft(activity=target.activity, told_by=activity, time=time, again=True))


def _opens_a_run(activity: ActivityMention) -> bool:
    """Tell whether what is told may be the first of many days: an opening, a first night."""
    return activity.aspect is Aspect.OPEN or activity.word in FIRST_NIGHTS


def _lasts(draft: Draft) -> bool:
    """Tell whether a draft has its days from a first to a last one, or its last one."""
    return draft.until is not None or (draft.when is not None and draft.when.form is Form.SPAN)


def _began(when: When, dated: When) -> bool:
    """Tell whether what recurs from an untold day on began, or is to begin, with what opened."""
    first = dated.first_day
    if first is None or "start" not in when.implied or when.first_day is None:
        return False
    return first <= when.first_day or (when.last_day is not None and first <= when.last_day)


def _spans(when: When, dated: When) -> bool:
    """Tell whether a time is the whole span of which another is the first or the last day."""
    if when.form not in (Form.SPAN, Form.OPEN) or dated.form not in (Form.DAY, Form.MOMENT) or "date" in when.implied:
        return False
    return dated.first_day in (when.first_day, when.last_day) and when.edtf != dated.edtf


def _is_moved(activity: ActivityMention, when: When, dated: When) -> bool:
    """Tell whether a time is a later day than the one that was told before, or an earlier one (提前到)."""
    first, last, planned, until = when.first_day, when.last_day, dated.first_day, dated.last_day
    if activity.word.startswith("提前"):
        return last is not None and planned is not None and last < planned
    return first is not None and until is not None and until < first


def _closes(segments: Segments, draft: Draft) -> bool:
    """Tell whether a draft tells of the close of something, and not of a stage of it (决赛落幕)."""
    name = draft.activity.name
    whole = name is None or series_of(segments, name.span) == name.span
    return draft.told_by.aspect is Aspect.CLOSE and whole


def _is_under_way(draft: Draft) -> bool:
    """Tell whether all that dates a draft is that it is going on: 正在公园举行."""
    return draft.time is not None and draft.time.rule == "under_way"


def _begins_before(when: When, dated: When | None) -> bool:
    """Tell whether something began before the day of another time."""
    first, closed = when.first_day, dated.first_day if dated else None
    return first is not None and closed is not None and first < closed


def _part_of(when: When, dated: When) -> bool:
    """Tell whether a time lies within the days of what it would be a further time of."""
    bare_clock = when.form is Form.MOMENT and "date" in when.implied
    has_parts = dated.form is Form.SPAN or (dated.form is Form.DAY and bare_clock)
    return has_parts and not when.rrule and values.lies_within(when, dated)


def _refines(when: When, dated: When) -> bool:
    """Tell whether a time is a finer one within a coarse year or month told before."""
    return dated.form is Form.COARSE and values.lies_within(when, dated)


def _are_hours(activity: ActivityMention, when: When) -> bool:
    """Tell when a house is open (展览每天9时至17时开放,周一闭馆): that is no further time of what it shows."""
    daily = when.rrule is not None and (when.rrule.startswith("FREQ=DAILY") or when.rrule.count(",") >= MOST_DAYS)
    return activity.word == "开放" and daily


def _is_of_kind(draft: Draft, activity: ActivityMention, when: When) -> bool:
    """Tell whether what is told vaguely (今年夏天,草坪上的音乐会回来了) is what a draft dates."""
    one, other = draft.activity.name, activity.name
    same = one is not None and other is not None and one.kind is other.kind
    first = draft.when.first_day if draft.when else None
    begins = first is not None and when.first_day is not None and when.first_day <= first
    return same and begins and (when.last_day is None or first is None or first <= when.last_day)


def _is_told(drafts: Sequence[Draft], when: When) -> bool:
    return any(each.when is not None and each.when.edtf == when.edtf for each in drafts)


def _is_year(when: When) -> bool:
    return when.form is Form.COARSE and when.grain is Grain.YEAR
