"""Where the parts of a row stand in it; sizes come from the theme and the width alone."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from exhibit.model.text import Script
from exhibit.theme import Theme, families
from exhibit.ui.regions.shown import Row

WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ENDLESS = 10_000.0
_CHECK = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes in a row of `height`, from its left and top. The side text is beside the title or, for want of room, below."""

    height: int
    title: QRectF
    side: QRectF
    second: QRectF


class Faces:
    """The fonts of the list in one theme and script, and the room their texts take."""

    def __init__(self, theme: Theme, script: Script) -> None:
        self.theme, self.script = theme, script
        self.name = _font(theme, script, 15, bold=True)
        self.article = _font(theme, script, 14, bold=False)
        self.small = _font(theme, script, 13, bold=False)
        self._small = QFontMetricsF(self.small)

    def title_font(self, row: Row) -> QFont:
        return self.name if row.kind == "region" else self.article

    def plan(self, row: Row, width: int) -> Plan:
        """The parts of a row in a list of that width."""
        px = self.theme.px
        left = px(32 if row.kind == "region" else 46)
        room = width - left - px(24)
        side = self._small.horizontalAdvance(row.side) + 1
        beside = room - side - px(10)
        metrics = QFontMetricsF(self.title_font(row))
        wanted = metrics.horizontalAdvance(row.title) + (px(_CHECK) if row.visited else 0)
        line = self._small.height()
        top = float(px(11 if row.kind == "region" else 8))
        below = wanted > beside if row.kind == "region" else beside < px(110)
        title_width = room if below or not row.side else beside
        fit = metrics.boundingRect(QRectF(0, 0, title_width - (px(_CHECK) if row.visited else 0), _ENDLESS), WRAPPED, row.title)
        title = QRectF(left, top, title_width, max(fit.height(), metrics.height()))
        bottom = title.bottom()
        second = QRectF()
        if row.kind == "region":
            second = QRectF(left, bottom + px(1), room, line)
            bottom = second.bottom()
        if below and row.side:
            place = QRectF(left, bottom + px(1), room, line)
            bottom = place.bottom()
        elif row.kind == "region":
            second.setWidth(beside)
            place = QRectF(left + room - side, top, side, bottom - top)
        else:
            place = QRectF(left + room - side, top, side, metrics.height())
        return Plan(max(round(bottom + top), px(36)), title, place, second)


def _font(theme: Theme, script: Script, size: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(families("sans", script))
    font.setPixelSize(theme.px(size))
    font.setBold(bold)
    return font
