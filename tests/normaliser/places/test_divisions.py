from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Division
from calendar_app.normaliser.places.divisions import Areas

if TYPE_CHECKING:
    from calendar_app.normaliser.places import Gazetteer

BEIJING = Division("110000", "北京市")


@pytest.mark.parametrize(
    ("code", "areas"),
    [
        ("110105", Areas(Division("110105", "朝阳区"), BEIJING, BEIJING)),
        ("110111002001", Areas(Division("110111", "房山区"), BEIJING, BEIJING)),
        ("110000", Areas(None, BEIJING, BEIJING)),
        ("220104", Areas(Division("220104", "朝阳区"), Division("220100", "长春市"), Division("220000", "吉林省"))),
        ("220100", Areas(None, Division("220100", "长春市"), Division("220000", "吉林省"))),
        ("220000", Areas(None, None, Division("220000", "吉林省"))),
        ("999999", Areas(None, None, None)),
    ],
)
def test_areas_of_code(small: Gazetteer, code: str, areas: Areas) -> None:
    assert small.divisions.areas(code) == areas


@pytest.mark.parametrize(
    ("code", "area", "inside"),
    [
        ("110105", "110000", True),
        ("110105", "110105", True),
        ("110105001", "110105", True),
        ("220104", "220100", True),
        ("220104", "220000", True),
        ("220104", "110000", False),
        ("220100", "220104", False),
        ("320302", "320100", False),
    ],
)
def test_within(small: Gazetteer, code: str, area: str, inside: bool) -> None:
    assert small.divisions.within(code, area) is inside
