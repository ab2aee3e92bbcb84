from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.config import Settings
from calendar_app.publishing.checks import check
from calendar_app.publishing.pieces import renderers
from calendar_app.store import Store
from calendar_app.web.export import export
from tests.events import DAY, EVENTS, ISSUED, MOMENT, NOW, page

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(database=f"sqlite:///{tmp_path / 'calendar.sqlite3'}", base_url="https://calendar.example")
    _ingest(made, page(*EVENTS))
    return made


def _ingest(settings: Settings, told: object) -> None:
    with Store.open(settings.database, renderers(settings.base_url)) as store:
        store.ingest(told, NOW)  # type: ignore[arg-type]  # a read page, from tests/events.py


def test_site_is_written_under_the_names_that_serve_it(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    done = export(settings, folder, ISSUED)
    names = {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}
    assert done.written == len(names) - 1
    assert {
        "index.html",
        "calendar.ics",
        "feed.rss",
        "districts/chaoyang.html",
        "districts/chaoyang/calendar.ics",
        "archive/2024-09.atom",
        "events/day.html",
        "events/day.ics",
        "month/2024-09.html",
        "static/style.css",
        "robots.txt",
        "sitemap.xml",
        "feeds.opml",
    } <= names
    for name in ("calendar.ics", "feed.rss", "feed.atom", "feed.json", "changes.atom"):
        assert check((folder / name).read_bytes()) == ()


def test_second_run_touches_only_what_has_changed(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = export(settings, folder, ISSUED)
    stamps = {each: each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()}
    (folder / "own.txt").write_text("not ours")
    again = export(settings, folder, ISSUED)
    assert (again.written, again.unchanged, again.removed) == (0, first.written, 0)
    assert {each: each.stat().st_mtime_ns for each in stamps} == stamps
    _ingest(settings, page(DAY))
    last = export(settings, folder, ISSUED)
    assert last.removed >= 3 * (len(EVENTS) - 1)
    assert not (folder / f"events/{MOMENT.uid}.ics").exists()
    assert (folder / f"events/{DAY.uid}.ics").stat().st_mtime_ns == stamps[folder / f"events/{DAY.uid}.ics"]
    assert (folder / "own.txt").read_text() == "not ours"
