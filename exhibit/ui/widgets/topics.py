"""What a place has of the chosen topic, in words; no Qt."""

from collections.abc import Callable
from typing import NamedTuple

from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.strings import say


class TopicWords(NamedTuple):
    """What a region has of the chosen topic."""

    side: str
    """The text beside its name."""
    spoken: str
    """The full text for screen readers."""
    number: str
    """How many figures it has of the topic; "" for none."""
    faded: bool
    """Whether it has nothing of the topic."""


def topic_words(package: Package, state: State) -> Callable[[Region], TopicWords]:
    """What each region has of the chosen topic, by its id."""
    topic, language = state.place.topic or "", state.language
    counts, label = package.topic_counts(topic), package.exhibit.topic(topic).label.in_(state.script)
    none = say("place-figures", language, count=0)

    def words(region: Region) -> TopicWords:
        name, found = region.name.in_(state.script), counts.get(region.id)
        if found is None:
            return TopicWords(none, say("topic-nothing", language, name=name, topic=label), "", faded=True)
        numbers = {"figures": found.figures, "sections": found.sections, "parts": found.parts}
        spoken = say("topic-spoken", language, name=name, topic=label, **numbers)
        return TopicWords(say("topic-side", language, **numbers), spoken, str(found.figures or ""), faded=False)

    return words
