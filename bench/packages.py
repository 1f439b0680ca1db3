"""The packages the bench opens: the first exhibit, compiled if content/ is newer, and synthetic ones, made once."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from bench.synthetic import write_areas, write_long, write_many
from exhibit.default_package import default_package
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader, iter_articles

_FOLDER: Final = Path(__file__).parent.parent / "build" / "bench"
_FEWEST: Final = 5
_SOME: Final = 1_000
_MANY: Final = 10_000
_LONG: Final = 100_000
"""Characters."""

Writer = Callable[[PackageReader, Path], None]


@dataclass(frozen=True, slots=True)
class Packages:
    """Files; `many` and `searched` by their numbers of articles, the fewest first."""

    first: Path
    long: Path
    areas: Path
    many: dict[int, Path]
    searched: dict[int, Path]


def packages(most: int) -> Packages:
    """All of them, synthetic ones of `most` articles at most. Raises BuildError if content/ does not compile."""
    first = default_package()
    sizes = sorted({_FEWEST, min(_MANY, most), most})
    searched = sorted({min(size, most) for size in (_SOME, _MANY, most)})
    with closing(PackageReader(first)) as source:
        return Packages(
            first,
            _made(source, "long", partial(write_long, characters=_LONG)),
            _made(source, "areas", write_areas),
            {size: _many(source, size) for size in sizes},
            {size: _many(source, size) for size in searched},
        )


def _many(source: PackageReader, articles: int) -> Path:
    return _made(source, f"synthetic-{articles}", partial(write_many, articles=articles))


def _made(source: PackageReader, name: str, write: Writer) -> Path:
    path = _FOLDER / f"{name}.exhibit"
    if not _is_usable(path):
        print(f"writing {path.name}", flush=True)
        write(source, path)
    return path


def _is_usable(path: Path) -> bool:
    """Whether it is there and of today's format, as far as its first article tells."""
    try:
        with closing(PackageReader(path)) as package:
            article = next(iter_articles(package))
            package.body(article.id, article.editions[0].id)
            package.metrics(article=article.id)
            package.map()
    except PackageError:
        return False
    return True
