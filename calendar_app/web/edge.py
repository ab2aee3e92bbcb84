"""Where a request touches the world: the open store, the day, the settings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from flask import current_app

from calendar_app.model import BEIJING_TIME

if TYPE_CHECKING:
    from calendar_app.config import Settings
    from calendar_app.store import Store


def store() -> Store:
    """Give the application's open store."""
    return cast("Store", current_app.extensions["store"])


def settings() -> Settings:
    """Give the application's settings."""
    return cast("Settings", current_app.extensions["settings"])


def today() -> date:
    """Tell the day in Beijing; the application's `TODAY`, where it is set, stands in for the clock."""
    fixed: date | None = current_app.config["TODAY"]
    return fixed or datetime.now(BEIJING_TIME).date()
