"""How a database comes to today's tables, from an empty file or from any earlier release.

A step, once released, is never edited: the next one alters what it made. The statements are the common ground of
SQLite and PostgreSQL; where there is none, a step has each database's own by its name. Days and instants are ISO 8601
text, which both order alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.store import searching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

STEPS: tuple[tuple[str, ...] | Mapping[str, tuple[str, ...]], ...] = (
    (
        # revision moves with every transaction that changes what a reader could see.
        "CREATE TABLE ledger (name TEXT PRIMARY KEY, count INTEGER NOT NULL, recorded TEXT NOT NULL)",
        "INSERT INTO ledger (name, count, recorded) VALUES ('revision', 0, '1970-01-01T00:00:00+00:00')",
        """CREATE TABLE pages (
            id TEXT PRIMARY KEY, publication TEXT, issued TEXT, issued_from TEXT, number TEXT, url TEXT, title TEXT,
            digest TEXT NOT NULL, recorded TEXT NOT NULL)""",
        "CREATE INDEX pages_by_issue ON pages (issued)",
        """CREATE TABLE reports (
            page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, report INTEGER NOT NULL,
            headline TEXT, byline TEXT, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
            PRIMARY KEY (page_id, report))""",
        """CREATE TABLE reviews (
            page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, report INTEGER NOT NULL,
            ordinal INTEGER NOT NULL, reason TEXT NOT NULL, words TEXT NOT NULL,
            span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
            PRIMARY KEY (page_id, report, ordinal))""",
        """CREATE TABLE events (
            uid TEXT PRIMARY KEY, begins TEXT NOT NULL, ends TEXT NOT NULL, starts TEXT NOT NULL,
            earliest TEXT NOT NULL, latest TEXT NOT NULL, kind TEXT NOT NULL,
            status TEXT NOT NULL, form TEXT NOT NULL, precision_rank INTEGER NOT NULL, organisers TEXT NOT NULL,
            words TEXT NOT NULL, name TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL,
            document TEXT NOT NULL, recorded TEXT NOT NULL)""",
        "CREATE INDEX events_by_end ON events (ends, begins)",
        "CREATE INDEX events_by_bounds ON events (latest, earliest)",
        "CREATE INDEX events_by_creation ON events (created)",
        """CREATE TABLE event_districts (
            adcode TEXT NOT NULL, ends TEXT NOT NULL,
            event_uid TEXT NOT NULL REFERENCES events (uid) ON DELETE CASCADE,
            PRIMARY KEY (adcode, ends, event_uid))""",
        "CREATE INDEX event_districts_by_event ON event_districts (event_uid)",
        # What each page said, before merging; event_uid is the event that it became part of.
        """CREATE TABLE tellings (
            page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, report INTEGER NOT NULL,
            ordinal INTEGER NOT NULL, issued TEXT, uid TEXT NOT NULL, event_uid TEXT NOT NULL, document TEXT NOT NULL,
            PRIMARY KEY (page_id, report, ordinal))""",
        "CREATE INDEX tellings_by_uid ON tellings (uid)",
        "CREATE INDEX tellings_by_event ON tellings (event_uid)",
        """CREATE TABLE history (
            event_uid TEXT NOT NULL, version INTEGER NOT NULL, changed TEXT NOT NULL, page_id TEXT,
            what TEXT NOT NULL, before_document TEXT, after_document TEXT,
            PRIMARY KEY (event_uid, version))""",
        "CREATE INDEX history_by_time ON history (changed)",
        # An event as one feed writes it, kept until the event changes.
        """CREATE TABLE pieces (
            form TEXT NOT NULL, event_uid TEXT NOT NULL REFERENCES events (uid) ON DELETE CASCADE, body TEXT NOT NULL,
            PRIMARY KEY (form, event_uid))""",
        "CREATE INDEX pieces_by_event ON pieces (event_uid)",
    ),
    (
        # With all that tells how events stand to a day: the few nearest are found without reading the rest's rows.
        "DROP INDEX events_by_end",
        "CREATE INDEX events_by_end ON events (ends, begins, starts, precision_rank, form, status, uid)",
        "CREATE INDEX events_by_start ON events (starts, uid)",
    ),
    {"sqlite": searching.SQLITE, "postgresql": searching.POSTGRESQL},
)


def migrate(connection: Connection) -> None:
    """Bring a database to today's tables, in the transaction of `connection`."""
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS migrations (step INTEGER PRIMARY KEY)")
    done = {step for (step,) in connection.exec_driver_sql("SELECT step FROM migrations")}
    for number, step in enumerate(STEPS, start=1):
        if number in done:
            continue
        statements = step if isinstance(step, tuple) else step.get(connection.dialect.name, ())
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"INSERT INTO migrations (step) VALUES ({number})")  # noqa: S608  our own number
