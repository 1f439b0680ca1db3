"""The keyboard for fingers: where its keys stand, which touches count, what they type."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.session import Session
from exhibit.ui.keyboard.layout import LEAST, ROWS, SIDE, RepeatFilter, keyboard_layout
from exhibit.ui.keyboard.view import KeyButton, ScreenKeyboard
from exhibit.ui.search.search_thread import SearchClient

SIZES = [
    (640, 480, 1.0),
    (640, 480, 2.0),
    (1440, 900, 1.0),
    (1920, 1080, 1.0),
    (1080, 1920, 1.0),
    (1080, 1920, 2.0),
    (3840, 2160, 1.25),
]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_keys_are_large_within_the_window_and_none_upon_another(width: int, height: int, scale: float) -> None:
    layout = keyboard_layout(width, height, scale)
    boxes = [box for _, box in layout.keys]
    assert all(box.width >= LEAST and box.height >= LEAST for box in boxes)
    assert all(box.x >= 0 and box.x + box.width <= width and box.y + box.height <= layout.height for box in boxes)
    areas = [QRect(box.x, box.y, box.width, box.height) for box in boxes]
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    assert min(box.y for box in boxes) >= layout.strip.y + layout.strip.height
    assert layout.height <= max(height * 0.5, 5 * (LEAST + 6) + 16)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (1440, 1000)])
def test_keys_measure_20_mm_where_there_is_room(width: int, height: int) -> None:
    assert keyboard_layout(width, height, 1.0).side == SIDE


def test_there_is_a_key_for_every_letter_and_digit() -> None:
    typed = {key.text for row in ROWS for key in row if key.act == "type"}
    assert typed == set("abcdefghijklmnopqrstuvwxyz0123456789")
    assert {key.act for row in ROWS for key in row} == {"type", "delete", "clear", "done"}
    assert {sum(key.units for key in row) for row in ROWS} == {10}


def test_a_trembling_finger_types_once() -> None:
    repeats = RepeatFilter(250)
    touches = [("a", 0), ("a", 100), ("a", 340), ("b", 350), ("a", 360), ("a", 700)]
    assert [repeats.counts(key, now) for key, now in touches] == [True, False, False, True, True, True]
    assert RepeatFilter(0).counts("a", 0)


class Bench(QWidget):
    """A keyboard in a window, and what it told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.now = 0.0
        self.told: list[str] = []
        self.asker = SearchClient(session, self)
        self.keyboard = ScreenKeyboard(session, self.asker, self, 250, lambda: self.now)
        self.other = QPushButton(self)
        QVBoxLayout(self).addWidget(self.keyboard)
        self.keyboard.typed.connect(self.told.append)
        self.keyboard.deleted.connect(self._deleted)
        self.keyboard.cleared.connect(self._cleared)
        self.keyboard.done.connect(self._done)
        self.resize(1080, 600)

    def _deleted(self) -> None:
        self.told.append("delete")

    def _cleared(self) -> None:
        self.told.append("clear")

    def _done(self) -> None:
        self.told.append("done")

    def press(self, name: str, after: float = 1.0) -> None:
        self.now += after
        cap = self.keyboard.findChild(KeyButton, name)
        assert cap is not None
        QTest.mouseClick(cap, Qt.MouseButton.LeftButton)


@pytest.fixture
def bench(qtbot: QtBot, session: Session) -> Bench:
    session.home()
    made = Bench(session)
    qtbot.addWidget(made)
    made.show()
    made.keyboard.show()
    return made


def test_keys_tell_what_they_do(bench: Bench) -> None:
    for key in ("key-z", "key-g", "key-1", "key-delete", "key-clear", "key-done"):
        bench.press(key)
    assert bench.told == ["z", "g", "1", "delete", "clear", "done"]


def test_the_same_key_within_the_delay_counts_once(bench: Bench) -> None:
    bench.press("key-a")
    bench.press("key-a", 0.1)
    bench.press("key-a", 0.3)
    assert bench.told == ["a", "a"]


def test_a_key_acts_when_the_finger_leaves_it_and_not_beside_it(bench: Bench) -> None:
    cap = bench.keyboard.findChild(KeyButton, "key-q")
    assert cap is not None
    QTest.mousePress(cap, Qt.MouseButton.LeftButton)
    assert bench.told == []
    QTest.mouseRelease(cap, Qt.MouseButton.LeftButton, pos=cap.rect().bottomRight() * 3)
    assert bench.told == []


def test_names_are_large_and_lead_there(qtbot: QtBot, bench: Bench, session: Session) -> None:
    session.search(SearchQuery("gmq"))
    qtbot.waitUntil(lambda: bench.keyboard.findChild(KeyButton, "completion-0") is not None)
    cap = bench.keyboard.findChild(KeyButton, "completion-0")
    assert cap is not None
    assert cap.height() >= LEAST
    assert "国门区" in cap.accessibleName()
    bench.press("completion-0")
    assert session.state.place.page == "text"
    assert bench.told == ["done"]


def test_no_key_takes_the_focus(bench: Bench) -> None:
    assert all(cap.focusPolicy() == Qt.FocusPolicy.NoFocus for cap in bench.keyboard.findChildren(KeyButton))
