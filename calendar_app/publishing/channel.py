"""What a feed says of itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "calendar-app"
"""The name under which feeds say what made them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed's title, a sentence about it, the address of the page that shows the same, and its own address."""

    title: str
    description: str
    page_url: str
    feed_url: str
    language: str = "zh-CN"


def event_url(base_url: str, uid: str) -> str:
    """Give the address of an event's page."""
    return f"{base_url.rstrip('/')}/events/{uid}"
