"""Pictures of every screen of a package, as the window paints them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QEventLoop, QSaveFile, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from exhibit.model.article import Article
from exhibit.model.package import Package
from exhibit.model.search import SearchQuery
from exhibit.model.state import Anchor, PanelTab, State
from exhibit.model.term import TermOccurrence
from exhibit.model.text import SCRIPTS, Script
from exhibit.package.reader import iter_articles
from exhibit.session import Session
from exhibit.ui.fonts import load_fonts, load_package_fonts
from exhibit.ui.search.shown import FilterName
from exhibit.ui.window.view import ExhibitWindow

SIZES: Final = ((1440, 900), (1920, 1080), (1080, 1920))
MAIN: Final = {
    "home-hans": SIZES[1],
    "home-hant": SIZES[2],
    "home-dark": SIZES[1],
    "home-read-hans": SIZES[0],
    "figure-hans": SIZES[0],
    "figure-hant": SIZES[2],
    "part-hans": SIZES[1],
    "timeline-hans": SIZES[0],
    "search-hans": SIZES[0],
    "keyboard-hant": SIZES[2],
    "dark": SIZES[1],
}
"""The screens to look at first, and the size of each."""
_THUMB: Final = QSize(360, 360)
_COLUMNS: Final = 6
_INITIALS: Final = "zg"
"""What the fingers have typed."""
_TURNS: Final = 4
"""Of the event loop, until everything has followed."""


ScreenOpener = Callable[[Session], None]
Progress = Callable[[int, int], None]
"""Told how many pictures of how many are done."""


class ScreenRecipe(NamedTuple):
    """One screen: its name, how it is seen, and the verbs that lead to it."""

    name: str
    state: State
    open: ScreenOpener
    keyboard: bool = False
    """With the keyboard for fingers."""
    filter: FilterName | None = None
    """The filter of the search whose choices are open for a finger."""


def screens(package: Package) -> Iterator[ScreenRecipe]:
    """Home, every article and drawing, each tab and page, in both scripts; home and one figure in each look."""
    articles = list(iter_articles(package))
    for script in SCRIPTS:
        state = State(script=script)
        yield ScreenRecipe(f"home-{script}", state, Session.home)
        for article in articles[-1:]:
            read = _all(_article(article.id), Session.home)
            yield ScreenRecipe(f"home-read-{script}", state._replace(visited=frozenset({articles[0].id})), read)
        for article in articles:
            yield ScreenRecipe(f"{article.id}-{script}", state, _article(article.id))
        for system in package.systems():
            yield ScreenRecipe(f"drawing-{system.id}-{script}", state, _drawing(system.id))
        for name, verb in _parts_of(package, articles):
            yield ScreenRecipe(f"{name}-{script}", state, verb)
        yield from _searches(package, state)
    for name, state in _LOOKS.items():
        yield ScreenRecipe(f"home-{name}", state, Session.home)
        for article in articles[:1]:
            yield ScreenRecipe(name, state, _figure(package, article.id))


_LOOKS: Final = {
    "dark": State(appearance="dark"),
    "contrast": State(appearance="contrast"),
    "english": State(english=True),
    "small": State(scale=80),
    "large": State(scale=200),
}


def _parts_of(package: Package, articles: Sequence[Article]) -> Iterator[tuple[str, ScreenOpener]]:
    """What the panel and the middle can show, of the first article that has it."""
    for article in articles[:1]:
        yield "figure", _figure(package, article.id)
        yield "sources", _tab(article.id, "sources")
    for system in package.systems(count=1):
        yield "system", partial(Session.choose_part, system=system.id, part=system.parts[-1].id)
        yield "part", _drawing(system.id, system.parts[-1].id)
    for comparison in package.comparisons()[:1]:
        yield "compare", _in_tab("compare", comparison.metrics[0])
    for term in package.terms()[:1]:
        yield "glossary", _from_text(partial(Session.open_term, term=term.id))
        for place in package.occurrences(term.id, count=1):
            yield "word", _word(place)
    if package.events():
        yield "timeline", _from_text(partial(Session.show_page, page="timeline"))
    for topic in package.exhibit.topics[:1]:
        yield "topic", _topic(topic.id)


def _searches(package: Package, state: State) -> Iterator[ScreenRecipe]:
    """A search for the first word of the glossary or the first place, one for what is not there, one by fingers."""
    names = [term.term for term in package.terms()[:1]] or [region.short for region in package.regions()]
    for name in names[:1]:
        word = name.in_(state.script)
        yield ScreenRecipe(f"search-{state.script}", state, _search(word, state.script))
        yield ScreenRecipe(f"search-empty-{state.script}", state, _search(word + word, state.script))
    yield ScreenRecipe(f"keyboard-{state.script}", state, _search(_INITIALS, state.script), keyboard=True)
    yield ScreenRecipe(f"filter-{state.script}", state, _search(_INITIALS, state.script), filter="topic")


def _search(text: str, script: Script) -> ScreenOpener:
    return _from_text(partial(Session.search, query=SearchQuery(text, script)))


def _article(id: str) -> ScreenOpener:
    return partial(Session.open_article, article=id)


def _figure(package: Package, article: str) -> ScreenOpener:
    """The figure in the middle of an article, if it has any."""
    figures = package.metrics(article=article)
    return partial(Session.choose_metric, metric=figures[len(figures) // 2].id) if figures else _article(article)


def _tab(article: str, tab: PanelTab) -> ScreenOpener:
    return _all(partial(Session.open_article, article=article), partial(Session.show_tab, tab=tab))


def _in_tab(tab: PanelTab, metric: str) -> ScreenOpener:
    return _all(partial(Session.show_tab, tab=tab), partial(Session.choose_metric, metric=metric))


def _drawing(system: str, part: str | None = None) -> ScreenOpener:
    return _all(partial(Session.choose_part, system=system, part=part), partial(Session.show_page, page="drawing"))


def _word(place: TermOccurrence) -> ScreenOpener:
    at = Anchor(place.block, place.start)
    opened = partial(Session.open_article, article=place.article, edition=place.edition, anchor=Anchor(place.block))
    return _all(opened, partial(Session.explain, term=place.term, at=at))


def _topic(topic: str) -> ScreenOpener:
    everywhere = partial(Session.show_everywhere, everywhere=True)
    return _from_text(_all(partial(Session.filter_topic, topic=topic), everywhere))


def _from_text(verb: ScreenOpener) -> ScreenOpener:
    """A verb of somebody who reads the first article."""
    return _all(partial(Session.show_page, page="text"), verb)


def _all(*verbs: ScreenOpener) -> ScreenOpener:
    def run(session: Session) -> None:
        for verb in verbs:
            verb(session)

    return run


def write_screenshots(package: Package, folder: Path, main: bool, progress: Progress) -> int:
    """Writes DIR/NAME-WIDTHxHEIGHT.png for the main screens or for every screen and size, and a contact sheet.

    Returns how many. Raises OSError, PackageError, FontError.
    """
    application = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        load_fonts(script)
    load_package_fonts(package.fonts())
    thumbs = []
    wanted = [(screen, size) for screen in screens(package) for size in _sizes(screen, main)]
    for screen, size in wanted:
        image = _picture(package, screen, QSize(*size))
        _save(image, folder / f"{screen.name}-{size[0]}x{size[1]}.png")
        thumbs.append(_thumb(image))
        progress(len(thumbs), len(wanted))
    _save(_contact_sheet(thumbs), folder / "contact-sheet.png")
    application.processEvents()
    return len(thumbs)


def _sizes(screen: ScreenRecipe, main: bool) -> Sequence[tuple[int, int]]:
    if not main:
        return SIZES
    return [MAIN[screen.name]] if screen.name in MAIN else []


def _thumb(image: QImage) -> QImage:
    return image.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _picture(package: Package, screen: ScreenRecipe, size: QSize) -> QImage:
    session = Session(package, screen.state)
    session.home()
    window = ExhibitWindow(session)
    window.resize(size)
    window.show()
    QApplication.processEvents()
    screen.open(session)
    if screen.keyboard:
        window.open_keyboard()
    for _ in range(_TURNS):
        QApplication.processEvents()
    _await_found(window)
    image = window.grab().toImage()
    if screen.filter:
        window.searching.open_filter(screen.filter)
        _paint_over(image, window)
    window.close_threads()
    window.close()
    window.deleteLater()
    return image


def _paint_over(image: QImage, window: ExhibitWindow) -> None:
    """Adds what is open over a window."""
    if opened := QApplication.activePopupWidget():
        painter = QPainter(image)
        painter.drawPixmap(window.mapFromGlobal(opened.pos()), opened.grab())
        painter.end()


def _await_found(window: ExhibitWindow) -> None:
    """Lets the thread of the search answer, and count."""
    while window.session.state.place.page == "search" and window.searching.stage != "counted":
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


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
    """Whole or not at all."""
    png = QBuffer()
    png.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(png, b"png").write(image)
    file = QSaveFile(str(path))
    if not (file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(png.data()) == png.size() and file.commit()):
        raise OSError(None, "no room or no permission", str(path))
