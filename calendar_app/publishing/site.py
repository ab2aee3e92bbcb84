"""A site as static files, for any web server: each page and feed as it is served, under the name that serves it.

A file is replaced at once or not at all, and left untouched while its bytes are the same, so that its modification
time serves as a validator. What an earlier run wrote and this one did not is taken away; nothing else is.
"""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import PurePosixPath
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

MANIFEST = ".published.json"
"""The list of files that the last run wrote."""

LONGEST_NAME = 255
"""The longest file name that file systems take, in octets."""

_LINK = re.compile(r"\b(?:href|src)=\"(?P<address>/[^\"?#/][^\"?#]*)\"")


class Served(NamedTuple):
    """What an address answers: its bytes and their media type."""

    content: bytes
    media_type: str


class Published(Struct, frozen=True):
    """How many files a run wrote anew, left as they were, and took away."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        """Sum up a run."""
        return f"{self.written} files written, {self.unchanged} unchanged, {self.removed} removed"


def publish(
    fetch: Callable[[str], Served | None], starts: Iterable[str], follow: Sequence[str], folder: Path
) -> Published:
    """Write what `fetch` gives for the `starts`, and for the links of its pages that begin with one of `follow`.

    `fetch` takes an address without a query and gives None for one that is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = _manifest(folder)
    written = unchanged = 0
    names: set[str] = set()
    for address, served in _walk(fetch, starts, tuple(follow)):
        name = file_name(address, served.media_type)
        if name is None or name in names:
            continue
        names.add(name)
        if _replace(folder / name, served.content):
            written += 1
        else:
            unchanged += 1
    gone = sorted(before - names)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    _replace(folder / MANIFEST, json.dumps(sorted(names), ensure_ascii=False, indent=0).encode())
    return Published(written, unchanged, len(gone))


def _walk(
    fetch: Callable[[str], Served | None], starts: Iterable[str], follow: tuple[str, ...]
) -> Iterator[tuple[str, Served]]:
    waiting = dict.fromkeys(starts)
    seen: set[str] = set()
    while waiting:
        address = next(iter(waiting))
        del waiting[address]
        seen.add(address)
        served = fetch(address)
        if served is None:
            continue
        yield address, served
        if served.media_type.startswith("text/html"):
            links = (unescape(found["address"]) for found in _LINK.finditer(served.content.decode()))
            waiting |= dict.fromkeys(each for each in links if each.startswith(follow) and each not in seen)


def file_name(address: str, media_type: str) -> str | None:
    """Name the file of an address, as `try_files $uri $uri.html` finds it; None when no file can be so named."""
    parts = PurePosixPath(unquote(address)).parts[1:]
    if media_type.startswith("text/html"):
        parts = (*parts[:-1], f"{parts[-1]}.html") if parts else ("index.html",)
    safe = all(part not in (".", "..") and "\x00" not in part and len(part.encode()) <= LONGEST_NAME for part in parts)
    return "/".join(parts) if parts and safe else None


def _replace(path: Path, content: bytes) -> bool:
    """Put content in place of a file's at once; leave the file alone when it has that content. Tell which."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as fresh:
        fresh.write(content)
    os.chmod(fresh.name, 0o644)  # noqa: PTH101  a temporary file is its owner's alone
    os.replace(fresh.name, path)  # noqa: PTH105  atomic, over what is there
    return True


def _manifest(folder: Path) -> set[str]:
    try:
        return set(json.loads((folder / MANIFEST).read_bytes()))
    except (FileNotFoundError, ValueError):
        return set()
