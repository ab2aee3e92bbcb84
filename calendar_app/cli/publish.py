"""`calendar-app publish`: every feed and page as static files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.cli.ingest import now, open_store
from calendar_app.config import Settings

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Write the site into a folder; files that have not changed are left untouched."""
    from calendar_app.publishing.site import publish

    base_url = options.base_url or Settings.from_environment().base_url
    with open_store(options.database) as store:
        written = publish(store, Path(options.folder), base_url=base_url, today=now().date())
    print(written)
    return 0
