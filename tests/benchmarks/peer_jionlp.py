"""Time JioNLP over the lines of a file, in an interpreter that has it.

usage: peer_jionlp.py times|places LINES.txt 2024-05-20
"""

import json
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jionlp  # type: ignore[import-not-found] # a peer to measure, never a dependency

what, path, day = sys.argv[1:]
reports = Path(path).read_text("utf-8").split("\n")
reference = datetime.fromisoformat(day).replace(tzinfo=timezone(timedelta(hours=8))).timestamp()


def read(report: str) -> int:
    if what == "times":
        return len(jionlp.ner.extract_time(report, time_base=reference, with_parsing=True))
    return int(bool(jionlp.parse_location(report, town_village=True)))


read(reports[0])  # loads its tables
began = time.perf_counter()
found = sum(read(report) for report in reports)
sys.stdout.write("\n" + json.dumps({"found": found, "seconds": time.perf_counter() - began}) + "\n")
