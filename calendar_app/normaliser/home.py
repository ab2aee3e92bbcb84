"""Tell where a paper is at home from its own name: 长春晚报 in Changchun, 昌平报 and 方庄邻里 in parts of Beijing."""

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
_COMMUNITY = re.compile(r"(?:邻里|家园|街坊|社区|之窗|之声)(?:报|周报|月报)?$")
"""What papers of a town are called."""
_LONGEST = 8
_CITIES = (Level.PROVINCE, Level.CITY)
_DISTRICT = 6
"""How many digits of a town's code are those of its district."""


def with_home(page: Page) -> Page:
    """Give a page its paper's home when it was not told: by the paper's name, else the home that is configured."""
    if page.home is not None:
        return page
    usual = Settings.from_environment().home
    return replace(page, home=home_of(page.publication or "", usual))


def home_of(publication: str, usual: str) -> str:
    """Find the adcode that a paper's name begins with; `usual` where it names none or several.

    Provinces and cities count everywhere, districts only in the usual home, its towns only for community papers:
    光明日报 and 解放日报 are not named after the districts of Shenzhen and Jiaozuo.
    """
    name = fold(publication).strip("《》 ")
    community = _COMMUNITY.search(name) is not None
    if not community and not _PAPER.search(name):
        return usual
    local = (Level.DISTRICT, Level.TOWNSHIP) if community else (Level.DISTRICT,)
    gazetteer = default()
    city = gazetteer.divisions.city(usual)
    for end in range(min(_LONGEST, len(name) - 1), 1, -1):
        meanings = gazetteer.names.meanings(name[:end])
        widest = next((codes for level in _CITIES if (codes := {m.code for m in meanings if m.level == level})), set())
        districts = {m.code[:_DISTRICT] for m in meanings if m.level in local}
        near = {code for code in districts if gazetteer.divisions.within(code, city)}
        if found := widest | near:
            return found.pop() if len(found) == 1 else usual
    return usual
