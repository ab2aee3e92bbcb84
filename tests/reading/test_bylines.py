"""Bylines, datelines and photo credits, in the forms that papers print."""

import pytest

from calendar_app.model import Dateline
from calendar_app.reading.bylines import is_opening, is_own_line, is_photo_credit, leading_signature, opening


@pytest.mark.parametrize(
    ("text", "byline", "dateline"),
    [
        ("本报讯(记者 林晓)近日,书市开张。", "本报讯(记者 林晓)", None),
        ("本报讯 (记者 林晓 通讯员 苏禾)近日,书市开张。", "本报讯 (记者 林晓 通讯员 苏禾)", None),
        ("本报讯 日前,书市开张。", "本报讯", None),
        ("新京报讯(记者林晓)昨天,书市开张。", "新京报讯(记者林晓)", None),
        ("(记者 林晓)昨天,书市开张。", "(记者 林晓)", None),
        ("央视网消息(新闻联播):书市今天开张。", "央视网消息(新闻联播)", None),
        ("本报北京10月24日电(记者 林晓)今天,", "本报北京10月24日电(记者 林晓)", ("本报北京10月24日电", "北京", 10, 24)),
        (
            "本报北京3月31日电记者林晓报道:今天,",
            "本报北京3月31日电记者林晓报道",
            ("本报北京3月31日电记者林晓报道", "北京", 3, 31),
        ),
        ("本报5月9日讯 今天,", "本报5月9日讯", ("本报5月9日讯", None, 5, 9)),
        ("新华社北京4月3日电题:春天里的书香", "新华社北京4月3日电题", ("新华社北京4月3日电", "北京", 4, 3)),
        (
            "中新网呼和浩特十一月三十日电(记者 林晓)",
            "中新网呼和浩特十一月三十日电(记者 林晓)",
            ("中新网呼和浩特十一月三十日电", "呼和浩特", 11, 30),
        ),
        ("北京10月24日电 今天,", "北京10月24日电", ("北京10月24日电", "北京", 10, 24)),
    ],
)
def test_opening(text: str, byline: str, dateline: tuple[str, str | None, int, int] | None) -> None:
    found = opening(text)
    assert found is not None
    assert found.byline == byline
    assert found.dateline == (Dateline(*dateline) if dateline else None)


@pytest.mark.parametrize(
    "text",
    [
        "近日,书市开张。",
        "3月31日电影博物馆放映老片。",
        "据悉,书市还将持续三天。",
        "记者昨天从书市获悉,摊位已满。",
        "10月3日,书市开张。",
        "“五一”期间,书市开张。",
        "",
    ],
)
def test_opening_text_begins_at_once(text: str) -> None:
    assert opening(text) is None
    assert not is_opening(text)


def test_is_opening_byline_goes_on_in_next_line() -> None:
    assert is_opening("本报讯(记者 林")


@pytest.mark.parametrize(
    "text",
    [
        "本报记者 林晓",
        "□ 本报记者 林晓 文/摄",
        "文/北京晚报记者 林晓",
        "文/社区通讯员 林晓梅",
        "通讯员 苏禾",
        "新京报记者林晓",
        "(林晓 苏禾)",
        "(记者 林晓)",
        "本报记者 林晓 苏禾 摄影报道",
        "西山日报客户端 | 记者 林晓",
    ],
)
def test_is_own_line(text: str) -> None:
    assert is_own_line(text)


@pytest.mark.parametrize(
    "text", ["书市里的记者节", "记者昨天从书市获悉,摊位已满。", "本报记者 林晓 摄", "(完)", "读者作者面对面"]
)
def test_is_own_line_refuses(text: str) -> None:
    assert not is_own_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "本报记者 林晓 摄",
        "林晓 摄",
        "(林晓/摄)",
        "新华社发",
        "新华社发(林晓 摄)",
        "摄影/林晓",
        "通讯员 苏禾 供图",
        "图片由书市组委会提供",
    ],
)
def test_is_photo_credit(text: str) -> None:
    assert is_photo_credit(text)


@pytest.mark.parametrize("text", ["本报记者 林晓", "书市开张啦", "林晓 苏禾 摄影报道", "全国摄影展", "农民画家办画展"])
def test_is_photo_credit_refuses(text: str) -> None:
    assert not is_photo_credit(text)


@pytest.mark.parametrize(
    ("text", "length"), [("林晓 摄 书市开张", 5), ("本报记者 林晓 书市开张", 8), ("书市开张 昨天", 0)]
)
def test_leading_signature(text: str, length: int) -> None:
    assert leading_signature(text) == length
