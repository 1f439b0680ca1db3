"""`make run`: opens the exhibit, or writes pictures of its main screens where there is no display."""

import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from exhibit.__main__ import main  # the clone is not installed
from exhibit.display import has_display
from exhibit.first import BuildError, first_exhibit

ROOT: Final = Path(__file__).parent.parent
PICTURES: Final = Path("build", "pictures")


def run() -> int:
    """Returns the exit code."""
    try:
        return main(["open"]) if has_display() else _write_pictures()
    except KeyboardInterrupt:
        return 130


def _write_pictures() -> int:
    print(
        f"exhibit: there is no display here, so pictures of the main screens are written to {PICTURES};"
        " `make pictures` writes those of all",
        flush=True,
    )
    try:
        return main(["pictures", "--main", str(first_exhibit()), str(ROOT / PICTURES)])
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(run())
