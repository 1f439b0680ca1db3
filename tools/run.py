"""`make run`: opens the exhibit, or writes pictures of its main screens where there is no display."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = Path("build", "pictures")
sys.path.insert(0, str(ROOT))  # the clone is not installed


def run() -> int:
    """Returns the exit code."""
    try:
        from exhibit.__main__ import main  # these here, where Ctrl+C meanwhile ends quietly, too
        from exhibit.display import has_display

        return main(["open"]) if has_display() else _write_pictures()
    except KeyboardInterrupt:
        return 130


def _write_pictures() -> int:
    from exhibit.__main__ import main
    from exhibit.default_package import BuildError, default_package

    print(
        f"exhibit: there is no display here, so pictures of the main screens are written to {PICTURES};"
        " `make pictures` writes those of all",
        flush=True,
    )
    try:
        return main(["pictures", "--main", str(default_package()), str(ROOT / PICTURES)])
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(run())
