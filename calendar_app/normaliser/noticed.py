"""Draft what notices tell (`notices.py`) beside what the prose of their report does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form
from calendar_app.normaliser.drafts import Draft
from calendar_app.normaliser.references import pointed_at
from calendar_app.normaliser.tellings import Telling
from calendar_app.normaliser.values import lies_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention


def tell_notices(
    segments: Segments, activities: Sequence[ActivityMention], times: Sequence[TimedMention]
) -> list[Telling]:
    """Pair each notice with the first time behind its label, whatever else its line says (…,周一闭馆)."""
    found = []
    for each in activities:
        sentence = segments.sentences[each.sentence]
        behind = (timed.mention for timed in times if each.trigger[1] <= timed.mention.span[0] < sentence.span[1])
        if each.block and (time := next(behind, None)):
            found.append(Telling(each, time, sentence.paragraph))
    return found


def with_notices(segments: Segments, drafts: Sequence[Draft], noticed: Sequence[Telling]) -> list[Draft]:
    """Add to what prose tells what notices do: they date what prose names without a time or on the same day.

    What prose leaves undated is otherwise no event of its own beside a notice.
    """
    if not noticed:
        return list(drafts)
    found: list[Draft] = []
    left = list(drafts)
    for telling in noticed:
        same = next((each for each in left if _is_same(segments, each, telling)), None)
        if same is None:
            found.append(Draft(activity=telling.activity, told_by=telling.activity, time=telling.time))
        else:
            left.remove(same)
            activity = telling.activity if telling.activity.name else same.activity
            time = same.time if _says_more(same, telling) else telling.time
            found.append(
                replace(same, activity=activity, told_by=telling.activity, time=time, until=None, repeats=None)
            )
    found += [each for each in left if not _is_said(segments, each, found)]
    return [replace(each, main=number == 0) for number, each in enumerate(found)]


def _is_same(segments: Segments, draft: Draft, noticed: Telling) -> bool:
    """Tell whether prose tells of what a notice does: of nothing else that is named, or of it on its day."""
    if noticed.activity.named and pointed_at(segments, [draft.activity], noticed.activity) is None:
        return False
    if draft.when is None:
        return noticed.activity.name is None and draft.activity.named
    when = noticed.time.when if noticed.time else None
    if when is None or when.first_day is None or draft.when.first_day is None:
        return False
    if when.form is Form.SPAN and draft.when.form is Form.MOMENT:
        return False  # 开幕当天上午10点 is of something on the days of the notice
    if draft.when.form in (Form.WINDOW, Form.COARSE):
        return noticed.activity.name is None and lies_within(when, draft.when)
    return draft.when.first_day == when.first_day


def _says_more(draft: Draft, noticed: Telling) -> bool:
    """Tell whether prose gives all the days of which a notice begins with the first (10月24日全天报到,25日开幕)."""
    one, other = draft.when, noticed.time.when if noticed.time else None
    return (
        one is not None
        and other is not None
        and (one.form, other.form) == (Form.SPAN, Form.DAY)
        and lies_within(other, one)
    )


def _is_said(segments: Segments, draft: Draft, noticed: Sequence[Draft]) -> bool:
    """Tell whether notices say what prose does: its day, the days of its month or week, or all where it has none."""
    if draft.when is None or any(_is_told(draft, each) and _may_be(segments, draft, each) for each in noticed):
        return True
    vague = draft.when.form in (Form.WINDOW, Form.COARSE)
    return vague and len(noticed) > 1 and all(_is_told(each, draft) for each in noticed)


def _may_be(segments: Segments, draft: Draft, noticed: Draft) -> bool:
    """Tell whether a draft and a notice can be one activity: not when they have two names."""
    both = draft.activity.named and noticed.activity.named
    return not both or pointed_at(segments, [noticed.activity], draft.activity) is not None


def _is_told(draft: Draft, noticed: Draft) -> bool:
    """Tell whether the days of a draft lie within those of a notice."""
    return draft.when is not None and noticed.when is not None and lies_within(draft.when, noticed.when)
