""".zip of pages → their documents, bounded: a small archive must not become a large amount of work."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.config import Settings

MOST_MEMBERS = 20_000
MOST_TIMES = 200
"""Text shrinks to a tenth, seldom to a hundredth; what grows more than this many times is a bomb."""

MOST_TOTAL = 20
"""All members together may have this many times the size of the largest document read."""


def members(raw: bytes, name: str, settings: Settings) -> Iterator[tuple[str, bytes] | InputError]:
    """Yield every document of an archive with its path, in order of path; refuse bombs, locked and broken archives."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        listed = sorted((each for each in archive.infolist() if not each.filename.endswith("/")), key=_path)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise InputError(name, f"is a damaged ZIP archive ({error})") from None
    size = sum(each.file_size for each in listed)
    if len(listed) > MOST_MEMBERS:
        raise InputError(name, f"holds {len(listed):,} files; at most {MOST_MEMBERS:,} are read")
    if size > MOST_TOTAL * settings.max_bytes or size > MOST_TIMES * len(raw):
        raise InputError(name, f"would unpack to {size:,} bytes, more than is believable: a ZIP bomb")
    left = MOST_TOTAL * settings.max_bytes
    for each in listed:
        if not each.filename:
            yield InputError(name, "holds a file without a name: the archive is damaged")
            continue
        if any(part.startswith((".", "__MACOSX")) for part in _path(each).split("/")):
            continue
        try:
            document = _unpacked(archive, each, min(left, settings.max_bytes))
        except InputError as error:
            yield InputError(f"{name}:{_path(each)}", error.problem)
            continue
        left -= len(document)
        yield _path(each), document


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack one member, never more than is allowed, whatever the archive says of its size."""
    if member.flag_bits & 0x1:
        raise InputError(member.filename, "is locked with a password")
    try:
        with archive.open(member) as stream:
            document = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise InputError(member.filename, f"is damaged ({error})") from None
    if len(document) > most:
        raise InputError(member.filename, f"is longer than {most:,} bytes")
    return document


def _path(member: zipfile.ZipInfo) -> str:
    """Read a member's path; old Chinese archives write it in GBK and do not say so."""
    path = member.filename
    if not member.flag_bits & 0x800:
        try:
            path = path.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            path = member.filename
    return path.replace("\\", "/").lstrip("/")
