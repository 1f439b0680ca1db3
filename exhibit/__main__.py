"""The `exhibit` command."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one sub-command. Returns 0 when done, 1 after a printed problem, 2 after wrong usage, 130 after Ctrl+C."""
    try:
        from exhibit.command_line import run_command  # here, where Ctrl+C meanwhile ends quietly, too

        return run_command(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
