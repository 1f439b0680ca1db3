"""The map shows the shown, sends the verb, and works by pointer, touch and keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QImage, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.region import ExhibitMap
from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.session import Session
from exhibit.ui.map.canvas import MapCanvas
from exhibit.ui.map.view import MapView
from tests.samples import on_topic_contents, sample_contents, sample_map

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100"><rect width="80" height="100" fill="#123456"/></svg>'
)


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> MapView:
    return shown(MapView(session), qtbot)


def shown(view: MapView, qtbot: QtBot) -> MapView:
    qtbot.addWidget(view)
    view.resize(340, 470)
    view.show()
    qtbot.waitExposed(view)
    return view


def canvas(view: MapView) -> MapCanvas:
    found = view.findChild(MapCanvas)
    assert found
    return found


def button(view: MapView, name: str) -> QAbstractButton:
    found = view.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def press(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def wheel(view: MapView, clicks: int) -> None:
    at = QPointF(150, 200)
    there = QPointF(canvas(view).mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, there, QPoint(), QPoint(0, 120 * clicks), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )  # fmt: skip
    QApplication.sendEvent(canvas(view), event)


def test_a_pin_is_a_named_button_that_chooses(view: MapView, session: Session) -> None:
    pin = button(view, "pin-east")
    accessible = QAccessible.queryAccessibleInterface(pin)
    assert accessible.role() == QAccessible.Role.PushButton
    assert pin.accessibleName() == "east国门区，1 篇，4 个数字"
    assert min(pin.width(), pin.height()) >= 32
    press(pin)
    assert session.state.place.region == "east"
    assert pin.accessibleDescription() == "正在看"


def test_the_source_is_in_sight(view: MapView) -> None:
    line = view.findChild(QLabel, "map-credit")
    assert isinstance(line, QLabel)
    assert line.isVisible()
    assert line.text() == view.shown.credit
    assert line.height() >= line.heightForWidth(line.width())


def test_arrow_keys_go_from_pin_to_pin_and_enter_chooses(view: MapView, session: Session) -> None:
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert focused() == "pin-east"
    QTest.keyClick(button(view, "pin-east"), Qt.Key.Key_Down)
    assert focused() in ("pin-west", "pin-gate")
    QTest.keyClick(button(view, focused()), Qt.Key.Key_Return)
    assert f"pin-{session.state.place.region}" == focused()


def test_one_pin_is_a_tab_stop(session: Session, qtbot: QtBot) -> None:
    session.choose_region("west")
    view = shown(MapView(session), qtbot)
    stops = [
        pin.objectName()
        for pin in view.findChildren(QAbstractButton)
        if pin.objectName().startswith("pin-") and pin.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["pin-west"]


@pytest.mark.parametrize("way", ["wheel", "key", "button", "double click"])
def test_every_way_to_zoom_has_a_way_back(view: MapView, way: str) -> None:
    whole = button(view, "map-whole")
    assert not whole.isVisible()
    if way == "wheel":
        wheel(view, 2)
    elif way == "key":
        QTest.keyClick(button(view, "pin-east"), Qt.Key.Key_Plus)
    elif way == "button":
        press(button(view, "map-larger"))
    else:
        QTest.mouseDClick(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    assert canvas(view).viewport.zoom > 1
    assert whole.isVisible()
    press(whole)
    assert canvas(view).viewport.is_whole
    assert not whole.isVisible()


def test_zero_shows_the_whole_and_shifted_arrows_pan(view: MapView) -> None:
    pin = button(view, "pin-east")
    for _ in range(4):
        QTest.keyClick(pin, Qt.Key.Key_Plus)
    before = canvas(view).viewport.x
    QTest.keyClick(pin, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas(view).viewport.x < before
    QTest.keyClick(pin, Qt.Key.Key_0)
    assert canvas(view).viewport.is_whole


def test_a_wheel_at_the_whole_is_left_to_others(view: MapView) -> None:
    wheel(view, -1)
    assert canvas(view).viewport.is_whole


def test_a_drag_pans_when_zoomed_and_chooses_nothing(view: MapView, session: Session) -> None:
    wheel(view, 4)
    before = canvas(view).viewport.x
    QTest.mousePress(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(150, 250))
    for x in range(150, 60, -10):
        QTest.mouseMove(canvas(view), QPoint(x, 250))
    QTest.mouseRelease(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(60, 250))
    assert canvas(view).viewport.x > before
    assert session.state.place.region is None


@pytest.mark.parametrize("clicks", [0, 3])
def test_two_fingers_enlarge(view: MapView, clicks: int) -> None:
    wheel(view, clicks)
    device = QTest.createTouchDevice()
    target = canvas(view)
    before = target.viewport.zoom
    for step in range(10):
        touch = QTest.touchEvent(target, device)
        put = touch.press if step == 0 else touch.move
        put(0, QPoint(150 - 5 * step, 220), target)
        put(1, QPoint(190 + 5 * step, 220), target)
        touch.commit()
    touch = QTest.touchEvent(target, device)
    touch.release(0, QPoint(105, 220), target)
    touch.release(1, QPoint(235, 220), target)
    touch.commit()
    assert target.viewport.zoom > 1.5 * before


def test_at_rest_all_is_laid_out_anew(view: MapView, qtbot: QtBot) -> None:
    wheel(view, 3)
    assert canvas(view).is_moving
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    assert canvas(view).scene.layout.insets == ()


def pin_of(view: MapView, region: str) -> tuple[float, float]:
    return canvas(view).scene.layout.pins[region].at


def is_in_sight(view: MapView, region: str) -> bool:
    x, y = pin_of(view, region)
    return 0 <= x <= canvas(view).width() and 0 <= y <= canvas(view).height()


def test_pins_move_with_the_map_before_it_rests(view: MapView) -> None:
    wheel(view, 2)
    assert canvas(view).is_moving
    assert pin_of(view, "east") == pytest.approx(canvas(view).viewport.to_view((600.0, 300.0)))
    assert button(view, "pin-east").geometry().contains(QPointF(*pin_of(view, "east")).toPoint())


def zoom_away_from(view: MapView, region: str) -> None:
    QTest.mouseMove(canvas(view), QPoint(1, 1))
    for _ in range(8):
        QTest.mouseDClick(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not is_in_sight(view, region)


def test_a_chosen_pin_comes_in_sight(view: MapView, session: Session) -> None:
    zoom_away_from(view, "east")
    session.choose_region("east")
    assert is_in_sight(view, "east")


def test_a_pin_reached_by_a_key_comes_in_sight(view: MapView) -> None:
    button(view, "map-larger").setFocus()
    zoom_away_from(view, "east")
    button(view, "pin-east").setFocus(Qt.FocusReason.TabFocusReason)
    assert is_in_sight(view, "east")


def test_a_tap_on_the_ring_of_a_cluster_parts_its_pins(view: MapView, session: Session, qtbot: QtBot) -> None:
    (inset,) = canvas(view).scene.layout.insets
    centre = QPointF(*inset.ring.centre).toPoint()
    QTest.mouseClick(canvas(view), Qt.MouseButton.LeftButton, pos=centre)
    qtbot.waitUntil(lambda: not canvas(view).is_moving)
    assert canvas(view).scene.layout.insets == ()
    assert session.state.place.region is None


def test_a_tap_on_a_label_chooses_its_place(view: MapView, session: Session) -> None:
    label = canvas(view).scene.layout.pins["east"].label
    assert label
    QTest.mouseClick(canvas(view), Qt.MouseButton.LeftButton, pos=QPointF(*label.box.centre).toPoint())
    assert session.state.place.region == "east"


def test_a_hidden_map_catches_up_when_it_is_shown(view: MapView, session: Session) -> None:
    view.hide()
    session.set_script("hant")
    assert button(view, "pin-gate").accessibleName().startswith("gate国门区")
    view.show()
    assert button(view, "pin-gate").accessibleName().startswith("gate國門区")


class PaintedAreas(QObject):
    """Keeps the rectangles that a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects += [QRect(rect) for rect in event.region()]  # type: ignore[attr-defined]  # a QRegion is iterable
        return False


def test_hover_repaints_no_more_than_two_pins(view: MapView, qtbot: QtBot) -> None:
    painted = PaintedAreas(canvas(view))
    for region in ("east", "west"):
        QApplication.sendEvent(button(view, f"pin-{region}"), QEnterEvent(QPointF(), QPointF(), QPointF()))
        qtbot.waitUntil(lambda: bool(painted.rects))
        assert len(painted.rects) <= 2
        assert all(max(rect.width(), rect.height()) < 60 for rect in painted.rects)
        painted.rects.clear()


def test_a_pin_under_the_pointer_and_the_label_of_a_chosen_one_look_different(view: MapView, session: Session) -> None:
    pin = button(view, "pin-east").geometry()
    label = canvas(view).scene.layout.pins["east"].label
    assert label
    letters = QRectF(*label.box).toAlignedRect()
    plain_pin, plain_label = image(view, pin), image(view, letters)
    QApplication.sendEvent(button(view, "pin-east"), QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert image(view, pin) != plain_pin
    assert image(view, letters) == plain_label
    session.choose_region("east")
    assert image(view, letters) != plain_label


def image(view: MapView, rect: QRect) -> QImage:
    return canvas(view).grab(rect).toImage()


def test_script_appearance_and_scale_are_followed(view: MapView, session: Session) -> None:
    session.set_script("hant")
    assert button(view, "pin-gate").accessibleName() == "gate國門区，2 篇，8 個數字"
    session.set_appearance("contrast")
    for _ in range(8):
        session.rescale(1)
    assert button(view, "pin-gate").width() >= 64
    assert not view.grab().isNull()


def with_map(tmp_path: Path, drawn: ExhibitMap | None, blobs: dict[str, bytes]) -> PackageReader:
    write_package(replace(sample_contents(), map=drawn, blobs=blobs), tmp_path / "p")
    return PackageReader(tmp_path / "p")


def test_a_picture_is_drawn_with_the_pins_on_it(tmp_path: Path, qtbot: QtBot) -> None:
    package = with_map(tmp_path, sample_map()._replace(shapes=(), picture="map.svg"), {"map.svg": SVG})
    view = shown(MapView(Session(package, State(), deferred=False)), qtbot)
    image = canvas(view).grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 40).name() == "#123456"
    assert button(view, "pin-east").isVisible()
    package.close()


def test_without_a_map_there_are_tiles(tmp_path: Path, qtbot: QtBot) -> None:
    package = with_map(tmp_path, None, {})
    session = Session(package, State(), deferred=False)
    view = shown(MapView(session), qtbot)
    tile = button(view, "tile-west")
    assert tile.accessibleName() == "west国门区，1 篇，4 个数字"
    assert min(tile.width(), tile.height()) >= 32
    press(tile)
    assert session.state.place.region == "west"
    session.set_script("hant")
    assert tile.accessibleName() == "west國門区，1 篇，4 個數字"
    package.close()


def test_a_topic_numbers_the_labels_and_names_the_pins(on_topic: PackageReader, qtbot: QtBot) -> None:
    session = Session(on_topic, State(), deferred=False)
    view = shown(MapView(session), qtbot)
    plain = canvas(view).scene.layout.pins["east"].label
    session.filter_topic("trade")
    view.grab()
    assert button(view, "pin-west").accessibleName() == "west国门区，门市：没有"
    assert "2 个数字，1 节，2 个部分" in button(view, "pin-east").toolTip()
    numbered = canvas(view).scene.layout.pins["east"].label
    assert plain
    assert numbered
    assert numbered.box.width > plain.box.width
    press(button(view, "pin-west"))
    assert (session.state.place.region, session.state.place.topic) == ("west", "trade")
    session.filter_topic(None)
    assert button(view, "pin-west").accessibleName() == "west国门区，1 篇，4 个数字"
    again = canvas(view).scene.layout.pins["east"].label
    assert again
    assert again.box.width == plain.box.width


def test_tiles_hold_the_counts_of_a_topic(tmp_path: Path, qtbot: QtBot) -> None:
    write_package(replace(on_topic_contents(), map=None), tmp_path / "m")
    package = PackageReader(tmp_path / "m")
    session = Session(package, State(english=True), deferred=False)
    view = shown(MapView(session), qtbot)
    view.resize(170, 470)
    tile = button(view, "tile-east")
    before = tile.height()
    session.filter_topic("trade")
    view.grab()
    assert tile.accessibleName() == "east国门区, 门市: figures 2, sections 1, parts 2"
    assert tile.height() > before
    package.close()


def test_a_chosen_place_may_have_no_pin(tmp_path: Path, qtbot: QtBot) -> None:
    contents = sample_contents()
    drawn = sample_map()
    write_package(replace(contents, map=drawn._replace(spots=drawn.spots[1:])), tmp_path / "m")
    package = PackageReader(tmp_path / "m")
    session = Session(package, State(), deferred=False)
    session.choose_region("east")
    view = shown(MapView(session), qtbot)
    assert canvas(view).focusProxy() is button(view, "pin-west")
    package.close()
