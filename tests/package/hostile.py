"""Hostile packages: what each is called, and what makes it out of the sample."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from exhibit.package.format import APPLICATION_ID, FORMAT_VERSION, PAGE_SIZE, TRAILER_SIZE
from tests.package.spoiling import Maker, change_bytes, changed, changed_leaf, reseal, statements, value

EAST: Final = "1"
"""The rank of the first leaf of the first article."""
ENDLESS: Final = "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x FROM n) SELECT x id, x value, x seal FROM n"


def bytes_of(content: bytes) -> Maker:
    """A file of these bytes."""
    return lambda path: void(path.write_bytes(content))


def void(_: object) -> None:
    """Takes what a call gave and gives nothing."""


def also_resealed(make: Maker) -> Maker:
    """The same with the right digest."""

    def both(path: Path) -> None:
        make(path)
        reseal(path)

    return both


def cut_to(length: int) -> Maker:
    return lambda path: os.truncate(path, length)


def longer_by(content: bytes) -> Maker:
    return lambda path: void(path.write_bytes(path.read_bytes() + content))


def overwritten(at: int, new: bytes) -> Maker:
    return lambda path: change_bytes(path, at, new)


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE article(id, value, seal)")
        database.execute(f"PRAGMA user_version={FORMAT_VERSION}")
        database.commit()


def own_database(path: Path) -> None:
    other_database(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    path.write_bytes(path.read_bytes() + bytes(TRAILER_SIZE))


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put(index: int, new: object) -> Callable[[Any], None]:
    """Another value at one place of a list."""
    return lambda data: data.__setitem__(index, new)


def exhibit(text: str) -> Maker:
    return value("part", "exhibit", text)


def exhibit_with(index: int, written: str) -> Maker:
    """The exhibit with one field as this JSON; 0 id, 1 title, 4 version, 7 counts."""
    fields = ['"sample"', '["",""]', '["",""]', '["",""]', '"1.0"', "[]", "[]", "[0,0,0,0,0,0,0,0,0]"]
    fields[index] = written
    return exhibit(f"[{','.join(fields)}]")


def in_schema(where: str, change: str) -> Maker:
    return statements(f"UPDATE sqlite_schema SET {change} WHERE {where}")


NO_FILES: Final[dict[str, Maker]] = {
    "empty": bytes_of(b""),
    "one byte": bytes_of(b"S"),
    "text": bytes_of("不是展览包\n".encode() * 100),
    "the first words of a database": bytes_of(b"SQLite format 3\0"),
    "a header of zeros": bytes_of(b"SQLite format 3\0" + bytes(200)),
    "another database": other_database,
    "a database that says it is a package": own_database,
    "a folder": folder,
    "a link to itself": link_to_itself,
    "nothing": lambda path: path.unlink(),
}

BAD_FILES: Final[dict[str, Maker]] = {
    "a byte more": longer_by(b"\0"),
    "a page more": longer_by(bytes(PAGE_SIZE)),
    "a second trailer": lambda path: longer_by(path.read_bytes()[-TRAILER_SIZE:])(path),
    "itself twice": lambda path: longer_by(path.read_bytes())(path),
    "a trailer of zeros": lambda path: change_bytes(path, path.stat().st_size - TRAILER_SIZE, bytes(TRAILER_SIZE)),
    "a newer format": overwritten(60, (FORMAT_VERSION + 1).to_bytes(4, "big")),
    "a newer format with its digest": also_resealed(overwritten(60, b"\xff\xff\xff\xff")),
    "an older format": overwritten(60, (FORMAT_VERSION - 1).to_bytes(4, "big")),
    "another application": also_resealed(overwritten(68, b"GPKG")),
    "fewer pages than it has": also_resealed(overwritten(28, b"\0\0\0\1")),
    "pages of 512 bytes": also_resealed(overwritten(16, b"\x02\0")),
    "pages of no size": also_resealed(overwritten(16, b"\0\0")),
    "pages all of reserved room": also_resealed(overwritten(20, b"\xff")),
    "a schema format of the future": also_resealed(overwritten(44, b"\0\0\0\x09")),
    "another text encoding": also_resealed(overwritten(56, b"\0\0\0\x02")),
    "a write version of the future": also_resealed(overwritten(18, b"\x09\x09")),
    "a first page of noise": also_resealed(overwritten(100, bytes(range(256)) * 15)),
}

BAD_SCHEMAS: Final[dict[str, Maker]] = {
    "a view more": statements("CREATE VIEW more AS SELECT 1"),
    "an endless view": statements(f"CREATE VIEW more AS {ENDLESS}"),
    "a trigger": statements("CREATE TRIGGER more AFTER INSERT ON body BEGIN DELETE FROM body; END"),
    "a table more": statements("CREATE TABLE more(x)"),
    "a table that computes": statements("CREATE TABLE more(x, y AS (zeroblob(1000000000)))"),
    "an index more": statements("CREATE INDEX more ON body(value)"),
    "an index that computes": statements("CREATE INDEX more ON body(length(value))"),
    "statistics": statements("ANALYZE"),
    "a column more": statements("ALTER TABLE article ADD COLUMN more"),
    "a column renamed": statements("ALTER TABLE part RENAME COLUMN seal TO mark"),
    "a table less": statements("DROP TABLE metric"),
    "an index less": statements("DROP INDEX metric_topic"),
    "an endless view for a table": statements("DROP TABLE part", f"CREATE VIEW part AS {ENDLESS}"),
    "a check in a table": in_schema("name='part'", "sql=replace(sql, 'value BLOB', 'value BLOB CHECK(randomblob(9))')"),
    "a table twice": statements("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name='part'"),
    "a view in the name of a table": statements(
        f"INSERT INTO sqlite_schema VALUES('view', 'part', 'part', 0, 'CREATE VIEW part AS {ENDLESS}')"
    ),
    "a name of several lines": in_schema("name='metric_topic'", "name='a'||char(10)||'b'||char(27)||'[2J'"),
    "a name that is no text": in_schema("name='metric_topic'", "name=x'ff00'"),
    "SQL that is none": in_schema("name='part'", "sql='nonsense'||char(10)||'and more'"),
    "SQL that is no text": in_schema("name='part'", "sql=x'ff'"),
    "no SQL": in_schema("name='part'", "sql=NULL"),
    "a table that begins nowhere": in_schema("name='part'", "rootpage=999999"),
    "a table in place of another": in_schema("name='part'", "rootpage=1"),
}

BAD_ROWS: Final[dict[str, Maker]] = {
    "no exhibit": statements("DELETE FROM part WHERE id='exhibit'"),
    "an exhibit that is a number": statements("UPDATE part SET value=7 WHERE id='exhibit'"),
    "an exhibit without its seal": statements("UPDATE part SET seal=x'' WHERE id='exhibit'"),
    "an exhibit with the seal of the map": statements(
        "UPDATE part SET seal=(SELECT seal FROM part WHERE id='map') WHERE id='exhibit'"
    ),
    "the map for the exhibit": statements(
        "UPDATE part SET value=(SELECT value FROM part WHERE id='map') WHERE id='exhibit'"
    ),
    "a seal that is text": statements("UPDATE part SET seal='seal' WHERE id='exhibit'"),
    "a value beyond all bounds": statements("UPDATE part SET value=zeroblob(65<<20) WHERE id='exhibit'"),
    "nothing": exhibit(""),
    "no JSON": exhibit("SELECT 1"),
    "JSON of another kind": exhibit('{"id": "sample"}'),
    "JSON that ends early": exhibit('["sample",["",""'),
    "a list too short": exhibit('["sample"]'),
    "a list too long": exhibit(json.dumps(["sample", *[["", ""]] * 3, "1", [], [], [0] * 9, 0])),
    "lists without end": exhibit("[" * 200_000),
    "objects without end": exhibit('{"a":' * 200_000),
    "a text for a list": exhibit_with(1, '"title"'),
    "a number for a text": exhibit_with(4, "1.0"),
    "a truth for a count": exhibit_with(7, "[true,0,0,0,0,0,0,0,0]"),
    "a fraction for a count": exhibit_with(7, "[1.5,0,0,0,0,0,0,0,0]"),
    "NaN for a count": exhibit_with(7, "[NaN,0,0,0,0,0,0,0,0]"),
    "a count of 400 digits": exhibit_with(7, f"[{'9' * 400},0,0,0,0,0,0,0,0]"),
    "a count of 10,000 digits": exhibit_with(7, f"[{'9' * 10_000},0,0,0,0,0,0,0,0]"),
    "scripts of different length": exhibit_with(1, '["书","書畫"]'),
    "one script only": exhibit_with(1, '["书"]'),
    "three scripts": exhibit_with(1, '["书","書","书"]'),
    "a bidirectional control": exhibit_with(1, '["a\u202eb","a\u202eb"]'),
    "an isolate": exhibit_with(1, '["a\\u2066b","a\\u2066b"]'),
    "a lone surrogate": exhibit_with(1, '["\\ud800","\\ud800"]'),
    "a NUL": exhibit_with(1, '["\\u0000","\\u0000"]'),
    "an escape sequence": exhibit_with(1, '["\\u001b[2J","\\u001b[2J"]'),
    "Qt's own mark of a frame": exhibit_with(1, '["\ufdd0","\ufdd0"]'),
    "bytes that are no text": value("part", "exhibit", b'["\xff\xfe"'),
    "a surrogate in UTF-8": value("part", "exhibit", b'["\xed\xa0\x80"]'),
}

AT_OPEN: Final = {
    f"{kind}: {name}": maker
    for kind, makers in (("no file", NO_FILES), ("file", BAD_FILES), ("schema", BAD_SCHEMAS), ("exhibit", BAD_ROWS))
    for name, maker in makers.items()
}
"""What open_package refuses."""


def article_with(index: int, new: object) -> Maker:
    """The article `east` with another field: 0 id, 1 region, 2 citation, 3 editions, 4 metrics."""
    return changed("article", "east", put(index, new))


def block_with(index: int, new: object) -> Maker:
    """Paragraph `one-1` of `east` with another field: 0 id, 1 kind, 2 section, 3 text (none here), 4 marks."""
    return changed_leaf(EAST, lambda _, leaf: put(index, new)(leaf[1][1]))


def mark_with(index: int, new: object) -> Maker:
    """Its first mark with another field: 0 start, 1 end, 2 kind, 3 target."""
    return changed_leaf(EAST, lambda _, leaf: put(index, new)(leaf[1][1][4][0]))


def texts_with(hans: str, hant: str) -> Maker:
    """The same paragraph with other texts: the first in one script, and the first in the other."""

    def change(texts: list[str], _: object) -> None:
        texts[0], texts[len(texts) // 2] = hans, hant

    return changed_leaf(EAST, change)


def folds_with(one: str, other: str) -> Maker:
    """One more character, and what it is folded to."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
            (found,) = database.execute("SELECT value FROM part WHERE id='folds'").fetchone()
        told = found.decode("utf-16")
        half = len(told) // 2
        value("part", "folds", (told[:half] + one + told[half:] + other).encode("utf-16"))(path)

    return make


def metric_with(index: int, new: object) -> Maker:
    """The figure `east.one-guests` with another field: 2 region, 3 topic, 5 value, 7 unit, 11 evidence."""
    return changed("metric", "east.one-guests", put(index, new))


def evidence_with(index: int, new: object) -> Maker:
    """Its sentence with another field: 0 edition, 1 block, 3 start, 4 end, 5 and 6 the number, 7 sentence."""
    return changed("metric", "east.one-guests", lambda fields: put(index, new)(fields[11][0]))


def computed_with(index: int, new: object) -> Maker:
    """The figure `east.each` with another field, as in metric_with; 12 is the formula."""
    return changed("computed", "east.each", put(index, new))


def system_with(article: str, index: int, new: object) -> Maker:
    """An article's system with another field: 1 article, 2 edition, 5 parts, 8 drawing."""
    return changed("system", f"{article}-system", put(index, new))


def part_with(index: int, new: object) -> Maker:
    """Its part `door` with another field: 3 topic, 4 metrics, 5 passages, 6 see, 7 units."""
    return changed("system", "east-system", lambda fields: put(index, new)(fields[5][1]))


def event_with(index: int, new: object) -> Maker:
    """The event `sold` with another field: 1 date, 2 sure, 4 article, 6 passage."""
    return changed("event", "sold", put(index, new))


def map_with(index: int, new: object) -> Maker:
    """The map with another field: 0 width, 2 shapes, 3 spots, 4 picture."""
    return changed("part", "map", put(index, new))


AT_VERIFY: Final[dict[str, Maker]] = {
    "an article that is NULL": statements("UPDATE article SET id=NULL WHERE id='east'"),
    "a region whose id is bytes": statements("UPDATE region SET id=x'ff' WHERE id='east'"),
    "a region of another name": statements("UPDATE region SET id='nowhere' WHERE id='east'"),
    "an article that is no text": statements("UPDATE article SET value=x'ffff' WHERE id='east'"),
    "a text that is no UTF-8": statements("UPDATE article SET value=CAST(x'ffff' AS TEXT) WHERE id='east'"),
    "an article listed nowhere": statements("UPDATE article SET region='nowhere' WHERE id='east'"),
    "an article less": statements("DELETE FROM article WHERE id='gate-2'"),
    "a body less": statements("DELETE FROM body WHERE id='east/retold'"),
    "a figure less": statements("DELETE FROM metric WHERE id='east.one-guests'"),
    "a figure of another article": statements("UPDATE metric SET article='west' WHERE id='east.one-guests'"),
    "the body of another article": statements(
        "UPDATE body SET value=(SELECT value FROM body WHERE id='west/retold') WHERE id='east/retold'"
    ),
    "a body without its seal": statements("UPDATE body SET seal=x'' WHERE id='east/retold'"),
    "a body at another place": statements("UPDATE body SET rank=1000 WHERE id='east/retold'"),
    "a body of no leaves": value("body", "east/retold", "[1,0]"),
    "a body of fewer than none": value("body", "east/retold", "[1,-1]"),
    "a body of leaves beyond counting": value("body", "east/retold", f"[1,{2**53}]"),
    "a body beyond all places": value("body", "east/retold", f"[{2**53},1]"),
    "a leaf less": statements(f"DELETE FROM leaf WHERE rank={EAST}"),
    "a leaf in place of another": statements(
        "UPDATE leaf SET value=(SELECT value FROM leaf WHERE rank=1) WHERE rank=2"
    ),
    "a leaf without its seal": statements(f"UPDATE leaf SET seal=x'' WHERE rank={EAST}"),
    "a leaf of no text": changed_leaf(EAST, lambda texts, leaf: None, to="1000"),
    "a leaf of another text": changed_leaf(EAST, lambda texts, leaf: put(0, "west/retold")(leaf)),
    "a leaf of no body": changed_leaf(EAST, lambda texts, leaf: leaf.pop(0)),
    "a leaf of no blocks": changed_leaf(EAST, lambda texts, leaf: put(1, "one-1")(leaf)),
    "a leaf with a text in one script": changed_leaf(EAST, lambda texts, leaf: texts.append("书")),
    "a leaf with a text too many": changed_leaf(EAST, lambda texts, leaf: texts.extend(["书", "書"])),
    "a leaf with a block too many": changed_leaf(EAST, lambda texts, leaf: leaf[1].append([*leaf[1][1]])),
    "a paragraph that is not searched": changed_leaf(EAST, lambda texts, leaf: put(3, ["书", "書"])(leaf[1][1])),
    "a heading that is searched": changed_leaf(EAST, lambda texts, leaf: put(1, "heading")(leaf[1][1])),
    "a heading without its text": changed_leaf(EAST, lambda texts, leaf: put(3, None)(leaf[1][0])),
    "folds of what stands between texts": folds_with("\ufdd0", "。"),
    "folds of an odd length": value("part", "folds", "門门龍".encode("utf-16")),
    "a font without its seal": statements("INSERT INTO part VALUES('font/0', x'00', x'00')"),
    "a region of text": value("region", "east", '"east"'),
    "a body without end": value("leaf", EAST, "[" * 200_000),
    "a value beyond all bounds": statements(f"UPDATE leaf SET value=CAST(zeroblob(65<<20) AS TEXT) WHERE rank={EAST}"),
    "an article without editions": article_with(3, []),
    "an article that counts its figures wrong": article_with(4, 3),
    "a block of no kind": block_with(1, "table"),
    "a block of unequal scripts": texts_with("书", "書畫"),
    "a block with a bidirectional control": texts_with("\u202e" * 9, "\u202e" * 9),
    "a block of another one's id": changed_leaf(EAST, lambda _, leaf: put(0, "one-2")(leaf[1][3])),
    "a mark before the text": mark_with(0, -1),
    "a mark behind the text": mark_with(1, 100_000),
    "a mark that ends before it starts": mark_with(1, 0),
    "a mark at a number beyond counting": mark_with(1, 10**400),
    "a mark at a fraction": mark_with(0, 1.5),
    "a mark of no kind": mark_with(2, "link"),
    "a mark that leads nowhere": mark_with(3, "west.one-guests"),
    "a figure of no topic": metric_with(3, "nothing"),
    "a figure of another region": metric_with(2, "west"),
    "a figure that is no number": metric_with(5, float("nan")),
    "a figure beyond all numbers": metric_with(5, 10**400),
    "a figure that is beyond all numbers in its base": changed(
        "metric", "east.one-guests", lambda fields: (put(5, 1e308)(fields), put(2, 1e308)(fields[7]))[0]
    ),
    "a figure without a sentence": metric_with(11, []),
    "a sentence in no edition": evidence_with(0, "original"),
    "a sentence in no block": evidence_with(1, "three"),
    "a sentence before the text": evidence_with(3, -5),
    "a sentence behind the text": evidence_with(4, 100_000),
    "a number outside its sentence": evidence_with(6, 100_000),
    "a sentence that is not in the text": evidence_with(7, ["别的话", "別的話"]),
    "a map without end": map_with(0, 10**400),
    "a picture that is not there": map_with(4, "map.svg"),
    "a line cut short": changed("part", "map", lambda fields: put(2, ["AAAACQ=="])(fields[2][0])),
    "a line that is no base64": changed("part", "map", lambda fields: put(2, ["***"])(fields[2][0])),
    "a pin of nowhere": changed("part", "map", lambda fields: put(0, "nowhere")(fields[3][0])),
    "a mark of no term": changed_leaf(EAST, lambda _, leaf: put(3, "nothing")(leaf[1][1][4][1])),
    "a mark that is listed elsewhere": changed_leaf(EAST, lambda _, leaf: put(1, 2)(leaf[1][1][4][1])),
    "a section less": statements("DELETE FROM section WHERE id='east/one'"),
    "a section of another topic": statements("UPDATE section SET topic='people' WHERE id='east/one'"),
    "a section of another title": changed("section", "east/one", lambda fields: put(1, ["门", "門"])(fields[3])),
    "a topic that is not counted": statements("DELETE FROM part WHERE id='topic/trade'"),
    "a topic that is counted wrong": changed("part", "topic/trade", lambda counts: put(0, 3)(counts[0][1])),
    "a topic with a part too many": changed("part", "topic/trade", lambda counts: put(2, 9)(counts[0][1])),
    "a topic counted where it is not": changed("part", "topic/trade", put(0, ["nowhere", [1, 1, 1, 0]])),
    "a topic counted in another order": changed("part", "topic/trade", list.reverse),
    "a topic whose counts are none": value("part", "topic/trade", "[]"),
    "a topic whose counts are texts": value("part", "topic/trade", '[["east",["1","1","1","1"]]]'),
    "a place of a term less": statements("DELETE FROM occurrence WHERE id='ticket/east/retold/one'"),
    "a place of another term": statements("UPDATE occurrence SET term='house' WHERE id='ticket/east/retold/one'"),
    "a place of a term beyond its text": changed("occurrence", "ticket/east/retold/one", put(6, 100_000)),
    "a term that sends nowhere": changed("term", "ticket", put(4, ["nothing"])),
    "a term less": statements("DELETE FROM term WHERE id='house'"),
    "a computed figure less": statements("DELETE FROM computed WHERE id='east.each'"),
    "a computed figure without its sum": computed_with(12, None),
    "a computed figure of no topic": computed_with(3, "nothing"),
    "a computed figure of another region": computed_with(2, "west"),
    "a computed figure of no article": computed_with(1, "nowhere"),
    "a computed figure that is no number": computed_with(5, float("inf")),
    "a sum of nothing": changed("computed", "east.each", lambda fields: put(1, [])(fields[12])),
    "a sum of figures that are not there": changed("computed", "east.each", lambda fields: put(1, ["x.y"])(fields[12])),
    "a computed figure among the stated": changed(
        "metric", "east.one-guests", put(12, [["a", "a"], ["east.one-sum"], 0])
    ),
    "a system less": statements("DELETE FROM system WHERE id='east-system'"),
    "a system of no article": system_with("east", 1, "nowhere"),
    "a system of no edition": system_with("east", 2, "original"),
    "a system without parts": system_with("east", 5, []),
    "a system of no shape": system_with("east", 8, ["circle", []]),
    "a system of another shape": system_with("east", 8, ["levels", []]),
    "a system whose shape is a number": system_with("east", 8, [0, []]),
    "a system whose shape is empty": system_with("east", 8, []),
    "a drawing of parts that are not there": changed("system", "west-system", lambda fields: put(1, ["a"])(fields[8])),
    "a part that is drawn twice": changed("system", "gate-2-system", lambda fields: put(3, ["foot"])(fields[8])),
    "two parts of one id": changed("system", "east-system", lambda fields: put(0, "whole")(fields[5][1])),
    "a part of no topic": part_with(3, "nothing"),
    "a part with a figure that is not there": part_with(4, ["east.nothing"]),
    "a part that leads nowhere": part_with(5, ["three"]),
    "a part that sends nowhere": part_with(6, ["three"]),
    "a part that counts nothing": part_with(7, ["east.nothing", ["a", "a"]]),
    "a comparison less": statements("DELETE FROM comparison WHERE id='guests'"),
    "a comparison of figures that are not there": changed("comparison", "guests", put(4, ["east.nothing"])),
    "a comparison of nothing": changed("comparison", "guests", put(4, [])),
    "a comparison of different things": changed("comparison", "guests", put(4, ["east.one-guests", "east.one-sum"])),
    "an event less": statements("DELETE FROM event WHERE id='sold'"),
    "an event of no article": event_with(4, "nowhere"),
    "an event that leads nowhere": event_with(6, "three"),
    "an event on no day": event_with(1, [["day", 2022, 2, 30]] * 2),
    "an event on no date": event_with(1, "yesterday"),
    "an event on a day without a month": event_with(1, [["day", 2022, None, 23]] * 2),
    "an event that is over before it begins": event_with(1, [["year", 1945, None, None], ["year", 1937, None, None]]),
    "an event without beginning and end": event_with(1, [None, None]),
    "an event that is sure of nothing": event_with(2, "maybe"),
    "a row less in the index": statements("DELETE FROM texts_data WHERE id>10"),
    "an index of nothing": statements("DELETE FROM texts_data", "DELETE FROM texts_idx"),
    "an index of other texts": statements(
        "DELETE FROM texts_data",
        "INSERT INTO texts_data SELECT * FROM names_data",
        "DELETE FROM texts_idx",
        "INSERT INTO texts_idx SELECT * FROM names_idx",
    ),
    "an index of noise": statements("UPDATE texts_data SET block=randomblob(length(block)) WHERE id>10"),
    "an index whose structure is noise": statements("UPDATE names_data SET block=randomblob(40) WHERE id=10"),
    "an index set up otherwise": statements("INSERT INTO names_config VALUES('rank', 'nonsense(1)')"),
    "an index of another version": statements("UPDATE names_config SET v=99"),
    "no lore": statements("DELETE FROM part WHERE id='lore'"),
    "no folds": statements("DELETE FROM part WHERE id='folds'"),
    "folds that lead nowhere": value("part", "folds", "后後里".encode("utf-16")),
    "folds that are no text": value("part", "folds", b"\xff\xfe\x00\xd8\x00\xd8"),
    "folds to a bidirectional control": value("part", "folds", "后\u202e".encode("utf-16")),
    "a name nobody indexed": changed("part", "lore", put(0, [["门", "門"]] * 2)),
    "counts that are wrong": changed("part", "exhibit", lambda fields: put(1, 5)(fields[7])),
    "an edition the exhibit does not name": changed("part", "exhibit", put(5, [])),
    "a topic the exhibit does not name": changed("part", "exhibit", put(6, [])),
}
"""What only a full reading can see."""
