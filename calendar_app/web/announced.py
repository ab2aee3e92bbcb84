"""What is announced without a day: this year, in May, in spring."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, request, url_for
from msgspec import Struct

from calendar_app.store.days import reach
from calendar_app.store.selection import Selection
from calendar_app.web import edge
from calendar_app.web.filters import Chip, chips
from calendar_app.web.languages import gettext as _
from calendar_app.web.pages import Head, head, serve
from calendar_app.web.sections import Section, loose_section

if TYPE_CHECKING:
    from datetime import date

    from flask import Response

blueprint = Blueprint("announced", __name__)

MOST_ROWS = 200


class AnnouncedPage(Struct, frozen=True, kw_only=True):
    """What the list shows: what may still come, and what no later report has dated."""

    template: ClassVar[str] = "announced/index.html"

    head: Head
    chips: tuple[Chip, ...]
    sections: tuple[Section, ...]


@blueprint.get("/announced")
def page() -> Response:
    """Show the undated events of the selection in the address."""
    selection = Selection.parse(request.args.to_dict(flat=False))
    return serve(lambda: announced_page(selection, edge.today()))


def announced_page(selection: Selection, today: date) -> AnnouncedPage:
    """Compose the list as of a day."""
    undated = edge.store().undated(selection, today, MOST_ROWS)
    counts = Counter(each.adcode for event in undated for each in event.where.districts)
    coming = [event for event in undated if reach(event)[1] >= today]
    past = [event for event in reversed(undated) if reach(event)[1] < today]
    parts = (
        loose_section("coming", _("还会有日子"), coming, today),
        loose_section("past", _("后来没有报道过日子"), past, today),
    )
    return AnnouncedPage(
        head=head(_("日期待定"), selection=selection),
        chips=chips(url_for("announced.page"), selection, counts),
        sections=tuple(part for part in parts if part.days),
    )
