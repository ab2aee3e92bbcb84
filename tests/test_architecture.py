"""The house's direction: a module imports only from its left, and few rooms know an outside library."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "calendar_app"

ROOMS = [
    "model",
    "labels",
    "resources",
    "config",
    "folding",
    "reading",
    "normaliser",
    "store",
    "publishing",
    "web",
    "cli",
]
"""Left to right."""
ROOM_OF_MODULE = {"__init__": "cli", "__main__": "cli"}

WHO_MAY_IMPORT = {
    "flask": ("web/", "__init__.py"),
    "icalendar": ("publishing/ical", "publishing/checks"),
    "feedgen": ("publishing/rss.py", "publishing/event_module.py"),
    "dateparser": ("reading/stamp.py", "web/"),
    "sqlalchemy": ("store/",),
    "werkzeug": ("web/", "cli/serve.py"),
    "tqdm": ("cli/",),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return ROOM_OF_MODULE.get(first, first)


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are written out"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_modules_found() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_from_the_left(path: Path) -> None:
    here = ROOMS.index(room_of(path))
    ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("calendar_app.") and "." in name}
    rooms = {ROOM_OF_MODULE.get(name, name) for name in ours} & set(ROOMS)
    assert {room for room in rooms if ROOMS.index(room) > here} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_outside_libraries_stay_in_their_rooms(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in imports_of(path):
        allowed = WHO_MAY_IMPORT.get(name.split(".")[0])
        assert allowed is None or place.startswith(allowed), f"{place} may not import {name}"


def test_model_imports_nothing_of_ours() -> None:
    assert not any(name.startswith("calendar_app") for name in imports_of(PACKAGE / "model.py"))
