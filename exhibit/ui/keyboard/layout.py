"""The keyboard for fingers: its keys, where they stand, and touches that do not count; no Qt."""

from dataclasses import dataclass
from typing import Final, Literal

from exhibit.ui.widgets.layout import PixelBox

KeyAction = Literal["type", "delete", "clear", "done"]

SIDE: Final = 76
"""Design pixels of a key: 20 mm at 96 to the inch (Colle & Hiszem 2004)."""
LEAST: Final = 48
"""Pixels below which no key shrinks, however narrow the window."""
_GAP: Final = 6
_PAD: Final = 8
_ACROSS: Final = 10
"""Keys of a full row."""
_SHARE: Final = 0.5
"""Of the window's height, at most."""


@dataclass(frozen=True, slots=True)
class KeySpec:
    """A key; `units` is its width in keys."""

    act: KeyAction
    text: str = ""
    units: float = 1.0

    @property
    def id(self) -> str:
        return self.text or self.act


def _row(letters: str) -> tuple[KeySpec, ...]:
    return tuple(KeySpec("type", letter) for letter in letters)


ROWS: Final = (
    _row("1234567890"),
    _row("qwertyuiop"),
    (*_row("asdfghjkl"), KeySpec("done")),
    (KeySpec("clear", units=1.5), *_row("zxcvbnm"), KeySpec("delete", units=1.5)),
)
"""Each row is as wide as ten keys."""


@dataclass(frozen=True, slots=True)
class KeyboardLayout:
    """Where keys and completions stand in a keyboard of a window's width, in pixels."""

    height: int
    side: int
    strip: PixelBox
    """The line of completions above the keys."""
    keys: tuple[tuple[KeySpec, PixelBox], ...]


def keyboard_layout(width: int, height: int, scale: float) -> KeyboardLayout:
    """The keyboard at the bottom of a window: keys of 20 mm, smaller where it would take more than half of it."""
    lines = len(ROWS) + 1
    fitting = min((width - 2 * _PAD + _GAP) / _ACROSS, (height * _SHARE - 2 * _PAD) / lines) - _GAP
    side = int(max(LEAST, min(SIDE * scale, fitting)))
    left = (width - _ACROSS * (side + _GAP) + _GAP) // 2
    top = _PAD + side + _GAP
    keys = []
    for number, row in enumerate(ROWS):
        x = float(left)
        for key in row:
            wide = key.units * (side + _GAP)
            keys.append((key, PixelBox(round(x), top + number * (side + _GAP), round(wide) - _GAP, side)))
            x += wide
    return KeyboardLayout(
        2 * _PAD + lines * (side + _GAP) - _GAP, side, PixelBox(_PAD, _PAD, width - 2 * _PAD, side), tuple(keys)
    )


class RepeatFilter:
    """Tells a second touch of the same key from a finger that trembled."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._last: tuple[str, float] = ("", 0.0)

    def counts(self, key: str, now: float) -> bool:
        """Whether a touch at a time (both in milliseconds) is one of its own."""
        before, at = self._last
        self._last = (key, now)
        return key != before or now - at >= self._delay
