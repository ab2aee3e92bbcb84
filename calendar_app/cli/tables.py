"""Tables for people: columns that line up on a terminal, where a Chinese character is two cells wide."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 60) -> str:
    """Lay out rows under their head; a cell wider than `widest` cells is cut with an ellipsis."""
    cells = [[clip(clean(cell), widest) for cell in row] for row in (head, *rows)]
    widths = [max(width(row[i]) for row in cells) for i in range(len(head))]
    return "\n".join("  ".join(pad(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cells)


def width(text: str) -> int:
    """Count the terminal cells of a text."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, cells: int) -> str:
    """Fill a text up with spaces to a number of cells."""
    return text + " " * (cells - width(text))


def clip(text: str, cells: int) -> str:
    """Cut a text to a number of cells."""
    if width(text) <= cells:
        return text
    kept = ""
    for character in text:
        if width(kept) + width(character) > cells - 1:
            break
        kept += character
    return kept + "…"


def clean(text: str) -> str:
    """Put a text on one line, without the control characters that would steer a terminal."""
    return "".join(
        " " if character in "\n\t" else character
        for character in text
        if character in "\n\t" or category(character) != "Cc"
    )
