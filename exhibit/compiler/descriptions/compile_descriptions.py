"""Compiles what describes the articles: systems, computed figures, comparisons, glossary, timeline."""

from typing import NamedTuple

from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.computed import compile_comparisons, compile_computed
from exhibit.compiler.descriptions.glossary import compile_terms
from exhibit.compiler.descriptions.systems import compile_system
from exhibit.compiler.descriptions.timeline import compile_events
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import Metric
from exhibit.model.system import System
from exhibit.model.term import Term


class CompiledDescriptions(NamedTuple):
    """What the package holds beside regions, articles and their figures."""

    computed: tuple[Metric, ...]
    systems: tuple[System, ...]
    comparisons: tuple[Comparison, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]


def compile_descriptions(context: BuildContext) -> CompiledDescriptions:
    """Compiles all of them and reports every mistake. The articles must be in the index."""
    files = context.shared.descriptions
    systems = (compile_system(id, entry, context) for id, entry in files.systems.items() if entry)
    return CompiledDescriptions(
        computed=compile_computed(files.computed, context),
        systems=tuple(system for system in systems if system),
        comparisons=compile_comparisons(files.comparisons, context),
        terms=compile_terms(files.glossary, context),
        events=compile_events(files.timeline, context),
    )
