"""The clauses of a folded text, and the words right before a place in it."""

import re
from typing import Final

_CLAUSE: Final = re.compile(r"[，。；：！？;!?\n“”「」]|(?<!\d)[,:]|[,:](?!\d)")


def clause_borders(text: str) -> list[int]:
    """Where the clauses of a text begin, but for the first."""
    return [match.end() for match in _CLAUSE.finditer(text)]


def begins_clause(text: str, start: int) -> bool:
    """Whether a clause begins at `start`."""
    return start == 0 or bool(_CLAUSE.match(text, start - 1))


def start_of_last(pattern: re.Pattern[str], text: str, floor: int, end: int) -> int:
    """Where the words begin that `pattern`, which ends in $, finds right before `end`; `end` where it finds none."""
    match = pattern.search(text, floor, end)
    return match.start() if match else end
