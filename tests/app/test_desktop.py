"""Starting on a package: the window of a good one, one readable page for a bad one."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from exhibit.app.desktop import DesktopRun
from exhibit.app.opening import opened as opened_package
from exhibit.options import Options
from exhibit.ui.error_page import ErrorPage
from exhibit.ui.window.view import ExhibitWindow


def opened(qtbot: QtBot, kind: type, file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[DesktopRun, object]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # a run takes it over
    visit = DesktopRun(opened_package(file, Options()), Options())
    visit.begin()
    window = next(
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
    )
    qtbot.addWidget(window)
    return visit, window


def test_a_package_cut_short_opens_a_page_that_says_so(
    qtbot: QtBot, sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.write_bytes(sample.read_bytes()[:-5000])
    visit, page = opened(qtbot, ErrorPage, sample, monkeypatch)
    assert isinstance(page, ErrorPage)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "文件已损坏" in "".join(texts)
    assert "damaged" in "".join(texts)
    assert visit.end() == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_place_and_script_are_found_again(qtbot: QtBot, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit, window = opened(qtbot, ExhibitWindow, sample, monkeypatch)
    assert isinstance(window, ExhibitWindow)
    window.session.choose_region("west")
    window.session.toggle_script()
    qtbot.waitUntil(lambda: window.complete)
    assert visit.end() == 0
    window.close()
    later, again = opened(qtbot, ExhibitWindow, sample, monkeypatch)
    assert isinstance(again, ExhibitWindow)
    assert (again.session.state.place.article, again.session.state.script) == ("west", "hant")
    qtbot.waitUntil(lambda: again.complete)
    assert later.end() == 0
