from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.labels import LANGUAGES, label
from calendar_app.model import Basis, Form, Grain, Kind, Level, Reason, Role, Status

if TYPE_CHECKING:
    from enum import StrEnum

VALUES = [value for kind in (Basis, Form, Grain, Kind, Level, Reason, Role, Status) for value in kind]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__}.{value}")
def test_every_value_has_a_name_in_each_language(value: StrEnum) -> None:
    assert all(label(value, language) for language in LANGUAGES)


@pytest.mark.parametrize("vocabulary", [Basis, Form, Grain, Kind, Level, Reason, Role, Status])
def test_no_two_values_have_one_name(vocabulary: type[StrEnum]) -> None:
    for language in LANGUAGES:
        assert len({label(value, language) for value in vocabulary}) == len(vocabulary)
