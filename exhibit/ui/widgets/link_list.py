"""A list of links under a heading."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.theme import TypeFace
from exhibit.ui.widgets.choice import LinkShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook


class LinkListStyle(NamedTuple):
    """How a list of links looks. Sizes are pixels of the design; the colour is a field of ThemeColours."""

    heading_face: TypeFace
    heading_size: float
    heading_colour: str
    heading_gap: float = 0
    """Between the heading and the links."""
    link_height: int = 32
    link_size: int = 14
    side_by_side: bool = False
    """Whether links share a line where they have room; else each takes the whole width."""


class LinkList(QWidget):
    """Shows a heading and links below it; a list without links is hidden. `followed` carries a LinkShown's target."""

    followed = Signal(object)

    def __init__(self, parent: QWidget, style: LinkListStyle) -> None:
        super().__init__(parent)
        self._style = style
        self._look: TextLook | None = None
        self._shown: Sequence[LinkShown[object]] = ()
        face, size, colour = style.heading_face, style.heading_size, style.heading_colour
        self._heading = TextLabel(face, size, colour, self, bold=True)
        self._buttons: list[LinkButton] = []
        self.hide()

    def show_links(self, heading: str, links: Sequence[LinkShown[object]], look: TextLook) -> None:
        """Shows other links, or the same in another look; `fit` must follow."""
        self._look, self._shown = look, links
        self.setAccessibleName(heading)
        self._heading.show_text(heading, look)
        while len(self._buttons) < len(links):
            self._add_button()
        for number, (button, link) in enumerate(zip(self._buttons, links, strict=False)):
            button.show_link(str(number), link.label, look, link.where)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(links))
        self.setVisible(bool(links))

    def fit(self, width: int) -> int:
        """Places everything in a width in pixels and returns the height it takes."""
        if self._look is None or not self._shown:
            return 0
        top = self._heading.fit(width)
        self._heading.setGeometry(0, 0, width, top)
        top += self._look.px(self._style.heading_gap) if self._style.heading_gap else 0
        used: list[WidthFitting] = [*self._buttons[: len(self._shown)]]
        if self._style.side_by_side:
            return top + place(used, (0, top, width), self._look.px(4))
        for button in used:
            height = button.fit(width)
            button.setGeometry(0, top, width, height)
            top += height
        return top

    def _add_button(self) -> None:
        """Adds a button that Tab reaches after the one before it."""
        button = LinkButton(self, tall=self._style.link_height, size=self._style.link_size)
        button.followed.connect(self._follow)
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._heading, button)
        self._buttons.append(button)

    def _follow(self, number: str) -> None:
        self.followed.emit(self._shown[int(number)].target)
