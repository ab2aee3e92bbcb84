"""`calendar-app demo`: the sample pages in a database of their own, served."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from calendar_app.cli.ingest import ingest, now, open_store, summary
from calendar_app.cli.serve import serve
from calendar_app.config import Settings
from calendar_app.reading import read
from calendar_app.resources import folder

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Load the sample pages and serve them until interrupted; the database goes with the process."""
    settings = Settings.from_environment()
    with TemporaryDirectory(prefix="calendar-app-") as place:
        database = f"sqlite:///{place}/demo.sqlite3"
        with open_store(database) as store:
            total, _ = ingest(store, read(folder("data") / "pages", settings=settings), now())
        print(f"Sample pages read: {summary(total)}.")
        return serve(database, options.host, options.port)
