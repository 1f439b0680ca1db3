"""The places as tiles, where a package has no map."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from exhibit.ui.labels import set_plain_tool_tip
from exhibit.ui.map.pins import RETURNING
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import paint_check
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.widgets.text_look import TextLook

_MIN_WIDTH: Final = 136
"""The least width of a tile, in design pixels, like all sizes below."""
_MIN_HEIGHT: Final = 64
"""The least height of a tile."""
_PADDING: Final = 12
"""Between a tile's edge and its texts."""
_CHECK_ROOM: Final = 14
"""What the texts leave free at the right for the check mark."""
_LINE_GAP: Final = 4
"""Between the name and the figures."""
_TILE_GAP: Final = 10
"""Between tiles."""
_SIZE: Final = (338, 360)
"""The preferred width and height of the grid."""
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAPPED_AT_BOTTOM: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_UNBOUNDED: Final = 10_000
"""Pixels; the height of a box in which a text is measured."""


class PlaceTile(QAbstractButton):
    """A place: its name and how many figures it has."""

    chosen = Signal(str)

    def __init__(self, place: MapPlaceShown, look: TextLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self.setObjectName(f"tile-{place.region}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)
        self.display(place, look)

    def display(self, place: MapPlaceShown, look: TextLook) -> None:
        """Shows another state of the same place."""
        self._place, self._theme = place, look.theme
        self._name_font = look.style("sans", 15, bold=True).font
        self._figures_font = look.style("sans", 12).font
        self.setAccessibleName(place.spoken)
        self.setAccessibleDescription(place.note)
        set_plain_tool_tip(self, place.note)
        self.updateGeometry()
        self.update()

    def height_for(self, width: int) -> int:
        """The height that the texts need at a width, in pixels."""
        px = self._theme.px
        box = self._text_box(width)
        name = QFontMetrics(self._name_font).boundingRect(box, _WRAPPED, self._place.name)
        figures = QFontMetrics(self._figures_font).boundingRect(box, _WRAPPED, self._place.figures)
        return name.height() + figures.height() + 2 * px(_PADDING) + px(_LINE_GAP)

    def _text_box(self, width: int) -> QRect:
        pad = self._theme.px(_PADDING)
        return QRect(pad, pad, width - 2 * pad - self._theme.px(_CHECK_ROOM), _UNBOUNDED)

    def _choose(self) -> None:
        self.chosen.emit(self._place.region)

    def _paint_card(self, painter: QPainter) -> None:
        theme, colours, place = self._theme, self._theme.colours, self._place
        edge = theme.px(2) if place.chosen else theme.px(1)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        border = colours.accent if place.chosen else colours.edge if self.underMouse() else colours.line
        painter.setPen(QPen(QColor(border), edge))
        painter.setBrush(QColor(colours.tint if self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.px(9), theme.px(9))
        if self.hasFocus() and self._ring:
            ring = theme.px(4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
            painter.drawRoundedRect(box.adjusted(ring, ring, -ring, -ring), theme.px(6), theme.px(6))

    def _paint_texts(self, painter: QPainter) -> None:
        colours, place = self._theme.colours, self._place
        painter.setFont(self._name_font)
        painter.setPen(QColor(colours.accent if place.chosen else colours.soft if place.faded else colours.ink))
        painter.drawText(self._text_box(self.width()), _WRAPPED, place.name)
        painter.setFont(self._figures_font)
        painter.setPen(QColor(colours.ink if place.number else colours.soft))
        box = self._text_box(self.width())
        box.setBottom(self.height() - self._theme.px(_PADDING))
        painter.drawText(box, _WRAPPED_AT_BOTTOM, place.figures)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_texts(painter)
        if self._place.visited and not self._place.chosen:
            pad = self._theme.px(_PADDING)
            corner = QRectF(self.rect()).topRight() + QRectF(0, 0, -pad, pad).bottomRight()
            paint_check(painter, corner, self._theme.px(6), self._theme.colours.visited)
        painter.end()

    @qt_override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in RETURNING:
            self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class TileGrid(QScrollArea):
    """Tiles in as many columns as fit."""

    chosen = Signal(str)

    def __init__(self, shown: MapShown, look: TextLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = QWidget(self)
        self._grid = QGridLayout(self._board)
        self._tiles = [PlaceTile(place, look, self._board) for place in shown.places]
        for tile in self._tiles:
            tile.chosen.connect(self.chosen)
        self.setObjectName("map-tiles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._board)
        self._board.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.display(shown, look)

    def display(self, shown: MapShown, look: TextLook) -> None:
        """Shows another state of the same places."""
        self._theme = look.theme
        self.setAccessibleName(shown.labels.map)
        for tile, place in zip(self._tiles, shown.places, strict=True):
            tile.display(place, look)
            if place.chosen or not self.focusProxy():
                self.setFocusProxy(tile)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        gap = theme.px(_TILE_GAP)
        room = self.viewport().width() - 2 * gap
        columns = max(1, (room + gap) // (theme.target(_MIN_WIDTH) + gap))
        width = max(1, (room + gap) // columns - gap)
        height = max((tile.height_for(width) for tile in self._tiles), default=0)
        self._grid.setContentsMargins(gap, gap, gap, gap)
        self._grid.setSpacing(gap)
        for number, tile in enumerate(self._tiles):
            tile.setFixedHeight(max(height, theme.target(_MIN_HEIGHT)))
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(*map(self._theme.px, _SIZE))
