"""Where a request touches the world: the open store, the day, the settings."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from flask import current_app
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME
from calendar_app.store.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    return _newest(store(), store().validator(Selection(), today()).token)


def district_counts(selection: Selection) -> Mapping[str, int]:
    """Count a selection's events by district, whatever districts it has; again only when the store has moved."""
    anywhere = replace(selection.plain(), district=())
    return _counted(store(), anywhere, today(), store().validator(Selection(), today()).token)


def today() -> date:
    """Tell the day in Beijing; the application's `TODAY`, where it is set, stands in for the clock."""
    fixed: date | None = current_app.config["TODAY"]
    return fixed or datetime.now(BEIJING_TIME).date()


@lru_cache(maxsize=8)
def _newest(opened: Store, _token: str) -> date | None:
    return opened.coverage().newest


@lru_cache(maxsize=256)
def _counted(opened: Store, selection: Selection, day: date, _token: str) -> Mapping[str, int]:
    return opened.district_counts(selection, day)
