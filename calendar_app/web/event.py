"""An event's own page: everything known, and the sentences that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, abort, redirect, url_for
from msgspec import Struct

from calendar_app.labels import label
from calendar_app.model import Role, Status
from calendar_app.publishing.wording import when_in_words
from calendar_app.store.days import placed, status_on
from calendar_app.web import edge
from calendar_app.web.clocks import is_uncertain
from calendar_app.web.days import day_in_words
from calendar_app.web.facts import Fact, facts, part_of, venue_link
from calendar_app.web.history import Step, step
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.marking import Segment, elsewhere, mark
from calendar_app.web.pages import Head, Link, absolute, head, serve
from calendar_app.web.rows import places_in_words
from calendar_app.web.structured import exclusive_end_of, json_ld, run_of, start_of
from calendar_app.web.subscriptions import mail
from calendar_app.web.taking import taking_links
from calendar_app.web.trace import trace

if TYPE_CHECKING:
    from datetime import date

    from flask import Response
    from markupsafe import Markup
    from werkzeug.wrappers import Response as BaseResponse

    from calendar_app.model import Event, Evidence, Source
    from calendar_app.store.records import Change

blueprint = Blueprint("event", __name__)


class Quotation(Struct, frozen=True):
    """Words of the report outside the sentence, and what they are evidence of."""

    role: str
    label: str
    text: str


class ReportView(Struct, frozen=True, kw_only=True):
    """A report that tells of the event: its sentence, cut where something was read from it."""

    segments: tuple[Segment, ...]
    quotations: tuple[Quotation, ...]
    headline: str
    publication: str
    issued: str
    address: str


class Mark(Struct, frozen=True):
    """What a colour of marking means."""

    role: str
    label: str


class EventPage(Struct, frozen=True, kw_only=True):
    """What an event's page shows; `starts` and `ends` are for machines (h-event), empty when no day is certain."""

    template: ClassVar[str] = "event/index.html"

    head: Head
    title: str
    kind: Link
    status: str
    cancelled: bool
    uncertain: bool
    when: str
    starts: str
    ends: str
    venue: Link | None
    facts: tuple[Fact, ...]
    reports: tuple[ReportView, ...]
    legend: tuple[Mark, ...]
    trace: str
    take: tuple[Link, ...]
    history: tuple[Step, ...]
    structured: Markup
    share: str
    url: str


@blueprint.get("/events/<uid>")
def page(uid: str) -> Response | BaseResponse:
    """Show an event; the address of one that was merged leads to the one it became."""
    kept = edge.store()
    event = kept.event(uid)
    if event is None:
        abort(404)
    if event.uid != uid:
        return redirect(url_for("event.page", uid=event.uid), 301)
    return serve(lambda: event_page(event, kept.history(uid), edge.today()))


def event_page(event: Event, history: tuple[Change, ...], today: date) -> EventPage:
    """Compose an event's page as of a day."""
    whole = run_of(event, edge.store().told_beside(event.uid))
    url = absolute(url_for("event.page", uid=event.uid))
    status = status_on(event, today)
    when = when_in_words(event.when, language())
    return EventPage(
        head=head(event.title, f"{when} · {places_in_words(event.where)}", type="article"),
        title=event.title,
        kind=Link(url_for("agenda.index", kind=event.kind.value), label(event.kind, language())),
        status=label(status, language()),
        cancelled=status is Status.CANCELLED,
        uncertain=is_uncertain(event.when),
        when=when,
        starts=start_of(event),
        ends=exclusive_end_of(event),
        venue=venue_link(event.where),
        facts=tuple(fact for fact in (*facts(event), part_of(whole)) if fact.values),
        reports=tuple(_report(source, event.evidence) for source in event.sources),
        legend=_legend(event),
        trace=trace(event),
        take=taking_links(event) if placed(event) else (),
        history=tuple(step(change) for change in history),
        structured=json_ld(event, url, whole, absolute(url_for("event.page", uid=whole.uid)) if whole else ""),
        share=mail(event.title, url),
        url=url,
    )


def _report(source: Source, evidence: tuple[Evidence, ...]) -> ReportView:
    return ReportView(
        segments=mark(source.sentence, evidence),
        quotations=tuple(
            Quotation(each.role, label(each.role, language()), each.quote)
            for each in elsewhere(source.sentence, evidence)
        ),
        headline=source.headline or "",
        publication=source.publication or _("未署名的报纸"),
        issued=day_in_words(source.issued) if source.issued else _("出报日不详"),
        address=source.url if source.url and source.url.startswith(("http://", "https://")) else "",
    )


def _legend(event: Event) -> tuple[Mark, ...]:
    roles = dict.fromkeys(each.role for each in event.evidence)
    return tuple(Mark(role, label(role, language())) for role in Role if role in roles)
