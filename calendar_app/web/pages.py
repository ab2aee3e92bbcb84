"""What every page has: its head, its navigation, and how a context becomes HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol
from urllib.parse import urlencode

from flask import make_response, render_template, request, url_for
from msgspec import Struct

from calendar_app.publishing.channel import address
from calendar_app.store.selection import Selection
from calendar_app.web import edge
from calendar_app.web.languages import LANGUAGES, TAGS, language
from calendar_app.web.languages import gettext as _
from calendar_app.web.polling import REPRESENTATION
from calendar_app.web.representations import answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flask import Response

CONTENT_TYPES = {
    "calendar.ics": "text/calendar",
    "feed.rss": "application/rss+xml",
    "feed.atom": "application/atom+xml",
    "feed.json": "application/feed+json",
}

LONGEST_QUERY = 2_000
"""The longest query that a page repeats in its own links."""


class Link(Struct, frozen=True):
    """An address and what to call it."""

    href: str
    text: str
    current: bool = False


class Alternate(Struct, frozen=True):
    """The same selection in another form, for `<link rel=alternate>`."""

    href: str
    type: str
    title: str


class Switch(Struct, frozen=True):
    """The same page in the other language."""

    href: str
    language: str
    text: str


class Head(Struct, frozen=True, kw_only=True):
    """What stands in `<head>`, and the navigation; `type` is OpenGraph's."""

    title: str
    description: str
    canonical: str
    language: str
    type: str
    alternates: tuple[Alternate, ...]
    navigation: tuple[Link, ...]
    switch: Switch
    indexed: bool


class Context(Protocol):
    """What a template is given: a frozen value that names its template."""

    template: ClassVar[str]
    __struct_fields__: ClassVar[tuple[str, ...]]


def show(context: Context, status: int = 200) -> Response:
    """Render a context with its template."""
    return _in_language(make_response(_render(context), status))


def serve(compose: Callable[[], Context]) -> Response:
    """Serve a page that only the store, the day and the language can change: composed once, 304 until they do."""
    validator = edge.store().validator(Selection(), edge.today())
    name = f"{request.full_path} {language()}"
    kept = edge.shelf().representation(name, validator, lambda: _render(compose()).encode())
    response = answer(kept, "text/html; charset=utf-8")
    request.environ.pop(REPRESENTATION, None)  # the same address has other bytes in another language
    response.headers["Cache-Control"] = "no-cache"
    return _in_language(response)


def _render(context: Context) -> str:
    return render_template(context.template, **{name: getattr(context, name) for name in context.__struct_fields__})


def _in_language(response: Response) -> Response:
    response.headers["Content-Language"] = TAGS[language()]
    response.vary.update(("Accept-Language", "Cookie"))
    return response


def head(
    title: str,
    description: str = "",
    *,
    selection: Selection | None = None,
    type: str = "website",  # noqa: A002  OpenGraph's word
    indexed: bool = True,
) -> Head:
    """Make the head of the page being asked for; a selection brings its feeds as alternates."""
    site = _("活动日历")
    return Head(
        title=title if title == site else f"{title} · {site}",
        description=description or _("从报纸版面读出的活动，每一条都附原句。"),
        canonical=absolute(_here()),
        language=TAGS[language()],
        type=type,
        alternates=() if selection is None else alternates(selection),
        navigation=_navigation(),
        switch=_switch(),
        indexed=indexed,
    )


def absolute(address: str) -> str:
    """Write a path as a full address under the site's base."""
    return edge.settings().base_url.rstrip("/") + address


def with_query(path: str, query: str) -> str:
    """Join a path and a query string, which may be empty."""
    return f"{path}?{query}" if query else path


def alternates(selection: Selection) -> tuple[Alternate, ...]:
    """Name the feeds that hold exactly a selection."""
    title = selection.title(language())
    return tuple(Alternate(address(selection, file), kind, title) for file, kind in CONTENT_TYPES.items())


def _here(**changes: str) -> str:
    kept: Mapping[str, list[str]] = request.args.to_dict(flat=False)
    pairs = [(name, value) for name, values in kept.items() if name != "lang" for value in values]
    query = urlencode([*pairs, *changes.items()])
    return with_query(request.path, query if len(query) <= LONGEST_QUERY else urlencode(changes))


def _navigation() -> tuple[Link, ...]:
    named = {
        "agenda.index": _("日程"),
        "month.this_month": _("月历"),
        "atlas.page": _("地图"),
        "announced.page": _("待定"),
        "subscribe.page": _("订阅"),
        "about.page": _("关于"),
    }
    return tuple(
        Link(url_for(endpoint), text, _room(request.endpoint) == _room(endpoint)) for endpoint, text in named.items()
    )


def _room(endpoint: str | None) -> str:
    return (endpoint or "").partition(".")[0]


def _switch() -> Switch:
    other = next(each for each in LANGUAGES if each != language())
    return Switch(_here(lang=other), TAGS[other], LANGUAGES[other])
