"""ZIP archives → the pages in them, and no bombs."""

import io
import zipfile

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read

TEXT = "京郊晚报 2024年5月20日 星期一\n\n书市开张\n\n本报讯（记者 林晓）昨天，书市在密云区开张。\n"


def archive(*documents: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, document in documents:
            bundle.writestr(name, document)
    return buffer.getvalue()


def outcome(raw: bytes, settings: Settings | None = None) -> list[str]:
    return [each.id if isinstance(each, Page) else str(each) for each in read(raw, name="a.zip", settings=settings)]


def test_read_bundle() -> None:
    raw = archive(
        ("may/b.txt", TEXT.encode("gb18030")),
        ("a.htm", b"<html><body><founder-content><p>x</p></founder-content></body></html>"),
        ("style.css", b"p {}"),
        ("__MACOSX/._b.txt", b"\x00"),
        ("c.txt", b"\xff\xd8\xff\xe0"),
        ("d.jsonl", b'{"text": "x"}\n{'),
    )
    found = outcome(raw)
    assert found[:3] == ["a.zip/a.htm", "a.zip:c.txt: is a JPEG image, not text", "a.zip/d.jsonl#1"]
    assert found[3].startswith("a.zip:d.jsonl, line 2: is no JSON document")
    assert found[4:] == ["a.zip/may/b.txt"]


def test_read_bundle_name_in_gbk() -> None:
    raw = archive(("xxxx.txt", TEXT.encode()))
    assert outcome(raw.replace(b"xxxx", "头版".encode("gb18030"))) == ["a.zip/头版.txt"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            archive(("a.txt", b" " * 10_000_000)),
            "a.zip: would unpack to 10,000,000 bytes, more than is believable: a ZIP bomb",
        ),
        (
            archive(("a.zip", archive(("b.txt", b"x")))),
            "a.zip:a.zip: is an archive inside an archive, which is not opened",
        ),
        (archive(("a.css", b"p {}")), "a.zip: holds no page"),
        (archive(), "a.zip: is an empty ZIP archive, not text"),
        (archive(("a.txt", TEXT.encode()))[:-30], "a.zip: is a damaged ZIP archive (File is not a zip file)"),
    ],
)
def test_read_bundle_refuses(raw: bytes, message: str) -> None:
    assert outcome(raw) == [message]


def test_read_bundle_member_too_large() -> None:
    raw = archive(("a.txt", bytes(range(32, 127)) * 3))
    assert outcome(raw, Settings(max_bytes=100)) == ["a.zip:a.txt: is longer than 100 bytes"]


def test_read_bundle_size_is_a_lie() -> None:
    raw = archive(("a.txt", b"x" * 300), ("b.txt", TEXT.encode()))
    lie = raw.replace((300).to_bytes(4, "little"), (3).to_bytes(4, "little"))
    assert lie != raw
    found = list(read(lie, name="a.zip"))
    assert isinstance(found[0], InputError) or len(found[0].text) <= 300
    assert isinstance(found[1], Page)
