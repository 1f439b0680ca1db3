"""Runs a module of this folder in a process of its own, as on a fresh machine, and takes the numbers it prints."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

QUIET: Final = "default.warning=false"
"""Rules for Qt's log: the offscreen platform says of each window that it takes no size hints."""
_SCREEN: Final = Path(__file__).parent / "screen.json"
"""The offscreen platform's own screen is smaller than the windows that are compared."""
_SURROUNDINGS: Final = {"QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}", "QT_LOGGING_RULES": QUIET}


def numbers(module: str, *arguments: str | Path, **environment: str) -> list[float]:
    """What `python -m bench.MODULE ARGUMENTS` prints."""
    with TemporaryDirectory() as home:
        found = os.environ | _SURROUNDINGS | {"XDG_STATE_HOME": home} | environment
        found.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a user's machine, modules are compiled once
        command = [sys.executable, "-m", f"bench.{module}", *map(str, arguments)]
        output = subprocess.run(command, env=found, stdout=subprocess.PIPE, check=True, text=True)
    return [float(word) for word in output.stdout.split()]
