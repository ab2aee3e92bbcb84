"""Ways to subscribe to a selection: the feeds' addresses and what calendars need to take them up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Link, absolute, with_query

if TYPE_CHECKING:
    from calendar_app.store.selection import Selection


def feed_links(selection: Selection) -> tuple[Link, ...]:
    """Offer a selection as feeds, calendars first."""
    query = selection.query()
    return (
        Link(webcal(selection), _("在日历中订阅")),
        Link(with_query("/calendar.ics", query), "iCal"),
        Link(with_query("/feed.rss", query), "RSS"),
        Link(with_query("/feed.atom", query), "Atom"),
        Link(with_query("/feed.json", query), "JSON Feed"),
    )


def webcal(selection: Selection) -> str:
    """Write the address that calendars on phones and desks subscribe to at a touch."""
    address = absolute(with_query("/calendar.ics", selection.query()))
    return "webcal://" + address.partition("://")[2]


def google(selection: Selection) -> str:
    """Write the address that subscribes in Google Calendar."""
    return "https://calendar.google.com/calendar/render?" + urlencode({"cid": webcal(selection)})


def outlook(selection: Selection, host: str) -> str:
    """Write the address that subscribes in Outlook; `host` is `live` or `office`."""
    feed = absolute(with_query("/calendar.ics", selection.query()))
    path = f"https://outlook.{host}.com/owa?path=/calendar/action/compose&rru=addsubscription"
    return f"{path}&url={quote(feed, safe='')}&name={quote(selection.title(language()), safe='')}"
