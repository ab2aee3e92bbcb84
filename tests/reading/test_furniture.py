"""What a page prints beside its reports, and what only looks like it."""

import pytest

from calendar_app.reading.furniture import is_footer, is_furniture, is_navigation, is_section


@pytest.mark.parametrize(
    "text",
    [
        "3上一版  下一版4",
        "上一篇 下一篇 2025年5月23日 放大 缩小 默认",
        "版面导航",
        "首页 > 数字报 > 要闻",
        "分享到: 微信 微博",
        "责编 林晓 美编 苏禾",
        "本版编辑:林晓 E-mail:a@example.invalid",
        "责任编辑:林晓 版面设计:苏禾 校对:石竹",
        "【编辑:林晓】",
        "(责编:林晓、苏禾)",
        "第A05版:城事",
        "第4版 · 一周短讯",
        "A3 本市·生活",
        "05版 年味·出行",
        "书市今日开张 A03版",
        "要闻导读",
        "(本版短讯由本报编辑部综合整理)",
        "主办:京郊晚报社 京ICP备00000000号",
        "京郊晚报社版权所有 未经许可不得转载",
        "http://e.example.com/content/2025-05/23/content_1.htm",
        "2021-04-28 林晓 1 京郊晚报 content_40554.html 1 书市 /enpproperty -->",
    ],
)
def test_is_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "书市今日开张",
        "编辑部的故事",
        "首页上的新闻",
        "(林晓)",
        "校对员林晓的一天",
        "市民可登录http://e.example.com查询。",
        "A馆展出老照片",
        "第4届书市开张",
        "更正",
    ],
)
def test_is_furniture_refuses(text: str) -> None:
    assert not is_furniture(text)


def test_is_navigation() -> None:
    assert is_navigation("上一版 下一版 返回目录")
    assert not is_navigation("书市上一版的招贴画。")


def test_is_section() -> None:
    assert [is_section(text) for text in ("副刊 · 城中事", "(总第37期)", "书市开张")] == [True, True, False]


def test_is_footer_weak_ones_count_below_only() -> None:
    assert is_footer("投稿请到居委会前台")
    assert not is_furniture("投稿请到居委会前台")
