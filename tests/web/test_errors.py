from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/?kind=picnic", 400, '<a href="/?kind=free-clinic">义诊</a>'),
        ("/?status=lost", 400, '<a href="/?status=upcoming">即将举行</a>'),
        ("/?from=tomorrow", 400, "YYYY-MM-DD"),
        ("/?district=atlantis", 404, '<a href="/districts/shijingshan">石景山区</a>'),
        ("/districts/atlantis", 404, '<a href="/districts/daxing">大兴区</a>'),
        ("/?precision=perfect", 400, "window"),
        ("/?past=1000000000", 400, "36500"),
        ("/?q=" + "长" * 3400, 400, "100"),
        ("/?" + "&".join(["district=daxing"] * 5000), 400, "64"),
        ("/venues/" + "长" * 101, 400, "100"),
        ("/?when=" + "长" * 41, 400, "下周末"),
        ("/nowhere", 404, "回到日程"),
    ],
)
def test_error_page_says_what_is_known(client: FlaskClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert len(answer.data) < 8_000


def test_error_is_a_problem_document_for_programs(client: FlaskClient) -> None:
    answer = client.get("/?past=x", headers={"Accept": "application/json"})
    assert answer.content_type == "application/problem+json"
    assert answer.get_json(force=True) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "past=x: known are 0 … 36500",
        "parameter": "past",
        "known": ["0 … 36500"],
    }


def test_method_not_allowed_names_the_allowed(client: FlaskClient) -> None:
    answer = client.post("/")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
