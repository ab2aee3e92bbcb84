"""Decide which tellings of a report are events, and which times belong to each.

A report tells of one main activity, mostly in its lead, and may go on to others: each of those must bring a time of its
own. A generic name (展览, 本届大赛) points back to one already told. What opens in one sentence and runs on in
another gives two drafts, the opening and the run; opening and end told together are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.normaliser.drafts import Draft
from calendar_app.normaliser.endings import end, runs_from
from calendar_app.normaliser.further_tellings import go_on
from calendar_app.normaliser.items import items
from calendar_app.normaliser.lookup import holding
from calendar_app.normaliser.main_activity import main_draft
from calendar_app.normaliser.noticed import tell_notices, with_notices
from calendar_app.normaliser.references import pointed_at
from calendar_app.normaliser.repeats import with_repeats
from calendar_app.normaliser.telling_times import ends, is_length, runs_to_an_end, usable_times
from calendar_app.normaliser.tellings import best_of_each_time, tell
from calendar_app.normaliser.tours import with_stops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span, TimeMention
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.tellings import Telling
    from calendar_app.normaliser.timing import TimedMention


def draft(
    segments: Segments,
    activities: Sequence[ActivityMention],
    times: Sequence[TimedMention],
    places: Sequence[Span] = (),
) -> tuple[Draft, ...]:
    """Draft the events of a report, the main one first; `places` are the spans of its place names."""
    usable = usable_times(activities, times, places)
    noticed = tell_notices(segments, activities, times)
    blocks = [each.activity.block for each in noticed if each.activity.block]
    usable = [each for each in usable if not any(begin <= each.span[0] < end for begin, end in blocks)]
    prose = [each for each in activities if each.block is None]
    listed = items(segments)
    told = _by_item(segments, listed, tell(segments, prose, usable, listed), usable)
    if not listed:
        told = with_stops(segments, told, prose, usable, places)
    return tuple(with_notices(segments, told, noticed))


def _by_item(
    segments: Segments, listed: Sequence[Span], tellings: Sequence[Telling], usable: Sequence[TimeMention]
) -> list[Draft]:
    """Draft what sentences tell, each item of a round-up by itself; what is said above them is mostly no event."""
    if not listed:
        return _told(segments, tellings, usable)
    parts: dict[Span | None, tuple[list[Telling], list[TimeMention]]] = {each: ([], []) for each in (None, *listed)}
    for telling in tellings:
        parts[holding(listed, telling.activity.trigger[0])][0].append(telling)
    for time in usable:
        parts[holding(listed, time.span[0])][1].append(time)
    above = parts.pop(None)
    drafts = [_as_item(each, item) for item, part in parts.items() if item for each in _told(segments, *part)]
    main = [each for each in _told(segments, *above) if not drafts or each.activity.named_by_theme]
    return main + drafts


def _as_item(each: Draft, item: Span) -> Draft:
    """Keep a draft to its item: its place is where the item says."""
    return replace(each, told_by=replace(each.told_by, block=item), main=False)


def _told(segments: Segments, tellings: Sequence[Telling], usable: Sequence[TimeMention]) -> list[Draft]:
    """Draft what sentences tell."""
    main = main_draft(segments, tellings, usable)
    if main is None:
        return []
    drafts = [main]
    endings = sorted(filter(ends, usable), key=is_length)  # a stated end outdoes a length
    for time in endings:
        if segments.sentence_at(time.span[0]) == main.told_by.sentence:
            end(segments, drafts, time)
    undated: list[ActivityMention] = []
    for telling in best_of_each_time(tellings):
        if telling.time is None:
            undated.append(telling.activity)
        else:
            go_on(segments, drafts, undated, telling, telling.time)
    claimed = {time.span for each in drafts for time in (each.time, each.until, each.repeats) if time is not None}
    running = (each for each in usable if runs_to_an_end(each) or runs_from(drafts, each))
    for time in (*endings, *(each for each in running if each.span not in claimed)):
        known = _ending(segments, drafts, undated, time)
        if known is not None:
            drafts.append(Draft(activity=known, told_by=known, time=None, until=time))
        else:
            end(segments, drafts, time)
    return [with_repeats(segments, each, drafts[0], usable) for each in drafts]


def _ending(
    segments: Segments, drafts: Sequence[Draft], undated: Sequence[ActivityMention], time: TimeMention
) -> ActivityMention | None:
    """Find what else is on, in the sentence of an end: 公园的牡丹节正在进行,…持续到5月11日."""
    sentence = segments.sentence_at(time.span[0])
    if is_length(time) or any(each.told_by.sentence == sentence for each in drafts):
        return None
    told = [each.activity for each in drafts]
    for each in undated:
        begun = each.sentence == sentence and each.in_progress and each.trigger[0] < time.span[0]
        if begun and each.name and not each.name.generic and pointed_at(segments, told, each) is None:
            return each
    return None
