"""Answer HTTP: routes only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask
from jinja2 import StrictUndefined
from markupsafe import Markup

from calendar_app.config import Settings, default_database
from calendar_app.publishing.pieces import renderers
from calendar_app.publishing.text import clean
from calendar_app.resources import folder
from calendar_app.store import Store
from calendar_app.web import (
    about,
    agenda,
    announced,
    api,
    atlas,
    embed,
    errors,
    event,
    feeds,
    health,
    languages,
    month,
    security,
    subscribe,
)
from calendar_app.web.representations import Shelf

if TYPE_CHECKING:
    from datetime import date

ROOMS = (about, agenda, announced, api, atlas, embed, event, feeds, health, month, subscribe)
"""The modules that answer addresses; each has a `blueprint`."""

STATIC_LASTS = 3600
"""For how many seconds a browser keeps the style sheet without asking again."""


def visible(value: object) -> object:
    """Take control characters out of what a template writes: HTML has no way to say them."""
    if isinstance(value, Markup):
        return Markup(clean(value))  # noqa: S704  it was markup before
    return clean(value) if isinstance(value, str) else value


def create_app(settings: Settings | None = None, *, today: date | None = None) -> Flask:
    """Build the application on the database of its settings; `today` stands in for the clock."""
    chosen = settings or Settings.from_environment()
    app = Flask("calendar_app", static_folder=str(folder("static")), template_folder=str(folder("templates")))
    app.config.update(TODAY=today, SEND_FILE_MAX_AGE_DEFAULT=STATIC_LASTS)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # the default provider has it
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined, "finalize": visible}
    app.extensions["settings"] = chosen
    app.extensions["store"] = Store.open(chosen.database or default_database(), renderers(chosen.base_url))
    app.extensions["pages"] = Shelf()
    languages.install(app)
    errors.install(app)
    security.install(app, chosen.rate_limit, chosen.proxies)
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
    return app
