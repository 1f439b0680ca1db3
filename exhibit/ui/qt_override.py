"""Guards what Qt calls: an exception that a Qt override raises must not reach Qt.

PySide6 ends the process with a segmentation fault when an exception passes through two nested overrides. So every
override of a Qt method is guarded: its exception goes to `sys.excepthook`, which the mode of the application sets, and
Qt gets a plain answer.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

_MARK: Final = "guarded_for_qt"
P = ParamSpec("P")
R = TypeVar("R")


def qt_override(override: Callable[P, None]) -> Callable[P, None]:
    """Guards an override without a result: after an exception it returns None."""
    return qt_override_or(None)(override)


def qt_override_or(answer: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guards an override with a result: after an exception it returns `answer`."""

    def guard(override: Callable[P, R]) -> Callable[P, R]:
        @wraps(override)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return answer

        setattr(guarded, _MARK, True)
        return guarded

    return guard


def is_guarded(override: Callable[..., object]) -> bool:
    """Whether a function was guarded by one of the two above."""
    return hasattr(override, _MARK)
