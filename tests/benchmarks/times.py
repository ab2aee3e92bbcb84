"""Measure the finding of times: speed beside its peers, growth, start-up.

usage: python -m tests.benchmarks.times [--characters N] [--jionlp PYTHON] [--chrono FOLDER]

`--jionlp` is an interpreter that has jionlp 1.5.29, `--chrono` a folder whose node_modules has chrono-node. All read
the same reports, one process each, their start-up left out; JioNLP reads a tenth of them.
"""

from __future__ import annotations

import argparse
import re
import sys

from calendar_app.model import Anchor
from calendar_app.normaliser.times import find_times
from tests.benchmarks.measure import HERE, peer, row, started, table, timed
from tests.benchmarks.news import ISSUED, reports, text
from tests.hard import HARD_TIMES

ANCHOR = Anchor(ISSUED)
SENTENCE = re.compile("[^。]+。?")
COLD = (
    "import time; began = time.perf_counter()\n"
    "from datetime import date\n"
    "from calendar_app.model import Anchor\n"
    "from calendar_app.normaliser.times import find_times\n"
    "{read}\n"
    "print(time.perf_counter() - began)"
)
FIRST = "find_times('4月28日下午2点半至5月3日，近日', Anchor(date(2024, 5, 20)))"
FIRST_FESTIVAL = "find_times('“五一”期间，农历四月初八前后', Anchor(date(2024, 5, 20)))"


def read(report: str) -> int:
    """Count the times of a report."""
    return len(find_times(report, ANCHOR))


def speed(title: str, texts: list[str], jionlp: str | None, chrono: str | None) -> None:
    """Compare with the peers on the same texts."""
    tenth = texts[: max(1, len(texts) // 10)]
    for other in reports(30_000, seed=1):  # compiles the rules' patterns
        read(other)
    javascript = ["node", str(HERE / "peer_chrono.mjs"), chrono or ""]
    python = [jionlp or "", str(HERE / "peer_jionlp.py"), "times"]
    found = {
        "calendar-app": timed(read, texts),
        "chrono-node (zh)": peer(javascript, ["LINES", ISSUED.isoformat()], texts) if chrono else None,
        "JioNLP (extract_time)": peer(python, ["LINES", ISSUED.isoformat()], tenth) if jionlp else None,
    }
    table(title, (row(name, each, "see --help for how to name it") for name, each in found.items()))


def growth() -> None:
    """Read ever longer texts, and texts that are hard on a pattern."""
    hard = {
        "100,000 digits": "1" * 100_000,
        "100,000 × 至": "至" * 100_000,
        "100,000 × 4月至": "4月至" * 100_000,
        "100,000 × (": "（" * 50_000 + "今天" + "）" * 50_000,
        "100,000 × 今天（": "今天（" * 100_000,
        "100,000 × “五一": "“五一" * 100_000,
        "100,000 × 五一、": "五一、" * 100_000,
        "100,000 blanks": "4月" + " " * 100_000 + "5日",
    }
    grown = {f"running text, {length:,d}": text(length) for length in (1_000, 100_000, 3_400_000)}
    hard |= {f"100,000 of {unit!r}": unit * (100_000 // len(unit)) for unit in HARD_TIMES.values()}
    table("Growth (one text each)", (row(name, timed(read, [each])) for name, each in (grown | hard).items()))


def start() -> None:
    """Start afresh."""
    cold = {"the first text": FIRST, "with festivals and lunar dates": FIRST_FESTIVAL, "the import alone": "pass"}
    sys.stdout.write("\nStart-up, a fresh process each\n")
    for name, code in cold.items():
        sys.stdout.write(f"{name:34s} {started(COLD.format(read=code)) * 1000:>9.0f} ms\n")


def main() -> None:
    """Measure all three."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--characters", type=int, default=1_000_000)
    arguments.add_argument("--jionlp", metavar="PYTHON")
    arguments.add_argument("--chrono", metavar="FOLDER")
    told = arguments.parse_args()
    whole = list(reports(told.characters))
    speed("Running text, report by report", whole, told.jionlp, told.chrono)
    sentences = [sentence for report in whole for sentence in SENTENCE.findall(report)]
    speed("Running text, sentence by sentence", sentences, told.jionlp, told.chrono)
    growth()
    start()


if __name__ == "__main__":
    main()
