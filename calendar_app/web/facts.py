"""What is known of an event, as a list of facts with links where they lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for
from msgspec import Struct

from calendar_app.labels import label
from calendar_app.publishing.wording import when_in_words
from calendar_app.store.districts import district
from calendar_app.web.days import day_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Link
from calendar_app.web.rows import places_in_words, spot_in_words

if TYPE_CHECKING:
    from calendar_app.model import Event, Where


class Fact(Struct, frozen=True):
    """Something known of an event: its name and its values, with links where they lead on."""

    term: str
    values: tuple[Link, ...]


def facts(event: Event) -> tuple[Fact, ...]:
    """Give every fact that an event may have; those without a value are unknown."""
    where = event.where
    districts = tuple(
        Link(url_for("agenda.district_page", slug=found.slug), found.label(language()))
        if (found := district(each.adcode))
        else Link("", each.name)
        for each in where.districts
    )
    organisers = tuple(Link(url_for("agenda.organiser_page", name=name), name) for name in event.organisers)
    return (
        Fact(_("地区"), districts or _plain(places_in_words(where))),
        Fact(_("街道乡镇"), _plain(where.township.name if where.township else None)),
        Fact(_("地点依据"), _plain(label(where.basis, language()))),
        Fact(_("也可能是"), _rivals(where)),
        Fact(_("主办"), organisers),
        Fact(_("人数"), _plain(event.attendance)),
        Fact(_("报名截止"), _plain(day_in_words(event.deadline) if event.deadline else None)),
        Fact(_("入场"), _plain(event.admission)),
        Fact(_("报名方式"), _plain(event.signup)),
        Fact(_("原定"), _plain(when_in_words(event.previous, language()) if event.previous else None)),
        Fact(_("把握"), _plain(_("%(percent)s%%", percent=round(event.confidence * 100)))),
    )


def part_of(whole: Event | None) -> Fact:
    """Lead from an opening to what it opens, where that is known."""
    return Fact(_("所属活动"), (Link(url_for("event.page", uid=whole.uid), whole.title),) if whole else ())


def venue_link(where: Where) -> Link | None:
    """Link a venue to its page; None when the report names none."""
    name = spot_in_words(where)
    return Link(url_for("agenda.venue_page", name=name), name) if name else None


def _rivals(where: Where) -> tuple[Link, ...]:
    """Name the places that nothing decided between."""
    return tuple(Link("", f"{each.name}（{each.adcode}）") for each in where.rivals)


def _plain(text: str | None) -> tuple[Link, ...]:
    return (Link("", text),) if text else ()
