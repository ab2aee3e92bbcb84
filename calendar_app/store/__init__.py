"""What is known, over time: pages, the events told on them, their changes, and what waits for review."""

from calendar_app.store.braking import Brake, MassChange
from calendar_app.store.database import Store
from calendar_app.store.ingesting import Ingested
from calendar_app.store.records import Change, Coverage, Pieces, Reviewed, Stay, Told, Validator

__all__ = [
    "Brake",
    "Change",
    "Coverage",
    "Ingested",
    "MassChange",
    "Pieces",
    "Reviewed",
    "Stay",
    "Store",
    "Told",
    "Validator",
]
