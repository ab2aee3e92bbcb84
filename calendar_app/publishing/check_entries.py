"""RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, as feed readers need them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError, XMLParser
from xml.etree.ElementTree import fromstring as parse_xml

from calendar_app.publishing.event_module import NAMESPACE as EVENTS
from calendar_app.publishing.finding import Finding
from calendar_app.publishing.jsonfeed import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_xml(content: bytes) -> Iterator[Finding]:
    """Test an RSS or Atom feed."""
    if _DOCTYPE.search(content):
        yield Finding("doctype", "has a document type: readers refuse it, and it can be made to explode")
        return
    try:
        root = parse_xml(content, XMLParser())  # noqa: S314  without a document type nothing can be expanded
    except ParseError as problem:
        yield Finding("parses", f"is not well-formed: {problem.msg}", problem.position[0])
        return
    if root.tag == "rss":
        yield from _check_rss(root)
    elif root.tag == f"{ATOM}feed":
        yield from _check_atom(root)
    else:
        yield Finding("format", f"neither RSS nor Atom: its root is {root.tag}")


def check_json(content: bytes) -> Iterator[Finding]:
    """Test a JSON feed."""
    try:
        feed: Any = json.loads(content)
    except ValueError as problem:
        yield Finding("parses", f"is not JSON: {problem}")
        return
    if feed.get("version") != VERSION:
        yield Finding("version", f"version is {feed.get('version')!r}, not {VERSION}")
    for name, kind in (("title", str), ("items", list), ("feed_url", str), ("home_page_url", str)):
        if not isinstance(feed.get(name), kind):
            yield Finding("required", f"the feed has no {name}")
    items = [item for item in feed.get("items") or () if isinstance(item, dict)]
    yield from _unique(item.get("id") for item in items)
    for item in items:
        name = item.get("id", "without id")
        if not isinstance(item.get("id"), str):
            yield Finding("required", f"item {name} has no id that is a text")
        if not (item.get("content_html") or item.get("content_text")):
            yield Finding("required", f"item {name} has no content")
        for field in ("date_published", "date_modified"):
            if field in item:
                yield from _dated(str(item[field]), datetime.fromisoformat, f"item {name}: {field}")


# ---------------------------------------------------------------- RSS


def _check_rss(root: Element) -> Iterator[Finding]:
    channel = root.find("channel")
    if root.get("version") != "2.0":
        yield Finding("version", f"version is {root.get('version')}, not 2.0")
    if channel is None:
        yield Finding("required", "has no channel")
        return
    yield from _required(channel, ("title", "link", "description"), "the channel")
    yield from _check_self(channel)
    built = _moment(channel.findtext("lastBuildDate"), parsedate_to_datetime)
    items = channel.findall("item")
    yield from _unique(item.findtext("guid") for item in items)
    for item in items:
        name = item.findtext("guid") or "without guid"
        yield from _required(item, ("guid", "pubDate", "link"), f"item {name}")
        if not (item.findtext("title") or item.findtext("description")):
            yield Finding("required", f"item {name} has neither title nor description")
        yield from _check_published(item.findtext("pubDate"), parsedate_to_datetime, built, f"item {name}")
        yield from _check_event_module(item, f"item {name}")


# ---------------------------------------------------------------- Atom


def _check_atom(root: Element) -> Iterator[Finding]:
    yield from _required(root, (f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"), "the feed")
    yield from _check_self(root)
    updated = _moment(root.findtext(f"{ATOM}updated"), datetime.fromisoformat)
    entries = root.findall(f"{ATOM}entry")
    yield from _unique(entry.findtext(f"{ATOM}id") for entry in entries)
    has_author = root.find(f"{ATOM}author") is not None
    for entry in entries:
        name = entry.findtext(f"{ATOM}id") or "without id"
        yield from _required(entry, (f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"), f"entry {name}")
        if entry.find(f"{ATOM}content") is None and entry.find(f"{ATOM}link") is None:
            yield Finding("required", f"entry {name} has neither content nor link")
        if not has_author and entry.find(f"{ATOM}author") is None:
            yield Finding("required", f"entry {name} has no author, nor has the feed")
        yield from _check_published(entry.findtext(f"{ATOM}updated"), datetime.fromisoformat, updated, f"entry {name}")
        yield from _check_event_module(entry, f"entry {name}")


# ---------------------------------------------------------------- both


def _required(element: Element, names: Iterable[str], owner: str) -> Iterator[Finding]:
    for name in names:
        if not (element.findtext(name) or "").strip():
            yield Finding("required", f"{owner} has no {name.removeprefix(ATOM)}")


def _check_self(element: Element) -> Iterator[Finding]:
    if not any(link.get("rel") == "self" and link.get("href") for link in element.findall(f"{ATOM}link")):
        yield Finding("self", "has no link rel=self")


def _unique(ids: Iterable[str | None]) -> Iterator[Finding]:
    seen: set[str] = set()
    for each in ids:
        if each and each in seen:
            yield Finding("unique", f"two entries have the id {each}")
        seen.add(each or "")


def _check_published(
    text: str | None, read: Callable[[str], datetime], built: datetime | None, owner: str
) -> Iterator[Finding]:
    if text is None:
        return
    yield from _dated(text, read, owner)
    moment = _moment(text, read)
    if moment is not None and built is not None and moment > built:
        yield Finding("future", f"{owner} is dated after the feed's last change: readers withhold it")


def _check_event_module(entry: Element, owner: str) -> Iterator[Finding]:
    for name in ("startdate", "enddate"):
        text = entry.findtext(f"{{{EVENTS}}}{name}")
        if text is not None:
            try:
                datetime.fromisoformat(text)
            except ValueError:
                yield Finding("date", f"{owner}: ev:{name} is no ISO 8601 date: {text}")


def _dated(text: str, read: Callable[[str], datetime], owner: str) -> Iterator[Finding]:
    if _moment(text, read) is None:
        yield Finding("date", f"{owner} has a date without zone, or none that can be read: {text}")


def _moment(text: str | None, read: Callable[[str], datetime]) -> datetime | None:
    """Read a date; None when it cannot be read or has no zone, and so cannot be compared."""
    try:
        moment = read((text or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
