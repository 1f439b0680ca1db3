"""Readers on the sample package, alone on the screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.options import Display, Options
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.reader.view import ReaderView
from tests.ui.reader.page import ReaderPage


class OpenPage(Protocol):
    """Opens a reader of `width` by `height` pixels on a package, the sample if there is none, at an article."""

    def __call__(
        self,
        path: Path | None = None,
        *,
        width: int = 1020,
        height: int = 600,
        article: str = "east",
        display: Display = ...,
    ) -> ReaderPage: ...


@pytest.fixture
def package(sample: Path) -> Iterator[Package]:
    package = PackageReader(sample)
    yield package
    package.close()


@pytest.fixture
def open_page(sample: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[OpenPage]:
    opened: list[PackageReader] = []

    def show(
        path: Path | None = None,
        *,
        width: int = 1020,
        height: int = 600,
        article: str = "east",
        display: Display = Display(),  # noqa: B008  # a value
    ) -> ReaderPage:
        opened.append(PackageReader(path or sample))
        session = Session(opened[-1], State(), options=Options(display=display), deferred=False)
        session.open_article(article)
        view = ReaderView(session)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        return ReaderPage(session, view)

    yield show
    for package in opened:
        package.close()


@pytest.fixture
def page(open_page: OpenPage) -> ReaderPage:
    return open_page()
