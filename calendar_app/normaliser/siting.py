"""Tell which places of a report belong to which of its activities, and choose among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import PlaceRole
from calendar_app.normaliser.places import choose

if TYPE_CHECKING:
    from calendar_app.model import PlaceMention, Span, TimeMention, Where
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.findings import Findings

_SAME_PLACE = re.compile(r"同一(?:地点|场地|场馆|剧场)|原地|老地方|地点(?:不变|相同|同上)")
"""What tells that a further time has the place of the one told before."""

_BESIDES = re.compile(r"\s*(?:此外|另外|另据|与此同时)")
"""What begins a sentence on something else."""


def site(found: Findings, draft: Draft) -> Where:
    """Choose the place by the mentions nearest to the activity: its clauses, its sentence, the lead, the headline."""
    sentence = found.segments.sentences[draft.told_by.sentence]
    stretch = stretch_of(found, draft)
    if draft.again and _SAME_PLACE.search(found.segments.text, *sentence.span):
        sentence = found.segments.sentences[draft.activity.sentence]
        stretch = sentence.span
    block = draft.told_by.block
    listed = block is not None and not draft.main  # an item or a stop is where it says, not where the others are
    layers = [_within(found, block)] if block else []
    if not (listed and draft.again):
        own = [_within(found, stretch), _within(found, sentence.span)]
        layers += own if draft.main or draft.run else map(_of_what_follows, own)
        if draft.activity is not draft.told_by:
            layers.append(_within(found, found.segments.sentences[draft.activity.sentence].span))
    if not draft.main and found.drafts and not listed:
        layers.append(_within(found, stretch_of(found, found.drafts[0])))
    lead = [each.span for each in found.segments.sentences if each.paragraph == 0]
    if lead and not listed:
        layers.append(_within(found, (lead[0][0], lead[-1][1])))
    layers.append(tuple(each for each in found.places if each.span[0] < 0))
    if draft.main:
        layers.append(
            tuple(each for each in found.places if each.role is PlaceRole.SITE and not _is_beside(found, each))
        )
    before = tuple(each for each in found.places if each.span[1] <= stretch[0])
    return choose(layers, home=found.page.home, before=before)


def _is_beside(found: Findings, place: PlaceMention) -> bool:
    """Tell whether a place stands in a sentence that tells of something else besides: 此外,…在房山区举行."""
    if place.span[0] < 0:
        return False
    sentence = found.segments.sentences[found.segments.sentence_at(place.span[0])]
    return _BESIDES.match(found.segments.text, *sentence.span) is not None


def _of_what_follows(mentions: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """Take where the report goes on to (明年移师呼和浩特) for the site of what is told there."""
    return tuple(replace(each, role=PlaceRole.SITE) if each.rule.endswith(":later") else each for each in mentions)


def stretch_of(found: Findings, draft: Draft) -> Span:
    """Give the clauses that tell of one activity: from where the telling before it ends to the end of its clause."""
    told = draft.told_by
    sentence = found.segments.sentences[told.sentence]
    begin = sentence.span[0]
    for each in found.activities:
        if each.sentence == told.sentence and draft.time is not None and _parted(each, draft.time, told):
            begin = max(begin, sentence.clause_at(each.trigger[1])[1])
    end = max(sentence.clause_at(told.trigger[0])[1], told.name.span[1] if told.name else 0)
    return min(begin, told.trigger[0]), end


def _parted(earlier: ActivityMention, time: TimeMention, later: ActivityMention) -> bool:
    """Tell whether two tellings of one sentence are parted by a new time between them."""
    return earlier.trigger[1] <= time.span[0] < later.trigger[0]


def _within(found: Findings, span: Span) -> tuple[PlaceMention, ...]:
    return tuple(each for each in found.places if span[0] <= each.span[0] < span[1])
