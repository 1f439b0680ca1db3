"""Python in a process of its own, for what would end, block or limit the process of the tests."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
_LONGEST: Final = 60
"""Seconds after which a child counts as hanging."""


def run_python(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs `python ARGUMENTS` in the root of the clone."""
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=_LONGEST, check=False)


def start_python(*arguments: object) -> subprocess.Popen[str]:
    """Starts `python ARGUMENTS` with pipes to and from it."""
    pipe = subprocess.PIPE
    command = [sys.executable, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
