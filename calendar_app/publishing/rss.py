"""Events as RSS 2.0 and Atom (RFC 4287): the one module that knows feedgen.

An entry is dated by its report, never by its event: readers withhold what is dated in the future. As in a calendar,
entries are rendered one by one and a feed is a head, the entries, and a tail.
"""

from __future__ import annotations

from html import escape
from threading import Lock
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml.etree import tostring

from calendar_app.labels import label
from calendar_app.model import BEIJING_TIME
from calendar_app.publishing.changes import change_lines, change_title
from calendar_app.publishing.channel import NAME, event_url
from calendar_app.publishing.event_module import NAMESPACE, ArchiveExtension, EventEntryExtension, EventFeedExtension
from calendar_app.publishing.stamps import changed_of, created_of
from calendar_app.publishing.text import clean, one_line
from calendar_app.publishing.wording import description, short_date, summary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from calendar_app.model import Event
    from calendar_app.publishing.channel import Channel
    from calendar_app.store import Change

_DECLARATION = f' xmlns:ev="{NAMESPACE}"'
_LOCALE = Lock()  # feedgen sets the process's locale to write lastBuildDate


def rss(channel: Channel, pieces: Iterable[str], changed: datetime) -> bytes:
    """Make an RSS feed of entries that `rss_item` rendered; `changed` is their last change."""
    with _LOCALE:
        head, close, tail = _head(channel, changed, "rss").rss_str().decode().rpartition("</channel>")
    return "".join((head, *pieces, close, tail, "\n")).encode()


def atom(channel: Channel, pieces: Iterable[str], changed: datetime) -> bytes:
    """Make an Atom feed of entries that `atom_entry` rendered; `changed` is their last change."""
    head, close, tail = _head(channel, changed, "atom").atom_str().decode().rpartition("</feed>")
    return "".join((head, *pieces, close, tail, "\n")).encode()


def rss_item(event: Event, base_url: str) -> str:
    """Render an event as an RSS item."""
    return _bare(tostring(_entry(event, base_url).rss_entry(), encoding="unicode"))


def atom_entry(event: Event, base_url: str) -> str:
    """Render an event as an Atom entry."""
    return _bare(tostring(_entry(event, base_url, dated=True).atom_entry(), encoding="unicode"))


def change_entry(change: Change, base_url: str) -> str:
    """Render a correction of an event as an Atom entry of its own, so that readers show it as new."""
    entry = FeedEntry()
    entry.id(uuid5(NAMESPACE_OID, f"{NAME}/{change.uid}/{change.version}").urn)
    entry.title(change_title(change))
    entry.link(href=event_url(base_url, change.uid), rel="alternate")
    entry.updated(change.changed.astimezone(BEIJING_TIME))
    entry.summary("".join(f"<p>{escape(line)}</p>" for line in change_lines(change)), type="html")
    return _bare(tostring(entry.atom_entry(), encoding="unicode"))


def entry_id(uid: str) -> str:
    """Give an entry's guid: it depends on the event alone, not on where the feed is served."""
    return uuid5(NAMESPACE_OID, f"{NAME}/{uid}").urn


def entry_title(event: Event) -> str:
    """Give an entry's title: the event's, with its day, for entries are dated by their report."""
    return f"{summary(event)}（{short_date(event)}）"


def entry_html(event: Event) -> str:
    """Give an entry's text as HTML, a paragraph a line."""
    return "".join(f"<p>{escape(line)}</p>" for line in description(event))


def _bare(element: str) -> str:
    # The feed declares the prefix once.
    return element.replace(_DECLARATION, "")


def _entry(event: Event, base_url: str, *, dated: bool = False) -> FeedEntry:
    """Make an entry; `dated` has feedgen date it, which for RSS `EventEntryExtension` does."""
    entry = FeedEntry()
    url = event_url(base_url, event.uid)
    entry.id(entry_id(event.uid))
    entry.guid(entry_id(event.uid), permalink=False)
    entry.title(entry_title(event))
    entry.link(href=url, rel="alternate")
    entry.updated(changed_of(event))
    if dated:
        entry.published(created_of(event))
    entry.description(entry_html(event), isSummary=True)
    entry.summary(entry_html(event), type="html")
    entry.category([{"term": term} for term in _categories(event)])
    entry.register_extension("event", EventEntryExtension)
    entry.event.tells(event, created_of(event))
    return entry


def _categories(event: Event) -> tuple[str, ...]:
    names = (label(event.kind), *(one_line(each.name) for each in event.where.districts))
    return tuple(dict.fromkeys(name for name in names if name))


def _head(channel: Channel, changed: datetime, form: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("event", EventFeedExtension)
    feed.id(uuid5(NAMESPACE_OID, channel.feed_url).urn)
    feed.title(one_line(channel.title))
    feed.description(clean(channel.description))
    feed.subtitle(clean(channel.description))
    feed.language(channel.language)
    feed.author({"name": NAME})
    feed.generator(NAME)
    feed.link(href=channel.feed_url, rel="self", type=f"application/{form}+xml")
    for relation, address in channel.links:
        feed.link(href=address, rel=relation)
    if channel.archive:
        feed.register_extension("history", ArchiveExtension, rss=False)
    feed.link(href=channel.page_url, rel="alternate")  # last: it becomes the RSS channel's own
    feed.updated(changed)
    return feed
