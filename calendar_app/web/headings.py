"""What a page calls the selection that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.store.districts import district
from calendar_app.store.selection import Selection
from calendar_app.web.days import day_in_words, span_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from datetime import date


def heading(selection: Selection) -> str:
    """Name a selection for a page's head: its days first, then what it holds; all of it is the agenda."""
    parts = (_days(selection.first, selection.last), _rest(selection))
    return " · ".join(part for part in parts if part) or _("日程")


def _days(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return span_in_words(first, last)
    if first is not None:
        return _("%(day)s起", day=day_in_words(first))
    return "" if last is None else _("至%(day)s", day=day_in_words(last))


def _rest(selection: Selection) -> str:
    rest = replace(selection.plain(), first=None, last=None, past=None)
    if rest == Selection():
        return ""
    only = district(rest.district[0]) if len(rest.district) == 1 else None
    if only is not None and rest == Selection(district=rest.district):
        return only.label(language())
    return rest.title(language())
