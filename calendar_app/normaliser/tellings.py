"""Make tellings of what a report tells: an activity with its time; and tell how good a telling it is."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import Form, Grain, Kind
from calendar_app.normaliser.frames import ORGANISES
from calendar_app.normaliser.items import BULLETS
from calendar_app.normaliser.lexicon import HOUSES_OPEN, Aspect
from calendar_app.normaliser.lookup import holding
from calendar_app.normaliser.telling_times import QUALIFIES, is_year, time_of
from calendar_app.normaliser.verbless import THIS_IS, THIS_ONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calendar_app.model import Span, TimeMention
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments

_PLANNED = re.compile("原(?:定|计划|本|拟)")
OF_ITS_OWN = 4
"""How long a bare name is that may be of something new, when it is still to come."""
SHOWN = ("展出", "展映", "展演")
"""The verbs of things that are put on show."""
THINGS_GIVEN = (Kind.SERVICE, Kind.FREE_CLINIC, Kind.OTHER)
"""The kinds of what is given away, not held: 提供理发、体检."""


class Telling(Struct, frozen=True):
    """Words that tell of an activity, the time they give for it, and the number of their paragraph."""

    activity: ActivityMention
    time: TimeMention | None
    paragraph: int


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
        time = time_of(segments, each, activities, usable)
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
    if telling.time is None or activity.agent is None or is_year(telling.time) or _is_part_of_day(telling.time):
        return False
    opens = activity.name is None and (activity.word in HOUSES_OPEN or (activity.word == "开放" and activity.future))
    return opens or goes_or_gives(activity)


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
    return name is not None and name.quoted and (runs or activity.aspect in (Aspect.HOLD, Aspect.OPEN, Aspect.CLOSE))


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
