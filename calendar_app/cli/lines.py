"""JSON Lines in, JSON Lines out: in order, one answer a line; a bad line is answered with its error."""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING, Any

from calendar_app.model import InputError
from calendar_app.publishing.jsonl import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Line = dict[str, Any]


def answer_lines(stream: IO[str], answer: Callable[[Line], Line]) -> int:
    """Answer every line of a stream on standard output; the exit status is 1 when any line was bad."""
    status = 0
    for reply in map_lines(stream, answer):
        status |= "error" in reply
        print(dumps(reply))
    return status


def map_lines(stream: Iterable[str], answer: Callable[[Line], Line]) -> Iterable[Line]:
    """Yield the answer to each line, or `{"id", "error"}`; blank lines are passed over."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield answer_line(line, number, answer)


def answer_line(line: str, number: int, answer: Callable[[Line], Line]) -> Line:
    """Answer one line, whatever is wrong with it."""
    identifier = None
    try:
        question = _parse(line)
        identifier = question.get("id")
        if not isinstance(question.get("text"), str):
            raise ValueError('"text" must be a string')  # noqa: TRY004, TRY301  told like any other fault of a line
        return answer(question)
    except (InputError, ValueError) as problem:
        return {"id": identifier, "error": f"line {number}: {problem}"}
    except RecursionError:
        return {"id": identifier, "error": f"line {number}: nested too deeply"}


def _parse(line: str) -> Line:
    """Read one line; anything but a JSON object raises ValueError."""
    try:
        question = json.loads(line)
    except json.JSONDecodeError as problem:
        raise ValueError(f"no JSON ({problem.msg} at column {problem.colno})") from problem
    if not isinstance(question, dict):
        raise ValueError("a JSON object is wanted")  # noqa: TRY004  what is wrong is the line's value
    return question


def text_or_stdin(text: str | None) -> str:
    """Give the text of the command line, or what stands on standard input."""
    return sys.stdin.read() if text is None else text
