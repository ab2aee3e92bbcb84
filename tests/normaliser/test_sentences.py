import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.normaliser.sentences import LONGEST_SENTENCE, segment


def sentences(text: str) -> list[str]:
    return [text[slice(*each.span)] for each in segment(text).sentences]


def clauses(text: str) -> list[str]:
    return [text[begin:end] for sentence in segment(text).sentences for begin, end in sentence.clauses]


def test_sentences_end_at_marks_and_paragraphs() -> None:
    assert sentences("灯会开幕。市民免费入场!\n闭馆;改日再来") == ["灯会开幕。", "市民免费入场!", "闭馆;", "改日再来"]


def test_sentence_is_not_cut_inside_quotation() -> None:
    assert sentences("“好看!真好看。”他说,明天再来。") == ["“好看!真好看。”", "他说,明天再来。"]


def test_comma_inside_a_number_parts_no_clause() -> None:
    assert clauses("发放1,200份,人人有份。") == ["发放1,200份,", "人人有份。"]


def test_clock_time_is_not_cut_at_its_colon() -> None:
    assert clauses("时间:9:30开场") == ["时间:", "9:30开场"]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("老人说:“今晚真热闹。”", ["“今晚真热闹。”"]),
        ("举办“丰收在望”诗会。", []),
        ("他笑言,“年年来”。", ["“年年来”"]),
        ("上演《茶馆》。", []),
    ],
)
def test_speech_is_told_from_names(text: str, speech: list[str]) -> None:
    assert [text[slice(*each)] for each in segment(text).speech] == speech


def test_open_quotation_does_not_swallow_the_next_paragraph() -> None:
    assert sentences("他说“没有说完。\n次日晴。") == ["他说“没有说完。", "次日晴。"]


@given(st.text(alphabet=st.sampled_from('“”《》()「」",。!?;:\n…甲乙1 '), max_size=80))
def test_sentences_and_clauses_cover_the_text_in_order(text: str) -> None:
    end = 0
    for sentence in segment(text).sentences:
        assert sentence.span[0] >= end
        assert sentence.clauses[0][0] == sentence.span[0]
        assert sentence.clauses[-1][1] == sentence.span[1]
        assert all(a[1] == b[0] for a, b in zip(sentence.clauses, sentence.clauses[1:], strict=False))
        end = sentence.span[1]
    assert end <= len(text)


@pytest.mark.parametrize("unit", ["原定今天闭幕,", "没有标点的话"])
def test_endless_sentence_is_cut(unit: str) -> None:
    text = unit * 1000
    spans = [sentence.span for sentence in segment(text).sentences]
    assert "".join(text[slice(*span)] for span in spans) == text
    assert max(end - begin for begin, end in spans) <= LONGEST_SENTENCE
