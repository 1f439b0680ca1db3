"""Random events for a window: keys, clicks, wheel, fingers, sizes, switches.

Event number n of a seed is drawn from a generator of its own, so that a failure can be replayed from any number on.
"""

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple, get_args

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from exhibit.model.search import SearchQuery
from exhibit.model.state import APPEARANCES, TABS, MiddlePage
from exhibit.ui.window.view import ExhibitWindow

_PAGES: Final[tuple[MiddlePage, ...]] = get_args(MiddlePage)
_NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
_MODIFIERS: Final = (
    *(_NO_MODIFIER,) * 5, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
_MOVING_KEYS: Final = tuple(
    Qt.Key[f"Key_{name}"]
    for name in (
        "Tab", "Backtab", "Return", "Escape", "Space", "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home",
        "End", "Backspace", "Delete", "F1", "F3", "F10", "F11", "Menu", "Plus", "Minus",
    )
)  # fmt: skip
_CHARACTER_KEYS: Final = tuple(Qt.Key(code) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B)))
_BUTTONS: Final = (
    *(Qt.MouseButton.LeftButton,) * 8, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
)  # fmt: skip
_TYPED: Final = (
    "章贡", "zhanggong", "zgq", "党建", "93.28", "東臨", "𫖯", "a", "1", "网格", "的", "，", " ", "x" * 300, "\u202e",
    "<b>", "'\"", "赣州 2024", "抚河", "党" * 50,
)  # fmt: skip
_SIZES: Final = ((640, 480), (700, 900), (800, 600), (1080, 1920), (1280, 720), (1440, 900), (1920, 1080))
_SYSTEM_EVENTS: Final = tuple(
    QEvent.Type[name]
    for name in ("LanguageChange", "FontChange", "PaletteChange", "StyleChange", "WindowDeactivate", "WindowActivate")
)


class EventTarget:
    """The window that events are sent to, or what stands over it."""

    def __init__(self, window: ExhibitWindow) -> None:
        self.window = window
        self.session = window.session
        self.screen = QTest.createTouchDevice()

    def top(self) -> QWidget:
        """The menu or dialog over the window, or the window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def surface(self) -> QWindow:
        """What the window system would send an event to."""
        found = self.top().windowHandle()
        known = found is not None and isValid(found)  # PySide knows some menus only by the window of one long gone
        return found if known else self.window.windowHandle()

    def point(self, random: Random) -> QPoint:
        """A place inside it."""
        surface = self.surface()
        return QPoint(random.randrange(max(1, surface.width())), random.randrange(max(1, surface.height())))

    def bounded(self, point: QPoint) -> QPoint:
        """The nearest place inside it."""
        surface = self.surface()
        return QPoint(_between(point.x(), surface.width()), _between(point.y(), surface.height()))

    def focused(self) -> QWidget:
        """What a key goes to."""
        found = QApplication.focusWidget()
        return found if found is not None and found.window() is self.top() else self.top()

    def pointed(self, random: Random) -> QWidget:
        """A part of the window."""
        box = self.window.rect()
        return self.window.childAt(random.randrange(box.width()), random.randrange(box.height())) or self.window


def _between(value: int, size: int) -> int:
    return max(0, min(value, size - 1))


def _press_mouse(target: EventTarget, random: Random) -> None:
    button, modifier, point = random.choice(_BUTTONS), random.choice(_MODIFIERS), target.point(random)
    if random.random() < 0.08:
        QTest.mouseDClick(target.surface(), button, modifier, point)
        return
    QTest.mousePress(target.surface(), button, modifier, point)
    if random.random() < 0.25:
        for _ in range(random.randrange(1, 6)):
            QTest.mouseMove(target.surface(), target.point(random))
        point = target.point(random)
    QTest.mouseRelease(target.surface(), button, modifier, target.bounded(point))


def _move_mouse(target: EventTarget, random: Random) -> None:
    QTest.mouseMove(target.surface(), target.point(random))


def _turn_wheel(target: EventTarget, random: Random) -> None:
    angle = QPoint(random.choice((0, 0, 120, -120)), random.choice((-120, 120, 12000, -12000, 1)))
    modifier = random.choice((_NO_MODIFIER, _NO_MODIFIER, Qt.KeyboardModifier.ControlModifier))
    QTest.wheelEvent(target.surface(), QPointF(target.point(random)), angle, stateKey=modifier)


def _press_key(target: EventTarget, random: Random) -> None:
    keys = _MOVING_KEYS if random.random() < 0.5 else _CHARACTER_KEYS
    QTest.keyClick(target.focused(), random.choice(keys), random.choice(_MODIFIERS))


def _type_text(target: EventTarget, random: Random) -> None:
    for character in random.choice(_TYPED):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target.focused(), QKeyEvent(kind, 0, _NO_MODIFIER, character))


def _compose_text(target: EventTarget, random: Random) -> None:
    event = QInputMethodEvent(random.choice(("", "pin", "yin'")), [])
    event.setCommitString(random.choice(("", "党", "章贡区")))
    QApplication.sendEvent(target.focused(), event)


def _touch(target: EventTarget, random: Random) -> None:
    """One finger, two or three: a tap, a drag, a pinch."""
    surface, fingers = target.surface(), range(random.choice((1, 1, 1, 2, 2, 3)))
    begun = QTest.touchEvent(surface, target.screen, False)
    for finger in fingers:
        begun.press(finger, target.point(random), surface)
    begun.commit()
    for _ in range(random.randrange(5)):
        moved = QTest.touchEvent(surface, target.screen, False)
        for finger in fingers:
            moved.move(finger, target.point(random), surface)
        moved.commit()
    ended = QTest.touchEvent(surface, target.screen, False)
    for finger in fingers:
        ended.release(finger, target.point(random), surface)
    ended.commit()


def _flick(target: EventTarget, random: Random) -> None:
    """One finger that moves fast and straight, so that what it scrolls goes on by itself."""
    surface, point, step = target.surface(), target.point(random), random.choice((-60, -20, 20, 60))
    QTest.touchEvent(surface, target.screen).press(0, point, surface)
    for number in range(1, 6):
        point = target.bounded(point + QPoint(0, number * step))
        QTest.touchEvent(surface, target.screen).move(0, point, surface)
    QTest.touchEvent(surface, target.screen).release(0, point, surface)


def _ask_for_menu(target: EventTarget, random: Random) -> None:
    part, reason = target.pointed(random), random.choice(tuple(QContextMenuEvent.Reason))
    QApplication.sendEvent(part, QContextMenuEvent(reason, QPoint(5, 5), part.mapToGlobal(QPoint(5, 5))))


def _drop(target: EventTarget, random: Random) -> None:
    data, button = QMimeData(), Qt.MouseButton.LeftButton
    data.setText(random.choice(_TYPED))
    data.setUrls([QUrl("file:///etc/passwd")])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, _NO_MODIFIER)
    QApplication.sendEvent(target.pointed(random), event)


def _resize(target: EventTarget, random: Random) -> None:
    target.window.resize(*random.choice(_SIZES))


def _switch_script(target: EventTarget, random: Random) -> None:
    target.session.toggle_script()


def _switch_language(target: EventTarget, random: Random) -> None:
    target.session.set_english(not target.session.state.english)


def _switch_appearance(target: EventTarget, random: Random) -> None:
    target.session.set_appearance(random.choice(APPEARANCES))


def _switch_text_size(target: EventTarget, random: Random) -> None:
    target.session.rescale(random.choice((-3, -1, 1, 3)))


def _travel(target: EventTarget, random: Random) -> None:
    (target.session.back if random.random() < 0.6 else target.session.forward)()


def _show_page(target: EventTarget, random: Random) -> None:
    target.session.show_page(random.choice(_PAGES))


def _show_tab(target: EventTarget, random: Random) -> None:
    target.session.show_tab(random.choice(TABS))


def _choose_region(target: EventTarget, random: Random) -> None:
    target.session.choose_region(random.choice(target.session.package.regions()).id)


def _search(target: EventTarget, random: Random) -> None:
    target.session.search(SearchQuery(random.choice(_TYPED)[:20], target.session.state.script))


def _run_command(target: EventTarget, random: Random) -> None:
    target.window.actions_by_id[random.choice(sorted(target.window.actions_by_id))].trigger()


def _system_event(target: EventTarget, random: Random) -> None:
    QApplication.sendEvent(target.window, QEvent(random.choice(_SYSTEM_EVENTS)))


def _copy_elsewhere(target: EventTarget, random: Random) -> None:
    QGuiApplication.clipboard().setText(random.choice(_TYPED))


class EventKind(NamedTuple):
    """A kind of event, how often of a hundred it comes, and how one is sent."""

    name: str
    weight: float
    send: Callable[[EventTarget, Random], None]


KINDS: Final = (
    EventKind("mouse", 29, _press_mouse),
    EventKind("mouse move", 10, _move_mouse),
    EventKind("wheel", 10, _turn_wheel),
    EventKind("key", 14, _press_key),
    EventKind("text", 6, _type_text),
    EventKind("input method", 1, _compose_text),
    EventKind("touch", 6, _touch),
    EventKind("flick", 2, _flick),
    EventKind("menu", 2, _ask_for_menu),
    EventKind("drop", 0.5, _drop),
    EventKind("resize", 2, _resize),
    EventKind("script", 2, _switch_script),
    EventKind("language", 1, _switch_language),
    EventKind("appearance", 2, _switch_appearance),
    EventKind("text size", 2, _switch_text_size),
    EventKind("travel", 3, _travel),
    EventKind("page", 2, _show_page),
    EventKind("tab", 1, _show_tab),
    EventKind("region", 1, _choose_region),
    EventKind("search", 1, _search),
    EventKind("command", 1, _run_command),
    EventKind("system event", 1, _system_event),
    EventKind("clipboard", 0.5, _copy_elsewhere),
)


def event_kind(seed: int, number: int) -> tuple[EventKind, Random]:
    """The kind of event `number` of a seed, and the generator that the rest of it is drawn from."""
    random = Random(f"{seed} {number}")
    return random.choices(KINDS, [kind.weight for kind in KINDS])[0], random
