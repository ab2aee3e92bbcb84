"""Build products, kept beside the bytecode under the content that they were built of: never stale, never needed."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def kept(name: str, sources: Sequence[Path], build: Callable[[], Any]) -> Any:  # noqa: ANN401 - what `build` gives
    """Give what `build` makes of the sources: plain data, from the product that was kept when none of them changed.

    As for bytecode (PEP 3147, PEP 552), a folder that cannot be written and `sys.dont_write_bytecode` mean that
    nothing is kept; a product that cannot be read is built anew.
    """
    product = _path(name, sources)
    try:
        return marshal.loads(product.read_bytes())  # noqa: S302 - trusted as the bytecode beside it is
    except (OSError, EOFError, ValueError, TypeError):
        pass
    made = build()
    if not sys.dont_write_bytecode:
        _write(product, marshal.dumps(made))
    return made


def _path(name: str, sources: Sequence[Path]) -> Path:
    """Name the product by its sources' content; another content is another name."""
    content = b"".join(source.read_bytes() for source in sources)
    beside = Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py"))))
    return beside.with_name(f"{beside.stem}-{source_hash(content).hex()}.product")


def _write(product: Path, content: bytes) -> None:
    """Write a product whole or not at all, and throw away what it replaces."""
    half = product.with_name(f"{product.name}.{os.getpid()}")
    try:
        product.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content)
        half.replace(product)
        for old in product.parent.glob(f"{product.name.rpartition('-')[0]}-*.product"):
            if old != product:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            half.unlink()
