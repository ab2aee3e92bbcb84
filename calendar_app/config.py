"""Every setting, its default and its environment variable; read once, at the edge."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import fields

if TYPE_CHECKING:
    from collections.abc import Mapping


def default_database() -> str:
    """Name the user's own database: SQLite under the platform's folder for application data."""
    from platformdirs import user_data_dir  # noqa: PLC0415  only a command without --database needs it

    return f"sqlite:///{Path(user_data_dir('calendar-app', appauthor=False)) / 'calendar.sqlite3'}"


class Settings(Struct, frozen=True, kw_only=True):
    """What can be set; each field is read from `CALENDAR_APP_` and its name in capitals.

    `database` is an SQLAlchemy URL, empty for the user's own; `gazetteer` a folder of CSV files whose rows win over
    ours; `home` the adcode of publications that do not say theirs; `max_bytes` the largest document read;
    `base_url` the address under which the site is reached, for links in feeds; `rate_limit` how much one client may
    ask of it, empty for no limit; `max_seconds` the time one document is given; `private_hosts` 1 to let a URL lead to
    private and loopback addresses; `proxies` how many proxies stand before the site and tell who asks.
    """

    database: str = ""
    gazetteer: str = ""
    home: str = "110000"
    max_bytes: int = 50_000_000
    base_url: str = "http://127.0.0.1:8000"
    rate_limit: str = "300 per minute"
    max_seconds: int = 60
    private_hosts: int = 0
    proxies: int = 0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the settings from environment variables; a number that is none raises ValueError naming its variable."""
        known: dict[str, str | int] = {}
        for each in fields(cls):
            variable = f"CALENDAR_APP_{each.name.upper()}"
            if variable in environment:
                known[each.name] = _typed(variable, environment[variable], type(each.default))
        return cls(**known)  # type: ignore[arg-type]  # each value has its default's type


def _typed(variable: str, text: str, kind: type) -> str | int:
    if kind is not int:
        return text
    if not text.isdecimal():
        raise ValueError(f"{variable} must be a whole number, not {text!r}")
    return int(text)
