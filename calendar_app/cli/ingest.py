"""`calendar-app ingest`: pages into the store, each in one transaction."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.config import Settings, default_database
from calendar_app.model import BEIJING_TIME, InputError
from calendar_app.normaliser.stages import normalise_page

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Page
    from calendar_app.store import Brake, Ingested, MassChange, Store

SQLITE = "sqlite:///"


def run(options: Namespace) -> int:
    """Read every page named into the store, and sum up what came of it."""
    from calendar_app.cli.pages import pages_of

    moment = now()
    with open_store(options.database) as store:
        brake = None if options.yes else store.brake(moment.date())
        total, bad = ingest(store, _progress(pages_of(options)), moment, brake)
    print(summary(total))
    for problem in bad:
        print(f"calendar-app: {problem}", file=sys.stderr)
    return 1 if bad else 0


def ingest(
    store: Store, pages: Iterable[Page | InputError], moment: datetime, brake: Brake | None = None
) -> tuple[Ingested, list[InputError]]:
    """Write pages into a store as they come; give the counts and what could not be read.

    A page at which the brake stops ends the run, unless a person says to go on.
    """
    from calendar_app.cli.pages import faults
    from calendar_app.store import Ingested, MassChange

    total = Ingested()
    bad: list[InputError] = []
    for page in pages:
        if isinstance(page, InputError):
            bad.append(page)
            continue
        read = normalise_page(page)
        try:
            total += store.ingest(read, moment, brake)
        except MassChange as change:
            if not _goes_on(change):
                bad.append(InputError(change.page, f"{_lost(change)}; the run stopped here. Use --yes to go on"))
                break
            brake = None
            total += store.ingest(read, moment)
        bad.extend(faults(read))
    return total, bad


def _goes_on(change: MassChange) -> bool:
    """Ask whether to go on, where there is somebody to ask."""
    if not sys.stdin.isatty():
        return False
    return input(f"{change.page}: {_lost(change)}. Go on? [y/N] ").strip().lower() in ("y", "yes")


def _lost(change: MassChange) -> str:
    return f"with it, {change.lost} of {change.coming} coming events would be cancelled or withdrawn"


def open_store(database: str | None) -> Store:
    """Open the database that is named, set, or the user's own; its folder is made where needed."""
    from calendar_app.publishing.pieces import renderers
    from calendar_app.store import Store

    settings = Settings.from_environment()
    url = database or settings.database or default_database()
    if url.startswith(SQLITE) and url != SQLITE and ":memory:" not in url:
        Path(url.removeprefix(SQLITE)).parent.mkdir(parents=True, exist_ok=True)
    return Store.open(url, renderers(settings.base_url))


def summary(total: Ingested) -> str:
    """Tell what was read and what came of it."""
    return (
        f"{total.pages} pages, {total.reports} reports: {total.added} events added, {total.changed} changed, "
        f"{total.unchanged} unchanged; {total.reviews} to review"
    )


def now() -> datetime:
    """Give the moment of this run, in Beijing time, to the second."""
    return datetime.now(BEIJING_TIME).replace(microsecond=0)


def _progress(pages: Iterable[Page | InputError]) -> Iterator[Page | InputError]:
    """Show how many pages were read, on a terminal only."""
    from tqdm import tqdm

    yield from tqdm(pages, unit=" pages", disable=not sys.stderr.isatty())
