"""Where a choice leads: pure functions from a package and a state to the next state.

Each takes the package and the state that a window shows, and returns the state to show next. An id that the package
does not hold leads nowhere: the state comes back unchanged.
"""

from exhibit.model.finding import FoundPlaces, matched_text, places_in, query_of
from exhibit.model.links import first_compared, part_at, part_of, tab_showing
from exhibit.model.package import Package
from exhibit.model.search import HitKind, NameCompletion, SearchHit
from exhibit.model.state import Anchor, MiddlePage, PanelTab, State


def to_first_article(package: Package, state: State) -> State:
    """The first article of the first region that has one; without any, the first region."""
    regions = package.regions()
    first = next((region for region in regions if region.articles), next(iter(regions), None))
    return to_region(package, state, first.id) if first else state


def to_page(package: Package, state: State, page: MiddlePage) -> State:
    """Something else in the middle; the page in view stays as it is.

    Text and drawing are of the article in view, and where there is none yet, of the first.
    """
    if page in ("text", "drawing") and state.place.region is None:
        return to_first_article(package, state).with_page(page)
    return state if page == state.place.page else state.with_page(page)


def to_tab(package: Package, state: State, tab: PanelTab) -> State:
    """Another tab of the panel; from home it stands beside the text."""
    return (to_page(package, state, "text") if state.place.page == "home" else state).with_tab(tab)


def to_region(package: Package, state: State, region: str) -> State:
    """The first article of a region, or the region itself if it has no article."""
    articles = package.articles(region, count=1)
    if articles:
        return to_article(package, state, articles[0].id)
    return state.in_region(region) if package.region(region) else state


def to_article(
    package: Package, state: State, article: str, edition: str | None = None, anchor: Anchor | None = None
) -> State:
    """An article at its beginning or at `anchor`. The article in view keeps its reading position."""
    found = package.article(article)
    if found is None:
        return state
    wanted = found.edition(edition or state.place.edition).id
    if anchor is None and (found.id, wanted) == (state.place.article, state.place.edition):
        return state.with_page("text")
    return state.at_article(found.region, found.id, wanted, anchor)


def to_edition(package: Package, state: State, edition: str) -> State:
    """Another edition of the article in view."""
    article = package.article(state.place.article or "")
    return state.in_edition(edition) if article and article.edition(edition).id == edition else state


def to_metric(package: Package, state: State, metric: str | None, tab: PanelTab | None = None) -> State:
    """A figure and its article; None chooses no figure.

    The panel shows `tab`. Without one it stays where it shows the figure: at the part the figure belongs to, or in a
    comparison.
    """
    if metric is None:
        return state.without_metric()
    found = package.metric(metric)
    article = package.article(found.article) if found else None
    if found is None or article is None:
        return state
    edition = article.edition(state.place.edition).id
    if found.evidence and found.evidence_in(edition) is None:
        edition = found.evidence[0].edition
    moved = state.at_metric(
        found.region, found.article, edition, found.id, tab or tab_showing(package, found, state.place)
    )
    part = part_of(package, found, edition, state.place)
    return moved.with_part(*part) if part else moved


def to_passage(package: Package, state: State, article: str, edition: str, passage: str) -> State:
    """An article at a block or a section, which is marked."""
    found = package.article(article)
    if found is None or found.edition(edition).id != edition:
        return state
    block = next((one for one in package.body(article, edition).blocks if one.id == passage), None)
    if block is None:
        return state
    moved = state.at_passage(found.region, article, edition, passage)
    part = part_at(package, block, article, edition, state.place)
    return moved.with_part(*part) if part else moved


def to_part(package: Package, state: State, system: str, part: str | None) -> State:
    """A part of a system and its article; None chooses the system and none of its parts."""
    found = package.system(system)
    article = package.article(found.article) if found else None
    if found is None or article is None or (part is not None and found.part(part) is None):
        return state
    return state.at_part(article.region, article.id, found.edition, found.id, part)


def to_explanation(package: Package, state: State, term: str | None, at: Anchor | None = None) -> State:
    """The explanation of a term over the text, asked for at `at`; None closes it."""
    return state.explaining(term, at) if term is None or package.term(term) else state


def to_term(package: Package, state: State, term: str) -> State:
    """A term's entry in the glossary."""
    return state.at_term(term) if package.term(term) else state


def to_topic(package: Package, state: State, topic: str | None) -> State:
    """Only the figures of a topic, or all figures."""
    return state.with_topic(topic) if topic is None or any(one.id == topic for one in package.exhibit.topics) else state


def to_hit(package: Package, state: State, hit: SearchHit) -> State:
    """The place of a search hit; in a text, what the query matched is highlighted."""
    query = state.place.query
    article = package.article(hit.article) if hit.article else None
    if article and hit.kind in ("title", "text"):
        moved = state.at_article(article.region, article.id, article.edition(hit.edition).id)
    elif hit.article and hit.edition and hit.block and hit.kind in ("heading", "event"):
        moved = to_passage(package, state, hit.article, hit.edition, hit.block)
    else:
        moved = _to_named(package, state, hit.kind, hit.id)
    if query is None or moved.place.page != "text":
        return moved
    at = Anchor(hit.block, hit.span.start) if hit.block and hit.kind in ("heading", "text") else None
    return moved.finding(matched_text(hit, query), at)


def to_completion(package: Package, state: State, completion: NameCompletion) -> State:
    """The thing a completion names; a name that is no thing of the exhibit is searched for.

    The name is highlighted where the text holds it. A region's name is not: its article repeats it everywhere.
    """
    name = completion.text.in_(state.script)
    if completion.kind == "text":
        return state.searching(query_of(name, state.script, state.place.query))
    if completion.kind == "heading":
        article, _, rest = completion.id.partition("/")
        edition, _, block = rest.partition("/")
        moved = to_passage(package, state, article, edition, block)
    else:
        moved = _to_named(package, state, completion.kind, completion.id)
    if moved.place.page != "text":
        return moved
    places = found_places(package, moved, name) if completion.kind != "region" else None
    at = places.first_from(moved.place.anchor) if places and completion.kind == "heading" else None
    return moved.finding(name if places else None, at)


def to_found(package: Package, state: State, text: str | None) -> State:
    """Highlights a text everywhere in the article and goes to its first place from here on; None ends that."""
    places = found_places(package, state, text)
    here = state.place.find_at or state.place.anchor
    return state.finding(text, places.first_from(here) if places else None)


def to_next_found(package: Package, state: State, step: int) -> State:
    """The next highlighted place (`step` 1) or the one before it (-1), around the ends."""
    place = state.place
    places = found_places(package, state, place.find)
    return state.finding(place.find, places.beside(place.find_at, place.anchor, step)) if places else state


def found_places(package: Package, state: State, text: str | None) -> FoundPlaces | None:
    """All places of a text in the article in view, or None where there are none."""
    place = state.place
    if not text or not place.article or not place.edition:
        return None
    return places_in(package, place.article, place.edition, text) or None


def _to_named(package: Package, state: State, kind: HitKind, id: str) -> State:
    """A thing of the exhibit by its kind and id."""
    match kind:
        case "region":
            return to_region(package, state, id)
        case "title":
            return to_article(package, state, id)
        case "term":
            return to_term(package, state, id)
        case "metric":
            return to_metric(package, state, id)
        case "comparison":
            return to_metric(package, state, first_compared(package, id), "compare")
        case "part":
            system, _, part = id.partition("/")
            return to_part(package, state, system, part or None)
        case "event":
            event = next((one for one in package.events() if one.id == id), None)
            return to_passage(package, state, event.article, event.edition, event.passage) if event else state
        case _:
            return state
