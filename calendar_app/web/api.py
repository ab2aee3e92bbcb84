"""Events as JSON, page by page, for programs; what it takes and gives is described at /api/openapi.json."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, request, url_for

from calendar_app.publishing.jsonl import dumps, event_document
from calendar_app.store.selection import Selection, UnknownValue
from calendar_app.web import edge
from calendar_app.web.openapi import description
from calendar_app.web.pages import absolute, with_query
from calendar_app.web.representations import answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from calendar_app.publishing.jsonl import Document

blueprint = Blueprint("api", __name__, url_prefix="/api")

DEFAULT_SIZE = 50
LARGEST_SIZE = 200
LAST_PAGE = 100_000


@blueprint.get("/events")
def events() -> Response:
    """Give a page of the selection's events, in order of their beginning."""
    selection = Selection.parse(request.args.to_dict(flat=False))
    number = _number("page", 1, LAST_PAGE)
    size = _number("per_page", DEFAULT_SIZE, LARGEST_SIZE)
    return _answered(lambda: _events(selection, number, size))


@blueprint.get("/events/<uid>")
def event(uid: str) -> Response:
    """Give an event with everything known of it."""
    found = edge.store().event(uid) or abort(404)
    return _answered(lambda: event_document(found))


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Describe this interface (OpenAPI 3.1)."""
    return _answered(lambda: description(edge.settings().base_url, DEFAULT_SIZE, LARGEST_SIZE))


def _events(selection: Selection, number: int, size: int) -> Document:
    total = edge.store().count(selection, edge.today())
    pages = max(1, -(-total // size))
    wanted = edge.store().select(selection, edge.today(), most=size, skip=(number - 1) * size)
    return {
        "total": total,
        "page": number,
        "pages": pages,
        "next": _page(selection, number + 1, size) if number < pages else None,
        "previous": _page(selection, min(number - 1, pages), size) if number > 1 else None,
        "events": [event_document(each) for each in wanted],
    }


def _page(selection: Selection, number: int, size: int) -> str:
    rest = urlencode([("page", number), ("per_page", size)] if size != DEFAULT_SIZE else [("page", number)])
    query = selection.query()
    return absolute(with_query(url_for("api.events"), f"{query}&{rest}" if query else rest))


def _number(parameter: str, default: int, largest: int) -> int:
    text = request.args.get(parameter, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= largest):
        raise UnknownValue(parameter, text, (f"1 … {largest}",))
    return int(text)


def _answered(build: Callable[[], Document]) -> Response:
    def written() -> bytes:
        return (dumps(build()) + "\n").encode()

    validator = edge.store().validator(Selection(), edge.today())
    kept = edge.shelf().representation(request.full_path, validator, written)
    response = answer(kept, "application/json; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
