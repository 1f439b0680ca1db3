"""The map in a large box, with many places, and its relief."""

from collections.abc import Iterator
from dataclasses import replace
from math import cos, sin
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.region import MapLocation, MapRelief, Region
from exhibit.model.state import Appearance, State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import PackageContents, write_package
from exhibit.session import Session
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.view import MapView
from tests.samples import both, sample_contents, sample_map
from tests.touch import small_controls, touch_session

LARGE, SMALL = QSize(900, 760), QSize(340, 470)


def shown(session: Session, size: QSize, qtbot: QtBot) -> MapView:
    view = MapView(session)
    qtbot.addWidget(view)
    view.resize(size)
    view.show()
    qtbot.waitExposed(view)
    return view


def canvas(view: MapView) -> MapCanvas:
    found = view.findChild(MapCanvas)
    assert found
    return found


def package_of(contents: PackageContents, tmp_path: Path) -> PackageReader:
    write_package(contents, tmp_path / "p")
    return PackageReader(tmp_path / "p")


def spiral(count: int) -> PackageContents:
    """So many places on a spiral within the land."""
    regions = tuple(Region(f"r{i}", both(f"地方{i}"), both(f"地方{i}"), 0, 0) for i in range(count))
    points = [(400 + i / count * 250 * cos(i), 500 + i / count * 250 * sin(i)) for i in range(count)]
    spots = tuple(MapLocation(f"r{i}", point) for i, point in enumerate(points))
    return replace(sample_contents(), map=sample_map()._replace(spots=spots), regions=regions)


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Session]:
    package = package_of(spiral(60), tmp_path)
    yield Session(package, State(), deferred=False)
    package.close()


def press(view: MapView, point: tuple[float, float]) -> None:
    QTest.mouseClick(canvas(view), Qt.MouseButton.LeftButton, pos=QPointF(*point).toPoint())


# Call-outs


def test_a_large_map_has_call_outs_and_a_small_one_labels(session: Session, qtbot: QtBot) -> None:
    view = shown(session, LARGE, qtbot)
    assert all(pin.card for pin in canvas(view).scene.layout.pins.values())
    view.resize(SMALL)
    assert all(pin.card is None for pin in canvas(view).scene.layout.pins.values())


@pytest.mark.parametrize("where", ["card", "place", "pin"])
def test_a_call_out_its_pin_and_its_place_choose(session: Session, qtbot: QtBot, where: str) -> None:
    view = shown(session, LARGE, qtbot)
    pin = canvas(view).scene.layout.pins["east"]
    assert pin.card
    if where == "pin":
        button = view.findChild(QAbstractButton, "pin-east")
        assert button
        assert button.geometry().contains(QPointF(*pin.at).toPoint())
        button.click()
    else:
        press(view, pin.card.centre if where == "card" else pin.home)
    assert session.state.place.region == "east"


def test_choosing_moves_nothing(session: Session, qtbot: QtBot) -> None:
    view = shown(session, LARGE, qtbot)
    before = canvas(view).scene.layout
    session.choose_region("west")
    assert canvas(view).scene.layout == before


def test_an_enlarged_map_has_labels_and_the_whole_call_outs_again(session: Session, qtbot: QtBot) -> None:
    view = shown(session, LARGE, qtbot)
    canvas(view).zoom_in()
    canvas(view).rest()
    assert not any(pin.card for pin in canvas(view).scene.layout.pins.values())
    canvas(view).show_whole()
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    assert all(pin.card for pin in canvas(view).scene.layout.pins.values())


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_call_outs_are_for_fingers(session: Session, qtbot: QtBot, scale: int) -> None:
    view = shown(touch_session(session, scale), QSize(1600, 1500), qtbot)
    assert any(pin.card for pin in canvas(view).scene.layout.pins.values())
    assert small_controls(view) == []
    pins = [one.geometry() for one in canvas(view).findChildren(QAbstractButton) if one.objectName().startswith("pin-")]
    assert all(canvas(view).rect().contains(pin) for pin in pins)
    assert not [1 for i, one in enumerate(pins) for other in pins[:i] if one.intersects(other)]


def test_the_scale_bar_shows_where_the_scale_is_known(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    assert canvas(shown(session, LARGE, qtbot)).scene.furniture is None
    package = package_of(replace(sample_contents(), map=sample_map()._replace(kilometres=0.6)), tmp_path)
    view = shown(Session(package, State(), deferred=False), LARGE, qtbot)
    furniture = canvas(view).scene.furniture
    assert furniture
    before = furniture.bar
    assert before.kilometres / before.length == pytest.approx(0.6 / canvas(view).viewport.scale)
    canvas(view).zoom_in()
    after = canvas(view).scene.furniture
    assert after
    assert after.bar.length / after.bar.kilometres > before.length / before.kilometres
    package.close()


def test_the_legend_shows_where_a_place_is_approximate(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    first = shown(session, SMALL, qtbot)
    legend = first.findChild(QWidget, "map-legend")
    assert legend
    assert legend.isVisible()
    spots = tuple(spot._replace(approximate=False) for spot in sample_map().spots)
    package = package_of(replace(sample_contents(), map=sample_map()._replace(spots=spots)), tmp_path)
    view = shown(Session(package, State(), deferred=False), SMALL, qtbot)
    legend = view.findChild(QWidget, "map-legend")
    assert legend
    assert not legend.isVisible()
    package.close()


# The list and the map


def test_a_pin_under_the_pointer_is_told_and_one_pointed_at_elsewhere_lights(session: Session, qtbot: QtBot) -> None:
    view = shown(session, LARGE, qtbot)
    told: list[str] = []
    view.pointed.connect(told.append)
    card = canvas(view).scene.layout.pins["east"].card
    assert card
    before = canvas(view).grab().toImage()
    QTest.mouseMove(canvas(view), QPointF(*card.centre).toPoint())
    assert told == ["east"]
    pointed_at = canvas(view).grab().toImage()
    QTest.mouseMove(canvas(view), QPoint(2, canvas(view).height() - 2))
    assert told == ["east", ""]
    assert pointed_at != before
    view.highlight("east")
    assert canvas(view).grab().toImage() == pointed_at
    view.highlight(None)
    assert canvas(view).grab().toImage() == before
    assert told == ["east", ""], "what is pointed at elsewhere is not told again"


def test_tiles_tell_and_light_too(tmp_path: Path, qtbot: QtBot) -> None:
    package = package_of(replace(sample_contents(), map=None), tmp_path)
    view = shown(Session(package, State(), deferred=False), SMALL, qtbot)
    before = view.grab().toImage()
    view.highlight("east")
    assert view.grab().toImage() != before
    view.highlight("")
    assert view.grab().toImage() == before
    package.close()


# Many places


def test_a_crowd_opens_at_a_touch(many: Session, qtbot: QtBot) -> None:
    view = shown(many, SMALL, qtbot)
    crowd = max(canvas(view).scene.layout.crowds, key=lambda one: len(one.pins))
    press(view, crowd.at)
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    layout = canvas(view).scene.layout
    assert many.state.place.region is None
    assert all(canvas(view).rect().contains(QPointF(*layout.pins[name].home).toPoint()) for name in crowd.pins)
    assert not any(set(crowd.pins) <= set(one.pins) for one in layout.crowds)


def test_a_place_of_a_crowd_can_be_reached_by_keys(many: Session, qtbot: QtBot) -> None:
    view = shown(many, SMALL, qtbot)
    name = canvas(view).scene.layout.crowds[0].pins[-1]
    button = view.findChild(QAbstractButton, f"pin-{name}")
    assert button
    before = canvas(view).viewport.zoom
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    assert canvas(view).viewport.zoom > before
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert many.state.place.region == name


def test_a_crowd_lights_for_each_of_its_places(many: Session, qtbot: QtBot) -> None:
    view = shown(many, SMALL, qtbot)
    crowd = canvas(view).scene.layout.crowds[1]
    before = canvas(view).grab().toImage()
    for name in crowd.pins:
        view.highlight(name)
        assert canvas(view).grab().toImage() != before
    view.highlight(None)
    assert canvas(view).grab().toImage() == before


def test_the_chosen_place_is_in_no_crowd(many: Session, qtbot: QtBot) -> None:
    view = shown(many, SMALL, qtbot)
    name = canvas(view).scene.layout.crowds[0].pins[0]
    many.choose_region(name)
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    pin = canvas(view).scene.layout.pins[name]
    assert pin.crowd is None
    assert pin.label


# Relief


def picture(colour: str) -> bytes:
    image, buffer = QImage(8, 8, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(colour))
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


@pytest.fixture
def hilly(tmp_path: Path) -> Iterator[Session]:
    relief = MapRelief("relief-light.png", "relief-dark.png", 0, 0, 800, 1000)
    blobs = {"relief-light.png": picture("#00ff00"), "relief-dark.png": picture("#003300")}
    package = package_of(replace(sample_contents(), map=sample_map()._replace(relief=relief), blobs=blobs), tmp_path)
    yield Session(package, State(), deferred=False)
    package.close()


def colours(view: MapView) -> set[str]:
    image = canvas(view).grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


@pytest.mark.parametrize(
    ("appearance", "there", "nowhere"), [("light", "#00ff00", "#003300"), ("dark", "#003300", "#00ff00")]
)
def test_relief_is_drawn_on_the_land_after_the_first_paint(
    hilly: Session, qtbot: QtBot, appearance: Appearance, there: str, nowhere: str
) -> None:
    hilly.set_appearance(appearance)
    view = MapView(hilly)
    qtbot.addWidget(view)
    view.resize(SMALL)
    assert there not in colours(view), "the first paint does not wait for it"
    view.show()
    qtbot.waitUntil(lambda: there in colours(view))
    assert nowhere not in colours(view)
    assert colours(view) & {view.theme.colours.side}, "outside the land there is none"


def test_in_strong_contrast_the_land_is_flat(hilly: Session, qtbot: QtBot) -> None:
    view = shown(hilly, SMALL, qtbot)
    qtbot.waitUntil(lambda: "#00ff00" in colours(view))
    hilly.set_appearance("contrast")
    assert view.theme.colours.land in colours(view)
    assert not colours(view) & {"#00ff00", "#003300"}
