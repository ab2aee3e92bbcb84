"""Find what takes place: each verb that tells of an activity, and the activity's name beside it.

An activity is told by a trigger (举行, 开幕, 走进 …: `data/lexicon/triggers.csv`) with a name before or after it. What
is only planned, routine, counted or quoted from somebody's speech is found too, and marked with the reason why it is
no event, so that the trace can tell. All functions work on folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calendar_app.model import Kind
from calendar_app.normaliser.lexicon import Aspect, Frame, Trigger, noun_spans, nouns, trigger_spans, triggers
from calendar_app.normaliser.names import (
    LONGEST_TAIL,
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
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityMention:
    """Words that tell of an activity: the verb and its aspect, the name, who acts, and the sentence's number.

    `agent` is the subject that is no activity's name; `deed` the clause after the verb, for one who goes somewhere.
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

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, not one that points back (展览, 活动)."""
        return self.name is not None and not self.name.generic


@dataclass(frozen=True, slots=True)
class _Place:
    """A verb in its sentence: all that finding its name and its agent needs."""

    segments: Segments
    times: Sequence[Span]
    sentence: Span
    begin: int
    end: int


LONGEST_AGENT = 40
SHORTEST_NAME = 4
BY_NAME = "name"
"""What stands for the verb of what only its name and its time tell."""

SPEAKING = frozenset({"开讲", "做客", "请来", "现身"})
ORGANISES = "组织"
"""Somebody organises others to do something: 街道组织志愿者上门送菜."""

_NOT_A_VERB_AFTER = re.compile(r"(?:方|者|地点?|单位|部门|之前|期间|时间|日期|后的|式|仪式|权|人(?!民)|展(?=[,。;]))")
_NOT_A_VERB_BEFORE = re.compile(r"[主承协]$")
_A_BODY_BEFORE = re.compile(r"(?:工会|党|社会|群团|基层|各级|村|行业|国际|公益|环保|民间)$")
_MUST_QUOTE = ("设", "办")
_PLAN = re.compile(
    r"(?:下一步|今后|力争|争取|着力|按照计划|下半年将|此后还将|后续还?将|还将赴|将(?:持续|不断|进一步|继续(?!举[行办]|展))|要把|各级|号召|"
    r"希望|计划(?:在|到|再|扩大)|设想|未来几?年)"
)
_ROUTINE = re.compile(r"(?:每年|(?<!农)历年|往年|多年来|一直以来|长期以来|每季度|常年|自\d{4}年(?:起|以来)|\d+年来)")
_HISTORY = re.compile(
    r"(?:上一届|上届|首届[^,;。]{0,6}于|往届|前几届|前两届|去年|前年|曾(?:在|于|举办)|创办于|始于|此前)"
)
_COUNTS = re.compile(r"以来,?(?P<name>[^,;。]{2,30}?)(?:已|共|累计)")
_ON_A_SUBJECT = re.compile(r"(?:以|题为|围绕)(?P<theme>“[^”]{2,40}”)(?:为题|[^,;。]{0,6}(?:讲座|演讲|授课|宣讲))")
_COUNTING = re.compile(r"(?:已|累计|共|先后|共计|计划再?)[^,;。]{0,4}$")
_CROWD = re.compile(r"(?:共有?|近|约|已有|累计)?\d[\d.,万]*[余多]?(?:万)?人次")
_COUNT = re.compile(r"[^,;。“]{0,12}\d[\d.,万]*[余多]?(?:[场次期届项]|人次|名|人)")
_HALTED = re.compile(r"(?:暂停|停止|不再|不对外|暂不|未|谢绝)[^,;。]{0,4}$")
_ONE_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[,。])")
_CLAUSE = re.compile(r"[,;:。!?、“”《》()\n]")
_TOLD = re.compile(r"(?:也|还|则|又|都)?(?:(?:将|拟|定|正|已|将会|原定|计划)?(?:于|在)|将|近日|日前)")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届期场]|首届|(?:19|20)\d\d年?")
_CONDITION = re.compile(r"(?:遇|如遇|若|如果|一旦)[^。]{0,16}(?:取消|顺延|推迟|停)")
_FUTURE = re.compile(r"(?:将|拟|定于|即将|预计|计划|邀(?!请赛)|欢迎)")
_ATTRIBUTE = re.compile(r"(?:[两二三四五六七八九十\d]+天|当天|举行|举办)?的(?=[“《「])")
_AUDIENCE = re.compile(r"(?:观众|市民|读者|游客|参观者|听众|大家)(?:前来|到场|纷纷|可)?$")
_ACTS_ALREADY = re.compile(r"拉开|举行|举办|走进|来到|设有|设置|推出|带着|伴着")
_IN_PROGRESS = re.compile(r"正在?(?=[^,;。]{0,20}$)")
_OPENING_OBJECT = re.compile(r"(?:了)?(?:帷幕|序幕|大幕)")
_DIRECTION = re.compile(r"(?:至|到|为)")
_ALSO_NOUNS = frozenset({
    "演出", "展演", "放映", "展映", "慰问", "参观", "出发", "开始", "见面",
    "结束", "进行", "深入", "前往", "成立", "组织", "设置", "提供", "发放",
})  # fmt: skip


def find_activities(segments: Segments, times: Sequence[Span]) -> tuple[ActivityMention, ...]:
    """Find every telling of an activity in a report, in the order of the text; `times` are the spans of its times."""
    nouns_at = noun_spans(segments.text)
    told = [*_by_trigger(segments, times, nouns_at), *_by_attribute(segments, times)]
    known = {each.name.span for each in told if each.name is not None}
    told += (each for each in _by_subject(segments, times, nouns_at) if each.name and each.name.span not in known)
    return tuple(sorted(told, key=lambda each: each.trigger))


def _by_attribute(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by its time alone: 重头戏是7月29日、30日两天的“清凉一夏”城市定向赛."""
    for _, end in times:
        joint = _ATTRIBUTE.match(segments.text, end)
        if joint is None:
            continue
        number = segments.sentence_at(end)
        place = _Place(segments, times, segments.sentences[number].span, *joint.span())
        name = name_after(segments, place.end, place.sentence[1])
        if name is not None and name.quoted and name.span[0] == place.end:
            yield _mention(place, "的", Aspect.HOLD, name, number)


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
        fixed = end in dated or (told is not None and told.end() in dated)
        if (
            name.quoted
            or (_ORDINAL.match(text, *name.span) and not _ONE_WORD.match(text, end))
            or (fixed and end - name.span[0] > SHORTEST_NAME)
        ):
            place = _Place(segments, times, sentence, end, told.end() if told else end)
            yield _mention(place, text[end : place.end] or BY_NAME, Aspect.HOLD, name, number)


def _behind_themes(segments: Segments) -> Iterator[int]:
    """Yield where the words behind a quoted theme end and its predicate begins: “心动2024”跨年派对[将在]…."""
    for begin, end in segments.quotations:
        told = _TOLD.search(segments.text, end, end + LONGEST_TAIL)
        if told and segments.text[begin] == "“" and not _CLAUSE.search(segments.text, end, told.start()):
            yield told.start()


def _by_trigger(segments: Segments, times: Sequence[Span], nouns_at: Sequence[Span]) -> Iterator[ActivityMention]:
    for begin, end in trigger_spans(segments.text):
        number = segments.sentence_at(begin)
        place = _Place(segments, times, segments.sentences[number].span, begin, end)
        if _is_verb(place) and not _inside_a_noun((begin, end), nouns_at):
            trigger = triggers()[segments.text[begin:end]]
            name = _name(place, trigger)
            yield _mention(place, trigger.word, _aspect(place, trigger, name), name, number)


def _mention(place: _Place, word: str, aspect: Aspect, name: Name | None, number: int) -> ActivityMention:
    agent, deed = _agent(place, name)
    return ActivityMention(
        trigger=(place.begin, place.end),
        word=word,
        aspect=aspect,
        sentence=number,
        name=name,
        agent=agent,
        deed=deed,
        refusal=_refusal(place, name, agent),
        future=bool(_FUTURE.search(place.segments.text, place.sentence[0], place.begin)),
        in_progress=bool(_IN_PROGRESS.search(place.segments.text, place.sentence[0], place.begin)),
    )


def _aspect(place: _Place, trigger: Trigger, name: Name | None) -> Aspect:
    """Give the verb's aspect here: what is told since its start runs on, and 书画展开展 opens where 开展活动 holds."""
    if place.segments.text.startswith("以来", place.end):
        return Aspect.RUN
    if trigger.word == "开展" and name is not None and name.span[1] <= place.begin:
        return Aspect.OPEN
    return trigger.aspect


# ---------------------------------------------------------------- is it a verb here?


def _is_verb(place: _Place) -> bool:
    text, begin, end = place.segments.text, place.begin, place.end
    word = text[begin:end]
    if _NOT_A_VERB_AFTER.match(text, end) or _NOT_A_VERB_BEFORE.search(text, max(0, begin - 6), begin):
        return False
    if word == "组织" and _A_BODY_BEFORE.search(text, max(0, begin - 2), begin):
        return False
    if text[end : end + 1] == "的" and triggers()[word].aspect is Aspect.GIVE:
        return False
    if word in _MUST_QUOTE and text[end : end + 1] not in ("“", "「", "《"):
        return False
    if _inside_a_name(place):
        return False
    return word not in _ALSO_NOUNS or _acts(place, word)


def _inside_a_noun(verb: Span, nouns_at: Sequence[Span]) -> bool:
    """启动仪式 and 公开赛 hold no verb."""
    near = bisect_right(nouns_at, verb) - 1
    return any(
        a <= verb[0] and verb[1] <= b and b - a > verb[1] - verb[0] for a, b in nouns_at[max(0, near) : near + 2]
    )


def _inside_a_name(place: _Place) -> bool:
    segments = place.segments
    return any(
        a < place.begin and place.end < b and segments.text[a] != "(" and (a, b) not in segments.speech
        for a, b in segments.quotations
    )


def _acts(place: _Place, word: str) -> bool:
    """Tell 演出 the verb (在大剧院演出) from 演出 the noun: the verb has something before it that goes with verbs."""
    text = place.segments.text
    if text[max(0, place.begin - 1) : place.begin] in ("的", "、", "“"):
        return False
    if word in nouns() and triggers()[word].aspect is Aspect.HOLD:
        return strip_adjuncts(place.segments, place.sentence[0], place.begin, place.times) < place.begin
    return True


# ---------------------------------------------------------------- its name, its agent


def _name(place: _Place, trigger: Trigger) -> Name | None:
    """Find the name: the object when the verb has one with an activity noun, else the subject."""
    text, end = place.segments.text, place.end
    if trigger.aspect is Aspect.VISIT:
        return None
    if text[end : end + 1] == "的":
        return name_after(place.segments, end + 1, place.sentence[1])
    if text[end : end + 2] == "以来":
        return _name_since(place)
    after = None
    if not (trigger.frame is Frame.SUBJECT or _OPENING_OBJECT.match(text, end) or _DIRECTION.match(text, end)):
        after = name_after(place.segments, end, place.sentence[1])
    if trigger.frame is Frame.OBJECT or (after is not None and not after.generic):
        return after
    before = name_before(place.segments, place.sentence[0], place.begin, place.times)
    return before or after or (_subject_matter(place) if trigger.word in SPEAKING else None)


def _subject_matter(place: _Place) -> Name | None:
    """Find the name in 以“一座城的五百种叫卖”为题开讲: what somebody speaks on."""
    found = _ON_A_SUBJECT.search(place.segments.text, *place.sentence)
    return Name(found.span("theme"), Kind.LECTURE, quoted=True, generic=False) if found else None


def _name_since(place: _Place) -> Name | None:
    """Find the name in 自6月16日启动以来,第十七届消夏节已…: what the next clause counts."""
    found = _COUNTS.match(place.segments.text, place.end, place.sentence[1])
    return name_after(place.segments, found.start("name"), found.end("name")) if found else None


def _agent(place: _Place, name: Name | None) -> tuple[Span | None, Span | None]:
    """Find who acts and, for one who goes somewhere, what is done there."""
    segments, text = place.segments, place.segments.text
    if name is not None and name.span[1] <= place.begin:
        return None, None
    clause = clause_start(segments, place.sentence[0], place.begin)
    stop = strip_adjuncts(segments, clause, place.begin, place.times)
    start = skip_lead_in(text, clause, stop, place.times)
    here = clause_end(segments, place.end, place.sentence[1])
    there = clause_end(segments, min(here + 1, place.sentence[1]), place.sentence[1])
    agent = (start, stop) if _is_agent(text, start, stop) else None
    if text[place.begin : place.end] == ORGANISES and name is None:
        return agent, (place.end, here)
    return agent, (here + 1, there) if there > here + 2 else None


def _is_agent(text: str, start: int, stop: int) -> bool:
    """Tell who acts from where and while (花市牌楼下, 伴着鼓声), and from those who come to see."""
    if (
        not 1 < stop - start <= LONGEST_AGENT
        or text[stop - 1] in "下上里内前旁边中处"
        or _AUDIENCE.search(text, start, stop)
    ):
        return False
    return _ACTS_ALREADY.search(text, start, stop) is None


# ---------------------------------------------------------------- why it may be no event


def _refusal(place: _Place, name: Name | None, agent: Span | None) -> Refusal | None:
    segments, begin, end = place.segments, place.begin, place.end
    text = segments.text
    if segments.in_speech(begin):
        return Refusal.SPEECH
    if _CONDITION.search(text, *place.sentence):
        return Refusal.CONDITION
    if _PLAN.search(text, place.sentence[0], end):
        return Refusal.PLAN
    clause = segments.sentences[segments.sentence_at(begin)].clause_at(begin)
    if _ROUTINE.search(text, clause[0], end):
        return Refusal.ROUTINE
    if _HISTORY.search(text, clause[0], max(end, name.span[1] if name else end)):
        return Refusal.HISTORY
    if _HALTED.search(text, clause[0], begin):
        return Refusal.CLOSURE
    counted = _COUNTING.search(text, clause[0], begin) and _COUNT.match(text, end)
    if counted or (agent is not None and _CROWD.match(text, *agent)):
        return Refusal.STATISTIC
    return None
