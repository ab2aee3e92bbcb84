"""HTML → Page: e-papers by their marks, other sites by their text."""

from datetime import date

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.given import Given
from calendar_app.reading.html import looks_like_html, read_html
from calendar_app.reading.reports import split

ENP = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>京郊晚报-数字报</title></head><body>
<!--enpproperty <articleid>41</articleid><date>2024-05-20 09:28:27.0</date><author>林晓</author>
<title>山里开了家书市</title><subtitle>摊位四十个</subtitle><introtitle>书香飘进山沟</introtitle>
<nodename>第02版:要闻</nodename>/enpproperty-->
<div id="paperdatediv"><b>2024年5月20日</b> 星期一</div>
<div id="ozoom">
<!--enpcontent--><P>　　本报讯（记者 林晓）昨天，&ldquo;山间书市&rdquo;在溪翁庄镇开张，<BR/>吸引三百多名读者。</P>
<P>　　热闹非凡</P><P>　　书市将持续到月底。</P><!--/enpcontent--></div>
<div class="phone">
<!--enpcontent--><p>　　本报讯（记者 林晓）昨天，“山间书市”在溪翁庄镇开张，<br>吸引三百多名读者。</p>
<p>　　热闹非凡</p><p>　　书市将持续到月底。</p><!--/enpcontent--></div>
<script>var a = "不是正文";</script></body></html>"""

FOUNDER = """<html><head><title>x</title></head><body><founder-title>古城办起诗会</founder-title>
<founder-date>2023-04-28</founder-date><founder-content><!--<npm:article-content>--><p>近日，诗会在古城公园举行。</p>
<p>市民<span>免费</span>入场。</p><!--</npm:article-content>--></founder-content></body></html>"""

SITE = """<html><head><meta property="og:site_name" content="京郊在线"><meta property="og:title" content="古城办起诗会">
<meta property="article:published_time" content="2023-04-28T08:00:00+08:00"><title>古城办起诗会_京郊在线</title></head>
<body><nav><a href="/">首页</a> <a href="/news">新闻</a></nav><article><h1>古城办起诗会</h1>
<p>近日，由石景山区文化馆主办的古城诗会在古城公园举行，来自附近社区的两百多名居民冒着小雨前来，听诗人们朗诵自己的新作。</p>
<p>诗会还邀请了三位小学生登台，他们写的童谣引来阵阵掌声。主办方介绍，诗会每年春天举办一次，今年已经是第四个年头。</p>
</article><footer>版权所有</footer></body></html>"""


def page(source: str, encoding: str = "utf-8", url: str | None = None) -> Page:
    return read_html(source.encode(encoding), Given(name="a.html", url=url), Settings())


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "none-such"])
def test_read_html_enpproperty(charset: str) -> None:
    found = page(ENP.format(charset=charset), "gb18030" if charset.startswith("gb") else "utf-8")
    assert (found.issued, found.issued_from, found.number) == (date(2024, 5, 20), "masthead", "02")
    (report,) = split(found)
    assert [each.text for each in report.kickers] == ["书香飘进山沟", "——摊位四十个"]
    assert report.headline is not None
    assert (report.headline.text, report.byline) == ("山里开了家书市", "本报讯（记者 林晓）")
    assert report.body.text == "昨天，“山间书市”在溪翁庄镇开张，吸引三百多名读者。\n热闹非凡\n书市将持续到月底。"


def test_read_html_founder_content() -> None:
    found = page(FOUNDER)
    assert (found.issued, found.issued_from) == (date(2023, 4, 28), "metadata")
    assert found.text == "古城办起诗会\n　　近日，诗会在古城公园举行。\n　　市民免费入场。"


def test_read_html_address_before_metadata() -> None:
    found = page(FOUNDER, url="http://e.example/content/2023-04/29/content_1.htm")
    assert (found.issued, found.issued_from) == (date(2023, 4, 29), "url")


def test_read_html_other_site() -> None:
    found = page(SITE)
    assert (found.publication, found.issued, found.issued_from) == ("京郊在线", date(2023, 4, 28), "metadata")
    (report,) = split(found)
    assert report.headline is not None
    assert report.headline.text == "古城办起诗会"
    assert report.body.text.startswith("近日，由石景山区文化馆主办")
    assert "首页" not in found.text
    assert "版权所有" not in found.text


def test_read_html_without_text() -> None:
    with pytest.raises(InputError, match=r"a\.html: holds no text"):
        page("<html><body><script>var a;</script></body></html>")


def test_read_html_hostile_nesting() -> None:
    found = page("<html><body>" + "<div>" * 1000 + "近日，诗会在古城公园举行。" + "</div>" * 1000 + "</body></html>")
    assert "诗会" in found.text


def test_read_html_unclosed_marks() -> None:
    assert "诗会" in page("<html><body>" + "<founder-content>" * 2000 + "近日，诗会在古城公园举行。</body></html>").text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\r\n<HTML>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', True),
        (b'<?xml version="1.0"?><rss version="2.0">', False),
        ("本报讯 <html>".encode(), False),
        (b"", False),
    ],
)
def test_looks_like_html(raw: bytes, expected: bool) -> None:
    assert looks_like_html(raw) is expected


def test_read_chooses_html_by_content() -> None:
    (found,) = read(FOUNDER.encode(), name="page.txt")
    assert isinstance(found, Page)
    assert found.issued_from == "metadata"


def test_read_html_several_headed_reports() -> None:
    found = page(
        "<html><head><title>京郊晚报</title></head><body>"
        "<div><h2>书市开张</h2><p>本报讯（记者 林晓）昨天，书市在密云区开张。</p><p>书市持续到月底。</p>"
        "<h2>古城诗会</h2><p>本报讯（记者 苏禾）近日，诗会在古城公园举行。</div><h2>热门</h2></body></html>"
    )
    assert [(report.headline and report.headline.text, report.byline) for report in split(found)] == [
        ("书市开张", "本报讯（记者 林晓）"),
        ("古城诗会", "本报讯（记者 苏禾）"),
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            '<html><head><meta http-equiv="refresh" content="0; url=html/2023-04/28/node_1.htm"></head></html>',
            "a.html: holds no report, it only leads on to html/2023-04/28/node_1.htm",
        ),
        (
            '<html><body><a href="content_1_2.htm">书市开张</a><a href="content_1_3.htm">诗会</a></body></html>',
            "a.html: holds a list of titles, no report: read the articles that it links to",
        ),
    ],
)
def test_read_html_that_only_leads_on(source: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        page(source)
    assert str(caught.value) == message
