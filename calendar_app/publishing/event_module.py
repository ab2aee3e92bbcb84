"""The RSS event module (`ev:`, http://purl.org/rss/1.0/modules/event/) and the mark of archives, for feedgen."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

from calendar_app.labels import label
from calendar_app.publishing.text import one_line
from calendar_app.publishing.wording import where_in_words
from calendar_app.store.days import placed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from calendar_app.model import Event

NAMESPACE = "http://purl.org/rss/1.0/modules/event/"
HISTORY = "http://purl.org/syndication/history/1.0"


class EventFeedExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Declares the namespace on the feed."""

    def extend_ns(self) -> dict[str, str]:
        """Give the prefix and its namespace."""
        return {"ev": NAMESPACE}


class ArchiveExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Marks a feed as an archive (RFC 5005, 4)."""

    def extend_atom(self, feed: _Element) -> _Element:
        """Add the mark."""
        SubElement(feed, f"{{{HISTORY}}}archive", nsmap={"fh": HISTORY})
        return feed


class EventEntryExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Says when, where, by whom and of what kind an entry's event is."""

    def __init__(self) -> None:
        self._event: Event | None = None
        self._published: datetime | None = None

    def tells(self, event: Event, published: datetime) -> None:
        """Set the event, and when its entry was published."""
        self._event, self._published = event, published

    def extend_rss(self, item: _Element) -> _Element:
        """Add the elements, and pubDate: feedgen's own way to write it sets the locale of the whole process."""
        if self._published is not None:
            SubElement(item, "pubDate").text = format_datetime(self._published)
        return self.extend_atom(item)

    def extend_atom(self, entry: _Element) -> _Element:
        """Add the elements."""
        for name, text in _elements(self._event) if self._event else ():
            SubElement(entry, f"{{{NAMESPACE}}}{name}", nsmap={"ev": NAMESPACE}).text = text
        return entry


def _elements(event: Event) -> tuple[tuple[str, str], ...]:
    when = event.when
    days = placed(event)
    told: list[tuple[str, str]] = []
    if isinstance(when.start, datetime):
        told.append(("startdate", when.start.isoformat()))
        told += [("enddate", when.end.isoformat())] if isinstance(when.end, datetime) else []
    elif days is not None:
        told += [("startdate", days[0].isoformat()), ("enddate", days[1].isoformat())]
    location = where_in_words(event.where)
    told += [("location", location)] if location else []
    told += [("organizer", "、".join(one_line(each) for each in event.organisers))] if event.organisers else []
    told.append(("type", label(event.kind)))
    return tuple(told)
