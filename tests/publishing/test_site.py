from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.publishing.site import Served, file_name, publish

if TYPE_CHECKING:
    from pathlib import Path

HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "media_type", "name"),
    [
        ("/", HTML, "index.html"),
        ("/districts/chaoyang", HTML, "districts/chaoyang.html"),
        ("/districts/chaoyang/calendar.ics", "text/calendar", "districts/chaoyang/calendar.ics"),
        ("/venues/%E5%9B%BE%E4%B9%A6%E9%A6%86", HTML, "venues/图书馆.html"),
        ("/venues/%2E%2E/x", HTML, None),
        ("/venues/" + "长" * 100, HTML, None),
        ("/venues/a%00b", HTML, None),
    ],
)
def test_file_is_named_by_its_address(address: str, media_type: str, name: str | None) -> None:
    assert file_name(address, media_type) == name


def test_links_are_followed_once_and_only_where_asked(tmp_path: Path) -> None:
    pages = {
        "/": '<a href="/kept/a">a</a> <a href="/kept/a?x=1">b</a> <a href="/left">c</a> <a href="//kept/d">d</a>',
        "/kept/a": '<a href="/kept/a">a</a><img src="/kept/gone"><a href="/">b</a>',
    }
    asked: list[str] = []

    def fetch(address: str) -> Served | None:
        asked.append(address)
        return Served(pages[address].encode(), HTML) if address in pages else None

    done = publish(fetch, ["/"], ["/kept/"], tmp_path)
    assert asked == ["/", "/kept/a", "/kept/gone"]
    assert (done.written, str(done)) == (2, "2 files written, 0 unchanged, 0 removed")
    assert (tmp_path / "kept" / "a.html").read_text() == pages["/kept/a"]
