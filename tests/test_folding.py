from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.folding import UNFOLDED_GB2312, fold, table


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("２０２３年４月２８日（週五）１９：３０", "2023年4月28日(周五)19:30"),
        ("中秋節當晚，前後兩個禮拜", "中秋节当晚,前后两个礼拜"),
        ("臺北裏裡點鐘號樓禮堂", "台北里里点钟号楼礼堂"),
        ("乾隆", "干隆"),
        ("⼯⼈⽇报⾦", "工人日报金"),  # Kangxi radicals, as text copied from PDF has them
        ("全角　空格\u00a0与～", "全角 空格 与~"),
        ("近日，市总工会举办活动。", "近日,市总工会举办活动。"),
        ("二〇二三年", "二〇二三年"),
        ("plain ASCII 2023-04-28", "plain ASCII 2023-04-28"),
        ("", ""),
    ],
)
def test_fold_gives_one_writing(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_table_is_one_character_for_one_other() -> None:
    assert {character for character, folded in table().items() if len(folded) != 1 or folded == chr(character)} == set()


def test_what_is_folded_is_never_folded_further() -> None:
    assert {folded for folded in table().values() if fold(folded) != folded} == set()


def test_what_gb2312_has_and_folding_changes_is_listed() -> None:
    in_gb2312 = {each for each in map(chr, table()) if each.encode("gb2312", "ignore")}
    assert {each for each in in_gb2312 if not UNFOLDED_GB2312.match(each)} == set()


@given(st.text())
def test_fold_keeps_length_and_folds_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from([*map(chr, table()), *"今天（五月一日），ABC 1"])))
def test_fold_looks_every_character_up_in_the_table(text: str) -> None:
    assert fold(text) == text.translate(table())
