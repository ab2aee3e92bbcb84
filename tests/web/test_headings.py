from __future__ import annotations

from datetime import date

import pytest

from calendar_app.model import Kind
from calendar_app.store.selection import Selection
from calendar_app.web.headings import heading

DAY, LATER = date(2024, 9, 14), date(2024, 10, 7)


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "日程"),
        (Selection(past=36_500), "日程"),
        (Selection(first=DAY, last=DAY), "2024年9月14日"),
        (Selection(first=DAY, last=LATER), "2024年9月14日至10月7日"),
        (Selection(first=DAY), "2024年9月14日起"),
        (Selection(last=LATER), "至2024年10月7日"),
        (Selection(district=("110115",)), "大兴区"),
        (Selection(district=("110115",), first=DAY, last=DAY), "2024年9月14日 · 大兴区"),
        (Selection(district=("110115",), kind=(Kind.LECTURE,)), "大兴区的讲座"),
        (Selection(q="职工", last=LATER), "至2024年10月7日 · 活动日历（含“职工”）"),
    ],
)
def test_heading_names_the_selection(selection: Selection, words: str) -> None:
    assert heading(selection) == words
