"""Feeds → Pages, one an entry."""

from datetime import date

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.feed import read_feed
from calendar_app.reading.given import Given
from calendar_app.reading.reports import split

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>京郊晚报</title>
<item><title>山里开了家书市</title><link>http://e.example/1.htm</link><guid>urn:1</guid>
<pubDate>Sun, 19 May 2024 22:30:00 GMT</pubDate>
<description>&lt;p&gt;本报讯（记者 林晓）昨天，书市开张。&lt;/p&gt;
&lt;p&gt;书市持续到月底。&lt;/p&gt;</description></item>
<item><title>古城办起诗会</title><link>http://e.example/2.htm</link><description>近日，诗会举行。</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>京郊晚报</title>
<entry><id>urn:1</id><title>古城办起诗会</title><published>2024-05-20T08:00:00+08:00</published>
<content type="html">&lt;p&gt;近日，诗会举行。&lt;/p&gt;</content></entry></feed>"""


def pages(source: str) -> list[Page]:
    found = list(read_feed(source.encode(), Given(name="feed.xml"), Settings()))
    assert all(isinstance(each, Page) for each in found)
    return [each for each in found if isinstance(each, Page)]


def test_read_feed_rss() -> None:
    first, second = pages(RSS)
    assert (first.id, first.url, first.publication) == ("urn:1", "http://e.example/1.htm", "京郊晚报")
    assert (first.issued, first.issued_from) == (date(2024, 5, 20), "metadata")  # 22:30 UTC is the next day in Beijing
    assert (second.id, second.issued) == ("http://e.example/2.htm", None)
    (report,) = split(first)
    assert report.headline is not None
    assert (report.headline.text, report.byline) == ("山里开了家书市", "本报讯（记者 林晓）")
    assert report.body.text == "昨天，书市开张。\n书市持续到月底。"


def test_read_feed_atom() -> None:
    (only,) = pages(ATOM)
    assert (only.id, only.issued, only.text) == ("urn:1", date(2024, 5, 20), "古城办起诗会\n　　近日，诗会举行。")


def test_read_feed_damaged() -> None:
    with pytest.raises(InputError, match=r"^feed\.xml: is no feed that can be read"):
        pages("<?xml version='1.0'?><rss")


def test_read_feed_entities_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
    )
    found = list(
        read((bomb + "]><rss version='2.0'><channel><title>&m;</title></channel></rss>").encode(), name="b.xml")
    )
    assert all(isinstance(each, InputError) or len(each.text) < 1000 for each in found)


def test_read_chooses_feed_by_content() -> None:
    assert [page.id for page in read(ATOM.encode(), name="anything") if isinstance(page, Page)] == ["urn:1"]
