"""Whatever Qt calls may raise: the window lives, and each exception is counted once and logged with its stack."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.app.faults import ERRORS, overrides
from tests.processes import ROOT

LEAST_COMMANDS = 30


@pytest.mark.parametrize("error", ERRORS)
def test_whatever_raises_the_window_lives(error: str, sample: Path, tmp_path: Path) -> None:
    done = run_faults(sample, error, tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    raised: dict[str, int] = found["raised"]
    assert {name for name in every_override() if not raised.get(name)} == set()
    assert len([name for name in raised if name.endswith(".derive")]) > 5
    assert len([name for name in raised if name.startswith("command ")]) > LEAST_COMMANDS
    assert found["counted"] == found["traced"] == sum(raised.values())
    assert found["kinds"] == [error]
    assert (found["lives"], found["region"]) == (True, "west")


def every_override() -> set[str]:
    return {f"{owner.__qualname__}.{name}" for owner, name, _ in overrides()}


def run_faults(file: Path, error: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(home)}
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.app.faults", str(file), error]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
