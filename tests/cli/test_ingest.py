"""A run that would take away much of what is to come stops and asks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from calendar_app.cli import main
from calendar_app.cli.ingest import now

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("“春声”合唱音乐会", "“墨韵”书法展", "“花语”插花讲座", "“球友”羽毛球赛", "“针线”手工市集", "“晨读”读书会")
PLACES = ("朝阳区文化馆", "大兴区图书馆", "东城区图书馆", "海淀体育馆", "丰台区文化馆", "通州区图书馆")


def _page(folder: Path, held: int) -> str:
    """Write a page on which so many things are announced for the coming weeks."""
    today = now().date()
    lines = [f"早间快报 {today.year}年{today.month}月{today.day}日"]
    for number, (name, place) in enumerate(zip(NAMES[:held], PLACES, strict=False)):
        day = today + timedelta(days=10 + number)
        told = f"{day.year}年{day.month}月{day.day}日，{name}将在{place}举行。"
        lines += ["", f"第{number + 1}则预告刊出", "", f"本报讯（记者 闻溪）{told}"]
    path = folder / "page.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'calendar.sqlite3'}"


def test_mass_change_stops_without_yes_and_goes_on_with_it(
    tmp_path: Path, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", _page(tmp_path, 6), "--database", database]) == 0
    again = ["ingest", _page(tmp_path, 2), "--database", database]
    capsys.readouterr()
    assert main(again) == 1
    told = capsys.readouterr()
    assert "4 of 6 coming events would be cancelled or withdrawn" in told.err
    assert "--yes" in told.err
    assert told.out.startswith("0 pages")
    assert main([*again, "--yes"]) == 0


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 1), ("", 1)])
def test_mass_change_is_asked_about_at_a_terminal(
    answer: str, status: int, tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ingest", _page(tmp_path, 6), "--database", database]) == 0
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    assert main(["ingest", _page(tmp_path, 2), "--database", database]) == status
