from __future__ import annotations

import pytest

from calendar_app.normaliser.times.statements import Tense
from calendar_app.normaliser.times.tense import DISPOSED, Sentences


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("展览将于「5月1日」开幕。", Tense.FUTURE),
        ("「5月1日」,展览将在文化宫开幕。", Tense.FUTURE),
        ("比赛定于「5月1日」举行。", Tense.FUTURE),
        ("「5月1日」,区总工会举行了座谈会。", Tense.PAST),
        ("「5月1日」,共有300人参加了健步走。", Tense.PAST),
        ("展览已于「5月1日」开幕。", Tense.PAST),
        ("「5月1日」,区总工会举行座谈会。", Tense.TOLD),
        ("「5月1日」,阳光明媚。", Tense.UNMARKED),
        ("「清明节后」,气温回升,公园的樱花将盛开。", Tense.HINTED),
        ("「近日」,职工代表将书籍送到山区孩子手中。", Tense.UNMARKED),
        ("儿童剧《咕咚来了》「5月11日」上演。", Tense.TOLD),
        ("歌舞《将进酒》「5月11日」上演。", Tense.TOLD),
        ("「近日」,将军故里迎来游客。", Tense.UNMARKED),
        ("去年的展览已经落幕。「5月1日」,阳光明媚。", Tense.UNMARKED),
        ("展览开幕,新馆将于年底完工。「5月1日」,阳光明媚。", Tense.UNMARKED),
        ("「五一假期」,热门线路的车票已售罄。", Tense.UNMARKED),
        ("「1月3日」的场次,门票已经卖完了。", Tense.UNMARKED),
        ("「近日」,工会举办讲座,活动将持续一周。", Tense.TOLD),
    ],
)
def test_tense_of_a_sentence(sentence: str, tense: Tense) -> None:
    start, end = sentence.index("「"), sentence.index("」") - 1
    text = sentence.replace("「", "").replace("」", "")
    assert Sentences(text).tense(start, end) is tense


@pytest.mark.parametrize("done", DISPOSED)
def test_what_stands_for_another_word_is_no_sign_of_the_future(done: str) -> None:
    assert Sentences(f"近日,职工代表将书籍{done}山区。").tense(0, 2) in {Tense.UNMARKED, Tense.TOLD}


def test_sentence_bounds_are_its_own() -> None:
    text = "第一句。第二句有5月1日;第三句"
    start = text.index("5月")
    assert Sentences(text).bounds(start, start + 4) == (4, 13)
    assert Sentences(text).bounds(0, 2) == (0, 4)
    assert Sentences(text).bounds(14, 15) == (13, len(text))
