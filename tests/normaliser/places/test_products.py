from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from calendar_app.normaliser.places import products
from calendar_app.normaliser.places.products import kept

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a source file, and let products be kept beside it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(products, "__file__", str(tmp_path / "products.py"))
    table = tmp_path / "table.csv"
    table.write_text("first", "utf-8")
    return table


def test_product_is_built_once_for_one_content(source: Path) -> None:
    built = []

    def build() -> list[str]:
        built.append(source.read_text("utf-8"))
        return built[-1:]

    assert [kept("words", [source], build) for _ in range(3)] == [["first"]] * 3
    source.write_text("second", "utf-8")
    assert [kept("words", [source], build) for _ in range(2)] == [["second"]] * 2
    assert built == ["first", "second"]
    assert len(list(source.parent.rglob("*.product"))) == 1


def test_broken_product_is_built_anew(source: Path) -> None:
    kept("words", [source], lambda: ["whole"])
    (product,) = source.parent.rglob("*.product")
    product.write_bytes(product.read_bytes()[:-3])
    assert kept("words", [source], lambda: ["anew"]) == ["anew"]
    assert kept("words", [source], lambda: ["never"]) == ["anew"]


@pytest.mark.parametrize("how", ["forbidden", "impossible"])
def test_nothing_is_kept_where_nothing_may_be_written(source: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "forbidden":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    else:
        (source.parent / "__pycache__").write_text("no folder", "utf-8")
    assert kept("words", [source], lambda: ["first"]) == ["first"]
    assert kept("words", [source], lambda: ["again"]) == ["again"]
