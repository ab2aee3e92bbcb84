"""Where templates/, data/ and static/ are: inside the package (a wheel) or beside it (a checkout)."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Find one of the project's folders (`templates`, `data`, `static`); a wheel carries them inside the package."""
    for home in (PACKAGE, PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"no folder {name}/ in {PACKAGE} or beside it: the installation is incomplete")
