"""Hostile packages that are too large in one respect, or whose map, fonts or index are made to hang a program."""

import base64
import gzip
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from exhibit.model.limits import (
    MAX_COMPARISONS,
    MAX_EDITIONS,
    MAX_ENTRIES,
    MAX_FIGURES,
    MAX_LINE,
    MAX_MAP_CITIES,
    MAX_MAP_LOCATIONS,
    MAX_MAP_POINTS,
    MAX_MAP_RINGS,
    MAX_PARAGRAPH,
    MAX_PARTS,
    MAX_PICTURE_SIDE,
    MAX_PROSE,
    MAX_REGIONS,
    MAX_SECTIONS,
    MAX_SVG_ATTRIBUTE,
    MAX_SVG_BYTES,
    MAX_SVG_ELEMENTS,
    MAX_TOPICS,
)
from tests.package.at_limits import PATHS, circle, png, svg
from tests.package.hostile import (
    article_with,
    computed_with,
    event_with,
    figure,
    map_with,
    metric_with,
    part_with,
    put,
    system_with,
    texts_with,
)
from tests.package.spoiling import Maker, added, changed, changed_chunk, part, statements, together, value
from tests.samples import polygon

LINE: Final = ["长" * (MAX_LINE + 1)] * 2
PROSE: Final = ["书" * (MAX_PROSE + 1)] * 2
HUGE: Final = ["书" * 300_000] * 2
"""A megabyte in each script, in UTF-8."""
TITLE: Final = ["门", "門"]


def exhibit_with(index: int, new: object) -> Maker:
    """The exhibit with another field: 1 title, 3 about, 5 editions, 6 topics, 7 counts."""
    return changed("part", "exhibit", put(index, new))


def region_with(index: int, new: object) -> Maker:
    """The region `east` with another field: 1 name, 2 short name, 3 articles, 4 figures."""
    return changed("region", "east", put(index, new))


def in_article(index: int, new: object) -> Maker:
    """The citation of `east` with another field: 0 title, 5 year, 6 where the year comes from."""
    return changed("article", "east", lambda fields: put(index, new)(fields[2]))


def edition_with(index: int, new: object) -> Maker:
    """Its edition with another field: 2 title, 3 overview, 4 sections, 5 length."""
    return changed("article", "east", lambda fields: put(index, new)(fields[3][0]))


def comparison_with(index: int, new: object) -> Maker:
    """The comparison `guests` with another field: 1 title, 2 caveat, 4 figures."""
    return changed("comparison", "guests", put(index, new))


def term_with(index: int, new: object) -> Maker:
    """The term `ticket` with another field: 1 term, 2 variants, 3 text, 4 related terms."""
    return changed("term", "ticket", put(index, new))


def counted(**counts: int) -> Callable[[Any], None]:
    """Has an exhibit say that it holds so much more."""
    names = ("regions", "articles", "metrics", "characters", "computed", "systems", "comparisons", "terms", "events")

    def change(exhibit: Any) -> None:
        for name, count in counts.items():
            exhibit[7][names.index(name)] += count

    return change


def more_rows(table: str, name: str, count: int, new: Callable[[str], object], **columns: str) -> Maker:
    """So many more rows, which the exhibit counts."""
    rows = ((f"x{number}", new(f"x{number}")) for number in range(count))
    return together(added(table, list(rows), **columns), changed("part", "exhibit", counted(**{name: count})))


def many_blocks(count: int, text: str) -> Maker:
    """A chunk with so many more paragraphs."""

    def change(texts: list[str], chunk: list[Any]) -> None:
        half = len(texts) // 2
        texts[:] = [*texts[:half], *[text] * count, *texts[half:], *[text] * count]
        chunk[1].extend([f"y{number}", "paragraph", "one", None, []] for number in range(count))

    return changed_chunk("1", change)


def shapes(*drawn: tuple[str, list[bytes]]) -> Maker:
    """A map of these shapes: their layers and lines."""
    found = [[layer, TITLE, [base64.b64encode(ring).decode() for ring in rings]] for layer, rings in drawn]
    return map_with(2, found)


def points(*pairs: tuple[float, float]) -> Maker:
    """A map of one outline through these points."""
    return shapes(("outline", [polygon(list(pairs))]))


def picture(data: bytes, name: str = "m.svg") -> Maker:
    """A map that is a picture."""
    return together(part(f"blob/{name}", data), map_with(2, []), map_with(4, name))


def in_svg(inside: str, attributes: str = "") -> Maker:
    """A map that is an SVG with these elements."""
    return picture(svg(inside).replace(b"<svg ", f"<svg {attributes} ".encode()))


def pipe_picture(path: Path) -> None:
    """An SVG that shows a pipe beside the package, which nobody writes to."""
    pipe = path.with_name("pipe")
    if not pipe.exists():
        os.mkfifo(pipe)
    in_svg(f'<image href="{pipe}" width="9" height="9"/>')(path)


def uses(prefix: str = "") -> str:
    """Ten million squares, by seven levels of ten references each."""
    levels = ['<g id="l0"><rect width="1" height="1"/></g>']
    for level in range(1, 8):
        inside = f'<{prefix}use href="#l{level - 1}"/>' * 10
        levels.append(f'<g id="l{level}">{inside}</g>')
    return f"<defs>{''.join(levels)}</defs><{prefix}use href='#l7'/>"


ENTITIES: Final = (
    '<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 8))
    + ']><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 10"><title>&a7;</title></svg>'
)


def gzipped(data: bytes) -> bytes:
    """The same as Qt reads it, too."""
    return gzip.compress(data, mtime=0)


def fonts(*sizes: int) -> Maker:
    """Fonts of these sizes, which are none."""
    return together(*(part(f"font/{number}", bytes(size)) for number, size in enumerate(sizes)))


def search_data_with(index: int, new: object) -> Maker:
    """The search data with another field: 0 names, 1 years, 2 pinyin."""
    return changed("part", "search", put(index, new))


def folding(characters: str, heads: str) -> Maker:
    """A folding of these characters to those."""
    return value("part", "folding", (characters + heads).encode("utf-16", "surrogatepass"))


def block_in(index: str, id: str, block: str) -> Maker:
    """Another block of an index."""
    return statements(f"UPDATE {index}_data SET block={block} WHERE id={id}")


def structure(segments: int) -> bytes:
    """A structure record that names so many segments of one page."""
    head = bytes(4) + varint(1) + varint(segments) + varint(0) + varint(0) + varint(segments)
    return head + b"".join(varint(1) + varint(1) + varint(1) for _ in range(segments))


def varint(number: int) -> bytes:
    """A number as SQLite writes it."""
    parts = [number & 127]
    while number := number >> 7:
        parts.append(number & 127 | 128)
    return bytes(reversed(parts))


LONG_TEXTS: Final[dict[str, Maker]] = {
    "a title": exhibit_with(1, LINE),
    "a title of a megabyte": exhibit_with(1, HUGE),
    "a subtitle": exhibit_with(2, LINE),
    "what the exhibit is about": exhibit_with(3, PROSE),
    "a version": exhibit_with(4, "1" * (MAX_LINE + 1)),
    "a topic's label": changed("part", "exhibit", lambda fields: put(1, HUGE)(fields[6][0])),
    "an edition's note": changed("part", "exhibit", lambda fields: put(2, HUGE)(fields[5][0])),
    "a region's name": region_with(1, LINE),
    "a region's name of a megabyte": region_with(1, HUGE),
    "a region's short name": region_with(2, HUGE),
    "a printed title": in_article(0, HUGE),
    "a byline": in_article(2, LINE),
    "the reason of a year": in_article(6, PROSE),
    "an article's title": edition_with(2, LINE),
    "an article's title of a megabyte": edition_with(2, HUGE),
    "an overview": edition_with(3, PROSE),
    "a section's title": changed("article", "east", lambda fields: put(1, HUGE)(fields[3][0][4][0])),
    "a paragraph": texts_with("书" * (MAX_PARAGRAPH + 1), "書" * (MAX_PARAGRAPH + 1)),
    "a paragraph of a megabyte": texts_with(*HUGE),
    "a row of four megabytes": texts_with("书" * 700_000, "書" * 700_000),
    "a figure's label": metric_with(4, LINE),
    "a figure's unit": changed("metric", "east.one-guests", lambda fields: put(0, HUGE)(fields[6])),
    "a figure's value in words": metric_with(5, [*figure(1, 1)[:5], HUGE]),
    "a figure's period": metric_with(7, HUGE),
    "a figure's note": metric_with(8, PROSE),
    "a computed figure's label": computed_with(4, HUGE),
    "a sum": changed("computed", "east.each", lambda fields: put(0, HUGE)(fields[11])),
    "a system's title": system_with("east", 3, LINE),
    "a system's lead": system_with("east", 4, PROSE),
    "a part's name": part_with(1, HUGE),
    "a part's text": part_with(2, HUGE),
    "what units are of": part_with(7, ["east.one-guests", HUGE]),
    "a caption": system_with("east", 7, [["pairs", HUGE]]),
    "an end of a pair": changed("system", "east-system", lambda fields: put(1, [HUGE, HUGE])(fields[8][1][0])),
    "a comparison's title": comparison_with(1, HUGE),
    "a caveat": comparison_with(2, PROSE),
    "a term": term_with(1, HUGE),
    "a variant": term_with(2, [HUGE]),
    "an explanation": term_with(3, PROSE),
    "an event": event_with(3, PROSE),
    "the reason of a date": event_with(7, PROSE),
    "an id": changed("region", "east", put(0, "e" * (MAX_LINE + 1))),
    "a map's attribution": map_with(5, HUGE),
    "a licence": map_with(6, "C" * 1_000_000),
    "an approval": map_with(7, ["<b>" * 300_000, None, None, None]),
    "a city's name": changed("part", "map", lambda fields: put(1, HUGE)(fields[2][3])),
    "a name that only the texts hold": search_data_with(0, [HUGE]),
}
LONG_LISTS: Final[dict[str, Maker]] = {
    "topics": exhibit_with(6, [["trade", TITLE, TITLE]] * (MAX_TOPICS + 1)),
    "100,000 topics": exhibit_with(6, [["t", ["", ""], ["", ""]]] * 100_000),
    "named editions": exhibit_with(5, [["retold", TITLE, TITLE]] * (MAX_EDITIONS + 1)),
    "regions": more_rows("region", "regions", MAX_REGIONS, lambda name: [name, TITLE, TITLE, 0, 0]),
    "20,000 regions": more_rows("region", "regions", 20_000, lambda name: [name, TITLE, TITLE, 0, 0]),
    "editions of an article": changed("article", "east", lambda fields: put(3, fields[3] * (MAX_EDITIONS + 1))(fields)),
    "sections": edition_with(4, [["one", TITLE, "trade"]] * (MAX_SECTIONS + 1)),
    "20,000 sections": edition_with(4, [["one", TITLE, "trade"]] * 20_000),
    "figures said of an article": article_with(4, MAX_FIGURES + 1),
    "marks": changed_chunk("1", lambda _, chunk: put(4, [[0, 1, "term", "ticket"]] * 2_000)(chunk[1][1])),
    "blocks in one chunk": many_blocks(30_000, "书"),
    "characters of an article": many_blocks(60, "书" * 18_000),
    "chunks of a text": value("body", "east/retold", "[1,1000000]"),
    "sentences of a figure": changed("metric", "east.one-guests", lambda fields: put(10, fields[10] * 50)(fields)),
    "hedges": changed("metric", "east.one-guests", lambda fields: put(3, ["over"] * 1_000)(fields[5])),
    "figures of a sum": changed("computed", "east.each", lambda fields: put(1, ["east.one-sum"] * 5_000)(fields[11])),
    "parts": changed("system", "east-system", lambda fields: put(5, fields[5] * MAX_PARTS)(fields)),
    "figures of a part": part_with(4, ["east.one-guests"] * 5_000),
    "passages of a part": part_with(5, ["one-1"] * 5_000),
    "captions": system_with("east", 7, [["pairs", TITLE]] * 5_000),
    "pairs": system_with("east", 8, ["pairs", [["door", [TITLE, TITLE], TITLE]] * 5_000]),
    "comparisons": more_rows(
        "comparison",
        "comparisons",
        MAX_COMPARISONS,
        lambda name: [name, TITLE, TITLE, ["人", "人"], ["east.one-guests"] * 2],
    ),
    "figures of a comparison": comparison_with(4, ["east.one-guests"] * 5_000),
    "terms": more_rows("term", "terms", MAX_ENTRIES, lambda name: [name, TITLE, [], TITLE, []]),
    "variants": term_with(2, [TITLE] * 5_000),
    "related terms": term_with(4, ["house"] * 5_000),
    "events": more_rows(
        "event",
        "events",
        MAX_ENTRIES,
        lambda name: [name, [["year", 1926, None, None]] * 2, "printed", TITLE, "east", "retold", "one", None],
        article="east",
    ),
    "counts of a topic": changed("part", "topic/trade", lambda counts: counts.extend(counts[:1] * 20_000)),
}
BAD_NUMBERS: Final[dict[str, Maker]] = {
    "articles of a region beyond counting": region_with(3, 2**53),
    "fewer articles than none": region_with(3, -1),
    "figures of a region beyond counting": region_with(4, 2**53),
    "a year beyond the calendar": in_article(5, 10**9),
    "a year before the first": in_article(5, -1),
    "a length below zero": edition_with(5, -1),
    "a million decimals": changed("computed", "east.each", lambda fields: put(2, 10**6)(fields[11])),
    "fewer decimals than none": changed("computed", "east.each", lambda fields: put(2, -1)(fields[11])),
    "a count below zero": changed("part", "exhibit", lambda fields: put(0, -3)(fields[7])),
    "an empty date": event_with(1, ""),
    "a year of an event beyond the calendar": event_with(1, [["year", 10**6, None, None]] * 2),
    "years that nothing is of": search_data_with(1, [2022, 3000]),
    "a year of no number": search_data_with(1, ["2022"]),
    "no start of a text": value("body", "east/retold", "[-1,1]"),
}
BAD_MAPS: Final[dict[str, Maker]] = {
    "no width": map_with(0, 0),
    "no height": map_with(1, 0),
    "no size": together(map_with(0, 0), map_with(1, 0)),
    "a width below zero": map_with(0, -800),
    "a width of nearly nothing": map_with(0, 1e-300),
    "a height of nearly nothing": map_with(1, 1e-9),
    "a width beyond all screens": map_with(0, 1e300),
    "a width that is no number": map_with(0, float("nan")),
    "an endless height": map_with(1, float("inf")),
    "a line of a million points": shapes(("outline", [circle(100_000)])),
    "a river of too many points": shapes(("river", [circle(MAX_MAP_POINTS + 1)])),
    "too many rings": shapes(("outline", [circle(3)] * (MAX_MAP_RINGS + 1))),
    "too many shapes": shapes(*[("lake", [circle(3)])] * (MAX_MAP_RINGS + 1)),
    "too many cities": shapes(*[("city", [polygon([(9, 9)])])] * (MAX_MAP_CITIES + 1)),
    "too many pins": map_with(3, [["east", [9, 9], [], False]] * (MAX_MAP_LOCATIONS + 1)),
    "20,000 pins": map_with(3, [["east", [9, 9], [], False]] * 20_000),
    "a line of no points": shapes(("river", [struct.pack(">I", 0)])),
    "a city without a point": shapes(("city", [struct.pack(">I", 0)])),
    "a line that says it is endless": shapes(("river", [struct.pack(">I", 2**32 - 1)])),
    "a line of two bytes": shapes(("river", [b"\0\0"])),
    "a point that is no number": points((1, 1), (float("nan"), 5), (9, 9)),
    "a point at no end": points((1, 1), (float("inf"), 5), (9, 9)),
    "a point beyond all screens": points((1, 1), (1e300, 5), (9, 9)),
    "a point very far off": points((1, 1), (1e9, -1e9), (9, 9)),
    "a pin very far off": map_with(3, [["east", [1e12, 3], [], False]]),
    "a layer of no kind": map_with(2, [["sea", TITLE, []]]),
}
BAD_PICTURES: Final[dict[str, Maker]] = {
    "a pipe in it": pipe_picture,
    "an image in it": in_svg('<image href="/etc/hostname" width="9" height="9"/>'),
    "an image of another name space": in_svg('<u:image xmlns:u="urn:u" href="/etc/hostname" width="9" height="9"/>'),
    "an image of data": in_svg('<image href="data:image/png;base64,AAAA" width="9" height="9"/>'),
    "ten million squares": in_svg(uses()),
    "ten million squares of another name space": in_svg(uses("u:"), 'xmlns:u="urn:u"'),
    "a bomb of entities": picture(ENTITIES.encode()),
    "a DOCTYPE": picture(b"<!DOCTYPE svg>" + svg("")),
    "packed": picture(gzipped(svg("<g/>" * 2_000_000))),
    "too many elements": in_svg(PATHS + "<g/>" * (MAX_SVG_ELEMENTS // 10)),
    "100,000 elements": in_svg('<rect width="9" height="9"/>' * 100_000),
    "elements in each other": in_svg("<g>" * 1_000 + "</g>" * 1_000),
    "a path too long": in_svg(f'<path d="M0 0{"h1v1" * (MAX_SVG_ATTRIBUTE // 4)}"/>'),
    "a file too large": in_svg(" " * MAX_SVG_BYTES),
    "a script": in_svg("<script>1</script>"),
    "a handler": in_svg('<rect width="9" height="9" onclick="x()"/>'),
    "a text": in_svg("<text>" + "门" * 100_000 + "</text>"),
    "an animation": in_svg('<rect width="9" height="9"><animate attributeName="x" dur="1ms"/></rect>'),
    "a foreign object": in_svg("<foreignObject><p>1</p></foreignObject>"),
    "a filter": in_svg('<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>'),
    "a pattern": in_svg('<pattern id="p" width=".001" height=".001"><rect width="1" height="1"/></pattern>'),
    "a mask": in_svg('<mask id="m"><rect width="1" height="1"/></mask>'),
    "a marker": in_svg('<marker id="m"><rect width="1" height="1"/></marker>'),
    "a style from outside": in_svg("<style>@import url(/etc/hostname);</style>"),
    "a colour from outside": in_svg('<rect width="9" height="9" fill="url(/etc/hostname)"/>'),
    "an instruction": picture(b'<?xml-stylesheet href="/etc/hostname"?>' + svg("")),
    "another encoding": picture(b'<?xml version="1.0" encoding="UTF-7"?>' + svg("")),
    "UTF-16": picture(svg("").decode().encode("utf-16")),
    "no SVG": picture(b"<html><body>9</body></html>"),
    "no XML": picture(b"GIF89a" + bytes(99)),
    "nothing": picture(b""),
    "no size": picture(b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "a size of nothing": picture(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>'),
    "a size of 400 digits": picture(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {"9" * 400} 9"/>'.encode()),
    "a PNG that is too wide": picture(png(MAX_PICTURE_SIDE + 1), "m.png"),
    "a PNG that says it is endless": picture(png(9)[:16] + b"\xff" * 8 + png(9)[24:], "m.png"),
    "a PNG of no size": picture(png(9)[:16] + bytes(8) + png(9)[24:], "m.png"),
    "a PNG cut short": picture(png(9)[:20], "m.png"),
    "a picture of another name": map_with(4, "../exhibit"),
}
BAD_FONTS: Final[dict[str, Maker]] = {
    "too many": fonts(*[9] * 5),
    "too large": fonts((32 << 20) + 1),
    "too large together": fonts(17 << 20, 17 << 20),
    "no font": fonts(100_000),
    "an empty one": fonts(0),
}
BAD_SEARCHES: Final[dict[str, Maker]] = {
    "200,000 names": search_data_with(0, [["门", "門"]] * 200_000),
    "a million years": search_data_with(1, [2022] * 400_000),
    "a year of 15 digits": search_data_with(1, [10**15]),
    "100,000 syllables": search_data_with(2, ["men 门"] * 100_000),
    "a syllable of a million characters": search_data_with(2, ["men " + "门" * 500_000]),
    "a character folded from 200 others": folding("".join(map(chr, range(0x4E00, 0x4EC8))), "一" * 200),
    "a character folded from 200,000 others": folding("三" * 200_000, "一" * 200_000),
    "100,000 characters folded": folding("三" * 100_000, "一二四五六七八九十百" * 10_000),
    "an index of 2,000 segments": block_in("names", "10", f"x'{structure(2_000).hex()}'"),
    "an index of 100 segments": block_in("texts", "10", f"x'{structure(100).hex()}'"),
    "an index without a structure": statements("DELETE FROM texts_data WHERE id=10"),
    "an index whose structure is a text": block_in("texts", "10", "'structure'"),
    "an index with a page of 40 MB": block_in("texts", "137438953473", "zeroblob(40<<20)"),
    "an index with a page of nothing": block_in("texts", "137438953473", "x''"),
    "an index that leads to another page": statements("UPDATE names_idx SET pgno=pgno+2"),
    "an index that leads nowhere": statements("DELETE FROM names_idx"),
    "an index with another term": statements(
        "UPDATE names_idx SET term=x'30ff' WHERE pgno=(SELECT max(pgno) FROM names_idx)"
    ),
    "an index whose settings are a bomb": statements("INSERT INTO names_config VALUES('pgsz', 2000000000)"),
    "an index whose hash is endless": statements("INSERT INTO texts_config VALUES('hashsize', 1<<40)"),
}

SIZES: Final[dict[str, Maker]] = {
    f"{kind}: {name}": maker
    for kind, makers in (
        ("too long", LONG_TEXTS),
        ("too many", LONG_LISTS),
        ("number", BAD_NUMBERS),
        ("map", BAD_MAPS),
        ("picture", BAD_PICTURES),
        ("font", BAD_FONTS),
        ("search", BAD_SEARCHES),
    )
    for name, maker in makers.items()
}
"""What a full reading refuses, and a window, too, where it shows it."""
