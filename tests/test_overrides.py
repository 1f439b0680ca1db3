"""Every override of a Qt method is guarded: an exception in one must not reach Qt."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

import exhibit.app
import exhibit.ui
from exhibit.ui.qt_override import is_guarded, qt_override
from exhibit.ui.session_view import SessionView


def modules() -> list[str]:
    """Every module of the window and the application."""
    packages = (exhibit.ui, exhibit.app)
    return [found.name for one in packages for found in pkgutil.walk_packages(one.__path__, f"{one.__name__}.")]


def classes(module: str) -> Iterator[type]:
    """The classes that a module defines."""
    for value in vars(importlib.import_module(module)).values():
        if inspect.isclass(value) and value.__module__ == module:
            yield value


def overridden(kind: type) -> Iterator[str]:
    """The methods that a class, or a mixin for widgets, writes over those of Qt."""
    qt = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")] or [QWidget] * (kind is SessionView)
    for name, value in vars(kind).items():
        if inspect.isfunction(value) and not name.startswith("_") and any(hasattr(base, name) for base in qt):
            yield name


def unguarded(kind: type) -> list[str]:
    return [name for name in overridden(kind) if not is_guarded(vars(kind)[name])]


@pytest.mark.parametrize("module", modules())
def test_every_override_is_guarded(module: str) -> None:
    assert {kind.__name__: found for kind in classes(module) if (found := unguarded(kind))} == {}


@pytest.mark.parametrize("module", modules())
def test_no_slot_is_guarded(module: str) -> None:
    """PySide would call it with more arguments than it takes; what a slot raises is reported without a guard."""
    guarded = {(kind, name) for kind in classes(module) for name, one in vars(kind).items() if is_guarded(one)}
    assert {(kind.__name__, name) for kind, name in guarded if name.startswith("_")} == set()


def test_one_without_a_guard_is_found() -> None:
    class Bare(QObject):
        def timerEvent(self, event: object) -> None:
            """Does nothing."""

        @qt_override
        def childEvent(self, event: object) -> None:
            """Does nothing."""

    assert unguarded(Bare) == ["timerEvent"]
