"""One event out of all that was told of it, and what a change of it means to a subscriber.

Which change does what stands in one table, `EFFECTS`: a change that a subscriber must be told of raises SEQUENCE
(RFC 5545, 3.8.7.4: a significant revision), any other visible one only moves LAST-MODIFIED.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from calendar_app.model import BEIJING_TIME, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calendar_app.model import Event


Part = TypeVar("Part")


class Effect(StrEnum):
    """What a changed field of an event means to those who hold a copy."""

    REVISION = "revision"  # SEQUENCE + 1: where, when and whether to go
    EDIT = "edit"  # LAST-MODIFIED only: what is told about it
    NONE = "none"  # the store's own


EFFECTS: Mapping[str, Effect] = {
    "title": Effect.REVISION,
    "when": Effect.REVISION,
    "where": Effect.REVISION,
    "status": Effect.REVISION,
    "kind": Effect.EDIT,
    "confidence": Effect.EDIT,
    "sources": Effect.EDIT,
    "evidence": Effect.EDIT,
    "when_text": Effect.EDIT,
    "when_span": Effect.EDIT,
    "organisers": Effect.EDIT,
    "attendance": Effect.EDIT,
    "deadline": Effect.EDIT,
    "admission": Effect.EDIT,
    "signup": Effect.EDIT,
    "previous": Effect.EDIT,
    "uid": Effect.NONE,
    "sequence": Effect.NONE,
    "created": Effect.NONE,
    "changed": Effect.NONE,
}

_TIMELINE = (Status.UPCOMING, Status.ONGOING, Status.PAST)


def changed_fields(before: Event, after: Event) -> tuple[str, ...]:
    """Name the fields of a reader's concern in which two states of an event differ."""
    return tuple(
        name
        for name, effect in EFFECTS.items()
        if effect is not Effect.NONE and getattr(before, name) != getattr(after, name)
    )


def is_revision(before: Event, after: Event) -> bool:
    """Tell whether a change raises SEQUENCE; that time has passed (upcoming, then past) is none."""
    fields = changed_fields(before, after)
    if before.status in _TIMELINE and after.status in _TIMELINE:
        fields = tuple(name for name in fields if name != "status")
    return any(EFFECTS[name] is Effect.REVISION for name in fields)


def combine(tellings: Sequence[Event]) -> Event:
    """Make one event of what several reports told, given earliest first, under the first one's UID.

    The latest report decides, save that a vaguer time or place never replaces a clearer one unless it contradicts it;
    sources and evidence are kept of all, the deciding report's first.
    """
    first, latest = tellings[0], tellings[-1]
    if len(tellings) == 1:
        return latest
    others = tellings[-2::-1]
    return replace(
        latest,
        uid=first.uid,
        sources=_unique(latest.sources, *(each.sources for each in others)),
        evidence=_unique(latest.evidence, *(each.evidence for each in others)),
        organisers=_unique(latest.organisers, *(each.organisers for each in others)),
        attendance=latest.attendance or next((each.attendance for each in others if each.attendance), None),
    )


def _unique(*groups: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(part for group in groups for part in group))


def stamped(before: Event | None, after: Event, now: datetime) -> Event:
    """Give an event's new state its sequence and times.

    A first state is as old as its issue date, so that the same page gives the same bytes everywhere; a later one is
    as old as the report that changed it, but always younger than the state before it.
    """
    told = _midnight(after) or now
    if before is None:
        return replace(after, sequence=0, created=told, changed=told)
    if not changed_fields(before, after):
        return before
    changed = told if before.changed is None or told > before.changed else now
    if before.changed is not None and changed <= before.changed:
        changed = before.changed + timedelta(seconds=1)
    sequence = before.sequence + is_revision(before, after)
    return replace(after, sequence=sequence, created=before.created, changed=changed)


def _midnight(event: Event) -> datetime | None:
    issued = max((source.issued for source in event.sources if source.issued), default=None)
    return datetime.combine(issued, time(), BEIJING_TIME) if issued else None
