"""A painted drawing: text stands out from its ground, and what is chosen, focused or hovered looks different."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from exhibit.drawing.items import PlateItem, ShapeItem, TextItem
from exhibit.drawing.scene import DrawingScene, draw
from exhibit.model.state import Appearance
from exhibit.theme import theme_for
from exhibit.ui.systems.paint import QtLetterWidths, ScenePaint, colour_of, outline, paint_scene
from tests.drawing.shapes import SHAPES, drawn, system


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", ["chain", "levels in a field", "bodies", "pillars", "everyone with everyone"])
def test_text_has_contrast_to_its_ground(name: str, appearance: Appearance, qapp: QApplication) -> None:
    theme = theme_for(appearance, 100)
    scene = drawn(system(SHAPES[name], {}, "w", units=True))
    for index, item in enumerate(scene.items):
        if isinstance(item, TextItem):
            x, y, width, height = item.box
            middle = QPointF(x + width / 2, y + height / 2)
            below = [
                one.fill
                for one in scene.items[:index]
                if isinstance(one, PlateItem | ShapeItem) and one.fill and outline(one).contains(middle)
            ]
            ground = below[-1] if below else "paper"
            least = 3 if item.size >= 24 else 4.5
            assert contrast(colour_of(item.colour, theme), colour_of(ground, theme)) >= least, item


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 1.4.3."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def brightness(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["chain", "levels", "bodies", "pillars"])
def test_a_part_looks_different_when_it_is_chosen_focused_or_under_the_pointer(name: str, qapp: QApplication) -> None:
    one = system(SHAPES[name], {})
    scene = draw(one, "hans", (600, 400), letters=QtLetterWidths("hans"), theme=theme_for("light", 100))
    part = one.parts[1].id
    states = [(None, None, None), (part, None, None), (None, part, None), (None, None, part)]
    pictures = {painted(scene, *state) for state in states}
    assert len(pictures) == 4


def painted(scene: DrawingScene, chosen: str | None, focused: str | None, hovered: str | None) -> bytes:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint = ScenePaint(theme_for("light", 100), "hans", chosen=chosen, focused=focused, hovered=hovered)
    paint_scene(painter, scene, paint)
    painter.end()
    return bytes(image.constBits())
