"""Events as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from calendar_app.labels import label
from calendar_app.publishing.channel import NAME, event_url
from calendar_app.publishing.rss import entry_html, entry_id, entry_title
from calendar_app.publishing.stamps import changed_of, created_of
from calendar_app.publishing.text import clean, one_line
from calendar_app.publishing.wording import description, when_in_words, where_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calendar_app.model import Event
    from calendar_app.publishing.channel import Channel

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, pieces: Iterable[str]) -> bytes:
    """Make a JSON feed of items that `json_item` rendered."""
    head = {
        "version": VERSION,
        "title": one_line(channel.title),
        "description": clean(channel.description),
        "home_page_url": channel.page_url,
        "feed_url": channel.feed_url,
        "language": channel.language,
        "authors": [{"name": NAME}],
    }
    written = _written(head).removesuffix("}")
    return "".join((written, ',"items":[', ",\n".join(pieces), "]}\n")).encode()


def json_item(event: Event, base_url: str) -> str:
    """Render an event as an item; what JSON Feed has no name for stands in its own object, `_event`."""
    item: dict[str, Any] = {
        "id": entry_id(event.uid),
        "url": event_url(base_url, event.uid),
        "title": entry_title(event),
        "content_text": "\n".join(description(event)),
        "content_html": entry_html(event),
        "date_published": created_of(event).isoformat(),
        "date_modified": changed_of(event).isoformat(),
        "tags": [label(event.kind), *(one_line(each.name) for each in event.where.districts)],
        "_event": {
            "uid": event.uid,
            "edtf": event.when.edtf,
            "when": when_in_words(event.when),
            "where": where_in_words(event.where),
            "status": event.status.value,
            "kind": event.kind.value,
        },
    }
    source = next((clean(each.url) for each in event.sources if each.url), None)
    return _written(item | ({"external_url": source} if source else {}))


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
