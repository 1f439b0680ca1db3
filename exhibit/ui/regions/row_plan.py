"""Where the parts of a row are, from the look and the width alone."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from exhibit.ui.regions.shown import RegionRow
from exhibit.ui.widgets.text_look import TextLook

WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_UNBOUNDED: Final = 10_000.0
"""Pixels; the height of a box in which a text is measured."""
_LEFT: Final = 34
"""Before a region's name, in design pixels, like all sizes below; the row's mark is in this gutter."""
_INDENT: Final = 16
"""A step of indentation."""
_RIGHT: Final = 26
"""Between a row's texts and the right edge."""
_SIDE_GAP: Final = 10
"""Between title and side text."""
_LINE_GAP: Final = 1
"""Between the lines of a region's row."""
_REGION_PADDING: Final = 11
"""Above and below the texts of a region."""
_PADDING: Final = 8
"""Above and below the texts of other rows."""
_MIN_HEIGHT: Final = 36
"""The least height of a row."""
_MIN_TITLE_SHARE: Final = 0.55
"""The share of the width that a title needs to have the side text beside it."""


class RegionRowPlan(NamedTuple):
    """Boxes in a row, in pixels; the side text is at the right, or below if there is no room."""

    height: int
    title: QRectF
    second: QRectF
    side: QRectF


class RegionFonts:
    """The fonts of the list in one look, and the room that texts take in them."""

    def __init__(self, look: TextLook) -> None:
        self.look = look
        self.region = look.style("sans", 15, bold=True).font
        self.other = look.style("sans", 14).font
        self.current = look.style("sans", 14, bold=True).font
        self.small = look.style("sans", 13).font
        self._small = QFontMetricsF(self.small)

    def title_font(self, row: RegionRow) -> QFont:
        """The font of a row's title."""
        if row.kind == "region":
            return self.region
        return self.current if row.chosen or row.kind == "topic" else self.other

    def plan(self, row: RegionRow, second: str, width: int) -> RegionRowPlan:
        """The parts of a row in a list of a width; its texts are in the middle of a row for fingers."""
        plan = self._region_plan(row, second, width) if row.kind == "region" else self._other_plan(row, width)
        height = max(plan.height, self.look.theme.target(_MIN_HEIGHT))
        boxes = (box.translated(0, (height - plan.height) // 2) for box in (plan.title, plan.second, plan.side))
        return RegionRowPlan(height, *boxes)

    def _region_plan(self, row: RegionRow, second: str, width: int) -> RegionRowPlan:
        px = self.look.px
        left, top, line = px(_LEFT), float(px(_REGION_PADDING)), self._small.height()
        room = float(width - left - px(_RIGHT))
        side = self._width_of(row.side)
        beside = room - side - px(_SIDE_GAP)
        metrics = QFontMetricsF(self.region)
        if metrics.horizontalAdvance(row.title) <= beside:
            title = QRectF(left, top, beside, metrics.height())
            fits = self._width_of(second) <= beside  # else it goes on below the side text
            below_width = beside if fits else room
            below = QRectF(left, title.bottom() + px(_LINE_GAP), below_width, _height(self._small, second, below_width))
            place = QRectF(left + room - side, top, side, (below if fits else title).bottom() - top)
            return RegionRowPlan(round(below.bottom() + top), title, below, place)
        title = QRectF(left, top, room, _height(metrics, row.title, room))
        below = QRectF(left, title.bottom() + px(_LINE_GAP), room, _height(self._small, second, room))
        place = QRectF(left, below.bottom() + px(_LINE_GAP), room, line)
        return RegionRowPlan(round(place.bottom() + top), title, below, place)

    def _other_plan(self, row: RegionRow, width: int) -> RegionRowPlan:
        px, metrics = self.look.px, QFontMetricsF(self.title_font(row))
        left, top = px(_LEFT + _INDENT * row.depth), float(px(_PADDING))
        room = float(width - left - px(_RIGHT))
        side = self._width_of(row.side)
        beside = room - side - (px(_SIDE_GAP) if row.side else 0)
        if beside >= room * _MIN_TITLE_SHARE:
            title = QRectF(left, top, beside, _height(metrics, row.title, beside))
            place = QRectF(left + room - side, top, side, metrics.height())
            return RegionRowPlan(round(title.bottom() + top), title, QRectF(), place)
        title = QRectF(left, top, room, _height(metrics, row.title, room))
        place = QRectF(left, title.bottom(), room, self._small.height())
        return RegionRowPlan(round(place.bottom() + top), title, QRectF(), place)

    def _width_of(self, text: str) -> float:
        return self._small.horizontalAdvance(text) + 1 if text else 0.0


def _height(metrics: QFontMetricsF, text: str, width: float) -> float:
    """The height of a text that wraps at a width."""
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return metrics.boundingRect(QRectF(0, 0, max(width, 1.0), _UNBOUNDED), WRAPPED, text).height()
