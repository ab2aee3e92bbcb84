"""JSON Lines → Pages, one a line; what is wrong with a line comes in its place."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.archive import read_archive
from calendar_app.reading.given import Given

TEXT = "书市开张\n本报讯（记者 林晓）昨天，书市开张。"


def outcomes(*lines: str, limit: int = 1000) -> list[str]:
    stream = io.BytesIO("\n".join(lines).encode())
    found = read_archive(stream, Given(name="a.jsonl", home="110000"), Settings(max_bytes=limit))
    return [str(each) if isinstance(each, InputError) else each.id for each in found]


def test_read_archive_fields() -> None:
    document = {
        "id": "x",
        "text": TEXT,
        "publication": "京郊晚报",
        "home": "120000",
        "issued": "2024-05-20",
        "title": "t",
    }
    (page,) = read_archive(io.BytesIO(json.dumps(document).encode()), Given(name="a.jsonl", home="110000"), Settings())
    assert page == Page(
        id="x",
        text=TEXT,
        publication="京郊晚报",
        home="120000",
        issued=date(2024, 5, 20),
        issued_from="option",
        title="t",
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "a.jsonl, line 2: is no JSON document ("),
        ("[1]", 'a.jsonl, line 2: has no string "text"'),
        ('{"id": "x"}', 'a.jsonl, line 2: has no string "text"'),
        ('{"text": 3}', 'a.jsonl, line 2: has no string "text"'),
        ('{"text": "x", "home": 110000}', 'a.jsonl, line 2: "home" must be a string'),
        (
            '{"text": "x", "issued": "0001-01-01"}',
            "a.jsonl, line 2: \"issued\" must be of 1900 to 2199, not '0001-01-01'",
        ),
        ('{"text": "x", "issued": "May"}', "a.jsonl, line 2: \"issued\" must be a date such as 2023-04-28, not 'May'"),
        ("[" * 100_000, "a.jsonl, line 2: is no JSON document ("),
    ],
)
def test_read_archive_bad_line_is_passed_over(line: str, message: str) -> None:
    found = outcomes('{"id": "a", "text": "甲"}', line, "", '{"id": 7, "text": "乙"}', limit=200_000)
    assert [found[0], found[2]] == ["a", "7"]
    assert found[1].startswith(message)


def test_read_archive_long_line_is_passed_over() -> None:
    found = outcomes('{"text": "甲"}', '{"text": "' + "长" * 1000 + '"}', '{"text": "乙"}', limit=100)
    assert found == ["a.jsonl#1", "a.jsonl, line 2: is longer than 100 bytes", "a.jsonl#3"]


def test_read_archive_file_has_no_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "甲"}\n' * 50, "utf-8")
    assert len([page for page in read(path, settings=Settings(max_bytes=100)) if isinstance(page, Page)]) == 50
