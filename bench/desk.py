"""The real window on a package, its session at hand, and its parts watched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from bench.painted import Watch
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.text import SCRIPTS
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.fonts import load_fonts
from exhibit.ui.idle_collector import IdleCollector
from exhibit.ui.reader.view import ReaderView
from exhibit.ui.window.view import ExhibitWindow

SIZE: Final = (1440, 900)


class Desk:
    """A window of SIZE, complete; `text` watches its text."""

    def __init__(self, file: Path) -> None:
        for script in SCRIPTS:
            load_fonts(script)
        self._package = PackageReader(file)
        self.session = Session(self._package, State())
        self.session.home()
        self.window = ExhibitWindow(self.session)
        self.window.resize(*SIZE)
        self.window.show()
        IdleCollector(self.session, self.window)
        while not self.window.complete:
            QApplication.processEvents()
        self.text = Watch(self.page.viewport())

    @property
    def page(self) -> QAbstractScrollArea:
        """The scrolling text."""
        return _text_of(self.window)

    def open_in_the_middle(self, article: str) -> None:
        """Opens an article and scrolls to its middle."""
        self.session.open_article(article)
        bar = self.page.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        QApplication.processEvents()

    def close(self) -> None:
        self.window.close_threads()
        dispose(self.window)
        self._package.close()


class LoneReader:
    """The reader without its window, on a session of its own."""

    def __init__(self, package: Package, size: QSize) -> None:
        self.session = Session(package, State())
        self._view = ReaderView(self.session)
        self._view.resize(size)
        self._view.show()
        self.text = Watch(_text_of(self._view).viewport())

    def close(self) -> None:
        dispose(self._view)


@contextmanager
def desk_on(file: Path) -> Iterator[Desk]:
    """A desk for as long as it is needed."""
    desk = Desk(file)
    try:
        yield desk
    finally:
        desk.close()


def _text_of(widget: QWidget) -> QAbstractScrollArea:
    found = widget.findChild(QAbstractScrollArea, "text")
    assert isinstance(found, QAbstractScrollArea)
    return found


def dispose(widget: QWidget) -> None:
    """Closes a widget and lets it go at once."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
