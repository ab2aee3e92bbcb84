"""Beijing's districts as a map, shaded by how much takes place there; a table beside it says the same."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from flask import Blueprint, request
from msgspec import Struct
from msgspec.structs import replace

from calendar_app.publishing.channel import address
from calendar_app.resources import folder
from calendar_app.store.districts import district
from calendar_app.store.selection import Selection
from calendar_app.web import edge
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, head, serve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response

blueprint = Blueprint("atlas", __name__)

CORE = frozenset({"110101", "110102"})
"""Districts that are too small for a label on the whole map: the inset has them."""

INNER = frozenset({"110105", "110106", "110107", "110108"})
"""Districts whose labels would touch on a narrow screen."""

SHADES = 5
INSET = (330, 535, 84, 84)
"""The part of the drawing that the inset enlarges: left, top, width, height."""

COORDINATES = re.compile(r"-?\d+(?:\.\d+)?")


class Shape(Struct, frozen=True, kw_only=True):
    """A district's outline, where its label stands, its number of events and the shade that tells it."""

    id: str
    href: str
    name: str
    words: str
    count: str
    shade: int
    path: str
    x: float
    y: float
    short: str
    labelled: bool
    crowded: bool
    inset: bool


class MapPage(Struct, frozen=True, kw_only=True):
    """What the map shows."""

    template: ClassVar[str] = "atlas/index.html"

    head: Head
    heading: str
    title: str
    view_box: str
    inset_box: str
    shapes: tuple[Shape, ...]
    source: str


class Outline(Struct, frozen=True):
    """A district as it is drawn."""

    adcode: str
    path: str
    label: tuple[float, float]


@blueprint.get("/map")
def page() -> Response:
    """Show the districts of the selection in the address."""
    selection = Selection.parse(request.args.to_dict(flat=False))
    return serve(lambda: map_page(selection))


def map_page(selection: Selection) -> MapPage:
    """Compose the map of a selection."""
    chosen = replace(selection, district=())
    width, height, source, outlines = _drawing()
    left, top, wide, high = INSET
    return MapPage(
        head=head(_("地图"), selection=chosen),
        heading=_("地图"),
        title=chosen.title(language()),
        view_box=f"0 0 {width:g} {height:g}",
        inset_box=f"{left} {top} {wide} {high}",
        shapes=_shapes(outlines, chosen, edge.district_counts(chosen)),
        source=source,
    )


def shade(count: int, most: int) -> int:
    """Give the step of shading for a number of events: 0 for none, then equal steps up to the most."""
    if not count:
        return 0
    return 1 + (count - 1) * SHADES // most


def _shapes(outlines: tuple[Outline, ...], chosen: Selection, counts: Mapping[str, int]) -> tuple[Shape, ...]:
    most = max(counts.values(), default=1)
    shapes = []
    for outline in outlines:
        found = district(outline.adcode)
        if found is None:
            continue
        count = counts.get(outline.adcode, 0)
        name = found.label(language())
        shapes.append(
            Shape(
                id=f"outline-{found.slug}",
                href=address(replace(chosen, district=(outline.adcode,))),
                name=name,
                words=_("%(name)s，%(count)s项活动", name=name, count=count),
                count=str(count),
                shade=shade(count, most),
                path=outline.path,
                x=outline.label[0],
                y=outline.label[1],
                short=name.removesuffix("区"),
                labelled=outline.adcode not in CORE,
                crowded=outline.adcode in INNER,
                inset=_reaches_inset(outline.path),
            )
        )
    return tuple(sorted(shapes, key=lambda each: (-int(each.count), each.id)))


@cache
def _drawing() -> tuple[float, float, str, tuple[Outline, ...]]:
    drawn = json.loads((folder("data") / "gazetteer" / "beijing_map.json").read_text(encoding="utf-8"))
    outlines = tuple(Outline(each["adcode"], each["path"], tuple(each["label"])) for each in drawn["districts"])
    return drawn["width"], drawn["height"], drawn["source"], outlines


@cache
def _reaches_inset(path: str) -> bool:
    numbers = [float(number) for number in COORDINATES.findall(path)]
    left, top, width, height = INSET
    across, down = numbers[::2], numbers[1::2]
    return min(across) < left + width and max(across) > left and min(down) < top + height and max(down) > top
