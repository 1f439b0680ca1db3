"""The state of a window: what a visitor looks at and how it is shown. Each method returns another state."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from exhibit.model.text import Script

if TYPE_CHECKING:  # there is no query before the first paint
    from exhibit.model.search import SearchQuery

InterfaceLanguage = Literal["hans", "hant", "en"]
Appearance = Literal["light", "dark", "contrast"]
FigureOrder = Literal["text", "topic", "size"]
PanelTab = Literal["metrics", "systems", "compare", "sources"]
MiddlePage = Literal["home", "text", "drawing", "glossary", "timeline", "search"]
"""The page in the middle of the window. Home and the drawing fill the whole window."""

APPEARANCES: Final[tuple[Appearance, ...]] = ("light", "dark", "contrast")
ORDERS: Final[tuple[FigureOrder, ...]] = ("text", "topic", "size")
TABS: Final[tuple[PanelTab, ...]] = ("metrics", "systems", "compare", "sources")
"""The tabs of the panel beside the text."""
SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes offered, in per cent."""


class Anchor(NamedTuple):
    """A position in an edition: a block and a code point in it."""

    block: str
    offset: int = 0


class Location(NamedTuple):
    """What a visitor looks at: an entry of the history."""

    region: str | None = None
    article: str | None = None
    edition: str | None = None
    metric: str | None = None
    topic: str | None = None
    """Only figures of this topic; None for all."""
    everywhere: bool = False
    """Figures of the whole exhibit, not only of the article in view."""
    anchor: Anchor | None = None
    """The reading position, at the top of the text; None is the beginning."""
    tab: PanelTab = "metrics"
    page: MiddlePage = "text"
    system: str | None = None
    """The system that is drawn; None is the first one of the article."""
    part: str | None = None
    """The chosen part of that system."""
    passage: str | None = None
    """The chosen block or section, which is marked in the text."""
    term: str | None = None
    """The term whose explanation is open, over the text or in the glossary."""
    term_at: Anchor | None = None
    """The place in the text where it was opened; None in the glossary."""
    query: "SearchQuery | None" = None
    """The last query of the search. It is kept while other pages are shown."""
    find: str | None = None
    """The text that is highlighted in the article; "" before anything is typed, None without highlights."""
    find_at: Anchor | None = None
    """The highlighted place that was gone to."""

    def same_spot(self, other: "Location") -> bool:
        """Whether both are one entry of the history: all but reading position, explanation and typed text is equal."""
        return self._history_entry() == other._history_entry()

    def _history_entry(self) -> "Location":
        asked = self.query._replace(text="", script="hans") if self.query and self.page == "search" else None
        return self._replace(anchor=None, term=None, term_at=None, query=asked, find=None, find_at=None)


class State(NamedTuple):
    """What a window shows, together with the package."""

    place: Location = Location()
    script: Script = "hans"
    english: bool = False
    """The interface speaks English; otherwise it follows the script."""
    appearance: Appearance = "light"
    scale: int = 100
    """Text size in per cent, one of SCALES."""
    order: FigureOrder = "text"
    visited: frozenset[str] = frozenset()
    """Ids of the articles that were opened."""

    @property
    def language(self) -> InterfaceLanguage:
        """The language of the interface."""
        return "en" if self.english else self.script

    def at_home(self) -> "State":
        """Home, nothing chosen and no filter set; the article in view and the reading position stay, to go on there."""
        here = self.place
        place = Location(here.region, here.article, here.edition, anchor=here.anchor, page="home")
        return self._replace(place=place)

    def at_article(self, region: str, article: str, edition: str, anchor: Anchor | None = None) -> "State":
        """An article with nothing chosen. The panel's tab and filters stay, and the highlights of the same text."""
        here = self.place
        find = here.find if (here.article, here.edition) == (article, edition) else None
        place = self._fresh_location(region)._replace(article=article, edition=edition, anchor=anchor, find=find)
        return self._replace(place=place, visited=self.visited | {article})

    def at_passage(self, region: str, article: str, edition: str, passage: str) -> "State":
        """An article at a passage, which is marked."""
        return self.at_article(region, article, edition, Anchor(passage))._moved(passage=passage)

    def at_metric(self, region: str, article: str, edition: str, metric: str, tab: PanelTab) -> "State":
        """A figure chosen, with its article and a tab of the panel. The filters stay."""
        here = self.place
        anchor = here.anchor if (here.article, here.edition) == (article, edition) else None
        moved = self.at_article(region, article, edition, anchor)
        return moved._moved(metric=metric, tab=tab)

    def at_part(self, region: str, article: str, edition: str, system: str, part: str | None) -> "State":
        """A part of a system chosen, or none, with its article. The page of the drawing stays open."""
        here = self.place
        anchor = here.anchor if (here.article, here.edition) == (article, edition) else None
        moved = self.at_article(region, article, edition, anchor)
        return moved._moved(
            system=system, part=part, tab="systems", page=here.page if here.page == "drawing" else "text"
        )

    def with_part(self, system: str, part: str) -> "State":
        """A part of a system chosen beside the figure or passage that is chosen."""
        return self._moved(system=system, part=part)

    def with_tab(self, tab: PanelTab) -> "State":
        """Another tab of the panel."""
        return self._moved(tab=tab)

    def with_page(self, page: MiddlePage) -> "State":
        """Another page in the middle. An open explanation is closed."""
        return self._moved(page=page, term=None, term_at=None)

    def explaining(self, term: str | None, at: Anchor | None = None) -> "State":
        """The explanation of a term open over the text; None closes it."""
        return self._moved(term=term, term_at=at if term else None)

    def at_term(self, term: str) -> "State":
        """A term open in the glossary."""
        return self._moved(page="glossary", term=term, term_at=None)

    def searching(self, query: "SearchQuery") -> "State":
        """The page of a query's hits."""
        return self._moved(page="search", query=query, term=None, term_at=None)

    def finding(self, find: str | None, at: Anchor | None = None) -> "State":
        """A text highlighted in the article, and one place of it to go to."""
        return self._moved(find=find, find_at=at)

    def without_passage(self) -> "State":
        """No passage chosen. The chosen part stays."""
        return self._moved(passage=None)

    def without_metric(self) -> "State":
        """No figure chosen."""
        return self._moved(metric=None)

    def in_region(self, region: str) -> "State":
        """A region without an article. The panel's tab and filters stay."""
        return self._replace(place=self._fresh_location(region))

    def in_edition(self, edition: str) -> "State":
        """The same article in another edition, from its beginning unless a figure is chosen."""
        return self._moved(edition=edition, anchor=None, passage=None, term=None, term_at=None, find_at=None)

    def reading(self, anchor: Anchor | None) -> "State":
        """Another reading position."""
        return self._moved(anchor=anchor)

    def with_topic(self, topic: str | None) -> "State":
        """Figures of one topic; None for all."""
        return self._moved(topic=topic)

    def with_everywhere(self, everywhere: bool) -> "State":
        """Figures of the whole exhibit, or of the article in view."""
        return self._moved(everywhere=everywhere)

    def at_place(self, place: Location) -> "State":
        """Another entry of the history."""
        return self._replace(place=place)

    def rescaled(self, steps: int) -> "State":
        """Text larger or smaller by steps of SCALES."""
        index = SCALES.index(self.scale) + steps
        return self._replace(scale=SCALES[max(0, min(index, len(SCALES) - 1))])

    def _fresh_location(self, region: str) -> Location:
        """A region with nothing chosen. The panel's tab and filters stay."""
        here = self.place
        return Location(region, topic=here.topic, everywhere=here.everywhere, tab=here.tab, query=here.query)

    def _moved(self, **changes: object) -> "State":
        return self._replace(place=self.place._replace(**changes))  # type: ignore[arg-type]  # names checked by callers above
