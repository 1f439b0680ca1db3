"""An exception that nobody caught is logged, counted and told, and ends nothing."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from exhibit.app.exceptions import ExceptionReporter
from exhibit.ui.qt_override import qt_override, qt_override_or


def reported(error: Exception, reporter: ExceptionReporter) -> None:
    reporter.report(type(error), error, error.__traceback__)


def test_each_is_logged_counted_and_told(caplog: pytest.LogCaptureFixture) -> None:
    told: list[BaseException] = []
    reporter = ExceptionReporter(told.append)
    first, second = ValueError("one"), KeyError("two")
    reported(first, reporter)
    reported(second, reporter)
    assert told == [first, second]
    assert reporter.count == 2
    assert caplog.messages == ["ValueError: one", "KeyError: 'two'"]


def test_what_happens_while_one_is_told_is_not_told_again() -> None:
    def tell(error: BaseException) -> None:
        told.append(error)
        reported(ValueError("while telling"), reporter)

    told: list[BaseException] = []
    reporter = ExceptionReporter(tell)
    reported(ValueError("first"), reporter)
    assert len(told) == 1
    assert reporter.count == 2


class NestedOverrides(QWidget):
    """An override that makes Qt call another one, which raises: PySide6 alone ends the process with SIGSEGV."""

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.repaint()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        raise ZeroDivisionError


def test_an_exception_through_two_overrides_ends_nothing(qtbot: QtBot) -> None:
    with capture_exceptions() as caught:
        widget = NestedOverrides()
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitUntil(lambda: bool(caught))
        widget.resize(300, 200)
        widget.repaint()
    assert {kind for kind, _, _ in caught} == {ZeroDivisionError}


def test_an_override_with_a_result_answers_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    @qt_override_or(7)
    def fails() -> int:
        raise ValueError

    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: seen.append(args[0]))
    assert fails() == 7
    assert seen == [ValueError]


def test_a_slot_that_raises_is_reported(qtbot: QtBot) -> None:
    def fails() -> None:
        raise LookupError

    with capture_exceptions() as caught:
        QTimer.singleShot(0, fails)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is LookupError
