"""Whatever the bytes, reading them gives pages and refusals, never another error, and within the time."""

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.reports import split

TEXT = "京郊晚报 2024年5月20日 星期一\n\n书市开张\n\n本报讯（记者 林晓）昨天，书市在密云区开张。（林晓 摄）\n"
MARKS = [
    *("<!--enpproperty <date>2024-05-20</date>", "<title>书市</title>", "/enpproperty-->", "<!--enpcontent-->"),
    *(
        "<!--/enpcontent-->",
        "<founder-content>",
        "</founder-content>",
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<br/>",
        "<h1>",
    ),
    *(
        '<meta charset="gbk">',
        '<div id="paperdatediv">',
        "</div>",
        "&#x4e66;",
        "&lt;",
        "<![CDATA[",
        "]]>",
        "<script>",
        "\x00",
    ),
    *(
        "<?xml version='1.0'?>",
        "<rss version='2.0'>",
        "<channel>",
        "<item>",
        "<description>",
        "</item>",
        "</channel>",
        "</rss>",
    ),
]
LIMITS = Settings(max_bytes=200_000, max_seconds=20)
ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def holds(raw: bytes, name: str) -> bool:
    """Read and split a document; anything but a page or a refusal is an error."""
    for found in read(raw, name=name, settings=LIMITS):
        if isinstance(found, Page):
            split(found)
        elif not isinstance(found, InputError):
            return False
    return True


@ANY
@given(st.binary(max_size=2000), st.sampled_from(["a.txt", "a.htm", "a.xml", "a.jsonl", "a.zip", "a"]))
def test_read_any_bytes(raw: bytes, name: str) -> None:
    assert holds(raw, name)


@ANY
@given(st.sampled_from(["utf-8", "gb18030", "utf-16", "big5"]), st.binary(max_size=8), st.integers(0, 100))
def test_read_damaged_text(encoding: str, damage: bytes, place: int) -> None:
    raw = TEXT.encode(encoding, "ignore")
    assert holds(raw[:place] + damage + raw[place:], "a.txt")


@ANY
@given(st.lists(st.sampled_from([*MARKS, TEXT]), max_size=30).map("".join))
def test_read_any_markup(source: str) -> None:
    assert holds(source.encode(), "a.htm")
    assert holds(source.encode(), "a.xml")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3)
)


@ANY
@given(st.dictionaries(st.sampled_from(["id", "text", "issued", "home", "url", "title"]), JSON))
def test_read_any_document(document: dict[str, object]) -> None:
    assert holds(json.dumps(document).encode(), "a.jsonl")


@ANY
@given(st.integers(0, 300), st.binary(min_size=1, max_size=4))
@example(287, b"\x00")  # a member without a name
def test_read_damaged_archive(place: int, damage: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("a.txt", TEXT * 3)
        bundle.writestr("b/c.htm", "<html><body><p>书市</p></body></html>")
    raw = buffer.getvalue()
    assert holds(raw[:place] + damage + raw[place + len(damage) :], "a.zip")


@pytest.mark.parametrize(
    "unit",
    [
        "　　",
        "本报讯（记者",
        "“",
        "（",
        "(上接第1版)",
        "3上一版 ",
        "2024年5月20日 ",
        "<founder-content>",
        "<!--enpproperty",
        "&#x4e66;",
        "[p]",
        "书市。 ",
        "新华社北京4月3日电题：",
        "记者 林晓 ",
        "版权所有 ",
        "北京报社网台客户端",
        "字",
        "A03版 ",
        "《京郊晚报》",
        "http://",
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_hard_text_is_read_to_its_end(unit: str, end: str) -> None:
    """Repeat what patterns look for; what takes more than linear time takes minutes."""
    raw = ((unit + end) * (40_000 // len(unit + end))).encode()
    assert holds(raw, "a.txt")
