"""An event as schema.org says it, for search engines and messengers (JSON-LD)."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from calendar_app.model import Form, Status
from calendar_app.store.matching import name_key
from calendar_app.web.clocks import is_uncertain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calendar_app.model import Event, Where

CEREMONY = re.compile(r"(?:开幕|启幕|揭幕|启动|闭幕|落幕)(?:式|仪式|典礼)?$")
"""What an opening or a closing is called, after the name of what it opens or closes."""

STATUSES = {Status.CANCELLED: "EventCancelled", Status.POSTPONED: "EventRescheduled"}


def json_ld(event: Event, url: str, whole: Event | None = None, whole_url: str = "") -> Markup:
    """Write an event as JSON that can stand in a `<script>`: no `<` in it can end the element.

    `whole` is what the event is a part of, and `whole_url` the address of its page.
    """
    thing = _thing(event, url)
    if whole is not None:
        known = {"startDate": start_of(whole), "endDate": end_of(whole)}
        thing["superEvent"] = {
            "@type": "Event",
            "@id": whole_url,
            "url": whole_url,
            "name": whole.title,
            "location": _location(whole.where),
            **{name: value for name, value in known.items() if value},
        }
    written = json.dumps(thing, ensure_ascii=False, sort_keys=True)
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704  nothing in it can be read as markup any more


def run_of(event: Event, beside: Iterable[Event]) -> Event | None:
    """Find what an event opens or closes, among those told on the same pages; None where that is not sure.

    Sure is the one run of days that is called as the opening is without the word for it, begins or ends with it, and
    is in no other place.
    """
    stem = CEREMONY.sub("", event.title)
    day = event.when.first_day
    if stem == event.title or not stem or day is None or is_uncertain(event.when):
        return None
    runs = [
        each
        for each in beside
        if name_key(each.title) == name_key(stem)
        and each.when.form is Form.SPAN
        and day in (each.when.first_day, each.when.last_day)
        and not _apart(each.where, event.where)
    ]
    return runs[0] if len(runs) == 1 else None


def _apart(one: Where, other: Where) -> bool:
    """Tell whether two places, as far as they are known, cannot be the same."""
    if one.venue and other.venue:
        return one.venue != other.venue
    districts = {each.adcode for each in one.districts}, {each.adcode for each in other.districts}
    return all(districts) and districts[0].isdisjoint(districts[1])


def start_of(event: Event) -> str:
    """Give the start as ISO 8601; empty where no day is certain."""
    return "" if is_uncertain(event.when) else _iso(event.when.start)


def end_of(event: Event) -> str:
    """Give the end as ISO 8601, days inclusive as schema.org has them; empty where none is told."""
    return "" if is_uncertain(event.when) or event.when.form is Form.RECURRING else _iso(event.when.end)


def exclusive_end_of(event: Event) -> str:
    """Give the end as h-event has it: the day after the last."""
    last = event.when.end
    if is_uncertain(event.when) or last is None:
        return ""
    return last.isoformat() if isinstance(last, datetime) else (last + timedelta(days=1)).isoformat()


def _thing(event: Event, url: str) -> dict[str, object]:
    thing: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.title,
        "inLanguage": "zh-CN",
        "eventStatus": f"https://schema.org/{STATUSES.get(event.status, 'EventScheduled')}",
        "eventAttendanceMode": "https://schema.org/" + _attendance(event.where),
        "location": _location(event.where),
    }
    known = {
        "startDate": start_of(event),
        "endDate": end_of(event),
        "previousStartDate": _iso(event.previous.start) if event.previous else "",
        "description": event.sources[0].sentence if event.sources else "",
    }
    thing |= {name: value for name, value in known.items() if value}
    if event.organisers:
        thing["organizer"] = [{"@type": "Organization", "name": name} for name in event.organisers]
    if event.when.days:
        thing["subEvent"] = [
            {"@type": "Event", "name": event.title, "startDate": day.isoformat(), "location": _location(event.where)}
            for day in event.when.days
        ]
    return thing


def _attendance(where: Where) -> str:
    return "OnlineEventAttendanceMode" if where.online else "OfflineEventAttendanceMode"


def _location(where: Where) -> dict[str, object]:
    address: dict[str, object] = {"@type": "PostalAddress", "addressCountry": "CN"}
    if where.city is not None:
        address["addressRegion"] = where.city.name
    if where.districts:
        address["addressLocality"] = "、".join(each.name for each in where.districts)
    name = where.venue or where.written or (where.city.name if where.city else "")
    return {"@type": "Place", "name": name or address.get("addressLocality", "北京"), "address": address}


def _iso(value: date | None) -> str:
    return "" if value is None else value.isoformat()
