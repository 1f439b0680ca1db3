"""`make monkey`: random events and many switches on the real window, offscreen and on X11; prints two tables.

It fails if there was an exception, a warning of Qt, a crash, or if the window swelled or slowed. A failure names the
event it came at: `python -m tools.monkey --seed SEED --events NUMBER` sends the same events up to there.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from exhibit.default_package import BuildError, default_package

_SCREEN: Final = Path(__file__).parent / "monkey_screen.json"
"""A screen on which every size of the window has room: Qt warns of fingers beside it."""
_PLATFORMS: Final = {"offscreen": f"offscreen:configfile={_SCREEN}", "xcb": "xcb"}
_X_SCREEN: Final = ("-screen", "0", "2560x2560x24", "-nolisten", "tcp")
HEAP_LIMIT: Final = 1.02
"""The live heap at the end against that after a quarter of the events."""
TIME_LIMIT: Final = 1.25
"""The time of the last switches or events against that of the first; a quarter is what other programs disturb."""
_KIB_LIMIT: Final = 0.5
"""What a switch may leave behind on average: caches that are not full yet."""
_EVENT_HEADS: Final = (
    "platform", "events", "exceptions", "Qt warnings", "closed", "worst ms", "ms an event, first", "last",
    "heap MB", "QObjects", "files", "threads",
)  # fmt: skip
_SWITCH_HEADS: Final = ("switch of", "number", "ms each, first", "last", "KiB each", "QObjects")

Result = dict[str, Any]


class MonkeyError(Exception):
    """A run that could not be made or did not end; the message says why."""


def main(words: Sequence[str]) -> int:
    """Runs everything that was asked for, prints tables and failures, and returns the exit status."""
    options = _parser().parse_args(words)
    try:
        package = options.package or default_package()
        events = {name: _on_platform(name, package, options.seed, options.events) for name in options.platforms}
        switched: list[Result] = _child("switch_run", _surroundings("offscreen"), package, options.switches)
    except (MonkeyError, BuildError) as error:
        print(error, file=sys.stderr)
        return 1
    print(_table(_EVENT_HEADS, [event_row(name, result) for name, result in events.items()]), "\n")
    print(_table(_SWITCH_HEADS, [switch_row(result) for result in switched]))
    failures = [*(f"{name}: {text}" for name, result in events.items() for text in event_failures(result))]
    failures += [text for result in switched for text in switch_failures(result)]
    print("\n".join(failures), file=sys.stderr)
    return 1 if failures else 0


def event_row(platform: str, result: Result) -> tuple[str, ...]:
    """A row of the table of random events."""
    samples = result["samples"]
    return (
        platform,
        f"{result['events']:,}",
        *(str(result[name]) for name in ("exceptions", "messages", "closed")),
        *(f"{result[name]:.1f}" for name in ("worst", "first_time", "last_time")),
        " ".join(f"{sample['heap']:.1f}" for sample in samples),
        *(_first_and_last(samples, name) for name in ("qt_objects", "files", "threads")),
    )


def switch_row(result: Result) -> tuple[str, ...]:
    """A row of the table of switches."""
    times = f"{result['first_time']:.1f}", f"{result['last_time']:.1f}"
    return result["kind"], f"{result['number']:,}", *times, f"{result['kib']:.2f}", f"{result['qt_objects']:+}"


def event_failures(result: Result) -> list[str]:
    """What was wrong in a run of random events."""
    first, last = result["samples"][0], result["samples"][-1]
    found = list(result["failures"])
    if last["heap"] > first["heap"] * HEAP_LIMIT:
        found.append(f"the live heap grew from {first['heap']:.1f} to {last['heap']:.1f} MB")
    if result["last_time"] > result["first_time"] * TIME_LIMIT:
        found.append(f"an event took {result['first_time']:.1f} ms at first, {result['last_time']:.1f} ms at last")
    return found + [
        f"{name} grew from {first[name]} to {last[name]}"
        for name in ("qt_objects", "files", "threads")
        if last[name] > first[name]
    ]


def switch_failures(result: Result) -> list[str]:
    """What was wrong with a kind of switch."""
    found = []
    if result["last_time"] > result["first_time"] * TIME_LIMIT:
        found.append(f"{result['first_time']:.1f} ms at first, {result['last_time']:.1f} ms at last")
    if result["kib"] > _KIB_LIMIT:
        found.append(f"{result['kib']:.2f} KiB stay behind each time")
    if result["qt_objects"] > 0:
        found.append(f"{result['qt_objects']} objects stay behind")
    return [f"switch of {result['kind']}: {text}" for text in found]


def run_events(package: Path, seed: int, events: int, surroundings: dict[str, str]) -> Result:
    """Sends random events in a process of its own. Raises MonkeyError if it does not end well."""
    with TemporaryDirectory() as folder:
        log = Path(folder) / "events.log"
        try:
            result: Result = _child("monkey_run", surroundings, package, seed, events, log)
        except MonkeyError as error:
            last = log.read_text(encoding="utf-8").splitlines()[-1:] if log.exists() else []
            raise MonkeyError(f"{error}; the last was {''.join(last) or 'the start'}") from None
        return result


def _on_platform(name: str, package: Path, seed: int, events: int) -> Result:
    if name == "xcb" and "DISPLAY" not in os.environ:
        with _x_server() as display:
            return run_events(package, seed, events, _surroundings(name) | {"DISPLAY": display})
    return run_events(package, seed, events, _surroundings(name))


def _surroundings(platform: str) -> dict[str, str]:
    """The environment of a run. With PYTHONMALLOC=malloc the objects of Python are on the measured heap too."""
    return {"QT_QPA_PLATFORM": _PLATFORMS[platform], "PYTHONMALLOC": "malloc", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def _child(module: str, surroundings: dict[str, str], *arguments: object) -> Any:
    """What `python -m tools.MODULE ARGUMENTS` prints as JSON, in a home folder of its own. Raises MonkeyError."""
    command = [sys.executable, "-X", "faulthandler", "-m", f"tools.{module}", *map(str, arguments)]
    with TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "XDG_STATE_HOME": home} | surroundings
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise MonkeyError(f"{module} ended with {done.returncode}")
    return json.loads(done.stdout)


@contextmanager
def _x_server() -> Iterator[str]:
    """An X server without a screen, and what DISPLAY calls it. Raises MonkeyError where none is installed."""
    if shutil.which("Xvfb") is None:
        raise MonkeyError("Xvfb is not installed; install it (apt-get install xvfb) or say --platforms offscreen")
    command = ["Xvfb", "-displayfd", "1", *_X_SCREEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first hold numbers."""
    rule = ("---", *("--:",) * (len(heads) - 1))
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def _first_and_last(samples: Sequence[Result], name: str) -> str:
    return f"{samples[0][name]} -> {samples[-1][name]}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.monkey", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same events (%(default)s)")
    parser.add_argument("--events", type=int, default=100_000, help="random events on each platform (%(default)s)")
    parser.add_argument("--switches", type=int, default=2_000, help="switches of each kind (%(default)s)")
    parser.add_argument("--platforms", nargs="+", choices=_PLATFORMS, default=list(_PLATFORMS), metavar="PLATFORM")
    parser.add_argument("--package", type=Path, metavar="FILE", help="a package instead of the first exhibit")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
