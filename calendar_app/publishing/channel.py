"""What a feed says of itself, whatever its format, and the addresses of feeds and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.store.districts import district
from calendar_app.store.selection import Colour

if TYPE_CHECKING:
    from calendar_app.store.selection import Selection

NAME = "calendar-app"
"""The name under which feeds say what made them."""


COLOUR = Colour.FIREBRICK
"""The colour of a calendar for which nobody chose one."""


class Channel(Struct, frozen=True, kw_only=True):
    """A feed's title, a sentence about it, the address of the page that shows the same, and its own address.

    `links` are further relations and their addresses; an `archive` is complete and will not grow (RFC 5005).
    """

    title: str
    description: str
    page_url: str
    feed_url: str
    language: str = "zh-CN"
    color: str = COLOUR
    links: tuple[tuple[str, str], ...] = ()
    archive: bool = False


def channel_of(chosen: Selection, base_url: str, file: str) -> Channel:
    """Name the feed of a selection; `file` is its file's name (`calendar.ics`, `feed.rss` …)."""
    return Channel(
        title=chosen.called(),
        description=f"{chosen.title()}：从报纸版面读出的活动，每项附原文与出处；日期不确定的标“约”。",
        page_url=base_url.rstrip("/") + address(chosen.plain()),
        feed_url=base_url.rstrip("/") + address(chosen, file),
        color=chosen.color or COLOUR,
    )


def address(chosen: Selection, file: str = "") -> str:
    """Write the canonical address of a selection's page, or of its feed `file`: the short one for a single district."""
    folder, rest = "/", chosen
    if len(chosen.district) == 1 and (found := district(chosen.district[0])):
        folder, rest = f"/districts/{found.slug}{'/' if file else ''}", replace(chosen, district=())
    query = rest.query()
    return f"{folder}{file}{f'?{query}' if query else ''}"


def event_url(base_url: str, uid: str) -> str:
    """Give the address of an event's page."""
    return f"{base_url.rstrip('/')}/events/{quote(uid, safe='@')}"
