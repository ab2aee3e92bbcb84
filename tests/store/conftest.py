"""A database for each test: SQLite, or PostgreSQL where `CALENDAR_APP_TEST_DATABASE` has its URL."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid4

import pytest
from sqlalchemy import create_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    server = os.environ.get("CALENDAR_APP_TEST_DATABASE")
    if not server:
        yield f"sqlite:///{tmp_path / 'calendar.sqlite3'}"
        return
    schema = f"test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
        yield f"{server}?options={quote(f'-csearch_path={schema}')}"
        connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
    engine.dispose()
