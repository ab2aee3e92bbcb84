"""The README says what the program does today."""

import re

import pytest

from tests.readme import README, written

TEXT = README.read_text("utf-8")


def test_tables_are_those_of_the_rules_and_the_gazetteer() -> None:
    assert written(TEXT) == TEXT, "run python tests/readme.py"


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./-]+)\)", TEXT))))
def test_links_lead_somewhere(path: str) -> None:
    assert (README.parent / path).exists()


def test_two_commands_come_first() -> None:
    assert len(re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)) == 2
