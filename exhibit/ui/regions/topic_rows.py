"""The rows of the list while a theme is chosen: how much of it each place has, below the chosen one its sections."""

from collections.abc import Iterator

from exhibit.model.article import SectionLocation
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.strings import say
from exhibit.ui.regions.shown import RegionData, RegionRow, article_row, region_row, spoken
from exhibit.ui.widgets.topics import topic_words


def topic_rows(facts: RegionData, state: State, seen: set[str], count: int) -> Iterator[RegionRow]:
    """The way back to all themes, then the places; of sections `count` at most."""
    yield _head(facts, state)
    of = topic_words(facts.package, state)
    for region in facts.regions:
        words = of(region)
        yield region_row(region, state, region.id in seen, (words.side, words.spoken), soft=words.faded)
        if region.id == state.place.region:
            yield from _section_rows(facts, region, state, count)


def _head(facts: RegionData, state: State) -> RegionRow:
    label = facts.package.exhibit.theme(state.place.theme or "").label.in_(state.script)
    title, side = say("theme-shown", state.language, theme=label), say("theme-clear", state.language)
    return RegionRow("theme", "", title, side, f"{title}，{side}")


def _section_rows(facts: RegionData, region: Region, state: State, count: int) -> Iterator[RegionRow]:
    """Under their articles where the region has several; the article in view stands first where it has none."""
    theme = state.place.theme or ""
    listed = facts.sections(theme, region.id, count)
    several = region.articles > 1
    current = facts.article(state.place.article) if state.place.article and several else None
    if current and current.region == region.id and all(one.article != current.id for one in listed):
        yield article_row(current, state)
    above = None
    for one in listed:
        article = facts.article(one.article) if several and one.article != above else None
        above = one.article
        if article:
            yield article_row(article, state)
        yield _section_row(one, state, 2 if several else 1)
    counts = facts.package.theme_counts(theme).get(region.id)
    if counts and counts.sections > len(listed):
        label = say("theme-more", state.language, count=counts.sections - len(listed))
        yield RegionRow("more", region.id, label, spoken=label, depth=1)


def _section_row(one: SectionLocation, state: State, depth: int) -> RegionRow:
    place, title = state.place, one.section.title.in_(state.script)
    chosen = (place.article, place.edition, place.passage) == (one.article, one.edition, one.section.id)
    said = spoken(title, chosen, False, state)
    id = f"{one.article}/{one.section.id}"
    return RegionRow("section", id, title, spoken=said, chosen=chosen, depth=depth, section=one)
