"""Reads the files that describe the articles, and makes of them what the package holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from exhibit.compiler.declared import Located, read_declared, read_each, read_tree
from exhibit.compiler.described import (
    ComparisonEntry,
    ComputedEntry,
    EventEntry,
    SystemBase,
    TermEntry,
    system_model,
)
from exhibit.compiler.glossary import make_terms
from exhibit.compiler.problems import Problems
from exhibit.compiler.setting import Setting
from exhibit.compiler.sources import Sources
from exhibit.compiler.sums import make_comparisons, make_computed
from exhibit.compiler.systems import make_system
from exhibit.compiler.timeline import make_events
from exhibit.compiler.tree import Scalar
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import Metric
from exhibit.model.system import System
from exhibit.model.term import Term


@dataclass(frozen=True, slots=True)
class Described:
    """The files as they were read; None for an entry that is wrong."""

    systems: Mapping[str, Located[SystemBase] | None]
    computed: Mapping[str, Located[ComputedEntry] | None]
    comparisons: Mapping[str, Located[ComparisonEntry] | None]
    glossary: Mapping[str, Located[TermEntry] | None]
    timeline: Mapping[str, Located[EventEntry] | None]

    def articles(self) -> set[str]:
        """The articles they are about."""
        entries = (*self.systems.values(), *self.computed.values(), *self.timeline.values())
        return {entry.value.article for entry in entries if entry}


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What the package holds beside regions, articles and their figures."""

    computed: tuple[Metric, ...]
    systems: tuple[System, ...]
    comparisons: tuple[Comparison, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]


def read_described(sources: Sources, problems: Problems) -> Described:
    """All of them, as far as they can be read."""
    return Described(
        {id: _system(sources, file, problems) for id, file in sources.systems.items()},
        read_each(ComputedEntry, read_tree(sources, "computed.yaml", problems), "computed.yaml", problems),
        read_each(ComparisonEntry, read_tree(sources, "comparisons.yaml", problems), "comparisons.yaml", problems),
        read_each(TermEntry, read_tree(sources, "glossary.yaml", problems), "glossary.yaml", problems),
        read_each(EventEntry, read_tree(sources, "timeline.yaml", problems), "timeline.yaml", problems),
    )


def make_descriptions(described: Described, setting: Setting) -> Descriptions:
    """What can be made of them; what cannot is named."""
    systems = (make_system(id, entry, setting) for id, entry in described.systems.items() if entry)
    return Descriptions(
        make_computed(described.computed, setting),
        tuple(system for system in systems if system),
        make_comparisons(described.comparisons, setting),
        make_terms(described.glossary, setting),
        make_events(described.timeline, setting),
    )


def _system(sources: Sources, file: str, problems: Problems) -> Located[SystemBase] | None:
    tree = read_tree(sources, file, problems)
    if tree is None:
        return None
    shape = tree.get("shape")
    return read_declared(system_model(shape.text if isinstance(shape, Scalar) else None), tree, file, problems)
