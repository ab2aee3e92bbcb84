"""Publication, issue date and page number, from wherever a page says them."""

from datetime import date

import pytest

from calendar_app.model import Found, Page
from calendar_app.reading.given import Given
from calendar_app.reading.masthead import make_page

REPORT = "\n\n山脚下办起书市\n\n本报讯（记者 林晓）4月2日，山脚书市开张，摊位40个。\n"


def said(page: Page) -> tuple[str | None, str | None, str | None, str | None]:
    issued = page.issued.isoformat() if page.issued else None
    return page.publication, issued, page.issued_from, page.number


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("京郊晚报\n2024年5月31日 星期五 A06版 城事", ("京郊晚报", "2024-05-31", "masthead", "A06")),
        ("京郊晚报　2024年5月31日　星期五　第02版：要闻", ("京郊晚报", "2024-05-31", "masthead", "02")),
        ("京郊晚报　２０２４年５月３１日　星期五　４版", ("京郊晚报", "2024-05-31", "masthead", "4")),
        ("西山周刊　总第87期\n2026.3.20 星期五 | 2版 基层", ("西山周刊", "2026-03-20", "masthead", "2")),
        ("西山週報　第八七期\n二〇二二年九月八日　星期四", ("西山週報", "2022-09-08", "masthead", None)),
        ("西山周报 二零二六年二月十一日 星期三", ("西山周报", "2026-02-11", "masthead", None)),
        ("西山周报 二〇二六年十二月廿八日 星期一", ("西山周报", "2026-12-28", "masthead", None)),
        ("《京郊晚报》(2023年10月25日 02版)", ("京郊晚报", "2023-10-25", "masthead", "02")),
        ("《 京郊晚报 》( 2023年05月01日 第 01 版)", ("京郊晚报", "2023-05-01", "masthead", "01")),
        ("2023-05-12 09:42:44 来源: 京郊晚报", ("京郊晚报", "2023-05-12", "masthead", None)),
        ("首页 > 新闻\n2016-10-31 09:28:27.0", (None, "2016-10-31", "masthead", None)),
        ("3上一篇  下一篇4 2025年5月23日 放大 缩小 默认", (None, "2025-05-23", "navigation", None)),
        (
            "第03版:工会\n3上一版  下一版4\n版面导航\n3上一期  下一期4 2025年5月23日",
            (None, "2025-05-23", "navigation", "03"),
        ),
        ("西山周讯\n2027年第9期(总第311期)　3月12日出版　星期五", ("西山周讯", "2027-03-12", "masthead", None)),
        ("西山早报　2018年12月27日　星期四　3上一期　下一期4", ("西山早报", "2018-12-27", "navigation", None)),
        ("http://epaper.example.com/content/2025-05/23/content_1.htm", (None, "2025-05-23", "url", None)),
        ("发布时间: 2025-10-30", (None, "2025-10-30", "masthead", None)),
        ("京郊晚报 2024年2月30日 星期五", ("京郊晚报", None, None, None)),
        ("版面:07: 人物\n日期:10-21", (None, None, None, None)),
        ("西山脚下　社区里的那些事\n（总第37期）", ("西山脚下", None, None, None)),
        ("", (None, None, None, None)),
    ],
)
def test_make_page_head(head: str, expected: tuple[str | None, ...]) -> None:
    page = make_page(head + REPORT, Given(name="page"))
    assert (page.publication, page.issued and page.issued.isoformat(), page.issued_from) == expected[:3]


@pytest.mark.parametrize(
    "line",
    [
        "西山日报 | 2024.05.31 | 星期五 | A06",
        "A06 城事 2024年5月31日 星期五 编辑/林晓 西山日报",
        "西山日报 二零二四年五月三十一日",
        "西山日报 2024/05/31 星期五 第3版",
        "星期五 2024年5月31日 西山日报",
        "西山日报 第12345期 2024年5月31日",
        "西山日报 今日16版 2024年5月31日 星期五",
        "来源：西山日报 2024-05-31 08:00",
        "2024年05月31日08:15 | 来源：西山日报",
        "西山日报/2024年/5月/31日/第003版",
        "西山日报 二〇二四年五月卅一日　星期五",
        "西山日报 > 2024年05月31日 > 第06版",
        "20240531 西山日报 A06",
        "西山日报2024年5月31日 星期五 农历甲辰年四月廿四",
        "《西山日报》2024年5月31日",
    ],
)
def test_make_page_masthead_in_any_order(line: str) -> None:
    assert said(make_page(line + REPORT, Given(name="page")))[:3] == ("西山日报", "2024-05-31", "masthead")


@pytest.mark.parametrize(
    "line",
    [
        "活动时间：2024年6月1日 9:00",
        "时间：2024年6月1日 上午9点",
        "2024年5月1日起地铁调整时间",
        "庆祝2024年5月1日劳动节",
        "2024年5月31日，书市开张",
        "新年晚会 2024年1月1日上演",
    ],
)
def test_make_page_date_of_an_appointment_is_no_issue_date(line: str) -> None:
    assert said(make_page(f"西山书市\n\n{line}\n\n欢迎大家。", Given(name="page")))[1] is None


def test_make_page_number() -> None:
    assert make_page("京郊晚报\n2024年5月31日 星期五 A06版 城事" + REPORT, Given(name="page")).number == "A06"
    assert make_page("第03版:工会\n3上一版  下一版4" + REPORT, Given(name="page")).number == "03"


def test_make_page_residue_of_metadata() -> None:
    text = REPORT + "\n2021-04-28 林 晓 1 1 京郊晚报 content_40554.html 1 山脚下办起书市 /enpproperty -->"
    assert said(make_page(text, Given(name="page"))) == (None, "2021-04-28", "metadata", None)


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("jjwb-20240531-a06.txt", None, ("2024-05-31", "file name")),
        ("2024-05-31/a06.txt", None, ("2024-05-31", "file name")),
        ("000_20241399.txt", None, (None, None)),
        ("page.txt", "http://e.example/content/2025-05/23/content_155495.htm", ("2025-05-23", "url")),
        ("page.txt", "http://e.example/html/2023-04/28/node_1.htm", ("2023-04-28", "url")),
        ("page.txt", "http://e.example/pc/layout/202410/25/node_1.html", ("2024-10-25", "url")),
        ("page.txt", "http://e.example/html/2020-01/01/nbs.D110000jj_01.htm", ("2020-01-01", "url")),
        ("page.txt", "http://e.example/article/155495", (None, None)),
    ],
)
def test_make_page_name_and_address(name: str, url: str | None, expected: tuple[str | None, str | None]) -> None:
    assert said(make_page(REPORT, Given(name=name, url=url)))[1:3] == expected


def test_make_page_options_win() -> None:
    given = Given(name="20200101.txt", issued=date(2024, 6, 1), publication="西山报")
    assert said(make_page("京郊晚报 2024年5月31日 星期五" + REPORT, given)) == ("西山报", "2024-06-01", "option", None)


def test_make_page_stated_after_masthead() -> None:
    stated = [Found("2024-05-30", "metadata")]
    assert said(make_page("京郊晚报 2024年5月31日 星期五" + REPORT, Given(name="x"), stated))[1:3] == (
        "2024-05-31",
        "masthead",
    )
    assert said(make_page(REPORT, Given(name="x"), stated))[1:3] == ("2024-05-30", "metadata")


@pytest.mark.parametrize(
    "body",
    [
        "山脚下办起书市\n本报讯（记者 林晓）2023年11月18日，书市开张。\n2024年1月3日又开一场。",
        "山脚下办起书市\n　　2023年11月18日，书市开张，摊位40个。\n　　2023年重阳节前夕，又开一场。",
        "山脚下办起书市\n书市将于2023年11月18日开张。",
    ],
)
def test_make_page_date_in_report_is_no_issue_date(body: str) -> None:
    assert said(make_page(body, Given(name="page")))[1:3] == (None, None)


def test_make_page_span_is_quotable() -> None:
    text = "京華週報　第四六一期\n二〇二二年九月八日　星期四" + REPORT
    assert make_page(text, Given(name="page")).publication == "京華週報"


@pytest.mark.parametrize("printed", ["编印", "印", "印刷"])
def test_issue_date_below_the_reports_of_a_bulletin(printed: str) -> None:
    reports = "换书日\n　　近日，居委会办起换书日，三十户人家带书来换。"
    text = f"槐柏树街坊\n社区自己的小报\n\n{reports}\n\n第12期　2024年6月3日{printed}　投稿请到居委会"
    page = make_page(text, Given(name="page.txt"))
    assert (page.issued, page.issued_from) == (date(2024, 6, 3), "masthead")
