from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from calendar_app.store import Store
from calendar_app.store.selection import Selection
from tests.events import ISSUED

PAGES = 200
EVENTS_A_PAGE = 6
INGEST = """
import sys
from msgspec.structs import replace
from calendar_app.store import Store
from tests.events import EVENTS, NOW, page
with Store.open(sys.argv[1]) as store:
    for number in range(200):
        told = [replace(each, uid=f"{each.uid}-{number}", title=f"{number}·{each.title}") for each in EVENTS[:6]]
        store.ingest(page(*told, id_=f"page-{number}"), NOW)
        print(number, flush=True)
"""


def _start(url: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", INGEST, url], stdout=subprocess.PIPE, text=True)


def test_killed_ingest_leaves_whole_pages_and_can_be_run_again(database: str) -> None:
    with _start(database) as running:
        assert running.stdout is not None
        for _ in range(20):
            running.stdout.readline()
        time.sleep(0.005)  # into the middle of a page
        os.kill(running.pid, signal.SIGKILL)
    with Store.open(database) as store:
        counts = store.coverage()
    assert 20 <= counts.pages < PAGES
    assert (counts.reports, counts.events) == (counts.pages, counts.pages * EVENTS_A_PAGE)
    with _start(database) as running:
        assert running.communicate()[0].count("\n") == PAGES
    with Store.open(database) as store:
        counts = store.coverage()
        assert (counts.pages, counts.reports, counts.events) == (PAGES, PAGES, PAGES * EVENTS_A_PAGE)
        assert len(store.select(Selection(), ISSUED)) == PAGES * EVENTS_A_PAGE
        assert store.coverage() == counts
