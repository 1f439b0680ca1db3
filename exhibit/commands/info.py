"""`exhibit info FILE [--json]`: title, version, digest, counts, articles."""

import argparse
import json
import sys
from contextlib import closing
from typing import Any

from exhibit.commands.names import file_name
from exhibit.date_words import date_words
from exhibit.model.article import Article
from exhibit.model.event import EventDate, dates_reach
from exhibit.model.package import Package
from exhibit.model.text import Text
from exhibit.package.codec import field_names
from exhibit.package.format import PackageError
from exhibit.package.iter_articles import iter_articles
from exhibit.package.reader import PackageReader
from exhibit.package.verify import verify_digest


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    parser.add_argument("--json", action="store_true", help="for other programs")


def run(arguments: argparse.Namespace) -> int:
    try:
        verify_digest(arguments.file)
        with closing(PackageReader(arguments.file)) as package:
            print(json.dumps(_facts(package), ensure_ascii=False, indent=1) if arguments.json else _lines(package))
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def both(text: Text | None) -> dict[str, str] | None:
    """A text as other programs get it."""
    return {"hans": text.hans, "hant": text.hant} if text is not None else None


def plain(value: Any) -> Any:
    """A model value as other programs get it: by the names of its fields."""
    if isinstance(value, Text):
        return both(value)
    if names := field_names(type(value)):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def _facts(package: Package) -> dict[str, Any]:
    exhibit = package.exhibit
    counts = exhibit.counts
    return {
        "id": exhibit.id,
        "title": both(exhibit.title),
        "version": exhibit.version,
        "digest": package.digest,
        "counts": counts._asdict(),
        "event_years": str(years) if (years := _event_years(package)) else None,
        "conversion": exhibit.conversion._asdict(),
        "articles": [_article(article) for article in iter_articles(package)],
    }


def _event_years(package: Package) -> EventDate | None:
    """From the first event's year to the last one's."""
    dates = [event.date for event in package.events()]
    return dates_reach(dates) if dates else None


def _article(article: Article) -> dict[str, Any]:
    editions = [{"id": edition.id, "title": both(edition.title)} for edition in article.editions]
    return {"id": article.id, "region": article.region, "editions": editions, "metrics": article.metrics}


def _lines(package: Package) -> str:
    exhibit, counts, years = package.exhibit, package.exhibit.counts, _event_years(package)
    lines = [
        f"{exhibit.title.hans} ({exhibit.id}), version {exhibit.version}",
        f"digest {package.digest}",
        f"{counts.regions} regions, {counts.articles} articles, {counts.metrics} figures,"
        f" {counts.characters} characters",
        f"{counts.systems} systems, {counts.comparisons} comparisons, {counts.computed} computed figures,"
        f" {counts.terms} terms, {counts.events} events" + (f" ({date_words(years, 'en')})" if years else ""),
    ]
    for article in iter_articles(package):
        edition = article.editions[0]
        editions = ", ".join(one.id for one in article.editions)
        lines.append(f"  {article.id}: {edition.title.in_(edition.script)} ({editions}; {article.metrics} figures)")
    return "\n".join(lines)
