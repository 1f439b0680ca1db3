"""Finds what shows a figure or a passage: the part of a system, the comparison, the tab of the panel."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exhibit.model.article import Block
from exhibit.model.package import Package
from exhibit.model.state import Location, PanelTab

if TYPE_CHECKING:  # the first paint needs none of them
    from exhibit.model.metric import Metric
    from exhibit.model.system import Part, System

PartId = tuple[str, str]
"""A system and a part of it."""


def tab_showing(package: Package, metric: "Metric", place: Location) -> PanelTab:
    """The panel's tab if it shows the figure, else the tab of the figures."""
    if place.tab == "systems" and any(metric.id in part.metrics for _, part in _parts(package, metric.article)):
        return place.tab
    if place.tab == "compare" and any(metric.id in one.metrics for one in package.comparisons(metric.article)):
        return place.tab
    return "metrics"


def first_compared(package: Package, comparison: str) -> str | None:
    """The id of the first figure of a comparison."""
    return next((one.metrics[0] for one in package.comparisons() if one.id == comparison), None)


def part_of(package: Package, metric: "Metric", edition: str, place: Location) -> PartId | None:
    """The part that shows a figure: the chosen part if it lists the figure, else the one that fits best."""
    for system, part in _parts(package, metric.article):
        if (place.system, place.part) == (system.id, part.id) and metric.id in part.metrics:
            return system.id, part.id
    evidence = metric.evidence_in(edition)
    block, section = (evidence.block, evidence.section) if evidence else ("", "")
    for system in package.systems(metric.article):
        if found := system.part_of_metric(metric.id, block, section):
            return system.id, found.id
    return None


def part_at(package: Package, block: Block, article: str, edition: str, place: Location) -> PartId | None:
    """The part about a passage: the chosen part if it names the passage, else the first that does."""
    for system, part in _parts(package, article):
        is_about_it = not {block.id, block.section}.isdisjoint(part.passages + part.see)
        if (place.system, place.part) == (system.id, part.id) and is_about_it:
            return system.id, part.id
    for system in package.systems(article):
        found = system.part_of_passage(block.id, block.section)
        if found and system.edition == edition:
            return system.id, found.id
    return None


def _parts(package: Package, article: str) -> "Iterator[tuple[System, Part]]":
    return ((system, part) for system in package.systems(article) for part in system.parts)
