"""The filters: which kinds, which region, theme and year."""

from exhibit.ui.kit.chips import Chip
from exhibit.ui.kit.choice import ChoiceShown
from exhibit.ui.kit.look import Look
from exhibit.ui.search.shown import Filter, FilterShown

from PySide6.QtCore import QPoint, Signal  # isort: skip
from PySide6.QtGui import QAction  # isort: skip
from PySide6.QtWidgets import QMenu, QWidget  # isort: skip


class FilterChip(Chip):
    """A filter that opens its choices; `opened` asks for them, `picked` tells which was taken."""

    opened = Signal(str)
    picked = Signal(str, str)

    def __init__(self, key: Filter, parent: QWidget) -> None:
        super().__init__(parent, bordered=True)
        self.filter: Filter = key
        self.setObjectName(f"filter-{key}")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._pick)
        self.clicked.connect(self._open)

    def show_filter(self, shown: FilterShown, look: Look) -> None:
        self.show_choice(ChoiceShown(shown.key, shown.label, shown.active, "▾"), look)
        self.setFocusPolicy(self.focusPolicy().StrongFocus)
        self.setAccessibleName(shown.label)

    def offer(self, choices: tuple[ChoiceShown, ...]) -> None:
        """Opens the choices below the chip."""
        self.fill(choices)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill(self, choices: tuple[ChoiceShown, ...]) -> None:
        """Takes what can be chosen."""
        self._menu.clear()
        for choice in choices:
            action = self._menu.addAction(choice.label.replace("&", "&&"))
            action.setData(choice.key)
            action.setCheckable(True)
            action.setChecked(choice.chosen)

    def choices(self) -> list[QAction]:
        """What can be chosen."""
        return self._menu.actions()

    def _open(self) -> None:
        self.opened.emit(self.filter)

    def _pick(self, action: QAction) -> None:
        self.picked.emit(self.filter, str(action.data()))
