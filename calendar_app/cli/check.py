"""`calendar-app check`: test a feed as calendar clients and feed readers would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.config import Settings
from calendar_app.model import InputError

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Print what is wrong with a feed; the exit status is 1 when anything is."""
    from calendar_app.publishing.checks import check

    findings = check(_bytes_of(options.feed))
    for finding in findings:
        print(finding)
    print(f"{options.feed}: {len(findings)} faults" if findings else f"{options.feed}: no fault found")
    return 1 if findings else 0


def _bytes_of(feed: str) -> bytes:
    if feed.startswith(("http://", "https://")):
        from calendar_app.reading.fetch import fetch

        return fetch(feed, Settings.from_environment())
    try:
        return Path(feed).read_bytes()
    except OSError as problem:
        raise InputError(feed, (problem.strerror or "cannot be read").lower()) from problem
