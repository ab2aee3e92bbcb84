"""Read the gazetteer's CSV tables, ours and a user's."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def parts(cell: str) -> list[str]:
    """Split a cell that holds several names."""
    return cell.split("|") if cell else []


def rows(path: Path, *columns: str) -> Iterator[list[str]]:
    """Read the first columns of a table, whose header must name them so.

    Raises InputError, with the line, for another header or a row that is too short, and for a file that is no
    UTF-8 text.
    """
    width = len(columns)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines)
            if tuple(next(reader, [])[:width]) != columns:
                raise InputError(str(path), f"the first columns must be {','.join(columns)}", 1)
            for row in reader:
                if len(row) < width:
                    raise InputError(str(path), f"{len(row)} columns instead of {width} or more", reader.line_num)
                yield row[:width]
    except (UnicodeDecodeError, csv.Error) as problem:
        raise InputError(str(path), f"is no CSV table in UTF-8: {problem}") from problem
