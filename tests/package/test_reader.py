"""What comes out of a package: all that went in, listed in order, read only when asked for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.limits import MAX_FIGURES
from exhibit.model.package import PackageCounts, TopicCounts
from exhibit.package.file import connect
from exhibit.package.format import INDEXES, TABLES, PackageError
from exhibit.package.reader import PackageReader, iter_articles
from exhibit.package.verify import open_package, verify, verify_digest
from exhibit.package.writer import write_package
from tests.package.at_limits import AT_LIMITS
from tests.package.spoiling import statements, value
from tests.samples import entry, on_topic_contents, region, sample_contents

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H9"/></svg>'


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = open_package(sample)
    yield reader
    reader.close()


def test_the_exhibit_the_map_and_the_regions_come_back(package: PackageReader) -> None:
    contents = sample_contents()
    assert package.exhibit == contents.exhibit
    assert package.map() == contents.map
    assert tuple(package.regions()) == contents.regions
    assert package.region("west") == contents.regions[1]


def test_articles_bodies_and_figures_come_back(package: PackageReader) -> None:
    for one in sample_contents().entries:
        assert package.article(one.article.id) == one.article
        assert tuple(package.metrics(article=one.article.id)) == one.metrics
        assert [package.body(body.article, body.edition) for body in one.bodies] == list(one.bodies)
        assert [package.metric(metric.id) for metric in one.metrics] == list(one.metrics)


def test_what_describes_the_articles_comes_back(package: PackageReader) -> None:
    contents = sample_contents()
    assert tuple(package.computed()) == contents.computed
    assert [package.metric(metric.id) for metric in contents.computed] == list(contents.computed)
    assert tuple(package.systems()) == contents.systems
    assert [package.system(one.id) for one in contents.systems] == list(contents.systems)
    assert tuple(package.comparisons()) == contents.comparisons
    assert tuple(package.terms()) == contents.terms
    assert [package.term(one.id) for one in contents.terms] == list(contents.terms)
    assert tuple(package.events()) == contents.events


def test_it_is_listed_by_article_and_topic(package: PackageReader) -> None:
    assert [one.id for one in package.systems("gate")] == ["gate-system"]
    assert [one.id for one in package.systems("nowhere")] == []
    assert [one.id for one in package.comparisons("gate-2")] == ["more"]
    assert [one.id for one in package.events("east")] == ["opened", "closed"]
    assert [one.id for one in package.computed(article="gate")] == ["gate.each"]
    assert [one.id for one in package.computed(region="gate", topic="trade")] == ["gate.each", "gate-2.each"]
    assert package.computed(topic="people") == []


def test_sections_are_listed_by_topic(package: PackageReader) -> None:
    found = package.sections("people")
    assert [(one.article, one.section.id) for one in found] == [
        (id, "two") for id in ("east", "west", "gate", "gate-2")
    ]
    assert [one.article for one in package.sections("trade", "gate")] == ["gate", "gate-2"]
    assert len(package.sections("trade", count=1)) == 1
    assert package.sections("nothing") == []


def test_a_term_is_found_where_it_is_marked(package: PackageReader) -> None:
    found = package.occurrences("ticket")
    assert [(one.article, one.section) for one in found[:3]] == [("east", "one"), ("east", "two"), ("west", "one")]
    assert package.occurrences("house") == []
    for one in found:
        block = next(block for block in package.body(one.article, one.edition).blocks if block.id == one.block)
        assert block.text.cut(one.start, one.end).hant == "門票"


def test_a_topic_is_counted_place_by_place(tmp_path: Path) -> None:
    write_package(on_topic_contents(), tmp_path / "e")
    verify(tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert list(package.topic_counts("trade").items()) == [
        ("east", TopicCounts(2, 1, 2, 1)), ("gate", TopicCounts(4, 2, 13, 2)),
    ]  # fmt: skip
    assert package.topic_counts("people")["west"] == TopicCounts(4, 2, 0)
    assert package.topic_counts("nothing") == {}
    assert package.topic_counts("\ud800") == {}
    for topic in package.exhibit.topics:
        counts = package.topic_counts(topic.id)
        for place in ("east", "west", "gate"):
            figures = len(package.metrics(region=place, topic=topic.id))
            sections = len(package.sections(topic.id, place))
            found = counts.get(place, TopicCounts())
            assert (found.figures, found.sections) == (figures, sections)
    package.close()


def test_a_package_that_does_not_count_a_topic_is_damaged(sample: Path) -> None:
    statements("DELETE FROM part WHERE id='topic/trade'")(sample)
    package = open_package(sample)
    assert package.topic_counts("people")
    with pytest.raises(PackageError, match="trade") as caught:
        package.topic_counts("trade")
    assert caught.value.fault == "damaged"
    package.close()


def test_no_computed_figure_is_among_those_an_article_states(package: PackageReader) -> None:
    assert not any(metric.computed for metric in package.metrics())


def test_files_and_fonts_come_back(tmp_path: Path) -> None:
    contents = replace(sample_contents(), blobs={"map.svg": SVG, "empty": b""}, fonts=(b"first", b"second"))
    write_package(contents, tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert package.blob("map.svg") == SVG
    with pytest.raises(PackageError, match="not SVG"):
        package.blob("empty")
    assert package.fonts() == [b"first", b"second"]
    package.close()


def test_a_package_without_a_map_has_none(tmp_path: Path) -> None:
    write_package(replace(sample_contents(), map=None), tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert package.map() is None
    package.close()


@pytest.mark.parametrize("id", ["", "nowhere", "east'", "east\0", "\ud800", "east/retold", "%", "*"])
def test_an_id_that_is_not_there_is_none(package: PackageReader, id: str) -> None:
    assert package.article(id) is None
    assert package.region(id) is None
    assert package.metric(id) is None
    assert package.articles(id) == []
    assert package.metrics(region=id) == []


@pytest.mark.parametrize("id", ["", "map.png", "../map", "\ud800"])
def test_a_file_that_is_not_there_is_damage(package: PackageReader, id: str) -> None:
    with pytest.raises(PackageError, match="is missing"):
        package.blob(id)


@pytest.mark.parametrize(("start", "count", "ids"), [
    (0, 50, ["gate", "gate-2"]), (0, 1, ["gate"]), (1, 1, ["gate-2"]), (1, 50, ["gate-2"]), (2, 50, []), (0, 0, []),
])  # fmt: skip
def test_articles_of_a_region_come_a_page_at_a_time(
    package: PackageReader, start: int, count: int, ids: list[str]
) -> None:
    assert [article.id for article in package.articles("gate", start, count)] == ids


@pytest.mark.parametrize(("wanted", "count"), [
    ({}, 16), ({"article": "east"}, 4), ({"region": "gate"}, 8), ({"topic": "people"}, 8),
    ({"region": "gate", "topic": "people"}, 4), ({"article": "gate-2", "topic": "trade"}, 2),
    ({"article": "gate-2", "region": "gate", "topic": "trade"}, 2), ({"article": "gate-2", "region": "east"}, 0),
])  # fmt: skip
def test_figures_are_listed_by_article_region_and_topic(
    package: PackageReader, wanted: dict[str, str], count: int
) -> None:
    found = package.metrics(**wanted)  # type: ignore[arg-type]  # rows of texts
    assert len(found) == count
    assert all(getattr(metric, name) == one for metric in found for name, one in wanted.items())


def test_figures_are_in_reading_order_and_no_more_than_asked_for(package: PackageReader) -> None:
    ids = [metric.id for one in sample_contents().entries for metric in one.metrics]
    assert [metric.id for metric in package.metrics(count=5)] == ids[:5]


def test_no_figure_of_an_article_is_left_out(tmp_path: Path) -> None:
    write_package(AT_LIMITS["figures"](sample_contents()), tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert len(package.metrics(article="east")) == len(package.computed(article="east")) == MAX_FIGURES
    package.close()


def test_regions_with_many_articles_are_walked_to_the_end(tmp_path: Path) -> None:
    entries = [entry(f"east-{number}", 1) for number in range(103)]
    contents = replace(sample_contents(), computed=(), systems=(), comparisons=(), events=())
    counts = PackageCounts(1, 103, 103 * 4, 1000, terms=2)
    exhibit = contents.exhibit._replace(counts=counts)
    regions = (region("east", 103, 103 * 4),)
    write_package(replace(contents, exhibit=exhibit, map=None, regions=regions, entries=entries), tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert [article.id for article in iter_articles(package)] == [one.article.id for one in entries]
    package.close()
    verify(tmp_path / "e")


def test_opening_reads_no_text(sample: Path) -> None:
    value("chunk", "1", "[not even JSON")(sample)
    package = open_package(sample)
    assert package.body("west", "retold").blocks
    with pytest.raises(PackageError, match="chunk 1"):
        package.body("east", "retold")
    package.close()


def test_a_large_package_opens_before_its_digest_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "e"
    write_package(replace(sample_contents(), blobs={"large": bytes(17 << 20)}), path)
    with path.open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)[0]
        file.seek(-1, 2)
        file.write(bytes([last ^ 1]))
    open_package(path).close()
    with pytest.raises(PackageError, match="digest"):
        verify_digest(path)


def test_a_row_without_its_checksum_is_found_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "e"
    write_package(replace(sample_contents(), blobs={"large": bytes(17 << 20)}), path)
    statements("UPDATE article SET value=replace(value,'长街','短街') WHERE id='east'")(path)
    package = open_package(path)
    assert package.article("west")
    with pytest.raises(PackageError, match="article east"):
        package.article("east")
    package.close()


def test_the_digest_is_that_of_the_writer(tmp_path: Path) -> None:
    digest = write_package(sample_contents(), tmp_path / "e")
    package = open_package(tmp_path / "e")
    assert package.digest == digest
    package.close()


def test_reading_leaves_nothing_beside_the_file(sample: Path) -> None:
    before = sample.read_bytes()
    verify(sample)
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]
    assert sample.read_bytes() == before


def test_a_package_opens_in_a_folder_that_takes_no_writing(sample: Path) -> None:
    sample.chmod(0o444)
    sample.parent.chmod(0o555)
    try:
        verify(sample)
    finally:
        sample.parent.chmod(0o755)


@pytest.mark.parametrize("name", ["书 画?.exhibit", "a#b%20c.exhibit", "a;b&mode=rwc.exhibit", "-x'\".exhibit"])
def test_a_package_opens_whatever_it_is_called(sample: Path, name: str) -> None:
    verify(sample.rename(sample.with_name(name)))


@pytest.mark.parametrize("statement", [
    "DELETE FROM article", "CREATE TEMP TABLE t(x)", "ATTACH ':memory:' AS other", "PRAGMA user_version=9",
    "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x FROM n) SELECT count(*) FROM n",
])  # fmt: skip
def test_a_connection_does_nothing_but_read(sample: Path, statement: str) -> None:
    with closing(connect(sample)) as database, pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        database.execute(statement)


def test_the_schema_is_the_tables_and_indexes_of_the_format() -> None:
    assert list(TABLES) == [
        "part", "region", "article", "section", "body", "chunk", "metric", "computed", "system", "comparison", "term", "occurrence", "event",
    ]  # fmt: skip
    assert list(INDEXES) == [
        "article_region", "section_topic", "metric_article", "metric_region", "metric_topic",
        "computed_article", "system_article", "occurrence_term", "event_article",
    ]  # fmt: skip
