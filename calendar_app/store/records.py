"""What the store tells besides events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date, datetime

    from calendar_app.model import Event, Reason, Span
    from calendar_app.store.days import Run


class Told(Struct, frozen=True, kw_only=True):
    """A report in the store: its page, its number on it, and how much of it waits for review."""

    page: str
    publication: str | None
    issued: date | None
    url: str | None
    number: int
    headline: str | None
    events: int
    reviews: int


class Reviewed(Struct, frozen=True, kw_only=True):
    """Words that could not be settled, the reason, and the report that they stand in."""

    page: str
    publication: str | None
    issued: date | None
    headline: str | None
    reason: Reason
    text: str
    span: Span


class Change(Struct, frozen=True, kw_only=True):
    """A step in an event's history: `added`, `changed` or `withdrawn`, with its states before and after."""

    uid: str
    version: int
    what: str
    changed: datetime
    page: str | None
    before: Event | None
    after: Event | None


class Coverage(Struct, frozen=True, kw_only=True):
    """How much was read and what came of it: `uncertain` events have a window, `coarse` ones no day.

    `newest` is the last issue date in the store.
    """

    pages: int
    reports: int
    events: int
    uncertain: int
    coarse: int
    reviews: int
    newest: date | None


class Stay(Struct, frozen=True):
    """When an event takes place: its UID and its unbroken runs of days."""

    uid: str
    runs: tuple[Run, ...]


class Pieces(Struct, frozen=True):
    """Events as a feed writes them, and the last change of any; None when there is none."""

    bodies: tuple[str, ...]
    changed: datetime | None


class Validator(Struct, frozen=True):
    """What a selection cannot change without: while its token stays, so do its events.

    `selection` is the canonical query; `modified` is when the token last moved.
    """

    selection: str
    token: str
    modified: datetime
