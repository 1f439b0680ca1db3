"""The panel of figures, and the strip with the same tiles in one row."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import ORDERS
from exhibit.session import Session
from exhibit.ui.metrics.scroll import MetricScroll
from exhibit.ui.metrics.tile_arrangement import TileColumns, TileRow
from exhibit.ui.metrics.tile_pool import TILES_PER_PAGE, TilePool
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.chips import ChipGroup
from exhibit.ui.widgets.layout import scrolled
from exhibit.ui.widgets.link_list import LinkList, LinkListStyle
from exhibit.ui.widgets.text_label import TextLabel, place

_PANEL_MARGIN: Final = 14
"""Design pixels left and right of everything in the panel, at most."""
_STRIP_MARGIN: Final = 10
"""Design pixels around the tiles in the strip."""
_LINE_GAP: Final = 4
"""Design pixels between the lines of the panel's head."""
_CHIP_GAP: Final = 8
"""Design pixels between things in one line of the panel's head."""
_LINK_LIST_GAP: Final = 10
"""Design pixels above a list of links."""
_TOPIC_LINKS: Final = LinkListStyle("serif", 16, "ink", heading_gap=2)


class MetricsPanel(MetricScroll):
    """All figures of the article in view, or of the whole exhibit, and links to what else has the chosen topic."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, tiles_per_page: int = TILES_PER_PAGE
    ) -> None:
        super().__init__(parent)
        self.setObjectName("metrics")
        self._make_head()
        tiles = TilePool(self.ground, tiles_per_page=tiles_per_page)
        self._columns = TileColumns(tiles)
        self.hold(tiles)
        self._sections = self._link_list()
        self._parts = self._link_list()
        self.follow(session)

    def _make_head(self) -> None:
        self._title = TextLabel("sans", 16, "ink", self.ground, bold=True)
        self._scopes = ChipGroup("scopes", self.ground, joined=True)
        self._summary = TextLabel("sans", 14, "soft", self.ground)
        self._orders = ChipGroup("orders", self.ground, joined=True)
        self._topics = ChipGroup("topics", self.ground, joined=False)
        self._scopes.picked.connect(self._choose_scope)
        self._orders.picked.connect(self._choose_order)
        self._topics.picked.connect(self._choose_topic)

    def _link_list(self) -> LinkList:
        links = LinkList(self.ground, _TOPIC_LINKS)
        links.followed.connect(self._follow)
        return links

    def _fill_head(self) -> None:
        shown, look = self.shown, self.look
        self._title.show_text(shown.title, look)
        self._summary.show_text(shown.summary, look)
        self._scopes.show_choices(shown.scope_title, shown.scopes, look)
        self._orders.show_choices(shown.order_title, shown.orders, look)
        self._topics.show_choices(shown.topic_title, shown.topics, look)
        self._sections.show_links(*shown.topic_links.sections, look)
        self._parts.show_links(*shown.topic_links.parts, look)

    def _place(self, width: int) -> int:
        look = self.look
        margin = min(look.px(_PANEL_MARGIN), width // 20)
        x, y, inner = margin, look.px(10), width - 2 * margin
        line, gap, chip_gap = inner - look.px(2), look.px(_LINE_GAP), look.px(_CHIP_GAP)
        y += place([self._title, self._scopes], (x, y, line), chip_gap, spread=True) + gap
        y += place([self._summary, self._orders], (x, y, line), chip_gap, spread=True) + gap
        y += place([self._topics], (x, y, inner), 0) + gap
        _, height = self._tiles.fit(self._columns, (inner, self.height()))
        self._tiles.setGeometry(x, y, inner, height)
        return self._place_links(x, y + height, inner) + look.px(16)

    def _place_links(self, x: int, y: int, width: int) -> int:
        """Places the lists that have links below a height; returns where they end."""
        for links in (self._sections, self._parts):
            if height := links.fit(width):
                y += self.look.px(_LINK_LIST_GAP)
                links.setGeometry(x, y, width, height)
                y += height
        return y

    def _choose_scope(self, key: str) -> None:
        self._session.show_everywhere(key == "everywhere")

    def _choose_topic(self, topic: str) -> None:
        self._session.filter_topic(topic or None)

    def _choose_order(self, key: str) -> None:
        self._session.set_order(next(order for order in ORDERS if order == key))


class MetricStrip(MetricScroll):
    """The same tiles in one row that scrolls sideways."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("metric-strip")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._row = TileRow()
        self.hold(TilePool(self.ground))
        self.follow(session)

    def fit(self) -> None:
        """Lays the row out for the height there is."""
        margin = self.look.px(_STRIP_MARGIN)
        height = self.height() - self.horizontalScrollBar().sizeHint().height()
        size = self._tiles.fit(self._row, (self.width() - 2 * margin, height - 2 * margin))
        self._tiles.setGeometry(margin, margin, *size)
        self.ground.resize(max(size[0] + 2 * margin, self.width()), size[1] + 2 * margin)

    def scroll_to(self, box: QRect) -> None:
        """Scrolls no further than needed to see a box on the ground, sideways too."""
        view, across, down = self.viewport(), self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(scrolled(across.value(), view.width(), box.left(), box.right() + 1))
        down.setValue(scrolled(down.value(), view.height(), box.top(), box.bottom() + 1))

    # Qt calls these

    @qt_override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        across = self.horizontalScrollBar()
        across.setValue(across.value() - (turned.x() or turned.y()))
        event.accept()
