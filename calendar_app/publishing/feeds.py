"""A selection as a feed, whatever the format: the store's pieces between a head and a tail.

Served by `web` and written to files by `site` alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.publishing import ical, jsonfeed, rss
from calendar_app.publishing.channel import channel_of
from calendar_app.publishing.pieces import ATOM, ICAL, ICAL_MARKED, JSON, RSS, form
from calendar_app.publishing.stamps import NEVER
from calendar_app.store.selection import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from calendar_app.store import Store
    from calendar_app.store.selection import Selection

LIVE_ENTRIES = 500
"""How many entries a feed reader is given, the last changed; the archives have the rest."""


class Format(Struct, frozen=True):
    """A feed's file name, its media type, and how a selection becomes its bytes."""

    file: str
    media_type: str
    build: Callable[[Store, Selection, date, str], bytes]


def _calendar(store: Store, chosen: Selection, today: date, base_url: str) -> bytes:
    name = ICAL_MARKED if chosen.cancelled is Cancelled.MARK else ICAL
    pieces = store.pieces(chosen.dated(), today, form(name, base_url))
    return ical.feed(channel_of(chosen, base_url, "calendar.ics"), pieces.bodies)


def _rss(store: Store, chosen: Selection, today: date, base_url: str) -> bytes:
    pieces = store.pieces(chosen, today, form(RSS, base_url), newest=LIVE_ENTRIES)
    return rss.rss(channel_of(chosen, base_url, "feed.rss"), pieces.bodies, pieces.changed or NEVER)


def _atom(store: Store, chosen: Selection, today: date, base_url: str) -> bytes:
    pieces = store.pieces(chosen, today, form(ATOM, base_url), newest=LIVE_ENTRIES)
    channel = channel_of(chosen, base_url, "feed.atom")
    months = store.archive_months(chosen)
    if months:
        channel = replace(channel, links=(("prev-archive", _archive_url(chosen, base_url, months[-1])),))
    return rss.atom(channel, pieces.bodies, pieces.changed or NEVER)


def archive(store: Store, chosen: Selection, month: str, base_url: str) -> bytes | None:
    """Write the events first told in a month as an Atom archive (RFC 5005); None when there are none.

    The newest month's grows until the month is over; the live feed leads to it, and each to the one before.
    """
    months = store.archive_months(chosen)
    if month not in months:
        return None
    at = months.index(month)
    links = [("current", channel_of(chosen, base_url, "feed.atom").feed_url)]
    links += [("prev-archive", _archive_url(chosen, base_url, months[at - 1]))] if at else []
    links += [("next-archive", _archive_url(chosen, base_url, months[at + 1]))] if at + 1 < len(months) else []
    told = channel_of(chosen, base_url, f"archive/{month}.atom")
    channel = replace(told, title=f"{told.title}：{month}", links=tuple(links), archive=True)
    pieces = store.archive(chosen, month, form(ATOM, base_url))
    return rss.atom(channel, pieces.bodies, pieces.changed or NEVER)


def _archive_url(chosen: Selection, base_url: str, month: str) -> str:
    return channel_of(chosen, base_url, f"archive/{month}.atom").feed_url


def _json(store: Store, chosen: Selection, today: date, base_url: str) -> bytes:
    pieces = store.pieces(chosen, today, form(JSON, base_url), newest=LIVE_ENTRIES)
    return jsonfeed.json_feed(channel_of(chosen, base_url, "feed.json"), pieces.bodies)


def _changes(store: Store, chosen: Selection, today: date, base_url: str) -> bytes:
    told = channel_of(chosen, base_url, "changes.atom")
    channel = replace(told, title=f"{told.title}：更正与变动", description="活动的改期、取消、更正与撤回，前后对照。")
    changes = store.changes(chosen, today)
    last = max((each.changed for each in changes), default=NEVER)
    return rss.atom(channel, (rss.change_entry(each, base_url) for each in changes), last)


FORMATS: Mapping[str, Format] = {
    each.file: each
    for each in (
        Format("calendar.ics", "text/calendar; charset=utf-8", _calendar),
        Format("feed.rss", "application/rss+xml; charset=utf-8", _rss),
        Format("feed.atom", "application/atom+xml; charset=utf-8", _atom),
        Format("feed.json", "application/feed+json; charset=utf-8", _json),
        Format("changes.atom", "application/atom+xml; charset=utf-8", _changes),
    )
}
"""Every format in which a selection can be had, by file name."""
