"""What is asked for."""

import pytest

from exhibit.model.search import KINDS, Kind, Query


@pytest.mark.parametrize(("query", "filtered"), [
    (Query("书"), False), (Query("书", kinds=("text",)), False), (Query("书", region="a"), True), (Query("书", theme="a"), True), (Query("书", period=(1, 2)), True),
])  # fmt: skip
def test_filtered(query: Query, filtered: bool) -> None:
    assert query.filtered is filtered


def test_every_kind_stands_once() -> None:
    assert len(set(KINDS)) == len(KINDS) == len(Kind.__args__)  # type: ignore[attr-defined]
