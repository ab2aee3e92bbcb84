from __future__ import annotations

import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.clients.conftest import COUNT, Site, tool
from tests.events import DAY, NOW, page, source

if TYPE_CHECKING:
    from pathlib import Path


def _reload(folder: Path, url: str) -> int:
    """Have newsboat fetch the feed, and give how many items it has not shown yet."""
    (folder / "urls").write_text(f"{url}\n")
    (folder / "config").write_text("")
    files = ("-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config"))
    done = subprocess.run(
        [tool("newsboat"), *files, "-x", "reload", "print-unread"],
        capture_output=True,
        check=True,
        text=True,
        env={"HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )
    return int(done.stdout.split()[0])


@pytest.mark.parametrize("path", ["/feed.rss", "/feed.atom"])
def test_unchanged_feed_has_no_new_items(site: Site, tmp_path: Path, path: str) -> None:
    assert _reload(tmp_path, site.url + path) == COUNT
    assert _reload(tmp_path, site.url + path) == COUNT
    issued = NOW.date() + timedelta(days=1)
    fresh = replace(DAY, uid="fresh", title="新的讲座", sources=(source(issued=issued),))
    site.store.ingest(page(fresh, id_="fresh", issued=issued), NOW + timedelta(days=1))
    assert _reload(tmp_path, site.url + path) == COUNT + 1
