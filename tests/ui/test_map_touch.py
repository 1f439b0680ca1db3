"""The map on a touch screen: pins, buttons and tiles for fingers, labels that can be read."""

from dataclasses import replace
from itertools import combinations
from math import dist
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from exhibit.model.region import MapLocation
from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.session import Session
from exhibit.theme import least_text
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.label_painter import LabelKind, LabelPainter, MapLabelText
from exhibit.ui.map.view import MapView
from tests.samples import sample_contents, sample_map
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts, touch_session

SCALES = (80, 100, 200)


def shown(view: MapView, qtbot: QtBot) -> MapView:
    qtbot.addWidget(view)
    view.resize(520, 860)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize("scale", SCALES)
def test_pins_and_buttons_are_for_fingers(session: Session, qtbot: QtBot, scale: int) -> None:
    view = shown(MapView(touch_session(session, scale)), qtbot)
    larger = view.findChild(QAbstractButton, "map-larger")
    assert larger
    larger.click()
    names = {one.objectName() for one in view.findChildren(QAbstractButton) if one.isVisible()}
    assert names == {"pin-east", "pin-west", "pin-gate", "map-larger", "map-smaller", "map-whole"}
    assert small_controls(view) == []


@pytest.mark.parametrize("scale", SCALES)
def test_pins_are_a_finger_apart_and_inside_the_map(session: Session, qtbot: QtBot, scale: int) -> None:
    view = shown(MapView(touch_session(session, scale)), qtbot)
    canvas = view.findChild(MapCanvas)
    assert canvas
    finger = TOUCH_DISPLAY.pixels(20)
    points = [pin.at for pin in canvas.scene.layout.pins.values()]
    assert all(dist(*pair) >= finger - 2 for pair in combinations(points, 2))
    assert all(finger / 2 <= x <= canvas.width() - finger / 2 for x, _ in points)
    assert all(finger / 2 <= y <= canvas.height() - finger / 2 for _, y in points)


@pytest.mark.parametrize("scale", SCALES)
def test_the_map_leaves_room_for_a_finger_at_a_pin_on_its_rim(tmp_path: Path, qtbot: QtBot, scale: int) -> None:
    drawn = sample_map()
    write_package(
        replace(sample_contents(), map=drawn._replace(spots=(MapLocation("east", (0.0, 1000.0)),))), tmp_path / "p"
    )
    package = PackageReader(tmp_path / "p")
    view = shown(MapView(touch_session(Session(package, State()), scale)), qtbot)
    pin, canvas = view.findChild(QAbstractButton, "pin-east"), view.findChild(MapCanvas)
    assert pin
    assert canvas
    assert canvas.rect().contains(pin.geometry().adjusted(1, 1, -1, -1))
    package.close()


@pytest.mark.parametrize("kind", get_args(LabelKind))
@pytest.mark.parametrize("scale", SCALES)
def test_labels_can_be_read(session: Session, qtbot: QtBot, scale: int, kind: LabelKind) -> None:
    view = shown(MapView(touch_session(session, scale)), qtbot)
    width, _ = LabelPainter(view.look, 1.0).size(MapLabelText("国", kind))
    assert width >= least_text(TOUCH_DISPLAY), "a Chinese character is as wide as its font is large"


@pytest.mark.parametrize("scale", SCALES)
def test_the_credit_can_be_read(session: Session, qtbot: QtBot, scale: int) -> None:
    view = shown(MapView(touch_session(session, scale)), qtbot)
    line = view.findChild(QLabel, "map-credit")
    assert line
    assert line.font().pixelSize() >= least_text(TOUCH_DISPLAY)


@pytest.mark.parametrize("scale", SCALES)
def test_tiles_are_for_fingers(tmp_path: Path, qtbot: QtBot, scale: int) -> None:
    write_package(replace(sample_contents(), map=None), tmp_path / "p")
    package = PackageReader(tmp_path / "p")
    view = shown(MapView(touch_session(Session(package, State()), scale)), qtbot)
    assert small_controls(view) == []
    assert small_fonts(view) == []
    package.close()
