"""How long reading takes; no Qt."""

from typing import Final

_READING_SPEED: Final = 400
"""Characters a minute."""


def reading_minutes(characters: int) -> int:
    """Minutes that reading so many characters takes; at least one."""
    return max(1, round(characters / _READING_SPEED))
