"""The feeds of tests/events.py, for the golden files: run as a script, this writes them anew."""

from __future__ import annotations

from pathlib import Path

from calendar_app.publishing import ical, jsonfeed, rss
from calendar_app.publishing.channel import channel_of
from calendar_app.store.selection import Selection
from tests.events import EVENTS, NOW

GOLDEN = Path(__file__).parent / "golden"
BASE_URL = "https://calendar.example"


def feeds() -> dict[str, bytes]:
    """Write the events of the fixture in every format, by file name."""
    chosen = Selection(district=("110105",))
    told = {file: channel_of(chosen, BASE_URL, file) for file in ("calendar.ics", "feed.rss", "feed.atom", "feed.json")}
    return {
        "calendar.ics": ical.feed(told["calendar.ics"], [ical.vevent(each, BASE_URL) for each in EVENTS]),
        "feed.rss": rss.rss(told["feed.rss"], [rss.rss_item(each, BASE_URL) for each in EVENTS], NOW),
        "feed.atom": rss.atom(told["feed.atom"], [rss.atom_entry(each, BASE_URL) for each in EVENTS], NOW),
        "feed.json": jsonfeed.json_feed(told["feed.json"], [jsonfeed.json_item(each, BASE_URL) for each in EVENTS]),
    }


if __name__ == "__main__":
    for name, content in feeds().items():
        (GOLDEN / name).write_bytes(content)
