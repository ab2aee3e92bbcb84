"""Pair each telling of an activity with its time, and tell how good a telling it is."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import Form, Grain, Kind
from calendar_app.normaliser.frames import ORGANISES
from calendar_app.normaliser.items import BULLETS
from calendar_app.normaliser.lexicon import HOUSES_OPEN, STATES_THE_TIME, Aspect
from calendar_app.normaliser.lookup import holding
from calendar_app.normaliser.timing import TimeRole
from calendar_app.normaliser.values import lies_within
from calendar_app.normaliser.verbless import THIS_IS, THIS_ONE, paragraph_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calendar_app.model import Span, TimeMention
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention

_PLANNED = re.compile("原(?:定|计划|本|拟)")
_SAID_AGAIN = re.compile("即(?![日将时刻])|也就是")
"""What begins a clause that says the days again: 7月17日、27日,即初伏、中伏的第一天."""
_LAST_DAY = re.compile("(?:就|便|将)?[是为](?:展[览期出]|活动|演出)?的?最后一[天日]")
ENDING_RULES = ("until", "length")
"""The rules for times that give an end, or a length from the day last told."""


QUALIFIES = re.compile(
    r"(?:开赛|开幕|开展|启动|开营|开班|开锣|开园|揭幕|举办|举行|拉开[^,;。]{0,3}幕)(?:[、,][^,;。]{1,10})?的"
)
"""What stands between the day on which something began and its name: 25日开赛的决赛27日落幕."""
OF_ITS_OWN = 4
"""How long a bare name is that may be of something new, when it is still to come."""
TURNED = (Aspect.CLOSE, Aspect.CANCEL, Aspect.POSTPONE)
"""What does not say that something takes place at its time."""
SHOWN = ("展出", "展映", "展演")
"""The verbs of things that are put on show."""
THINGS_GIVEN = (Kind.SERVICE, Kind.FREE_CLINIC, Kind.OTHER)
"""The kinds of what is given away, not held: 提供理发、体检."""


class Telling(Struct, frozen=True):
    """Words that tell of an activity, the time they give for it, and the number of their paragraph."""

    activity: ActivityMention
    time: TimeMention | None
    paragraph: int


def usable_times(
    activities: Sequence[ActivityMention], times: Sequence[TimedMention], places: Sequence[Span]
) -> list[TimeMention]:
    """Give the times that may date an event: those with that role that stand in no name of an activity or a place."""
    names = [each.name.span for each in activities if each.name is not None]
    names += places
    return [each.mention for each in times if each.role is TimeRole.EVENT and not _within(names, each.mention.span)]


def tell(
    segments: Segments,
    activities: Sequence[ActivityMention],
    usable: Sequence[TimeMention],
    listed: Sequence[Span] = (),
) -> list[Telling]:
    """Pair the tellings that may be events with their times; each of the `listed` items of a round-up has its lead.

    A close that is put off is a close at its later time.
    """
    tellings: list[Telling] = []
    for each in activities:
        if each.refusal is not None or _only_qualifies(segments, each, activities):
            continue
        activity, last = each, tellings[-1].activity if tellings else None
        if last and each.aspect is Aspect.POSTPONE and _was_to_close(segments, last, each):
            tellings.pop()
            activity = replace(each, aspect=Aspect.CLOSE, name=last.name or each.name)
        elif last and last.aspect is Aspect.POSTPONE and last.name and _closes_it(last, each):
            tellings.pop()
            activity = replace(each, name=last.name)  # 特展延期,将于10月29日闭展
        time = _time_of(segments, each, usable) or _time_behind(segments, each, activities, usable)
        if time is None and each.word == THIS_ONE:
            begin = paragraph_start(segments, each.sentence)
            told = [before for before in usable if begin <= before.span[0] < each.trigger[0]]
            time = _exact(told) if told else None
        leads = holding(listed, each.trigger[0]) is not None
        tellings.append(Telling(activity, time, 0 if leads else _paragraph(segments, each)))
    return tellings


def _closes_it(put_off: ActivityMention, each: ActivityMention) -> bool:
    """Tell whether a close is that of what the same sentence says is put off."""
    return each.aspect is Aspect.CLOSE and each.name is None and each.sentence == put_off.sentence


def _only_qualifies(segments: Segments, each: ActivityMention, activities: Sequence[ActivityMention]) -> bool:
    """Tell whether a verb only says when something began of which the sentence tells the end: 25日开赛的决赛落幕."""
    if each.name is None or each.aspect is not Aspect.HOLD or QUALIFIES.match(segments.text, each.trigger[0]) is None:
        return False
    end = each.name.span[1]
    return any(
        other.aspect is Aspect.CLOSE and other.sentence == each.sentence and other.name and other.name.span[1] == end
        for other in activities
    )


def _was_to_close(segments: Segments, last: ActivityMention, later: ActivityMention) -> bool:
    """Tell whether it is a close that is put off: 原定周日闭幕的花展延期至17日."""
    begin = segments.sentences[last.sentence].span[0]
    return (
        last.aspect is Aspect.CLOSE
        and last.sentence == later.sentence
        and _PLANNED.search(segments.text, begin, last.trigger[0]) is not None
    )


def _paragraph(segments: Segments, activity: ActivityMention) -> int:
    """Give the number of the paragraph; an item of a list (△…) is told like a lead."""
    sentence = segments.sentences[activity.sentence]
    return 0 if segments.text[sentence.span[0]] in BULLETS else sentence.paragraph


# ---------------------------------------------------------------- which time belongs to a telling


def _time_of(segments: Segments, activity: ActivityMention, usable: Sequence[TimeMention]) -> TimeMention | None:
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
    clause_end = sentence.clause_at(begin)[1]
    behind = [each for each in inside if end <= each.span[0] < clause_end]
    if activity.aspect is Aspect.POSTPONE and not behind:  # 顺延一天,22日晚8点开映
        behind = [each for each in inside if end <= each.span[0]]
    if behind and (not before or activity.aspect is Aspect.POSTPONE or activity.word in STATES_THE_TIME):
        return behind[0]
    if len(before) > 1 and activity.name and before[-1].span[1] == activity.name.span[0] and _is_season(before[-1]):
        before = before[:-1]  # 3月7日、14日,春季大型招聘会
    return _refined(_most_telling(before), inside) if before else None


def _time_behind(
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
    while len(before) > 1 and _is_year(before[-1]):
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
    """Tell whether a time says only when something ends (持续至6月23日); 5月底前 dates what is done by then."""
    return time.when is not None and time.rule in ENDING_RULES and not time.text.endswith("前")


def runs_to_an_end(time: TimeMention) -> bool:
    """Tell whether a time runs from the day of publication or an untold one to an end: 即日起至21日."""
    when = time.when
    if when is None or when.end is None or time.rule in ENDING_RULES:
        return False
    return ("start" in when.implied and bool(when.rrule)) or (when.form is Form.SPAN and time.text.startswith("即日"))


def begins(time: TimeMention) -> bool:
    """Tell whether a time says only when something began (从去年11月6日开始)."""
    return time.when is not None and time.when.form is Form.OPEN and time.when.end is None


def is_length(time: TimeMention) -> bool:
    """Tell whether a time is a length (为期三天)."""
    return time.rule == "length"


# ---------------------------------------------------------------- how good a telling is


def is_named(telling: Telling) -> bool:
    """Tell whether it is a named activity with its time, or one that the lead tells."""
    activity = telling.activity
    in_lead = telling.paragraph == 0 and (
        activity.aspect is not Aspect.RUN or activity.in_progress or _is_done(activity)
    )
    return activity.named and not goes_or_gives(activity) and (telling.time is not None or in_lead)


def _is_done(activity: ActivityMention) -> bool:
    """Tell that something with a theme was set up, with no word of when: 开设了“泥巴课堂”技能实训."""
    name = activity.name
    return name is not None and name.quoted and name.kind is not Kind.OTHER and not activity.future


def is_dated_deed(telling: Telling) -> bool:
    """Tell whether somebody goes, gives or opens a house at a stated time."""
    activity = telling.activity
    if telling.time is None or activity.agent is None or _is_year(telling.time) or _is_part_of_day(telling.time):
        return False
    opens = activity.name is None and (activity.word in HOUSES_OPEN or (activity.word == "开放" and activity.future))
    return opens or goes_or_gives(activity)


def _is_year(time: TimeMention) -> bool:
    return time.when is not None and time.when.form is Form.COARSE and time.when.grain is Grain.YEAR


def _is_season(time: TimeMention) -> bool:
    return time.when is not None and time.when.form is Form.COARSE and time.when.grain is Grain.SEASON


def _is_part_of_day(time: TimeMention) -> bool:
    """Tell whether it says a part of the day of publication and nothing else: 送完上午最后一单."""
    return time.when is not None and time.when.form is Form.DAY and "date" in time.when.implied


def is_vague(telling: Telling) -> bool:
    """Tell whether a telling says no more than the season, the month or the week: 今年夏天回来了, 本周开演."""
    when = telling.time.when if telling.time else None
    return when is not None and (when.form is Form.COARSE or (when.form is Form.WINDOW and when.grain is Grain.WEEK))


def is_dated(telling: Telling) -> bool:
    """Tell whether it has any name and a time, in the first paragraphs."""
    return telling.activity.name is not None and telling.time is not None and telling.paragraph <= 1


def is_deed(telling: Telling) -> bool:
    """Tell whether somebody goes or gives in the lead, at no stated time."""
    return goes_or_gives(telling.activity) and telling.activity.agent is not None and telling.paragraph == 0


def is_told_late(telling: Telling) -> bool:
    """Tell whether an activity with a theme is named right behind the lead, which told when it was."""
    activity = telling.activity
    near = telling.paragraph == 1 or activity.word in (THIS_IS, THIS_ONE)
    return activity.named_by_theme and near and not activity.future and not goes_or_gives(activity)


def goes_or_gives(activity: ActivityMention) -> bool:
    """Tell an activity of deeds (走进, 送上); what is given may be one itself (带来“…”主题宣讲)."""
    if activity.aspect is Aspect.GIVE:
        name = activity.name
        return name is None or name.generic or name.kind in THINGS_GIVEN
    return (activity.aspect is Aspect.VISIT and activity.name is None) or (
        activity.word == ORGANISES and activity.name is None
    )


def stands_alone(telling: Telling) -> bool:
    """Tell whether a further telling is an event of its own: a named one, or a deed of the lead."""
    activity, when = telling.activity, telling.time.when if telling.time else None
    name = activity.name
    by_somebody = activity.agent is not None and name is not None and name.quoted and name.kind is not Kind.OTHER
    if when is not None and "date" in when.implied and when.form is Form.MOMENT and not by_somebody:
        return False  # a bare clock time: an item of what the report is about
    if activity.named and not goes_or_gives(activity):
        return True
    if name is not None and activity.future and name.span[1] - name.span[0] >= OF_ITS_OWN:
        return True  # 明天9时30分,汉服巡游将在公园举行
    return is_announced(telling) or (telling.paragraph == 0 and is_dated_deed(telling))


def is_announced(telling: Telling) -> bool:
    """Tell whether somebody is to do something at a clock time still to come (…10时,老师傅将在展厅开讲)."""
    when = telling.time.when if telling.time else None
    activity = telling.activity
    acts = activity.aspect in (Aspect.HOLD, Aspect.VISIT)
    shows = activity.word in SHOWN and when is not None and activity.future and activity.name is None
    if shows and activity.agent is not None:
        return True  # 从8月23日起,60幅自然笔记将在图书馆展出
    holds = acts and activity.name is None and activity.agent is not None
    clocked = when is not None and (isinstance(when.start, datetime) or when.hours is not None or when.part is not None)
    return holds and activity.future and clocked


def has_theme(activity: ActivityMention) -> bool:
    """Tell whether what is told for a day already taken (开幕当天,“…”主题展揭幕) is an activity of its own."""
    name = activity.name
    runs = activity.aspect is Aspect.RUN and name is not None and name.span[1] <= activity.trigger[0]
    return name is not None and name.quoted and (runs or activity.aspect in (Aspect.HOLD, Aspect.OPEN))


def best_of_each_time(tellings: Sequence[Telling]) -> list[Telling]:
    """Keep one telling for each time of a sentence: the one with the best name."""
    groups: dict[tuple[int, Span | None], list[Telling]] = {}
    for each in tellings:
        groups.setdefault((each.activity.sentence, each.time.span if each.time else None), []).append(each)
    return [best(group) for group in groups.values()]


def best(tellings: Iterable[Telling]) -> Telling:
    """Give the telling with the best name and the strongest verb."""
    return max(tellings, key=lambda each: _rank(each.activity))


def _rank(activity: ActivityMention) -> tuple[int, int, bool]:
    if goes_or_gives(activity):
        return 0, activity.aspect is Aspect.VISIT, False
    strength = {Aspect.RUN: 2, Aspect.CANCEL: 4, Aspect.POSTPONE: 4}.get(activity.aspect, 3)
    name = activity.name
    if name is None and activity.agent is not None:
        strength -= 1  # what somebody does at a time says less of what the report is about
    predicate = name is not None and name.span[1] <= activity.trigger[0]  # 由…组织的训练营将于11月4日开营
    return 0 if name is None else 1 if name.generic else 3 if name.quoted else 2, strength, predicate
