from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_app.publishing.checks import check
from tests.publishing.feeds_by_hand import feeds

FEEDS = feeds()


@pytest.mark.parametrize(
    ("name", "right", "wrong", "rule"),
    [
        ("calendar.ics", "BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR", "bom"),
        ("calendar.ics", "VERSION:2.0\r\n", "VERSION:2.0\n", "crlf"),
        ("calendar.ics", "VERSION:2.0\r\n", "VERSION:1.0\r\n", "version"),
        ("calendar.ics", "VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n", "blank"),
        ("calendar.ics", "PRODID:-//calendar-app//calendar-app//ZH\r\n", "", "required"),
        ("calendar.ics", "SUMMARY:中秋诗会", "SUMMARY:中秋\x01诗会", "controls"),
        ("calendar.ics", "SUMMARY:中秋诗会", "SUMMARY:" + "中秋诗会" * 7, "folding"),
        ("calendar.ics", "UID:day\r\n", "", "required"),
        ("calendar.ics", "UID:day\r\n", "UID:evening\r\n", "unique"),
        ("calendar.ics", "DTSTART;VALUE=DATE:20240917\r\n", "", "required"),
        ("calendar.ics", "DTEND;VALUE=DATE:20240918", "DTEND;VALUE=DATE:20240917", "ends"),
        ("calendar.ics", "DTEND;VALUE=DATE:20240918", "DTEND:20240918T000000Z", "ends"),
        ("calendar.ics", "DTSTAMP:20240911T160000Z", "DTSTAMP;TZID=Asia/Shanghai:20240912T000000", "stamp"),
        ("calendar.ics", "DTSTART;TZID=Asia/Shanghai:20240914T143000", "DTSTART:20240914T143000", "zone"),
        ("calendar.ics", "TZID:Asia/Shanghai", "TZID:Asia/Chongqing", "zone"),
        ("calendar.ics", "DTSTART:19700101T000000", "DTSTART:19860504T020000", "zone"),
        ("calendar.ics", "DTSTART:19700101T000000", "DTSTART:20300101T000000", "zone"),
        ("calendar.ics", "STATUS:CANCELLED", "STATUS:CALLED OFF", "status"),
        ("calendar.ics", "RRULE:FREQ=DAILY;COUNT=365", "RRULE:FREQ=DAILY", "recurrence"),
        ("calendar.ics", "COUNT=365", "UNTIL=20250911T000000Z", "recurrence"),
        ("calendar.ics", "REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:", "refresh"),
        ("calendar.ics", "END:VCALENDAR", "END:VEVENT", "nesting"),
        ("feed.rss", "</channel>", "", "parses"),
        ("feed.rss", "<rss ", "<!DOCTYPE rss><rss ", "doctype"),
        ("feed.rss", 'version="2.0"', 'version="0.91"', "version"),
        ("feed.rss", 'rel="self"', 'rel="alternate"', "self"),
        ("feed.rss", "<title>朝阳区的活动</title>", "", "required"),
        ("feed.rss", "Wed, 11 Sep 2024 16:00:00 +0000", "11.9.2024", "date"),
        ("feed.rss", "2024-09-17</ev:startdate>", "17 September</ev:startdate>", "date"),
        ("feed.rss", "Thu, 12 Sep 2024 20:00:00 +0800", "Sun, 1 Sep 2024 20:00:00 +0800", "future"),
        ("feed.atom", "<author><name>calendar-app</name></author>", "", "required"),
        ("feed.atom", "<updated>2024-09-12T00:00:00+08:00</updated>", "<updated>2024-09-12</updated>", "date"),
        ("feed.atom", 'rel="self"', 'rel="alternate"', "self"),
        ("feed.json", "version/1.1", "version/0.9", "version"),
        ("feed.json", '"content_text"', '"text"', "required"),
        ("feed.json", "2024-09-12T00:00:00+08:00", "12 September", "date"),
        ("feed.json", '"items":[', '"items":[,', "parses"),
    ],
)
def test_check_finds_each_fault(name: str, right: str, wrong: str, rule: str) -> None:
    feed = FEEDS[name].decode()
    if name == "feed.rss" and right.startswith("Wed"):
        right = "Thu, 12 Sep 2024 00:00:00 +0800"
    broken = feed.replace(right, wrong, 1)
    if rule == "required" and name == "feed.json":
        broken = broken.replace('"content_html"', '"html"', 1)
    assert broken != feed
    assert rule in {finding.rule for finding in check(broken.encode())}


def test_check_tells_a_line_folded_within_a_character() -> None:
    content = FEEDS["calendar.ics"].replace("中秋".encode(), b"\xe4\xb8\r\n \xad\xe7\xa7\x8b", 1)
    (first, *_) = check(content)
    assert (first.rule, first.line is not None) == ("utf-8", True)


def test_check_tells_too_many_events() -> None:
    event = b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTAMP:20240911T160000Z\r\nDTSTART;VALUE=DATE:20240917\r\nEND:VEVENT\r\n"
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n"
    content = head + b"".join(event % number for number in range(1001)) + b"END:VCALENDAR\r\n"
    assert [finding.rule for finding in check(content)] == ["size"]


def test_check_of_something_else_says_so() -> None:
    assert [str(finding) for finding in check(b"%PDF-1.7")] == ["neither iCalendar nor RSS, Atom or JSON Feed [format]"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FEEDS)), st.data())
def test_check_never_fails_on_a_damaged_feed(name: str, data: st.DataObject) -> None:
    content = FEEDS[name]
    begin = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(begin, min(len(content), begin + 40)))
    check(content[:begin] + data.draw(st.binary(max_size=8)) + content[end:])
