"""What is wrong with the content, as values: file, line, what it is and what to do."""

from dataclasses import dataclass
from typing import Literal

ProblemSeverity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class ProblemPlace:
    """A line of a file; `file` is relative to the content folder."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake, or one thing to look at."""

    file: str
    line: int
    severity: ProblemSeverity
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"


class ProblemList:
    """Gathers problems while a stage runs on; nothing stops at the first."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def error(self, where: ProblemPlace, message: str) -> None:
        """Something that must be mended before a package can be built."""
        self._found.add(Problem(where.file, where.line, "error", message))

    def warning(self, where: ProblemPlace, message: str) -> None:
        """Something to look at."""
        self._found.add(Problem(where.file, where.line, "warning", message))

    def extend(self, problems: tuple[Problem, ...]) -> None:
        """Takes over what another stage found."""
        self._found.update(problems)

    def sorted(self) -> tuple[Problem, ...]:
        """All of them, by file and line."""
        return tuple(sorted(self._found))


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether a package may not be built."""
    return any(problem.severity == "error" for problem in problems)
