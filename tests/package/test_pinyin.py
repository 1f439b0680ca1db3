"""Pinyin as it is typed: whole, by first letters, mixed, begun, with tones or without."""

import pytest

from exhibit.package.search.folding import folding_of, merged_variants, plain_variants
from exhibit.package.search.pinyin import PinyinTable, plain_letters

ROWS = (
    "zhang 章长张",
    "gong 贡共工",
    "qu 区",
    "xi 西",
    "an 安",
    "xian 先县",
    "chang 长",
    "nv 女",
    "er 儿",
    "ge 个歌",
    "zhe 这",
    "lv 绿",
)
PINYIN = PinyinTable(ROWS, folding_of(merged_variants(plain_variants())))
HEARD = [
    ("章贡区", "zhanggong"), ("章贡区", "zhanggongqu"), ("章贡区", "zgq"), ("章贡区", "zhang贡"), ("章贡区", "章gong"), ("章贡区", "zg"), ("章贡区", "z"),
    ("章贡区", "zhangg"), ("章贡区", "zhgq"), ("章贡区", "zhanggo"), ("章贡区", "zhāng gòng"), ("章贡区", "ZhangGong"), ("章贡区", "zgqu"), ("章贡区", "gq"),
    ("章贡区", "zha"), ("西安", "xian"), ("西安", "xi'an"), ("西安", "xa"), ("先", "xian"), ("女儿", "nv"), ("女儿", "nü"), ("女儿", "nǚér"), ("绿", "lǜ"),
    ("长", "chang"), ("长", "zhang"), ("5个章", "5gz"), ("5G工", "5ggong"), ("“章”贡", "zhanggong"),
]  # fmt: skip
SILENT = [
    ("章贡区", "zhangqu"),
    ("章贡区", "gz"),
    ("章贡区", "hello"),
    ("章贡区", "zhang共"),
    ("章贡区", "12"),
    ("", "z"),
    ("女儿", "nver" * 20),
]


def places(name: str, typed: str) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in PINYIN.find(name.lower(), PINYIN.segmentations(typed))]


@pytest.mark.parametrize(("name", "typed"), HEARD)
def test_sounds_so(name: str, typed: str) -> None:
    assert places(name, typed)


@pytest.mark.parametrize(("name", "typed"), SILENT)
def test_does_not_sound_so(name: str, typed: str) -> None:
    assert not places(name, typed)


def test_where_it_was_heard() -> None:
    assert places("赣州章贡区", "gq") == [(3, 5)]
    assert places("“章”贡", "zg") == [(1, 4)]


def test_letters_without_their_marks() -> None:
    assert plain_letters("lǜ sè") == "lvse"
    assert plain_letters("Nü") == "Nv"
    assert plain_letters("ｚｇ") == "zg"


def test_many_letters_are_cut_in_few_ways() -> None:
    assert len(PINYIN.segmentations("xianganzhanggong" * 2)) <= 16
    assert PINYIN.segmentations("z" * 1000) == []
