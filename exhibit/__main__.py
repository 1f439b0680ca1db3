"""The `exhibit` command: one table of sub-commands, each importing its part only when called."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

COMMANDS: Final = {
    "open": "open a package in a window (without FILE: the first exhibit)",
    "build": "compile a content folder into a package",
    "check": "look for mistakes in a content folder, or verify a package",
    "review": "list the characters whose conversion is doubtful",
    "figures": "list the figures that any Chinese text states, as they are read",
    "schema": "write JSON Schemas for the content files, for text editors",
    "info": "say what a package holds",
    "search": "find a word in a package, as its visitors do",
    "dump": "print everything a package shows, for other programs",
    "pictures": "write pictures of every screen of a package",
    "doctor": "say what this machine lacks to build and show exhibits",
}
"""Sub-commands and what they do; `NAME` lives in exhibit/commands/NAME.py."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one sub-command. Returns 0 when done, 1 after a printed problem; wrong usage raises SystemExit(2)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    chosen = next((word for word in words if not word.startswith("-")), None)
    parser = argparse.ArgumentParser(prog="exhibit", description="Newspaper articles as an exhibit.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name == chosen:
            module = importlib.import_module(f"exhibit.commands.{name}")
            module.configure(command)
            command.set_defaults(run=module.run)
    asked = parser.parse_args(words)
    return _run(asked)


def _run(asked: argparse.Namespace) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing is left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
