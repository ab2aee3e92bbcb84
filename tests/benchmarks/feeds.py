"""Measure feeds: `python -m tests.benchmarks.feeds [EVENTS…]` prints a table, a row for each number of events.

Cold: the process has just started, the pieces are in the store. Warm: asked again. 304: asked with the tag. All in the
application, without a network; the median of several requests, in milliseconds.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace
from sqlalchemy import insert

from calendar_app.config import Settings
from calendar_app.model import Division, Event, Form
from calendar_app.publishing.pieces import renderers
from calendar_app.store import Store
from calendar_app.store.codec import to_json
from calendar_app.store.connecting import connect, writing
from calendar_app.store.districts import districts
from calendar_app.store.merging import stamped
from calendar_app.store.querying import columns_of
from calendar_app.store.selection import Selection
from calendar_app.store.tables import event_districts, events
from calendar_app.web import create_app
from tests.events import DAY, MOMENT, NOW, SPAN, page, when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask.testing import FlaskClient

TODAY = date(2024, 9, 12)
A_DAY = 30
"""How many events a day of the made-up archive has."""


def made_up(count: int) -> Iterator[Event]:
    """Make events over as many days as they need, ending a fortnight after today, turn by turn in every district."""
    places = [Division(each.adcode, each.name) for each in districts()]
    last = TODAY + timedelta(days=14)
    for number in range(count):
        day = last - timedelta(days=number // A_DAY)
        kind = (DAY, MOMENT, SPAN)[number % 3]
        told = replace(
            kind,
            uid=f"made-up-{number}",
            title=f"{number}号·{kind.title}",
            when=when(Form.DAY, day.isoformat(), day, day),
            where=replace(kind.where, districts=(places[number % len(places)],)),
            sources=(replace(kind.sources[0], issued=min(day, TODAY)),),
        )
        yield stamped(None, told, NOW)


def milliseconds(ask: Callable[[], object], times: int) -> float:
    """Give the median time of a call."""
    taken = []
    for _ in range(times):
        begin = perf_counter()
        ask()
        taken.append(perf_counter() - begin)
    return 1000 * median(taken)


def measure(count: int, folder: Path) -> None:
    """Make a store of so many events and print a row."""
    settings = Settings(database=f"sqlite:///{folder / f'{count}.sqlite3'}", rate_limit="")
    begin = perf_counter()
    with Store.open(settings.database, renderers(settings.base_url)) as store:
        store.ingest(page(), NOW)
    fill(settings.database, made_up(count))
    filled = perf_counter() - begin
    everything = Selection(past=36_500).query()
    row = [f"{count:>9,}", f"{1000 * filled / count:8.2f}"]
    for address in (f"/calendar.ics?{everything}", "/calendar.ics", "/districts/chaoyang/calendar.ics", "/feed.rss"):
        if address.endswith(everything) and count > 20_000:
            row += ["       –"] * 3
            continue
        row += [f"{each:8.2f}" for each in _feed(settings, address)]
    print(*row, flush=True)


def fill(url: str, made: Iterator[Event]) -> None:
    """Write events straight into the tables: merging a million would take an hour."""
    engine = connect(url)
    with writing(engine) as connection:
        while batch := list(islice(made, 10_000)):
            rows = [columns_of(each) | {"document": to_json(each), "recorded": NOW.isoformat()} for each in batch]
            connection.execute(insert(events), rows)
            there = [
                {"adcode": each.where.districts[0].adcode, "ends": row["ends"], "event_uid": each.uid}
                for each, row in zip(batch, rows, strict=True)
            ]
            connection.execute(insert(event_districts), there)
    engine.dispose()


def _client(settings: Settings) -> FlaskClient:
    return create_app(settings, today=TODAY).test_client()


def _feed(settings: Settings, address: str) -> tuple[float, float, float]:
    _client(settings).get(address)  # renders what has no piece yet
    cold = []
    for _ in range(3):
        client = _client(settings)
        client.get("/healthz")
        cold.append(milliseconds(partial(client.get, address), 1))
    tag = client.get(address).headers["ETag"]
    return (
        median(cold),
        milliseconds(partial(client.get, address), 200),
        milliseconds(partial(client.get, address, headers={"If-None-Match": tag}), 200),
    )


def main() -> None:
    """Print the table."""
    print("   events  fill/ev | everything: cold, warm, 304 | 90 days … | a district … | rss …")
    with tempfile.TemporaryDirectory() as folder:
        for count in [int(each) for each in sys.argv[1:]] or [1_000, 10_000]:
            measure(count, Path(folder))


if __name__ == "__main__":
    main()
