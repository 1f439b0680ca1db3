"""Problems of the content: file, line, what is wrong and what to do about it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, NamedTuple

_MAX_LISTED: Final = 10
_MAX_ALIKE: Final = 10
"""Files in which one message is printed; in more files it is printed once."""

ProblemSeverity = Literal["error", "warning"]


class ProblemPlace(NamedTuple):
    """A line of a file; `file` is relative to the content folder."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """An error or a warning."""

    file: str
    line: int
    severity: ProblemSeverity
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"


class ProblemList:
    """Collects the problems of a build, which goes on after each."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def error(self, where: ProblemPlace, message: str) -> None:
        """Adds a problem that must be fixed before a package can be built."""
        self._found.add(Problem(where.file, where.line, "error", message))

    def warning(self, where: ProblemPlace, message: str) -> None:
        """Adds a problem that the editor may leave as it is."""
        self._found.add(Problem(where.file, where.line, "warning", message))

    def extend(self, problems: tuple[Problem, ...]) -> None:
        """Adds the problems of another list."""
        self._found.update(problems)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems by file and line, each once."""
        return tuple(sorted(self._found))


def id_list(ids: Iterable[str]) -> str:
    """Ids for a message, the first ten of them."""
    listed = list(islice(ids, _MAX_LISTED + 1))
    return ", ".join(listed[:_MAX_LISTED]) + (" and others" if len(listed) > _MAX_LISTED else "")


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """True if a package cannot be built."""
    return any(problem.severity == "error" for problem in problems)


def condensed(problems: Sequence[Problem], limit: int = 500) -> tuple[list[Problem], int]:
    """The problems to print, at most `limit`, and how many are left out.

    A message that many files share is one line. If there are too many problems, the errors come before the warnings.
    """
    alike: dict[tuple[ProblemSeverity, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.severity, problem.message].append(problem)
    lines = [line for same in alike.values() for line in _one_line_if_many(same)]
    if len(lines) <= limit:
        return sorted(lines), 0
    first = sorted(lines, key=lambda problem: (problem.severity, problem))
    return sorted(first[:limit]), len(lines) - limit


def _one_line_if_many(alike: Sequence[Problem]) -> list[Problem]:
    files = len({problem.file for problem in alike})
    if files <= _MAX_ALIKE:
        return list(alike)
    return [replace(alike[0], message=f"{alike[0].message} (so do {files - 1:,} other files)")]
