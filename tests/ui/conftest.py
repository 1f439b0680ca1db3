"""Views alone: what follows the text in the next turn of the event loop follows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.session import Session
from exhibit.ui.search.search_thread import SearchClient
from tests.samples import themed_contents


@pytest.fixture
def session(sample: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on the sample, nothing open yet."""
    package = PackageReader(sample)
    made = Session(package, State())
    yield made
    end_asking(made)
    package.close()


def end_asking(session: Session) -> None:
    """Ends what asks behind the session's back, as a window that closes does."""
    for asker in session.findChildren(SearchClient):
        asker.deleteLater()
        QCoreApplication.sendPostedEvents(asker, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def themed(tmp_path: Path) -> Iterator[PackageReader]:
    """A package of which west has nothing of the theme trade."""
    write_package(themed_contents(), tmp_path / "themed")
    package = PackageReader(tmp_path / "themed")
    yield package
    package.close()


@pytest.fixture(autouse=True)
def _settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Session.__init__

    def begin_settling_at_once(session: Session, *arguments: object) -> None:
        begin(session, *arguments)  # type: ignore[arg-type]  # passed on as they came
        session.changed.connect(session.settled)

    monkeypatch.setattr(Session, "__init__", begin_settling_at_once)
