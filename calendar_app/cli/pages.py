"""Pages from what the command line names, with its options, and read from lines of JSON."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.config import Settings
from calendar_app.model import BEIJING_TIME, InputError, Reason
from calendar_app.normaliser.stages import normalise_page
from calendar_app.reading.dates import YEARS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from calendar_app.cli.lines import Line
    from calendar_app.model import Page, ReadPage


FAULTS = {
    Reason.IMPOSSIBLE_DATE: "no calendar has this date",
    Reason.NO_ISSUE_DATE: "the day of publication is not known (give --issued)",
}
"""What a page that was read may still have wrong, so that the exit status says so."""


def pages_of(options: Namespace) -> Iterator[Page | InputError]:
    """Yield the pages of every file, folder and address named; what cannot be read is yielded as its error."""
    from calendar_app.reading import read
    from calendar_app.reading.fetch import is_url

    settings = Settings.from_environment()
    issued = day(options.issued)
    for name in options.pages:
        yield from read(
            name if is_url(name) else Path(name),
            issued=issued,
            publication=options.publication,
            home=options.home,
            settings=settings,
        )


def read_line(question: Line) -> ReadPage:
    """Read one line `{"id", "text", "publication"?, "home"?, "issued"?, "title"?, "url"?}` as a page."""
    return normalise_page(page_of_line(question))


def page_of_line(question: Line) -> Page:
    """Make a page of one line, its masthead read; fields of the wrong kind raise ValueError."""
    from calendar_app.reading.given import Given
    from calendar_app.reading.masthead import make_page

    for name in ("publication", "home", "issued", "title", "url"):
        if question.get(name) is not None and not isinstance(question[name], str):
            raise ValueError(f'"{name}" must be a string')
    return make_page(
        question["text"],
        Given(
            name=str(question.get("id", "")),
            issued=day(question.get("issued")),
            publication=question.get("publication"),
            home=question.get("home"),
            url=question.get("url"),
            title=question.get("title"),
        ),
    )


def faults(read: ReadPage) -> Iterator[InputError]:
    """Yield what is wrong with a page's own dates, with file and line: days that do not exist, words without a day."""
    page = read.page
    for each in (review for report in read.reports for review in report.reviews):
        if each.reason in FAULTS:
            line = page.text.count("\n", 0, each.span[0]) + 1
            yield InputError(page.id, f"{FAULTS[each.reason]}: {each.text[:60]}", line)


def day(text: str | None) -> date | None:
    """Read a day as an option gives it: ISO 8601, or a stamp such as 2023年4月28日."""
    if text is None:
        return None
    try:
        told = date.fromisoformat(text[:10])
    except ValueError:
        from calendar_app.reading.stamp import read_stamp

        stamp = read_stamp(text, datetime.now(BEIJING_TIME))
        if stamp is None:
            raise ValueError(f"{text!r} is no date such as 2023-04-28") from None
        told = stamp.date()
    if told.year not in YEARS:
        raise ValueError(f"{text!r} is no day of publication: its year must be {YEARS.start} to {YEARS.stop - 1}")
    return told
