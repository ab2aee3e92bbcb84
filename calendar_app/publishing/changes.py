"""A correction in a reader's words: what became of an event, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.labels import label
from calendar_app.model import Status
from calendar_app.publishing.text import one_line
from calendar_app.publishing.wording import source_line, when_in_words, where_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from calendar_app.model import Event
    from calendar_app.store import Change


def change_title(change: Change) -> str:
    """Say what happened, and to what: 改期：中秋诗会."""
    state = change.after or change.before
    return f"{_verb(change)}：{one_line(state.title) if state else change.uid}"


def change_lines(change: Change) -> tuple[str, ...]:
    """Tell every difference, a line each, before → after, and the report that made it."""
    before, after = change.before, change.after
    if after is None or before is None:
        return ("出处的版面不再报道这项活动。",)
    lines = [
        f"{name}：{old or '未说明'} → {new or '未说明'}"
        for name, say in _TOLD
        if (old := say(before)) != (new := say(after))
    ]
    return (*(lines or ["更正了说明。"]), *(f"来源：{source_line(each)}" for each in after.sources[:1]))


def _verb(change: Change) -> str:
    before, after = change.before, change.after
    if after is None or before is None:
        return "撤回"
    if after.status != before.status and after.status in (Status.CANCELLED, Status.POSTPONED):
        return label(after.status).removeprefix("已")
    if after.when != before.when:
        return "改期"
    if where_in_words(after.where) != where_in_words(before.where):
        return "改地点"
    return "更名" if after.title != before.title else "更正"


_TOLD: tuple[tuple[str, Callable[[Event], str]], ...] = (
    ("状态", lambda event: label(event.status)),
    ("时间", lambda event: when_in_words(event.when)),
    ("地点", lambda event: where_in_words(event.where)),
    ("名称", lambda event: one_line(event.title)),
    ("主办", lambda event: "、".join(map(one_line, event.organisers))),
)
