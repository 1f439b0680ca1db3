"""Pictures of every screen of a package, as the window paints them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from exhibit.model.article import Article
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.text import SCRIPTS
from exhibit.package.walk import all_articles
from exhibit.session import Session
from exhibit.ui.fonts import load_fonts, load_package_fonts
from exhibit.ui.window.view import ExhibitWindow

SIZES: Final = ((1440, 900), (1920, 1080), (1080, 1920))
_THUMB: Final = QSize(360, 360)
_COLUMNS: Final = 6


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, how it is seen, and what is open in it."""

    name: str
    state: State
    article: str
    metric: str | None = None


def screens(package: Package) -> Iterator[Screen]:
    """Every article in both scripts, then the first one with a figure chosen, in each appearance and size of text."""
    first: Article | None = None
    for article in all_articles(package):
        first = first or article
        for script in SCRIPTS:
            yield Screen(f"{article.id}-{script}", State(script=script), article.id)
    if first is None:
        return
    figures = package.metrics(article=first.id)
    chosen = figures[len(figures) // 2].id if figures else None
    for script in SCRIPTS:
        yield Screen(f"figure-{script}", State(script=script), first.id, chosen)
    yield Screen("dark", State(appearance="dark"), first.id, chosen)
    yield Screen("contrast", State(appearance="contrast"), first.id, chosen)
    yield Screen("english", State(english=True), first.id, chosen)
    yield Screen("small", State(scale=80), first.id, chosen)
    yield Screen("large", State(scale=200), first.id, chosen)


def write_pictures(package: Package, folder: Path) -> int:
    """Writes DIR/NAME-WIDTHxHEIGHT.png for every screen and size, and a contact sheet. Returns how many.

    Raises OSError, PackageError, FontError.
    """
    application = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        load_fonts(script)
    load_package_fonts(package.fonts())
    thumbs = []
    for screen in screens(package):
        for size in SIZES:
            image = _picture(package, screen, QSize(*size))
            _save(image, folder / f"{screen.name}-{size[0]}x{size[1]}.png")
            thumbs.append(_thumb(image))
    _save(_contact_sheet(thumbs), folder / "contact-sheet.png")
    application.processEvents()
    return len(thumbs)


def _thumb(image: QImage) -> QImage:
    return image.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _picture(package: Package, screen: Screen, size: QSize) -> QImage:
    session = Session(package, replace(screen.state))
    session.open_article(screen.article)
    window = ExhibitWindow(session)
    window.resize(size)
    window.show()
    QApplication.processEvents()
    if screen.metric:
        session.choose_metric(screen.metric)
    QApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    window.deleteLater()
    return image


def _contact_sheet(thumbs: list[QImage]) -> QImage:
    rows = -(-len(thumbs) // _COLUMNS)
    sheet = QImage(_THUMB.width() * _COLUMNS, _THUMB.height() * max(rows, 1), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for number, thumb in enumerate(thumbs):
        row, column = divmod(number, _COLUMNS)
        painter.drawImage(column * _THUMB.width(), row * _THUMB.height(), thumb)
    painter.end()
    return sheet


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise OSError(None, "no room or no permission", str(path))
