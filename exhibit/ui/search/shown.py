"""What the page of search shows: rows of names and hits, filters, and what lies nearest where nothing was found."""

from typing import Final, Literal, NamedTuple

from exhibit.model.package import Package
from exhibit.model.search import KINDS, HitKind, NameCompletion, SearchHit, SearchQuery, Suggestion
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.search.results import MOST, ResultGroup, ResultRow, SearchResults, has_more
from exhibit.ui.widgets.choice import ChoiceShown

SearchRowKind = Literal["group", "name", "hit", "more", "offer", "note", "choice", "chosen"]
FilterName = Literal["region", "topic", "period"]
FILTERS: Final[tuple[FilterName, ...]] = ("region", "topic", "period")
ALL: Final = ""
"""The key of a choice that leaves nothing out."""

_WHOLE: Final = 76
"""Characters up to which a sentence is shown whole."""
_BEFORE: Final = 26
"""Characters kept before the first place in a longer one."""
_CUT: Final = "……"
_REHEARSED: Final = 14
"""Rows that fill a page."""


class SearchRow(NamedTuple):
    """A line of the list; rows without a `goal` are only read."""

    kind: SearchRowKind
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """What of the text was looked for, in code points."""
    where: str = ""
    goal: SearchHit | NameCompletion | SearchQuery | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return "，".join(part for part in (self.text, self.where) if part)


class FilterShown(NamedTuple):
    """A filter: what it is called and set to."""

    key: FilterName
    label: str
    active: bool


class SearchRowsShown(NamedTuple):
    """The list on the page, in the script and the language in view."""

    rows: tuple[SearchRow, ...]
    endless: bool
    """Whether more rows come when the end is in sight."""


class SearchShown(NamedTuple):
    """What stands over the list: what was found, and what it can be narrowed to."""

    title: str
    kinds: tuple[ChoiceShown, ...]
    filters: tuple[FilterShown, ...]
    language: InterfaceLanguage


def rows_shown(package: Package, state: State, answer: SearchResults | None) -> SearchRowsShown:
    """The list; the answer may be to an earlier query while the next is awaited."""
    query = state.place.query or SearchQuery("")
    if not query.text.strip():
        return SearchRowsShown((SearchRow("note", say("search-hint", state.language)),), endless=False)
    endless = bool(answer and answer.query == query and has_more(answer))
    return SearchRowsShown(_rows(package, state, answer), endless)


def rehearsal(package: Package, state: State) -> tuple[SearchRow, ...]:
    """Rows as long as hits are, of the text in view."""
    place = state.place
    if place.article is None or place.edition is None:
        return ()
    texts = [block.text.in_(state.script) for block in package.body(place.article, place.edition).blocks]
    return tuple(SearchRow("hit", text[:_WHOLE], ((0, 1),), text[-_BEFORE:]) for text in texts[:_REHEARSED])


def search_shown(package: Package, state: State, answer: SearchResults | None) -> SearchShown:
    """What stands over it."""
    query = state.place.query or SearchQuery("")
    return SearchShown(
        _title(query, state.language, answer),
        _kinds(query, state.language, answer),
        tuple(_filter(package, state, query, key) for key in FILTERS),
        state.language,
    )


def completions_shown(state: State, answer: SearchResults | None) -> tuple[tuple[str, NameCompletion], ...]:
    """The names that complete what is typed, in the script in view."""
    asked = state.place.query
    if answer is None or asked is None or not asked.text.strip():
        return ()
    return tuple((one.text.in_(state.script), one) for one in answer.completions)


def filtered(query: SearchQuery, key: FilterName, choice: str) -> SearchQuery:
    """The query with a filter set to a choice."""
    if key == "period":
        return query._replace(period=(int(choice), int(choice)) if choice else None)
    return query._replace(region=choice or None) if key == "region" else query._replace(topic=choice or None)


def of_kind(query: SearchQuery, choice: str) -> SearchQuery:
    """The query for one kind, or for all."""
    return query._replace(kinds=tuple(kind for kind in KINDS if not choice or kind == choice))


def _title(query: SearchQuery, language: InterfaceLanguage, answer: SearchResults | None) -> str:
    if answer is None or not query.text.strip():
        return say("search", language)
    if not answer.groups:
        key = "search-names-only" if answer.completions or answer.stage != "whole" else "search-none"
        return say(key, language, text=answer.query.text.strip())
    count = sum(group.count for group in answer.groups)
    more = answer.stage != "whole" or any(group.more for group in answer.groups)
    key = "search-found-more" if more else "search-found"
    return say(key, language, text=answer.query.text.strip(), count=count)


def _rows(package: Package, state: State, answer: SearchResults | None) -> tuple[SearchRow, ...]:
    if answer is None:
        return ()
    rows = _names(state, answer)
    for group in answer.groups:
        rows += _group(group, state, one_of_many=len(answer.query.kinds) > 1)
    if answer.stage == "whole" and not answer.groups:
        rows += _nothing(package, state, answer)
    return tuple(rows)


def _names(state: State, answer: SearchResults) -> list[SearchRow]:
    """What completes the word being typed and is a name in the texts alone: all other names are among the hits."""
    names = [
        SearchRow(
            "name", one.text.in_(state.script), ((one.matched.start, one.matched.end),), _kind(one.kind, state), one
        )
        for one in answer.completions
        if one.kind == "text" and one.text.in_(state.script) != answer.query.text.strip()
    ]
    return [SearchRow("group", say("search-names", state.language)), *names] if names else []


def _kind(kind: HitKind, state: State) -> str:
    return say(f"search-kind-{kind}", state.language)


def _group(group: ResultGroup, state: State, *, one_of_many: bool) -> list[SearchRow]:
    if not group.count and not group.more:
        return []  # what the index thought to be near was nothing
    rows = [
        SearchRow("group", _kind(group.kind, state), where=_count(group)),
        *(_hit(line, state) for line in group.lines),
    ]
    if group.next and one_of_many and state.place.query:
        more = say("search-all-of", state.language, kind=_kind(group.kind, state))
        rows.append(SearchRow("more", more, goal=of_kind(state.place.query, group.kind)))
    return rows


def _hit(line: ResultRow, state: State) -> SearchRow:
    hit = line.hit
    text, marks = _excerpt(hit.sentence.in_(state.script), _marks(hit))
    own = line.section if hit.kind == "heading" else line.title if hit.sentence.hans in line.title.hans else None
    parts = (line.name, line.region, line.title, line.section)
    names = (part.in_(state.script) for part in parts if part is not own)
    return SearchRow("hit", text, marks, " · ".join(name for name in names if name), hit)


def _marks(hit: SearchHit) -> tuple[tuple[int, int], ...]:
    """The places that stand in the sentence, counted from its beginning."""
    first = (hit.marked.start, hit.marked.end)
    if hit.kind not in ("heading", "text"):
        return (first,)
    begin = hit.span.start - hit.marked.start
    others = ((place.start - begin, place.end - begin) for place in hit.places)
    return tuple(sorted({first, *(one for one in others if one[0] >= 0 and one[1] <= len(hit.sentence))}))


def _excerpt(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text around its first mark, and the marks in it."""
    if len(text) <= _WHOLE or not marks:
        return text, marks
    start = max(0, min(marks[0][0] - _BEFORE, len(text) - _WHOLE))
    end = min(len(text), start + _WHOLE)
    begin = _CUT if start else ""
    moved = tuple(
        (s - start + len(begin), min(e, end) - start + len(begin)) for s, e in marks if s >= start and s < end
    )
    return begin + text[start:end] + (_CUT if end < len(text) else ""), moved


def _nothing(package: Package, state: State, answer: SearchResults) -> list[SearchRow]:
    """What was tried, and what lies nearest."""
    tried = [SearchRow("note", _tried(package, state, answer.query))]
    offers = [SearchRow("offer", _offer(one, state.language), goal=one.query) for one in answer.offers]
    return [*tried, SearchRow("group", say("search-nearest", state.language)), *offers] if offers else tried


def _tried(package: Package, state: State, query: SearchQuery) -> str:
    script, language = state.script, state.language
    everything = query.kinds == KINDS
    kinds = say("search-everywhere", language) if everything else "、".join(_kind(kind, state) for kind in query.kinds)
    parts = [say("search-tried", language, kinds=kinds)]
    if query.filtered:
        values = (_filter_value(package, query, key, script, language) for key in FILTERS)
        parts.append(say("search-tried-filters", language, filters="、".join(value for value in values if value)))
    return "".join(parts) if language != "en" else " ".join(parts)


def _offer(offer: Suggestion, language: InterfaceLanguage) -> str:
    return say(f"search-offer-{offer.reason}", language, text=offer.query.text)


def _count(group: ResultGroup) -> str:
    return f"{group.count}+" if group.more else str(group.count)


def _kinds(query: SearchQuery, language: InterfaceLanguage, answer: SearchResults | None) -> tuple[ChoiceShown, ...]:
    groups = {group.kind: group for group in answer.groups} if answer else {}
    chosen = query.kinds[0] if len(query.kinds) == 1 else ALL

    def choice(kind: HitKind) -> ChoiceShown:
        group = groups.get(kind)
        count, room = (_count(group), f"{MOST}+" if group.next else "") if group else ("", "")
        return ChoiceShown(kind, say(f"search-kind-{kind}", language), chosen == kind, count, room)

    return ChoiceShown(ALL, say("search-all", language), chosen == ALL), *map(choice, KINDS)


def _filter(package: Package, state: State, query: SearchQuery, key: FilterName) -> FilterShown:
    value = _filter_value(package, query, key, state.script, state.language)
    label = say(f"search-by-{key}", state.language, value=value or say("search-all", state.language))
    return FilterShown(key, label, bool(value))


def filter_choices(
    package: Package, state: State, key: FilterName, answer: SearchResults | None
) -> tuple[SearchRow, ...]:
    """What a filter can be set to, one of it chosen; asked for when it is opened."""
    query = state.place.query or SearchQuery("")
    chosen = _filter_key(query, key)
    choices = [(ALL, say("search-all", state.language)), *_choices(package, state, key, answer)]
    if chosen not in {id for id, _ in choices}:
        choices.append((chosen, _filter_value(package, query, key, state.script, state.language)))
    return tuple(
        SearchRow("chosen" if id == chosen else "choice", name, goal=filtered(query, key, id)) for id, name in choices
    )


def _filter_key(query: SearchQuery, key: FilterName) -> str:
    if key == "period":
        return str(query.period[0]) if query.period else ALL
    return (query.region if key == "region" else query.topic) or ALL


def _filter_value(
    package: Package, query: SearchQuery, key: FilterName, script: Script, language: InterfaceLanguage
) -> str:
    if key == "period":
        return say("search-year", language, year=query.period[0]) if query.period else ""
    if key == "topic":
        return package.exhibit.topic(query.topic).label.in_(script) if query.topic else ""
    region = package.region(query.region) if query.region else None
    return region.short.in_(script) if region else query.region or ""


def _choices(package: Package, state: State, key: FilterName, answer: SearchResults | None) -> list[tuple[str, str]]:
    if key == "region":
        return [(region.id, region.short.in_(state.script)) for region in package.regions()]
    if key == "topic":
        return [(topic.id, topic.label.in_(state.script)) for topic in package.exhibit.topics]
    years = answer.years if answer else ()
    return [(str(year), say("search-year", state.language, year=year)) for year in years]
