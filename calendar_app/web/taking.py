"""Ways to take a single event into one's own calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import url_for

from calendar_app.publishing.wording import when_in_words
from calendar_app.store.days import placed
from calendar_app.web.clocks import is_uncertain
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Link, absolute
from calendar_app.web.rows import places_in_words, spot_in_words

if TYPE_CHECKING:
    from calendar_app.model import Event

DEFAULT_LENGTH = timedelta(hours=2)
"""How long a calendar is told that a moment lasts when no end is known; without one they refuse it."""


def taking_links(event: Event) -> tuple[Link, ...]:
    """Offer an event that has a day to the common calendars."""
    path = url_for("event.page", uid=event.uid) + ".ics"
    return (
        Link(path, _("下载 .ics")),
        Link("webcal://" + absolute(path).partition("://")[2], _("Apple 日历")),
        Link(_google(event), _("Google 日历")),
        Link(_outlook(event, "live"), "Outlook.com"),
        Link(_outlook(event, "office"), "Outlook 365"),
    )


def _google(event: Event) -> str:
    begins, ends = _bounds(event)
    form = "%Y%m%dT%H%M%S" if _is_timed(event) else "%Y%m%d"
    query = {
        "action": "TEMPLATE",
        "text": _title(event),
        "dates": f"{begins.strftime(form)}/{ends.strftime(form)}",
        "ctz": "Asia/Shanghai",
        "location": _location(event),
        "details": _details(event),
    }
    return "https://calendar.google.com/calendar/render?" + urlencode(query)


def _outlook(event: Event, host: str) -> str:
    begins, ends = _bounds(event)
    timed = _is_timed(event)
    query = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": _title(event),
        "startdt": begins.isoformat() if timed else begins.date().isoformat(),
        "enddt": ends.isoformat() if timed else ends.date().isoformat(),
        "allday": "false" if timed else "true",
        "location": _location(event),
        "body": _details(event),
    }
    return f"https://outlook.{host}.com/calendar/0/deeplink/compose?{urlencode(query)}"


def _is_timed(event: Event) -> bool:
    return isinstance(event.when.start, datetime) and not is_uncertain(event.when)


def _bounds(event: Event) -> tuple[datetime, datetime]:
    """Give the beginning and the exclusive end as these calendars want them."""
    begins, ends = event.when.start, event.when.end
    if isinstance(begins, datetime) and not is_uncertain(event.when):
        return begins, ends if isinstance(ends, datetime) else begins + DEFAULT_LENGTH
    days = placed(event)
    if days is None:
        raise ValueError(f"{event.uid} has no day")
    first, last = (datetime(day.year, day.month, day.day) for day in days)  # noqa: DTZ001  whole days have no zone
    return first, last + timedelta(days=1)


def _title(event: Event) -> str:
    return _("%(title)s（日期大致）", title=event.title) if is_uncertain(event.when) else event.title


def _location(event: Event) -> str:
    return f"{spot_in_words(event.where)} {places_in_words(event.where)}".strip()


def _details(event: Event) -> str:
    return f"{when_in_words(event.when, language())}\n{absolute(url_for('event.page', uid=event.uid))}"
