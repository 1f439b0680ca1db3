"""The rows of the list for Qt; from one state to the next only the rows that differ change."""

from itertools import takewhile
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from exhibit.ui.labels import plain_tool_tip
from exhibit.ui.qt_override import qt_override_or
from exhibit.ui.regions.shown import RegionData, RegionRow, RegionsShown, second_line

RegionIndex = QModelIndex | QPersistentModelIndex
SECOND_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The role of a row's second line."""
_NO_DATA: Final[object] = None


class RegionModel(QAbstractListModel):
    """The rows of the list, none before the first `display`."""

    def __init__(self, data: RegionData, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._shown = RegionsShown("", (), "hans")

    def display(self, shown: RegionsShown) -> None:
        """Shows another state: removes and inserts rows in one place, then updates the others."""
        old, new = self._shown.rows, shown.rows
        head = _same_rows(old, new)
        tail = _same_rows(old[head:][::-1], new[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._shown = self._shown._replace(rows=old[:head] + old[len(old) - tail :])
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._shown = shown
            self.endInsertRows()
        self._shown = shown
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def row(self, number: int) -> RegionRow:
        """The row with a number, counted from 0."""
        return self._shown.rows[number]

    def find(self, key: tuple[str, str]) -> QModelIndex:
        """The index of the row with a key, invalid if there is none."""
        for number, row in enumerate(self._shown.rows):
            if row.key == key:
                return self.index(number)
        return QModelIndex()

    def _second_line(self, row: RegionRow) -> str:
        return second_line(self._data, row.id, self._shown.script) if row.kind == "region" else ""

    # Qt calls these

    @qt_override_or(0)
    def rowCount(self, parent: RegionIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._shown.rows)

    @qt_override_or(_NO_DATA)
    def data(self, index: RegionIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._shown.rows[index.row()]
        if role == SECOND_ROLE:
            return self._second_line(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._second_line(row) or row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._second_line(row) or row.title)
        return None


def row_at(index: RegionIndex) -> RegionRow:
    """The row of an index of a RegionModel."""
    model = index.model()
    assert isinstance(model, RegionModel)
    return model.row(index.row())


def _same_rows(one: tuple[RegionRow, ...], other: tuple[RegionRow, ...]) -> int:
    """How many rows at the beginning have the same key."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs))
