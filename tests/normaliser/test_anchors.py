from __future__ import annotations

from datetime import date

import pytest

from calendar_app.model import Anchor, Dateline
from calendar_app.normaliser.anchors import anchor_of, own_anchor

ISSUED = date(2023, 4, 28)


@pytest.mark.parametrize(
    ("month", "day", "anchor"),
    [
        (4, 27, Anchor(date(2023, 4, 27), "dateline")),
        (12, 31, Anchor(date(2022, 12, 31), "dateline")),
        (2, 30, Anchor(ISSUED)),
        (None, None, Anchor(ISSUED)),
    ],
)
def test_dateline_is_of_the_last_year_not_after_the_issue(month: int | None, day: int | None, anchor: Anchor) -> None:
    assert anchor_of(Dateline("本报讯", None, month, day), ISSUED) == anchor


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("新华社北京4月27日电（记者林晓）今天，博览会开幕。", date(2023, 4, 27)),
        ("本报武汉４月２７日讯　读书节今晚开幕。", date(2023, 4, 27)),
        ("今天，博览会开幕。", ISSUED),
        ("电影周今天开幕，4月27日电。", ISSUED),
    ],
)
def test_text_is_anchored_by_its_own_dateline(text: str, day: date) -> None:
    anchored = own_anchor(text, Anchor(ISSUED))
    assert anchored is not None
    assert anchored.day == day


def test_without_a_day_nothing_is_anchored() -> None:
    assert own_anchor("新华社北京4月27日电 今天", None) is None
