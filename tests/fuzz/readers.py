#!/usr/bin/env python3
"""Coverage-guided fuzzing of the readers and the splitter: no crash, no hang, every offset in its place.

usage: readers.py [-max_total_time=600] [CORPUS]      (libFuzzer's options; see README.md beside this)
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["calendar_app.reading"]):
    from calendar_app.config import Settings
    from calendar_app.model import InputError, Page
    from calendar_app.reading import pdf, read
    from calendar_app.reading.bounded import time_limit
    from calendar_app.reading.reports import split

SUFFIXES = (".txt", ".htm", ".xml", ".jsonl", ".zip", ".pdf")
SETTINGS = Settings(max_bytes=1_000_000, max_seconds=20)


def one_input(raw: bytes) -> None:
    """Read one document; its first byte chooses the name it goes under."""
    if not raw:
        return
    suffix = SUFFIXES[raw[0] % len(SUFFIXES)]
    if suffix == ".pdf":
        one_pdf(raw[1:])
        return
    if raw[1:].startswith(b"%PDF-"):
        return  # a process for each would be slow; one_pdf reads them in this one
    for page in read(raw[1:], name=f"page{suffix}", settings=SETTINGS):
        if isinstance(page, Page):
            hold(page)
        elif not isinstance(page, InputError):
            raise TypeError(page)


def one_pdf(raw: bytes) -> None:
    """Read a PDF in this process; damaged ones are refused, and the limit that stops a slow one is ours."""
    try:
        with time_limit(5, "page.pdf"):
            pdf.sheets(b"%PDF-1.4\n" + raw)
    except (ValueError, InputError):
        return


def hold(page: Page) -> None:
    """Hold the splitter to its word: every character of a body stands on the page where its passage says."""
    for report in split(page):
        body = report.body
        for offset in range(0, len(body.text), max(1, len(body.text) // 50)):
            begin, end = body.on_page((offset, offset + 1))
            there = page.text[begin:end]
            if body.text[offset] not in {there, "\n", " "} and page.text[begin] != "&":
                raise AssertionError((body.text[offset], there))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
