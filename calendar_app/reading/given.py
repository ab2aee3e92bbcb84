"""What the caller says of a document beside its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date


class Given(Struct, frozen=True, kw_only=True):
    """A document's name and the options that came with it; options win over everything that a page says of itself.

    `name` is what messages call it (a path, an address); `id` what its page is known by on every machine (a file
    name, a path inside a folder or an archive), the name where nothing else is said.
    """

    name: str
    id: str | None = None
    issued: date | None = None
    publication: str | None = None
    home: str | None = None
    url: str | None = None
    title: str | None = None
