"""Time the whole reading of pages: from text to events, in one process and in two.

usage: python -m tests.benchmarks.pages [REPORTS]      (default 5000)

Prints characters a second over generated pages, the growth from 100 KB to 10 MB of one page, and what a second worker
of `calendar-app extract --jsonl` brings.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from calendar_app.model import Page
from calendar_app.normaliser.stages import normalise_page
from tests.benchmarks.news import ISSUED, reports

REPORTS_A_PAGE = 8


def main() -> None:
    """Measure and print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    texts = pages(wanted)
    read(texts[0])  # tables and patterns are loaded once
    print(f"{wanted} reports, {len(texts)} pages, one process: {speed(texts):,.0f} characters a second")
    for size in (100_000, 1_000_000, 10_000_000):
        print(f"one page of {size:>10,} characters: {speed([one_page(size)]):>9,.0f} characters a second")
    one, two = (extract(texts, workers) for workers in (1, 2))
    print(f"extract --jsonl: one worker {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}")


def pages(wanted: int) -> list[str]:
    """Make pages of eight reports each, with a masthead and headlines."""
    stream = islice(reports(wanted * 1000), wanted)
    found = [f"第{number}号标题说了一件事\n\n本报讯（记者 闻溪）{each}" for number, each in enumerate(stream)]
    head = f"早间快报 {ISSUED.year}年{ISSUED.month}月{ISSUED.day}日 星期一"
    groups = (found[first : first + REPORTS_A_PAGE] for first in range(0, wanted, REPORTS_A_PAGE))
    return ["\n\n".join((head, *group)) for group in groups]


def one_page(size: int) -> str:
    """Make one page of a size."""
    text = "\n\n".join(pages(size // 300))
    return text[:size]


def read(text: str) -> int:
    """Read a page; give the number of its events."""
    return len(normalise_page(Page(id="p", text=text, issued=ISSUED, home="110000")).events)


def speed(texts: list[str]) -> float:
    """Give characters a second."""
    began = time.perf_counter()
    for each in texts:
        read(each)
    return sum(map(len, texts)) / (time.perf_counter() - began)


def extract(texts: list[str], workers: int) -> float:
    """Give the seconds that the command takes for all pages as one archive."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.jsonl"
        archive.write_text(
            "".join(json.dumps({"id": n, "text": text, "issued": str(ISSUED)}) + "\n" for n, text in enumerate(texts)),
            "utf-8",
        )
        command = [sys.executable, "-m", "calendar_app", "extract", "--jsonl", str(archive), "--workers", str(workers)]
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
