from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.config import Settings
from calendar_app.web import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("address", ["/", "/events/day", "/nowhere", "/?kind=x", "/static/style.css"])
def test_every_answer_forbids_what_the_site_does_not_do(client: FlaskClient, address: str) -> None:
    with client.get(address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def asked(settings: Settings, *clients: str) -> list[int]:
    """Ask for a page from each address in turn, and give the statuses."""
    app = create_app(settings)
    client = app.test_client()
    statuses = [client.get("/about", headers={"X-Forwarded-For": address}).status_code for address in clients]
    app.extensions["store"].close()
    return statuses


def test_a_client_beyond_its_rate_is_asked_to_wait() -> None:
    app = create_app(Settings(database="sqlite://", rate_limit="2 per minute"))
    client = app.test_client()
    answers = [client.get("/") for _ in range(3)]
    app.extensions["store"].close()
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2].headers["Retry-After"]) <= 60
    assert "请稍等" in answers[2].text


def test_behind_a_proxy_each_client_has_a_rate_of_its_own() -> None:
    settings = Settings(database="sqlite://", rate_limit="1 per minute", proxies=1)
    assert asked(settings, "192.0.2.1", "192.0.2.2", "192.0.2.1") == [200, 200, 429]


def test_without_a_proxy_nobody_can_pass_for_another() -> None:
    settings = Settings(database="sqlite://", rate_limit="1 per minute")
    assert asked(settings, "192.0.2.1", "192.0.2.2") == [200, 429]


def test_without_a_rate_nobody_is_asked_to_wait() -> None:
    assert asked(Settings(database="sqlite://", rate_limit=""), *["192.0.2.1"] * 310) == [200] * 310
