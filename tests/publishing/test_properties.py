"""Whatever a newspaper prints, every feed stays whole and gives the words back."""

from __future__ import annotations

import json
from typing import Any

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from calendar_app.model import Event
from calendar_app.publishing import ical, jsonfeed, rss
from calendar_app.publishing.channel import channel_of
from calendar_app.publishing.checks import check
from calendar_app.publishing.text import one_line
from calendar_app.store.codec import from_json, to_json
from calendar_app.store.selection import Selection
from tests.events import EVENTS, NOW, source

BASE_URL = "https://calendar.example"
UNKIND = "，；\\,;:\r\n\t\x00]]>&<\"'“”BEGIN:VTn🎭é"
TEXT = st.text(min_size=1, max_size=120) | st.text(UNKIND, min_size=1)


@st.composite
def told(draw: st.DrawFn) -> Event:
    event = draw(st.sampled_from(EVENTS))
    title, words = draw(TEXT), draw(TEXT)
    return replace(
        event,
        title=title,
        when_text=draw(st.none() | TEXT),
        organisers=(words,),
        where=replace(event.where, venue=words),
        sources=(source(title, words),),
    )


@settings(max_examples=80, deadline=None)
@given(told())
def test_any_words_pass_through_every_feed(event: Event) -> None:
    channel = channel_of(Selection(q=one_line(event.title)[:20]), BASE_URL, "feed")
    calendar = ical.feed(channel, [ical.vevent(event, BASE_URL)])
    feeds = (
        calendar,
        rss.rss(channel, [rss.rss_item(event, BASE_URL)], NOW),
        rss.atom(channel, [rss.atom_entry(event, BASE_URL)], NOW),
        jsonfeed.json_feed(channel, [jsonfeed.json_item(event, BASE_URL)]),
    )
    assert [check(each) for each in feeds] == [(), (), (), ()]
    read: Any = Calendar.from_ical(calendar)
    title = one_line(event.title).replace("\\n", "＼n").replace("\\N", "＼N")
    assert all(str(each["SUMMARY"]).endswith(title) for each in read.walk("VEVENT"))
    assert all(len(feedparser.parse(each).entries) == 1 for each in feeds[1:3])
    assert one_line(event.title) in json.loads(feeds[3])["items"][0]["title"]


@settings(max_examples=80, deadline=None)
@given(told())
def test_any_words_are_kept_as_they_are(event: Event) -> None:
    written = to_json(event)
    written.encode()  # no half characters
    assert from_json(Event, written) == event
