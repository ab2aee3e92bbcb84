"""Measure the finding of places: speed beside its peers, growth, start-up.

usage: python -m tests.benchmarks.places [--characters N] [--jionlp PYTHON] [--cpca PYTHON]

`--jionlp` and `--cpca` are interpreters that have them. All read the same sentences, one process each, their start-up
left out; the peers, made for single addresses, read a tenth of them. `found` counts mentions here, sentences placed
there.
"""

from __future__ import annotations

import argparse
import re
import sys

from calendar_app.normaliser.places import find_places, locate
from tests.benchmarks.measure import HERE, peer, row, started, table, timed
from tests.benchmarks.news import ISSUED, reports, text
from tests.hard import HARD_PLACES

HOME = "110000"
COLD = (
    "import time; began = time.perf_counter()\n"
    "from calendar_app.normaliser.places import locate\n"
    "locate('活动在顺义区工人文化宫举行', '110000')\n"
    "print(time.perf_counter() - began)"
)
SENTENCE = re.compile("[^。]+。?")


def find(sentence: str) -> int:
    """Count the places of a sentence."""
    return len(find_places(sentence))


def place(sentence: str) -> int:
    """Count the places of a sentence and settle where it takes place."""
    return len(locate(sentence, HOME)[0])


def speed(characters: int, jionlp: str | None, cpca: str | None) -> None:
    """Compare with the peers on the same sentences."""
    sentences = [sentence for report in reports(characters) for sentence in SENTENCE.findall(report)]
    tenth = sentences[: max(1, len(sentences) // 10)]
    place(sentences[0])
    jionlp_script = [jionlp or "", str(HERE / "peer_jionlp.py"), "places"]
    found = {
        "calendar-app: find_places": timed(find, sentences),
        "calendar-app: locate": timed(place, sentences),
        "JioNLP (parse_location)": peer(jionlp_script, ["LINES", ISSUED.isoformat()], tenth) if jionlp else None,
        "cpca (transform)": peer([cpca, str(HERE / "peer_cpca.py")], ["LINES"], tenth) if cpca else None,
    }
    table("Running text, sentence by sentence", (row(name, each, "see --help") for name, each in found.items()))


def growth() -> None:
    """Read ever longer texts, and texts that are hard on a search for names."""
    hard = {
        "100,000 × 区": "区" * 100_000,
        "100,000 × 北京": "北京" * 100_000,
        "100,000 × 在(": "在（" * 100_000,
        "100,000 × 朝阳区朝阳": "朝阳区朝阳" * 100_000,
    }
    grown = {f"running text, {length:,d}": text(length) for length in (1_000, 100_000, 1_000_000)}
    hard |= {f"100,000 of {unit!r}": unit * (100_000 // len(unit)) for unit in HARD_PLACES}
    table("Growth (one text each)", (row(name, timed(find, [each])) for name, each in (grown | hard).items()))


def main() -> None:
    """Measure all three."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--characters", type=int, default=1_000_000)
    arguments.add_argument("--jionlp", metavar="PYTHON")
    arguments.add_argument("--cpca", metavar="PYTHON")
    told = arguments.parse_args()
    speed(told.characters, told.jionlp, told.cpca)
    growth()
    sys.stdout.write(f"\nStart-up, a fresh process with its first sentence: {started(COLD) * 1000:.0f} ms\n")


if __name__ == "__main__":
    main()
