"""Reads the files that describe the articles, and makes of them what the package holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from exhibit.compiler.content.files import ContentFiles
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each, read_tree
from exhibit.compiler.content.yaml_tree import ScalarNode
from exhibit.compiler.descriptions.computed import make_comparisons, make_computed
from exhibit.compiler.descriptions.context import DescriptionContext
from exhibit.compiler.descriptions.glossary import make_terms
from exhibit.compiler.descriptions.schema import (
    ComparisonEntry,
    ComputedEntry,
    EventEntry,
    SystemBase,
    TermEntry,
    system_model,
)
from exhibit.compiler.descriptions.systems import make_system
from exhibit.compiler.descriptions.timeline import make_events
from exhibit.compiler.problems import ProblemList
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import Metric
from exhibit.model.system import System
from exhibit.model.term import Term


@dataclass(frozen=True, slots=True)
class DescriptionFiles:
    """The files as they were read; None for an entry that is wrong."""

    systems: Mapping[str, LocatedValue[SystemBase] | None]
    computed: Mapping[str, LocatedValue[ComputedEntry] | None]
    comparisons: Mapping[str, LocatedValue[ComparisonEntry] | None]
    glossary: Mapping[str, LocatedValue[TermEntry] | None]
    timeline: Mapping[str, LocatedValue[EventEntry] | None]

    def articles(self) -> set[str]:
        """The articles they are about."""
        entries = (*self.systems.values(), *self.computed.values(), *self.timeline.values())
        return {entry.value.article for entry in entries if entry}


@dataclass(frozen=True, slots=True)
class CompiledDescriptions:
    """What the package holds beside regions, articles and their figures."""

    computed: tuple[Metric, ...]
    systems: tuple[System, ...]
    comparisons: tuple[Comparison, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]


def read_described(sources: ContentFiles, problems: ProblemList) -> DescriptionFiles:
    """All of them, as far as they can be read."""
    return DescriptionFiles(
        {id: _system(sources, file, problems) for id, file in sources.systems.items()},
        read_each(ComputedEntry, read_tree(sources, "computed.yaml", problems), "computed.yaml", problems),
        read_each(ComparisonEntry, read_tree(sources, "comparisons.yaml", problems), "comparisons.yaml", problems),
        read_each(TermEntry, read_tree(sources, "glossary.yaml", problems), "glossary.yaml", problems),
        read_each(EventEntry, read_tree(sources, "timeline.yaml", problems), "timeline.yaml", problems),
    )


def make_descriptions(described: DescriptionFiles, setting: DescriptionContext) -> CompiledDescriptions:
    """What can be made of them; what cannot is named."""
    systems = (make_system(id, entry, setting) for id, entry in described.systems.items() if entry)
    return CompiledDescriptions(
        make_computed(described.computed, setting),
        tuple(system for system in systems if system),
        make_comparisons(described.comparisons, setting),
        make_terms(described.glossary, setting),
        make_events(described.timeline, setting),
    )


def _system(sources: ContentFiles, file: str, problems: ProblemList) -> LocatedValue[SystemBase] | None:
    tree = read_tree(sources, file, problems)
    if tree is None:
        return None
    shape = tree.get("shape")
    return read_declared(system_model(shape.text if isinstance(shape, ScalarNode) else None), tree, file, problems)
