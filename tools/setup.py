"""Makes .venv with the packages of a lock file, and installs system packages where it may; else it asks for them.

    python3 tools/setup.py LOCK

What is interrupted goes on when it is run again. What apt and pip have to say is kept in build/setup.log.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from exhibit.libraries import QT_LIBRARIES, X11_LIBRARIES, debian_packages, library_remedy, missing_libraries

VENV: Final = Path(".venv")
PYTHON: Final = VENV / "bin" / "python"
UNFINISHED: Final = VENV / "unfinished"
"""Is there from the first step to the last; what it is found in may be half there."""
LOG: Final = Path("build", "setup.log")
_NO_NETWORK: Final = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|ConnectionResetError"
    r"|Temporary failure (in name resolution|resolving)|Network is unreachable|Could not resolve|Could not connect"
)


class SetupError(Exception):
    """Something that must be mended first; str() is for the user."""


def main(lock: str) -> int:
    """Returns the exit code."""
    try:
        _set_up(lock)
    except SetupError as error:
        _say(str(error))
        return 1
    except OSError as error:
        _say(f"{error.filename} cannot be written: {error.strerror}")
        if isinstance(error, PermissionError):
            _say(f"if root made it, have root remove {VENV} and {LOG.parent}, then run make again")
        return 1
    except KeyboardInterrupt:
        _say("stopped; run make again to go on")
        return 130
    return 0


def _set_up(lock: str) -> None:
    is_sound = _is_sound()
    _provide_packages([] if is_sound or find_spec("ensurepip") else ["python3-venv"])
    if not is_sound:
        _make_venv()
    _install(lock)


def _provide_packages(needed: Sequence[str]) -> None:
    """Installs what this machine lacks, or asks for it, all at once. Raises SetupError where nothing works without."""
    for_qt, for_windows = map(missing_libraries, (QT_LIBRARIES, X11_LIBRARIES))
    libraries = for_qt + for_windows
    if not needed and not libraries:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        if (trouble := _apt([*needed, *debian_packages(libraries)])) is None:
            return
        _say(trouble)
    else:
        _say("this machine lacks packages; as its administrator run")
        _say(f"    {library_remedy(libraries, needed)}")
    if needed or for_qt:
        raise SetupError("nothing works without them; run make again when they are there")
    _say("going on: only a window needs them, pictures and tests do not")


def _apt(packages: Sequence[str]) -> str | None:
    """Why it failed, if it did."""
    _say(f"installing with apt, which may take a minute: {' '.join(packages)}")
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _, said = _logged(["apt-get", "update", "-q"], quietly)
    code, more = _logged(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], quietly)
    return _why("apt could not install them", said + more, r"E: .*") if code else None


def _is_sound() -> bool:
    """Whether .venv is whole: it was finished once, and its Python still runs."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def _make_venv() -> None:
    """Whatever is left of another one is removed first."""
    _say(f"making {VENV} with Python {sys.version.split()[0]}")
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    for left in set(VENV.iterdir()) - {UNFINISHED}:
        shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    code, said = _logged([sys.executable, "-m", "venv", str(VENV)])
    if code:
        raise SetupError(_why(f"{VENV} could not be made", said, r".*Error.*"))


def _install(lock: str) -> None:
    _say(f"installing the packages of {lock} (the first time takes a minute or two)")
    UNFINISHED.touch()
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    code, said = _logged([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock])
    if code:
        raise SetupError(_why("the packages could not be installed", said, r"ERROR: .*"))
    UNFINISHED.unlink()


def _logged(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[int, str]:
    """Runs a command that speaks to the log only: its exit code, and what it said."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a+b") as log:
        start = log.seek(0, os.SEEK_END)
        done = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, env=environment, check=False)
        log.seek(start)
        return done.returncode, log.read().decode(errors="replace")


def _why(what: str, said: str, reasons: str) -> str:
    """One line: what failed, and why as far as it can be told from what a program said."""
    if _NO_NETWORK.search(said):
        return f"{what}: there is no network, or the server cannot be reached; connect this machine and run make again"
    found = re.findall(reasons, said)
    return f"{what}: {found[-1] if found else 'no reason was given'} ({LOG} has all that was said)"


def _say(line: str) -> None:
    print(f"exhibit: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
