"""Finds a file under resources/, from a clone and from an installed wheel alike."""

from pathlib import Path

_PLACES = (Path(__file__).parent / "resources", Path(__file__).parent.parent / "resources")


class MissingResourceError(Exception):
    """A file that belongs to the program is not there."""


def resource(name: str) -> Path:
    """The path of `resources/NAME`. Raises MissingResourceError."""
    for place in _PLACES:
        if (path := place / name).exists():
            return path
    raise MissingResourceError(f"resources/{name} is missing: install Exhibit again, or run it from a complete clone")
