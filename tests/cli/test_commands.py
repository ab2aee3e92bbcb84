"""The commands as a person or a script calls them."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from calendar_app.cli import main

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "pages"
PAGE = SAMPLES / "workers-2023-04-28.txt"
REPORT = """早间快报 2024年5月10日 星期五

合唱声里迎初夏

本报讯(记者 闻溪)昨天下午，“初夏之约”合唱音乐会在首都图书馆举行。
"""


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))

    return give


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


# ---------------------------------------------------------------- wrong use, bad input


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["extract"],
        ["extract", "--json", "--ics", "page.txt"],
        ["times", "近日", "--on", "neulich"],
        ["extract", "page.txt", "--issued", "2023-02-30"],
        ["serve", "--port", "99999"],
        ["extract", "--jsonl", "--workers", "0"],
    ],
)
def test_wrong_use_exits_2_with_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code  # type: ignore[assignment]  # argparse exits with a number
    told = capsys.readouterr()
    assert (status, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert told.err.startswith("calendar-app")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))),
        ("missing.txt", None),
    ],
)
def test_unreadable_page_is_named_and_exits_1(
    name: str, raw: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / name
    if raw is not None:
        page.write_bytes(raw)
    assert main(["extract", str(page)]) == 1
    assert name in capsys.readouterr().err


def test_page_over_the_size_limit_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALENDAR_APP_MAX_BYTES", "1000")
    page = tmp_path / "huge.txt"
    page.write_text("长" * 1000, "utf-8")
    assert main(["extract", str(page)]) == 1
    assert "huge.txt" in capsys.readouterr().err


def test_one_broken_page_does_not_stop_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "c.txt").write_text(REPORT.replace("初夏之约", "再次相约"), "utf-8")
    database = f"sqlite:///{tmp_path / 'store' / 'calendar.sqlite3'}"
    assert main(["ingest", str(tmp_path), "--database", database]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 pages, 2 reports: ")
    assert "b.txt" in told.err


@pytest.mark.parametrize("words", ["2月30日", "25时"])
def test_impossible_time_goes_to_review(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(REPORT + f"\n本报讯(记者 闻溪)音乐会将于{words}加演。\n", "utf-8")
    assert main(["extract", str(page), "--json"]) == 1
    told = capsys.readouterr()
    assert f"page.txt, line 7: no calendar has this date: 音乐会将于{words}加演" in told.err
    (read,) = lines(told.out)
    reviews = [review for report in read["reports"] for review in report["review"]]  # type: ignore[attr-defined]
    assert [(each["reason"], words in each["text"]) for each in reviews] == [("impossible-date", True)]


# ---------------------------------------------------------------- extract


def test_extract_prints_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(PAGE)]) == 0
    told = capsys.readouterr().out
    assert "6 reports" in told
    assert "大兴区" in told


def test_extract_prints_a_calendar(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", str(PAGE), "--ics"]) == 0
    told = capfdbinary.readouterr().out
    assert told.startswith(b"BEGIN:VCALENDAR\r\n")
    assert told.endswith(b"END:VCALENDAR\r\n")


def test_extract_answers_each_line_in_order(stdin: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    stdin(
        json.dumps({"id": 1, "text": REPORT}) + "\n{broken\n" + json.dumps({"id": 3, "text": 7}) + "\n\n"
        + json.dumps({"id": 4, "text": REPORT, "issued": "2024-05-11"}) + "\n"
    )  # fmt: skip
    assert main(["extract", "--jsonl"]) == 1
    answers = lines(capsys.readouterr().out)
    assert [each["id"] for each in answers] == [1, None, 3, 4]
    assert ["error" in each for each in answers] == [False, True, True, False]
    assert "line 2" in str(answers[1]["error"])
    assert [each.get("issued") for each in answers] == ["2024-05-10", None, None, "2024-05-11"]


def test_extract_with_workers_answers_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "pages.jsonl"
    archive.write_text("".join(json.dumps({"id": n, "text": REPORT}) + "\n" for n in range(200)), "utf-8")
    main(["extract", "--jsonl", str(archive)])
    alone = capsys.readouterr().out
    main(["extract", "--jsonl", str(archive), "--workers", "2"])
    assert capsys.readouterr().out == alone
    assert len(alone.splitlines()) == 200


def test_issue_date_may_be_given_as_people_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(REPORT, "utf-8")
    assert main(["extract", str(page), "--json", "--issued", "2024年5月11日"]) == 0
    (read,) = lines(capsys.readouterr().out)
    assert (read["issued"], read["issued_from"]) == ("2024-05-11", "option")


def test_extract_is_the_same_twice(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(PAGE), "--json"])
    first = capsys.readouterr().out
    main(["extract", str(PAGE), "--json"])
    assert capsys.readouterr().out == first


def test_spans_lead_back_into_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(PAGE), "--json"])
    (read,) = lines(capsys.readouterr().out)
    page = PAGE.read_text("utf-8")
    places = [event["where"] for report in read["reports"] for event in report["events"]]  # type: ignore[attr-defined]
    assert [page[slice(*where["span"])] for where in places if where["span"]] == [
        where["text"] for where in places if where["span"]
    ]
    evidence = [each for report in read["reports"] for event in report["events"] for each in event["evidence"]]  # type: ignore[attr-defined]
    assert len(evidence) > 10
    for each in evidence:
        begin, end = each["span"]
        assert squeezed(each["quote"]) in squeezed(page[begin:end])


def squeezed(text: str) -> str:
    return "".join(text.split())


# ---------------------------------------------------------------- times, places, explain


def test_times_prints_value_and_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["times", "近日，音乐会举行。", "--on", "2023-04-28"]) == 0
    assert "[2023-04-21..2023-04-28]" in capsys.readouterr().out


def test_times_without_a_day_to_lean_on_says_so(
    stdin: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(json.dumps({"id": "a", "text": "昨天开幕"}))
    assert main(["times", "--jsonl"]) == 0
    (answer,) = lines(capsys.readouterr().out)
    assert [(each["edtf"], each["unresolved"]) for each in answer["mentions"]] == [(None, "no-issue-date")]  # type: ignore[attr-defined]


def test_places_prints_district_and_basis(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "音乐会在首都图书馆举行。"]) == 0
    told = capsys.readouterr().out
    assert "朝阳区" in told
    assert "basis: venue" in told


def test_explain_tells_rules_and_what_was_rejected(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(PAGE)]) == 0
    told = capsys.readouterr().out
    assert "rule recently" in told
    assert "dates no event" in told


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(REPORT.replace("合唱声里", "合唱\x1b[31m声里"), "utf-8")
    main(["explain", str(page)])
    assert "\x1b" not in capsys.readouterr().out


# ---------------------------------------------------------------- the whole answer, kept


@pytest.mark.parametrize(
    ("form", "golden"), [("--json", "workers-2023-04-28.json"), ("--ics", "workers-2023-04-28.ics")]
)
def test_a_page_gives_the_golden_answer(form: str, golden: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", form, str(PAGE)]) == 0
    assert capsysbinary.readouterr().out == (Path(__file__).parent / "golden" / golden).read_bytes()
