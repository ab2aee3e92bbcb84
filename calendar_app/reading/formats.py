"""Which reader a document needs: told by its content, by its name where content does not tell."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import InputError, Page
from calendar_app.reading import ARCHIVES, SUFFIXES
from calendar_app.reading.archive import read_archive
from calendar_app.reading.bounded import time_limit
from calendar_app.reading.bundle import members
from calendar_app.reading.feed import looks_like_feed, read_feed
from calendar_app.reading.html import looks_like_html, read_html
from calendar_app.reading.pdf import read_pdf
from calendar_app.reading.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.config import Settings
    from calendar_app.reading.given import Given

ZIP = b"PK\x03\x04"
PDF = b"%PDF-"


def pages(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read one document, within the time a document is given."""
    if raw.startswith(ZIP):
        yield from _bundle(raw, given, settings)
        return
    found: list[Page | InputError] = []
    try:
        with time_limit(settings.max_seconds, given.name):
            for page in _pages(raw, given, settings):
                found.append(page)  # noqa: PERF402  what was read before the time ran out is kept
    except InputError as error:
        found.append(error)
    yield from found


def _pages(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    suffix = PurePosixPath(given.id or given.name).suffix.lower()
    if raw.startswith(PDF):
        yield from read_pdf(raw, given, settings)
    elif looks_like_feed(raw):
        yield from read_feed(raw, given, settings)
    elif suffix in ARCHIVES:
        yield from read_archive(io.BytesIO(raw), given, settings)
    elif looks_like_html(raw) or suffix in {".htm", ".html", ".shtml", ".xhtml"}:
        yield read_html(raw, given, settings)
    else:
        yield read_text(raw, given, settings)


def _bundle(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read the documents of an archive; an archive inside an archive is not opened."""
    held = False
    try:
        for member in members(raw, given.name, settings):
            if isinstance(member, InputError):
                held = True
                yield member
                continue
            path, document = member
            own = replace(given, name=f"{given.name}:{path}", id=f"{given.id or given.name}/{path}")
            readable = PurePosixPath(path).suffix.lower() in SUFFIXES
            held = held or readable
            if readable and document.startswith(ZIP):
                yield InputError(own.name, "is an archive inside an archive, which is not opened")
            elif readable:
                yield from pages(document, own, settings)
    except InputError as error:
        yield error
        return
    if not held:
        yield InputError(given.name, "holds no page")
