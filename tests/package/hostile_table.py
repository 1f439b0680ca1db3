"""Opens every hostile package, and every package at a limit, in a window of its own, and prints a table.

Each must be shown or refused within the bars, and what the verification accepts must be shown. Exit code 1 if not.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from exhibit.package.writer import write_package
from tests.package.at_limits import AT_LIMITS, Change
from tests.package.hostile import AT_OPEN, AT_VERIFY
from tests.package.hostile_sizes import SIZES
from tests.package.hostile_window import WindowReport
from tests.package.spoiling import Maker
from tests.processes import ROOT
from tests.samples import sample_contents, write_sample

MAX_SECONDS: Final = 1.0
"""Processor time until a package is shown or refused, and of each step of a visit."""
MAX_MEGABYTES: Final = 200.0
_TIMEOUT_S: Final = 60
"""Seconds after which a window counts as hanging."""
_QUIET: Final = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}


def watch(file: Path, folder: Path) -> WindowReport | str:
    """What a package does to a window, or how that ended otherwise."""
    command = [sys.executable, "-m", "tests.package.hostile_window", str(file)]
    environment = os.environ | _QUIET | {"XDG_STATE_HOME": str(folder)}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode or not done.stdout:
        return f"ends with {done.returncode}: {done.stderr[-200:]}"
    found = json.loads(done.stdout.splitlines()[-1])
    return WindowReport(**found | {"exceptions": tuple(found["exceptions"])})


def faults(found: WindowReport, is_sound: bool) -> Iterator[str]:
    """Which bars a package breaks."""
    if found.opening_s > MAX_SECONDS:
        yield f"opens in {found.opening_s:.1f} s"
    if found.slowest_s > MAX_SECONDS:
        yield f"{found.slowest_step} takes {found.slowest_s:.1f} s"
    if found.visiting_mb > MAX_MEGABYTES:
        yield f"takes {found.visiting_mb:.0f} MB"
    if found.is_verified and not found.is_shown:
        yield "is verified, but not shown"
    if is_sound and not (found.is_verified and found.is_shown):
        yield "is within the limits, but refused"
    yield from found.exceptions


def sound(change: Change) -> Maker:
    """Writes the sample, changed."""

    def make(path: Path) -> None:
        write_package(change(sample_contents()), path)

    return make


def spoilt(make: Maker) -> Maker:
    """Writes the sample and spoils it."""

    def both(path: Path) -> None:
        make(write_sample(path))

    return both


def all_packages() -> dict[str, Callable[[Path], None]]:
    """Every kind of package by its name."""
    found = {f"at the limit: {name}": sound(change) for name, change in AT_LIMITS.items()}
    found |= {name: spoilt(make) for name, make in AT_OPEN.items()}
    found |= {f"row: {name}": spoilt(make) for name, make in AT_VERIFY.items()}
    return found | {name: spoilt(make) for name, make in SIZES.items()}


def main(wanted: list[str]) -> int:
    """Runs those whose names hold one of the words, or all."""
    chosen = {name: make for name, make in all_packages().items() if not wanted or any(one in name for one in wanted)}
    broken = 0
    for name, make in chosen.items():
        with TemporaryDirectory() as folder:
            file = Path(folder, "sample.exhibit")
            make(file)
            found = watch(file, Path(folder))
        is_sound = name.startswith("at the limit")
        wrong = [found] if isinstance(found, str) else list(faults(found, is_sound))
        broken += bool(wrong)
        print(f"{name:60} {_cells(found)}{'; '.join(wrong)}", flush=True)
    print(f"{len(chosen)} packages, {broken} break a bar: {MAX_SECONDS:.0f} s, {MAX_MEGABYTES:.0f} MB")
    return 1 if broken else 0


def _cells(found: WindowReport | str) -> str:
    if isinstance(found, str):
        return ""
    verified = "accepted" if found.is_verified else "refused"
    shown = "shown" if found.is_shown else "refused"
    return f"check {verified:9} window {shown:8} {found.opening_s:5.2f} s {found.visiting_mb:4.0f} MB  "


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
