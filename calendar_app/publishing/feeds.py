"""A selection as a feed, whatever the format: the store's pieces between a head and a tail.

Served by `web` and written to files by `site` alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Format:
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
    return rss.atom(channel_of(chosen, base_url, "feed.atom"), pieces.bodies, pieces.changed or NEVER)


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
