"""Dates in words, in each interface language."""

import pytest

from exhibit.compiler.descriptions.dates import read_date
from exhibit.date_words import date_words, point_words, year_words
from exhibit.model.event import DatePoint

WORDS = {
    "2022": ("2022年", "2022年", "2022"),
    "2022-06": ("2022年6月", "2022年6月", "June 2022"),
    "2022-06-03": ("2022年6月3日", "2022年6月3日", "3 June 2022"),
    "960": ("960年", "960年", "960"),
    "25": ("公元25年", "公元25年", "25 AD"),
    "25-06-03": ("公元25年6月3日", "公元25年6月3日", "3 June 25 AD"),
    "-209": ("公元前209年", "公元前209年", "209 BC"),
    "-209-12-31": ("公元前209年12月31日", "公元前209年12月31日", "31 December 209 BC"),
    "1980年代": ("1980年代", "1980年代", "1980s"),
    "1900年代": ("1900年代", "1900年代", "decade 1900s"),
    "-210年代": ("公元前210年代", "公元前210年代", "210s BC"),
    "19世纪": ("19世纪", "19世紀", "19th century"),
    "1世纪": ("1世纪", "1世紀", "1st century"),
    "-2世纪": ("公元前2世纪", "公元前2世紀", "2nd century BC"),
    "-3世纪": ("公元前3世纪", "公元前3世紀", "3rd century BC"),
    "11世纪": ("11世纪", "11世紀", "11th century"),
    "1937/1945": ("1937年至1945年", "1937年至1945年", "1937 to 1945"),
    "1937/1945-08": ("1937年至1945年8月", "1937年至1945年8月", "1937 to August 1945"),
    "2022-06/2022-09": ("2022年6月至9月", "2022年6月至9月", "June to September 2022"),
    "2021-12/2022-01": ("2021年12月至2022年1月", "2021年12月至2022年1月", "December 2021 to January 2022"),
    "2022-06/2022-07-05": ("2022年6月至2022年7月5日", "2022年6月至2022年7月5日", "June 2022 to 5 July 2022"),
    "2022-06-01/2022-06-05": ("2022年6月1日至5日", "2022年6月1日至5日", "1 to 5 June 2022"),
    "2022-06-28/2022-07-05": ("2022年6月28日至7月5日", "2022年6月28日至7月5日", "28 June to 5 July 2022"),
    "-209-06-01/-209-06-05": ("公元前209年6月1日至5日", "公元前209年6月1日至5日", "1 to 5 June 209 BC"),
    "-221/-206": ("公元前221年至公元前206年", "公元前221年至公元前206年", "221 BC to 206 BC"),
    "-206/220": ("公元前206年至公元220年", "公元前206年至公元220年", "206 BC to 220 AD"),
    "-1/1": ("公元前1年至公元1年", "公元前1年至公元1年", "1 BC to 1 AD"),
    "-3世纪/3世纪": ("公元前3世纪至公元3世纪", "公元前3世紀至公元3世紀", "3rd century BC to 3rd century AD"),
    "18世纪/19世纪": ("18世纪至19世纪", "18世紀至19世紀", "18th century to 19th century"),
    "2018/..": ("2018年起", "2018年起", "from 2018 on"),
    "2018-06/..": ("2018年6月起", "2018年6月起", "from June 2018 on"),
    "../1949": ("到1949年为止", "到1949年為止", "until 1949"),
}


@pytest.mark.parametrize(("date", "words"), WORDS.items())
def test_a_date_in_words(date: str, words: tuple[str, str, str]) -> None:
    assert (
        date_words(read_date(date), "hans"),
        date_words(read_date(date), "hant"),
        date_words(read_date(date), "en"),
    ) == words


def test_months_have_names_in_english() -> None:
    months = [point_words(DatePoint("month", 2022, month), "en").split()[0] for month in range(1, 13)]
    assert months[::3] == ["January", "April", "July", "October"]
    assert len(set(months)) == 12


def test_a_year_before_our_era_has_no_minus() -> None:
    assert [year_words(-209, language) for language in ("hans", "hant", "en")] == ["公元前209年"] * 2 + ["209 BC"]
    assert year_words(2022, "hans") == "2022年"
