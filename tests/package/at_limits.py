"""Packages that are as large in one respect as a package may be. They must be accepted, and shown quickly."""

import math
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, Literal, get_args

from exhibit.model.article import Block, Body, Edition, Mark, Section
from exhibit.model.comparison import Comparison
from exhibit.model.event import DatePoint, EventDate
from exhibit.model.limits import (
    MAX_COMPARED,
    MAX_COMPARISONS,
    MAX_EDITIONS,
    MAX_ENTRIES,
    MAX_FIGURES,
    MAX_FONT_BYTES,
    MAX_LINE,
    MAX_MAP_CITIES,
    MAX_MAP_LOCATIONS,
    MAX_MAP_POINTS,
    MAX_MAP_RINGS,
    MAX_PARAGRAPH,
    MAX_PARTS,
    MAX_PICTURE_SIDE,
    MAX_PROSE,
    MAX_REFERENCES,
    MAX_REGIONS,
    MAX_SECTIONS,
    MAX_SVG_ELEMENTS,
    MAX_SYSTEMS,
    MAX_TOPICS,
)
from exhibit.model.metric import Metric
from exhibit.model.package import NamedId
from exhibit.model.region import MapLocation, MapShape, Region
from exhibit.model.system import PairsShape, Part, SystemPair
from exhibit.model.term import Term
from exhibit.model.text import same
from exhibit.package.writer import ArticleContents, PackageContents
from exhibit.resources import resource
from tests.samples import both, polygon, valued

MapLayer = Literal["outline", "area", "lake", "river", "city"]
LAYERS: Final[tuple[MapLayer, ...]] = get_args(MapLayer)
LINE: Final = both("长" * MAX_LINE)
PROSE: Final = both("书" * MAX_PROSE)

Change = Callable[[PackageContents], PackageContents]


def counted(contents: PackageContents, **changes: Any) -> PackageContents:
    """The contents with other rows, and an exhibit that counts them."""
    changed = replace(contents, **changes)
    entries = tuple(changed.entries)
    counts = contents.exhibit.counts._replace(
        regions=len(changed.regions),
        articles=len(entries),
        metrics=sum(len(one.metrics) for one in entries),
        computed=len(changed.computed),
        systems=len(changed.systems),
        comparisons=len(changed.comparisons),
        terms=len(changed.terms),
        events=len(changed.events),
    )
    return replace(changed, exhibit=changed.exhibit._replace(counts=counts))


def regions(contents: PackageContents) -> PackageContents:
    """As many regions as there may be, and as many of them on the map."""
    more = [
        Region(f"r{number}", both(f"第{number}国"), both(f"第{number}区"), 0, 0) for number in range(MAX_REGIONS - 3)
    ]
    room = more[: MAX_MAP_LOCATIONS - 3]
    pins = [MapLocation(one.id, (7.0 + 113 * at % 790, 7.0 + 271 * at % 990)) for at, one in enumerate(room)]
    assert contents.map
    drawn = contents.map._replace(spots=(*contents.map.spots, *pins))
    return counted(contents, regions=(*contents.regions, *more), map=drawn)


def topics(contents: PackageContents) -> PackageContents:
    """As many topics, each with the longest label."""
    more = tuple(NamedId(f"t{number}", LINE, same("")) for number in range(MAX_TOPICS - len(contents.exhibit.topics)))
    return replace(contents, exhibit=contents.exhibit._replace(topics=contents.exhibit.topics + more))


def titles(contents: PackageContents) -> PackageContents:
    """The longest title, name or label wherever there is one."""
    entries = tuple(_with_long_titles(one) for one in contents.entries)
    exhibit = contents.exhibit._replace(title=LINE, subtitle=LINE, about=PROSE)
    named = tuple(one._replace(name=LINE, short=LINE) for one in contents.regions)
    assert contents.map
    shapes = tuple(one._replace(name=LINE) for one in contents.map.shapes)
    drawn = contents.map._replace(attribution=LINE, shapes=shapes)
    parts = [
        one._replace(title=LINE, lead=PROSE, parts=tuple(p._replace(name=LINE, text=PROSE) for p in one.parts))
        for one in contents.systems
    ]
    return replace(
        contents,
        exhibit=exhibit,
        regions=named,
        map=drawn,
        entries=entries,
        systems=tuple(parts),
        comparisons=tuple(one._replace(title=LINE, caveat=PROSE) for one in contents.comparisons),
        terms=tuple(one._replace(term=LINE, text=PROSE) for one in contents.terms),
        events=tuple(one._replace(text=PROSE, why=PROSE) for one in contents.events),
        computed=tuple(one._replace(label=LINE, note=PROSE) for one in contents.computed),
    )


def _with_long_titles(one: ArticleContents) -> ArticleContents:
    edition = one.article.editions[0]
    sections = tuple(section._replace(title=LINE) for section in edition.sections)
    long = replace(
        one.article,
        editions=(edition._replace(title=LINE, overview=PROSE, sections=sections),),
        citation=one.article.citation._replace(title=LINE, byline=LINE, newspaper=LINE, year_reason=PROSE),
    )
    metrics = tuple(metric._replace(label=LINE, period=LINE, note=PROSE) for metric in one.metrics)
    body = one.bodies[0]
    blocks = tuple(block._replace(text=LINE) if block.kind == "heading" else block for block in body.blocks)
    return ArticleContents(long, (replace(body, blocks=blocks),), metrics)


def first_article(contents: PackageContents, change: Callable[[ArticleContents], ArticleContents]) -> PackageContents:
    """The contents with the first article changed."""
    first, *others = contents.entries
    return counted(contents, entries=(change(first), *others))


def with_blocks(
    one: ArticleContents, blocks: list[Block], sections: tuple[Section, ...] | None = None
) -> ArticleContents:
    """The article with further blocks at its end."""
    edition = one.article.editions[0]
    edition = edition._replace(sections=sections or edition.sections)
    body = Body(one.article.id, edition.id, (*one.bodies[0].blocks, *blocks))
    return ArticleContents(replace(one.article, editions=(edition,)), (body,), one.metrics)


def long_article(contents: PackageContents, characters: int) -> PackageContents:
    """An edition of so many more characters, in paragraphs of ordinary length."""
    text = both("长街的人都说东西好看，国体之书发出去又收回来。" * 10)
    blocks = [Block(f"two-{100 + n}", "paragraph", "two", text) for n in range(characters // len(text))]
    return first_article(contents, lambda one: with_blocks(one, blocks))


def long_paragraphs(contents: PackageContents) -> PackageContents:
    """Paragraphs as long as they may be."""
    text = both("长街的人都说东西好看。" * (MAX_PARAGRAPH // 11))
    blocks = [Block(f"two-{100 + number}", "paragraph", "two", text) for number in range(10)]
    return first_article(contents, lambda one: with_blocks(one, blocks))


def sections(contents: PackageContents) -> PackageContents:
    """As many sections as an edition may have, with long titles."""

    def change(one: ArticleContents) -> ArticleContents:
        first = one.article.editions[0].sections
        more = tuple(Section(f"s{number}", LINE, "trade") for number in range(MAX_SECTIONS - len(first)))
        return with_blocks(one, [Block(s.id, "heading", s.id, s.title) for s in more], (*first, *more))

    return first_article(contents, change)


def editions(contents: PackageContents) -> PackageContents:
    """As many editions as an exhibit may name, all of the first article."""
    more = [NamedId(f"e{number}", LINE, PROSE) for number in range(MAX_EDITIONS - 1)]

    def change(one: ArticleContents) -> ArticleContents:
        first = one.article.editions[0]
        told: list[Edition] = [first, *(first._replace(id=other.id) for other in more)]
        bodies = tuple(replace(one.bodies[0], edition=edition.id) for edition in told)
        metrics = tuple(
            metric._replace(evidence=tuple(metric.evidence[0]._replace(edition=edition.id) for edition in told))
            for metric in one.metrics
        )
        return ArticleContents(replace(one.article, editions=tuple(told)), bodies, metrics)

    changed = first_article(contents, change)
    return replace(changed, exhibit=changed.exhibit._replace(editions=(*changed.exhibit.editions, *more)))


def figures(contents: PackageContents) -> PackageContents:
    """As many figures as an article may state, and as many computed for it."""

    def change(one: ArticleContents) -> ArticleContents:
        made: list[Metric] = []
        blocks = []
        template = one.metrics[0]
        for number in range(MAX_FIGURES - len(one.metrics)):
            name, text = f"two-{100 + number}", both(f"门票有{1000 + number}张。")
            id = f"{one.article.id}.f{number}"
            evidence = template.evidence[0]._replace(
                block=name, section="two", start=0, end=len(text), mark_start=3, mark_end=7, sentence=text
            )
            made.append(template._replace(id=id, value=valued(1000 + number), evidence=(evidence,)))
            blocks.append(Block(name, "paragraph", "two", text, (Mark(3, 7, "metric", id),)))
        longer = with_blocks(one, blocks)
        return ArticleContents(replace(longer.article, metrics=MAX_FIGURES), longer.bodies, (*one.metrics, *made))

    first = contents.computed[0]
    computed = tuple(first._replace(id=f"east.c{number}") for number in range(MAX_FIGURES))
    return first_article(counted(contents, computed=computed), change)


def terms(contents: PackageContents) -> PackageContents:
    """As many terms as a glossary may have."""
    more = tuple(
        Term(f"t{number}", both(f"第{number}门"), (), both("一国的门。"), ()) for number in range(MAX_ENTRIES - 2)
    )
    return counted(contents, terms=contents.terms + more)


def related_terms(contents: PackageContents) -> PackageContents:
    """A term with as many variants and related terms as there may be."""
    first, *others = contents.terms
    variants = tuple(both("长" * MAX_LINE) for _ in range(MAX_REFERENCES))
    return replace(contents, terms=(first._replace(variants=variants, see=("house",) * MAX_REFERENCES), *others))


def events(contents: PackageContents) -> PackageContents:
    """As many events as a timeline may have."""
    first = contents.events[0]
    years = (DatePoint("year", 1000 + number % 9000) for number in range(MAX_ENTRIES - 3))
    more = tuple(first._replace(id=f"e{number}", date=EventDate(year, year)) for number, year in enumerate(years))
    return counted(contents, events=contents.events + more)


def comparisons(contents: PackageContents) -> PackageContents:
    """As many comparisons as there may be."""
    first = contents.comparisons[0]
    more = tuple(first._replace(id=f"c{number}") for number in range(MAX_COMPARISONS - 2))
    return counted(contents, comparisons=contents.comparisons + more)


def long_comparison(contents: PackageContents) -> PackageContents:
    """A comparison of as many figures as there may be."""
    ids = ("east.one-guests", "west.one-guests") * (MAX_COMPARED // 2)
    long = Comparison("long", LINE, PROSE, both("人"), ids)
    return counted(contents, comparisons=(long, *contents.comparisons))


def parts(contents: PackageContents) -> PackageContents:
    """A system of as many parts as there may be."""
    made = tuple(
        Part(f"p{number}", both(f"第{number}门"), both("书画的门。"), "trade", (), ("one-1",), ())
        for number in range(MAX_PARTS)
    )
    pairs = tuple(
        SystemPair(one.id, (both(f"第{at}街"), both(f"第{at + 1}街")), both("书")) for at, one in enumerate(made)
    )
    first = contents.systems[0]._replace(parts=made, whole=None, captions=(), drawing=PairsShape("pairs", pairs))
    return replace(contents, systems=(first, *contents.systems[1:]))


def systems(contents: PackageContents) -> PackageContents:
    """As many systems as there may be, all of one article."""
    first = contents.systems[0]
    more = tuple(first._replace(id=f"s{number}") for number in range(MAX_SYSTEMS - len(contents.systems)))
    return counted(contents, systems=contents.systems + more)


def circle(points: int, x: float = 400, y: float = 500, radius: float = 300) -> bytes:
    """A wavy closed line of so many points."""
    turns = [2 * math.pi * number / (points - 1) for number in range(points)]
    waves = [radius * (1 + 0.2 * math.sin(97 * turn)) for turn in turns]
    return polygon(
        [(x + wave * math.cos(turn), y + wave * math.sin(turn)) for wave, turn in zip(waves, turns, strict=True)]
    )


def map_points(layer: MapLayer) -> Change:
    """One line of as many points as a map may have."""

    def change(contents: PackageContents) -> PackageContents:
        assert contents.map
        shape = MapShape(layer, both("东国"), (circle(MAX_MAP_POINTS),))
        return replace(contents, map=contents.map._replace(shapes=(shape,)))

    return change


def map_rings(layer: MapLayer) -> Change:
    """As many shapes as a map may have, each a ring."""

    def change(contents: PackageContents) -> PackageContents:
        assert contents.map
        each = MAX_MAP_POINTS // MAX_MAP_RINGS
        rings = [circle(each, 12 * (at % 64), 15 * (at // 64), 9) for at in range(MAX_MAP_RINGS)]
        points = [polygon([(30 * (at % 25), 45 * (at // 25))]) for at in range(MAX_MAP_CITIES)]
        shapes = [
            MapShape(layer, both(f"第{at}城"), (ring,)) for at, ring in enumerate(points if layer == "city" else rings)
        ]
        return replace(contents, map=contents.map._replace(shapes=tuple(shapes)))

    return change


def picture(name: str, data: bytes) -> Change:
    """A map that is a picture."""

    def change(contents: PackageContents) -> PackageContents:
        assert contents.map
        return replace(contents, map=contents.map._replace(shapes=(), picture=name), blobs={name: data})

    return change


def svg(inside: str) -> bytes:
    """An SVG with these elements."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">{inside}</svg>'.encode()


def png(side: int) -> bytes:
    """A black square."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _png_chunk(*one) for one in ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    )


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PATHS: Final = "".join(
    f'<path d="M{n % 800} {n // 25}h9v9z" fill="#{n % 4096:03x}"/>' for n in range(MAX_SVG_ELEMENTS - 1)
)


def fonts(contents: PackageContents) -> PackageContents:
    """A font as large as a package's fonts may be together."""
    data = resource("fonts/ExhibitFallback-Regular.ttf").read_bytes()
    return replace(contents, fonts=(data + bytes(MAX_FONT_BYTES - len(data)),))


AT_LIMITS: Final[dict[str, Change]] = {
    "as it is": lambda contents: contents,
    "regions": regions,
    "topics": topics,
    "titles": titles,
    "100,000 characters": lambda contents: long_article(contents, 100_000),
    "300,000 characters": lambda contents: long_article(contents, 300_000),
    "1,000,000 characters": lambda contents: long_article(contents, 990_000),
    "paragraphs": long_paragraphs,
    "sections": sections,
    "editions": editions,
    "figures": figures,
    "terms": terms,
    "variants of a term": related_terms,
    "events": events,
    "comparisons": comparisons,
    "figures of a comparison": long_comparison,
    "parts of a system": parts,
    "systems": systems,
    **{f"points of one {layer}": map_points(layer) for layer in LAYERS},
    **{f"rings of {layer}": map_rings(layer) for layer in LAYERS},
    "elements of an SVG": picture("m.svg", svg(PATHS)),
    "fonts": fonts,
    "a PNG": picture("m.png", png(MAX_PICTURE_SIDE)),
}
