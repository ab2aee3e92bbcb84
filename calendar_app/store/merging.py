"""One event out of all that was told of it, and what a change of it means to a subscriber.

Which change does what stands in one table, `FIELDS`: a change that a subscriber must be told of raises SEQUENCE
(RFC 5545, 3.8.7.4: a significant revision), any other visible one only moves LAST-MODIFIED.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Basis, Event, Form, Status
from calendar_app.store.days import bounds, precision_of
from calendar_app.store.selection import Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Part = TypeVar("Part")


class Effect(StrEnum):
    """What a changed field of an event means to those who hold a copy."""

    REVISION = "revision"  # SEQUENCE + 1: where, when and whether to go
    EDIT = "edit"  # LAST-MODIFIED only: what is told about it


class Field(Struct, frozen=True):
    """Something of an event that readers see: its name, what its change means, and how it is read off."""

    name: str
    effect: Effect
    of: Callable[[Event], object]


def _time_of(event: Event) -> object:
    when = event.when
    return when.form, when.edtf, when.start, when.end, when.hours, when.days, when.rrule, when.exdates


def _place_of(event: Event) -> object:
    where = event.where
    return where.venue, where.township, where.districts, where.city, where.online


def _called_off(event: Event) -> Status | None:
    # That time has passed (upcoming, on now, past) is no news to a subscriber; that it will not take place is.
    return None if event.status in (Status.UPCOMING, Status.ONGOING, Status.PAST) else event.status


FIELDS = (
    Field("title", Effect.REVISION, attrgetter("title")),
    Field("when", Effect.REVISION, _time_of),
    Field("where", Effect.REVISION, _place_of),
    Field("called off", Effect.REVISION, _called_off),
    Field("status", Effect.EDIT, attrgetter("status")),
    Field("time as told", Effect.EDIT, attrgetter("when", "when_text", "when_span")),
    Field("place as told", Effect.EDIT, attrgetter("where")),
    Field("kind", Effect.EDIT, attrgetter("kind")),
    Field("organisers", Effect.EDIT, attrgetter("organisers")),
    Field("attendance", Effect.EDIT, attrgetter("attendance")),
    Field("deadline", Effect.EDIT, attrgetter("deadline")),
    Field("admission", Effect.EDIT, attrgetter("admission")),
    Field("signup", Effect.EDIT, attrgetter("signup")),
    Field("previous", Effect.EDIT, attrgetter("previous")),
    Field("confidence", Effect.EDIT, attrgetter("confidence")),
    Field("sources", Effect.EDIT, attrgetter("sources")),
    Field("evidence", Effect.EDIT, attrgetter("evidence")),
)
"""What a change of each part of an event does to its copies."""


def changed_fields(before: Event, after: Event) -> tuple[Field, ...]:
    """Give the fields in which two states of an event differ."""
    return tuple(field for field in FIELDS if field.of(before) != field.of(after))


def stamped(before: Event | None, after: Event, now: datetime) -> Event:
    """Give an event's new state its sequence and times; the state before it when nothing has changed.

    A first state is as old as its first report, so that the same page gives the same bytes everywhere; a later one is
    as old as the report that changed it, but always younger than the state before it.
    """
    told = [source.issued for source in after.sources if source.issued]
    created = _midnight(min(told)) if told else (before and before.created) or now
    if before is None:
        return replace(after, sequence=0, created=created, changed=_midnight(max(told)) if told else now)
    fields = changed_fields(before, after)
    if not fields:
        return before
    changed = _midnight(max(told)) if told else now
    last = before.changed or changed
    if changed <= last:
        changed = max(now, last + timedelta(seconds=1))
    sequence = before.sequence + any(field.effect is Effect.REVISION for field in fields)
    return replace(after, sequence=sequence, created=created, changed=changed)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING_TIME)


# ---------------------------------------------------------------- one out of several


def combine(tellings: Sequence[Event]) -> Event:
    """Make one event of what several reports told, given earliest first, under the first one's UID.

    The latest report decides, save that a vaguer time or place does not replace a clearer one that it agrees with.
    The first title stays, unless a later one ends in it and so says more. Sources and evidence are kept of all
    reports, those of the report that gave the time first.
    """
    merged = tellings[0]
    for later in tellings[1:]:
        merged = _with(merged, later)
    return merged


def _with(known: Event, later: Event) -> Event:
    agree = overlap(known, later)
    timed = known if agree and _clearer(known, later) else later
    other = later if timed is known else known
    placed = known if _BASES.index(known.where.basis) < _BASES.index(later.where.basis) else later
    return replace(
        later,
        uid=known.uid,
        title=later.title if later.title.endswith(known.title) else known.title,
        when=timed.when,
        when_text=timed.when_text,
        when_span=timed.when_span,
        where=placed.where,
        sources=_unique(timed.sources, other.sources),
        evidence=_unique(timed.evidence, other.evidence),
        organisers=_unique(known.organisers, later.organisers),
        attendance=later.attendance or known.attendance,
        deadline=later.deadline or known.deadline,
        admission=later.admission or known.admission,
        signup=later.signup or known.signup,
        previous=later.previous or (known.previous if agree else known.when),
        confidence=max(known.confidence, later.confidence),
    )


def overlap(one: Event, other: Event) -> bool:
    """Tell whether two times could be of one happening: their days meet."""
    first, last = bounds(one)
    begins, ends = bounds(other)
    return first <= ends and begins <= last


def _clearer(one: Event, other: Event) -> bool:
    return _vagueness(one) < _vagueness(other)


def _vagueness(event: Event) -> tuple[int, bool]:
    # Of two that are as precise, one that lacks its begin or end says less.
    return _PRECISIONS.index(precision_of(event)), event.when.form is Form.OPEN


def _unique(*groups: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(part for group in groups for part in group))


_BASES = tuple(Basis)
_PRECISIONS = tuple(Precision)
