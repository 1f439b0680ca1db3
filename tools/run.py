"""`make run`: opens the exhibit, or writes pictures of every screen where there is no display."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from exhibit.__main__ import main  # noqa: E402  # the clone is not installed
from exhibit.default_package import BuildError, default_package  # noqa: E402
from exhibit.display import has_display  # noqa: E402


def run() -> int:
    if has_display():
        return main(["open"])
    print("exhibit: there is no display here, so pictures of every screen are written instead")
    try:
        return main(["pictures", str(default_package()), str(ROOT / "build" / "pictures")])
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(run())
