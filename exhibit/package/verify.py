"""Verifies a whole package: its digest over every byte, and every row read and found in its place."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exhibit.model.article import Body
from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.package.format import TRAILER_SIZE, PackageError
from exhibit.package.reader import PackageReader, check_file

_CHECKED_AT_ONCE: Final = 16 << 20
"""Bytes whose digest takes no noticeable time (about 10 ms)."""


def open_package(path: Path) -> PackageReader:
    """Opens a package; one of ordinary size only after checking its digest. Raises PackageError.

    A larger one opens at once: each row is checked as it is read, and `verify_digest` is for whoever has time.
    """
    check_file(path)
    if path.stat().st_size <= _CHECKED_AT_ONCE:
        verify_digest(path)
    return PackageReader(path)


def verify_digest(path: Path) -> None:
    """Compares every byte with the digest in the trailer. Raises PackageError."""
    if digest_of(path) != check_file(path):
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
    """Reads everything a visitor could see. Raises PackageError for the first thing that is not as it should be."""
    verify_digest(path)
    package = PackageReader(path)
    try:
        package.map()
        package.fonts()
        for region in package.regions():
            _verify_region(path, package, region.id)
    finally:
        package.close()


def _verify_region(path: Path, package: Package, region: str) -> None:
    start = 0
    while articles := package.articles(region, start):
        start += len(articles)
        for article in articles:
            metrics = package.metrics(article=article.id, count=10_000)
            for edition in article.editions:
                _verify_body(path, package.body(article.id, edition.id), metrics)


def _verify_body(path: Path, body: Body, metrics: Sequence[Metric]) -> None:
    lengths = {block.id: len(block.text) for block in body.blocks}
    known = {metric.id for metric in metrics}
    for block in body.blocks:
        for mark in block.marks:
            if not 0 <= mark.start < mark.end <= len(block.text) or mark.target not in known:
                raise PackageError(path, "hostile", f"{body.article}: a mark of {block.id} leads nowhere")
    for metric in metrics:
        found = metric.evidence_in(body.edition)
        if found is None or not 0 <= found.start < found.end <= lengths.get(found.block, 0):
            raise PackageError(path, "hostile", f"{metric.id} has no sentence in {body.edition}")
