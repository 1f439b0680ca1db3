"""Systems: which part a figure or a passage shows, what a drawing draws."""

import pytest

from exhibit.model.system import Part, PillarColumn, PillarsShape, System, drawn_parts
from exhibit.model.text import same
from tests.samples import drawings, sample_contents


def part(id: str, metrics: tuple[str, ...], passages: tuple[str, ...]) -> Part:
    return Part(id, same(id), same(id), "trade", metrics, passages, ())


PARTS = (
    part("wide", ("a.x", "a.y", "a.z"), ("one",)),
    part("narrow", ("a.x",), ("one-1", "two-1")),
    part("also", ("a.y",), ("one-1",)),
)
SYSTEM = System("s", "a", "retold", same(""), same(""), PARTS, None, (), PillarsShape("pillars", (), (), ()))


@pytest.mark.parametrize(("block", "section", "shown"), [
    ("one-1", "one", "narrow"), ("one-2", "one", "wide"), ("one", "one", "wide"), ("two-1", "two", "narrow"), ("two-2", "two", None),
])  # fmt: skip
def test_a_passage_shows_the_first_part_that_names_it(block: str, section: str, shown: str | None) -> None:
    found = SYSTEM.part_of_passage(block, section)
    assert (found.id if found else None) == shown


@pytest.mark.parametrize(("metric", "block", "shown"), [
    ("a.x", "one-1", "narrow"), ("a.x", "one-2", "wide"), ("a.y", "one-1", "also"), ("a.z", "one-1", "wide"),
    ("a.z", "three-1", "wide"), ("a.none", "one-1", None),
])  # fmt: skip
def test_a_figure_shows_the_part_that_names_its_block(metric: str, block: str, shown: str | None) -> None:
    found = SYSTEM.part_of_metric(metric, block, block.split("-")[0])
    assert (found.id if found else None) == shown


def test_every_shape_draws_its_parts_once() -> None:
    for drawing in drawings().values():
        parts = drawn_parts(drawing)
        assert len(parts) == len(set(parts)) > 1
    columns = (PillarColumn("a", "cap"), PillarColumn("b", "cap"), PillarColumn("c", None))
    assert drawn_parts(PillarsShape("pillars", ("f",), columns, ("r",))) == ("f", "a", "b", "c", "cap", "r")


def test_parts_and_captions_are_found_by_name() -> None:
    system = sample_contents().systems[0]
    assert system.part("door") is system.parts[1]
    assert (system.part("nothing"), system.part(None), system.caption("nothing")) == (None, None, None)
    assert system.shape == "pairs"
