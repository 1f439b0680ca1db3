"""Every command of the window in one table: id, key, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from exhibit.model.state import APPEARANCES, Page, Tab
from exhibit.session import Session
from exhibit.strings import say

if TYPE_CHECKING:
    from exhibit.ui.window.view import ExhibitWindow


@dataclass(frozen=True, slots=True)
class Command:
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


def _to_tab(window: "ExhibitWindow", tab: Tab) -> None:
    window.session.show_tab(tab)
    window.show_part("panel")


def _turn_page(window: "ExhibitWindow", page: Page) -> None:
    """To a page, or from it back to the text."""
    window.session.show_page("text" if window.session.state.place.page == page else page)


def _quit(window: "ExhibitWindow") -> None:
    QApplication.closeAllWindows()


COMMANDS: Final = (
    Command("back", ("Alt+Left",), lambda w: w.session.back(), lambda s: s.can_go_back),
    Command("forward", ("Alt+Right",), lambda w: w.session.forward(), lambda s: s.can_go_forward),
    Command("home", ("Alt+Home",), lambda w: w.session.home()),
    Command("switch-script", ("Ctrl+T",), lambda w: w.session.toggle_script()),
    Command("smaller", ("Ctrl+-",), lambda w: w.session.rescale(-1), lambda s: s.can_shrink),
    Command("larger", ("Ctrl++", "Ctrl+="), lambda w: w.session.rescale(1), lambda s: s.can_grow),
    Command("usual-size", ("Ctrl+0",), lambda w: w.session.reset_scale()),
    Command("appearance", ("Ctrl+D",), _next_appearance),
    Command("language", ("Ctrl+L",), lambda w: w.session.set_english(not w.session.state.english)),
    Command("previous-region", ("Ctrl+PgUp",), lambda w: _step_region(w, -1)),
    Command("next-region", ("Ctrl+PgDown",), lambda w: _step_region(w, 1)),
    Command("previous-metric", ("Ctrl+Up",), lambda w: _step_metric(w, -1)),
    Command("next-metric", ("Ctrl+Down",), lambda w: _step_metric(w, 1)),
    Command("previous-passage", ("Alt+Up",), lambda w: w.reader.step_passage(-1)),
    Command("next-passage", ("Alt+Down",), lambda w: w.reader.step_passage(1)),
    Command("to-map", ("Ctrl+1",), lambda w: w.show_part("map")),
    Command("to-list", ("Ctrl+2",), lambda w: w.show_part("regions")),
    Command("to-reader", ("Ctrl+3",), lambda w: w.show_part("middle")),
    Command("to-metrics", ("Ctrl+4",), lambda w: _to_tab(w, "metrics")),
    Command("to-systems", ("Ctrl+5",), lambda w: _to_tab(w, "systems")),
    Command("to-compare", ("Ctrl+6",), lambda w: _to_tab(w, "compare")),
    Command("to-sources", ("Ctrl+7",), lambda w: _to_tab(w, "sources")),
    Command("drawing", ("Ctrl+M",), lambda w: _turn_page(w, "drawing")),
    Command("glossary", ("Ctrl+G",), lambda w: _turn_page(w, "glossary")),
    Command("timeline", ("Ctrl+Y",), lambda w: _turn_page(w, "timeline")),
    Command("copy", ("Ctrl+C",), lambda w: w.reader.copy()),
    Command("select-all", ("Ctrl+A",), lambda w: w.reader.select_all()),
    Command("full-screen", ("F11",), lambda w: w.toggle_full_screen()),
    Command("help", ("F1",), lambda w: w.show_help()),
    Command("quit", ("Ctrl+Q",), _quit),
)
"""In the order of the help sheet."""


class CommandAction(QAction):
    """A command as Qt runs it; its label and whether it can run follow the session."""

    def __init__(self, command: Command, window: "ExhibitWindow") -> None:
        super().__init__(window)
        self.command = command
        self._window = window
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        self.triggered.connect(self._run)
        window.session.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        session = self._window.session
        label = say(self.command.id, session.state.language)
        self.setText(label)
        self.setToolTip(f"{label}　{self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}")
        self.setEnabled(self.command.able(session))

    def _run(self) -> None:
        self.command.run(self._window)
