"""A short agenda for an iframe on another site."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, request
from msgspec import Struct

from calendar_app.publishing.channel import address
from calendar_app.store.selection import Selection
from calendar_app.web import edge
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, absolute, head, serve
from calendar_app.web.sections import Section, sections, shortened, stretch

if TYPE_CHECKING:
    from datetime import date

    from flask import Response

blueprint = Blueprint("embed", __name__)

MOST_ROWS = 15
"""The most lines of each stretch."""


class EmbedPage(Struct, frozen=True, kw_only=True):
    """What the frame shows."""

    template: ClassVar[str] = "embed/index.html"

    head: Head
    heading: str
    sections: tuple[Section, ...]
    whole: str
    empty: str


@blueprint.get("/embed")
def page() -> Response:
    """Show the selection in the address, without the site around it."""
    selection = Selection.parse(request.args.to_dict(flat=False))
    return serve(lambda: embed_page(selection, edge.today()))


def embed_page(selection: Selection, today: date) -> EmbedPage:
    """Compose the frame's page."""
    events = edge.store().nearest(selection, today, MOST_ROWS)
    whole = absolute(address(selection))
    heading = selection.title(language())
    return EmbedPage(
        head=head(heading, indexed=False),
        heading=heading,
        sections=sections(shortened(stretch(events, today), MOST_ROWS), today, whole, whole),
        whole=whole,
        empty="" if events else _("没有符合条件的活动。"),
    )
