"""How reports go on about what they told of: its run, its new date, its next stop; FRIDAY is the day of publication."""

from datetime import date

import pytest

from calendar_app.model import Page, Status
from calendar_app.normaliser.stages import normalise_page

FRIDAY = date(2024, 5, 10)


def told(text: str) -> list[tuple[str, str, Status]]:
    page = Page(id="page.txt", text=f"标题一行字\n\n　　本报讯（记者 闻溪）{text}\n", issued=FRIDAY, home="110000")
    return [(each.title, each.when.edtf, each.status) for each in normalise_page(page).events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # what is under way, with the day on which it opened
            "第二十届月季节正在天坛公园举行。本届月季节4月26日拉开帷幕，5月28日结束。",
            [("第二十届月季节", "2024-04-26/2024-05-28", Status.ONGOING)],
        ),
        (  # a ceremony, and the run of what it opens
            "5月18日上午9点，“书香满城”全民读书月启动仪式将在首都图书馆举行。读书月从启动之日起持续一个月。",
            [
                ("“书香满城”全民读书月启动仪式", "2024-05-18T09:00:00+08:00", Status.UPCOMING),
                ("“书香满城”全民读书月", "2024-05-18/2024-06-17", Status.UPCOMING),
            ],
        ),
        (  # the new date of what is put off, told without its name
            "原定于5月11日举行的第六届邻里节趣味运动会，因场地翻修推迟。新的时间初步定在6月15日。",
            [("第六届邻里节趣味运动会", "2024-06-15", Status.POSTPONED)],
        ),
        (  # a duty's length is not the activity's
            "5月8日，居民参加“添抹绿”树木认养活动。根据约定，居民每个季度来除草一次，为期一年。",
            [("“添抹绿”树木认养活动", "2024-05-08", Status.PAST)],
        ),
        (  # a visit that was paid before a festival still some weeks off
            "端午节来临之际，区总工会一行来到环卫所，看望慰问一线工人。",
            [("区总工会看望慰问一线工人", "[2024-05-03..2024-05-10]", Status.PAST)],
        ),
        (
            "昨天下午，“大国工匠进车间”宣讲活动走进首钢园。宣讲团下一站将于5月下旬走进密云区的企业。",
            [
                ("“大国工匠进车间”宣讲活动", "2024-05-09", Status.PAST),
                ("“大国工匠进车间”宣讲活动（下一场）", "[2024-05-21..2024-05-31]", Status.UPCOMING),
            ],
        ),
    ],
)
def test_report_goes_on(text: str, events: list[tuple[str, str, Status]]) -> None:
    assert told(text) == events
