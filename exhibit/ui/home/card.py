"""The card of an article: a button as a whole, and on it a button for its figure."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from exhibit.ui.home.card_layout import INSET, CardLayout, card_layout
from exhibit.ui.home.shown import HomeCardShown
from exhibit.ui.home.silhouette_painter import paint_silhouette
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import RowButton, ways
from exhibit.ui.widgets.paint import paint_bar, paint_ring
from exhibit.ui.widgets.text_look import TextLook

_CORNER: Final = 12
_BAR: Final = 6
"""Design pixels: the corners of a card, and the bar at the left of a chosen one."""
RING_OUT: Final = 5
"""Design pixels from a box to the outer edge of the focus ring around it."""
_CHOSEN_GROUND: Final = 0.35
"""How much of the light of a lit sentence is in the ground of a chosen drawing."""
_FADE: Final = 300
"""Milliseconds in which the colours of a chosen card come and go while home is played."""
_PRESSED: Final = 106
"""How much darker a pressed card is, in per cent."""
_HIGH_FIELD: Final = 1.6
"""Widths of a field's height from which on its drawing stands at its top, beside the first texts."""


class HeroButton(RowButton):
    """The figure of a card; its card paints it, and it paints what shows that it can be pressed."""

    def __init__(self, card: "HomeCard") -> None:
        super().__init__(card)
        self._card = card
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card.paint_hero(painter, self)
        painter.end()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._card.tell_pointed()


class HomeCard(RowButton):
    """Shows an article, and can show another later. Left and right lead from it to its figure and back."""

    hero_pressed = Signal(str)
    """The figure was pressed; carries its id."""
    pointed = Signal(str)
    """The pointer or the keyboard came to the card, or left it: its region, or ""."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("home-card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.card: HomeCardShown | None = None
        self.lit = False
        self._look: TextLook | None = None
        self._tall = 0
        self._laid_out: tuple[HomeCardShown, TextLook, int, int] | None = None
        self._layout = CardLayout()
        self._warmth = 0.0
        """How far the colours are those of a chosen card, from 0 to 1."""
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(_FADE)
        self._fading.valueChanged.connect(self._take_warmth)
        self.hero = HeroButton(self)
        self.hero.clicked.connect(self._press_hero)

    def show_card(self, card: HomeCardShown, look: TextLook, tall: int, *, fade: bool = False) -> None:
        """Shows an article, at least so many pixels high; `fit` must follow.

        With `fade` the colours of a chosen card come and go slowly, where the same article was shown before.
        """
        if (card, look, tall) != (self.card, self._look, self._tall):
            self._warm(card, fade=fade)
            self.card, self._look, self._tall = card, look, tall
            self.set_plain_text(card.name)
            self.setAccessibleName(card.spoken)
            self.hero.setAccessibleName(card.hero.spoken if card.hero else "")
            self.update()

    def _warm(self, card: HomeCardShown, *, fade: bool) -> None:
        """Takes the colours of a chosen card, or of another one, at once or slowly."""
        wanted = 1.0 if card.chosen else 0.0
        self._fading.stop()
        if fade and self.card and self.card.article == card.article:
            self._fading.setStartValue(self._warmth)
            self._fading.setEndValue(wanted)
            self._fading.start()
        else:
            self._warmth = wanted

    def _take_warmth(self, warmth: float) -> None:
        self._warmth = warmth
        self.update()

    def light(self, lit: bool) -> None:
        """Looks as under the pointer, because its place on the map is."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def fit(self, width: int) -> int:
        """Lays the card out in a width in pixels; its height."""
        assert self.card is not None
        assert self._look is not None
        wanted = (self.card, self._look, width, self._tall)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self._layout = card_layout(*wanted)
            box = self._layout.hero
            self.hero.setVisible(box is not None)
            if box is not None:
                self.hero.setGeometry(box.toAlignedRect())
            self.update()
        return self._layout.height

    def follow_policy(self) -> None:
        """Tab stops at the figure of the card it stops at."""
        self.hero.setFocusPolicy(self.focusPolicy())

    def _press_hero(self) -> None:
        if self.card and self.card.hero:
            self.hero_pressed.emit(self.card.hero.metric)

    def tell_pointed(self) -> None:
        """Tells that the pointer or the keyboard came to the card or its figure."""
        self.pointed.emit(self.card.region if self.card else "")

    # Painting

    def _paint(self, painter: QPainter, card: HomeCardShown, look: TextLook) -> None:
        box = self._box(look)
        clip = QPainterPath()
        clip.addRoundedRect(box, look.px(_CORNER), look.px(_CORNER))
        painter.save()
        painter.setClipPath(clip)
        self._paint_grounds(painter, box, card, look)
        painter.restore()
        self._paint_edge(painter, box, look)
        self._paint_badge(painter, look)
        for bar in self._layout.bars:
            paint_bar(painter, bar, look)
        for lines in self._layout.texts:
            lines.paint(painter)
        if number := self._layout.number:
            colours = look.theme.colours
            number._replace(colour=_mixed(colours.ink, colours.accent, self._warmth).name()).paint(painter)
        self._paint_signs(painter, box, look)

    def _box(self, look: TextLook) -> QRectF:
        inset = look.px(INSET)
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def _paint_grounds(self, painter: QPainter, box: QRectF, card: HomeCardShown, look: TextLook) -> None:
        colours = look.theme.colours
        painter.fillRect(box, self._ground(_mixed(colours.card, colours.tint, self._warmth)))
        if field := self._field(box):
            chosen = _mixed(colours.tint, colours.lit, _CHOSEN_GROUND).name()
            painter.fillRect(field, self._ground(_mixed(colours.side, chosen, self._warmth)))
            painter.fillRect(QRectF(field.right(), field.top(), look.px(1), field.height()), QColor(colours.line))
            high = field.height() if field.height() < _HIGH_FIELD * field.width() else field.width()
            upper = QRectF(field.left(), field.top(), field.width(), high)
            paint_silhouette(painter, upper, card.drawing, look)
        bar = QColor(colours.accent)
        bar.setAlphaF(self._warmth)
        painter.fillRect(QRectF(box.left(), box.top(), look.px(_BAR), box.height()), bar)

    def _field(self, box: QRectF) -> QRectF | None:
        """The ground of the drawing, as high as the card is now."""
        field = self._layout.ground
        return QRectF(field.left(), box.top(), field.width(), box.height()) if field else None

    def _ground(self, colour: QColor) -> QColor:
        return colour.darker(_PRESSED) if self.isDown() else colour

    def _paint_edge(self, painter: QPainter, box: QRectF, look: TextLook) -> None:
        colours = look.theme.colours
        pointed = self.underMouse() or self.lit
        wide = look.px(2) if self._warmth else look.px(1)
        edge = colours.edge if pointed else colours.line
        painter.setPen(QPen(_mixed(edge, colours.accent, self._warmth), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = wide / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), look.px(_CORNER), look.px(_CORNER))
        if self.ring:
            out = look.px(RING_OUT)
            paint_ring(painter, box.adjusted(-out, -out, out, out), look, _CORNER + RING_OUT)

    def _paint_badge(self, painter: QPainter, look: TextLook) -> None:
        badge, colours = self._layout.badge, look.theme.colours
        if badge is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        radius = badge.box.height() / 2
        painter.drawRoundedRect(badge.box, radius, radius)
        badge.number.paint(painter)

    def _paint_signs(self, painter: QPainter, box: QRectF, look: TextLook) -> None:
        """The check mark of a visited article, and the sign that the card leads somewhere."""
        colours, scale = look.theme.colours, look.theme.scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if check := self._layout.check:
            painter.setPen(_pen(QColor(colours.visited), 2 * scale))
            x, y, side = check.x(), check.y(), check.width()
            points = (
                QPointF(x, y + side * 0.55),
                QPointF(x + side * 0.38, y + side * 0.9),
                QPointF(x + side, y + side * 0.15),
            )
            painter.drawPolyline(points)
        arm = 7 * scale
        at = QPointF(box.right() - 26 * scale, box.center().y())
        painter.setPen(_pen(_mixed(colours.edge, colours.accent, self._warmth), 2 * scale))
        painter.drawPolyline((at + QPointF(-arm / 2, -arm), at + QPointF(arm / 2, 0), at + QPointF(-arm / 2, arm)))

    def paint_hero(self, painter: QPainter, hero: HeroButton) -> None:
        """The line of a figure under the number while it is pointed at, and the ring of the keyboard."""
        look, number = self._look, self._layout.number
        if look is None or number is None:
            return
        if hero.underMouse():
            at = QPointF(number.x, number.y + number.height - look.px(8)) - QPointF(hero.pos())
            painter.fillRect(QRectF(at.x(), at.y(), number.width, look.px(3)), QColor(look.theme.colours.gold))
        if hero.ring:
            paint_ring(painter, QRectF(hero.rect()), look)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.card is None or self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self.card, self._look)
        painter.end()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right leads to the figure; every other way leads from it back to the card, and on from there."""
        key = event.key()
        if key == Qt.Key.Key_Right and self.hasFocus() and self.hero.isVisible():
            self.hero.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.hero.hasFocus() and key in ways():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                return
        super().keyPressEvent(event)

    @qt_override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.tell_pointed()

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit("")

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tell_pointed()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit("")


def _pen(colour: QColor, width: float) -> QPen:
    round_ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, *round_ends)


def _mixed(one: str, other: str, share: float) -> QColor:
    """A colour between two, with a share of the other."""
    first, second = QColor(one), QColor(other)
    pairs = (first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue())
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
