from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_app.normaliser.places import choose, find_places, locate
from tests.hard import HARD_PLACES

WORDS = """
    在 走进 来自 由 从 到 举行 主办 总工会 主席 朝阳 朝阳区 大兴 西城区 北京市 长春市 福建省 南京 鼓楼区
    首都图书馆 国家大剧院
    小剧场 该区 全市 区总工会 馆内 线上 拱辰街道 河北镇 磁家务村 社区 中心 广场 路 二层 赶来 选手 5月2日
    、 和 的 ， 。 “ ” 《 》 （ ）
"""
texts = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.lists(st.sampled_from(WORDS.split()), max_size=14).map("".join),
)


@settings(deadline=None)  # the first text loads the gazetteer
@given(texts, st.sampled_from([None, "110000", "110115", "220100", "999999", ""]))
def test_locate_holds_for_any_text(text: str, home: str | None) -> None:
    mentions, where = locate(text, home)
    assert (mentions, where) == locate(text, home)
    ends = 0
    for mention in mentions:
        begin, end = mention.span
        assert ends <= begin < end <= len(text)
        assert mention.text == text[begin:end]
        ends = end
    assert where.span is None or text[slice(*where.span)] == where.written


@settings(deadline=None)  # the first text loads the gazetteer
@given(st.lists(texts, max_size=4), texts)
def test_choose_holds_for_any_layers(layers: list[str], before: str) -> None:
    where = choose([find_places(text) for text in layers], home="110000", before=find_places(before))
    assert len(set(where.districts)) == len(where.districts)


@pytest.mark.parametrize("unit", HARD_PLACES)
def test_hard_texts_are_read_to_their_end(unit: str) -> None:
    """Read what would take minutes if time grew with the square of the length; the benchmarks measure it."""
    text = unit * (64_000 // len(unit))
    found, where = locate(text, "110000")
    assert all(text[slice(*each.span)] == each.text for each in found)
    assert where.span is None or text[slice(*where.span)] == where.written


@pytest.mark.parametrize(
    "text", ["\ud800在首都图书馆举行", "在首都图书馆举行\udfff", "\x00在首都图书馆", "𠀀在首都图书馆𠀀"]
)
def test_find_places_in_broken_text(text: str) -> None:
    (mention,) = find_places(text)
    assert text[slice(*mention.span)] == "首都图书馆"
