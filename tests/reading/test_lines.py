"""A page's text → its lines."""

import pytest

from calendar_app.reading.lines import lines


def texts(page: str) -> list[str]:
    return [line.text for line in lines(page)]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\x85", "\v", "\f", "\u2028", "\u2029", "<br>", "<BR />", "</p>", "[p]"]
)
def test_lines_ends(end: str) -> None:
    assert texts(f"甲甲{end}乙乙") == ["甲甲", "乙乙"]


def test_lines_fold() -> None:
    assert texts("２０２４年　記者（林曉）") == ["2024年 记者(林晓)"]


def test_lines_indent_apart_width() -> None:
    found = lines("标题\n　　正文一\n 正文二\n\n　正文三\n")
    assert [(line.text, line.indent, line.width, line.apart) for line in found] == [
        ("标题", 0, 2, True),
        ("正文一", 4, 5, False),
        ("正文二", 0, 4, False),
        ("正文三", 2, 4, True),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("甲&nbsp;乙", "甲 乙"),
        ("&ldquo;甲&rdquo;", "“甲”"),
        ("&#x4e66;&#24066;", "书市"),
        ("AT&T &unknown; &尘诲;", "AT&T &unknown; &尘诲;"),
        ("[b]甲[/b][url=http://a.example]乙[/url]", "甲乙"),
        ('<span style="x">甲</span><!-- 注 -->乙', "甲乙"),
        ("甲\u200b乙\ufeff\x00丙", "甲乙丙"),
        ("甲<script>乙", "甲<script>乙"),
        ("[甲]乙", "[甲]乙"),
    ],
)
def test_lines_rubbish(page: str, expected: str) -> None:
    assert texts(page) == [expected]


def test_lines_places_after_rubbish() -> None:
    page = "甲[b]乙&ldquo;丙"
    (line,) = lines(page)
    assert [page[line.passage.on_page((i, i + 1))[0]] for i in range(4)] == ["甲", "乙", "&", "丙"]


def test_lines_ends_sentence_and_opens() -> None:
    found = lines("标题\n本报讯（记者 林晓）正文。\n他说：“好！”\n结束。（林晓）\n未完，")
    assert [(line.ends, line.opens) for line in found] == [
        (False, False),
        (True, True),
        (True, False),
        (True, False),
        (False, False),
    ]
