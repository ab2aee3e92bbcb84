"""Feeds over HTTP: conditional, compressed, and open to any client, whatever it says it accepts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, request
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME
from calendar_app.publishing import feeds, ical, opml
from calendar_app.publishing.feeds import FORMATS
from calendar_app.publishing.jsonl import dumps, event_document
from calendar_app.store.districts import District, district, districts
from calendar_app.store.selection import Selection, UnknownValue
from calendar_app.web import edge
from calendar_app.web.polling import Polling
from calendar_app.web.representations import Shelf, answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.blueprints import BlueprintSetupState

    from calendar_app.store import Store, Validator

blueprint = Blueprint("feeds", __name__)

FILES = "<any('" + "', '".join(FORMATS) + "'):file>"
OPML_TYPE = "text/x-opml; charset=utf-8"


@blueprint.record
def _make_shelf(state: BlueprintSetupState) -> None:
    app = cast("Flask", state.app)
    app.extensions["shelf"] = Shelf()

    def moved() -> tuple[object, object]:
        store = cast("Store", app.extensions["store"])
        return store.state(), app.config["TODAY"] or datetime.now(BEIJING_TIME).date()

    app.wsgi_app = Polling(app.wsgi_app, moved)  # type: ignore[method-assign]  # Flask's own way to put one in front


@blueprint.get(f"/{FILES}")
def feed(file: str) -> Response:
    """Serve a feed of the selection in the address."""
    return _served(file, Selection.parse(request.args.to_dict(flat=False)))


@blueprint.get(f"/districts/<slug>/{FILES}")
def district_feed(slug: str, file: str) -> Response:
    """Serve a district's feed."""
    chosen = Selection.parse(request.args.to_dict(flat=False))
    return _served(file, replace(chosen, district=(_district(slug).adcode,)))


@blueprint.get("/archive/<month>.atom")
@blueprint.get("/districts/<slug>/archive/<month>.atom")
def archive(month: str, slug: str = "") -> Response:
    """Serve what was first told in a month, behind the live feed."""
    chosen = Selection.parse(request.args.to_dict(flat=False))
    chosen = replace(chosen, district=(_district(slug).adcode,)) if slug else chosen
    store, base_url = edge.store(), edge.settings().base_url
    content = feeds.archive(store, chosen, month, base_url) or abort(404)
    validator = store.validator(chosen, edge.today())
    return _answered(f"{month}.atom", FORMATS["feed.atom"].media_type, chosen.title(), validator, lambda: content)


@blueprint.get("/feeds.opml")
def feed_list() -> Response:
    """Serve the list of feeds."""
    validator = edge.store().validator(Selection(), edge.today())
    return _answered("feeds.opml", OPML_TYPE, "feeds", validator, lambda: opml.opml(edge.settings().base_url))


@blueprint.get("/events/<uid>.ics")
def event_calendar(uid: str) -> Response:
    """Serve one event as a calendar, for taking it over once."""
    event = edge.store().event(uid) or abort(404)
    validator = edge.store().validator(Selection(), edge.today())
    media_type = FORMATS["calendar.ics"].media_type
    return _answered(
        f"{uid}.ics", media_type, event.title, validator, lambda: ical.calendar((event,), edge.settings().base_url)
    )


@blueprint.get("/events/<uid>.json")
def event_json(uid: str) -> Response:
    """Serve one event as JSON."""
    event = edge.store().event(uid) or abort(404)
    validator = edge.store().validator(Selection(), edge.today())
    media_type = "application/json; charset=utf-8"
    document = dumps(event_document(event)) + "\n"
    return _answered(f"{uid}.json", media_type, event.title, validator, document.encode)


def _district(slug: str) -> District:
    found = district(slug)
    if found is None:
        raise UnknownValue("district", slug, tuple(each.slug for each in districts()))
    return found


def _served(file: str, chosen: Selection) -> Response:
    store, today, base_url = edge.store(), edge.today(), edge.settings().base_url
    chosen_format = FORMATS[file]
    return _answered(
        file,
        chosen_format.media_type,
        chosen.called(),
        store.validator(chosen, today),
        lambda: chosen_format.build(store, chosen, today, base_url),
    )


def _answered(file: str, media_type: str, title: str, validator: Validator, build: Callable[[], bytes]) -> Response:
    """Answer with a representation, built only when the validator has moved since it was last built."""
    response = answer(_shelf().representation(file, validator, build), media_type)
    if response.status_code == 200:
        response.headers["Content-Disposition"] = _disposition(file, title)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _shelf() -> Shelf:
    return cast("Shelf", current_app.extensions["shelf"])


def _disposition(file: str, title: str) -> str:
    """Name the file twice, for clients that read ASCII only and for those that read UTF-8 (RFC 6266)."""
    kind = "attachment" if request.args.get("download") else "inline"
    extension = file.rpartition(".")[2]
    return f"{kind}; filename=\"{file}\"; filename*=UTF-8''{quote(f'{title}.{extension}', safe='')}"
