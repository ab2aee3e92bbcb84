"""Find what takes place: each verb that tells of an activity, and the activity's name beside it.

An activity is told by a trigger (举行, 开幕, 走进 …: `data/lexicon/triggers.csv`) with a name before or after it. What
is only planned, routine, counted or quoted from somebody's speech is found too, and marked with the reason why it is
no event, so that the trace can tell. All functions work on folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calendar_app.normaliser.lexicon import Aspect, noun_pattern, nouns, trigger_pattern, triggers
from calendar_app.normaliser.names import (
    Name,
    clause_end,
    clause_start,
    name_after,
    name_before,
    skip_lead_in,
    strip_adjuncts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments


class Refusal(StrEnum):
    """Why something that is told with a trigger is no event."""

    SPEECH = "speech"
    PLAN = "plan"
    ROUTINE = "routine"
    STATISTIC = "statistic"
    HISTORY = "history"
    CONDITION = "condition"
    NO_NAME = "no name"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityMention:
    """Words that tell of an activity: the verb and its aspect, the name, who acts, and the sentence's number."""

    trigger: Span
    word: str
    aspect: Aspect
    sentence: int
    name: Name | None
    agent: Span | None = None
    deed: Span | None = None
    refusal: Refusal | None = None
    future: bool = False

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, not one that points back (展览, 活动)."""
        return self.name is not None and not self.name.generic


_NOT_A_VERB_AFTER = re.compile(r"(?:方|者|地点?|单位|部门|以来|之前|期间|时间|日期|式|仪式|权|人(?!民))")
_NOT_A_VERB_BEFORE = re.compile(
    r"(?:[主承协]|工会|党|社会|群团|基层|各级|村|行业|国际|公益|环保|民间|的[^,;。]{0,3}(?:经济|业务))$"
)
_PLAN = re.compile(
    r"(?:下一步|今后|力争|争取|着力|按照计划|下半年将|此后还将|后续还?将|还将赴|将(?:持续|不断|进一步|继续(?!举[行办]|展))|要把|各级|号召|希望|计划(?:在|到|再|扩大)|设想|未来几?年)"
)
_ROUTINE = re.compile(r"(?:每年|历年|往年|多年来|一直以来|长期以来|每季度|常年|自\d{4}年(?:起|以来)|\d+年来)")
_HISTORY = re.compile(
    r"(?:上一届|上届|首届[^,;。]{0,6}于|往届|前几届|前两届|去年|前年|曾(?:在|于|举办)|创办于|始于|此前)"
)
_COUNTING = re.compile(r"(?:已|累计|共|先后|共计|计划再?)[^,;。]{0,4}$")
_COUNT = re.compile(r"[^,;。“]{0,12}\d[\d.,万]*[余多]?(?:[场次期届项]|人次|名|人)")
_CONDITION = re.compile(r"(?:遇|如遇|若|如果|一旦)[^。]{0,16}(?:取消|顺延|推迟|停)")
_FUTURE = re.compile(r"(?:将|拟|定于|即将|预计|计划|邀(?!请赛)|欢迎)")
_PASSED_ON = re.compile(r"(?:大会|会议|活动|仪式|论坛|座谈会|报告会|演出|联谊会|培训|讲座)(?:上|中|现场|期间)[,]?")
_OPENING_OBJECT = re.compile(r"(?:了)?(?:帷幕|序幕|大幕|帷帐)")
_DIRECTION = re.compile(r"(?:至|到|为)")
_BOTH = (
    "演出",
    "展演",
    "放映",
    "展映",
    "慰问",
    "参观",
    "出发",
    "开始",
    "见面",
    "结束",
    "接待",
    "进行",
    "深入",
    "前往",
    "成立",
    "组织",
    "设置",
    "提供",
    "发放",
)


def find_activities(segments: Segments, times: Sequence[Span]) -> tuple[ActivityMention, ...]:
    """Find every telling of an activity in a report, in the order of the text."""
    return tuple(_find(segments, times))


def _find(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    text, table = segments.text, triggers()
    done = 0
    for match in trigger_pattern().finditer(text):
        begin, end = match.span()
        if begin < done or not _is_verb(segments, begin, end, times):
            continue
        done = end
        number = segments.sentence_at(begin)
        sentence = segments.sentences[number].span
        word = match.group()
        aspect = table[word]
        # 开展 has two readings: 书画展开展 opens, 开展活动 holds.
        name = _name(segments, sentence, begin, end, aspect, times)
        if word == "开展" and name is not None and name.span[1] <= begin:
            aspect = Aspect.OPEN
        agent, deed = _agent(segments, sentence, begin, end, name, times)
        yield ActivityMention(
            trigger=(begin, end),
            word=word,
            aspect=aspect,
            sentence=number,
            name=name,
            agent=agent,
            deed=deed,
            refusal=_refusal(segments, sentence, (begin, end), name),
            future=bool(_FUTURE.search(text, sentence[0], begin)),
        )


def _is_verb(segments: Segments, begin: int, end: int, times: Sequence[Span]) -> bool:
    text = segments.text
    if _NOT_A_VERB_AFTER.match(text, end) or _NOT_A_VERB_BEFORE.search(text, max(0, begin - 6), begin):
        return False
    if any(a < begin and end < b for a, b in segments.quotations if not (text[a] == "(" or (a, b) in segments.speech)):
        return False
    noun = noun_pattern().match(text, begin)
    if noun and noun.end() > end:
        return False
    if text[begin:end] not in _BOTH:
        return True
    before = text[max(0, begin - 1) : begin]
    if before in "的、“":
        return False
    if text[begin:end] in nouns() and text[end : end + 1] in (",", "。", ";", "、", "的", ":"):
        sentence = segments.sentences[segments.sentence_at(begin)].span
        return strip_adjuncts(segments, sentence[0], begin, times) < begin
    return True


def _name(
    segments: Segments, sentence: Span, begin: int, end: int, aspect: Aspect, times: Sequence[Span]
) -> Name | None:
    """Find the name: the object when the verb has one with an activity noun, else the subject."""
    text = segments.text
    if text[end : end + 1] == "的":
        return name_after(segments, end + 1, sentence[1])
    after = None
    if not (aspect is Aspect.VISIT or _OPENING_OBJECT.match(text, end) or _DIRECTION.match(text, end)):
        after = name_after(segments, end, sentence[1])
    if after is not None and (after.quoted or not after.generic or aspect is Aspect.HOLD):
        before = name_before(segments, sentence[0], begin, times) if after.generic else None
        return before if before is not None and not before.generic else after
    before = name_before(segments, sentence[0], begin, times)
    return before if before is not None else after


def _agent(
    segments: Segments, sentence: Span, begin: int, end: int, name: Name | None, times: Sequence[Span]
) -> tuple[Span | None, Span | None]:
    """Find who acts and, for one who goes somewhere, what is done there."""
    text = segments.text
    if name is not None and name.span[1] <= begin:
        return None, None
    stop = strip_adjuncts(segments, sentence[0], begin, times)
    start = skip_lead_in(text, clause_start(segments, sentence[0], stop), stop, times)
    agent = (start, stop) if 1 < stop - start <= 40 else None
    here = clause_end(segments, end, sentence[1])
    there = clause_end(segments, min(here + 1, sentence[1]), sentence[1])
    deed = (here + 1, there) if there > here + 2 else None
    return agent, deed


def _refusal(segments: Segments, sentence: Span, trigger: Span, name: Name | None) -> Refusal | None:
    text = segments.text
    begin, end = trigger
    if segments.in_speech(begin):
        return Refusal.SPEECH
    if _CONDITION.search(text, *sentence):
        return Refusal.CONDITION
    if _PLAN.search(text, sentence[0], end):
        return Refusal.PLAN
    if _ROUTINE.search(text, sentence[0], end):
        return Refusal.ROUTINE
    clause = segments.sentences[segments.sentence_at(begin)].clause_at(begin)
    if _HISTORY.search(text, clause[0], max(end, name.span[1] if name else end)):
        return Refusal.HISTORY
    if _COUNTING.search(text, clause[0], begin) and _COUNT.match(text, end):
        return Refusal.STATISTIC
    return None
