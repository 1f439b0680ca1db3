"""Below the tiles: ways to what else there is of the chosen topic."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.links import TopicLinkShown, TopicLinksShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook


class TopicLinks(QWidget):
    """Links under headings, one below the other; `picked` carries a WayShown."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._groups: tuple[TopicLinksShown, ...] = ()
        self._headings = [_heading(self)]
        self._links: list[LinkButton] = []

    def fill(self, groups: tuple[TopicLinksShown, ...], look: TextLook) -> None:
        """Shows other ways; `fit` follows."""
        if (groups, look) == (self._groups, self._look):
            return
        self._groups, self._look = groups, look
        self._make([way for group in groups for way in group.ways], look)
        for number, group in enumerate(groups):
            self._headings[number].show_text(group.heading, look)
        self.setVisible(bool(groups))

    def fit(self, width: int) -> int:
        """Places everything in a width; the height it takes."""
        if self._look is None:
            return 0
        y, links = 0, iter(self._links)
        for heading, group in zip(self._headings, self._groups, strict=False):
            y += self._look.px(10)
            y += _put(heading, y, width) + self._look.px(2)
            for _ in group.ways:
                y += _put(next(links), y, width)
        return y

    def _make(self, ways: Sequence[TopicLinkShown], look: TextLook) -> None:
        while len(self._headings) < len(self._groups):
            self._headings.append(_heading(self))
        while len(self._links) < len(ways):
            link = LinkButton(self)
            link.followed.connect(self._pick)
            QWidget.setTabOrder(self._links[-1] if self._links else self._headings[0], link)
            self._links.append(link)
        for number, (link, way) in enumerate(zip(self._links, ways, strict=False)):
            link.show_link(str(number), way.label, look, way.where)
        for number, heading in enumerate(self._headings):
            heading.setVisible(number < len(self._groups))
        for number, link in enumerate(self._links):
            link.setVisible(number < len(ways))

    def _pick(self, key: str) -> None:
        self.picked.emit([way for group in self._groups for way in group.ways][int(key)])


def _heading(parent: QWidget) -> TextLabel:
    return TextLabel("serif", 16, "ink", parent, bold=True)


def _put(one: TextLabel | LinkButton, y: int, width: int) -> int:
    """Places one at a height; its own height."""
    height = one.fit(width)
    one.setGeometry(0, y, width, height)
    return height
