"""Keys of the on-screen keyboard, their boxes, and the filter of repeated taps; no Qt."""

from typing import Final, Literal, NamedTuple

from exhibit.theme import TOUCH_TARGET, Theme
from exhibit.ui.widgets.layout import PixelBox

KeyAction = Literal["type", "delete", "clear", "done"]

KEY_GAP: Final = 1.5
"""Millimetres between two keys."""
_EDGE_GAP: Final = 2.0
"""Millimetres between the keys and the edge of the window."""
_MIN_KEY: Final = 12.7
"""Millimetres below which no key shrinks to keep the keyboard low."""
_MAX_SHARE: Final = 0.5
"""The share of a window's height that the keyboard takes at most."""
_MAX_TOUCH_SHARE: Final = 2 / 3
"""The same on a touch screen, where keys must not shrink."""


class KeySpec(NamedTuple):
    """A key: what it does, the text it types, and its width in keys."""

    act: KeyAction
    text: str = ""
    units: float = 1.0

    @property
    def id(self) -> str:
        """The text it types, or its action."""
        return self.text or self.act


def _row(letters: str) -> tuple[KeySpec, ...]:
    return tuple(KeySpec("type", letter) for letter in letters)


ROWS: Final = (
    _row("1234567890"),
    _row("qwertyuiop"),
    (*_row("asdfghjkl"), KeySpec("done")),
    (KeySpec("clear", units=1.5), *_row("zxcvbnm"), KeySpec("delete", units=1.5)),
)
"""The keys from top to bottom; each row is ten keys wide."""
_KEYS_A_ROW: Final = 10


class KeyboardLayout(NamedTuple):
    """The boxes of a keyboard, in pixels from its top left corner."""

    height: int
    side: int
    """Height of a key, and width of a letter's key."""
    header: PixelBox | None
    """The row above the keys that belongs to the keyboard's holder, as high as a key."""
    keys: tuple[tuple[KeySpec, PixelBox], ...]


def keyboard_layout(width: int, height: int, theme: Theme, *, header: bool) -> KeyboardLayout:
    """The keyboard at the bottom of a window `width` by `height` pixels large, with a header above the keys or without.

    Keys are 20 mm large. They are smaller where the keyboard would be wider than the window or take too much of its
    height.
    """
    lines = len(ROWS) + int(header)
    gap, edge = theme.mm(KEY_GAP), theme.mm(_EDGE_GAP)
    side = _key_side(width - 2 * edge, _max_height(height, theme) - 2 * edge, theme, lines)
    top = edge + int(header) * (side + gap)
    left = (width - _KEYS_A_ROW * (side + gap) + gap) // 2
    return KeyboardLayout(
        height=2 * edge + lines * (side + gap) - gap,
        side=side,
        header=PixelBox(edge, edge, width - 2 * edge, side) if header else None,
        keys=_key_boxes(left, top, side, gap),
    )


def _max_height(window_height: int, theme: Theme) -> float:
    return window_height * (_MAX_TOUCH_SHARE if theme.display.touch else _MAX_SHARE)


def _key_side(width: float, height: float, theme: Theme, lines: int) -> int:
    """The side of a key in a room, in pixels."""
    gap = theme.mm(KEY_GAP)
    fitting_width = (width + gap) / _KEYS_A_ROW - gap
    fitting_height = max(theme.mm(_MIN_KEY), height / lines - gap)
    return max(1, int(min(theme.mm(TOUCH_TARGET), fitting_width, fitting_height)))


def _key_boxes(left: int, top: int, side: int, gap: int) -> tuple[tuple[KeySpec, PixelBox], ...]:
    keys = []
    for number, row in enumerate(ROWS):
        x = float(left)
        for key in row:
            width = key.units * (side + gap)
            keys.append((key, PixelBox(round(x), top + number * (side + gap), round(width) - gap, side)))
            x += width
    return tuple(keys)


class RepeatFilter:
    """Ignores a second tap on the same key that comes too soon: a finger trembled."""

    def __init__(self, delay: float) -> None:
        """`delay` is in milliseconds."""
        self._delay = delay
        self._last: tuple[str, float] = ("", 0.0)

    def counts(self, key: str, now: float) -> bool:
        """Whether a tap on a key counts; `now` is in milliseconds."""
        last_key, last_time = self._last
        self._last = (key, now)
        return key != last_key or now - last_time >= self._delay
