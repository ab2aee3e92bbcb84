"""`calendar-app extract`: pages in, their events out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.cli.lines import Line, answer_line, map_lines
from calendar_app.cli.pages import FAULTS, faults, pages_of, read_line
from calendar_app.cli.tables import table
from calendar_app.model import InputError, ReadPage
from calendar_app.normaliser.stages import normalise_page
from calendar_app.publishing.jsonl import dumps, page_document

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Event

HEAD = ("when", "title", "where", "status", "sure", "words")
AHEAD = 64
"""How many lines per worker are read ahead of the answers, so that memory stays flat."""


def run(options: Namespace) -> int:
    """Print the events of the pages named, as a table, JSON, JSON Lines or a calendar."""
    if options.jsonl:
        return _lines(options)
    if not options.pages:
        raise ValueError("name at least one page, or use --jsonl with standard input")
    status, reads = 0, []
    for page in pages_of(options):
        if isinstance(page, InputError):
            status = _complain(page)
            continue
        read = normalise_page(page)
        if options.ics:
            reads.append(read)
        else:
            _print(read, as_json=options.json)
        for fault in faults(read):
            status = _complain(fault)
    if options.ics:
        _print_calendar(reads)
    return status


def _complain(problem: InputError) -> int:
    print(f"calendar-app: {problem}", file=sys.stderr)
    return 1


def _print(read: ReadPage, *, as_json: bool) -> None:
    if as_json:
        print(dumps(page_document(read)))
        return
    page = read.page
    issued = f"{page.issued} ({page.issued_from})" if page.issued else "issue date unknown"
    print(f"{page.publication or page.id}, {issued}: {len(read.reports)} reports, {len(read.events)} events")
    if read.events:
        print(table(HEAD, [_row(each) for each in read.events]))
    for each in (review for report in read.reports for review in report.reviews):
        if each.reason not in FAULTS:
            print(f"to review ({each.reason}): {each.text[:60]}")


def _row(event: Event) -> tuple[str, ...]:
    where = event.where
    place = " ".join(filter(None, (where.venue, "、".join(each.name for each in where.districts))))
    value = " ".join(filter(None, (event.when.edtf, event.when.rrule)))
    fallback = where.city.name if where.city else ""
    return (
        value,
        event.title,
        place or fallback,
        event.status,
        f"{event.confidence:.2f}",
        event.when_text or "(implied)",
    )


def _print_calendar(reads: Iterable[ReadPage]) -> None:
    from calendar_app.publishing.ical import calendar

    events = [event for read in reads for event in read.events]
    sys.stdout.buffer.write(calendar(events))


# ---------------------------------------------------------------- JSON Lines


def answer(question: Line) -> Line:
    """Answer one line with its page's document."""
    return page_document(read_line(question)) | {"id": question.get("id")}


def _lines(options: Namespace) -> int:
    if len(options.pages) > 1:
        raise ValueError("--jsonl reads one file, or standard input")
    if not options.pages:
        return _answer_all(sys.stdin, options.workers)
    try:
        with Path(options.pages[0]).open(encoding="utf-8", errors="replace") as stream:
            return _answer_all(stream, options.workers)
    except OSError as problem:
        raise InputError(options.pages[0], problem.strerror or str(problem)) from problem


def _answer_all(stream: Iterable[str], workers: int) -> int:
    status = 0
    replies = map_lines(stream, answer) if workers == 1 else _in_parallel(stream, workers)
    for reply in replies:
        status |= "error" in reply
        sys.stdout.write(dumps(reply) + "\n")
    return status


def _in_parallel(stream: Iterable[str], workers: int) -> Iterator[Line]:
    """Answer lines in several processes, in order, never more than a few lines ahead."""
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[Line]] = deque()
        for number, line in enumerate(stream, 1):
            if line.strip():
                waiting.append(pool.submit(answer_line, line, number, answer))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
