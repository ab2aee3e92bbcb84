from __future__ import annotations

import os
import subprocess
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form, Status
from calendar_app.publishing.wording import summary
from calendar_app.store.days import occurrences
from tests.clients.conftest import Site, tool
from tests.events import NOW, moved, page

if TYPE_CHECKING:
    from pathlib import Path

    from calendar_app.model import Event

VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair site]
a = "remote"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage remote]
type = "http"
url = "{url}/calendar.ics"
[storage local]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[site]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = Asia/Shanghai
local_timezone = Asia/Shanghai
"""


def _synchronise(site: Site, folder: Path) -> None:
    config = folder / "vdirsyncer"
    if not config.exists():
        (folder / "calendar").mkdir()
        config.write_text(VDIRSYNCER.format(folder=folder, url=site.url))
        _run("vdirsyncer", "-c", str(config), "discover")
    _run("vdirsyncer", "-c", str(config), "sync")


def _listed(folder: Path) -> Counter[tuple[str, str]]:
    """Give what khal shows: each day and title, and how often."""
    config = folder / "khal.conf"
    config.write_text(KHAL.format(folder=folder))
    shown = _run(
        *("khal", "-c", str(config), "list", "2024-09-01", "2024-12-31"),
        *("--format", "{start-date}|{title}", "--day-format", ""),
    )
    return Counter((day, title) for line in shown.splitlines() if "|" in line for day, title in (line.split("|", 1),))


def _run(name: str, *arguments: str) -> str:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run(
        [tool(name), *arguments], capture_output=True, check=False, env=environment, text=True, input="y\n" * 9
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _kept(folder: Path) -> dict[str, list[str]]:
    """Give what the subscriber keeps, by the event's address: vdirsyncer's http storage makes UIDs of its own."""
    kept: dict[str, list[str]] = {}
    for path in sorted((folder / "calendar").iterdir()):
        text = path.read_text()
        kept.setdefault(
            text.partition("BEGIN:VEVENT")[2].partition("\nURL:")[2].partition("\n")[0].strip().rpartition("/")[2], []
        ).append(text)
    return kept


def test_subscriber_sees_every_event_once_and_changes_as_changes(site: Site, tmp_path: Path) -> None:
    _synchronise(site, tmp_path)
    first = _listed(tmp_path)
    for event in site.events.values():
        if event.when.form in (Form.DAY, Form.WINDOW, Form.SEVERAL) and "\x00" not in event.title:
            for day in occurrences(event):
                assert first[day.isoformat(), summary(event)] == 1, event.uid
    before = _kept(tmp_path)

    known = list(site.events.values())
    gone, put_off, renamed, called_off = known[0], known[18], known[36], known[54]
    changed: dict[str, Event] = {
        put_off.uid: moved(put_off, date(2024, 10, 20)),
        renamed.uid: replace(renamed, title=f"更名：{renamed.title}"),
        called_off.uid: replace(called_off, status=Status.CANCELLED),
    }
    told = tuple(changed.get(each.uid, each) for each in known if each is not gone)
    site.store.ingest(page(*told), NOW + timedelta(days=1))
    _synchronise(site, tmp_path)
    after = _kept(tmp_path)
    touched = {uid for uid in before.keys() | after.keys() if before.get(uid) != after.get(uid)}
    assert touched == {gone.uid, *changed}
    assert before.keys() - after.keys() == {gone.uid}
    second = _listed(tmp_path)
    expected = first.copy()
    for event in (gone, put_off, renamed, called_off):
        del expected["2024-09-17", summary(event)]
    expected["2024-10-20", summary(put_off)] = 1
    expected["2024-09-17", summary(changed[renamed.uid])] = 1
    expected["2024-09-17", summary(changed[called_off.uid])] = 1
    assert second == expected
    _synchronise(site, tmp_path)
    assert _kept(tmp_path) == after
