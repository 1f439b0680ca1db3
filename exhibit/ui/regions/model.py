"""The rows of the list for Qt; between two states only the rows that differ change."""

from itertools import takewhile
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from exhibit.ui.regions.shown import RegionData, RegionRow, RegionsShown, second_line

RegionIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
SECOND_ROLE: Final = ROW_ROLE + 1


class RegionModel(QAbstractListModel):
    """Rows of the list."""

    def __init__(self, facts: RegionData, shown: RegionsShown, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = facts
        self._shown = shown

    def display(self, shown: RegionsShown) -> None:
        """Takes another state: rows that go and come in one place each, then those that look different."""
        old, new = self._shown.rows, shown.rows
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._shown = RegionsShown(shown.name, old[:head] + old[len(old) - tail :], self._shown.script)
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._shown = shown
            self.endInsertRows()
        self._shown = shown
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def find(self, kind: str, id: str | None) -> QModelIndex:
        """The index of a row, invalid where there is none."""
        for number, row in enumerate(self._shown.rows):
            if row.key == (kind, id):
                return self.index(number)
        return QModelIndex()

    # Qt calls these

    def rowCount(self, parent: RegionIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._shown.rows)

    def data(self, index: RegionIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._shown.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == SECOND_ROLE:
            return second_line(self._facts, row.id, self._shown.script) if row.kind == "region" else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            return self.data(index, SECOND_ROLE) or row.title
        return None


def row_at(index: RegionIndex) -> RegionRow:
    """The row of an index of this model."""
    row = index.data(ROW_ROLE)
    assert isinstance(row, RegionRow)
    return row


def _alike(one: tuple[RegionRow, ...], other: tuple[RegionRow, ...]) -> int:
    """How many rows at the beginning are the same rows."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs))
