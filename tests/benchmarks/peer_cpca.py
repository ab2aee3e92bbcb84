"""Time cpca over the lines of a file, in an interpreter that has it.

usage: peer_cpca.py LINES.txt
"""

import json
import sys
import time
from pathlib import Path

import cpca  # type: ignore[import-not-found] # a peer to measure, never a dependency

sentences = Path(sys.argv[1]).read_text("utf-8").split("\n")
cpca.transform(sentences[:1])  # loads its tables
began = time.perf_counter()
found = int(cpca.transform(sentences)["adcode"].notna().sum())
sys.stdout.write("\n" + json.dumps({"found": found, "seconds": time.perf_counter() - began}) + "\n")
