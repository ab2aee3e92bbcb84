"""Find what takes place: each verb that tells of an activity, and the activity's name beside it.

An activity is told by a trigger (举行, 开幕, 走进 …: `data/lexicon/triggers.csv`) with a name before or after it. What
is only planned, routine, counted or quoted from somebody's speech is found too, and marked with the reason why it is
no event, so that the trace can tell. All functions work on folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calendar_app.model import Kind
from calendar_app.normaliser.frames import agent_of, aspect_of, name_of
from calendar_app.normaliser.lexicon import Aspect, noun_spans, trigger_spans, triggers
from calendar_app.normaliser.names import LONGEST_TAIL, Name, clause_end, kind_at, name_after, name_before
from calendar_app.normaliser.notices import TIME_LABEL, find_notices
from calendar_app.normaliser.refusals import Refusal, refusal_of
from calendar_app.normaliser.schedules import find_schedule
from calendar_app.normaliser.verbs import VerbPlace, is_verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityMention:
    """Words that tell of an activity: the verb and its aspect, the name, who acts, and the sentence's number.

    `agent` is the subject that is no activity's name; `deed` the clause after the verb, for one who goes somewhere;
    `block` the labelled lines of the notice that tells it (`notices.py`).
    """

    trigger: Span
    word: str
    aspect: Aspect
    sentence: int
    name: Name | None
    agent: Span | None = None
    deed: Span | None = None
    refusal: Refusal | None = None
    future: bool = False
    in_progress: bool = False
    block: Span | None = None

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, not one that points back (展览, 活动)."""
        return self.name is not None and not self.name.generic


SHORTEST_NAME = 4
SCHEDULED = "schedule"
BY_NAME = "name"
"""What stands for the verb of what a schedule lists, and of what only its name and its time tell."""

_ONE_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[,。])")
_CLAUSE = re.compile(r"[,;:。!?、“”《》()\n]")
_TOLD = re.compile(r"(?:也|还|则|又|都)?(?:(?:将|拟|定|正|已|将会|原定|计划)?(?:于|在)|将|近日|日前)")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届期场]|首届|(?:19|20)\d\d年?")
_FUTURE = re.compile(r"(?:将|拟|定于|即将|预计|计划|邀(?!请赛)|欢迎)")
_ATTRIBUTE = re.compile(r"(?:[两二三四五六七八九十\d]+天|当天|举行|举办)?的(?=[“《「])")
_PROMISE = re.compile(r"将(?:在|到|来到)(?=[^,;。]{3})")
_TO_TIME = re.compile(r"(?:(?![的了将被纳])[\u4e00-\u9fff]){0,4},")
_NEXT = re.compile(
    r"(?P<which>(?:下一?|第[一二三四五六七八九十\d]+)(?:场|站|期|讲|次|[堂节]课)|下一?[场次]活动)(?:活动|比赛|讲座|演出)?"
    r"(?P<told>(?:的?时间)?(?:定于|定在|安排在|将于|将在|拟于|预计于|暂定于?|放在|为|是))"
)
_IN_PROGRESS = re.compile(r"正在?(?=[^,;。]{0,20}$)")


def find_activities(segments: Segments, times: Sequence[Span]) -> tuple[ActivityMention, ...]:
    """Find every telling of an activity in a report, in the order of the text; `times` are the spans of its times."""
    nouns_at = noun_spans(segments.text)
    noticed = [*_by_notice(segments)]
    told = [*_by_trigger(segments, times, nouns_at), *_by_attribute(segments, times)]
    known = {each.name.span for each in told if each.name is not None}
    told += (each for each in _by_subject(segments, times, nouns_at) if each.name and each.name.span not in known)
    sentences = {each.sentence for each in told}
    more = (*_by_next(segments, times), *_by_theme(segments, times), *_by_promise(segments, times))
    told += (each for each in more if each.sentence not in sentences)
    blocks = [each.block for each in noticed if each.block]
    told = [each for each in told if not any(begin <= each.trigger[0] < end for begin, end in blocks)]
    by_verb = {each.sentence for each in (*told, *noticed) if each.named and (each.block or each.word in triggers())}
    listed = list(_by_schedule(segments, times, by_verb))
    items = {each.sentence for each in listed}
    told = [each for each in told if each.sentence not in items]
    return tuple(sorted((*told, *noticed, *listed), key=lambda each: each.trigger))


def _by_schedule(segments: Segments, times: Sequence[Span], told: Collection[int]) -> Iterator[ActivityMention]:
    """Find what a schedule lists: a time, a place and a name, and no verb."""
    for each in find_schedule(segments, times, told):
        yield ActivityMention(
            trigger=(each.begin, each.begin),
            word=SCHEDULED,
            aspect=Aspect.HOLD,
            sentence=each.sentence,
            name=each.name,
            block=segments.sentences[each.sentence].span,
        )


def _by_notice(segments: Segments) -> Iterator[ActivityMention]:
    """Find what is told by labels (时间：…, 地点：…) under a title."""
    for each in find_notices(segments):
        yield ActivityMention(
            trigger=each.label,
            word=TIME_LABEL,
            aspect=Aspect.HOLD,
            sentence=segments.sentence_at(each.label[1]),
            name=each.name,
            block=each.block,
        )


def _by_trigger(segments: Segments, times: Sequence[Span], nouns_at: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by a verb of activities, its name before or after it."""
    for begin, end in trigger_spans(segments.text):
        number = segments.sentence_at(begin)
        verb = VerbPlace(segments, times, segments.sentences[number].span, begin, end)
        if is_verb(verb, nouns_at):
            trigger = triggers()[verb.word]
            name = name_of(verb, trigger)
            yield _mention(verb, trigger.word, aspect_of(verb, trigger, name), name, number)


def _by_attribute(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by its time alone: 重头戏是7月29日、30日两天的“清凉一夏”城市定向赛."""
    for _, end in times:
        joint = _ATTRIBUTE.match(segments.text, end)
        if joint is None:
            continue
        number = segments.sentence_at(end)
        verb = VerbPlace(segments, times, segments.sentences[number].span, *joint.span())
        name = name_after(segments, verb.end, verb.sentence[1])
        if name is not None and name.quoted and name.span[0] == verb.end:
            yield _mention(verb, "的", Aspect.HOLD, name, number)


def _by_subject(segments: Segments, times: Sequence[Span], nouns_at: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by whatever verb: a name of its own, and when or where right behind it (…花市将于25日开锣)."""
    text = segments.text
    dated = {begin for begin, _ in times}
    for end in sorted({end for _, end in nouns_at} | set(_behind_themes(segments))):
        told = _TOLD.match(text, end) or _ONE_WORD.match(text, end)
        if told is None and end not in dated:
            continue
        number = segments.sentence_at(end)
        sentence = segments.sentences[number].span
        name = name_before(segments, sentence[0], end, times, new=True)
        if name is None or name.generic or name.span[1] != end or segments.in_speech(end):
            continue
        if any(begin < end and name.span[0] < stop for begin, stop in times):
            continue  # “五一”国际劳动节前夕 is a time
        if told and kind_at(text, name.span[0], told.end()):
            continue  # 主题游 is the beginning of 主题游园会
        fixed = end in dated or (told is not None and told.end() in dated)
        if (
            name.quoted
            or (_ORDINAL.match(text, *name.span) and not _ONE_WORD.match(text, end))
            or (fixed and end - name.span[0] > SHORTEST_NAME)
        ):
            verb = VerbPlace(segments, times, sentence, end, told.end() if told else end)
            yield _mention(verb, text[end : verb.end] or BY_NAME, Aspect.HOLD, name, number)


def _by_promise(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what somebody is to do somewhere, whatever it is: 下午3点,朗诵协会将在云绘楼前连诵《离骚》."""
    for match in _PROMISE.finditer(segments.text):
        number = segments.sentence_at(match.start())
        verb = VerbPlace(segments, times, segments.sentences[number].span, *match.span())
        told = _mention(verb, match.group(), Aspect.HOLD, None, number)
        yield replace(told, deed=(match.start() + 1, clause_end(segments, match.end(), verb.sentence[1])))


def _by_theme(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what has a theme, and its time behind a comma: “小飞人”篮球营,8月4日至8日."""
    starts = {begin for begin, _ in times}
    for begin, end in segments.quotations:
        stop = _TO_TIME.match(segments.text, end)
        if segments.text[begin] != "“" or stop is None or stop.end() not in starts or segments.in_speech(begin + 1):
            continue
        number = segments.sentence_at(begin)
        sentence = segments.sentences[number].span
        name = name_before(segments, sentence[0], stop.end() - 1, times, new=True)
        if name is not None and name.quoted:
            verb = VerbPlace(segments, times, sentence, stop.end(), stop.end())
            yield _mention(verb, BY_NAME, Aspect.HOLD, name, number)


def _by_next(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find a further session that only its time tells: 下一场定于12月22日上午9点半."""
    starts = {begin for begin, _ in times}
    for match in _NEXT.finditer(segments.text):
        if match.end() not in starts:
            continue
        number = segments.sentence_at(match.start())
        verb = VerbPlace(segments, times, segments.sentences[number].span, *match.span("told"))
        name = Name(match.span("which"), Kind.OTHER, quoted=False, generic=True)
        yield replace(_mention(verb, match["told"], Aspect.HOLD, name, number), future=True)


def _behind_themes(segments: Segments) -> Iterator[int]:
    """Yield where the words behind a quoted theme end and its predicate begins: “心动2024”跨年派对[将在]…."""
    for begin, end in segments.quotations:
        told = _TOLD.search(segments.text, end, end + LONGEST_TAIL)
        if (
            told
            and (told.start() - end > 1 or kind_at(segments.text, begin + 1, end - 1))
            and segments.text[begin] == "“"
            and not _CLAUSE.search(segments.text, end, told.start())
        ):
            yield told.start()


def _mention(verb: VerbPlace, word: str, aspect: Aspect, name: Name | None, number: int) -> ActivityMention:
    agent, deed = agent_of(verb, name)
    return ActivityMention(
        trigger=(verb.begin, verb.end),
        word=word,
        aspect=aspect,
        sentence=number,
        name=name,
        agent=agent,
        deed=deed,
        refusal=refusal_of(verb, name, agent),
        future=bool(_FUTURE.search(verb.segments.text, verb.sentence[0], verb.end)),
        in_progress=bool(_IN_PROGRESS.search(verb.segments.text, verb.sentence[0], verb.begin)),
    )
