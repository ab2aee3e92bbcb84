"""The agenda `/` and each district's at `/districts/SLUG`."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, abort, redirect, request, url_for
from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import Status
from calendar_app.publishing.channel import address
from calendar_app.store.districts import district, districts
from calendar_app.store.selection import LONGEST_PAST, Selection, UnknownValue
from calendar_app.web import edge
from calendar_app.web.almanac import almanac
from calendar_app.web.days import day_and_weekday
from calendar_app.web.filters import Chip, Form, chips, form
from calendar_app.web.headings import heading
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, Link, head, serve, with_query
from calendar_app.web.period import period
from calendar_app.web.sections import Listed, Section, Stretches, sections, stretch
from calendar_app.web.subscriptions import feed_links

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from flask import Response
    from werkzeug.wrappers import Response as BaseResponse

    from calendar_app.model import Event

blueprint = Blueprint("agenda", __name__)

MOST_ROWS = 50
"""The most lines of what comes, and of what was, on a page; the rest is a link away."""

MOST_VENUES = 20

MOST_ONGOING = 25
"""The most lines of what is on now, those that end first, and of what has no day."""

MOST_ASKED = 200
"""The most lines of what is on now when only that was asked for."""


class Today(Struct, frozen=True):
    """The day of the visit."""

    iso: str
    text: str
    lunar: str


class AgendaPage(Struct, frozen=True, kw_only=True):
    """What the agenda shows; `earlier` and `later` lead on where not every event fits."""

    template: ClassVar[str] = "agenda/index.html"

    head: Head
    heading: str
    today: Today
    chips: tuple[Chip, ...]
    form: Form
    subscribe: str
    feeds: tuple[Link, ...]
    note: str
    sections: tuple[Section, ...]
    earlier: str
    later: str
    venues: tuple[Link, ...]


@blueprint.get("/")
def index() -> Response | BaseResponse:
    """Show the agenda of the selection in the address.

    A period in words leads to its days, and a form's empty fields to an address without them.
    """
    selection = Selection.parse(request.args.to_dict(flat=False))
    words = request.args.get("when", "").strip()
    if words:
        first, last = period(words, edge.today())
        return _to(replace(selection, first=first, last=last))
    if "" in request.args.values():
        return _to(selection)
    return serve(lambda: agenda(selection, title=heading(selection), today=edge.today()))


def _to(selection: Selection) -> BaseResponse:
    return redirect(address(selection))


@blueprint.get("/districts/<slug>")
def district_page(slug: str) -> Response | BaseResponse:
    """Show a district's agenda; an adcode in place of the slug leads to the slug."""
    found = district(slug)
    if found is None:
        raise UnknownValue("district", slug, tuple(each.slug for each in districts()))
    if found.slug != slug:
        return redirect(url_for("agenda.district_page", slug=found.slug), 301)
    chosen = replace(Selection.parse(request.args.to_dict(flat=False)), district=(found.adcode,))
    return serve(lambda: agenda(chosen, title=heading(chosen), today=edge.today()))


@blueprint.get("/venues/<path:name>")
def venue_page(name: str) -> Response:
    """Show what takes place at a venue."""
    return _named(name, Selection.parse({"q": [name]}))


@blueprint.get("/organisers/<path:name>")
def organiser_page(name: str) -> Response:
    """Show what somebody holds."""
    return _named(name, Selection.parse({"organiser": [name]}))


def _named(name: str, selection: Selection) -> Response:
    chosen = replace(selection, past=LONGEST_PAST)
    shown = agenda(chosen, title=name, today=edge.today())
    if not shown.sections:
        abort(404)
    return serve(lambda: shown)


def agenda(selection: Selection, *, title: str, today: date) -> AgendaPage:
    """Compose the agenda of a selection as of a day."""
    only_ongoing = selection.status == (Status.ONGOING,)
    events = edge.store().nearest(selection, today, (MOST_ASKED if only_ongoing else MOST_ROWS) + 1)
    counts = edge.district_counts(selection)
    found = stretch(events, today)
    stretches, later = cut(found, selection)
    goes_back = selection.first is None or len(stretches.past) < len(found.past)
    more = "" if only_ongoing else address(replace(selection, status=(Status.ONGOING,)))
    undated = with_query(url_for("announced.page"), selection.query())
    return AgendaPage(
        head=head(title, selection=selection, indexed="?" not in request.full_path.rstrip("?")),
        heading=title,
        today=Today(today.isoformat(), day_and_weekday(today), _lunar(today)),
        chips=chips(url_for("agenda.index"), selection, counts),
        form=form(url_for("agenda.index"), selection),
        subscribe=with_query(url_for("subscribe.page"), selection.query()),
        feeds=feed_links(selection),
        note=_note(stretches, selection),
        sections=sections(stretches, today, more, undated),
        earlier=_earlier(stretches, selection, today) if goes_back else "",
        later=later,
        venues=_venues(events) if len(selection.district) == 1 else (),
    )


def _venues(events: Iterable[Event]) -> tuple[Link, ...]:
    """Name the venues of a district's events, the busiest first."""
    named = Counter(event.where.venue for event in events if event.where.venue)
    return tuple(Link(url_for("agenda.venue_page", name=name), name) for name, _count in named.most_common(MOST_VENUES))


def cut(stretches: Stretches, selection: Selection) -> tuple[Stretches, str]:
    """Keep as many lines as a page holds, whole days, and give the address of what comes after them, if anything."""
    coming = _whole_days(stretches.coming)
    most = MOST_ASKED if selection.status == (Status.ONGOING,) else MOST_ONGOING
    kept = Stretches(
        ongoing=stretches.ongoing[:most],
        coming=coming,
        undated=stretches.undated[:MOST_ONGOING],
        past=_whole_days(stretches.past),
        more_ongoing=len(stretches.ongoing) > most,
        more_undated=len(stretches.undated) > MOST_ONGOING,
    )
    if len(coming) == len(stretches.coming):
        return kept, ""
    return kept, address(replace(selection, first=coming[-1].day + timedelta(days=1)))


def _earlier(shown: Stretches, selection: Selection, today: date) -> str:
    """Give the address of what was before the lines of a page; none when nothing was."""
    oldest = shown.past[-1].day if shown.past else min(selection.last or today, today)
    before = replace(selection, first=None, last=oldest - timedelta(days=1), past=LONGEST_PAST)
    gone = replace(before, status=selection.status or (Status.PAST,))  # what is still on is shown already
    return address(before) if edge.store().has(gone, today) else ""


def _whole_days(listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
    if len(listed) <= MOST_ROWS:
        return listed
    last = listed[MOST_ROWS - 1].day
    if last == listed[0].day or last != listed[MOST_ROWS].day:
        return listed[:MOST_ROWS]
    return tuple(each for each in listed[:MOST_ROWS] if each.day != last)


def _note(stretches: Stretches, selection: Selection) -> str:
    if edge.newest_issue() is None:
        return _("还没有读到任何活动。")
    if not any((stretches.ongoing, stretches.coming, stretches.undated, stretches.past)):
        return _("没有符合条件的活动。放宽日期、区或类别再看看。")
    if not (stretches.ongoing or stretches.coming) and selection.last is None:
        return _("报纸上眼下没有进行中或将来的活动；下面是最近的。")
    return ""


def _lunar(today: date) -> str:
    return _("农历%(day)s", day=almanac(today).lunar) if language() == "zh" else ""
