"""Time and memory limits of a document."""

import threading
import time

import pytest

from calendar_app.model import InputError
from calendar_app.reading.bounded import in_process, refusing, time_limit


def test_time_limit_stops() -> None:
    with pytest.raises(InputError, match=r"^a\.txt: could not be read in 1 seconds$"), time_limit(1, "a.txt"):
        time.sleep(20)


def test_time_limit_is_lifted() -> None:
    with time_limit(1, "a.txt"):
        pass
    time.sleep(1.1)


def test_time_limit_in_another_thread_is_none() -> None:
    done = []

    def work() -> None:
        with time_limit(1, "a.txt"):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_in_process_answers() -> None:
    assert in_process("json:loads", b'{"a": [1]}', 20, "a") == {"a": [1]}


def test_in_process_problem() -> None:
    with pytest.raises(InputError, match=r"^a: Expecting value"):
        in_process("json:loads", b"x", 20, "a")


def test_in_process_dies() -> None:
    with pytest.raises(InputError, match=r"^a: is damaged, or asks for more memory"):
        in_process("os:_exit", b"", 20, "a")


def test_refusing() -> None:
    with pytest.raises(InputError, match=r"^a: is a feed that cannot be read \(KeyError\)$"), refusing("a", "a feed"):
        raise KeyError("x")
    with pytest.raises(InputError, match=r"^b: is empty$"), refusing("a", "a feed"):
        raise InputError("b", "is empty")
