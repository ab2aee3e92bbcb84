from hypothesis import given
from hypothesis import strategies as st

from calendar_app.normaliser.lookup import holding, last_from


@given(st.lists(st.integers(0, 60), unique=True).map(sorted), st.integers(-2, 62))
def test_lookup_is_what_a_scan_finds(edges: list[int], offset: int) -> None:
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    begun = [each for each in spans if each[0] <= offset]
    assert last_from(spans, offset) == (begun[-1] if begun else None)
    assert holding(spans, offset) == next((each for each in spans if each[0] <= offset < each[1]), None)
