"""Find what a verb says by its frame: the activity's name before or after it, who acts, and what is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Kind
from calendar_app.normaliser.lexicon import Aspect, Frame
from calendar_app.normaliser.lookup import last_from
from calendar_app.normaliser.names import (
    Name,
    clause_end,
    clause_start,
    kind_at,
    name_after,
    name_before,
    skip_lead_in,
    strip_adjuncts,
)

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.lexicon import Trigger
    from calendar_app.normaliser.verbs import VerbPlace

LONGEST_AGENT = 40
SPEAKING = frozenset({"开讲", "做客", "请来", "现身"})
ORGANISES = "组织"
"""Somebody organises others to do something: 街道组织志愿者上门送菜."""

_COUNTS = re.compile(r"以来,?(?P<name>[^,;。]{2,30}?)(?:已|共|累计)")
_ON_A_SUBJECT = re.compile(
    r"题目?[是叫为](?P<called>“[^”]{2,40}”)|(?:以|题为|围绕)(?P<theme>“[^”]{2,40}”)(?:为题|[^,;。]{0,6}(?:讲座|演讲|授课|宣讲))"
)
_AUDIENCE = re.compile(r"(?:观众|市民|读者|游客|参观者|听众|大家)(?:前来|到场|纷纷|可)?$")
_ACTS_ALREADY = re.compile(r"不必|无需|无须|拉开|举行|举办|走进|来到|设有|设置|推出|带着|伴着")
_ATTRIBUTE = re.compile(r"(?:了?(?:帷幕|序幕|大幕))?(?:[、,](?:为期|历时|持续|连续)[^,;。、]{1,8})?的")
"""What follows a verb that tells of the name behind it: 9月16日开幕、为期35天的菊花展."""
_OPENING_OBJECT = re.compile(r"(?:了)?(?:帷幕|序幕|大幕)")
_DIRECTION = re.compile(r"(?:至|到|为)")
_NEXT_ONE = re.compile(
    r"(?:^|[,。:])(?:据[悉了解]{1,2},)?(?:下一?|第[二三四五六七八九十])[场期站讲](?!原)[^,。;]{0,12}[,将]"
)
"""A further session that is elsewhere is not put off: 第二场在一周后,改到文化广场."""


def name_of(verb: VerbPlace, trigger: Trigger) -> Name | None:
    """Find the name: the object when the verb has one with an activity noun, else the subject."""
    text, end = verb.segments.text, verb.end
    if trigger.aspect is Aspect.VISIT:
        return _what_goes(verb)
    if attribute := _ATTRIBUTE.match(text, end):
        return name_after(verb.segments, attribute.end(), verb.sentence[1])
    if text[end : end + 2] == "以来":
        return _name_since(verb) or name_before(verb.segments, verb.sentence[0], verb.subject_end, verb.times)
    after = None
    if not (trigger.frame is Frame.SUBJECT or _OPENING_OBJECT.match(text, end) or _DIRECTION.match(text, end)):
        after = name_after(verb.segments, end, verb.sentence[1])
    if trigger.frame is Frame.OBJECT or (after is not None and not after.generic):
        return after
    before = name_before(verb.segments, verb.sentence[0], verb.subject_end, verb.times)
    return before or after or (_subject_matter(verb) if trigger.word in SPEAKING else None)


def aspect_of(verb: VerbPlace, trigger: Trigger, name: Name | None) -> Aspect:
    """Give the verb's aspect here: what is told since its start runs on, and 书画展开展 opens where 开展活动 holds."""
    if verb.segments.text.startswith("以来", verb.end):
        return Aspect.RUN
    if trigger.word == "开展" and name is not None and (name.span[1] <= verb.begin or _is_shown(verb, name)):
        return Aspect.OPEN
    if trigger.aspect is Aspect.POSTPONE and _NEXT_ONE.search(verb.segments.text, verb.sentence[0], verb.begin):
        return Aspect.HOLD
    return trigger.aspect


def _is_shown(verb: VerbPlace, name: Name) -> bool:
    """Tell whether 开展 says of an exhibition behind it that it has opened: 7月10日开展的文物展."""
    return name.kind is Kind.EXHIBITION and _ATTRIBUTE.match(verb.segments.text, verb.end) is not None


def agent_of(verb: VerbPlace, name: Name | None) -> tuple[Span | None, Span | None]:
    """Find who acts and, for one who goes somewhere, what is done there."""
    segments, text = verb.segments, verb.segments.text
    if name is not None and name.span[1] <= verb.begin:
        return None, None
    clause = clause_start(segments, verb.sentence[0], verb.subject_end)
    time = last_from(verb.times, clause)
    clause = max(clause, time[1]) if time else clause
    stop = strip_adjuncts(segments, clause, verb.subject_end, verb.times)
    start = skip_lead_in(text, clause, stop, verb.times)
    here = clause_end(segments, verb.end, verb.sentence[1])
    there = clause_end(segments, min(here + 1, verb.sentence[1]), verb.sentence[1])
    agent = (start, stop) if _is_agent(text, start, stop) else None
    if verb.word == ORGANISES and name is None:
        return agent, (verb.end, here)
    return agent, (here + 1, there) if there > here + 2 else None


def _what_goes(verb: VerbPlace) -> Name | None:
    """Find an activity that itself goes somewhere: “老物件”藏品展走进社区, 作家见面会走进图书馆."""
    name = name_before(verb.segments, verb.sentence[0], verb.subject_end, verb.times)
    noun = kind_at(verb.segments.text, *name.span) if name is not None else None
    goes = noun is not None and name is not None and (name.quoted or (noun[0] > 2 and not name.generic))
    return name if goes else None


def _subject_matter(verb: VerbPlace) -> Name | None:
    """Find the name in 以“一座城的五百种叫卖”为题开讲: what somebody speaks on."""
    found = _ON_A_SUBJECT.search(verb.segments.text, *verb.sentence)
    group = "called" if found and found["called"] else "theme"
    return Name(found.span(group), Kind.LECTURE, quoted=True, generic=False) if found else None


def _name_since(verb: VerbPlace) -> Name | None:
    """Find the name in 自6月16日启动以来,第十七届消夏节已…: what the next clause counts."""
    found = _COUNTS.match(verb.segments.text, verb.end, verb.sentence[1])
    return name_after(verb.segments, found.start("name"), found.end("name")) if found else None


def _is_agent(text: str, start: int, stop: int) -> bool:
    """Tell who acts from where and while (花市牌楼下, 伴着鼓声), and from those who come to see."""
    if (
        not 1 < stop - start <= LONGEST_AGENT
        or text[stop - 1] in "下上里内前旁边中处"
        or text.startswith(("正在", "在"), start)
        or _AUDIENCE.search(text, start, stop)
    ):
        return False
    return _ACTS_ALREADY.search(text, start, stop) is None
