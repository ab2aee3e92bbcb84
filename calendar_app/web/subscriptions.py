"""Ways to subscribe to a selection: the feeds' addresses and what calendars need to take them up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from calendar_app.publishing.channel import address
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Link, absolute

if TYPE_CHECKING:
    from calendar_app.store.selection import Selection


def feed_links(selection: Selection) -> tuple[Link, ...]:
    """Offer a selection as feeds, calendars first."""
    return (
        Link(webcal(selection), _("在日历中订阅")),
        Link(address(selection, "calendar.ics"), "iCal"),
        Link(address(selection, "feed.rss"), "RSS"),
        Link(address(selection, "feed.atom"), "Atom"),
        Link(address(selection, "feed.json"), "JSON Feed"),
    )


def webcal(selection: Selection) -> str:
    """Write the address that calendars on phones and desks subscribe to at a touch."""
    return "webcal://" + absolute(address(selection, "calendar.ics")).partition("://")[2]


def mail(title: str, at: str) -> str:
    """Write the address that begins a letter with a title and a link in it: a way to share that needs no script."""
    return "mailto:?" + urlencode({"subject": title, "body": f"{title}\n{at}\n"}, quote_via=quote)


def google(selection: Selection) -> str:
    """Write the address that subscribes in Google Calendar."""
    return "https://calendar.google.com/calendar/render?" + urlencode({"cid": webcal(selection)})


def outlook(selection: Selection, host: str) -> str:
    """Write the address that subscribes in Outlook; `host` is `live` or `office`."""
    feed = absolute(address(selection, "calendar.ics"))
    path = f"https://outlook.{host}.com/owa?path=/calendar/action/compose&rru=addsubscription"
    return f"{path}&url={quote(feed, safe='')}&name={quote(selection.called(language()), safe='')}"
