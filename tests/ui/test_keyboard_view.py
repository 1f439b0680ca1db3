"""The on-screen keyboard: what its keys tell."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.state import SCALES
from exhibit.theme import theme_for
from exhibit.ui.keyboard.view import KeyButton, ScreenKeyboard
from exhibit.ui.widgets.text_look import look_for
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts


class KeyboardBench(QWidget):
    """A keyboard in a window, and what it told."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.told: list[str] = []
        self.keyboard = ScreenKeyboard(look_for(theme_for("light", 100), "hans"), self, 250, lambda: self.now)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.keyboard)
        self.keyboard.typed.connect(self.told.append)
        for signal, word in (
            (self.keyboard.deleted, "delete"),
            (self.keyboard.cleared, "clear"),
            (self.keyboard.done, "done"),
        ):
            signal.connect(lambda word=word: self.told.append(word))
        self.resize(1080, 900)

    def key(self, name: str) -> KeyButton:
        found = self.keyboard.findChild(KeyButton, f"key-{name}")
        assert found is not None
        return found

    def press(self, name: str, after: float = 1.0) -> None:
        self.now += after
        QTest.mouseClick(self.key(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[KeyboardBench]:
    made = KeyboardBench()
    qtbot.addWidget(made)
    made.show()
    made.keyboard.show()
    yield made
    made.told.clear()


def test_keys_tell_what_they_do(bench: KeyboardBench) -> None:
    for key in ("z", "g", "1", "delete", "clear", "done"):
        bench.press(key)
    assert bench.told == ["z", "g", "1", "delete", "clear", "done"]


def test_the_same_key_within_the_delay_counts_once(bench: KeyboardBench) -> None:
    bench.press("a")
    bench.press("a", 0.1)
    bench.press("a", 0.3)
    assert bench.told == ["a", "a"]


def test_a_key_acts_when_the_finger_leaves_it_and_not_beside_it(bench: KeyboardBench) -> None:
    key = bench.key("q")
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    assert bench.told == []
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=key.rect().bottomRight() * 3)
    assert bench.told == []


def test_no_key_takes_the_focus(bench: KeyboardBench) -> None:
    keys = bench.keyboard.findChildren(KeyButton)
    assert len(keys) == 39
    assert all(key.focusPolicy() == Qt.FocusPolicy.NoFocus for key in keys)


def test_keys_are_labelled_in_the_language(bench: KeyboardBench) -> None:
    look = look_for(theme_for("dark", 100), "hant")
    bench.keyboard.show_keys(look, "en")
    assert (bench.key("clear").accessibleName(), bench.key("a").accessibleName()) == ("Clear", "a")
    bench.keyboard.show_keys(look, "hant")
    assert bench.key("clear").text() == "清空"


def test_the_header_is_a_row_above_the_keys_as_high_as_one(bench: KeyboardBench) -> None:
    header = QWidget(bench.keyboard)
    bench.keyboard.hold_header(header)
    assert header.height() == bench.keyboard.key_side() == bench.key("q").height()
    assert header.geometry().bottom() < bench.key("1").geometry().top()


@pytest.mark.parametrize("scale", SCALES)
def test_keys_suit_fingers_on_a_touch_screen(bench: KeyboardBench, scale: int) -> None:
    bench.keyboard.show_keys(look_for(theme_for("light", scale, TOUCH_DISPLAY), "hans"), "en")
    assert small_controls(bench.keyboard) == []
    assert small_fonts(bench.keyboard) == []
