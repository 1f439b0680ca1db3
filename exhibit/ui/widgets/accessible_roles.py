"""The accessible roles of widgets that paint themselves: a list, a heading."""

from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@lru_cache(maxsize=1)
def install_accessible_roles() -> None:
    """From now on gives each widget whose class has `accessible_role`, a QAccessible.Role, that role."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
