"""What the site is, and how much it has read, made, and not settled."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint
from msgspec import Struct

from calendar_app.labels import label
from calendar_app.resources import folder
from calendar_app.web import edge
from calendar_app.web.days import day_in_words
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, head, serve

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Response

MEASURED = ("what", "value", "measured_on", "source")
"""The columns of the table of measured quality."""

blueprint = Blueprint("about", __name__)


class Figure(Struct, frozen=True):
    """A number and what it counts."""

    number: str
    text: str


class Measured(Struct, frozen=True):
    """How well something is read: what, the value as it was measured, the day of it, and on what."""

    what: str
    value: str
    measured_on: str
    source: str


def measured(path: Path) -> tuple[Measured, ...]:
    """Read the table of what was measured (CSV: what, value, measured_on, source); none where there is no such file."""
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as written:
        rows = [{name: (row.get(name) or "").strip() for name in MEASURED} for row in csv.DictReader(written)]
    return tuple(Measured(**row) for row in rows if row["what"] and row["value"])


class AboutPage(Struct, frozen=True, kw_only=True):
    """What the page about the site shows."""

    template: ClassVar[str] = "about/index.html"

    head: Head
    coverage: tuple[Figure, ...]
    reviews: tuple[Figure, ...]
    quality: tuple[Measured, ...]
    newest: str


@blueprint.get("/about")
def page() -> Response:
    """Show what was read and what came of it."""
    return serve(about_page)


def about_page() -> AboutPage:
    """Compose the page from the store's counts."""
    counts = edge.store().coverage()
    reasons = Counter(review.reason for review in edge.store().reviews())
    return AboutPage(
        head=head(_("关于")),
        coverage=(
            Figure(f"{counts.pages:,}", _("版报纸")),
            Figure(f"{counts.reports:,}", _("篇报道")),
            Figure(f"{counts.events:,}", _("项活动")),
            Figure(f"{counts.uncertain:,}", _("项只知大致日期")),
            Figure(f"{counts.coarse:,}", _("项日期待定")),
            Figure(f"{counts.reviews:,}", _("处有待核对")),
        ),
        reviews=tuple(Figure(f"{count:,}", label(reason, language())) for reason, count in reasons.most_common()),
        quality=measured(folder("data") / "quality.csv"),
        newest=_("读到%(day)s的报纸", day=day_in_words(counts.newest)) if counts.newest else "",
    )
