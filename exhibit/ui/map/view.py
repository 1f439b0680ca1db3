"""The map in the window: the map itself or tiles, and the line with its source."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exhibit.session import Session
from exhibit.theme import Theme, theme_for
from exhibit.ui.map.attribution import credit_line, display_credit
from exhibit.ui.map.base import MapBase, ShapeBase
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.shown import MapData, MapShown, shown_from
from exhibit.ui.map.tiles import TileGrid


class MapView(QWidget):
    """Shows where the regions lie; a press on one chooses it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facts = MapData(session.package)
        self._shown = shown_from(self._facts, session.state)
        self._theme = self._theme_now()
        self._body = self._make_body()
        self._credit = credit_line(self)
        self._arrange()
        self._paint_ground()
        display_credit(self._credit, self._shown, self._theme)
        self._body.chosen.connect(session.choose_region)
        session.settled.connect(self._refresh)

    @property
    def shown(self) -> MapShown:
        """What is on screen."""
        return self._shown

    def _theme_now(self) -> Theme:
        state = self._session.state
        return theme_for(state.appearance, state.scale)

    def _make_body(self) -> MapCanvas | TileGrid:
        drawn = self._shown.map
        if drawn is None:
            return TileGrid(self._shown, self._theme, self)
        base: MapBase
        if drawn.picture:
            from exhibit.ui.map.picture import PictureBase

            base = PictureBase(drawn, self._session.package.blob(drawn.picture))
        else:
            base = ShapeBase(drawn)
        return MapCanvas(drawn, base, self._shown, self._theme, self)

    def _arrange(self) -> None:
        self.setObjectName("map")
        self.setFocusProxy(self._body)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body, 1)
        column.addWidget(self._credit)

    def _paint_ground(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.colours.side))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def _refresh(self) -> None:
        shown, theme = shown_from(self._facts, self._session.state), self._theme_now()
        if (shown, theme) == (self._shown, self._theme):
            return
        if theme != self._theme:
            self._theme = theme
            self._paint_ground()
        self._shown = shown
        display_credit(self._credit, shown, theme)
        self._column.activate()  # Qt forgets to where the window was resized in the same turn
        self._body.display(shown, theme)
