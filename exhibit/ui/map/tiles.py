"""The places as tiles, where a package has no map."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.map.pin import BACK
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import paint_check

_LEAST_WIDTH: Final = 136
_PADDING: Final = 12
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAPPED_LOW: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_ENDLESS: Final = 10_000


class PlaceTile(QAbstractButton):
    """A place: its name and how many figures there are."""

    chosen = Signal(str)

    def __init__(self, place: MapPlaceShown, theme: Theme, script: Script, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._theme = place, theme
        self._ringed = False
        self._name_font, self._figures_font = QFont(), QFont()
        self.setObjectName(f"tile-{place.region}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)
        self.display(place, theme, script)

    def display(self, place: MapPlaceShown, theme: Theme, script: Script) -> None:
        """Takes another state of the same place."""
        self._place, self._theme = place, theme
        self._name_font = font_of("sans", script, theme.px(15), bold=True)
        self._figures_font = font_of("sans", script, theme.px(12))
        self.setAccessibleName(place.spoken)
        self.setAccessibleDescription(place.note)
        self.setToolTip(place.note)
        self.updateGeometry()
        self.update()

    def needed(self, width: int) -> int:
        """The height at a width."""
        pad = self._theme.px(_PADDING)
        box = self._text_box(width)
        name = QFontMetrics(self._name_font).boundingRect(box, _WRAPPED, self._place.name)
        figures = QFontMetrics(self._figures_font).boundingRect(box, _WRAPPED, self._place.figures)
        return name.height() + figures.height() + 2 * pad + self._theme.px(4)

    def _text_box(self, width: int) -> QRect:
        pad = self._theme.px(_PADDING)
        return QRect(pad, pad, width - 2 * pad - self._theme.px(14), _ENDLESS)

    def _tell(self) -> None:
        self.chosen.emit(self._place.region)

    def _paint_card(self, painter: QPainter) -> None:
        theme, colours, place = self._theme, self._theme.colours, self._place
        edge = theme.px(2) if place.chosen else theme.px(1)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        lit = self.underMouse()
        painter.setPen(QPen(QColor(colours.accent if place.chosen else colours.edge if lit else colours.line), edge))
        painter.setBrush(QColor(colours.tint if self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.px(9), theme.px(9))
        if self.hasFocus() and self._ringed:
            ring = theme.px(4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), theme.px(2)))
            painter.drawRoundedRect(box.adjusted(ring, ring, -ring, -ring), theme.px(6), theme.px(6))

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, place = self._theme, self._theme.colours, self._place
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        painter.setFont(self._name_font)
        painter.setPen(QColor(colours.accent if place.chosen else colours.soft if place.faded else colours.ink))
        painter.drawText(self._text_box(self.width()), _WRAPPED, place.name)
        pad = theme.px(_PADDING)
        painter.setFont(self._figures_font)
        painter.setPen(QColor(colours.ink if place.number else colours.soft))
        low = self._text_box(self.width())
        low.setBottom(self.height() - pad)
        painter.drawText(low, _WRAPPED_LOW, place.figures)
        if place.visited and not place.chosen:
            corner = QRectF(self.rect()).topRight() + QRectF(0, 0, -pad, pad).bottomRight()
            paint_check(painter, corner, theme.px(6), colours.visited)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in BACK:
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class TileGrid(QScrollArea):
    """Tiles in as many columns as fit."""

    chosen = Signal(str)

    def __init__(self, shown: MapShown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board = QWidget(self)
        self._grid = QGridLayout(self._board)
        self._tiles = [PlaceTile(place, theme, shown.script, self._board) for place in shown.places]
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
        self.display(shown, theme)

    def display(self, shown: MapShown, theme: Theme) -> None:
        """Shows another state of the same places."""
        self._theme = theme
        self.setAccessibleName(shown.labels.map)
        for tile, place in zip(self._tiles, shown.places, strict=True):
            tile.display(place, theme, shown.script)
            if place.chosen or not self.focusProxy():
                self.setFocusProxy(tile)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        gap = theme.px(10)
        room = self.viewport().width() - 2 * gap
        columns = max(1, (room + gap) // (theme.px(_LEAST_WIDTH) + gap))
        width = max(1, (room + gap) // columns - gap)
        height = max((tile.needed(width) for tile in self._tiles), default=0)
        self._grid.setContentsMargins(gap, gap, gap, gap)
        self._grid.setSpacing(gap)
        for number, tile in enumerate(self._tiles):
            tile.setFixedHeight(max(height, theme.px(64)))
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(338), self._theme.px(360))
