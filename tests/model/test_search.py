"""What is asked for."""

import pytest

from exhibit.model.search import KINDS, HitKind, SearchQuery


@pytest.mark.parametrize(("query", "filtered"), [
    (SearchQuery("书"), False), (SearchQuery("书", kinds=("text",)), False), (SearchQuery("书", region="a"), True), (SearchQuery("书", theme="a"), True), (SearchQuery("书", period=(1, 2)), True),
])  # fmt: skip
def test_filtered(query: SearchQuery, filtered: bool) -> None:
    assert query.filtered is filtered


def test_every_kind_stands_once() -> None:
    assert len(set(KINDS)) == len(KINDS) == len(HitKind.__args__)  # type: ignore[attr-defined]
