"""`calendar-app publish`: every feed and page as static files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.cli.ingest import now, open_store
from calendar_app.config import Settings, default_database

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Write the site into a folder; files that have not changed are left untouched."""
    from calendar_app.web.export import export

    settings = Settings.from_environment()
    database = options.database or settings.database or default_database()
    open_store(database).close()  # makes it where needed, so that a wrong address fails here
    base_url = (options.base_url or settings.base_url).rstrip("/")
    print(export(replace(settings, database=database, base_url=base_url), Path(options.folder), now().date()))
    return 0
