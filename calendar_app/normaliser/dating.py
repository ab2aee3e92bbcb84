"""Date a draft: its times put together, what only its report implies, and what runs on once it has opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Form, Kind, Reason
from calendar_app.normaliser import values
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.times.tense import Sentences

if TYPE_CHECKING:
    from datetime import date

    from calendar_app.model import When
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.findings import Findings

RUNNING = (Kind.EXHIBITION, Kind.FAIR)
"""The kinds of what runs for days once it has opened; festivals may be over in a day."""
_CEREMONY = re.compile(r"(?:仪式|典礼|[开闭]幕式|启动式|晚会|演出)$")


def when_of(found: Findings, draft: Draft) -> When | Reason:
    """Put the draft's times together; give the reason when there is nothing to date it by."""
    dated: When | None = None
    if draft.time is not None:
        dated = draft.time.when
        if dated is None and draft.until is None:
            return draft.time.unresolved or Reason.NO_DATE
    if draft.until is not None and draft.until.when is not None:
        dated = values.until(dated, draft.until.when)
    if dated is None:
        if found.anchor is None:
            return Reason.NO_ISSUE_DATE
        if draft.told_by.in_progress:
            return values.in_progress(found.anchor)
        return Reason.NO_DATE if draft.told_by.future else values.implied_window(found.anchor)
    if draft.repeats is not None and draft.repeats.when is not None:
        dated = values.repeated(dated, draft.repeats.when)
    if found.anchor and _is_done(found, draft, dated, found.anchor.day):
        return values.up_to(dated, found.anchor.day)
    if found.anchor and _was_paid(draft, dated, found.anchor.day):
        return values.lately(dated, found.anchor.day)
    return values.opened(dated) if _runs_on(found, draft, dated) else dated


def _is_done(found: Findings, draft: Draft, when: When, today: date) -> bool:
    """Tell whether one of some days, not all over yet, is told of what is done: 端午前夕…居民跟着医师认了艾叶."""
    first, last = when.first_day, when.last_day
    if when.form is not Form.WINDOW or first is None or last is None or not first <= today < last:
        return False
    told = draft.told_by
    return not told.future and Sentences(found.segments.text).tense(*told.trigger).past


def _was_paid(draft: Draft, when: When, today: date) -> bool:
    """Tell whether a visit before a festival some weeks off was paid by now: 春节前夕,工会一行来到环卫所慰问."""
    first, told = when.first_day, draft.told_by
    soon = when.form is Form.WINDOW and when.rule == "festival_window" and first is not None and first > today
    return soon and told.aspect in (Aspect.VISIT, Aspect.GIVE) and not told.future


def _runs_on(found: Findings, draft: Draft, when: When) -> bool:
    """Tell whether something opens on a day and then runs, nobody says how long: an exhibition, a fair, a season."""
    name, text = draft.activity.name, found.segments.text
    return (
        draft.told_by.aspect is Aspect.OPEN
        and when.form is Form.DAY
        and name is not None
        and (name.kind in RUNNING or text[name.span[1] - 1] in "季周月")
        and not _CEREMONY.search(text, *name.span)
        and not any(each is not draft and each.activity is draft.activity for each in found.drafts)
    )
