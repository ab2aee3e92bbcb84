"""Every way in which a feed writes an event, by name: what the store renders when an event changes, and keeps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from calendar_app.publishing import ical, jsonfeed, rss

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calendar_app.model import Event

EDITION = 1
"""Raised when a renderer's output changes, so that what older ones wrote is rendered anew."""

ICAL, ICAL_MARKED, RSS, ATOM, JSON = "ical", "ical-marked", "rss", "atom", "json"


def form(name: str, base_url: str) -> str:
    """Name a piece's form in the store: the renderer, its edition, and the address that its links lead to."""
    return f"{name}/{EDITION} {base_url}"


def renderers(base_url: str) -> Mapping[str, Callable[[Event], str]]:
    """Give the renderers for a site at `base_url`, by the name of their form."""
    by_name: dict[str, Callable[[Event], str]] = {
        ICAL: partial(ical.vevent, base_url=base_url),
        ICAL_MARKED: partial(ical.vevent, base_url=base_url, mark=True),
        RSS: partial(rss.rss_item, base_url=base_url),
        ATOM: partial(rss.atom_entry, base_url=base_url),
        JSON: partial(jsonfeed.json_item, base_url=base_url),
    }
    return {form(name, base_url): render for name, render in by_name.items()}
