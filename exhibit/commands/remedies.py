"""What to do where packages of Python lack. The index has another program named exhibit: its name is never advice."""

from pathlib import Path
from typing import Final

_CLONE: Final = Path(__file__).parent.parent.parent


def packages_remedy(extra: str = "") -> str:
    """How to get the packages, with those of an extra."""
    if (_CLONE / "Makefile").exists():
        return "run `make run` in the clone once, and then use its .venv/bin/python"
    wheel = f"FILE.whl[{extra}]" if extra else "FILE.whl"
    return f"install Exhibit again from its wheel: pip install '{wheel}'"


def compiler_missing(error: ImportError) -> str:
    """One line for who wants to compile and cannot."""
    return f"exhibit: the compiler's packages are missing ({error}); {packages_remedy('compiler')}"
