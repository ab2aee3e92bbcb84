"""PDF → Pages, one a sheet: pdfminer finds boxes of text, headlines are told by their size.

Runs in a process of its own (`bounded.py`): a PDF may be a bomb. A scanned sheet has no text and is refused.
"""

from __future__ import annotations

import io
import re
from statistics import median
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from calendar_app.model import Found, InputError, Page
from calendar_app.reading.bounded import in_process
from calendar_app.reading.markup import INDENT
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from calendar_app.config import Settings
    from calendar_app.reading.given import Given

HEADLINE_SIZE = 1.25
"""A headline's letters are at least this many times as large as the sheet's usual ones."""

INDENTED = 1.2
"""A line that begins this many letters right of its box's edge begins a paragraph."""

COLUMN_GAP = 4.0
"""Points between two columns, at least."""

SCANNED = "scanned: a picture without text, which no reader here can read"


def read_pdf(raw: bytes, given: Given, settings: Settings) -> Iterator[Page | InputError]:
    """Read every sheet of a PDF; a sheet without an issue date takes the first one's."""
    if len(raw) > settings.max_bytes:
        raise InputError(given.name, f"is {len(raw):,} bytes long; at most {settings.max_bytes:,} are read")
    sheets = in_process(f"{__name__}:sheets", raw, settings.max_seconds, given.name)
    if not isinstance(sheets, list) or not any(sheets):
        raise InputError(given.name, f"is {SCANNED}")
    stated: list[Found] = []
    for number, text in enumerate(sheets, 1):
        if not text:
            yield InputError(given.name, f"sheet {number} is {SCANNED}")
            continue
        identity = given.id or given.name
        page = make_page(text, replace(given, id=identity if len(sheets) == 1 else f"{identity}#page={number}"), stated)
        if not stated and page.issued and page.issued_from:
            stated = [Found(page.issued.isoformat(), page.issued_from)]
        yield page


def sheets(raw: bytes) -> list[str]:
    """List the text of every sheet; ValueError when the bytes are no PDF that can be opened."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415  loaded in a process of its own
    from pdfminer.layout import LAParams, LTTextBox  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed  # noqa: PLC0415

    try:
        return [
            _sheet([box for box in page if isinstance(box, LTTextBox)])
            for page in extract_pages(io.BytesIO(raw), laparams=LAParams(boxes_flow=0.3, detect_vertical=False))
        ]
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise ValueError("is locked with a password") from None
    except Exception as error:  # what the parser raises on a hostile document is not documented
        raise ValueError(f"is a damaged PDF ({type(error).__name__})") from error


def _sheet(boxes: list[Any]) -> str:
    lines = [(box, line) for box in boxes for line in box]
    sizes = [_size(line) for _, line in lines for _ in line.get_text().strip()]
    if not sizes:
        return ""
    usual = median(sizes)
    blocks = []
    for box in _in_order(boxes):
        printed = [_printed(line, box, usual) for line in box if line.get_text().strip()]
        blocks.append("\n".join(printed))
    return "\n\n".join(block for block in blocks if block)


def _in_order(boxes: list[Any]) -> list[Any]:
    """Put boxes into the order in which a sheet is read: column by column where a gap parts columns, else downwards."""
    ordered: list[Any] = []
    waiting = [boxes]
    while waiting:
        group = waiting.pop()
        columns = _parted(group, lambda box: (box.x0, box.x1), COLUMN_GAP)
        if len(columns) > 1:
            waiting.extend(reversed(columns))
            continue
        rows = _parted(group, lambda box: (-box.y1, -box.y0), 0)
        if len(rows) > 1:
            waiting.append([box for row in rows[1:] for box in row])
            waiting.append(rows[0])
        else:
            ordered += sorted(group, key=lambda box: (-box.y1, box.x0))
    return ordered


def _parted(boxes: list[Any], extent: Callable[[Any], tuple[float, float]], gap: float) -> list[list[Any]]:
    """Part boxes wherever a gap runs through all of them, along one axis."""
    parted: list[list[Any]] = []
    reached = 0.0
    for box in sorted(boxes, key=extent):
        begin, end = extent(box)
        if parted and begin < reached + gap:
            parted[-1].append(box)
            reached = max(reached, end)
        else:
            parted.append([box])
            reached = end
    return parted


def _printed(line: Any, box: Any, usual: float) -> str:  # noqa: ANN401  pdfminer's own types come with it
    """Set one line as plain text: a headline apart, a paragraph's first line indented."""
    text = re.sub(r"\s+", " ", line.get_text()).strip()
    if _size(line) >= HEADLINE_SIZE * usual:
        return f"\n{text}\n"
    return INDENT + text if line.x0 - box.x0 > INDENTED * usual and len(text) > 1 else text


def _size(line: Any) -> float:  # noqa: ANN401  pdfminer's own types come with it
    """Measure the letters of a line, in points."""
    letters = [letter.size for letter in line if hasattr(letter, "size")]
    return median(letters) if letters else 0.0
