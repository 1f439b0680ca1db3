"""What else there is of the chosen topic in scope: ways to its sections and to the parts of systems; no Qt."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Protocol, TypeVar

from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.strings import say

_MOST: Final = 40
"""Ways of one kind that are listed, and systems that are looked through; the heading says how many there are."""


class TopicLinkShown(NamedTuple):
    """Leads to a section (article, edition, section) or to a part (system, part)."""

    label: str
    where: str
    section: tuple[str, str, str] | None = None
    part: tuple[str, str] | None = None


class TopicLinksShown(NamedTuple):
    """Ways under a heading."""

    heading: str
    ways: tuple[TopicLinkShown, ...]


class InRegion(Protocol):
    """What belongs to a region."""

    @property
    def region(self) -> str: ...


P = TypeVar("P", bound=InRegion)


def in_order_of_places(package: Package, state: State, listed: Iterable[P]) -> list[P]:
    """Place by place, in the editor's order of places; of those that have nothing of the topic, last."""
    order = {region: number for number, region in enumerate(package.topic_counts(state.place.topic or ""))}
    return sorted(listed, key=lambda one: order.get(one.region, len(order)))


def topic_links(package: Package, state: State) -> tuple[TopicLinksShown, ...]:
    """Of the article in view, or of all places."""
    place = state.place
    if place.everywhere:
        counts = package.topic_counts(place.topic or "").values()
        sections, parts = tuple(_sections_everywhere(package, state)), tuple(_parts_everywhere(package, state))
        totals = sum(one.sections for one in counts), sum(one.parts for one in counts)
    else:
        sections, parts = tuple(_sections_here(package, state)), tuple(_parts_of(package, state, place.article, ""))
        totals = len(sections), len(parts)
    groups = (("sections", sections, totals[0]), ("parts", parts, totals[1]))
    return tuple(
        TopicLinksShown(_heading(key, state, len(ways[:_MOST]), total), ways[:_MOST])
        for key, ways, total in groups
        if ways
    )


def _heading(kind: str, state: State, count: int, total: int) -> str:
    if count < total:
        return say(f"topic-some-{kind}", state.language, count=count, total=total)
    return say(f"topic-count-{kind}", state.language, count=count)


def _sections_here(package: Package, state: State) -> Iterator[TopicLinkShown]:
    place = state.place
    article = package.article(place.article) if place.article else None
    if article:
        edition = article.edition(place.edition)
        for section in edition.sections:
            if section.topic == place.topic:
                yield TopicLinkShown(section.title.in_(state.script), "", section=(article.id, edition.id, section.id))


def _sections_everywhere(package: Package, state: State) -> Iterator[TopicLinkShown]:
    for one in in_order_of_places(package, state, package.sections(state.place.topic or "", count=_MOST)):
        where, title = _name(package, state, one.region), one.section.title.in_(state.script)
        yield TopicLinkShown(title, where, section=(one.article, one.edition, one.section.id))


def _parts_everywhere(package: Package, state: State) -> Iterator[TopicLinkShown]:
    homes = (package.article(system.article) for system in package.systems(count=_MOST))
    articles = {article.id: article for article in homes if article}
    for article in in_order_of_places(package, state, articles.values()):
        yield from _parts_of(package, state, article.id, _name(package, state, article.region))


def _parts_of(package: Package, state: State, article: str | None, where: str) -> Iterator[TopicLinkShown]:
    for system in package.systems(article) if article else ():
        for part in system.parts:
            if part.topic == state.place.topic:
                yield TopicLinkShown(part.name.in_(state.script), where, part=(system.id, part.id))


def _name(package: Package, state: State, region: str) -> str:
    found = package.region(region)
    return found.short.in_(state.script) if found else ""
