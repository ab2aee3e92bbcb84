"""The wheel holds what the program needs, and runs from a wheel as it does from a checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN = """
import runpy, sys
sys.path.insert(0, sys.argv.pop(1))
runpy.run_module("calendar_app", run_name="__main__")
"""
QUESTION = ["times", "近日", "--on", "2023-04-28"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("calendar_app-*.whl"))


def test_wheel_holds_templates_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "calendar_app/templates/base.html",
        "calendar_app/static/",
        "calendar_app/data/gazetteer/beijing_venues.csv",
        "calendar_app/data/lexicon/triggers.csv",
        "calendar_app/data/pages/",
        "calendar_app/py.typed",
    ):
        assert any(name.startswith(wanted) for name in names), f"the wheel lacks {wanted}"


def test_wheel_holds_no_tests_and_no_build_scripts(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [
        name
        for name in names
        if name.startswith("tests") or (name.startswith("calendar_app/data") and name.endswith(".py"))
    ] == []


def test_runs_from_an_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    assert answer(tmp_path, tmp_path) == answer(ROOT, tmp_path)


def test_runs_from_a_checkout_that_is_not_installed(tmp_path: Path) -> None:
    assert "[2023-04-21..2023-04-28]" in answer(ROOT, tmp_path)


def answer(home: Path, folder: Path) -> str:
    """Ask the program whose package stands in `home`, from another folder."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(home), *QUESTION], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout
