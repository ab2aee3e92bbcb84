from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Division, InputError
from calendar_app.normaliser.places import Gazetteer, find_places, locate
from calendar_app.normaliser.places.gazetteer import default

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "name,aliases,kind,adcode,township,inner,source\n"


def districts(text: str, gazetteer: Gazetteer, home: str | None = "110000") -> tuple[str, ...]:
    return tuple(d.adcode for d in locate(text, home, gazetteer)[1].districts)


def own(folder: Path, rows: str) -> Path:
    path = folder / "own.csv"
    path.write_text(HEADER + rows, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("崇文区的讲座在崇文区举行", ("110101",)),  # a district that is no more
        ("展演在拱辰街道举行", ("110111",)),
        ("展演在高碑店举行", ("110105",)),  # a township's stem, before the city of Hebei
        ("义诊走进南关社区", ("110111",)),
        ("演出在首图举行", ("110105",)),
        ("诗会在听涛轩举行", ("110102",)),  # a part with a name of its own
        ("济南市中区", ("370103",)),
        ("市集在晓月北街开市", ("110111",)),
    ],
)
def test_gazetteer_reads_every_table(small: Gazetteer, text: str, expected: tuple[str, ...]) -> None:
    assert districts(text, small) == expected


def test_gazetteer_gives_township_of_venue(small: Gazetteer) -> None:
    assert locate("讲座在拱辰书院举行", "110000", small)[1].township == Division("110111001", "拱辰街道")


def test_gazetteer_gives_town_hall_of_every_like_named_district(small: Gazetteer) -> None:
    assert districts("展览在朝阳区文化馆开幕", small, "110000") == ("110105",)
    assert districts("展览在朝阳区文化馆开幕", small, "220100") == ("220104",)


def test_gazetteer_of_user_wins(small: Gazetteer, tables: Path, tmp_path: Path) -> None:
    assert districts("演出在首都图书馆举行", small) == ("110105",)
    mine = Gazetteer.load(own(tmp_path, "首都图书馆,省图,library,110115,,,own\n"), tables)
    assert districts("演出在首都图书馆举行", mine) == ("110115",)
    assert districts("演出在省图举行", mine) == ("110115",)


def test_gazetteer_of_user_may_be_folder(tables: Path, tmp_path: Path) -> None:
    own(tmp_path, "蓝房子剧社,,theatre,110111,,,own\n")
    assert districts("演出在蓝房子剧社举行", Gazetteer.load(tmp_path, tables)) == ("110111",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (HEADER + "蓝房子,,theatre,999999,,,own\n", "蓝房子 has the unknown adcode '999999'"),
        (HEADER + "蓝房子,theatre\n", "line 2: 2 columns instead of 6 or more"),
        (HEADER + "蓝,,theatre,110111,,,own\n", "'蓝' is no name: it wants two characters or more, on one line"),
        (HEADER + '"蓝房\n子",,theatre,110111,,,own\n', "is no name: it wants two characters or more, on one line"),
        ("title,place\n", "line 1: the first columns must be name,aliases,kind,adcode,township,inner"),
        ("", "line 1: the first columns must be name,aliases,kind,adcode,township,inner"),
    ],
)
def test_gazetteer_names_what_is_wrong(tables: Path, tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as caught:
        Gazetteer.load(path, tables)
    assert str(caught.value).startswith(str(path))
    assert problem in str(caught.value)


def test_gazetteer_that_is_no_text_is_refused(tables: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(HEADER.encode() + "蓝房子".encode("gbk"))
    with pytest.raises(InputError, match="is no CSV table in UTF-8"):
        Gazetteer.load(path, tables)


def test_gazetteer_that_is_missing_is_refused(tables: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        Gazetteer.load(tmp_path / "none.csv", tables)


def test_default_gazetteer_reads_the_folder_of_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own(tmp_path, "蓝房子剧社,,theatre,110111,,,own\n")
    monkeypatch.setenv("CALENDAR_APP_GAZETTEER", str(tmp_path))
    fresh = default.__wrapped__()
    assert districts("演出在蓝房子剧社举行", fresh) == ("110111",)
    assert districts("演出在首都博物馆举行", fresh) == ("110102",)


def test_gazetteer_never_takes_common_words_for_places(small: Gazetteer) -> None:
    assert find_places("大兴土木，三明治，朝阳产业", small) == ()
