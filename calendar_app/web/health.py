"""Whether the site lives, for those who watch it, and what robots may fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response

from calendar_app.publishing.channel import address, event_url
from calendar_app.store.districts import districts
from calendar_app.store.selection import Selection
from calendar_app.web import edge

if TYPE_CHECKING:
    from collections.abc import Iterable

blueprint = Blueprint("health", __name__)

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_IN_SITEMAP = 50_000


@blueprint.get("/healthz")
def alive() -> Response:
    """Say that the process answers."""
    return _plain("ok\n")


@blueprint.get("/readyz")
def ready() -> Response:
    """Say that the database answers, and how much is in it."""
    counts = edge.store().coverage()
    newest = counts.newest.isoformat() if counts.newest else "none"
    return _plain(f"ok: {counts.pages} pages, {counts.events} events, newest issue {newest}\n")


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Let robots fetch everything, feeds above all."""
    return _plain(f"User-agent: *\nAllow: /\nSitemap: {edge.settings().base_url}/sitemap.xml\n")


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """List the agenda, the districts' pages and the events'."""
    base_url = edge.settings().base_url
    pages = [base_url + address(Selection())]
    pages += [base_url + address(Selection(district=(each.adcode,))) for each in districts()]
    pages += [event_url(base_url, event.uid) for event in edge.store().select(Selection(), edge.today())]
    return Response(_sitemap(pages[:MOST_IN_SITEMAP]), content_type="application/xml; charset=utf-8")


def _sitemap(pages: Iterable[str]) -> bytes:
    root = Element("urlset", xmlns=SITEMAP)
    for page in pages:
        SubElement(SubElement(root, "url"), "loc").text = page
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _plain(text: str) -> Response:
    return Response(text, content_type="text/plain; charset=utf-8")
