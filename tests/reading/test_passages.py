"""Passages: cut and joined, with every offset in its place."""

from calendar_app.model import Passage
from calendar_app.reading.passages import bounds, cut, join, passage

PAGE = "甲乙丙\n\n丁戊  己庚"


def test_passage_takes_spans() -> None:
    assert passage(PAGE, [(0, 2), (2, 2), (5, 7)]) == Passage("甲乙丁戊", ((0, 0), (2, 5)))


def test_passage_of_nothing() -> None:
    assert passage(PAGE, []) == Passage("", ((0, 0),))


def test_cut_strips() -> None:
    whole = passage(PAGE, [(0, 2), (5, 11)])
    assert whole.text == "甲乙丁戊  己庚"
    assert cut(whole, 4, 7) == Passage("己", ((0, 9),))
    assert cut(whole, 1, 4) == Passage("乙丁戊", ((0, 1), (1, 5)))
    assert cut(whole, 4, 6) == Passage("", ((0, 9),))


def test_join_between_stands_after_the_first() -> None:
    joined = join([Passage("甲乙", ((0, 0),)), Passage("丁", ((0, 5),))], "\n")
    assert joined == Passage("甲乙\n丁", ((0, 0), (3, 5)))
    assert joined.on_page((2, 3)) == (2, 3)


def test_join_drops_pairs_in_step() -> None:
    assert join([Passage("甲", ((0, 0),)), Passage("乙", ((0, 1),))], "") == Passage("甲乙", ((0, 0),))


def test_bounds() -> None:
    assert bounds(passage(PAGE, [(1, 2), (5, 7)])) == (1, 7)
