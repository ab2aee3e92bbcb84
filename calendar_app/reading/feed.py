"""RSS and Atom → Pages, one an entry, by feedparser: published in Beijing's time, linked to the entry's address."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Found, InputError
from calendar_app.reading.bounded import refusing
from calendar_app.reading.markup import compose, paragraphs
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.config import Settings
    from calendar_app.model import Page
    from calendar_app.reading.given import Given


def read_feed(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read every entry of a feed as a page; InputError when the document is no feed."""
    import feedparser  # noqa: PLC0415  only feeds need it

    if len(raw) > settings.max_bytes:
        raise InputError(given.name, f"is {len(raw):,} bytes long; at most {settings.max_bytes:,} are read")
    with refusing(given.name, "a feed"):
        feed = feedparser.parse(raw)
    if not feed.version and not feed.entries:
        raise InputError(given.name, f"is no feed that can be read ({feed.get('bozo_exception', 'no entries')})")
    for number, entry in enumerate(feed.entries, 1):
        yield _page(entry, number, feed.feed.get("title"), given)


def looks_like_feed(raw: bytes) -> bool:
    """Tell whether a document's beginning is RSS's or Atom's."""
    start = raw[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")) and any(
        mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")
    )


def _page(entry: Any, number: int, publication: str | None, given: Given) -> Page:  # noqa: ANN401  feedparser has no types
    title = entry.get("title")
    content = entry["content"][0].get("value") if entry.get("content") else entry.get("summary")
    stated = [Found(day, "metadata")] if (day := _day(entry)) else []
    if publication:
        stated.append(Found(publication, "publication"))
    own = replace(
        given,
        id=entry.get("id") or entry.get("link") or f"{given.id or given.name}#{number}",
        url=entry.get("link") or given.url,
    )
    return make_page(compose((" ".join(paragraphs(title or "")),), paragraphs(content or "")), own, stated, title=title)


def _day(entry: Any) -> str | None:  # noqa: ANN401  feedparser has no types
    """Give the day of publication in Beijing; feedparser's times are in UTC."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    if not moment:
        return None
    return datetime.fromtimestamp(timegm(moment), UTC).astimezone(BEIJING_TIME).date().isoformat()
