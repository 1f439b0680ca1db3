"""Compiles the first exhibit into the wheel."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FirstExhibitHook(BuildHookInterface):  # type: ignore[misc, unused-ignore]  # no types where hatchling is absent
    """Puts the compiled content/ beside the resources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        package = Path(self.root) / "build" / "first.exhibit"
        subprocess.run([sys.executable, "-m", "exhibit", "build", "content", "-o", package], cwd=self.root, check=True)
        build_data["force_include"][str(package)] = "exhibit/resources/first.exhibit"
