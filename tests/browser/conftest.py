"""The application on a free port of this machine, and Debian's Chromium to open it with."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from calendar_app.config import Settings
from calendar_app.web import create_app
from tests.events import ISSUED, NOW, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
OUTPUT = HERE.parent / "output"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-features=LocalNetworkAccessChecks",  # a made-up site frames this one, which is on the loopback
)
WIDTHS = {"phone": 360, "desk": 1280}
SCHEMES = ("light", "dark")

ADDRESSES = {
    "agenda": "/",
    "agenda-of-a-district": "/districts/daxing",
    "agenda-filtered": "/?q=职工&precision=day",
    "agenda-empty": "/?q=没有这样的词",
    "agenda-english": "/?lang=en",
    "event": "/events/moment",
    "event-english": "/events/moment?lang=en",
    "event-uncertain": "/events/past-window",
    "event-cancelled": "/events/cancelled",
    "event-hostile": "/events/hostile",
    "announced": "/announced",
    "map": "/map",
    "subscribe": "/subscribe?district=daxing",
    "about": "/about",
    "embed": "/embed?district=chaoyang",
    "venue": "/venues/朝阳区文化馆",
    "month": "/month/2024-09",
    "not-found": "/districts/atlantis",
    "bad-request": "/?kind=picnic",
}
"""Every kind of page, by the name of its screenshot."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample events as on the day that they were printed, and give the site's address."""
    database = tmp_path_factory.mktemp("store") / "calendar.sqlite3"
    port = free_port()
    settings = Settings(database=f"sqlite:///{database}", rate_limit="", base_url=f"http://127.0.0.1:{port}")
    app = create_app(settings, today=ISSUED)
    app.extensions["store"].ingest(PAGE, NOW)
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield settings.base_url
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["store"].close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open Chromium without a window."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("these tests need Chromium: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab on a desk; whatever the page complains of on its console fails the test."""
    context = browser.new_context(viewport={"width": WIDTHS["desk"], "height": 900}, locale="zh-CN")
    context.set_default_timeout(5_000)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    context.close()
    assert complaints == []


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def node_module(name: str) -> Path:
    """Find a package beside these tests; npm installs what package-lock.json names, the first time."""
    found = HERE / "node_modules" / name
    if not found.exists():
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=HERE, check=True)
    return found
