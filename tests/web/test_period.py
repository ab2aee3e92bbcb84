from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from calendar_app.store.selection import UnknownValue
from calendar_app.web.period import period

if TYPE_CHECKING:
    from flask.testing import FlaskClient

THURSDAY = date(2024, 9, 12)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("今天", date(2024, 9, 12), date(2024, 9, 12)),
        ("下周末", date(2024, 9, 21), date(2024, 9, 22)),
        ("国庆期间", date(2024, 10, 1), date(2024, 10, 7)),
        ("2024年10月", date(2024, 10, 1), date(2024, 10, 31)),
        ("9月20日至25日", date(2024, 9, 20), date(2024, 9, 25)),
        ("next week", date(2024, 9, 16), date(2024, 9, 22)),
        ("This  Weekend", date(2024, 9, 14), date(2024, 9, 15)),
        ("next month", date(2024, 10, 1), date(2024, 10, 31)),
        ("2024-09-30", date(2024, 9, 30), date(2024, 9, 30)),
        ("September 30, 2024", date(2024, 9, 30), date(2024, 9, 30)),
    ],
)
def test_period_in_words_is_days(words: str, first: date, last: date) -> None:
    assert period(words, THURSDAY) == (first, last)


@pytest.mark.parametrize("words", ["随便什么时候", "someday", "长" * 41])
def test_period_without_a_time_is_refused_with_examples(words: str) -> None:
    with pytest.raises(UnknownValue, match="下周末"):
        period(words, THURSDAY)


def test_period_in_the_address_becomes_days(client: FlaskClient) -> None:
    answer = client.get("/?when=下周末&district=daxing")
    assert (answer.status_code, answer.location) == (302, "/districts/daxing?from=2024-09-21&to=2024-09-22")
