"""What later reports changed of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.labels import label
from calendar_app.publishing.wording import when_in_words
from calendar_app.web.days import day_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.rows import places_in_words, spot_in_words

if TYPE_CHECKING:
    from calendar_app.model import Event, Where
    from calendar_app.store.records import Change


class Correction(Struct, frozen=True):
    """What was told before and what is told now."""

    term: str
    before: str
    after: str


class Step(Struct, frozen=True):
    """A change in the event's history."""

    day: str
    text: str
    corrections: tuple[Correction, ...]


def step(change: Change) -> Step:
    """Tell a change as a step of the history."""
    named = {"added": _("首次见报"), "changed": _("后来的报道有更正"), "withdrawn": _("从报上撤下")}
    corrections = _corrections(change.before, change.after) if change.before and change.after else ()
    return Step(day_in_words(change.changed.date()), named.get(change.what, change.what), corrections)


def _corrections(before: Event, after: Event) -> tuple[Correction, ...]:
    """Tell what a later report changed of name, time, place and standing."""
    told = (
        Correction(_("名称"), before.title, after.title),
        Correction(_("时间"), when_in_words(before.when, language()), when_in_words(after.when, language())),
        Correction(_("地点"), _place(before.where), _place(after.where)),
        Correction(_("状态"), label(before.status, language()), label(after.status, language())),
    )
    return tuple(each for each in told if each.before != each.after)


def _place(where: Where) -> str:
    return f"{spot_in_words(where)} {places_in_words(where)}".strip()
