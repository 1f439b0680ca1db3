"""The map in the window: the map itself or tiles, and the line with its source."""

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.ui.fonts import font_of
from exhibit.ui.labels import plain_label, set_plain_tool_tip
from exhibit.ui.map.base import ShapeBase
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.picture import PictureBase
from exhibit.ui.map.shown import MapData, MapShown, shown_from
from exhibit.ui.map.tiles import TileGrid
from exhibit.ui.session_view import SessionView

_CREDIT_SIZE: Final = 11
"""The font of the credit, in design pixels and, so that it stays readable, at least in pixels."""


class MapView(SessionView[MapShown], QWidget):
    """Shows where the regions are; a press on one chooses it. The credit shows in every state of the map."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = MapData(session.package)
        self._body: MapCanvas | TileGrid
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("map")
        self.setAutoFillBackground(True)
        self._credit = plain_label("map-credit", self)
        self._credit.setWordWrap(True)
        self._credit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._credit)

    def relevant(self, state: State) -> State:
        return state._replace(place=Location(region=state.place.region, topic=state.place.topic))

    def derive(self, state: State) -> MapShown:
        return shown_from(self._data, state)

    def display(self, before: MapShown | None) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self.theme.colours.side))
        self.setPalette(palette)
        self._show_credit()
        if before is None:
            self._add_body()
        else:
            self._column.activate()  # Qt forgets to do it where the window was resized in the same turn
            self._body.display(self.shown, self.look)

    def _add_body(self) -> None:
        self._body = self._make_body()
        self._body.chosen.connect(self._session.choose_region)
        self._column.insertWidget(0, self._body, 1)
        self._body.lower()  # a screen reader meets the map before the credit
        self.setFocusProxy(self._body)

    def _make_body(self) -> MapCanvas | TileGrid:
        drawn = self.shown.map
        if drawn is None:
            return TileGrid(self.shown, self.look, self)
        picture = drawn.picture
        base = PictureBase(drawn, self._session.package.blob(picture)) if picture else ShapeBase(drawn)
        return MapCanvas(drawn, base, self.shown, self.look, self)

    def _show_credit(self) -> None:
        line, theme = self._credit, self.theme
        line.setVisible(self.shown.map is not None)
        line.setFont(font_of("sans", self.look.script, max(_CREDIT_SIZE, theme.text(_CREDIT_SIZE))))
        palette = line.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colours.soft))
        line.setPalette(palette)
        line.setContentsMargins(theme.px(14), theme.px(3), theme.px(14), theme.px(8))
        line.setText(self.shown.credit)
        set_plain_tool_tip(line, self.shown.approval)
        line.setAccessibleDescription(self.shown.approval)
