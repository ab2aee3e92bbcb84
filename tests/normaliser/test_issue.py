from datetime import date

import pytest

from calendar_app.model import Page
from calendar_app.normaliser.issue import with_issue_date


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("“五一”前夕，工会表彰2023年劳动模范。", date(2023, 4, 30)),
        ("“三八”国际劳动妇女节来临之际，讲座开讲。回顾2021年……", date(2021, 3, 7)),
        ("2023年重阳节前夕，老人们相聚。", None),  # the festival's own year may be history
        ("“五一”前夕，工会慰问职工。", None),  # no year
        ("2023年，展览开幕。", None),  # no festival
        ("“五一”前夕备展，“六一”前夕开展，2023年。", None),  # two festivals disagree
    ],
)
def test_issue_date_is_inferred_from_year_and_festival(text: str, issued: date | None) -> None:
    page = with_issue_date(Page(id="p", text=text))
    assert (page.issued, page.issued_from) == (issued, "inferred" if issued else None)


def test_known_issue_date_is_kept() -> None:
    page = Page(id="p", text="“五一”前夕，2023年。", issued=date(2020, 1, 1), issued_from="masthead")
    assert with_issue_date(page) == page
