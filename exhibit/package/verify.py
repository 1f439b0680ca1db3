"""Verifies a whole package: its digest over every byte, every row, and what leads from one to another."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exhibit.model.article import Article, Body
from exhibit.model.limits import MAX_FIGURES
from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.package.file import check_file
from exhibit.package.format import TRAILER_SIZE, PackageError
from exhibit.package.reader import PackageReader, iter_articles

if TYPE_CHECKING:
    from exhibit.package.verify_links import LinkChecker

_QUICK_DIGEST_BYTES: Final = 16 << 20
"""Bytes whose digest takes no noticeable time (about 10 ms)."""


def open_package(path: Path) -> PackageReader:
    """Opens a package. Raises PackageError.

    The digest is compared before, unless the package is large: then each row is checked as it is read, and the caller
    compares the digest with `verify_digest` in the background.
    """
    check_file(path)
    if is_checked_at_once(path):
        verify_digest(path)
    package = PackageReader(path)
    try:
        _ = package.exhibit  # the reader itself reads it only when it is asked for
    except PackageError:
        package.close()
        raise
    return package


def is_checked_at_once(path: Path) -> bool:
    """Whether `open_package` compares the digest."""
    return path.stat().st_size <= _QUICK_DIGEST_BYTES


def verify_digest(path: Path) -> None:
    """Compares every byte with the digest in the trailer. Raises PackageError."""
    if check_file(path) != digest_of(path):
        raise PackageError(path, "damaged", "its digest does not match")


def digest_of(path: Path) -> str:
    """The SHA-256 of the content, that is of every byte before the trailer. Raises PackageError."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            left = path.stat().st_size - TRAILER_SIZE
            while left > 0 and (piece := file.read(min(left, 1 << 20))):
                digest.update(piece)
                left -= len(piece)
    except OSError as error:
        raise PackageError(path, "missing", error.strerror or "") from error
    return digest.hexdigest()


def verify(path: Path) -> None:
    """Reads everything a visitor could see. Raises PackageError for the first thing that is wrong."""
    from exhibit.package.search.verify_index import index_faults  # the window opens a package without it

    verify_digest(path)
    with closing(PackageReader(path)) as package:
        try:
            for fault in chain(_faults(package), index_faults(package.searcher.lookup, path)):
                raise PackageError(path, "hostile", fault)
        except (sqlite3.Error, UnicodeError, MemoryError, RecursionError) as error:
            raise PackageError(path, "damaged", str(error)) from error


def _faults(package: Package) -> Iterator[str]:
    from exhibit.package.font_faults import font_faults  # the window opens a package without these
    from exhibit.package.verify_links import LinkChecker, description_faults

    yield from chain.from_iterable(map(font_faults, package.fonts()))
    yield from _map_faults(package)
    regions, articles, metrics, links = package.regions(), 0, 0, LinkChecker(package)
    for article in iter_articles(package):
        articles, metrics = articles + 1, metrics + article.metrics
        yield from _article_faults(package, article, links)
    yield from links.faults()
    yield from description_faults(package)
    counts = package.exhibit.counts
    if (len(regions), articles, metrics) != (counts.regions, counts.articles, counts.metrics):
        yield "it does not hold what it says it holds"


def _map_faults(package: Package) -> Iterator[str]:
    base = package.map()
    if base is None:
        return
    relief = (base.relief.light, base.relief.dark) if base.relief else ()
    for name in filter(None, (base.picture, *relief)):
        package.blob(name)
    for spot in base.spots:
        if package.region(spot.region) is None:
            yield f"the map has a location of {spot.region}, which is no region"


def _article_faults(package: Package, article: Article, links: "LinkChecker") -> Iterator[str]:
    if not article.editions:
        yield f"{article.id} has no edition"
        return
    metrics = package.metrics(article=article.id, count=MAX_FIGURES + 1)
    if len(package.computed(article=article.id, count=MAX_FIGURES + 1)) > MAX_FIGURES:
        yield f"{article.id} has more than {MAX_FIGURES} computed figures"
    yield from links.add_article(article, metrics)
    topics = {topic.id for topic in package.exhibit.topics}
    editions = {edition.id for edition in package.exhibit.editions}
    if not editions.issuperset(edition.id for edition in article.editions):
        yield f"{article.id} has an edition the exhibit does not name"
    if len(metrics) != article.metrics:
        yield f"{article.id} has {len(metrics)} figures, not {article.metrics}"
    if article.hero is not None and all(metric.id != article.hero for metric in metrics):
        yield f"{article.id} is represented by a figure it does not have"
    for metric in metrics:
        fits = metric.topic in topics and metric.region == article.region and not metric.computed
        if not fits or not metric.is_sound:
            yield f"{metric.id} is no figure of {article.id}"
        if metric.picture and metric.picture.other and package.metric(metric.picture.other) is None:
            yield f"the picture of {metric.id} compares it with a figure that is not there"
    for edition in article.editions:
        body = package.body(article.id, edition.id)
        yield from _body_faults(body, metrics)
        yield from links.add_body(body)


def _body_faults(body: Body, metrics: Sequence[Metric]) -> Iterator[str]:
    texts = {block.id: block.text for block in body.blocks}
    known = {metric.id for metric in metrics}
    if len(texts) != len(body.blocks):
        yield f"{body.article}: two blocks have one id"
    for block in body.blocks:
        for mark in block.marks:
            is_known = mark.kind != "metric" or mark.target in known
            if not is_known or not 0 <= mark.start < mark.end <= len(block.text):
                yield f"{body.article}: a mark of {block.id} leads nowhere"
    for metric in metrics:
        found = metric.evidence_in(body.edition)
        text = texts.get(found.block) if found else None
        if found is None or text is None or not 0 <= found.start < found.end <= len(text):
            yield f"{metric.id} has no sentence in {body.edition}"
        elif not found.start <= found.mark_start < found.mark_end <= found.end:
            yield f"{metric.id}: its number is not in its sentence in {body.edition}"
        elif text.cut(found.start, found.end) != found.sentence:
            yield f"{metric.id}: its sentence is not what {body.edition} says"
