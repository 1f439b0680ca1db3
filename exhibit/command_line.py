"""Runs the sub-commands, each imported only when it is called, and prepares the streams they write to."""

import argparse
import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Final, TextIO

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
_STREAM_ERRORS: Final = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Errors of a stream that cannot be written any more."""


def run_command(words: Sequence[str]) -> int:
    """Runs a sub-command; an output that cannot be written is an error of one line. Returns the exit code."""
    _prepare_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None or error.errno not in _STREAM_ERRORS:
            raise
        drop_rest(sys.stdout)
        if error.errno != errno.EPIPE:  # a reader that closed its pipe wants no more
            print(f"exhibit: the output cannot be written: {error.strerror}", file=sys.stderr)
        drop_rest(sys.stderr)
        return 1
    return code


def _run(words: Sequence[str]) -> int:
    try:
        arguments = _parser(words).parse_args(words)
    except SystemExit as end:  # the parser has printed the help or the mistake
        return int(end.code or 0)
    code: int = arguments.run(arguments)
    return code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    chosen = next((word for word in words if not word.startswith("-")), None)
    parser = argparse.ArgumentParser(prog="exhibit", description="Newspaper articles as an exhibit.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name == chosen:
            module = importlib.import_module(f"exhibit.commands.{name}")
            module.configure(command)
            command.set_defaults(run=module.run)
    return parser


def _prepare_streams() -> None:
    """Sets UTF-8 on every stream. Output to a closed stream is dropped."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # else the next file that is opened gets its number and its output
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_rest(stream: TextIO) -> None:
    """Drops the output that a stream cannot write; else Python reports it at the end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
