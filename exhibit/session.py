"""The session: one package, one state, the way back, and the verbs that change them."""

from collections import deque
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from exhibit.model import navigation
from exhibit.model.finding import FoundPlaces
from exhibit.model.package import Package
from exhibit.model.search import NameCompletion, SearchHit, SearchQuery
from exhibit.model.state import SCALES, Anchor, Appearance, FigureOrder, Location, MiddlePage, PanelTab, State
from exhibit.model.text import Script
from exhibit.options import Options
from exhibit.theme import Theme, theme_for

_FARTHEST_BACK: Final = 500
"""Places the way back remembers."""


class Session(QObject):
    """What all views of a window share. A view reads `package`, `state` and `theme`, calls verbs, and follows a signal.

    `changed` comes at once: the text follows it. `settled` comes in the next turn of the event loop, once for all
    changes until then: everything around the text follows it, so that the text is painted first. Where each verb
    leads is said in `model/navigation.py`.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        package: Package,
        state: State,
        parent: QObject | None = None,
        *,
        options: Options = Options(),  # noqa: B008  # a value
        deferred: bool = True,
    ) -> None:
        """Begins at a state. Without `deferred`, `settled` follows `changed` within the same call."""
        super().__init__(parent)
        self._package = package
        self._state = state
        self._options = options
        self._followed: Session | None = None
        self._back: deque[Location] = deque(maxlen=_FARTHEST_BACK)
        self._forward: deque[Location] = deque(maxlen=_FARTHEST_BACK)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settled)
        self._deferred = deferred

    @property
    def package(self) -> Package:
        """The exhibit that is shown."""
        return self._package

    @property
    def state(self) -> State:
        """What is shown of it, and how."""
        return self._state

    @property
    def options(self) -> Options:
        """What the administrator set, and what this way of use allows."""
        return self._options

    @property
    def theme(self) -> Theme:
        """Colours and sizes of the state on this display."""
        return theme_for(self._state.appearance, self._state.scale, self._options.display)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a place."""
        return bool(self._forward)

    @property
    def can_grow(self) -> bool:
        """Whether there is a larger text size."""
        return self._state.scale < SCALES[-1]

    @property
    def can_shrink(self) -> bool:
        """Whether there is a smaller text size."""
        return self._state.scale > SCALES[0]

    def follow(self, other: "Session | None") -> None:
        """Shows what another session of the same package shows, now and whenever it changes.

        None ends that: this session stays where it is.
        """
        if self._followed is not None:
            self._followed.changed.disconnect(self._take_followed)
        self._followed = other
        if other is not None:
            other.changed.connect(self._take_followed)
            self._take_followed()

    # Places

    def choose_region(self, region: str) -> None:
        """Goes to a region's first article."""
        self._go(navigation.to_region(self._package, self._state, region))

    def open_article(self, article: str, edition: str | None = None, anchor: Anchor | None = None) -> None:
        """Goes to an article, at its beginning or at `anchor`."""
        self._go(navigation.to_article(self._package, self._state, article, edition, anchor))

    def choose_edition(self, edition: str) -> None:
        """Goes to another edition of the article in view."""
        self._go(navigation.to_edition(self._package, self._state, edition))

    def choose_metric(self, metric: str | None, tab: PanelTab | None = None) -> None:
        """Chooses a figure and goes to its article, or chooses none."""
        self._go(navigation.to_metric(self._package, self._state, metric, tab))

    def choose_passage(self, article: str, edition: str, passage: str) -> None:
        """Goes to a block or a section of an article and marks it."""
        self._go(navigation.to_passage(self._package, self._state, article, edition, passage))

    def leave_passage(self) -> None:
        """Marks no passage any more."""
        self._go(self._state.without_passage())

    def choose_part(self, system: str, part: str | None) -> None:
        """Chooses a part of a system, or the system alone, and goes to its article."""
        self._go(navigation.to_part(self._package, self._state, system, part))

    def explain(self, term: str | None, at: Anchor | None = None) -> None:
        """Opens a term's explanation over the text, or closes it."""
        self._go(navigation.to_explanation(self._package, self._state, term, at))

    def open_term(self, term: str) -> None:
        """Goes to a term's entry in the glossary."""
        self._go(navigation.to_term(self._package, self._state, term))

    def home(self) -> None:
        """Goes home."""
        self._go(self._state.at_home())

    def back(self) -> None:
        """Goes to the place one came from."""
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        """Goes to the place one went back from."""
        self._travel(self._forward, self._back)

    # Search

    def search(self, query: SearchQuery) -> None:
        """Shows what a query finds. The way back keeps the last text typed, and each choice of a filter."""
        self._go(self._state.searching(query))

    def choose_hit(self, hit: SearchHit) -> None:
        """Goes to a search hit."""
        self._go(navigation.to_hit(self._package, self._state, hit))

    def choose_completion(self, completion: NameCompletion) -> None:
        """Goes to the thing a completion names, or searches for the name."""
        self._go(navigation.to_completion(self._package, self._state, completion))

    def find(self, text: str | None) -> None:
        """Highlights a text everywhere in the article; None ends that."""
        self._go(navigation.to_found(self._package, self._state, text))

    def step_find(self, step: int) -> None:
        """Goes to the next highlighted place (1) or the one before it (-1)."""
        self._go(navigation.to_next_found(self._package, self._state, step))

    def found(self, text: str | None) -> FoundPlaces | None:
        """All places of a text in the article in view, or None where there are none."""
        return navigation.found_places(self._package, self._state, text)

    # What is shown

    def show_tab(self, tab: PanelTab) -> None:
        """Opens a tab of the panel, from home beside the text."""
        self._go(navigation.to_tab(self._package, self._state, tab))

    def show_page(self, page: MiddlePage) -> None:
        """Shows a page in the middle of the window; the page in view stays as it is."""
        self._go(navigation.to_page(self._package, self._state, page))

    def read_to(self, anchor: Anchor | None) -> None:
        """Remembers the reading position; the way back does not grow."""
        self._go(self._state.reading(anchor))

    def filter_topic(self, topic: str | None) -> None:
        """Shows only the figures of a topic, or all."""
        self._go(navigation.to_topic(self._package, self._state, topic))

    def show_everywhere(self, everywhere: bool) -> None:
        """Shows the figures of the whole exhibit, or of the article in view."""
        self._go(self._state.with_everywhere(everywhere))

    # How it is shown

    def set_script(self, script: Script) -> None:
        """Shows everything in a script."""
        self._go(self._state._replace(script=script))

    def toggle_script(self) -> None:
        """Shows everything in the other script."""
        self.set_script("hant" if self._state.script == "hans" else "hans")

    def set_english(self, english: bool) -> None:
        """Shows the interface in English, or in the script."""
        self._go(self._state._replace(english=english))

    def set_appearance(self, appearance: Appearance) -> None:
        """Shows everything light, dark or in high contrast."""
        self._go(self._state._replace(appearance=appearance))

    def rescale(self, steps: int) -> None:
        """Makes the text larger or smaller by steps."""
        self._go(self._state.rescaled(steps))

    def reset_scale(self) -> None:
        """Shows the text at 100 %."""
        self._go(self._state._replace(scale=100))

    def set_order(self, order: FigureOrder) -> None:
        """Lists the figures in an order."""
        self._go(self._state._replace(order=order))

    def _travel(self, source: deque[Location], other: deque[Location]) -> None:
        if source:
            other.append(self._state.place)
            self._store(self._state.at_place(source.pop()))

    def _go(self, state: State) -> None:
        if state == self._state:
            return
        if not state.place.same_spot(self._state.place):
            if self._state.place.region is not None or self._state.place.page != "text":  # no way back to nowhere
                self._back.append(self._state.place)
            self._forward.clear()
        self._store(state)

    def _take_followed(self) -> None:
        if self._followed is not None and self._followed.state != self._state:
            self._store(self._followed.state)

    def _store(self, state: State) -> None:
        self._state = state
        self.changed.emit()
        if self._deferred:
            self._settling.start()
        else:
            self.settled.emit()
