"""Time and memory limits: a document is given so many seconds, and a parser that cannot be trusted a process.

`python -m calendar_app.reading.bounded MODULE:FUNCTION` hands what stands on standard input to a function and writes
what it answers as JSON.
"""

from __future__ import annotations

import importlib
import json
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that a parser's process may use."""


@contextmanager
def time_limit(seconds: int, name: str) -> Iterator[None]:
    """Give the block so many seconds, then raise InputError naming the document.

    Works in the main thread of systems with SIGALRM; elsewhere the block is not limited.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise InputError(name, f"could not be read in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def refusing(name: str, kind: str) -> Iterator[None]:
    """Turn whatever a parser that is not ours raises on a hostile document into an InputError naming the document."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:  # what such parsers raise is not documented
        raise InputError(name, f"is {kind} that cannot be read ({type(error).__name__})") from error


def in_process(function: str, raw: bytes, seconds: int, name: str) -> object:
    """Call `module:function` with the bytes in a process of its own, limited in time and memory.

    The function answers something that JSON can hold; its ValueError becomes an InputError naming the document.
    """
    command = [sys.executable, "-m", __name__, function]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=seconds, check=False)  # noqa: S603  our own
    except subprocess.TimeoutExpired:
        raise InputError(name, f"could not be read in {seconds} seconds") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise InputError(name, "is damaged, or asks for more memory than a document is given") from None
    if isinstance(answer, dict) and "problem" in answer:
        raise InputError(name, str(answer["problem"]))
    return answer


def main() -> None:
    """Answer one call."""
    _bound_memory()
    module, _, function = sys.argv[1].partition(":")
    try:
        answer: object = getattr(importlib.import_module(module), function)(sys.stdin.buffer.read())
    except ValueError as error:
        answer = {"problem": str(error)}
    sys.stdout.write(json.dumps(answer))


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415  Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
