"""Read anything a user holds into a Page, and a Page into its Reports.

`read` chooses the reader by a document's content first and its name second. What cannot be read comes as an
`InputError` in its place among the pages: one broken page never stops the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading.given import Given

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

__all__ = ["SUFFIXES", "Given", "read"]

ARCHIVES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = ARCHIVES | {
    *("", ".txt", ".text", ".htm", ".html", ".shtml", ".xhtml"),
    *(".pdf", ".xml", ".rss", ".atom", ".zip"),
}
"""The files that are read in a folder; what lies beside pages there (pictures, style sheets) is passed over."""


def read(  # noqa: PLR0913  the options of the command line, all by name
    source: Path | bytes | str,
    *,
    name: str | None = None,
    issued: date | None = None,
    publication: str | None = None,
    home: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Iterator[Page | InputError]:
    """Read a file, a folder (with its folders, in order of name), the bytes of one document, or what is behind a URL.

    The options hold for every page and win over what the pages say. A page's id is its file's name, in a folder or an
    archive its path from there: the same on every machine. Yields an InputError in the place of what cannot be read.
    """
    settings = settings or Settings()
    given = Given(name=name or "-", issued=issued, publication=publication, home=home, url=url)
    if isinstance(source, bytes):
        yield from _document(source, given, settings)
    elif isinstance(source, str):
        yield from _address(source, replace(given, name=source, id=name, url=url or source), settings)
    elif source.is_dir():
        yield from _folder(source, given, settings)
    else:
        yield from _file(source, replace(given, name=name or str(source), id=name or source.name), settings)


def _address(address: str, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    from calendar_app.reading.fetch import fetch  # noqa: PLC0415  nothing is fetched unless it is asked for

    try:
        raw = fetch(address, settings)
    except InputError as error:
        yield error
        return
    yield from _document(raw, given, settings)


def _folder(folder: Path, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)
    shown = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not shown:
        yield InputError(str(folder), "holds no page")
    for path in shown:
        yield from _file(path, replace(given, name=str(path), id=path.relative_to(folder).as_posix()), settings)


def _file(path: Path, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    from calendar_app.reading.archive import read_archive  # noqa: PLC0415  a reader is loaded when a document needs it

    try:
        if path.suffix.lower() in ARCHIVES:
            with path.open("rb") as stream:
                yield from read_archive(stream, given, settings)
            return
        size = path.stat().st_size
        if size > settings.max_bytes:
            yield InputError(given.name, f"is {size:,} bytes long; at most {settings.max_bytes:,} are read")
            return
        raw = path.read_bytes()
    except OSError as error:
        yield InputError(given.name, (error.strerror or "cannot be read").lower())
        return
    yield from _document(raw, given, settings)


def _document(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read the bytes of one document, whatever format its content shows."""
    from calendar_app.reading.formats import pages  # noqa: PLC0415  a reader is loaded when a document needs it

    yield from pages(raw, given, settings)
