"""Paints a page: the ground, highlights, selection and text of each passage in sight, and the marks in it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.theme import Theme
from exhibit.ui.reader.mark_lines import paint_mark_line, paint_mark_ring
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.passage_layout import PassageLayout
from exhibit.ui.reader.selection import TextSelection
from exhibit.ui.reader.shown import MarkId

_BAR_DISTANCE: Final = 15
"""Design pixels from the bar beside a chosen passage to the text."""
_BAR_WIDTH: Final = 3
"""Design pixels."""
_RULE_DISTANCE: Final = 14
"""Design pixels from the rule below the header or above the footer to the text."""
_TOPIC_DOT_RISE: Final = 0.36
"""Ems from the baseline to the middle of the dot of a section on the chosen topic."""
_TOPIC_DOT_RADIUS: Final = 0.17
"""Ems."""


class PageScene(NamedTuple):
    """All that a picture of a page depends on."""

    page: PageLayout
    theme: Theme
    left: int
    """The left edge of the column in the viewport, in pixels."""
    y: int
    """The y of the page at the top of the viewport."""
    selection: TextSelection | None
    hovered: MarkId | None
    focused: MarkId | None


def paint_page(painter: QPainter, scene: PageScene, exposed: QRect) -> None:
    """Paints the exposed part of the viewport; the passages in it must be laid out."""
    page = scene.page
    painter.fillRect(exposed, QColor(scene.theme.colours.paper))
    index = page.index_at(scene.y + exposed.top())
    while index < page.count and page.top(index) < scene.y + exposed.bottom() + 1:
        corner = QPointF(scene.left, page.top(index) - scene.y)
        painter.save()
        painter.translate(corner)
        _paint_passage(painter, scene, index, QRectF(exposed).translated(-corner))
        painter.restore()
        index += 1


def _paint_passage(painter: QPainter, scene: PageScene, index: int, clip: QRectF) -> None:
    passage, theme, shown = scene.page.at(index), scene.theme, scene.page.shown
    first, last = (passage.line_at(y) for y in (clip.top(), clip.bottom()))
    visible = passage.start(first), passage.end(last)
    _paint_highlights(painter, scene, index, visible)
    _paint_ornaments(painter, scene.page, theme, passage)
    if shown.marked[0] <= index < shown.marked[1]:
        _paint_bar(painter, scene, index)
    painter.setPen(QColor(getattr(theme.colours, passage.face.style.colour)))
    passage.text_layout.draw(painter, QPointF(0, 0), [], clip)
    _paint_marks(painter, scene, index, visible)


def _paint_highlights(painter: QPainter, scene: PageScene, index: int, visible: tuple[int, int]) -> None:
    """What is behind the text: the sentence, found places, marks under the pointer or opened, the selection."""
    passage, theme, shown = scene.page.at(index), scene.theme, scene.page.shown
    sentence = shown.highlighted
    if sentence and sentence.block == passage.passage.block:
        _paint_sentence(painter, theme, passage, _common(visible, (sentence.start, sentence.end)))
    for place, current in shown.finds.of(passage.passage.block) if shown.finds else ():
        _paint_find(painter, theme, passage, place, current=current)
    for mark in (scene.hovered, shown.opened):
        if mark and mark[0] == index:
            _paint_tint(painter, theme, passage, mark[1])
    if scene.selection and (part := scene.selection.within(index, len(passage.passage.text))):
        _paint_selection(painter, theme, passage, _common(visible, part))


def _paint_marks(painter: QPainter, scene: PageScene, index: int, visible: tuple[int, int]) -> None:
    """The lines of the visible marks and the ring of focus; chosen figure and opened term in the accent colour."""
    passage, theme, shown = scene.page.at(index), scene.theme, scene.page.shown
    for number, mark in enumerate(passage.passage.marks):
        if visible[0] < mark.end and mark.start < visible[1]:
            is_metric = mark.kind == "metric"
            chosen = mark.target == shown.metric if is_metric else (index, number) == shown.opened
            plain = theme.colours.gold if is_metric else theme.colours.soft
            paint_mark_line(painter, theme, passage, number, theme.colours.accent if chosen else plain)
    if scene.focused and scene.focused[0] == index:
        paint_mark_ring(painter, theme, passage, scene.focused[1])


def _common(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _paint_sentence(painter: QPainter, theme: Theme, passage: PassageLayout, part: tuple[int, int]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.lit))
    gap, side, radius = theme.px(2), theme.px(3), theme.px(5)
    for box in passage.boxes(*part):
        painter.drawRoundedRect(box.adjusted(-side, gap, side, -gap), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_find(
    painter: QPainter, theme: Theme, passage: PassageLayout, part: tuple[int, int], *, current: bool
) -> None:
    """A place of the searched text; the current one has a stronger frame."""
    width = theme.px(2) if current else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours.accent if current else theme.colours.gold), width))
    painter.setBrush(QColor(theme.colours.lit))
    gap, side, radius = theme.px(3), theme.px(1), theme.px(3)
    for box in passage.boxes(*part):
        painter.drawRoundedRect(box.adjusted(-side, gap, side, -gap), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_tint(painter: QPainter, theme: Theme, passage: PassageLayout, number: int) -> None:
    for box in passage.mark_boxes(number):
        painter.fillRect(box.adjusted(0, theme.px(3), 0, -theme.px(3)), QColor(theme.colours.lit))


def _paint_selection(painter: QPainter, theme: Theme, passage: PassageLayout, part: tuple[int, int]) -> None:
    for box in passage.boxes(*part):
        painter.fillRect(box, QColor(theme.colours.selection))


def _paint_bar(painter: QPainter, scene: PageScene, index: int) -> None:
    """The bar beside the chosen passages, in the margin left of the column."""
    theme, marked, passage = scene.theme, scene.page.shown.marked, scene.page.at(index)
    distance = min(theme.px(_BAR_DISTANCE), scene.left - 1)
    width = min(theme.px(_BAR_WIDTH), max(theme.px(2), distance // 3))
    top = passage.face.above if index == marked[0] else 0
    bottom = passage.height - (passage.face.below if index + 1 == marked[1] else 0)
    painter.fillRect(QRectF(-distance, top, width, bottom - top), QColor(theme.colours.accent))


def _paint_ornaments(painter: QPainter, page: PageLayout, theme: Theme, passage: PassageLayout) -> None:
    """What belongs to a style: a heading's ordinal, a note's bar, the rules of header and footer."""
    name, face = passage.passage.style, passage.face
    text = QRectF(0, face.above, page.setting.width, passage.lines * face.line)
    if passage.passage.number:
        painter.setFont(face.font)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(0, face.above + face.baseline), passage.passage.number)
        if page.shown.is_on_topic(passage.passage.section):
            _paint_topic_dot(painter, theme, passage)
    if name == "note":
        painter.fillRect(QRectF(0, text.top(), theme.px(_BAR_WIDTH), text.height()), QColor(theme.colours.gold))
    if name in ("meta", "source"):
        distance = theme.px(_RULE_DISTANCE)
        y = text.bottom() + distance if name == "meta" else text.top() - distance
        painter.fillRect(QRectF(0, y, text.width(), 1), QColor(theme.colours.line))


def _paint_topic_dot(painter: QPainter, theme: Theme, passage: PassageLayout) -> None:
    """Between a heading's ordinal and its title: the section is about the chosen topic."""
    face = passage.face
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.gold))
    centre = QPointF(passage.indent - face.em / 2, face.above + face.baseline - face.em * _TOPIC_DOT_RISE)
    painter.drawEllipse(centre, face.em * _TOPIC_DOT_RADIUS, face.em * _TOPIC_DOT_RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
