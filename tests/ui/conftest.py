"""Views alone: what follows the text in the next turn of the event loop follows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from exhibit.model.state import State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.session import Session
from exhibit.ui.search.search_client import SearchClient
from tests.samples import on_topic_contents


@pytest.fixture
def session(sample: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on the sample, nothing open yet."""
    package = PackageReader(sample)
    made = Session(package, State(), deferred=False)
    yield made
    end_searching(made)
    package.close()


def end_searching(session: Session) -> None:
    """Closes the search clients of a session, as a window that closes does."""
    for client in session.findChildren(SearchClient):
        client.close()


@pytest.fixture
def on_topic(tmp_path: Path) -> Iterator[PackageReader]:
    """A package of which west has nothing of the topic trade."""
    write_package(on_topic_contents(), tmp_path / "on_topic")
    package = PackageReader(tmp_path / "on_topic")
    yield package
    package.close()
