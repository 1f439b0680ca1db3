"""The panel of figures, and the same tiles as a strip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import ORDERS
from exhibit.ui.metrics.links import TopicLinkShown
from exhibit.ui.metrics.scroll import MetricScroll
from exhibit.ui.metrics.shown import MetricsShown
from exhibit.ui.metrics.tile_arrangement import TileColumns, TileRow
from exhibit.ui.metrics.tile_pool import TilePool
from exhibit.ui.metrics.topic_link_list import TopicLinks
from exhibit.ui.widgets.chips import ChipGroup
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook


class MetricsPanel(MetricScroll):
    """Every figure of the article in view, or of all, with its sentence."""

    def _make(self) -> TilePool:
        self.setObjectName("metrics")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = MetricsPage(self)
        self._page.scopes.picked.connect(self._choose_scope)
        self._page.topics.picked.connect(self._choose_topic)
        self._page.orders.picked.connect(self._choose_order)
        self._page.ways.picked.connect(self._go)
        self.setWidget(self._page)
        return self._page.field

    def _fill(self, shown: MetricsShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self._page.fill(shown, look)
        self._page.field.fill(shown, look, self._session.state.language)

    def _fit(self) -> None:
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        self._page.resize(self.width(), max(self._page.fit(width), self.height()))

    def _choose_scope(self, key: str) -> None:
        self._session.show_everywhere(key == "everywhere")

    def _choose_topic(self, topic: str) -> None:
        self._session.filter_topic(topic or None)

    def _go(self, way: TopicLinkShown) -> None:
        if way.section:
            self._session.choose_passage(*way.section)
        elif way.part:
            self._session.choose_part(*way.part)

    def _choose_order(self, key: str) -> None:
        self._session.set_order(next(order for order in ORDERS if order == key))


class MetricsPage(QWidget):
    """What the panel scrolls over: its head, the topics, the tiles."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._title = TextLabel("sans", 16, "ink", self, bold=True)
        self.scopes = ChipGroup("scopes", self, joined=True)
        self._summary = TextLabel("sans", 14, "soft", self)
        self.orders = ChipGroup("orders", self, joined=True)
        self.topics = ChipGroup("topics", self, joined=False)
        self.field = TileColumns(self)
        self.ways = TopicLinks(self)

    def fill(self, shown: MetricsShown, look: TextLook) -> None:
        """Shows another head."""
        self._look = look
        self._title.show_text(shown.title, look)
        self._summary.show_text(shown.summary, look)
        self.scopes.show_choices(shown.scope_title, shown.scopes, look)
        self.orders.show_choices(shown.order_title, shown.orders, look)
        self.topics.show_choices(shown.topic_title, shown.topics, look)
        self.ways.fill(shown.ways, look)
        self.update()

    def fit(self, width: int) -> int:
        """Places everything in a width; the height it takes."""
        if self._look is None:
            return 0
        look = self._look
        margin = min(look.px(14), width // 20)
        inner = width - 2 * margin
        x, y = margin, look.px(10)
        y += place([self._title, self.scopes], (x, y, inner - look.px(2)), look.px(8), spread=True) + look.px(4)
        y += place([self._summary, self.orders], (x, y, inner - look.px(2)), look.px(8), spread=True) + look.px(4)
        y += place([self.topics], (x, y, inner), 0) + look.px(4)
        height = self.field.fit(inner)
        self.field.setGeometry(x, y, inner, height)
        y += height
        height = self.ways.fit(inner)
        self.ways.setGeometry(x, y, inner, height)
        return y + height + look.px(16)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(self, event, self._look)


class MetricStrip(MetricScroll):
    """The same tiles in one row that scrolls sideways."""

    def _make(self) -> TilePool:
        self.setObjectName("metric-strip")
        self._row = TileRow(self)
        self.setWidget(self._row)
        return self._row

    def _fill(self, shown: MetricsShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self._row.fill(shown, look, self._session.state.language)

    def _fit(self) -> None:
        room = self.height() - self.horizontalScrollBar().sizeHint().height()
        width, height = self._row.fit(self.width(), room)
        self._row.resize(max(width, self.width()), height)

    # Qt calls this

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        across = self.horizontalScrollBar()
        across.setValue(across.value() - (turned.x() or turned.y()))
        event.accept()


def paint_panel(widget: QWidget, event: QPaintEvent, look: TextLook | None) -> None:
    """The ground of the panel."""
    if look:
        painter = QPainter(widget)
        painter.fillRect(event.rect(), QColor(look.theme.colours.panel))
        painter.end()
