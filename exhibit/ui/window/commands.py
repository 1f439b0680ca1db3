"""Every command of the window in one table: id, key, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from exhibit.model.state import APPEARANCES, InterfaceLanguage, MiddlePage, PanelTab
from exhibit.session import Session
from exhibit.strings import say

if TYPE_CHECKING:
    from exhibit.ui.window.view import ExhibitWindow


@dataclass(frozen=True, slots=True)
class WindowCommand:
    """A command; its id is the key of its label in strings, `keys` are in QKeySequence's portable form."""

    id: str
    keys: tuple[str, ...]
    run: Callable[["ExhibitWindow"], None]
    able: Callable[[Session], bool] = lambda session: True


def _next_appearance(window: "ExhibitWindow") -> None:
    current = APPEARANCES.index(window.session.state.appearance)
    window.session.set_appearance(APPEARANCES[(current + 1) % len(APPEARANCES)])


def _step_region(window: "ExhibitWindow", step: int) -> None:
    ids = [region.id for region in window.session.package.regions()]
    current = window.session.state.place.region
    if ids:
        at = ids.index(current) + step if current in ids else 0
        window.session.choose_region(ids[at % len(ids)])


def _step_metric(window: "ExhibitWindow", step: int) -> None:
    place = window.session.state.place
    ids = [metric.id for metric in window.session.package.metrics(article=place.article)] if place.article else []
    if ids:
        at = ids.index(place.metric) + step if place.metric in ids else (0 if step > 0 else -1)
        window.session.choose_metric(ids[at % len(ids)])


def _to_tab(window: "ExhibitWindow", tab: PanelTab) -> None:
    window.session.show_tab(tab)
    window.show_part("panel")


def _turn_page(window: "ExhibitWindow", page: MiddlePage) -> None:
    """To a page, or from it back to the text."""
    window.session.show_page("text" if window.session.state.place.page == page else page)


def _finds(session: Session) -> bool:
    return bool(session.state.place.find)


def _quit(window: "ExhibitWindow") -> None:
    QApplication.closeAllWindows()


COMMANDS: Final = (
    WindowCommand("back", ("Alt+Left",), lambda w: w.session.back(), lambda s: s.can_go_back),
    WindowCommand("forward", ("Alt+Right",), lambda w: w.session.forward(), lambda s: s.can_go_forward),
    WindowCommand("home", ("Alt+Home",), lambda w: w.session.home()),
    WindowCommand("switch-script", ("Ctrl+T",), lambda w: w.session.toggle_script()),
    WindowCommand("smaller", ("Ctrl+-",), lambda w: w.session.rescale(-1), lambda s: s.can_shrink),
    WindowCommand("larger", ("Ctrl++", "Ctrl+="), lambda w: w.session.rescale(1), lambda s: s.can_grow),
    WindowCommand("usual-size", ("Ctrl+0",), lambda w: w.session.reset_scale()),
    WindowCommand("appearance", ("Ctrl+D",), _next_appearance),
    WindowCommand("language", ("Ctrl+L",), lambda w: w.session.set_english(not w.session.state.english)),
    WindowCommand("previous-region", ("Ctrl+PgUp",), lambda w: _step_region(w, -1)),
    WindowCommand("next-region", ("Ctrl+PgDown",), lambda w: _step_region(w, 1)),
    WindowCommand("previous-metric", ("Ctrl+Up",), lambda w: _step_metric(w, -1)),
    WindowCommand("next-metric", ("Ctrl+Down",), lambda w: _step_metric(w, 1)),
    WindowCommand("previous-passage", ("Alt+Up",), lambda w: w.reader.step_passage(-1)),
    WindowCommand("next-passage", ("Alt+Down",), lambda w: w.reader.step_passage(1)),
    WindowCommand("to-map", ("Ctrl+1",), lambda w: w.show_part("map")),
    WindowCommand("to-list", ("Ctrl+2",), lambda w: w.show_part("regions")),
    WindowCommand("to-reader", ("Ctrl+3",), lambda w: w.show_part("middle")),
    WindowCommand("to-metrics", ("Ctrl+4",), lambda w: _to_tab(w, "metrics")),
    WindowCommand("to-systems", ("Ctrl+5",), lambda w: _to_tab(w, "systems")),
    WindowCommand("to-compare", ("Ctrl+6",), lambda w: _to_tab(w, "compare")),
    WindowCommand("to-sources", ("Ctrl+7",), lambda w: _to_tab(w, "sources")),
    WindowCommand("search", ("Ctrl+K",), lambda w: w.open_search()),
    WindowCommand("find", ("Ctrl+F",), lambda w: w.searching.open_find(), lambda s: s.state.place.article is not None),
    WindowCommand("find-next", ("F3",), lambda w: w.session.step_find(1), _finds),
    WindowCommand("find-previous", ("Shift+F3",), lambda w: w.session.step_find(-1), _finds),
    WindowCommand("keyboard", ("Ctrl+Shift+K",), lambda w: w.open_keyboard()),
    WindowCommand("drawing", ("Ctrl+M",), lambda w: _turn_page(w, "drawing")),
    WindowCommand("glossary", ("Ctrl+G",), lambda w: _turn_page(w, "glossary")),
    WindowCommand("timeline", ("Ctrl+Y",), lambda w: _turn_page(w, "timeline")),
    WindowCommand("copy", ("Ctrl+C",), lambda w: w.reader.copy()),
    WindowCommand("select-all", ("Ctrl+A",), lambda w: w.reader.select_all()),
    WindowCommand("full-screen", ("F11",), lambda w: w.toggle_full_screen()),
    WindowCommand("help", ("F1",), lambda w: w.show_help()),
    WindowCommand("quit", ("Ctrl+Q",), _quit),
)
"""In the order of the help sheet."""


class CommandAction(QAction):
    """A command as Qt runs it; its label and whether it can run follow the session."""

    def __init__(self, command: WindowCommand, window: "ExhibitWindow") -> None:
        super().__init__(window)
        self.command = command
        self._window = window
        self._language: InterfaceLanguage | None = None
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        self.triggered.connect(self._run)
        window.session.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        session = self._window.session
        if session.state.language != self._language:
            self._language = session.state.language
            self._name(say(self.command.id, self._language))
        self.setEnabled(self.command.able(session))

    def _name(self, label: str) -> None:
        self.setText(label)
        self.setToolTip(f"{label}　{self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}")

    def _run(self) -> None:
        self.command.run(self._window)
