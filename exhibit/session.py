"""The session: one package, one state, the way back, and the verbs that change them."""

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from exhibit.model.links import first_compared, part_at, part_of, tab_showing
from exhibit.model.package import Package
from exhibit.model.state import SCALES, Anchor, Appearance, FigureOrder, Location, MiddlePage, PanelTab, State
from exhibit.model.text import Script

if TYPE_CHECKING:  # nothing is looked for before the first paint
    from exhibit.model.finding import FoundPlaces
    from exhibit.model.search import HitKind, NameCompletion, SearchHit, SearchQuery

_FARTHEST_BACK: Final = 500
"""Places the way back remembers."""


class Session(QObject):
    """What all views of a window share. A view reads `package` and `state`, calls verbs, and refreshes on a signal.

    `changed` comes at once, for the text being read; `settled` follows in the next turn of the event loop, when that
    is painted, once for all changes until then: for what stands around the text. `typed` comes instead of both while
    what is looked for is being typed: for the search alone.
    """

    changed = Signal()
    settled = Signal()
    typed = Signal()

    def __init__(self, package: Package, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._package = package
        self._state = state
        self._back: deque[Location] = deque(maxlen=_FARTHEST_BACK)
        self._forward: deque[Location] = deque(maxlen=_FARTHEST_BACK)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settled)

    @property
    def package(self) -> Package:
        return self._package

    @property
    def state(self) -> State:
        return self._state

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._forward)

    @property
    def can_grow(self) -> bool:
        return self._state.scale < SCALES[-1]

    @property
    def can_shrink(self) -> bool:
        return self._state.scale > SCALES[0]

    # Where to be

    def choose_region(self, region: str) -> None:
        """Opens the region's first article, or stays at the region if it has none."""
        articles = self._package.articles(region, count=1)
        if articles:
            self.open_article(articles[0].id)
        elif self._package.region(region):
            self._go(self._state.in_region(region))

    def open_article(self, article: str, edition: str | None = None, anchor: Anchor | None = None) -> None:
        """Opens an article at its beginning or at `anchor`; unknown ids change nothing."""
        if found := self._package.article(article):
            wanted = found.edition(edition or self._state.place.edition).id
            if anchor is None and (found.id, wanted) == (self._state.place.article, self._state.place.edition):
                self.show_page("text")
                return
            self._go(self._state.at_article(found.region, found.id, wanted, anchor))

    def choose_edition(self, edition: str) -> None:
        """Another edition of the article in view; one that it does not have changes nothing."""
        article = self._package.article(self._state.place.article or "")
        if article and article.edition(edition).id == edition:
            self._go(self._state.in_edition(edition))

    def choose_metric(self, metric: str | None, tab: PanelTab | None = None) -> None:
        """Chooses a figure and opens its article, or chooses none.

        The panel shows `tab`, or stays where it shows the figure: at the part that it belongs to, or in a comparison.
        """
        if metric is None:
            self._go(self._state.without_metric())
        elif (found := self._package.metric(metric)) and (article := self._package.article(found.article)):
            edition = article.edition(self._state.place.edition).id
            if found.evidence and found.evidence_in(edition) is None:
                edition = found.evidence[0].edition
            tab = tab or tab_showing(self._package, found, self._state.place)
            moved = self._state.at_metric(found.region, found.article, edition, found.id, tab)
            part = part_of(self._package, found, edition, self._state.place)
            self._go(moved.with_part(*part) if part else moved)

    def choose_passage(self, article: str, edition: str, passage: str) -> None:
        """Opens an article at a block or a section and marks it; what it does not have changes nothing."""
        found = self._package.article(article)
        if found is None or found.edition(edition).id != edition:
            return
        blocks = self._package.body(article, edition).blocks
        block = next((one for one in blocks if one.id == passage), None)
        if block:
            moved = self._state.at_passage(found.region, article, edition, passage)
            part = part_at(self._package, block, article, edition, self._state.place)
            self._go(moved.with_part(*part) if part else moved)

    def leave_passage(self) -> None:
        """No passage is marked in the text."""
        self._go(self._state.without_passage())

    def choose_part(self, system: str, part: str | None) -> None:
        """Chooses a part of a system, or none of its parts, and opens its article."""
        found = self._package.system(system)
        article = self._package.article(found.article) if found else None
        if found and article and (part is None or found.part(part)):
            self._go(self._state.at_part(article.region, article.id, found.edition, found.id, part))

    def explain(self, term: str | None, at: Anchor | None = None) -> None:
        """Opens a word's explanation over the text, at the place where it was asked for; None closes it."""
        if term is None or self._package.term(term):
            self._go(self._state.explaining(term, at))

    def open_term(self, term: str) -> None:
        """Opens a word's entry in the glossary."""
        if self._package.term(term):
            self._go(self._state.at_term(term))

    # Looking for something

    def search(self, query: "SearchQuery") -> None:
        """Shows what a query finds; the way back holds the last of what was typed, and each choice of a filter."""
        self._go(self._state.searching(query))

    def choose_hit(self, hit: "SearchHit") -> None:
        """Goes where something was found, what was looked for lit in the text."""
        from exhibit.model.finding import met  # not before somebody looks

        query = self._state.place.query
        article = self._package.article(hit.article) if hit.article else None
        if article and hit.kind in ("title", "text"):
            self._go(self._state.at_article(article.region, article.id, article.edition(hit.edition).id))
        elif hit.article and hit.edition and hit.block and hit.kind in ("heading", "event"):
            self.choose_passage(hit.article, hit.edition, hit.block)
        else:
            self._lead_to(hit.kind, hit.id)
        if query and self._state.place.page == "text":
            at = Anchor(hit.block, hit.span.start) if hit.block and hit.kind in ("heading", "text") else None
            self._go(self._state.finding(met(hit, query), at))

    def choose_completion(self, completion: "NameCompletion") -> None:
        """Goes where a completion leads, its name lit where the text holds it; a name that is no place is looked for.

        A region's name is not lit: it is a place on the map, and its article says it again and again.
        """
        from exhibit.model.finding import query_of

        name, query = completion.text.in_(self._state.script), self._state.place.query
        if completion.kind == "text":
            self.search(query_of(name, self._state.script, query))
            return
        if completion.kind == "heading":
            article, _, rest = completion.id.partition("/")
            edition, _, block = rest.partition("/")
            self.choose_passage(article, edition, block)
        else:
            self._lead_to(completion.kind, completion.id)
        if self._state.place.page == "text":
            places = self.found(name) if completion.kind != "region" else None
            at = places.first_from(self._state.place.anchor) if places and completion.kind == "heading" else None
            self._go(self._state.finding(name if places else None, at))

    def _lead_to(self, kind: "HitKind", id: str) -> None:
        """Goes to a thing by its kind and id."""
        if kind == "region":
            self.choose_region(id)
        elif kind == "title":
            self.open_article(id)
        elif kind == "term":
            self.open_term(id)
        elif kind == "metric":
            self.choose_metric(id)
        elif kind == "comparison":
            self.choose_metric(first_compared(self._package, id), "compare")
        elif kind == "part":
            system, _, part = id.partition("/")
            self.choose_part(system, part or None)
        for event in self._package.events() if kind == "event" else ():
            if event.id == id:
                self.choose_passage(event.article, event.edition, event.passage)

    def find(self, text: str | None) -> None:
        """Lights a text wherever it stands in the article and goes to the first place from here on; None ends it."""
        places = self.found(text)
        here = self._state.place.find_at or self._state.place.anchor
        self._go(self._state.finding(text, places.first_from(here) if places else None))

    def step_find(self, step: int) -> None:
        """Goes to the next place of what is lit, or the one before; around the ends."""
        place = self._state.place
        if places := self.found(place.find):
            self._go(self._state.finding(place.find, places.beside(place.find_at, place.anchor, step)))

    def found(self, text: str | None) -> "FoundPlaces | None":
        """All places of a text in the article in view; None where there are none."""
        place = self._state.place
        if not text or not place.article or not place.edition:
            return None
        from exhibit.model.finding import places_in

        return places_in(self._package, place.article, place.edition, text) or None

    # What is shown of it

    def show_tab(self, tab: PanelTab) -> None:
        self._go(self._state.with_tab(tab))

    def show_page(self, page: MiddlePage) -> None:
        """Shows something else in the middle; what is there already stays as it is."""
        if page != self._state.place.page:
            self._go(self._state.with_page(page))

    def read_to(self, anchor: Anchor | None) -> None:
        """The reading went on; the way back is not lengthened."""
        self._go(self._state.reading(anchor))

    def filter_theme(self, theme: str | None) -> None:
        """Figures of one theme, or of all; an unknown theme changes nothing."""
        if theme is None or any(known.id == theme for known in self._package.exhibit.themes):
            self._go(self._state.with_theme(theme))

    def show_everywhere(self, everywhere: bool) -> None:
        self._go(self._state.with_everywhere(everywhere))

    def home(self) -> None:
        """The first article of the first region, nothing chosen."""
        if regions := self._package.regions():
            region = regions[0].id
            first = next(iter(self._package.articles(region, count=1)), None)
            edition = first.edition(self._state.place.edition).id if first else ""
            fresh = replace(self._state, place=Location())
            self._go(fresh.at_article(region, first.id, edition) if first else fresh.in_region(region))

    def back(self) -> None:
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        self._travel(self._forward, self._back)

    # How to see it

    def set_script(self, script: Script) -> None:
        self._go(replace(self._state, script=script))

    def toggle_script(self) -> None:
        self.set_script("hant" if self._state.script == "hans" else "hans")

    def set_english(self, english: bool) -> None:
        self._go(replace(self._state, english=english))

    def set_appearance(self, appearance: Appearance) -> None:
        self._go(replace(self._state, appearance=appearance))

    def rescale(self, steps: int) -> None:
        self._go(self._state.rescaled(steps))

    def reset_scale(self) -> None:
        self._go(replace(self._state, scale=100))

    def set_order(self, order: FigureOrder) -> None:
        self._go(replace(self._state, order=order))

    def _travel(self, source: deque[Location], other: deque[Location]) -> None:
        if source:
            other.append(self._state.place)
            self._store(self._state.at_place(source.pop()))

    def _go(self, state: State) -> None:
        if state == self._state:
            return
        if state.types_on(self._state):
            self._state = state
            self.typed.emit()
            return
        if not state.place.same_spot(self._state.place):
            if self._state.place.region is not None:  # the way back does not lead to nowhere
                self._back.append(self._state.place)
            self._forward.clear()
        self._store(state)

    def _store(self, state: State) -> None:
        self._state = state
        self.changed.emit()
        self._settling.start()
