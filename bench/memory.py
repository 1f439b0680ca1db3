"""Memory: with one article against a bare window with the same, and after many changes of article against few."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.child import numbers
from bench.effort import Effort
from bench.html import html
from bench.rows import Peer, Ratio, Row, interleaved, middle
from exhibit.package.iter_articles import iter_articles
from exhibit.package.reader import PackageReader
from exhibit.resources import resource


def memory_rows(first: Path, effort: Effort) -> list[Row]:
    """Both rows, in megabytes."""
    return [_article_row(first, effort), _heap_row(first, effort)]


def _article_row(first: Path, effort: Effort) -> Row:
    fonts = [resource(f"fonts/ExhibitSerifSC-{weight}.ttf") for weight in ("Regular", "Bold")]
    with TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(_first_page(first), encoding="utf-8")
        ours, bare = interleaved(
            effort.memories,
            lambda: numbers("exhibit_window", "memory", first, "text")[0],
            lambda: numbers("bare_window", "memory", page, *fonts)[0],
        )
    return Row("memory, one article", middle(ours), "MB", Peer("bare window, the same text", middle(bare)), Ratio(1.3))


def _first_page(first: Path) -> str:
    with closing(PackageReader(first)) as package:
        article = next(iter_articles(package))
        return html(package.body(article.id, article.editions[0].id).blocks, "hans")


def _heap_row(first: Path, effort: Effort) -> Row:
    few, many = numbers("heap", first, str(effort.changes), PYTHONMALLOC="malloc")
    what = f"live heap after {effort.changes:,} article changes"
    return Row(what, many, "MB", Peer("after 100", few), Ratio(1.02))
