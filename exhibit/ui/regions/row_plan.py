"""Where the parts of a row stand in it, from the theme and the width alone."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.regions.shown import RegionRow

WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ENDLESS: Final = 10_000.0
_LEFT: Final = 34
"""Where a region's name begins; its mark stands in the gutter before it."""
_INDENT: Final = 16
_RIGHT: Final = 26
_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class RegionRowPlan:
    """Boxes in a row of `height`; the side text stands at the right, or below where there is no room."""

    height: int
    title: QRectF
    second: QRectF
    side: QRectF


class RegionFonts:
    """The fonts of the list in one theme and script, and the room their texts take."""

    def __init__(self, theme: Theme, script: Script) -> None:
        self.theme = theme
        self.name = font_of("sans", script, theme.px(15), bold=True)
        self.article = font_of("sans", script, theme.px(14))
        self.current = font_of("sans", script, theme.px(14), bold=True)
        self.small = font_of("sans", script, theme.px(13))
        self._small = QFontMetricsF(self.small)

    def title_font(self, row: RegionRow) -> QFont:
        if row.kind == "region":
            return self.name
        return self.current if row.chosen or row.kind == "theme" else self.article

    def plan(self, row: RegionRow, second: str, width: int) -> RegionRowPlan:
        """The parts of a row in a list of that width."""
        return self._region(row, second, width) if row.kind == "region" else self._other(row, width)

    def _region(self, row: RegionRow, second: str, width: int) -> RegionRowPlan:
        px = self.theme.px
        left, top, line = px(_LEFT), float(px(11)), self._small.height()
        room = float(width - left - px(_RIGHT))
        side = self._width_of(row.side)
        beside = room - side - px(_GAP)
        metrics = QFontMetricsF(self.name)
        if metrics.horizontalAdvance(row.title) <= beside:
            title = QRectF(left, top, beside, metrics.height())
            fits = self._width_of(second) <= beside  # else it runs on below the side text
            below_width = beside if fits else room
            below = QRectF(left, title.bottom() + px(1), below_width, _height(self._small, second, below_width))
            place = QRectF(left + room - side, top, side, (below if fits else title).bottom() - top)
            return RegionRowPlan(round(below.bottom() + top), title, below, place)
        title = QRectF(left, top, room, _height(metrics, row.title, room))
        below = QRectF(left, title.bottom() + px(1), room, _height(self._small, second, room))
        place = QRectF(left, below.bottom() + px(1), room, line)
        return RegionRowPlan(round(place.bottom() + top), title, below, place)

    def _other(self, row: RegionRow, width: int) -> RegionRowPlan:
        px = self.theme.px
        left, top, metrics = px(_LEFT + _INDENT * row.depth), float(px(8)), QFontMetricsF(self.title_font(row))
        room = float(width - left - px(_RIGHT))
        side = self._width_of(row.side)
        beside = room - side - (px(_GAP) if row.side else 0)
        if beside >= room * 0.55:
            title = QRectF(left, top, beside, _height(metrics, row.title, beside))
            place = QRectF(left + room - side, top, side, metrics.height())
            return RegionRowPlan(max(round(title.bottom() + top), px(36)), title, QRectF(), place)
        title = QRectF(left, top, room, _height(metrics, row.title, room))
        place = QRectF(left, title.bottom(), room, self._small.height())
        return RegionRowPlan(round(place.bottom() + top), title, QRectF(), place)

    def _width_of(self, text: str) -> float:
        return self._small.horizontalAdvance(text) + 1 if text else 0.0


def _height(metrics: QFontMetricsF, text: str, width: float) -> float:
    """What a text takes that wraps at a width."""
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return metrics.boundingRect(QRectF(0, 0, max(width, 1.0), _ENDLESS), WRAPPED, text).height()
