"""The model of the list of results."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.search.shown import SearchRow, SearchRowKind

SearchIndex = QModelIndex | QPersistentModelIndex
_CHECKS: Final[dict[SearchRowKind, Qt.CheckState]] = {
    "choice": Qt.CheckState.Unchecked,
    "chosen": Qt.CheckState.Checked,
}
"""The check state that a screen reader tells of a choice; a press does not toggle it, it goes there."""
_NO_DATA: Final[object] = None
"""What Qt gets for a role without data."""


class SearchRowModel(QAbstractListModel):
    """Rows of results or choices; `wanted` asks for more when the end of the list is scrolled into view."""

    wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[SearchRow, ...] = ()
        self._endless = False

    @property
    def rows(self) -> tuple[SearchRow, ...]:
        """All rows."""
        return self._rows

    def display(self, rows: tuple[SearchRow, ...], *, endless: bool) -> bool:
        """Takes other rows. Returns whether the rows so far stayed, so that the list keeps its position."""
        before, self._endless = self._rows, endless
        if rows == before:
            return True
        if before and _continues(before, rows):
            self._append(before, rows)
            return True
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return False

    def _append(self, before: tuple[SearchRow, ...], rows: tuple[SearchRow, ...]) -> None:
        """Takes rows that continue those before; a heading may have another count."""
        self._rows = rows[: len(before)]
        for number, (one, other) in enumerate(zip(before, rows, strict=False)):
            if one != other:
                self.dataChanged.emit(self.index(number), self.index(number))
        if len(rows) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    # Qt calls these

    @qt_override_or(0)
    def rowCount(self, parent: SearchIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @qt_override_or(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: SearchIndex) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        checkable = Qt.ItemFlag.ItemIsUserCheckable if row.kind in _CHECKS else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | checkable if row.target else Qt.ItemFlag.NoItemFlags

    @qt_override_or(_NO_DATA)
    def data(self, index: SearchIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.accessible_text
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKS.get(row.kind)
        return None

    @qt_override_or(False)
    def canFetchMore(self, parent: SearchIndex) -> bool:
        return self._endless

    @qt_override
    def fetchMore(self, parent: SearchIndex) -> None:
        self.wanted.emit()


def row_at(index: SearchIndex) -> SearchRow:
    """The row of an index of this model."""
    model = index.model()
    assert isinstance(model, SearchRowModel)
    return model.rows[index.row()]


def _continues(before: tuple[SearchRow, ...], rows: tuple[SearchRow, ...]) -> bool:
    """Whether rows begin with those before; a heading may have another count."""
    return len(rows) >= len(before) and all(
        one == other or (one.kind, one.text) == ("group", other.text) for one, other in zip(before, rows, strict=False)
    )
