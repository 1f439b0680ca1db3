"""`make measures`: prints a table of figures about the code, and writes it between two markers of a document."""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tools.code_survey import (
    FUNCTION_LINES_LIMIT,
    ONE_WORD_LIMIT,
    ROOT,
    CodeDefinition,
    SourceModule,
    check_docstrings,
    classes,
    definitions,
    functions,
    is_typed,
    line_count,
    long_functions,
    one_word_classes,
    read_modules,
    shared_class_names,
)

START: Final = "<!-- measures -->"
END: Final = "<!-- /measures -->"
_PACKAGE: Final = "exhibit"


class CodeMeasure(NamedTuple):
    """A row of the table: a figure, its goal where there is one, and the rule it is counted by."""

    name: str
    value: str
    goal: str
    rule: str


class MarkerError(Exception):
    """A document without the markers, or with them out of order; the message names the way out."""


def main(words: Sequence[str]) -> int:
    """Prints the table and writes it into a document if asked; returns the exit status."""
    options = _parser().parse_args(words)
    table = format_table(measure(ROOT))
    print(table)
    if options.write is None:
        return 0
    try:
        write_block(options.write, table)
    except MarkerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def measure(root: Path) -> list[CodeMeasure]:
    """All figures about the package below a root, which also holds pyproject.toml."""
    modules = read_modules(root, _PACKAGE)
    found = definitions(modules)
    return [
        *_size_measures(modules, found),
        *_name_measures(found),
        *_completeness_measures(modules, found),
        CodeMeasure("Import contracts", str(_contract_count(root)), "", "import-linter contracts in pyproject.toml"),
    ]


def format_table(measures: Sequence[CodeMeasure]) -> str:
    """The measures as a Markdown table."""
    head = ("| measure | value | goal | rule |", "|---|--:|---|---|")
    return "\n".join([*head, *(f"| {' | '.join(one)} |" for one in measures)])


def write_block(path: Path, table: str) -> None:
    """Replaces what is between the markers of a document by the table.

    Raises MarkerError if the document is missing or does not have each marker exactly once, in order.
    """
    if not path.is_file():
        raise MarkerError(f"{path}: there is no such file; create it with the lines {START} and {END}")
    text = path.read_text(encoding="utf-8")
    if text.count(START) != 1 or text.count(END) != 1 or text.index(START) > text.index(END):
        raise MarkerError(f"{path}: needs the line {START} once and, below it, the line {END} once")
    before, after = text.split(START)[0], text.split(END)[1]
    path.write_text(f"{before}{START}\n\n{table}\n\n{END}{after}", encoding="utf-8")


def spread(values: Sequence[int]) -> str:
    """Median, 90th percentile (nearest rank) and maximum; values must not be empty."""
    ordered = sorted(values)
    rank = -(-len(ordered) * 9 // 10)
    return f"{median(ordered):g}, {ordered[rank - 1]}, {ordered[-1]}"


def _size_measures(modules: Sequence[SourceModule], found: Sequence[CodeDefinition]) -> list[CodeMeasure]:
    module_lines = [len(module.lines) for module in modules]
    function_lines = [line_count(one) for one in functions(found)]
    limit = FUNCTION_LINES_LIMIT
    return [
        CodeMeasure("Modules", _count(len(modules)), "", f"Python files in {_PACKAGE}/, with `__init__.py`"),
        CodeMeasure("Lines", _count(sum(module_lines)), "", "with blank lines, comments and docstrings"),
        CodeMeasure("Lines a module", spread(module_lines), "", "median, 90th percentile, maximum"),
        CodeMeasure("Functions", _count(len(function_lines)), "", "methods and nested functions too, lambdas not"),
        CodeMeasure("Lines a function", spread(function_lines), "", "as above; docstring counted, decorators not"),
        CodeMeasure(f"Functions over {limit} lines", _count(len(long_functions(found))), "0", "counted as above"),
    ]


def _name_measures(found: Sequence[CodeDefinition]) -> list[CodeMeasure]:
    goal, word = f"<= {100 * ONE_WORD_LIMIT:g} %", "the name is a single CamelCase word, such as `Row`"
    return [
        CodeMeasure("One-word public class names", _one_word_share(found, public=True), goal, word),
        CodeMeasure(
            "One-word private class names",
            _one_word_share(found, public=False),
            "",
            "the same without the leading underscore; private: the class or a name around it has one",
        ),
        CodeMeasure(
            "Shared class names", _count(len(shared_class_names(found))), "0", "names of several public classes"
        ),
    ]


def _completeness_measures(modules: Sequence[SourceModule], found: Sequence[CodeDefinition]) -> list[CodeMeasure]:
    docstrings = check_docstrings(modules)
    every = functions(found)
    return [
        CodeMeasure(
            "Public docstrings",
            _share(docstrings.needed - len(docstrings.missing), docstrings.needed),
            "100 %",
            "modules, classes, functions, methods; overrides and members of a class that implements a Protocol "
            "inherit theirs; dunder methods are exempt",
        ),
        CodeMeasure(
            "Typed functions",
            _share(sum(is_typed(one) for one in every), len(every)),
            "100 %",
            "all parameters but `self` and `cls`, and the result, have a type",
        ),
    ]


def _one_word_share(found: Sequence[CodeDefinition], *, public: bool) -> str:
    return _share(len(one_word_classes(found, public=public)), len(classes(found, public=public)))


def _contract_count(root: Path) -> int:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return len(project["tool"]["importlinter"]["contracts"])


def _count(number: int) -> str:
    return f"{number:,}"


def _share(part: int, whole: int) -> str:
    """A share that reads 100 only if it is whole: it is rounded down."""
    return f"{100 * part // whole if whole else 100} % ({part:,} of {whole:,})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.measures", description="Figures about the code.")
    parser.add_argument("--write", type=Path, metavar="FILE", help=f"replace the block after {START} in a document")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
