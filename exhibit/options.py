"""What whoever sets up a machine decides, not its visitors."""

from typing import NamedTuple


class Options(NamedTuple):
    """Chosen once, when the program starts."""

    key_delay: int = 250
    """Milliseconds in which a second touch of a key does not count (EN 301 549, 5.8: settable to 500 or more)."""
