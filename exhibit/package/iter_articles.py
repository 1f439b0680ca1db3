"""Walks through all articles of a package, a page at a time."""

from collections.abc import Iterator

from exhibit.model.article import Article
from exhibit.model.package import Package


def iter_articles(package: Package) -> Iterator[Article]:
    """Every article, region by region, in the editor's order."""
    for region in package.regions():
        start = 0
        while page := package.articles(region.id, start):
            yield from page
            start += len(page)
