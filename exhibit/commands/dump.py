"""`exhibit dump FILE`: everything a reader could see, as JSON; or one article as text."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final, get_args

from exhibit.commands.info import both, plain
from exhibit.commands.names import file_name
from exhibit.date_words import date_words
from exhibit.model.article import Article, Body
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import ComputedFormula, Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import InterfaceLanguage
from exhibit.model.system import Part, System
from exhibit.model.term import Term
from exhibit.model.text import SCRIPTS, Script
from exhibit.package.format import PackageError
from exhibit.package.iter_articles import iter_articles
from exhibit.package.reader import PackageReader
from exhibit.package.verify import verify_digest

_MOST_METRICS: Final = 10_000
"""Figures of one article."""
_MOST: Final = 1_000_000
"""Rows of one kind."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--json", action="store_true", help="everything, for other programs")
    form.add_argument("--text", action="store_true", help="one article as a reader sees it (with --article)")
    parser.add_argument("--article", metavar="ID", help="which article")
    parser.add_argument("--edition", metavar="ID", help="which edition (default: the first)")
    parser.add_argument("--script", choices=SCRIPTS, default="hans", help="which script")


def run(arguments: argparse.Namespace) -> int:
    try:
        verify_digest(arguments.file)
        with closing(PackageReader(arguments.file)) as package:
            if arguments.json:
                json.dump(everything(package), sys.stdout, ensure_ascii=False, indent=1)
                print()
                return 0
            return _print_article(package, arguments)
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1


def everything(package: Package) -> dict[str, Any]:
    """What a reader could see; positions are code points and hold in both scripts."""
    exhibit = package.exhibit
    articles = list(iter_articles(package))
    about = {
        "id": exhibit.id,
        "title": both(exhibit.title),
        "version": exhibit.version,
        "digest": package.digest,
        "conversion": plain(exhibit.conversion),
    }
    regions = [_region(region, articles) for region in package.regions()]
    metrics = [one for article in articles for one in package.metrics(article=article.id, count=_MOST_METRICS)]
    return {
        "exhibit": about,
        "regions": regions,
        "articles": [_article(package, article) for article in articles],
        "metrics": [_metric(metric) for metric in (*metrics, *package.computed(count=_MOST))],
        "systems": [_system(system) for system in package.systems(count=_MOST)],
        "comparisons": [_comparison(comparison) for comparison in package.comparisons()],
        "terms": [_term(package, term) for term in package.terms()],
        "events": [_event(event) for event in package.events()],
    }


def article_text(package: Package, article: Article, edition_id: str | None, script: Script) -> Iterator[str]:
    """The lines of an article as a reader sees it."""
    edition = article.edition(edition_id)
    yield edition.title.in_(script)
    yield edition.overview.in_(script)
    for block in package.body(article.id, edition.id).blocks:
        yield ""
        yield block.text.in_(script)


def _print_article(package: Package, arguments: argparse.Namespace) -> int:
    article = package.article(arguments.article or "")
    known = [one.id for one in article.editions] if article else []
    if article is None or (arguments.edition and arguments.edition not in known):
        wanted = "--edition" if article else "--article"
        choice = known or [one.id for one in iter_articles(package)]
        print(f"{wanted}: choose one of {', '.join(choice)}", file=sys.stderr)
        return 1
    print("\n".join(article_text(package, article, arguments.edition, arguments.script)))
    return 0


def _region(region: Region, articles: list[Article]) -> dict[str, Any]:
    ids = [article.id for article in articles if article.region == region.id]
    return {"id": region.id, "name": both(region.name), "articles": ids}


def _article(package: Package, article: Article) -> dict[str, Any]:
    citation = article.citation
    return {
        "id": article.id,
        "region": article.region,
        "citation": {
            "title": both(citation.title),
            "newspaper": both(citation.newspaper),
            "byline": both(citation.byline),
            "date": both(citation.date),
            "kind": citation.kind,
            "year": citation.year,
            "year_reason": both(citation.year_reason),
        },
        "editions": [_edition(article, package.body(article.id, edition.id)) for edition in article.editions],
    }


def _edition(article: Article, body: Body) -> dict[str, Any]:
    edition = article.edition(body.edition)
    blocks = [{"id": block.id, "kind": block.kind, "text": both(block.text)} for block in body.blocks]
    return {
        "id": edition.id,
        "script": edition.script,
        "title": both(edition.title),
        "overview": both(edition.overview),
        "blocks": blocks,
    }


def _metric(metric: Metric) -> dict[str, Any]:
    return {
        "id": metric.id,
        "article": metric.article,
        "region": metric.region,
        "topic": metric.topic,
        "label": both(metric.label),
        "value": metric.value,
        "qualifier": " ".join(metric.qualifiers),
        "unit": both(metric.unit.name),
        "period": both(metric.period),
        "note": both(metric.note),
        "computed": metric.computed,
        "formula": _formula(metric.formula) if metric.formula else None,
        "evidence": [_evidence(one) for one in metric.evidence],
    }


def _formula(formula: ComputedFormula) -> dict[str, Any]:
    return {"text": both(formula.text), "metrics": formula.metrics, "decimals": formula.decimals}


def _system(system: System) -> dict[str, Any]:
    return {
        "id": system.id,
        "article": system.article,
        "edition": system.edition,
        "shape": system.shape,
        "title": both(system.title),
        "lead": both(system.lead),
        "whole": system.whole,
        "parts": [_part(part) for part in system.parts],
        "drawing": plain(system.drawing),
        "captions": {caption.band: both(caption.text) for caption in system.captions},
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "name": both(part.name),
        "text": both(part.text),
        "topic": part.topic,
        "metrics": part.metrics,
        "passages": part.passages,
        "see": part.see,
        "units": {"metric": part.units.metric, "of": both(part.units.of)} if part.units else None,
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "id": comparison.id,
        "title": both(comparison.title),
        "caveat": both(comparison.caveat),
        "unit": both(comparison.unit),
        "metrics": comparison.metrics,
    }


def _term(package: Package, term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": both(term.term),
        "variants": [both(variant) for variant in term.variants],
        "text": both(term.text),
        "see": term.see,
        "occurrences": [plain(one) for one in package.occurrences(term.id, _MOST)],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": str(event.date),
        "date_in_words": {language: date_words(event.date, language) for language in get_args(InterfaceLanguage)},
        "sure": event.sure,
        "text": both(event.text),
        "article": event.article,
        "edition": event.edition,
        "passage": event.passage,
        "why": both(event.why),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "edition": evidence.edition,
        "block": evidence.block,
        "start": evidence.start,
        "end": evidence.end,
        "number": {"start": evidence.mark_start, "end": evidence.mark_end},
    }
