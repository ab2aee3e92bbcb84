"""Name a draft: its title and kind from its own words, its theme, its series or its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Kind
from calendar_app.normaliser.findings import headline_shift
from calendar_app.normaliser.items import head_of
from calendar_app.normaliser.names import kind_inside
from calendar_app.normaliser.references import series_of, stage_of
from calendar_app.normaliser.schedules import SCHEDULED
from calendar_app.normaliser.titles import title

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.findings import Findings

_NO_SERIES = re.compile("、|^(?:本[届次]|该)")
_SERIES = re.compile(r"[^,;。]{0,12}(?:系列|活动|招聘会|大赛|联赛|展演|讲座|课堂|[节季周]|展)")
"""What a theme names that a schedule under it lists the parts of."""


def title_of(found: Findings, draft: Draft) -> str:
    """Give the title; an opening whose run is another event says that it is the opening."""
    theme = _theme_before(found, draft)
    stage = _stage(found, draft)
    head = head_of(found.segments.text, draft.told_by.block[0]) if draft.told_by.block else None
    text, printed = found.segments.text, found.report.body.text
    said = title(text, printed, draft, found.headline, theme=theme, stage=stage, head=head)
    if draft.run and draft.activity.name is None:
        return said.removesuffix(printed[slice(*draft.activity.trigger)])
    if any(each.run and each.activity is draft.activity for each in found.drafts) and not (draft.run or draft.again):
        opening = printed[slice(*draft.told_by.trigger)]
        return said.removesuffix(opening) + opening
    return said


def _theme_before(found: Findings, draft: Draft) -> Span | None:
    """Give the last quoted name that stands before the activity's own in its sentence, or before its schedule."""
    name = draft.activity.name
    if name is None:
        return None
    text, listed = found.segments.text, draft.activity.word == SCHEDULED
    begin, end = found.segments.sentences[draft.activity.sentence].span[0], name.span[0]
    if listed:
        begin, end = 0, min(each.trigger[0] for each in found.activities if each.word == SCHEDULED)
    themes = [
        (first, last)
        for first, last in found.segments.quotations
        if begin <= first and last <= end and text[first] == "“" and last - first > 5
        if not listed or _SERIES.match(text, last)
    ]
    return themes[-1] if themes and themes[-1] not in found.segments.speech else None


def _stage(found: Findings, draft: Draft) -> tuple[Span, Span] | None:
    """Give the activity named before, if only as what has gone on (开赛以来), and the stage that this is of it.

    What lists parts of a programme (训练营、剧本集市) is none that has stages, 本届短片周 no name.
    """
    stage = stage_of(found.segments, draft.activity)
    if stage is None:
        return None
    begin = draft.told_by.trigger[0]
    named = (each.name.span for each in found.activities if each.named and each.name and each.name.span[1] <= begin)
    before = [span for span in named if _NO_SERIES.search(found.segments.text, *span) is None]
    return (series_of(found.segments, before[-1]), stage) if before else None


def kind_of(found: Findings, draft: Draft) -> Kind:
    """Give the kind of what a draft names; unnamed, that of the headline of a notice, else of a visit."""
    return draft.activity.name.kind if draft.activity.name else _kind_unnamed(found, draft)


def _kind_unnamed(found: Findings, draft: Draft) -> Kind:
    """Tell the kind of what a notice under a headline tells, else of a visit."""
    if draft.told_by.block and found.headline:
        headline = fold(found.headline)
        return kind_inside(headline, 0, len(headline))
    text = found.segments.text[slice(*found.segments.sentences[draft.told_by.sentence].span)]
    if any(word in text for word in ("慰问", "送上", "送去", "服务", "提供", "上门")):
        return Kind.SERVICE
    return Kind.VISIT


def named_by(found: Findings, activity: ActivityMention) -> Span:
    """Give the words that name an activity: its name, who acts, the headline of a notice, or the verb."""
    if activity.name is not None:
        return activity.name.span
    if activity.block and found.report.headline is not None:
        return -headline_shift(found.report), -1
    return activity.agent or activity.trigger
