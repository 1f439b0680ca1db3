"""The switch of the side column between the map with its list and the figures, where only one has room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.session import Session
from exhibit.strings import say


class Pager(QWidget):
    """Two halves; `figures` says which page is shown, `turned` that it changed."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.figures = False
        self.setObjectName("pager")
        row = QHBoxLayout(self)
        self._map, self._metrics = self._half("page-map", row), self._half("page-metrics", row)
        self._map.clicked.connect(self._to_map)
        self._metrics.clicked.connect(self._to_metrics)
        session.changed.connect(self._refresh)
        self._refresh()

    def turn(self, figures: bool) -> None:
        """Shows the page of the figures, or that of the map."""
        changed, self.figures = self.figures != figures, figures
        self._refresh()
        if changed:
            self.turned.emit()

    def _half(self, key: str, row: QHBoxLayout) -> QPushButton:
        half = QPushButton(self)
        half.setObjectName(key)
        half.setCheckable(True)
        row.addWidget(half)
        return half

    def _to_map(self) -> None:
        self.turn(False)

    def _to_metrics(self) -> None:
        self.turn(True)

    def _refresh(self) -> None:
        language = self._session.state.language
        self._map.setText(say("page-map", language))
        self._metrics.setText(say("page-metrics", language))
        self._map.setChecked(not self.figures)
        self._metrics.setChecked(self.figures)
        self.setAccessibleName(say("page", language))
