import pytest
from msgspec.structs import replace

from calendar_app.normaliser.home import home_of, with_home
from calendar_app.normaliser.stages import normalise_page
from calendar_app.reading.given import Given
from calendar_app.reading.masthead import make_page

PAGE = make_page("长春晚报 2024年8月9日\n\n社区乐享夏夜\n\n昨天，合唱音乐会在朝阳区举行。\n", Given(name="page.txt"))


@pytest.mark.parametrize(
    ("publication", "home"),
    [
        ("长春晚报", "220100"),
        ("《长春日报》", "220100"),
        ("广州日报", "440100"),
        ("北京日报", "110000"),
        ("上海新闻", "310000"),
        ("吉林日报", "220000"),  # the province before its city
        ("昌平报", "110114"),
        ("方庄邻里", "110106"),
        ("望京家园", "110105"),
        ("朝阳报", "110000"),  # a district at home, a city in Liaoning
        ("光明日报", "110000"),  # no paper of Shenzhen's 光明区
        ("解放日报", "110000"),
        ("人民日报", "110000"),
        ("长春", "110000"),
        ("", "110000"),
    ],
)
def test_paper_is_at_home_where_its_name_says(publication: str, home: str) -> None:
    assert home_of(publication, "110000") == home


def test_what_is_told_of_the_home_stands() -> None:
    assert with_home(replace(PAGE, home="110000")).home == "110000"


def test_home_decides_between_like_named_districts() -> None:
    (report,) = normalise_page(PAGE).reports
    assert [division.adcode for division in report.events[0].where.districts] == ["220104"]
