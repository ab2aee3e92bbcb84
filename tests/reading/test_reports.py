"""Page → reports: what a page's forms have in common, and offsets that stay exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_app.model import Dateline, Page, Passage, Report
from calendar_app.reading.reports import split

FIRST = "本报讯(记者 林晓)近日,由密云区图书馆主办的“山间书市”在溪翁庄镇开张,来自周边村庄的三百多名读者前来淘书。"
SECOND = "书市设有旧书交换、亲子共读和木版年画体验三个区。“孩子挑了一上午都不肯走。”村民老秦笑着说。"
LAST = "据了解,书市将持续到月底,每天9时至17时开放,读者凭借书证可以免费领取书签一枚,存书还能换绿植。"


def read(text: str) -> tuple[Report, ...]:
    return split(Page(id="page", text=text))


def outline(text: str) -> list[tuple[list[str], str | None, str | None, str]]:
    return [
        (
            [each.text for each in report.kickers],
            report.headline.text if report.headline else None,
            report.byline,
            report.body.text,
        )
        for report in read(text)
    ]


def test_split_kickers_headline_byline() -> None:
    text = f"\n\n深化全民阅读 建设书香京郊\n\n山里飘书香\n\n溪翁庄开了家“山间书市”\n\n{FIRST}\n\n{LAST}\n"
    body = FIRST.removeprefix("本报讯(记者 林晓)") + "\n" + LAST
    assert outline(text) == [
        (["深化全民阅读 建设书香京郊", "山里飘书香"], "溪翁庄开了家“山间书市”", "本报讯(记者 林晓)", body)
    ]


def test_split_broken_lines_are_joined() -> None:
    text = f"溪翁庄开了家书市\n\n{FIRST[:40]}\n\n{FIRST[40:]}\n\n{LAST[:12]}\n\n{LAST[12:]}\n"
    assert outline(text)[0][3] == FIRST.removeprefix("本报讯(记者 林晓)") + "\n" + LAST


def test_split_character_repeated_at_break_is_kept_once() -> None:
    text = f"溪翁庄开了家书市\n\n{FIRST[:40]}\n\n{FIRST[39:]}\n"
    assert outline(text)[0][3] == FIRST.removeprefix("本报讯(记者 林晓)")


def test_split_doubled_word_at_break_is_kept() -> None:
    lines = ("本报讯(记者 林晓)近日,书市在溪翁庄镇开张,许多孩子拉着爷爷", "奶奶前来,老人们渐", "渐围拢,挑起书来。")
    text = "\n\n".join(("溪翁庄开了家书市", *lines))
    assert outline(text)[0][3] == "近日,书市在溪翁庄镇开张,许多孩子拉着爷爷奶奶前来,老人们渐渐围拢,挑起书来。"


def test_split_post_and_name_parted_by_break() -> None:
    text = (
        f"溪翁庄开了家书市\n\n{FIRST}\n\n密云区图书馆学会理事长\n\n武川,镇长石林出席开张仪式,并为读者代表赠书,"
        "鼓励大家多读书、读好\n\n书,把书香带回家。\n"
    )
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("密云区图书馆学会副主席石林", "在仪式上说,书市要一直办下去,让大家都能读上好"),
        ("诗歌、童谣、快板……来自全区的十支队", "伍轮番上场,看得村民们连连叫好,掌声不"),
        ("当天的书市上还摆出了", "一百种连环画,引得老人们围拢过来,翻看小时候的"),
        ("你家孩子爱读什么", "？摊主总是这样问,再从箱子里翻出几本旧书来,一本一"),
    ],
)
def test_split_piece_of_a_paragraph_is_no_headline(before: str, after: str) -> None:
    assert len(read(f"溪翁庄开了家书市\n\n{FIRST}\n\n{before}\n\n{after}\n\n书。\n\n{LAST}")) == 1


def test_split_dateline_parted_by_break() -> None:
    lines = ("古城办起诗会", "本报北京10月24日", "电(记者 林晓)今天,诗会在古城公园举行,两百多名居民冒着小", "雨前来。")
    (report,) = read("\n\n".join(lines))
    assert report.dateline == Dateline("本报北京10月24日电", "北京", 10, 24)


def test_split_count_of_people_parted_by_break() -> None:
    lines = (FIRST, "镇里的干部、书店店员和村民代表", "300余人到场,书架前挤满了人,笑声一阵接着一", "阵。")
    assert len(read("\n\n".join(("溪翁庄开了家书市", *lines)))) == 1


def test_split_headline_with_a_comma_above_an_indented_paragraph() -> None:
    lines = (
        "【周末去哪儿】",
        "天冷了，进馆看展听戏去",
        "　　冷空气到了，记者打听了几处暖和的去处。",
        "　　先说看展，美术馆的展览昨天开展。",
    )
    page = "\n".join(lines)
    (report,) = split(Page(id="page", text=page))
    assert report.headline is not None
    assert report.headline.text == "天冷了，进馆看展听戏去"
    assert [each.text for each in report.kickers] == ["【周末去哪儿】"]


def test_split_unsigned_headline_among_broken_lines() -> None:
    lines = (
        FIRST[:40],
        FIRST[40:],
        "古北水镇的灯亮了",
        "古北水镇昨晚点亮花灯,三百余盏宫灯映红了河面,游人沿",
        "河赏灯。",
    )
    reports = outline("\n\n".join(("溪翁庄开了家书市", *lines)))
    assert [headline for _, headline, _, _ in reports] == ["溪翁庄开了家书市", "古北水镇的灯亮了"]


def test_split_photo_credit_belongs_to_no_report() -> None:
    second = "本报讯(记者 苏禾)昨天,诗会在古城公园举行。(林晓 摄)"
    text = f"溪翁庄开了家书市\n\n{FIRST}\n\n本报记者 苏禾 摄\n\n古城办起诗会\n\n{second}"
    assert [(headline, byline, body[-6:]) for _, headline, byline, body in outline(text)] == [
        ("溪翁庄开了家书市", "本报讯(记者 林晓)", "者前来淘书。"),
        ("古城办起诗会", "本报讯(记者 苏禾)", "城公园举行。"),
    ]


@pytest.mark.parametrize(
    ("closing", "byline"),
    [
        ("（林晓）", "（林晓）"),
        ("（记者 林晓）", "（记者 林晓）"),
        ("\n\n本报记者 林晓", "本报记者 林晓"),
        ("（林晓 苏禾）（完）", "（林晓 苏禾）"),
        ("", None),
    ],
)
def test_split_byline_at_the_end(closing: str, byline: str | None) -> None:
    text = f"古城办起诗会\n\n昨天，诗会在古城公园举行，百余人到场。{closing}\n"
    assert outline(text) == [([], "古城办起诗会", byline, "昨天，诗会在古城公园举行，百余人到场。")]


def test_split_digest_without_bylines() -> None:
    text = (
        "京郊一周\n\n古城诗会\n　　本周六，古城公园举办诗会\n，市民可免费参加。\n\n书市开张\n　　近日，山间书市开张。\n"
    )
    assert outline(text) == [
        (["京郊一周"], "古城诗会", None, "本周六，古城公园举办诗会，市民可免费参加。"),
        ([], "书市开张", None, "近日，山间书市开张。"),
    ]


def test_split_narrow_column() -> None:
    body = "　　" + FIRST.removeprefix("本报讯(记者 林晓)") + SECOND
    lines = "\n".join(body[i : i + 16] for i in range(0, len(body), 16))
    text = f"溪翁庄开了家书市\n{lines}\n\n古城诗会\n{lines}\n"
    assert outline(text) == [([], title, None, body.strip()) for title in ("溪翁庄开了家书市", "古城诗会")]


def test_split_navigation_and_list_of_titles() -> None:
    text = (
        "第A05版:城事\n3上一版  下一版4\n溪翁庄开了家书市\n古城办起诗会\n版面导航\n3上一期  下一期4\n"
        "3上一篇  下一篇4 2025年5月23日 放大 缩小 默认\n\n溪翁庄开了家书市\n\n"
        f"{FIRST}\n\n古城办起诗会\n\n昨天,诗会在古城公园举行。\n\n主办:京郊晚报社 京ICP备00000000号\n"
    )
    assert [(headline, body[-4:]) for _, headline, _, body in outline(text)] == [
        ("溪翁庄开了家书市", "来淘书。"),
        ("古城办起诗会", "园举行。"),
    ]


def test_split_page_pasted_as_one_line() -> None:
    text = (
        "第03版:综合 3上一版 下一版4 山里 开了家书市 古城办起诗会 版面导航 3上一篇 下一篇4 2025年5月23日 "
        "放大 缩小 默认 "
        f"山里 开了家书市 {FIRST} {SECOND} {LAST} 苏禾 摄 古城办起诗会 昨天，诗会在古城公园举行。 主办：京郊晚报社"
    )
    assert outline(text) == [
        (
            [],
            "山里 开了家书市",
            "本报讯(记者 林晓)",
            "\n".join((FIRST.removeprefix("本报讯(记者 林晓)"), SECOND, LAST)),
        ),
        ([], "古城办起诗会", None, "昨天，诗会在古城公园举行。"),
    ]


def test_split_continuation_has_no_headline() -> None:
    text = f"（上接第1版）书市里人头攒动，好不热闹。\n\n{LAST}\n\n本报记者 林晓\n\n古城办起诗会\n\n{FIRST}\n"
    assert [(headline, byline) for _, headline, byline, _ in outline(text)] == [
        (None, "本报记者 林晓"),
        ("古城办起诗会", "本报讯(记者 林晓)"),
    ]
    assert outline(text)[0][3].startswith("书市里人头攒动")


def test_split_dateline() -> None:
    report = read("古城办起诗会\n　　本报北京１０月２４日电（记者 林晓）今天，诗会在古城公园举行。\n")[0]
    assert report.dateline == Dateline("本报北京１０月２４日电", "北京", 10, 24)
    assert report.byline == "本报北京１０月２４日电（记者 林晓）"


def test_split_agency_title_in_the_dateline() -> None:
    report = read("新华社北京4月3日电题：春天里的书香\n4月3日，诗会在古城公园举行。\n")[0]
    assert (report.headline and report.headline.text, report.body.text) == (
        "春天里的书香",
        "4月3日，诗会在古城公园举行。",
    )
    assert report.dateline == Dateline("新华社北京4月3日电", "北京", 4, 3)


def test_split_traditional_characters() -> None:
    first, second = "本報訊（記者 林曉）昨日，詩會在古城公園舉行。", "本報訊（通訊員 蘇禾）近日，書市開張。"
    text = f"古城辦起詩會\n\n{first}\n\n書市開張\n\n{second}\n"
    assert outline(text) == [
        ([], "古城辦起詩會", "本報訊（記者 林曉）", "昨日，詩會在古城公園舉行。"),
        ([], "書市開張", "本報訊（通訊員 蘇禾）", "近日，書市開張。"),
    ]


def test_split_markup_rubbish() -> None:
    text = (
        "[p]古城办起诗会[/p][p]　　近日，&ldquo;古城诗会&rdquo;在[b]古城公园[/b]举行。[/p][p]　　市民<br>免费入场。[/p]"
    )
    assert outline(text) == [([], "古城办起诗会", None, "近日，“古城诗会”在古城公园举行。\n市民免费入场。")]


def test_split_markup_that_is_no_layout_stays() -> None:
    text = "诗会<script>alert(1)</script>]]> BEGIN:VEVENT\n本报讯（记者 林晓）昨天，诗会举行。"
    assert outline(text)[0][1] == "诗会<script>alert(1)</script>]]> BEGIN:VEVENT"


@pytest.mark.parametrize("text", ["", "\n\n", "京郊晚报 2024年5月31日 星期五", "林晓 摄"])
def test_split_nothing_to_report(text: str) -> None:
    assert read(text) == ()


def test_split_bare_sentence() -> None:
    assert outline("朝阳区5月1日举行音乐会") == [([], None, None, "朝阳区5月1日举行音乐会")]


def test_split_span_holds_all_of_a_report() -> None:
    text = f"京郊晚报 2024年5月31日 星期五\n\n溪翁庄开了家书市\n\n{FIRST}\n\n本报记者 苏禾 摄\n"
    (report,) = read(text)
    assert text[slice(*report.span)] == f"溪翁庄开了家书市\n\n{FIRST}"


# ---------------------------------------------------------------- properties

LAYOUT = ["\n", "\n\n", "\r\n", "\u2028", "\f", "　　", " ", "\x00", "\ufeff", "&nbsp;", "&ldquo;", "[p]", "<br/>"]
WORDS = [
    FIRST,
    SECOND,
    LAST,
    FIRST[:30],
    LAST[10:],
    "溪翁庄开了家书市",
    "古城 办起诗会",
    "。",
    "“",
    "4.",
    "2万人",
    "AB",
    "CD",
]
SIGNATURES = [
    "本报讯（记者 林晓）",
    "本報訊（記者 林曉）",
    "新华社北京4月3日电题：",
    "本报记者 林晓 摄",
    "（林晓）",
    "（上接第1版）",
]
LINKS = ["3上一篇  下一篇4 2025年5月23日", "京郊晚报 2024年5月31日 星期五"]
SCRAPS = st.sampled_from([*LAYOUT, *WORDS, *SIGNATURES, *LINKS])


def is_exact(passage: Passage, page: str) -> bool:
    """An entity's character stands at its ampersand; what parts joined lines (a newline, a space) right after one."""
    places = [passage.on_page((i, i + 1)) for i in range(len(passage.text))]
    return all(
        letter == page[begin:end] or page[begin] == "&" or letter in "\n "
        for letter, (begin, end) in zip(passage.text, places, strict=True)
    ) and all(before <= after for (before, _), (after, _) in pairwise(places))


@settings(max_examples=300, deadline=None)
@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_split_every_character_has_its_place(text: str) -> None:
    for report in read(text):
        passages = [report.body, *report.kickers, *([report.headline] if report.headline else [])]
        assert all(is_exact(each, text) for each in passages)
        assert report.body.text.strip() == report.body.text != ""
        assert 0 <= report.span[0] < report.span[1] <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_split_any_text(text: str) -> None:
    for report in read(text):
        assert is_exact(report.body, text)


# ---------------------------------------------------------------- digests and lists


@pytest.mark.parametrize("mark", ["■", "● ", "◆", "★"])
def test_split_digest_with_marks(mark: str) -> None:
    text = f"{mark}香山红叶正红\n　　即日起，香山公园举办红叶季。\n{mark}书市开张\n　　近日，山间书市开张。\n"
    assert outline(text) == [
        ([], "香山红叶正红", None, "即日起，香山公园举办红叶季。"),
        ([], "书市开张", None, "近日，山间书市开张。"),
    ]


def test_split_digest_with_bracketed_titles() -> None:
    text = "【香山红叶正红】即日起，香山公园举办红叶季。\n【山间书市开张】近日，山间书市在密云区开张。\n"
    assert outline(text) == [
        ([], "香山红叶正红", None, "即日起，香山公园举办红叶季。"),
        ([], "山间书市开张", None, "近日，山间书市在密云区开张。"),
    ]


def test_split_separators_are_no_text() -> None:
    text = "书市开张\n近日，山间书市开张。\n◆◆◆◆\n古城诗会\n本周六，古城公园举办诗会。\n————\n"
    assert [(headline, body) for _, headline, _, body in outline(text)] == [
        ("书市开张", "近日，山间书市开张。"),
        ("古城诗会", "本周六，古城公园举办诗会。"),
    ]


def test_split_list_of_dates_is_one_report() -> None:
    text = "周末去哪儿\n5月1日 10:00 首都图书馆 讲座\n5月2日 14:00 国家大剧院 音乐会\n5月3日 9:00 玉渊潭公园 健步走\n"
    lines = text.splitlines()
    assert outline(text) == [([], lines[0], None, "\n".join(lines[1:]))]


def test_split_date_in_a_notice_is_text() -> None:
    text = "通知\n书市定于下列日期举行。\n2024年6月1日\n地点在密云区图书馆。\n请带书证。\n请早到。\n请安静。\n"
    assert "2024年6月1日" in outline(text)[0][3]


def test_split_kicker_in_a_paste_with_a_list_of_titles() -> None:
    text = (
        "第03版:综合 书市开了张 古城 办诗会 版面导航 3上一篇 下一篇4 默认 劳动者风采 书市开了张 "
        f"{FIRST} {SECOND} {LAST} 古城 办诗会 昨天，诗会在古城公园举行。"
    )
    assert [(kickers, headline) for kickers, headline, _, _ in outline(text)] == [
        (["劳动者风采"], "书市开了张"),
        ([], "古城 办诗会"),
    ]


def test_split_label_ends_a_report() -> None:
    text = (
        "书市\n5月1日，山间书市开张。\n地址：密云区溪翁庄镇\n\n诗会\n5月2日，古城公园举办诗会。\n地址：石景山区古城路\n"
    )
    assert [(headline, body[-4:]) for _, headline, _, body in outline(text)] == [
        ("书市", "溪翁庄镇"),
        ("诗会", "区古城路"),
    ]


def test_split_sub_headings_stay_in_their_report() -> None:
    text = "书市开张\n■新闻提示\n5月1日，山间书市开张。\n■现场\n摊位前挤满了人。\n"
    assert outline(text) == [([], "书市开张", None, "■新闻提示\n5月1日，山间书市开张。\n■现场\n摊位前挤满了人。")]


def test_split_headings_of_a_list_stand_apart() -> None:
    text = "书市安排\n一、密云会场\n5月1日上午10点开张。\n二、怀柔会场\n5月2日上午10点开张。\n"
    assert outline(text)[0][3] == "一、密云会场\n5月1日上午10点开张。\n二、怀柔会场\n5月2日上午10点开张。"


def test_split_source_line_below_the_headline() -> None:
    source = "作者：林晓 来源：京郊晚报 发布时间：2024-05-20 10:00 浏览次数：123"
    text = f"书市开张\n{source}\n近日，山间书市开张。\n上一篇：古城诗会\n"
    assert outline(text) == [([], "书市开张", None, "近日，山间书市开张。")]


def test_split_caption_ends_with_its_credit() -> None:
    text = f"溪翁庄开了家书市\n\n{FIRST}\n\n近日，孩子们在古城公园放风筝。本报记者 苏禾 摄\n\n古城办起诗会\n\n{LAST}\n"
    assert [(headline, body[-6:]) for _, headline, _, body in outline(text)] == [
        ("溪翁庄开了家书市", "公园放风筝。"),
        ("古城办起诗会", "存书还能换绿植。"[-6:]),
    ]


def test_split_items_of_a_listing_whose_labels_end_no_sentence() -> None:
    text = """【听】民谣专场

乐队成立十年，第一次带着弦乐组上台。
时间：4月18日至20日，每晚19:30
票价：80元至480元，学生票半价

【逛】旧书市集

80个书摊沿着铁轨排开，还能砍价。
时间：4月19日、20日，10:00—17:00

【学】木工坊

从一把小凳做起，零基础也能来。
【活动地点】海淀区文化馆，北馆
"""
    assert [headline for _, headline, _, _ in outline(text)] == ["【听】民谣专场", "【逛】旧书市集", "【学】木工坊"]


def test_split_footer_that_ends_no_sentence_breaks_no_page() -> None:
    text = """智能手机课开班

扫码、挂号、打车，一样一样教。

下周预告

周一上午9点：中医义诊，在居委会门前。

有事您说话：找楼门长，或到各社区居委会
"""
    assert [headline for _, headline, _, _ in outline(text)] == ["智能手机课开班", "下周预告"]
