"""An engine for a database URL, and what SQLite needs to be told on each connection."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

_WRITES = "calendar_app_writes"
"""The execution option of an engine whose transactions write."""

WRITER = 7_263_001
"""The advisory lock of whoever writes to a PostgreSQL database of ours."""


def connect(url: str) -> Engine:
    """Make an engine; SQLite's file and its folder are made where they are missing."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        engine = create_engine(address, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_elsewhere)
        return engine
    if address.database in (None, "", ":memory:"):
        # A database in memory lives in its one connection.
        engine = create_engine(address, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """Begin a transaction that writes, of which there is one at a time."""
    return engine.execution_options(**{_WRITES: True}).begin()


class Watch:
    """A connection of its own to an SQLite file, to be told of what others commit."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._lock = Lock()

    def version(self) -> int:
        """Give a number that moves when any other connection, of any process, has changed the database."""
        with self._lock:
            version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def watch(engine: Engine) -> Watch | None:
    """Watch an engine's database, where it is an SQLite file."""
    path = engine.url.database
    is_file = engine.url.get_backend_name() == "sqlite" and path not in (None, "", ":memory:")
    return Watch(str(path)) if is_file else None


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own class
    # The driver would begin transactions late and end them early; `_begin` does it by the book.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=30000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_elsewhere(connection: Connection) -> None:
    # One writer at a time, as with SQLite: merging looks at what is there before it writes.
    if connection.get_execution_options().get(_WRITES, False) and connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER})")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later could not take the lock any more: it is taken at once.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
