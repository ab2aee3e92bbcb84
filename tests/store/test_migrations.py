from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import MetaData, create_engine

from calendar_app.store import Store
from calendar_app.store.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Table


APART = ("migrations", "event_numbers", "event_words")
"""What no statement of ours needs to know as a table."""


def _shape(table: Table) -> dict[str, tuple[str, bool]]:
    return {each.name: (str(each.type), each.primary_key) for each in table.columns}


def test_migrated_database_has_the_tables_that_are_asked(database: str) -> None:
    Store.open(database).close()
    Store.open(database).close()  # nothing is left to do
    made = MetaData()
    engine = create_engine(database)
    made.reflect(engine)
    engine.dispose()
    shapes = {name: _shape(table) for name, table in made.tables.items() if not name.startswith(APART)}
    assert shapes == {name: _shape(table) for name, table in METADATA.tables.items()}
