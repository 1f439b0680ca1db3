"""Reading the figures of an article, and of digits that are no figure."""

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Final

from bench.effort import Effort
from bench.rows import Limit, Row, interleaved, middle
from exhibit.figures.reader import read_figures

_ARTICLES: Final = Path(__file__).parent.parent / "content" / "articles"
_LENGTH: Final = 4_000
_DIGITS: Final = 2_000_000


def figure_rows(effort: Effort) -> list[Row]:
    """What it costs to read the figures of a text of 4,000 characters from the articles of the first exhibit."""
    text = "".join(path.read_text("utf-8") for path in sorted(_ARTICLES.glob("*.md")))[:_LENGTH]
    article, digits = interleaved(effort.actions, _reading(text), _reading("1" * _DIGITS))
    return [
        Row(f"figures of an article of {_LENGTH:,} characters", middle(article), "ms", goal=Limit(20, "ms")),
        Row("the same, characters a second", _LENGTH / middle(article) * 1000, ""),
        Row(f"figures of {_DIGITS:,} digits", middle(digits), "ms"),
    ]


def _reading(text: str) -> Callable[[], float]:
    """Milliseconds of processor time that reading a text takes."""

    def read() -> float:
        begun = process_time()
        read_figures(text)
        return (process_time() - begun) * 1000

    return read
