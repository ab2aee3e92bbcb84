"""Find what takes place: what a verb of activities tells, what is told without one, notices and schedules.

An activity is told by a trigger (举行, 开幕, 走进 …: `data/lexicon/triggers.csv`) with a name before or after it. What
is only planned, routine, counted or quoted from somebody's speech is found too, and marked with the reason why it is
no event, so that the trace can tell. All functions work on folded text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.normaliser.activity_mentions import ActivityMention, mention_of
from calendar_app.normaliser.frames import aspect_of, name_of
from calendar_app.normaliser.lexicon import Aspect, noun_spans, trigger_spans, triggers
from calendar_app.normaliser.notices import TIME_LABEL, find_notices
from calendar_app.normaliser.refusals import Refusal
from calendar_app.normaliser.schedules import SCHEDULED, find_schedule
from calendar_app.normaliser.sessions import by_new_date, by_next, by_number
from calendar_app.normaliser.verbless import (
    by_attribute,
    by_curtain,
    by_existence,
    by_identity,
    by_presence,
    by_promise,
    by_run,
    by_subject,
    by_theme,
    by_this,
)
from calendar_app.normaliser.verbs import VerbPlace, is_verb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments


def find_activities(segments: Segments, times: Sequence[Span]) -> tuple[ActivityMention, ...]:
    """Find every telling of an activity in a report, in the order of the text; `times` are the spans of its times.

    What a notice or a schedule lists is told by nothing else in it.
    """
    noticed = list(_by_notice(segments))
    blocks = [each.block for each in noticed if each.block]
    told = [
        each for each in _in_prose(segments, times) if not any(begin <= each.trigger[0] < end for begin, end in blocks)
    ]
    named = {each.sentence for each in noticed if each.named}
    named |= {each.sentence for each in told if each.named and each.word in triggers()}
    listed = list(_by_schedule(segments, times, named))
    items = {each.sentence for each in listed}
    told = [each for each in told if each.sentence not in items]
    return tuple(sorted((*told, *noticed, *listed), key=lambda each: each.trigger))


def _in_prose(segments: Segments, times: Sequence[Span]) -> list[ActivityMention]:
    """Find what sentences tell, by a verb or without one."""
    nouns_at = noun_spans(segments.text)
    told = [*_by_trigger(segments, times, nouns_at), *by_attribute(segments, times)]
    known = {each.name.span for each in told if each.name is not None}
    told += (each for each in by_subject(segments, times, nouns_at) if each.name and each.name.span not in known)
    sentences = {each.sentence for each in told if not (_is_only_given(each) or each.refusal is Refusal.ASIDE)}
    more = (
        each
        for find in (by_next, by_new_date, by_this, by_theme, by_existence, by_identity, by_promise)
        for each in find(segments, times)
    )
    told += [each for each in (*by_run(segments, times, nouns_at), *more) if each.sentence not in sentences]
    named = {each.sentence for each in told if each.named}
    more = (each for find in (by_presence, by_curtain) for each in find(segments, times))
    told += [each for each in more if each.sentence not in named]
    held = {each.sentence for each in told if each.refusal is None}
    return told + [each for each in by_number(segments, times) if each.sentence not in held]


def _is_only_given(activity: ActivityMention) -> bool:
    """Tell whether a mention is only of what else those are given who come: 义诊,…并发放手册."""
    return activity.aspect is Aspect.GIVE and activity.name is None and activity.agent is None


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
            yield mention_of(verb, trigger.word, aspect_of(verb, trigger, name), name, number)
