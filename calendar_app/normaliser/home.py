"""Tell where a paper is at home from its own name: 长春晚报 in Changchun, 昌平报 in Beijing's Changping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.config import Settings
from calendar_app.folding import fold
from calendar_app.model import Level
from calendar_app.normaliser.places.gazetteer import default

if TYPE_CHECKING:
    from calendar_app.model import Page

_PAPER = re.compile(r"[报刊讯]$|周末|周刊|新闻")
_LONGEST = 8
_CITIES = (Level.PROVINCE, Level.CITY)


def with_home(page: Page) -> Page:
    """Give a page its paper's home when it was not told: by the paper's name, else the home that is configured."""
    if page.home is not None:
        return page
    usual = Settings.from_environment().home
    return replace(page, home=home_of(page.publication or "", usual))


def home_of(publication: str, usual: str) -> str:
    """Find the adcode that a paper's name begins with; `usual` where it names none or several.

    Provinces and cities count everywhere, districts only in the usual home: 光明日报 and 解放日报 are not named
    after the districts of Shenzhen and Jiaozuo.
    """
    name = fold(publication).strip("《》 ")
    if not _PAPER.search(name):
        return usual
    gazetteer = default()
    city = gazetteer.divisions.city(usual)
    for end in range(min(_LONGEST, len(name) - 1), 1, -1):
        meanings = gazetteer.names.meanings(name[:end])
        widest = next((codes for level in _CITIES if (codes := {m.code for m in meanings if m.level == level})), set())
        near = {m.code for m in meanings if m.level == Level.DISTRICT and gazetteer.divisions.within(m.code, city)}
        if found := widest | near:
            return found.pop() if len(found) == 1 else usual
    return usual
