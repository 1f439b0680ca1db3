"""What the search shows: rows of names and hits, filters, completions, suggestions; no Qt."""

from typing import Final, Literal, NamedTuple

from exhibit.date_words import date_words, year_words
from exhibit.model.package import Package
from exhibit.model.search import KINDS, HitKind, NameCompletion, SearchHit, SearchQuery, Suggestion
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.search.results import MAX_COUNT, ResultGroup, ResultRow, SearchResults, has_more
from exhibit.ui.widgets.choice import ChoiceShown

SearchRowKind = Literal["group", "name", "hit", "more", "suggestion", "note", "choice", "chosen"]
FilterName = Literal["region", "topic", "period"]
FILTERS: Final[tuple[FilterName, ...]] = ("region", "topic", "period")
ALL: Final = ""
"""The key of the choice that filters nothing out."""

_MAX_SENTENCE: Final = 76
"""Characters up to which a sentence is shown whole."""
_LEADING: Final = 26
"""Characters kept before the first match of a longer sentence."""
_CUT_MARK: Final = "……"
_WARM_UP_ROWS: Final = 14
"""Rows that fill a page."""


class SearchRow(NamedTuple):
    """A row of the list. A row without a `target` is only read."""

    kind: SearchRowKind
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """Matches in the text, in code points."""
    where: str = ""
    """Where a hit is, the kind of a name, or the count of a group."""
    target: SearchHit | NameCompletion | SearchQuery | None = None
    """Where a press on the row leads."""

    @property
    def accessible_text(self) -> str:
        """The text for screen readers."""
        return "，".join(part for part in (self.text, self.where) if part)


class FilterShown(NamedTuple):
    """The chip of a filter."""

    key: FilterName
    label: str
    active: bool
    """Whether it filters anything out."""


class SearchRowsShown(NamedTuple):
    """The list of the search page."""

    rows: tuple[SearchRow, ...]
    endless: bool
    """Whether the end of the list fetches more rows."""
    query: SearchQuery | None = None
    """The query that the rows answer; None where they answer none."""
    script: Script | None = None
    """The script of the rows; None before there are any."""


class SearchShown(NamedTuple):
    """The header of the search page: a title, and what narrows the search."""

    title: str
    kinds: tuple[ChoiceShown, ...]
    filters: tuple[FilterShown, ...]
    language: InterfaceLanguage
    query: SearchQuery | None = None
    """The query whose results are counted in it; None where there are none."""


class CompletionsShown(NamedTuple):
    """The strip above the on-screen keyboard."""

    names: tuple[tuple[str, NameCompletion], ...]
    """The names that complete what is typed, in the script in view, each with its completion."""
    hint: str
    """What to type, or that nothing completes it; "" beside names."""


def rows_shown(package: Package, state: State, results: SearchResults | None) -> SearchRowsShown:
    """The list. The results may be of an earlier query while those of the state's query are awaited."""
    query = state.place.query or SearchQuery("")
    answered = _answered_query(results)
    if not query.text.strip():
        hint = SearchRow("note", say("search-hint", state.language))
        return SearchRowsShown((hint,), endless=False, query=answered, script=state.script)
    endless = bool(results and results.query == query._replace(script=state.script) and has_more(results))
    return SearchRowsShown(_rows(package, state, results), endless, answered, state.script)


def warm_up_rows(package: Package, state: State) -> tuple[SearchRow, ...]:
    """Rows as long as hits are, made of the text in view."""
    place = state.place
    if place.article is None or place.edition is None:
        return ()
    texts = [block.text.in_(state.script) for block in package.body(place.article, place.edition).blocks]
    return tuple(SearchRow("hit", text[:_MAX_SENTENCE], ((0, 1),), text[-_LEADING:]) for text in texts[:_WARM_UP_ROWS])


def search_shown(package: Package, state: State, results: SearchResults | None) -> SearchShown:
    """The header of the search page."""
    query = state.place.query or SearchQuery("")
    return SearchShown(
        title=_title(query, state.language, results),
        kinds=_kinds(query, state.language, results),
        filters=tuple(_filter(package, state, query, key) for key in FILTERS),
        language=state.language,
        query=_answered_query(results),
    )


def completions_shown(state: State, results: SearchResults | None) -> CompletionsShown:
    """The strip above the on-screen keyboard."""
    typed = bool(state.place.query and state.place.query.text.strip())
    completions = results.completions if results and typed else ()
    names = tuple((one.text.in_(state.script), one) for one in completions)
    hint = "" if names else say("keyboard-none" if typed else "keyboard-hint", state.language)
    return CompletionsShown(names, hint)


def filtered(query: SearchQuery, key: FilterName, choice: str) -> SearchQuery:
    """The query with a filter set to a choice."""
    if key == "period":
        return query._replace(period=(int(choice), int(choice)) if choice else None)
    return query._replace(region=choice or None) if key == "region" else query._replace(topic=choice or None)


def of_kind(query: SearchQuery, choice: str) -> SearchQuery:
    """The query for one kind of hits, or for all kinds."""
    return query._replace(kinds=tuple(kind for kind in KINDS if not choice or kind == choice))


def _answered_query(results: SearchResults | None) -> SearchQuery | None:
    """The query of results that hold rows."""
    return results.query if results and results.stage != "names" else None


def _title(query: SearchQuery, language: InterfaceLanguage, results: SearchResults | None) -> str:
    if results is None or not query.text.strip():
        return say("search", language)
    if not results.groups:
        key = "search-names-only" if results.completions or results.stage != "whole" else "search-none"
        return say(key, language, text=results.query.text.strip())
    count = sum(group.count for group in results.groups)
    more = results.stage != "whole" or any(group.more for group in results.groups)
    key = "search-found-more" if more else "search-found"
    return say(key, language, text=results.query.text.strip(), count=count)


def _rows(package: Package, state: State, results: SearchResults | None) -> tuple[SearchRow, ...]:
    if results is None:
        return ()
    rows = _name_rows(state, results)
    for group in results.groups:
        rows += _group_rows(group, state, one_of_many=len(results.query.kinds) > 1)
    if results.stage == "whole" and not results.groups:
        rows += _suggestion_rows(package, state, results)
    return tuple(rows)


def _name_rows(state: State, results: SearchResults) -> list[SearchRow]:
    """Completions that only the texts hold: the names of everything else are among the hits."""
    names = [
        SearchRow(
            "name",
            one.text.in_(state.script),
            marks=((one.matched.start, one.matched.end),),
            where=_kind(one.kind, state),
            target=one,
        )
        for one in results.completions
        if one.kind == "text" and one.text.in_(state.script) != results.query.text.strip()
    ]
    return [SearchRow("group", say("search-names", state.language)), *names] if names else []


def _kind(kind: HitKind, state: State) -> str:
    return say(f"search-kind-{kind}", state.language)


def _group_rows(group: ResultGroup, state: State, *, one_of_many: bool) -> list[SearchRow]:
    if not group.count and not group.more:
        return []  # the index promised hits that the texts do not hold
    rows = [
        SearchRow("group", _kind(group.kind, state), where=_count(group)),
        *(_hit_row(row, state) for row in group.rows),
    ]
    if group.next and one_of_many and state.place.query:
        more = say("search-all-of", state.language, kind=_kind(group.kind, state))
        rows.append(SearchRow("more", more, target=of_kind(state.place.query, group.kind)))
    return rows


def _hit_row(row: ResultRow, state: State) -> SearchRow:
    hit = row.hit
    text, marks = _excerpt(hit.sentence.in_(state.script), _marks(hit))
    own = row.section if hit.kind == "heading" else row.title if hit.sentence.hans in row.title.hans else None
    parts = (row.name, row.region, row.title, row.section)
    names = (part.in_(state.script) for part in parts if part is not own)
    date = date_words(row.date, state.language) if row.date else ""
    where = " · ".join(name for name in (date, *names) if name)
    return SearchRow("hit", text, marks, where=where, target=hit)


def _marks(hit: SearchHit) -> tuple[tuple[int, int], ...]:
    """The matches within the sentence, counted from its beginning."""
    first = (hit.marked.start, hit.marked.end)
    if hit.kind not in ("heading", "text"):
        return (first,)
    begin = hit.span.start - hit.marked.start
    others = ((place.start - begin, place.end - begin) for place in hit.places)
    return tuple(sorted({first, *(one for one in others if one[0] >= 0 and one[1] <= len(hit.sentence))}))


def _excerpt(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text around its first mark, and the marks in it."""
    if len(text) <= _MAX_SENTENCE or not marks:
        return text, marks
    start = max(0, min(marks[0][0] - _LEADING, len(text) - _MAX_SENTENCE))
    end = min(len(text), start + _MAX_SENTENCE)
    begin = _CUT_MARK if start else ""
    moved = tuple(
        (s - start + len(begin), min(e, end) - start + len(begin)) for s, e in marks if s >= start and s < end
    )
    return begin + text[start:end] + (_CUT_MARK if end < len(text) else ""), moved


def _suggestion_rows(package: Package, state: State, results: SearchResults) -> list[SearchRow]:
    """What was searched without success, and queries near it."""
    tried = [SearchRow("note", _tried(package, state, results.query))]
    suggestions = [
        SearchRow("suggestion", _suggestion(one, state.language), target=one.query) for one in results.suggestions
    ]
    return [*tried, SearchRow("group", say("search-nearest", state.language)), *suggestions] if suggestions else tried


def _tried(package: Package, state: State, query: SearchQuery) -> str:
    script, language = state.script, state.language
    everything = query.kinds == KINDS
    kinds = say("search-everywhere", language) if everything else "、".join(_kind(kind, state) for kind in query.kinds)
    parts = [say("search-tried", language, kinds=kinds)]
    if query.filtered:
        values = (_filter_value(package, query, key, script, language) for key in FILTERS)
        parts.append(say("search-tried-filters", language, filters="、".join(value for value in values if value)))
    return "".join(parts) if language != "en" else " ".join(parts)


def _suggestion(suggestion: Suggestion, language: InterfaceLanguage) -> str:
    return say(f"search-offer-{suggestion.why}", language, text=suggestion.query.text)


def _count(group: ResultGroup) -> str:
    return f"{group.count}+" if group.more else str(group.count)


def _kinds(query: SearchQuery, language: InterfaceLanguage, results: SearchResults | None) -> tuple[ChoiceShown, ...]:
    groups = {group.kind: group for group in results.groups} if results else {}
    chosen = query.kinds[0] if len(query.kinds) == 1 else ALL

    def choice(kind: HitKind) -> ChoiceShown:
        group = groups.get(kind)
        count, room = (_count(group), f"{MAX_COUNT}+" if group.next else "") if group else ("", "")
        return ChoiceShown(kind, say(f"search-kind-{kind}", language), chosen == kind, count=count, room=room)

    return ChoiceShown(ALL, say("search-all", language), chosen == ALL), *map(choice, KINDS)


def _filter(package: Package, state: State, query: SearchQuery, key: FilterName) -> FilterShown:
    value = _filter_value(package, query, key, state.script, state.language)
    label = say(f"search-by-{key}", state.language, value=value or say("search-all", state.language))
    return FilterShown(key, label, active=bool(value))


def filter_choices(
    package: Package, state: State, key: FilterName, results: SearchResults | None
) -> tuple[SearchRow, ...]:
    """The choices of a filter as rows; one of them is `chosen`."""
    query = state.place.query or SearchQuery("")
    chosen = _filter_key(query, key)
    choices = [(ALL, say("search-all", state.language)), *_choices(package, state, key, results)]
    if chosen not in {id for id, _ in choices}:
        choices.append((chosen, _filter_value(package, query, key, state.script, state.language)))
    return tuple(
        SearchRow("chosen" if id == chosen else "choice", name, target=filtered(query, key, id)) for id, name in choices
    )


def _filter_key(query: SearchQuery, key: FilterName) -> str:
    if key == "period":
        return str(query.period[0]) if query.period else ALL
    return (query.region if key == "region" else query.topic) or ALL


def _filter_value(
    package: Package, query: SearchQuery, key: FilterName, script: Script, language: InterfaceLanguage
) -> str:
    """The name of what a filter is set to; "" where it filters nothing out."""
    if key == "period":
        return year_words(query.period[0], language) if query.period else ""
    if key == "topic":
        return package.exhibit.topic(query.topic).label.in_(script) if query.topic else ""
    region = package.region(query.region) if query.region else None
    return region.short.in_(script) if region else query.region or ""


def _choices(package: Package, state: State, key: FilterName, results: SearchResults | None) -> list[tuple[str, str]]:
    """Keys and names of what a filter can be set to."""
    if key == "region":
        return [(region.id, region.short.in_(state.script)) for region in package.regions()]
    if key == "topic":
        return [(topic.id, topic.label.in_(state.script)) for topic in package.exhibit.topics]
    years = results.years if results else ()
    return [(str(year), year_words(year, state.language)) for year in years]
