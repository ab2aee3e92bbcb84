"""Chinese newspaper pages in, calendar feeds out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from calendar_app.config import Settings

__version__ = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """Build the web application; Flask is imported only when it is asked for."""
    from calendar_app.web import create_app as build  # noqa: PLC0415

    return build(settings)
