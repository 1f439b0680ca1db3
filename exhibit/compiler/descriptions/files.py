"""Reads the files that describe the articles: systems, computed figures, comparisons, glossary, timeline."""

from collections.abc import Mapping
from typing import NamedTuple

from exhibit.compiler.content.files import ContentFiles
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each, read_tree
from exhibit.compiler.content.yaml_tree import ScalarNode
from exhibit.compiler.descriptions.schema import (
    ComparisonEntry,
    ComputedEntry,
    EventEntry,
    SystemBase,
    TermEntry,
    system_model,
)
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_COMPARISONS, MAX_SYSTEMS


class DescriptionFiles(NamedTuple):
    """The entries of each file by id; None for an entry that is wrong."""

    systems: Mapping[str, LocatedValue[SystemBase] | None]
    computed: Mapping[str, LocatedValue[ComputedEntry] | None]
    comparisons: Mapping[str, LocatedValue[ComparisonEntry] | None]
    glossary: Mapping[str, LocatedValue[TermEntry] | None]
    timeline: Mapping[str, LocatedValue[EventEntry] | None]

    def articles(self) -> set[str]:
        """The ids of the articles that they are about."""
        entries = (*self.systems.values(), *self.computed.values(), *self.timeline.values())
        return {entry.value.article for entry in entries if entry}


def read_descriptions(files: ContentFiles, problems: ProblemList) -> DescriptionFiles:
    """Reads all of them and reports every mistake."""
    if len(files.systems) > MAX_SYSTEMS:
        message = f"there are {len(files.systems):,} systems, more than {MAX_SYSTEMS}; delete some"
        problems.error(ProblemPlace(next(iter(files.systems.values())), 1), message)
    return DescriptionFiles(
        systems={id: _system(files, name, problems) for id, name in files.systems.items()},
        computed=read_each(ComputedEntry, read_tree(files, "computed.yaml", problems), "computed.yaml", problems),
        comparisons=read_each(
            ComparisonEntry,
            read_tree(files, "comparisons.yaml", problems),
            "comparisons.yaml",
            problems,
            MAX_COMPARISONS,
        ),
        glossary=read_each(TermEntry, read_tree(files, "glossary.yaml", problems), "glossary.yaml", problems),
        timeline=read_each(EventEntry, read_tree(files, "timeline.yaml", problems), "timeline.yaml", problems),
    )


def _system(files: ContentFiles, name: str, problems: ProblemList) -> LocatedValue[SystemBase] | None:
    tree = read_tree(files, name, problems)
    if tree is None:
        return None
    shape = tree.get("shape")
    return read_declared(system_model(shape.text if isinstance(shape, ScalarNode) else None), tree, name, problems)
