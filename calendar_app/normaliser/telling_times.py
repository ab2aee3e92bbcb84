"""Tell which time belongs to a telling: the one before its verb, behind it, in the lead or in the next sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Form, Grain
from calendar_app.normaliser.lexicon import STATES_THE_TIME, Aspect
from calendar_app.normaliser.timing import TimeRole
from calendar_app.normaliser.values import lies_within
from calendar_app.normaliser.verbless import THIS_ONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span, TimeMention
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.tellings import Telling
    from calendar_app.normaliser.timing import TimedMention

_SAID_AGAIN = re.compile("即(?![日将时刻])|也就是")
"""What begins a clause that says the days again: 7月17日、27日,即初伏、中伏的第一天."""
_LAST_DAY = re.compile("(?:就|便|将)?[是为](?:展[览期出]|活动|演出)?的?最后一[天日]")
_PLANNED = re.compile("原(?:定|计划|拟)[于在]?$")
"""What stands right before the time of what is called off, whatever else its sentence dates."""
_AT_ONCE = re.compile("[从自]?即日")
ENDING_RULES = ("until", "length")
"""The rules for times that give an end, or a length from the day last told."""
QUALIFIES = re.compile(
    r"(?:开赛|开幕|开展|启动|开营|开班|开锣|开园|揭幕|举办|举行|拉开[^,;。]{0,3}幕)(?:[、,][^,;。]{1,10})?的"
)
"""What stands between the day on which something began and its name: 25日开赛的决赛27日落幕."""
TURNED = (Aspect.CLOSE, Aspect.CANCEL, Aspect.POSTPONE)
"""What does not say that something takes place at its time."""


def usable_times(
    activities: Sequence[ActivityMention], times: Sequence[TimedMention], places: Sequence[Span]
) -> list[TimeMention]:
    """Give the times that may date an event: those with that role that stand in no name of an activity or a place."""
    names = [each.name.span for each in activities if each.name is not None]
    names += places
    return [each.mention for each in times if each.role is TimeRole.EVENT and not _within(names, each.mention.span)]


def time_of(
    segments: Segments, activity: ActivityMention, activities: Sequence[ActivityMention], usable: Sequence[TimeMention]
) -> TimeMention | None:
    """Give the time of an activity: in its sentence, before the verb or behind; of 这场“…”, the one told before."""
    time = _beside_verb(segments, activity, usable) or _behind_name(segments, activity, activities, usable)
    if time is not None or activity.word != THIS_ONE:
        return time
    begin = segments.paragraph_at(activity.sentence)
    told = [each for each in usable if begin <= each.span[0] < activity.trigger[0]]
    return _exact(told) if told else None


def _beside_verb(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time before the verb in its sentence, else the first behind it in its clause.

    What says only when something ends dates a close (至11月10日结束), and nothing else.
    """
    sentence = segments.sentences[activity.sentence]
    begin, end = activity.trigger
    inside = [each for each in usable if sentence.span[0] <= each.span[0] < sentence.span[1]]
    inside = [each for each in inside if not _SAID_AGAIN.match(segments.text, sentence.clause_at(each.span[0])[0])]
    inside = [each for each in inside if not ends(each) or (activity.aspect is Aspect.CLOSE and each.span[1] == begin)]
    before = [each for each in inside if each.span[1] <= begin or each.span[0] <= begin < each.span[1]]
    if activity.aspect is Aspect.CLOSE and len(before) > 1:
        before = [each for each in before if not QUALIFIES.match(segments.text, each.span[1])] or before
    if activity.aspect is Aspect.CANCEL:
        planned = [each for each in before if _PLANNED.search(segments.text, max(0, each.span[0] - 6), each.span[0])]
        before = planned or before
    clause_end = sentence.clause_at(begin)[1]
    behind = [each for each in inside if end <= each.span[0] < clause_end]
    if activity.aspect is Aspect.POSTPONE and not behind:  # 顺延一天,22日晚8点开映
        behind = [each for each in inside if end <= each.span[0]]
    if behind and (not before or activity.aspect is Aspect.POSTPONE or activity.word in STATES_THE_TIME):
        return behind[0]
    if len(before) > 1 and activity.name and before[-1].span[1] == activity.name.span[0] and _is_season(before[-1]):
        before = before[:-1]  # 3月7日、14日,春季大型招聘会
    return _refined(_most_telling(before), inside) if before else None


def _behind_name(
    segments: Segments, activity: ActivityMention, activities: Sequence[ActivityMention], usable: Sequence[TimeMention]
) -> TimeMention | None:
    """Give the time of a later clause that goes on about a name, and of nothing else: 市集设在村口,每天9时营业."""
    closes = activity.aspect is Aspect.CLOSE
    if activity.name is None or activity.in_progress or (activity.aspect in TURNED and not closes):
        return None
    begin, end = activity.trigger[1], segments.sentences[activity.sentence].span[1]
    time = next((each for each in usable if begin <= each.span[0] < end and not ends(each)), None)
    if time is None or (closes and not _LAST_DAY.match(segments.text, time.span[1])):
        return None
    others = [each for each in activities if each.sentence == activity.sentence and each.trigger > activity.trigger]
    parted = any(each.trigger[0] < time.span[0] or each.aspect in TURNED or each.name or each.agent for each in others)
    return None if parted else time


def _refined(told: TimeMention, inside: Sequence[TimeMention]) -> TimeMention:
    """Prefer the days that the same sentence gives after a season or a month: 讲座秋季再开,9月13日、27日…."""
    if told.when is None or told.when.form is not Form.COARSE:
        return told

    for each in inside:
        when = each.when
        if each.span[0] > told.span[1] and when and when.form is not Form.COARSE and lies_within(when, told.when):
            return each
    return told


def _most_telling(before: Sequence[TimeMention]) -> TimeMention:
    """Prefer the last time, but the span to the recurrence that fills it; 花展期间 is another thing's span."""
    while len(before) > 1 and is_year(before[-1]):
        before = before[:-1]  # 原定正月十三举行的花会展演今年取消
    *earlier, last = before
    span = earlier[-1] if earlier and last.when and last.when.rrule else None
    if span and span.when and span.when.form in (Form.DAY, Form.MOMENT) and last.when and last.when.end:
        return last  # 除夕开幕,初一至初五每天9时至17时迎客
    return span if span and span.when and not span.when.rrule and span.rule != "meanwhile" else last


def time_before(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
    """Give the last time told before an undated activity, in its paragraph or the lead."""
    paragraphs = (0, segments.sentences[activity.sentence].paragraph)
    before = [
        each
        for each in usable
        if each.span[1] <= activity.trigger[0]
        and segments.sentences[segments.sentence_at(each.span[0])].paragraph in paragraphs
    ]
    return _exact(before) if before else None


def time_next(
    segments: Segments, tellings: Sequence[Telling], named: Telling, usable: Sequence[TimeMention]
) -> TimeMention | None:
    """Give the days running or coming back that the next sentence begins with, and tells of nothing else by name."""
    number = named.activity.sentence + 1
    if number >= len(segments.sentences) or segments.sentences[number].paragraph != named.paragraph:
        return None
    if any(each.activity.sentence == number and each.activity.named for each in tellings):
        return None
    begin = segments.sentences[number].span[0]
    first = next((each for each in usable if each.span[0] >= begin), None)
    runs = first and first.when and first.when.form in (Form.SPAN, Form.RECURRING)
    return first if first and runs and not segments.text[begin : first.span[0]].strip() else None


def _exact(before: Sequence[TimeMention]) -> TimeMention:
    """Give the last of some times, but the day before it that it only describes: 上周六,居民把周末“走”进了山里."""
    last, day = before[-1], before[-2] if len(before) > 1 else None
    if day and day.when and last.when and last.when.form is Form.WINDOW and day.when.form is Form.DAY:
        return day if lies_within(day.when, last.when) else last
    return last


def _within(names: Sequence[Span], span: Span) -> bool:
    """启用“绘本云”四点半课堂: a time in a name dates nothing."""
    return any(begin <= span[0] and span[1] <= end for begin, end in names)


def ends(time: TimeMention) -> bool:
    """Tell whether a time says only when something ends (持续至6月23日); 5月底前 and 月内 date what is done by then."""
    return time.when is not None and time.rule in ENDING_RULES and not time.text.endswith(("前", "内"))


def runs_to_an_end(time: TimeMention) -> bool:
    """Tell whether a time runs from the day of publication or an untold one to an end: 即日起至21日."""
    when = time.when
    if when is None or when.end is None or time.rule in ENDING_RULES:
        return False
    return ("start" in when.implied and bool(when.rrule)) or (
        when.form is Form.SPAN and _AT_ONCE.match(time.text) is not None
    )


def begins(time: TimeMention) -> bool:
    """Tell whether a time says only when something began (从去年11月6日开始)."""
    return time.when is not None and time.when.form is Form.OPEN and time.when.end is None


def is_length(time: TimeMention) -> bool:
    """Tell whether a time is a length (为期三天)."""
    return time.rule == "length"


def is_year(time: TimeMention) -> bool:
    """Tell whether a time says no more than the year."""
    return time.when is not None and time.when.form is Form.COARSE and time.when.grain is Grain.YEAR


def _is_season(time: TimeMention) -> bool:
    return time.when is not None and time.when.form is Form.COARSE and time.when.grain is Grain.SEASON
