"""iCalendar below the grammar: octets, line ends, folding (RFC 5545, 3.1) and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.publishing.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 75
"""In octets, without the line break."""

MOST_OCTETS = 1_000_000
MOST_EVENTS = 1_000
"""Google Calendar is reported to stop at about 1 MB, or at some 1,111 events."""

_CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


def check_lines(content: bytes) -> tuple[Finding, ...]:
    """Test the lines of a calendar; of each rule, the first line that breaks it is told."""
    found: dict[str, Finding] = {}
    for finding in _all(content):
        found.setdefault(finding.rule, finding)
    return tuple(found.values())


def _all(content: bytes) -> Iterator[Finding]:
    if content.startswith(b"\xef\xbb\xbf"):
        yield Finding("bom", "begins with a byte order mark", 1)
    if len(content) > MOST_OCTETS:
        yield Finding("octets", f"{len(content)} octets: some clients stop at {MOST_OCTETS}")
    if not content.endswith(b"\r\n"):
        yield Finding("crlf", "the last line has no CRLF")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    for number, line in enumerate(lines, start=1):
        yield from _check_line(line, number)
    yield from _check_nesting(lines)


def _check_nesting(lines: list[bytes]) -> Iterator[Finding]:
    opened: list[bytes] = []
    for number, line in enumerate(lines, start=1):
        name, _, component = line.upper().partition(b":")
        if name == b"BEGIN":
            opened.append(component)
        elif name == b"END" and (not opened or opened.pop() != component):
            yield Finding("nesting", f"ends what has not begun: {component.decode(errors='replace')}", number)
            return
    if opened:
        yield Finding("nesting", f"{opened[-1].decode(errors='replace')} has no END")


def _check_line(line: bytes, number: int) -> Iterator[Finding]:
    if len(line) > LONGEST_LINE:
        yield Finding("folding", f"{len(line)} octets, {LONGEST_LINE} are allowed", number)
    if b"\n" in line or b"\r" in line:
        yield Finding("crlf", "a line ends without CRLF", number)
    elif _CONTROLS.search(line):
        yield Finding("controls", "has a control character", number)
    if not line.strip():
        yield Finding("blank", "is blank", number)
    try:
        line.decode()
    except UnicodeDecodeError:
        yield Finding("utf-8", "is not UTF-8, or folded within a character", number)
