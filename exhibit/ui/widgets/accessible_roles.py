"""What a widget that paints itself is for who hears it: a list, a heading."""

from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@lru_cache(maxsize=1)
def install_accessible_roles() -> None:
    """Gives every widget whose class says `heard_as`, a QAccessible.Role, that role from now on."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "heard_as", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
