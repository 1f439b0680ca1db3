"""A small exhibit in memory: three regions, four articles, figures of every kind, a character beyond U+FFFF."""

from dataclasses import replace
from pathlib import Path

from exhibit.compiler.descriptions.dates import read_date
from exhibit.model.article import Article, Block, Body, Citation, Edition, Mark, Section
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import ComputedFormula, Evidence, Metric, NumberPicture, PictureKind, Qualifier, Unit
from exhibit.model.package import ConversionInfo, Exhibit, NamedId, PackageCounts
from exhibit.model.region import ExhibitMap, MapApproval, MapLocation, MapShape, Region
from exhibit.model.system import (
    BandCaption,
    CompositionShape,
    LevelField,
    LevelsShape,
    PairsShape,
    Part,
    PartUnits,
    PillarColumn,
    PillarsShape,
    StepCycle,
    System,
    SystemPair,
    SystemShape,
    drawn_parts,
)
from exhibit.model.term import Term
from exhibit.model.text import Text, same
from exhibit.package.search.folding import closed, plain_families
from exhibit.package.search.index_writer import IndexOptions
from exhibit.package.writer import ArticleContents, PackageContents, write_package

_PAIRS = str.maketrans("门画长东书发体国", "門畫長東書發體國")
_SYLLABLES = {
    "门": "men",
    "们": "men",
    "画": "hua",
    "长": "chang",
    "东": "dong",
    "书": "shu",
    "国": "guo",
    "区": "qu",
    "票": "piao",
    "体": "ti",
    "的": "de",
    "展": "zhan",
    "街": "jie",
    "账": "zhang",
    "前": "qian",
}
SPELLING = IndexOptions(
    closed(
        [
            *plain_families(),
            *((chr(hans), hant) for hans, hant in zip(_PAIRS, "門畫長東書發體國", strict=True)),
            ("𫖯", "頫"),
        ]
    ),
    (Text("东江日报", "東江日報"),),
    lambda text: [_SYLLABLES.get(one, "") for one in text],
    "门们",
)


def both(hans: str) -> Text:
    """A text in both scripts, by a small table of its own; 𫖯 becomes 頫, which is shorter in UTF-16."""
    return Text(hans, hans.translate(_PAIRS).replace("𫖯", "頫"))


def metric(
    article: str,
    id: str,
    value: float,
    unit: str,
    sentence: tuple[str, str, int, int],
    topic: str = "trade",
    qualifiers: tuple[Qualifier, ...] = ("exactly",),
    picture: NumberPicture | None = None,
    note: str | None = None,
) -> tuple[Metric, Mark]:
    """A figure and its mark; `sentence` is (block, the block's text, start and end of the number)."""
    block, text, start, end = sentence
    evidence = Evidence("retold", block, block.split("-")[0], 0, len(text), start, end, both(text))
    found = Metric(
        f"{article}.{id}", article, article.split("-")[0], topic, both(f"{id}书"), value, qualifiers,
        Unit(both(unit), both(unit), 1.0), both("2022年"), both(note) if note else None, picture, (evidence,),
    )  # fmt: skip
    return found, Mark(start, end, "metric", found.id)


def entry(id: str, paragraphs: int = 6, topic: str = "trade") -> ArticleContents:
    """An article of two sections, each with paragraphs of which the first holds two figures."""
    blocks: list[Block] = []
    metrics: list[Metric] = []
    sections = (Section("one", both("门前的书画"), topic), Section("two", both("东街的长账"), "people"))
    for section in sections:
        blocks.append(Block(section.id, "heading", section.id, section.title))
        for number in range(1, paragraphs + 1):
            name = f"{section.id}-{number}"
            text = (
                f"赵孟𫖯的书画在{id}展出，第一日来了120余人，收门票93.28万元。长街的人都说东西好看，国体之书发出去又收回来。"
                * 2
            )
            marks: list[Mark] = []
            if number == 1:
                first = text.index("120")
                second = text.index("93.28")
                kind: PictureKind = "part" if section.id == "one" else "change"
                found, mark = metric(
                    id, f"{section.id}-guests", 120, "人", (name, text, first, first + 5), section.topic, ("over",)
                )
                metrics.append(found)
                marks.append(mark)
                picture = NumberPicture(kind, found.id, 120, found.label)
                found, mark = metric(
                    id,
                    f"{section.id}-sum",
                    93.28,
                    "万元",
                    (name, text, second, second + 7),
                    section.topic,
                    picture=picture,
                    note="原文未说明",
                )
                metrics.append(found)
                ticket = text.index("门票")
                marks += [Mark(ticket, ticket + 2, "term", "ticket"), mark]
            blocks.append(Block(name, "paragraph", section.id, both(text), tuple(marks)))
    blocks.append(Block("two-note", "note", "two", both("注：此处原文只说长街。")))
    title = both(f"{id}的书画展")
    edition = Edition(
        "retold", "hans", title, both("一条长街把书画挂在门上。"), sections, sum(len(b.text) for b in blocks)
    )
    citation = Citation(
        both(f"{id}：书画上街"), both("东江日报"), None, both("2022年6月23日"), "web", 2022, both("网页印有日期。")
    )
    article = Article(id, id.split("-")[0], citation, (edition,), len(metrics))
    return ArticleContents(article, (Body(id, "retold", tuple(blocks)),), tuple(metrics))


def drawings() -> dict[str, SystemShape]:
    """A drawing of each shape, by the article it is of."""
    return {
        "east": PairsShape("pairs", (SystemPair("door", (both("门"), both("街")), both("书画")), SystemPair("book", (both("街"), both("书")), both("长账")))),
        "west": LevelsShape("levels", ("town", "street"), "outside", (LevelField("outside", same("A"), ("door",)), LevelField("inside", None, ()))),
        "gate": CompositionShape("composition", ("door", "book"), StepCycle("turn", ("first", "then"), True), ("front",), ("case",)),
        "gate-2": PillarsShape("pillars", ("foot",), (PillarColumn("door", "cap"), PillarColumn("book", "cap"), PillarColumn("last", None)), ("roof",)),
    }  # fmt: skip


def system(article: str, drawing: SystemShape) -> System:
    """A system whose first part tells of the first section and its guests, each other part of the second."""
    whole, *ids = "whole", *drawn_parts(drawing)
    parts = [Part(whole, both("国体"), both("书画上街。"), "people", (), ("one",), ("two-2",))]
    for number, id in enumerate(ids):
        metrics = (f"{article}.one-guests",) if number == 0 else ()
        units = PartUnits(metrics[0], both("长街")) if metrics else None
        passages = ("one-1",) if number == 0 else ("two",)
        parts.append(Part(id, both(f"{id}门"), both(f"{id}是书画的门。"), "trade", metrics, passages, (), units))
    captions = (BandCaption("pairs", both("门画")),)
    return System(
        f"{article}-system",
        article,
        "retold",
        both("书画的门"),
        both("门里是书画。"),
        tuple(parts),
        whole,
        captions,
        drawing,
    )


def computed(entries: list[ArticleContents]) -> tuple[Metric, ...]:
    """In each article, what the sum is for one guest."""
    found = []
    for one in entries:
        guests, money, *_ = one.metrics
        formula = ComputedFormula(both("93.28万元 ÷ 120人 ≈ 7773元"), (money.id, guests.id), 0)
        id, unit = f"{one.article.id}.each", Unit(both("元"), both("元"), 1.0)
        found.append(
            Metric(
                id,
                guests.article,
                guests.region,
                "trade",
                both("每人的门票"),
                7773,
                ("about",),
                unit,
                None,
                None,
                None,
                (),
                formula,
            )
        )
    return tuple(found)


COMPARISONS = (
    Comparison(
        "guests", both("书画的来客"), both("两处长街不同。"), both("人"), ("east.one-guests", "west.one-guests")
    ),
    Comparison("more", both("门里的人"), both("同一条长街。"), both("人"), ("gate.one-guests", "gate-2.one-guests")),
)
TERMS = (
    Term("ticket", both("门票"), (both("书票"),), both("进门要给的长条。"), ("house",)),
    Term("house", both("国门"), (), both("一国的门。"), ()),
)
EVENTS = (
    Event("opened", read_date("1926"), "implied", both("书画上街。"), "east", "retold", "one", both("原文只说长街。")),
    Event("sold", read_date("2022-06"), "open", both("门票卖完。"), "west", "retold", "two-1", both("没有写。")),
    Event("closed", read_date("2022-06-23"), "printed", both("书画收回。"), "east", "retold", "two", None),
)


def region(id: str, articles: int, metrics: int) -> Region:
    return Region(id, both(f"{id}国门区"), both(f"{id}门区"), articles, metrics)


def polygon(points: list[tuple[float, float]]) -> bytes:
    """The bytes of a ring as `Shape.rings` documents them."""
    import struct

    return struct.pack(">I", len(points)) + b"".join(struct.pack(">dd", *point) for point in points)


def sample_map() -> ExhibitMap:
    """A square land with a lake, a river, two cities; two of three pins stand close together."""
    outline = polygon([(50, 50), (750, 80), (720, 950), (300, 980), (60, 600), (50, 50)])
    lake = polygon([(400, 150), (520, 160), (500, 260), (410, 250), (400, 150)])
    river = polygon([(100, 900), (300, 600), (420, 400), (450, 240)])
    shapes = (
        MapShape("outline", both("东国"), (outline,)),
        MapShape("lake", both("长湖"), (lake,)),
        MapShape("river", both("东江"), (river,)),
        MapShape("city", both("书城"), (polygon([(350, 350)]),)),
        MapShape("city", both("画城"), (polygon([(600, 700)]),)),
    )
    spots = (
        MapLocation("east", (600, 300)),
        MapLocation("west", (250, 800), approximate=True),
        MapLocation("gate", (262, 812)),
    )
    approval = MapApproval(None, None, None, None)
    return ExhibitMap(800, 1000, shapes, spots, None, both("底图：自绘"), "CC0-1.0", approval, True)


def sample_contents(paragraphs: int = 6) -> PackageContents:
    entries = [
        entry("east", paragraphs),
        entry("west", paragraphs),
        entry("gate", paragraphs),
        entry("gate-2", paragraphs),
    ]
    regions = (region("east", 1, 4), region("west", 1, 4), region("gate", 2, 8))
    exhibit = Exhibit(
        "sample", both("书画上街"), both("三个地方"), both("示例。"), "1.0",
        (NamedId("retold", both("展览改写版"), both("示例")),),
        (NamedId("trade", both("门市"), same("")), NamedId("people", both("人"), same(""))),
        PackageCounts(3, 4, 16, 1000, 4, 4, len(COMPARISONS), len(TERMS), len(EVENTS)),
        ConversionInfo("tw2s", "s2tw", True, 3, 5),
    )  # fmt: skip
    systems = tuple(system(*one) for one in drawings().items())
    return PackageContents(
        exhibit,
        sample_map(),
        regions,
        entries,
        {},
        (),
        computed(entries),
        systems,
        COMPARISONS,
        TERMS,
        EVENTS,
        SPELLING,
    )


def on_topic_contents() -> PackageContents:
    """The same, but nothing of west is of the topic trade."""
    contents = sample_contents()
    entries = [one if one.article.id != "west" else entry("west", topic="people") for one in contents.entries]
    systems = tuple(one for one in contents.systems if one.article != "west")
    sums = tuple(one for one in contents.computed if one.article != "west")
    exhibit = contents.exhibit._replace(
        counts=contents.exhibit.counts._replace(computed=len(sums), systems=len(systems))
    )
    return replace(contents, exhibit=exhibit, entries=entries, computed=sums, systems=systems)


def write_sample(path: Path, paragraphs: int = 6) -> Path:
    write_package(sample_contents(paragraphs), path)
    return path
