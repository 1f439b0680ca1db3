"""The kinds of figure, and the words that hedge one or say that it rises or falls."""

from typing import Final, Literal

FigureKind = Literal[
    "quantity", "range", "fraction", "share", "ratio", "score", "scale",
    "rank", "index", "approximate", "vague", "compound", "multiple", "change",
]  # fmt: skip
Hedge = Literal["over", "at-least", "at-most", "under", "nearly", "about", "expected", "cumulative"]
HEDGES: Final[tuple[Hedge, ...]] = (
    "over", "at-least", "at-most", "under", "nearly", "about", "expected", "cumulative",
)  # fmt: skip
Direction = Literal["up", "down"]
