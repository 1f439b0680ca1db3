"""Views alone: what follows the text in the next turn of the event loop follows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.session import Session


@pytest.fixture
def session(sample: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on the sample, nothing open yet."""
    package = PackageReader(sample)
    yield Session(package, State())
    package.close()


@pytest.fixture(autouse=True)
def _settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Session.__init__

    def begin_settling_at_once(session: Session, *arguments: object) -> None:
        begin(session, *arguments)  # type: ignore[arg-type]  # passed on as they came
        session.changed.connect(session.settled)

    monkeypatch.setattr(Session, "__init__", begin_settling_at_once)
