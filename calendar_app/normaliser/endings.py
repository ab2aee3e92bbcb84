"""Give drafts their ends: the last day that a verb or a time tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form, Grain
from calendar_app.normaliser.lexicon import FIRST_NIGHTS, Aspect
from calendar_app.normaliser.references import named_in
from calendar_app.normaliser.telling_times import is_length, runs_to_an_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import TimeMention
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.sentences import Segments

RUNNING = (Aspect.OPEN, Aspect.RUN)
"""What tells of something that goes on, though its first day may be vague (近日开展)."""
_OPENING = re.compile(r"(?:开幕|开园|开街|开营|启动|揭幕|亮灯|开灯)(?:式|仪式|典礼|演出|晚会)$")
_TERM = re.compile(r"约定|合同|协议|聘[为任期]|任期|服务期|值守|每个?季度")


def end(segments: Segments, drafts: list[Draft], time: TimeMention) -> None:
    """Give an end that no verb carries (…,将持续至6月23日) to the activity of its sentence, else to the main one."""
    if any(time in (each.time, each.until) for each in drafts):
        return
    sentence = segments.sentence_at(time.span[0])
    clause = segments.sentences[sentence].clause_at(time.span[0])[0]
    spoken_of = named_in(segments, [each.activity for each in drafts], (clause, time.span[0]))
    here = [number for number, each in enumerate(drafts) if each.told_by.sentence == sentence]
    if time.text.startswith(("历时", "连续")) and not here:
        return  # it looks back, or is of what somebody else did: 筹备历时两年, 工人连续四天清运
    number = spoken_of if spoken_of is not None else here[-1] if here else 0
    told_by = drafts[number].told_by
    name = drafts[number].activity.name
    if number == 0 and spoken_of is None and sentence < told_by.sentence and not (name and name.generic):
        return  # it is of something told before
    if runs_to_an_end(time) and told_by.aspect not in RUNNING:
        return
    if is_length(time) and _TERM.search(segments.text, segments.sentences[sentence].span[0], time.span[0]):
        return  # it is of a duty: 根据约定,居民每季度除草一次,为期一年
    if told_by.aspect is not Aspect.CLOSE:
        close(segments, drafts, number, replace(told_by, sentence=sentence), time)


def runs_from(drafts: Sequence[Draft], time: TimeMention) -> bool:
    """Tell whether a time runs from the day on which something opened (7日晚开幕。…从1月7日持续到2月18日)."""
    when = time.when
    if when is None or when.form is not Form.SPAN or is_length(time):
        return False
    return any(
        each.told_by.aspect is Aspect.OPEN
        and each.until is None
        and each.when is not None
        and each.when.form in (Form.DAY, Form.MOMENT)
        and each.when.first_day == when.first_day
        for each in drafts
    )


def close(segments: Segments, drafts: list[Draft], number: int, told_by: ActivityMention, time: TimeMention) -> None:
    """Give a draft its end; an opening whose end another sentence states stays an event of its own."""
    target = drafts[number]
    if target.until is not None or any(each.run and each.activity is target.activity for each in drafts):
        return
    begun, ended = target.when, time.when
    first = begun.first_day if begun else None
    last = ended.last_day if ended else None
    if last is None or (first is not None and last <= first) or (ended is not None and ended.grain is Grain.YEAR):
        return
    if target.time is not None and target.time.rule == "under_way":
        drafts[number] = replace(target, time=None, until=time)
        return
    together = told_by.sentence == target.told_by.sentence
    if begun is not None and begun.form is Form.WINDOW and not together and target.told_by.aspect not in RUNNING:
        return
    whole = opened_by(segments, target.activity)
    opens = target.told_by.aspect is Aspect.OPEN or target.told_by.word in FIRST_NIGHTS or whole is not None
    opened = opens and begun is not None and begun.form not in (Form.OPEN, Form.WINDOW)
    if together or not opened or (is_length(time) and whole is None):
        drafts[number] = replace(target, until=time)
    else:
        runs = whole or target.activity
        drafts.append(replace(target, activity=runs, until=time, told_by=told_by, main=False, run=True))


def opened_by(segments: Segments, ceremony: ActivityMention) -> ActivityMention | None:
    """Name what a ceremony opens: 全民健身运动会, of its 开幕式; None where it is no opening ceremony."""
    name = ceremony.name
    found = _OPENING.search(segments.text, *name.span) if name else None
    if name is None or found is None:
        return None
    end = found.start() - segments.text.endswith("的", 0, found.start())
    return replace(ceremony, name=replace(name, span=(name.span[0], end)))
