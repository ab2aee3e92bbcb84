"""Words inside titles, venues and organisers: an index of three characters each, which Chinese needs no spaces for.

SQLite has one as a table beside the events (FTS5, trigrams), kept in step by triggers; PostgreSQL as an index of the
events' own column (pg_trgm), where that extension is to be had. Shorter words are looked for in every event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, and_, column, select, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from calendar_app.store.tables import events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.sql.compiler import SQLCompiler

SHORTEST = 3
"""The shortest word that the index knows, in characters."""

SQLITE = (
    # A number of its own: the row numbers of a table without an integer key may change when SQLite tidies up.
    """CREATE TABLE event_numbers (
        number INTEGER PRIMARY KEY, event_uid TEXT NOT NULL UNIQUE REFERENCES events (uid) ON DELETE CASCADE)""",
    "CREATE VIRTUAL TABLE event_words USING fts5 (words, tokenize = 'trigram')",
    "INSERT INTO event_numbers (event_uid) SELECT uid FROM events",
    """INSERT INTO event_words (rowid, words)
        SELECT number, words FROM event_numbers JOIN events ON uid = event_uid""",
    """CREATE TRIGGER event_words_added AFTER INSERT ON events BEGIN
        INSERT INTO event_numbers (event_uid) VALUES (new.uid);
        INSERT INTO event_words (rowid, words)
            SELECT number, new.words FROM event_numbers WHERE event_uid = new.uid;
    END""",
    """CREATE TRIGGER event_words_changed AFTER UPDATE OF words ON events WHEN new.words <> old.words BEGIN
        UPDATE event_words SET words = new.words
            WHERE rowid = (SELECT number FROM event_numbers WHERE event_uid = new.uid);
    END""",
    """CREATE TRIGGER event_words_removed BEFORE DELETE ON events BEGIN
        DELETE FROM event_words WHERE rowid = (SELECT number FROM event_numbers WHERE event_uid = old.uid);
    END""",
)

POSTGRESQL = (
    # Without the extension, or the right to add it, a search reads every event: slower, and the same.
    """DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX events_by_words ON events USING gin (words gin_trgm_ops);
    EXCEPTION WHEN OTHERS THEN NULL; END $$""",
)


def told_with(words: Sequence[str]) -> ColumnElement[bool]:
    """Say in SQL that an event's words have each of these, folded, somewhere in them."""
    anywhere = and_(*(events.c.words.contains(word, autoescape=True) for word in words))
    known = [word for word in words if len(word) >= SHORTEST]
    if not known:
        return anywhere
    rest = [events.c.words.contains(word, autoescape=True) for word in words if len(word) < SHORTEST]
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in known)
    found = select(_NUMBERS.c.event_uid).join_from(_NUMBERS, _WORDS, _WORDS.c.rowid == _NUMBERS.c.number)
    matching = found.where(_WORDS.c.words.match(phrases))
    return _ByDialect(and_(events.c.uid.in_(matching), *rest), anywhere)


_NUMBERS = table("event_numbers", column("number"), column("event_uid"))
_WORDS = table("event_words", column("rowid"), column("words"))


class _ByDialect(FunctionElement[bool]):
    """The same condition twice: as SQLite's index answers it, and as any database does."""

    type = Boolean()
    inherit_cache = True


@compiles(_ByDialect)
def _read(element: _ByDialect, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401  what a compiler passes on
    _, everywhere = element.clauses
    return compiler.process(everywhere, **more)


@compiles(_ByDialect, "sqlite")
def _looked_up(element: _ByDialect, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401  what a compiler passes on
    indexed, _ = element.clauses
    return compiler.process(indexed, **more)
