from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.publishing.jsonl import event_document
from tests.events import EVENTS, MOMENT

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_events_come_page_by_page_until_there_are_no_more(client: FlaskClient) -> None:
    titles: list[str] = []
    address: str | None = "/api/events?per_page=5"
    while address:
        document = client.get(address).get_json()
        assert document["total"] == len(EVENTS)
        assert len(document["events"]) <= 5
        titles += [event["title"] for event in document["events"]]
        address = document["next"]
    assert sorted(titles) == sorted(event.title for event in EVENTS)


def test_previous_leads_back(client: FlaskClient) -> None:
    document = client.get("/api/events?per_page=5&page=2&district=chaoyang").get_json()
    assert document["previous"] == "https://calendar.example/api/events?district=chaoyang&page=1&per_page=5"


def test_a_page_beyond_the_last_is_empty_and_leads_back(client: FlaskClient) -> None:
    document = client.get("/api/events?page=99").get_json()
    assert (document["events"], document["next"]) == ([], None)
    assert document["previous"] == "https://calendar.example/api/events?page=1"


def test_selection_is_that_of_the_agenda(client: FlaskClient) -> None:
    document = client.get("/api/events?kind=concert").get_json()
    assert [event["uid"] for event in document["events"]] == ["moment"]


def test_event_has_everything_known(client: FlaskClient) -> None:
    kept = client.get(f"/api/events/{MOMENT.uid}").get_json()
    assert kept == client.get(f"/events/{MOMENT.uid}.json").get_json()
    assert kept.keys() == event_document(MOMENT).keys()


def test_event_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/events/moment")
    again = client.get("/api/events/moment", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/events?page=0", 400),
        ("/api/events?per_page=201", 400),
        ("/api/events?kind=picnic", 400),
        ("/api/events?district=atlantis", 404),
        ("/api/events/nowhere", 404),
        ("/api/nowhere", 404),
    ],
)
def test_what_is_wrong_is_a_problem_document(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")


def test_description_names_every_parameter_and_resolves(client: FlaskClient) -> None:
    document = client.get("/api/openapi.json").get_json()
    listing = document["paths"]["/api/events"]["get"]
    assert [each["name"] for each in listing["parameters"]] == [
        *("district", "kind", "organiser", "q", "from", "to", "precision", "status", "cancelled", "past"),
        *("page", "per_page"),
    ]
    references = set(find_references(document))
    defined = {f"#/components/{kind}/{name}" for kind, named in document["components"].items() for name in named}
    assert references <= defined
    assert {"#/components/schemas/Event", "#/components/responses/Problem"} <= references


def find_references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [found for value in node.values() for found in find_references(value)]
    if isinstance(node, list):
        return [found for value in node for found in find_references(value)]
    return []
