"""Regular expressions that are compiled when a text first asks for them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Pattern:
    """A regular expression; a class of Chinese characters takes so long to compile that few should at start-up."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compile it, once."""
        return re.compile(self.source, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at an offset."""
        return self.compiled.match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first match."""
        return self.compiled.search

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match a whole stretch."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Find every match in turn."""
        return self.compiled.finditer
