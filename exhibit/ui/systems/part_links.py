"""Ways that belong together, under a title: to passages, or to other systems."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.ui.systems.part_card_shown import PartLinkShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook

_USUAL: Final = 32, 14
_LARGE: Final = 46, 17
"""Height of a way and size of its text, in design pixels."""


class PartLinks(QWidget):
    """A title, and below it the ways, side by side where they have room; without any it hides."""

    followed = Signal(str)

    def __init__(self, parent: QWidget, *, large: bool = False) -> None:
        super().__init__(parent)
        self._tall, self._size = _LARGE if large else _USUAL
        self._title = TextLabel("sans", self._size, "soft", self, bold=True)
        self._links: list[LinkButton] = []
        self._used = 0
        self._look: TextLook | None = None
        self._add_link()  # the first has its place in the order of Tab; the others follow it

    def show_ways(self, title: str, ways: Sequence[PartLinkShown], look: TextLook) -> None:
        """Says other ways."""
        self._look, self._used = look, len(ways)
        self.setAccessibleName(title)
        self._title.show_text(title, look)
        while len(self._links) < self._used:
            self._add_link()
        for link, way in zip(self._links, ways, strict=False):
            link.show_link(way.key, way.label, look, way.where)
        for index, link in enumerate(self._links):
            link.setVisible(index < self._used)
        self.setVisible(bool(ways))

    def _add_link(self) -> None:
        link = LinkButton(self, tall=self._tall, size=self._size)
        link.followed.connect(self.followed)
        if self._links:
            QWidget.setTabOrder(self._links[-1], link)
        self._links.append(link)

    def fit(self, width: int) -> int:
        """Places the ways in a width; the height they take."""
        if self._look is None or not self._used:
            return 0
        top = self._title.fit(width)
        self._title.setGeometry(0, 0, width, top)
        return top + place(self._links[: self._used], (0, top, width), self._look.px(4))
