"""`exhibit search FILE QUERY`: what a visitor would find, hit by hit."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from exhibit.commands.names import file_name
from exhibit.model.package import Package
from exhibit.model.search import KINDS, GroupCursor, HitKind, SearchHit, SearchQuery, TextSpan
from exhibit.model.text import SCRIPTS, Text
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.package.search.matching import sentence_around

_AT_ONCE: Final = 200
_IN_BLOCKS: Final = ("heading", "text")
"""Kinds whose places are places in a block."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    parser.add_argument("query", metavar="QUERY", help="characters of either script, pinyin or initials")
    parser.add_argument("--script", choices=SCRIPTS, default="hans", help="hits in this script come first")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind; may be given again")
    parser.add_argument("--region", metavar="ID", help="only of this region")
    parser.add_argument("--topic", metavar="ID", help="only of this topic")
    parser.add_argument("--years", metavar="FROM-TO", type=_period, help="only of these years")
    parser.add_argument("--count", type=int, default=sys.maxsize, metavar="N", help="so many of a kind (default: all)")
    parser.add_argument("--json", action="store_true", help="for other programs")


def run(arguments: argparse.Namespace) -> int:
    kinds = tuple(kind for kind in KINDS if kind in (arguments.kind or KINDS))
    filters = arguments.region, arguments.topic, arguments.years
    query = SearchQuery(arguments.query, arguments.script, kinds, *filters)
    try:
        with closing(PackageReader(arguments.file)) as package:
            if arguments.json:
                found = [one for hit in _hits(package, query, arguments.count) for one in _facts(package, hit, query)]
                print(json.dumps(found, ensure_ascii=False, indent=1))
            else:
                _print(package, query, arguments.count)
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _hits(package: Package, query: SearchQuery, count: int) -> Iterator[SearchHit]:
    """All hits, kind by kind, `count` of each at most."""
    for kind in query.kinds:
        yield from _of_kind(package, query, kind, count)


def _of_kind(package: Package, query: SearchQuery, kind: HitKind, count: int) -> Iterator[SearchHit]:
    after: GroupCursor | None = None
    while count > 0:
        group = package.hits(query, kind, after, min(count, _AT_ONCE))
        yield from group.hits
        count -= len(group.hits)
        after = group.next
        if after is None:
            return


def _facts(package: Package, hit: SearchHit, query: SearchQuery) -> Iterator[dict[str, Any]]:
    """A hit as other programs get it, place by place."""
    facts = {"kind": hit.kind, "id": hit.id, "article": hit.article, "edition": hit.edition, "block": hit.block}
    if hit.kind in _IN_BLOCKS:
        text = _block(package, hit)
        for place in hit.places:
            around = sentence_around(text.hans, place)
            sentence = text.cut(around.start, around.end).in_(query.script)
            yield facts | {"start": place.start, "end": place.end, "text": sentence}
    else:
        place = hit.span if hit.kind == "metric" and hit.block else hit.marked
        yield facts | {"start": place.start, "end": place.end, "text": hit.sentence.in_(query.script)}


def _block(package: Package, hit: SearchHit) -> Text:
    body = package.body(hit.article or "", hit.edition or "")
    return next(block.text for block in body.blocks if block.id == hit.block)


def _print(package: Package, query: SearchQuery, count: int) -> None:
    kind = None
    for hit in _hits(package, query, count):
        if hit.kind != kind:
            kind = hit.kind
            print(kind)
        where = f"{hit.article}/{hit.edition} {hit.block}" if hit.kind in _IN_BLOCKS else hit.id
        print(f"  {where}: {_marked(hit.sentence.in_(query.script), hit.marked)}")
    if kind is None:
        offers = ", ".join(f"{offer.query.text} ({offer.why})" for offer in package.nearest(query))
        print(f"nothing was found{f'; nearest: {offers}' if offers else ''}")


def _marked(text: str, place: TextSpan) -> str:
    return f"{text[: place.start]}[{text[place.start : place.end]}]{text[place.end :]}".replace("\n", " ")


def _period(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(-?\d+)(?:-(-?\d+))?", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is no year and no FROM-TO; before our era write --years=-209")
    return int(found[1]), int(found[2] or found[1])
