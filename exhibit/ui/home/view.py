"""Home: the front door of the exhibit, which can also be played without a visitor."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.home.card import HomeCard
from exhibit.ui.home.card_layout import INSET
from exhibit.ui.home.card_list import CardList
from exhibit.ui.home.head import HomeButton, HomeTitle, PromiseLine
from exhibit.ui.home.layout import HomeLayout, home_layout
from exhibit.ui.home.shown import WAYS, HomeData, HomeShown, HomeWay, home_shown, home_title
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.layout import PixelBox
from exhibit.ui.widgets.text_label import WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook, look_for

PLAY_INTERVAL: Final = 6000
"""Milliseconds that a card is chosen for while home is played."""
_LINK_HEIGHT: Final = 44
_LINK_SIZE: Final = 16
_LOOSE_TITLE: Final = 34
"""Design pixels: the height and the letters of a link, the letters of a title that scrolls."""
_LINK_PADDING: Final = 16
"""Design pixels of a link left of its label."""
_BUTTON_SHARE: Final = 0.46
"""The share of the head that the next touch may take."""
_MOST_PLAYED: Final = 12
"""Cards that are played in turn, at most."""


def map_box(session: Session, width: int, height: int) -> PixelBox | None:
    """Where home leaves room for the map on a page of that size in pixels; None if it has no map or no room."""
    package, state = session.package, session.state
    cards = package.exhibit.counts.articles
    title = home_title(package, state.script)
    return home_layout((width, height), session.theme, title, cards, has_map=package.map() is not None).map


class HomePage(SessionView[HomeShown], QWidget):
    """The title, the promise, the next touch, a card for each article, and links to what else there is.

    The window puts the map where `map_box` says.
    """

    pointed = Signal(str)
    """A region whose card is pointed at, by the pointer, the keyboard or the play; "" for none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = HomeData(session.package)
        self._has_map = session.package.map() is not None
        self._played: int | None = None
        self._player = QTimer(self)
        self._player.setInterval(PLAY_INTERVAL)
        self._player.timeout.connect(self.play_on)
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("home-page")
        self._title, self._promise = HomeTitle(self), PromiseLine(self)
        self._begin = HomeButton("home-begin", self, main=True)
        self._go_on = HomeButton("home-go-on", self, main=False)
        self._cards = CardList(self._data, self)
        self._links: dict[HomeWay, ChipButton] = {}
        for way in WAYS:
            link = self._links[way] = ChipButton(self, bordered=False, tall=_LINK_HEIGHT, size=_LINK_SIZE)
            link.setCheckable(False)
            link.setObjectName(f"home-{way}")
            link.clicked.connect(self._follow_link)
        self._begin.clicked.connect(self._open_first)
        self._go_on.clicked.connect(self._read_on)
        self._cards.chosen.connect(self._open)
        self._cards.hero_chosen.connect(self._open_figure)
        self._cards.pointed.connect(self.pointed)
        self._cards.stood.connect(self._set_tab_order)

    # The map

    def highlight(self, region: str) -> None:
        """Lights the cards of a region that is pointed at on the map; "" lights none."""
        self._cards.light(region)

    # Played without a visitor

    def play(self) -> None:
        """Chooses one card after the other, for the eye only; nothing moves."""
        self._played = 0
        self._player.start()
        self.derive_again()

    def stop(self) -> None:
        """Ends the play: what is chosen is again what the session says."""
        self._player.stop()
        self._played = None
        self.derive_again()

    def play_on(self) -> None:
        """Chooses the next card; the clock of the play does it every PLAY_INTERVAL."""
        if self._played is not None:
            self._played = (self._played + 1) % max(1, min(self._data.cards, _MOST_PLAYED))
            self.derive_again()

    # Following the session

    def relevant(self, state: State) -> State:
        here = state.place
        kept = State().place._replace(region=here.region, article=here.article, edition=here.edition)
        return state._replace(place=kept)

    def derive(self, state: State) -> HomeShown:
        shown = home_shown(self._data, state)
        if self._played is None or not self._data.cards:
            return shown
        return shown._replace(chosen=self._data.article(self._played).id)

    def display(self, before: HomeShown | None) -> None:
        self.setAccessibleName(self.shown.name)
        self._arrange()
        if self._played is not None and self._data.cards:
            self.pointed.emit(self._data.article(self._played).region)

    def _arrange(self) -> None:
        """Gives everything its place."""
        if min(self.width(), self.height()) < 2:
            return
        boxes = home_layout(
            (self.width(), self.height()), self.theme, self.shown.title, self._data.cards, has_map=self._has_map
        )
        look = look_for(self.theme._replace(scale=self.theme.scale * boxes.enlarged), self.shown.script)
        self._hang(loose=boxes.title is None)
        self._cards.inset = look.px(INSET)
        self._put_head(boxes, look)
        self._put_foot(boxes, look)
        bar = self._cards.verticalScrollBar().sizeHint().width()
        state, playing = self.relevant(self._session.state), self._played is not None
        self._cards.show_cards(self.shown, state, look, boxes.columns, fade=playing)
        box, inset = boxes.cards, self._cards.inset
        self._cards.setGeometry(box.x - inset, box.y, box.width + 2 * inset + bar, box.height)
        self._cards.fit()
        self._set_tab_order()
        self.update()

    def _put_head(self, boxes: HomeLayout, look: TextLook) -> None:
        """The title, the promise, and beside it the next touch where it stands there."""
        shown, head, title = self.shown, boxes.head, boxes.title
        size = title.size if title else look.px(_LOOSE_TITLE)
        self._title.show_title(shown.title, look, size, upright=bool(title and title.upright))
        centred = boxes.arrangement == "tall" and boxes.map is not None
        self._promise.show_promise(shown.promise, "" if centred else shown.facts, look, centred=centred)
        self._begin.setVisible(shown.begin is not None)
        room = head.width - (self._put_begin(head, look) if boxes.buttons_in_head else 0)
        high = self._promise.fit(room)
        if title and high > head.height:
            self._promise.show_promise(shown.promise, "", look, centred=centred)
            high = self._promise.fit(room)
        if title:
            self._title.setGeometry(*title.box)
            self._promise.setGeometry(head.x, head.y + max(0, head.height - high) // 2, room, high)
        self._cards.above = 0 if title else self._put_loose(head.width, high, look)

    def _hang(self, *, loose: bool) -> None:
        """Hands all but the next touch to the cards, to scroll with them, or takes it back."""
        holder = self._cards.ground if loose else self
        for widget in (self._title, self._promise, self._go_on, *self._links.values()):
            if widget.parentWidget() is not holder:
                widget.setParent(holder)
                widget.show()

    def _put_loose(self, width: int, promise: int, look: TextLook) -> int:
        """Puts what scrolls with the cards above them, in a width; the promise is so high. The height it takes."""
        left = self._cards.inset
        gap = y = look.px(12)
        for widget, high in ((self._title, self._title.fit(width)), (self._promise, promise)):
            widget.setGeometry(left, y, width, high)
            y += high + gap
        if self._show_way_on(width, look):
            y += place([self._go_on], (left - look.px(6), y, width), 0)
        return y + place(self._shown_links(look), (left - look.px(_LINK_PADDING), y, width), 0) + gap

    def _put_begin(self, head: PixelBox, look: TextLook) -> int:
        """The next touch at the right end of the head; the width it takes. Its note is left out in a narrow head."""
        if self.shown.begin is None:
            return 0
        wide = self._begin.show_button(self.shown.begin, look, room=round(head.width * _BUTTON_SHARE))
        high = self._begin.fit(wide)
        self._begin.setGeometry(head.x + head.width + look.px(6) - wide, head.y + (head.height - high) // 2, wide, high)
        return wide + look.px(14)

    def _put_foot(self, boxes: HomeLayout, look: TextLook) -> None:
        """The buttons that do not stand in the head, and the links unless they scroll."""
        shown, foot = self.shown, boxes.foot
        held: list[WidthFitting] = []
        if shown.begin and not boxes.buttons_in_head:
            self._begin.show_button(shown.begin, look, room=foot.width // 2)
            held.append(self._begin)
        if boxes.title and self._show_way_on(foot.width // 2, look):
            held.append(self._go_on)
        links: list[WidthFitting] = [*self._shown_links(look)] if boxes.title else []
        gap = look.px(4)
        one_line = sum(one.natural() + gap for one in (*held, *links)) <= foot.width
        self._put_lines([[*held, *links]] if one_line else [held, links], foot, look)

    def _show_way_on(self, room: int, look: TextLook) -> bool:
        """Shows the way to go on reading, in a width if it can; whether there is one."""
        self._go_on.setVisible(self.shown.go_on is not None)
        if self.shown.go_on:
            self._go_on.show_button(self.shown.go_on, look, room=room)
        return self.shown.go_on is not None

    def _put_lines(self, lines: Sequence[Sequence[WidthFitting]], foot: PixelBox, look: TextLook) -> None:
        """Places lines in the middle of the foot, one below the other."""

        def put(y: int) -> int:
            for line in lines:
                left = look.px(_LINK_PADDING if line and isinstance(line[0], ChipButton) else 6)
                y += place(line, (foot.x - left, y, foot.width + left), look.px(4))
            return y

        put(foot.y + max(0, foot.y + foot.height - put(foot.y)) // 2)

    def _shown_links(self, look: TextLook) -> list[ChipButton]:
        """The links of what the exhibit has, in a look."""
        for link in self._links.values():
            link.hide()
        for shown in self.shown.links:
            link = self._links[shown.way]
            link.show_choice(ChoiceShown(shown.way, shown.label, False), look)
            link.show()
        return [self._links[shown.way] for shown in self.shown.links]

    def _set_tab_order(self) -> None:
        """Lets Tab go from the next touch to the cards, and on to the links."""
        entrance = self._cards.entrance
        card = [entrance, entrance.hero] if isinstance(entrance, HomeCard) else []
        stops: list[QWidget] = [self._begin, *card, self._go_on, *self._links.values()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    # What the visitor does

    def _open(self, row: int) -> None:
        self._session.open_article(self._data.article(row).id)

    def _open_figure(self, metric: str) -> None:
        self._session.choose_metric(metric)

    def _open_first(self) -> None:
        self._open(0)

    def _read_on(self) -> None:
        self._session.show_page("text")

    def _follow_link(self) -> None:
        way = next(way for way, link in self._links.items() if link is self.sender())
        if way == "timeline" or way == "glossary":
            self._session.show_page(way)
        else:
            self._session.show_tab(way)

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._begin.setFocus(event.reason())

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.colours.paper))
        painter.end()
