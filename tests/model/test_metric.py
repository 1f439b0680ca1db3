"""Figures as the articles print them."""

import pytest

from exhibit.model.figure_words import number_text
from exhibit.model.metric import Unit
from exhibit.model.text import same
from tests.samples import metric


@pytest.mark.parametrize(("value", "text"), [
    (0.0, "0"), (120.0, "120"), (93.28, "93.28"), (0.1, "0.1"), (-3.0, "−3"), (-0.5, "−0.5"), (1e6, "1000000"),
    (12345678.9, "12345678.9"), (1e16, "10000000000000000"),
])  # fmt: skip
def test_a_number_has_no_separators_and_no_trailing_zeros(value: float, text: str) -> None:
    assert number_text(value) == text


def test_the_base_value_counts_the_unit() -> None:
    found, _ = metric("east", "sum", 93.28, "万元", ("one-1", "收93.28万元。", 1, 8))
    assert found._replace(unit=Unit(same("万元"), same("元"), 10_000)).base_size == 932_800


def test_a_sentence_is_found_by_its_edition() -> None:
    found, _ = metric("east", "sum", 93.28, "万元", ("one-1", "收93.28万元。", 1, 8))
    assert found.evidence_in("retold") is found.evidence[0]
    assert found.evidence_in("original") is None
