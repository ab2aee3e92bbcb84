"""JSON Lines → Pages, one a line, streamed: `{"id","text","publication"?,"home"?,"issued"?,"title"?,"url"?}`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import InputError
from calendar_app.reading.dates import YEARS
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from calendar_app.config import Settings
    from calendar_app.model import Page
    from calendar_app.reading.given import Given

FIELDS = ("publication", "home", "url", "title")


def read_archive(stream: BinaryIO, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read an archive of any size, a line at a time; what is wrong with a line comes in its place, with its number."""
    number = 0
    while line := stream.readline(settings.max_bytes + 1):
        number += 1
        if len(line) > settings.max_bytes:
            yield InputError(given.name, f"is longer than {settings.max_bytes:,} bytes", number)
            while line and not line.endswith(b"\n"):
                line = stream.readline(settings.max_bytes)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield _page(line, number, given)
            except InputError as error:
                yield error


def _page(line: bytes, number: int, given: Given) -> Page:
    try:
        document = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(given.name, f"is no JSON document ({error})", number) from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise InputError(given.name, 'has no string "text"', number)
    for name in ("id", "issued", *FIELDS):
        if not isinstance(document.get(name), str | None) and not (name == "id" and isinstance(document[name], int)):
            raise InputError(given.name, f'"{name}" must be a string', number)
    stated = {name: document[name] for name in FIELDS if document.get(name)}
    own = replace(given, id=str(document.get("id") or f"{given.id or given.name}#{number}"), **stated)
    issued = document.get("issued")
    return make_page(document["text"], replace(own, issued=_day(issued, number, given)) if issued else own)


def _day(text: str, number: int, given: Given) -> date:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise InputError(given.name, f'"issued" must be a date such as 2023-04-28, not {text[:20]!r}', number) from None
    if day.year not in YEARS:
        raise InputError(
            given.name, f'"issued" must be of {YEARS.start} to {YEARS.stop - 1}, not {text[:20]!r}', number
        )
    return day
