"""Systems, comparisons, computed figures, glossary and timeline of a folder, as the package gets them."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from exhibit.compiler.compile import compile_content
from exhibit.compiler.content.schema import json_schemas
from exhibit.model.system import PairsShape, SystemPair
from exhibit.model.text import Text, same
from exhibit.package.writer import PackageContents
from tests.compiler.folders import CONTENT, lay


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> PackageContents:
    compiled = compile_content(lay("described-is-fine", tmp_path_factory.mktemp("folder") / "content"))
    assert compiled.contents
    return compiled.contents


def test_a_system(contents: PackageContents) -> None:
    (system,) = contents.systems
    assert (system.id, system.article, system.edition, system.shape) == ("street", "wall", "retold", "pairs")
    assert system.drawing == PairsShape(
        "pairs", (SystemPair("told", (Text("店铺", "店鋪"), Text("街坊", "街坊")), Text("账本", "賬本")),)
    )
    book, told = system.parts
    assert (book.metrics, told.passages, told.see) == (("wall.shops", "wall.rent"), ("told-1",), ("wall-1",))
    assert told.units
    assert (told.units.metric, system.caption("pairs")) == ("wall.rent-before", Text("两头", "兩頭"))


def test_computed_figures(contents: PackageContents) -> None:
    each, growth = contents.computed
    assert (each.id, each.region, each.value, each.qualifiers) == ("wall.each", "riverside", 7175, ("about",))
    assert each.formula
    assert each.formula.text == Text("93.28万元 ÷ 130家 ≈ 7175元", "93.28萬元 ÷ 130家 ≈ 7175元")
    assert (each.evidence, each.computed, each.formula.metrics) == ((), True, ("wall.rent", "wall.shops"))
    assert growth.formula
    assert growth.formula.text.hans == "93.28万元 ÷ 80万元 − 100% = 16.6%"
    assert growth.qualifiers == ("exactly",)


def test_comparison_term_and_event(contents: PackageContents) -> None:
    (comparison,) = contents.comparisons
    assert (comparison.unit, comparison.metrics[2]) == (same("元"), "hill.paid")
    assert [(term.id, term.see) for term in contents.terms] == [("rent", ("shop",)), ("shop", ())]
    assert [(event.id, str(event.date)) for event in contents.events] == [("before", "2020"), ("paper", "2022-06-23")]


def test_terms_are_marked_in_both_scripts(contents: PackageContents) -> None:
    entries = {entry.article.id: entry for entry in contents.entries}
    hill = entries["hill"].bodies[0].blocks[1]
    assert [(hill.text.cut(mark.start, mark.end).hant, mark.target) for mark in hill.terms] == [("鋪面", "shop")]
    wall = [block for block in entries["wall"].bodies[0].blocks if block.terms]
    assert [mark.target for mark in wall[0].terms] == ["shop", "rent"]


def test_counts(contents: PackageContents) -> None:
    counts = contents.exhibit.counts
    assert (counts.computed, counts.systems, counts.comparisons, counts.terms, counts.events) == (2, 1, 1, 2, 2)


def test_only_the_texts_of_described_articles_are_read_while_counting(tmp_path: Path) -> None:
    """A glossary that changes is a reason to compile an article again; a system is not."""
    folder, cache = lay("described-is-fine", tmp_path / "content"), tmp_path / "cache"
    compile_content(folder, cache)
    kept = {file.name for file in cache.glob("article-*")}
    system = folder / "systems" / "street.yaml"
    system.write_text(system.read_text("utf-8").replace("两头", "两边"), "utf-8")
    compile_content(folder, cache)
    assert {file.name for file in cache.glob("article-*")} == kept
    glossary = folder / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8").replace("铺面]", "铺面, 街坊]"), "utf-8")
    compile_content(folder, cache)
    assert not {file.name for file in cache.glob("article-*")} & kept


@pytest.mark.parametrize("kind", ["system", "comparisons", "computed", "glossary", "timeline"])
def test_the_real_files_fit_their_schema(kind: str) -> None:
    files = sorted((CONTENT / "systems").glob("*.yaml")) if kind == "system" else [CONTENT / f"{kind}.yaml"]
    schema = json.loads(json.dumps(json_schemas()[kind]))
    for file in files:
        jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), schema)
