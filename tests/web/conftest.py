from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.config import Settings
from calendar_app.web import create_app
from tests.events import ISSUED, NOW, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient


@pytest.fixture(scope="module")
def app() -> Iterator[Flask]:
    built = create_app(Settings(database="sqlite://", base_url="https://calendar.example"), today=ISSUED)
    built.extensions["store"].ingest(PAGE, NOW)
    yield built
    built.extensions["store"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
