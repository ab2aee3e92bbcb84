from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.store.selection import Selection
from calendar_app.web.atlas import map_page, shade

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("count", "most", "step"), [(0, 9, 0), (1, 1, 1), (1, 9, 1), (2, 9, 1), (5, 9, 3), (9, 9, 5), (100, 100, 5)]
)
def test_shade_rises_with_the_count(count: int, most: int, step: int) -> None:
    assert shade(count, most) == step


def test_map_has_every_district_fullest_first(app: Flask) -> None:
    with app.test_request_context():
        shapes = map_page(Selection()).shapes
    assert len(shapes) == 16
    assert [(shape.name, shape.count) for shape in shapes[:4]] == [
        ("朝阳区", "12"),
        ("大兴区", "4"),
        ("延庆区", "2"),
        ("昌平区", "0"),
    ]
    assert {shape.name for shape in shapes if not shape.labelled} == {"东城区", "西城区"}
    assert {"东城区", "西城区"} <= {shape.name for shape in shapes if shape.inset}


def test_map_says_the_same_as_its_table(client: FlaskClient) -> None:
    text = client.get("/map").text
    assert 'aria-label="朝阳区，12项活动"' in text
    assert '<a href="/districts/chaoyang">朝阳区</a></th><td>12</td>' in text
    assert "Apache-2.0" in text
