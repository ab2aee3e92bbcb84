"""Files, folders and bytes → pages; what cannot be read comes in its place among them."""

from datetime import date
from pathlib import Path

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read

TEXT = "京郊晚报 2024年5月20日 星期一\n\n书市开张\n\n本报讯（记者 林晓）昨天，书市在密云区开张。\n"


def outcome(source: Path | bytes, **options: object) -> list[tuple[str, str]]:
    """Give each page's id and issue date, and each refusal's message."""
    found = read(source, **options)  # type: ignore[arg-type]  # the options are the function's own
    return [(each.id, str(each.issued)) if isinstance(each, Page) else ("refused", str(each)) for each in found]


def test_read_bytes() -> None:
    assert outcome(TEXT.encode("gb18030"), name="a.txt") == [("a.txt", "2024-05-20")]


def test_read_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert outcome(path) == [("a.txt", "2024-05-20")]
    assert outcome(path, issued=date(2024, 6, 1)) == [("a.txt", "2024-06-01")]


def test_read_folder_one_page_is_broken(tmp_path: Path) -> None:
    (tmp_path / "may").mkdir()
    (tmp_path / "may" / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16"))
    (tmp_path / "style.css").write_text("p {}", "utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    assert outcome(tmp_path) == [
        ("a.txt", "2024-05-20"),
        ("refused", f"{tmp_path / 'c.txt'}: is a JPEG image, not text"),
        ("may/b.txt", "2024-05-20"),
    ]


def test_read_what_is_not_there(tmp_path: Path) -> None:
    assert outcome(tmp_path / "none.txt") == [("refused", f"{tmp_path / 'none.txt'}: no such file or directory")]
    assert outcome(tmp_path) == [("refused", f"{tmp_path}: holds no page")]


def test_read_too_large_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 200)
    assert outcome(path, settings=Settings(max_bytes=100)) == [
        ("refused", f"{path}: is 200 bytes long; at most 100 are read")
    ]


def test_read_refusal_is_a_value() -> None:
    (only,) = read(b"", name="empty.txt")
    assert isinstance(only, InputError)
    assert (only.path, only.problem, only.line) == ("empty.txt", "is empty", None)
