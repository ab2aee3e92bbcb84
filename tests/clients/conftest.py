"""A site of 300 events of every form, served over HTTP to clients that nobody here wrote."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from werkzeug.serving import make_server

from calendar_app.config import Settings
from calendar_app.web import create_app
from tests.events import EVENTS, ISSUED, NOW, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.model import Event
    from calendar_app.store import Store

HERE = Path(__file__).parent
COUNT = 300


class Site(Struct, frozen=True):
    """A running site: its address, its store, and the events in it by UID."""

    url: str
    store: Store
    events: dict[str, Event]


def many() -> tuple[Event, ...]:
    """Make 300 events out of the fixture's, each with its own number in its title."""
    return tuple(
        replace(each, uid=f"{each.uid}-{number}", title=f"{number}号·{each.title}")
        for number in range(COUNT)
        for each in (EVENTS[number % len(EVENTS)],)
    )


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    server = make_server("127.0.0.1", 0, lambda *_: [b""], threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    settings = Settings(database=f"sqlite:///{tmp_path / 'calendar.sqlite3'}", base_url=url, rate_limit="")
    app = create_app(settings, today=ISSUED)
    server.app = app
    store: Store = app.extensions["store"]
    events = many()
    store.ingest(page(*events), NOW)
    running = Thread(target=server.serve_forever)
    running.start()
    yield Site(url, store, {each.uid: each for each in events})
    server.shutdown()
    running.join()
    server.server_close()
    store.close()


def tool(name: str) -> str:
    """Find a client's program; without it, its tests have nothing to say."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def node(script: str, content: bytes) -> Any:  # noqa: ANN401  what a script prints
    """Give content to one of the scripts beside this file, and read the JSON that it prints."""
    if not (HERE / "node_modules").is_dir():
        pytest.skip("npm install has not been run in tests/clients")
    environment = os.environ | {"TZ": "UTC"}
    done = subprocess.run(
        [tool("node"), str(HERE / script)], input=content, capture_output=True, check=True, env=environment
    )
    return json.loads(done.stdout)
