"""Time things once each and print what was measured as a table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HERE = Path(__file__).parent


class Measured(Struct, frozen=True):
    """What one run took: characters read, seconds, and how much was found."""

    characters: int
    seconds: float
    found: int

    @property
    def speed(self) -> float:
        """Give characters a second."""
        return self.characters / self.seconds


def timed(read: Callable[[str], int], texts: Sequence[str]) -> Measured:
    """Read texts one after the other in this process; `read` gives how much it found."""
    began = time.perf_counter()
    found = sum(map(read, texts))
    return Measured(sum(map(len, texts)), time.perf_counter() - began, found)


def peer(command: Sequence[str], arguments: Sequence[str], texts: Sequence[str]) -> Measured | None:
    """Run a peer's script over the same texts in its own process; None when the peer is not there.

    The script is given a file with a text a line and prints `{"found": …, "seconds": …}` last, its start-up left out.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as lines:
        lines.write("\n".join(texts))
        lines.flush()
        where = [argument.replace("LINES", lines.name) for argument in arguments]
        try:
            done = subprocess.run([*command, *where], capture_output=True, text=True, encoding="utf-8", check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
    told = json.loads(done.stdout.strip().rpartition("\n")[2])
    return Measured(sum(map(len, texts)), told["seconds"], told["found"])


def started(code: str) -> float:
    """Run code in a fresh interpreter that prints seconds, three times, and give the best.

    Bytecode is kept between the runs, as an installed package has it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code]
    with tempfile.TemporaryDirectory() as kept:
        environment["PYTHONPYCACHEPREFIX"] = kept
        runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def row(name: str, measured: Measured | None, missing: str = "") -> str:
    """Write one line of the table."""
    if measured is None:
        return f"{name:34s} missing: {missing}\n"
    speed = f"{measured.seconds:>9.3f} {measured.speed:>14,.0f}"
    return f"{name:34s} {measured.characters:>12,d} {speed} {measured.found:>9,d}\n"


def table(title: str, rows: Iterable[str]) -> None:
    """Print a table."""
    columns = f"{'':34s} {'characters':>12s} {'seconds':>9s} {'characters/s':>14s} {'found':>9s}"
    head = f"\n{title}\n{columns}\n"
    sys.stdout.write(head + "".join(rows))
    sys.stdout.flush()
