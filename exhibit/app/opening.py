"""Opens a package and its saved state; no Qt.

It is imported and done before Qt is: PySide6 replaces Python's import, and makes every later import slower.
"""

from pathlib import Path
from typing import NamedTuple

from exhibit.model import navigation
from exhibit.model.state import State
from exhibit.options import Options
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.package.verify import open_package
from exhibit.saved_state import SavedState, load_state
from exhibit.state_folder import state_file
from exhibit.theme import theme_for


class OpenedPackage(NamedTuple):
    """A package as it was opened: the package and the state to begin with, or the error that says why not."""

    file: Path
    package: PackageReader | None = None
    saved: SavedState = SavedState()
    error: PackageError | None = None


def opened(file: Path, options: Options) -> OpenedPackage:
    """Opens a package; a reader who never was there begins at the start."""
    try:
        package = open_package(file)
        saved = _saved(package, options)
        theme_for(saved.state.appearance, saved.state.scale, options.display)  # read now, wanted soon
        return OpenedPackage(file, package, saved)
    except PackageError as error:
        return OpenedPackage(file, error=error)


def first_state(package: PackageReader) -> State:
    """The state of somebody who was never there."""
    return navigation.to_start(package, State())


def _saved(package: PackageReader, options: Options) -> SavedState:
    file = state_file(package.exhibit.id) if options.mode.keeps_state else None
    saved = load_state(file, package) if file else SavedState()
    if saved.state.place.article is None:
        return saved._replace(state=navigation.to_start(package, saved.state))
    return saved
