"""The list of feeds as OPML 2.0, for a reader to take up at once: one for all, one a district, one a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from calendar_app.model import Kind
from calendar_app.publishing.channel import channel_of
from calendar_app.store.districts import districts
from calendar_app.store.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable


def opml(base_url: str) -> bytes:
    """List every feed of the site at `base_url`."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = Selection().title()
    body = SubElement(root, "body")
    _outline(body, Selection(), base_url)
    _group(body, "各区", (Selection(district=(each.adcode,)) for each in districts()), base_url)
    _group(body, "各类", (Selection(kind=(kind,)) for kind in Kind), base_url)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _group(body: Element, name: str, selections: Iterable[Selection], base_url: str) -> None:
    group = SubElement(body, "outline", text=name)
    for chosen in selections:
        _outline(group, chosen, base_url)


def _outline(parent: Element, chosen: Selection, base_url: str) -> None:
    told = channel_of(chosen, base_url, "feed.rss")
    SubElement(parent, "outline", type="rss", text=told.title, xmlUrl=told.feed_url, htmlUrl=told.page_url)
