"""What a visitor can narrow a list by: districts as chips, the rest as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.labels import label
from calendar_app.model import Kind
from calendar_app.publishing.channel import address
from calendar_app.store.districts import districts
from calendar_app.store.selection import Precision
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import with_query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calendar_app.store.selection import Selection


class Chip(Struct, frozen=True):
    """A district to switch on or off; an empty `count` is not told."""

    href: str
    text: str
    count: str
    current: bool


class Option(Struct, frozen=True):
    """A value of a form's list."""

    value: str
    text: str
    chosen: bool


class Form(Struct, frozen=True, kw_only=True):
    """The form beside the chips: what it sends along, and what is filled in."""

    action: str
    hidden: tuple[tuple[str, str], ...]
    q: str
    first: str
    last: str
    kinds: tuple[Option, ...]
    certain: bool
    open: bool


def chips(path: str, selection: Selection, counts: Mapping[str, int]) -> tuple[Chip, ...]:
    """Offer every district that has events or is chosen, fullest first; the first chip lets go of them all."""
    chosen = set(selection.district)
    offered = sorted(
        (each for each in districts() if each.adcode in counts or each.adcode in chosen),
        key=lambda each: (-counts.get(each.adcode, 0), each.adcode),
    )
    everywhere = Chip(_address(path, selection, ()), _("全部"), "", not chosen)
    return (
        everywhere,
        *(
            Chip(
                _address(path, selection, tuple(sorted(chosen ^ {each.adcode}))),
                each.label(language()),
                str(counts.get(each.adcode, 0)),
                each.adcode in chosen,
            )
            for each in offered
        ),
    )


def form(path: str, selection: Selection) -> Form:
    """Lay out the form of the other filters as they are set."""
    without = replace(selection, kind=(), q="", first=None, last=None, precision=None)
    return Form(
        action=path,
        hidden=_pairs(without),
        q=selection.q,
        first=selection.first.isoformat() if selection.first else "",
        last=selection.last.isoformat() if selection.last else "",
        kinds=(
            Option("", _("所有类别"), not selection.kind),
            *(Option(each.value, label(each, language()), each in selection.kind) for each in Kind),
        ),
        certain=selection.precision in (Precision.DAY, Precision.TIME),
        open=selection != without,
    )


def _address(path: str, selection: Selection, chosen: tuple[str, ...]) -> str:
    wanted = replace(selection, district=chosen)
    return address(wanted) if path == "/" else with_query(path, wanted.query())


def _pairs(selection: Selection) -> tuple[tuple[str, str], ...]:
    return tuple(parse_qsl(selection.query()))
