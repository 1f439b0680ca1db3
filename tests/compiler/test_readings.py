"""How names are read: by the dictionary, and over it by the content's own readings."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from exhibit.compiler.compile import build
from exhibit.compiler.problems import ProblemList
from exhibit.compiler.scripts.converter import ScriptConverter
from exhibit.compiler.scripts.readings import make_index_options
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.compiler.scripts.variants import families
from exhibit.model.search import SearchQuery
from exhibit.package.reader import PackageReader
from exhibit.package.search.folding import folding_of
from tests.compiler.folders import lay

NAMES = [
    ("章贡区", "zhang gong qu"), ("赣州蓉江新区", "gan zhou rong jiang xin qu"), ("抚州", "fu zhou"), ("虔州", "qian zhou"), ("重庆", "chong qing"),
    ("女儿", "nv er"), ("“5G”专网", "    zhuan wang"), ("赵孟𫖯", "zhao meng fu"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "syllables"), NAMES)
def test_the_dictionary_reads_by_context(name: str, syllables: str) -> None:
    problems = ProblemList()
    read = make_index_options(None, None, TextConverter(ScriptConverter(), problems), problems).read
    assert " ".join(read(name)) == syllables
    assert len(read(name)) == len(name)


def test_own_readings_win_and_the_longest_of_them(tmp_path: Path) -> None:
    folder = lay("readings-are-fine", tmp_path / "content")
    (folder / "readings.yaml").write_text("边: ban\n河邊: hú bàn\n", "utf-8")
    build(folder, tmp_path / "e.exhibit")
    with closing(PackageReader(tmp_path / "e.exhibit")) as package:
        assert [one.id for one in package.complete(SearchQuery("huban"))] == ["riverside"]
        assert [one.id for one in package.complete(SearchQuery("shanban"))] == ["hillside"]
        assert package.complete(SearchQuery("hebian")) == ()


@pytest.fixture(scope="module")
def first(first_exhibit: Path) -> Iterator[PackageReader]:
    """The first exhibit, open."""
    with closing(PackageReader(first_exhibit)) as package:
        yield package


@pytest.mark.parametrize(
    "typed",
    ["zhanggong", "zgq", "zhang贡", "章gong", "zhāng gòng", "章贡", "章貢", "zhangg", "ZHANGGONG", "zhanggongqu"],
)
def test_a_place_is_found_however_it_is_typed(first: PackageReader, typed: str) -> None:
    assert first.complete(SearchQuery(typed, "hant"))[0].id == "zhanggong"
    group = next(first.search(SearchQuery(typed)))
    assert (group.kind, group.hits[0].id) == ("region", "zhanggong")


def test_every_place_completes_from_its_first_letters(first: PackageReader) -> None:
    for typed, id in (
        ("rj", "rongjiang"),
        ("gj", "ganjiang"),
        ("dl", "donglin"),
        ("fz", "fuzhou"),
        ("f", "fuzhou"),
        ("rong", "rongjiang"),
    ):
        assert id in [one.id for one in first.complete(SearchQuery(typed, "hans"))], typed


def test_the_exhibits_own_names_are_completed(first: PackageReader) -> None:
    found = first.complete(SearchQuery("jinxiu"))
    assert ("锦绣花园社区", "text", "") in [(one.text.hans, one.kind, one.id) for one in found]


def test_both_scripts_of_the_first_exhibit_fold_to_the_same(first: PackageReader) -> None:
    folding, apart, whole = folding_of(families()), 0, 0
    for region in first.regions():
        for article in first.articles(region.id):
            for edition in article.editions:
                for block in first.body(article.id, edition.id).blocks:
                    apart += folding.flat(block.text.hans) != folding.flat(block.text.hant)
                    whole += 1
    assert apart <= whole / 100


@pytest.mark.parametrize("variants", ["后後", "里裡裏", "台臺颱", '“「"', "１1", "Ａaa"])
def test_families(variants: str) -> None:
    folding = folding_of(families())
    assert len({folding.flat(one) for one in variants}) == 1
