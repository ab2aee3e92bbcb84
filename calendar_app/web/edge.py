"""Where a request touches the world: the open store, the day, the settings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from flask import current_app

from calendar_app.model import BEIJING_TIME
from calendar_app.store.selection import Selection

if TYPE_CHECKING:
    from calendar_app.config import Settings
    from calendar_app.store import Store
    from calendar_app.web.representations import Shelf


def store() -> Store:
    """Give the application's open store."""
    return cast("Store", current_app.extensions["store"])


def settings() -> Settings:
    """Give the application's settings."""
    return cast("Settings", current_app.extensions["settings"])


def shelf() -> Shelf:
    """Give the shelf of pages that were composed before."""
    return cast("Shelf", current_app.extensions["pages"])


def newest_issue() -> date | None:
    """Give the last issue date in the store; counted again only when the store has moved."""
    token = store().validator(Selection(), today()).token
    kept: tuple[str, date | None] | None = current_app.extensions.get("newest issue")
    if kept is None or kept[0] != token:
        kept = current_app.extensions["newest issue"] = (token, store().coverage().newest)
    return kept[1]


def today() -> date:
    """Tell the day in Beijing; the application's `TODAY`, where it is set, stands in for the clock."""
    fixed: date | None = current_app.config["TODAY"]
    return fixed or datetime.now(BEIJING_TIME).date()
