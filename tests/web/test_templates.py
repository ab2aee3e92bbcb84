"""A template uses what its context declares, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import meta, nodes

from calendar_app.resources import folder
from calendar_app.web.about import AboutPage
from calendar_app.web.agenda import AgendaPage
from calendar_app.web.announced import AnnouncedPage
from calendar_app.web.atlas import MapPage
from calendar_app.web.embed import EmbedPage
from calendar_app.web.errors import ErrorPage
from calendar_app.web.event import EventPage
from calendar_app.web.month import MonthPage
from calendar_app.web.subscribe import SubscribePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from msgspec import Struct

CONTEXTS = (AboutPage, AgendaPage, AnnouncedPage, EmbedPage, ErrorPage, EventPage, MapPage, MonthPage, SubscribePage)
GLOBALS = {"_", "gettext", "url_for"}


def templates() -> list[str]:
    home = folder("templates")
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*.html"))


def parse(app: Flask, name: str) -> nodes.Template:
    return app.jinja_env.parse((folder("templates") / name).read_text(encoding="utf-8"))


def family(app: Flask, name: str) -> Iterator[str]:
    """Give a template and all that it extends or includes."""
    yield name
    for other in meta.find_referenced_templates(parse(app, name)):
        assert other is not None, f"{name} chooses a template at run time"
        yield from family(app, other)


def loop_names(app: Flask, name: str) -> set[str]:
    return {
        target.name
        for loop in parse(app, name).find_all(nodes.For)
        for target in [loop.target, *loop.target.find_all(nodes.Name)]
        if isinstance(target, nodes.Name)
    }


@pytest.mark.parametrize("context", CONTEXTS)
def test_template_uses_only_what_its_context_declares(app: Flask, context: type[Struct]) -> None:
    names = list(family(app, context.template))  # type: ignore[attr-defined]  # every context names its template
    used = set().union(*(meta.find_undeclared_variables(parse(app, name)) for name in names))
    loops = set().union(*(loop_names(app, name) for name in names))
    declared = set(context.__struct_fields__)
    assert used - GLOBALS - loops - declared == set()


@pytest.mark.parametrize("context", CONTEXTS)
def test_context_declares_only_what_its_template_uses(app: Flask, context: type[Struct]) -> None:
    names = list(family(app, context.template))  # type: ignore[attr-defined]  # every context names its template
    used = set().union(*(meta.find_undeclared_variables(parse(app, name)) for name in names))
    assert set(context.__struct_fields__) - used == set()


@pytest.mark.parametrize("name", templates())
def test_template_has_no_logic_beyond_loop_and_if(app: Flask, name: str) -> None:
    forbidden = (nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.Filter, nodes.CallBlock, nodes.Import)
    assert [type(each).__name__ for each in parse(app, name).find_all(forbidden)] == []


@pytest.mark.parametrize("name", templates())
def test_template_has_no_inline_script_or_style(name: str) -> None:
    text = (folder("templates") / name).read_text(encoding="utf-8")
    assert "<style" not in text
    assert " style=" not in text
    assert " on" not in text.replace(" on ", " ")
    assert text.count("<script") == text.count('<script type="application/ld+json">') + text.count('<script src="')


@pytest.mark.parametrize("name", templates())
def test_piece_includes_no_piece(app: Flask, name: str) -> None:
    if name.rpartition("/")[2].startswith("_"):
        assert list(meta.find_referenced_templates(parse(app, name))) == []


def test_every_page_template_has_a_context() -> None:
    pages = {name for name in templates() if "/" in name and not name.rpartition("/")[2].startswith("_")}
    assert pages == {context.template for context in CONTEXTS}
