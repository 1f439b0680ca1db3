"""What a place has of the chosen theme, in words; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.strings import say


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A place while a theme is chosen."""

    side: str
    """Beside its name."""
    spoken: str
    """All of it, for who hears it."""
    number: str
    """How many figures it has of the theme; "" for none."""
    faded: bool
    """Whether it has nothing of the theme."""


def topic_words(package: Package, state: State) -> Callable[[Region], TopicWords]:
    """Says of each region what it has of the chosen theme."""
    theme, language = state.place.theme or "", state.language
    counts, label = package.theme_counts(theme), package.exhibit.theme(theme).label.in_(state.script)
    none = say("place-figures", language, count=0)

    def words(region: Region) -> TopicWords:
        name, found = region.name.in_(state.script), counts.get(region.id)
        if found is None:
            return TopicWords(none, say("theme-nothing", language, name=name, theme=label), "", faded=True)
        numbers = {"figures": found.figures, "sections": found.sections, "parts": found.parts}
        spoken = say("theme-spoken", language, name=name, theme=label, **numbers)
        return TopicWords(say("theme-side", language, **numbers), spoken, str(found.figures or ""), faded=False)

    return words
