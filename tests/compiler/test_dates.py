"""Dates as editors write them: every form of docs/content.md, and what is refused with a way out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.compiler.descriptions.dates import read_date
from exhibit.compiler.descriptions.timeline import in_order_of_time
from exhibit.date_words import date_words
from exhibit.model.event import DatePoint, Event, EventDate
from exhibit.model.text import same
from tests.dates import DATES
from tests.processes import ROOT

FORMS = {
    "2022-06-23": ["2022年6月23日", "2022年06月23日", "公元2022年6月23日", "2022-06-23/2022-06-23"],
    "2022-06": ["2022年6月"],
    "2022": ["2022年", "公元2022年", "西元2022"],
    "960": ["0960", "960年", "0960年"],
    "25": ["公元25年"],
    "-209": ["公元前209年", "公元前209", "前209年", "西元前209年", "-0209", "-209年"],
    "-209-01-05": ["公元前209年1月5日"],
    "1980年代": ["198X", "20世纪80年代", "20世紀80年代", "公元1980年代"],
    "1900年代": ["190X", "20世纪00年代"],
    "-200年代": ["公元前200年代", "-20X", "公元前3世纪00年代"],
    "-220年代": ["公元前220年代", "公元前3世纪20年代"],
    "19世纪": ["19世紀", "18XX", "公元19世纪"],
    "1世纪": ["00XX", "公元1世纪"],
    "-5世纪": ["公元前5世纪", "前5世紀"],
    "1937/1945": ["1937-1945", "1937 - 1945", "1937—1945", "1937——1945年", "1937–1945", "1937年至1945年", "1937年-1945年", "1937到1945年", "1937 / 1945"],
    "2022-06-01/2022-06-05": ["2022年6月1日—2022年6月5日", "2022-06-01至2022-06-05"],
    "2022-06/2022-09": ["2022年6月至2022年9月"],
    "960/1127": ["960-1127", "960—1127年"],
    "-206/220": ["公元前206年至公元220年", "公元前206-公元220年", "-206-220", "-206—220"],
    "-221/-206": ["公元前221—前206年", "-221--206", "公元前221年/公元前206年"],
    "-1/1": ["公元前1年至公元1年"],
    "1937/1945-08": ["1937年—1945年8月"],
    "18世纪/19世纪": ["18—19世纪", "18-19世纪", "18世紀至19世紀", "17XX/18XX"],
    "-5世纪/-3世纪": ["公元前5—前3世纪"],
    "1980年代/1990年代": ["1980—1990年代", "198X/199X"],
    "18年/19世纪": ["18年—19世纪", "公元18年/公元19世纪"],
    "2018/..": ["2018年至今", "2018—今", "2018年/.."],
    "../1949": ["../1949年"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "form"), [(one, form) for one, forms in FORMS.items() for form in [one, *forms]])
def test_every_form_of_a_date_is_read(written: str, form: str) -> None:
    assert str(read_date(form)) == written


def test_every_form_of_the_documentation_is_read_and_shown_as_it_says() -> None:
    lines = (ROOT / "docs" / "content.md").read_text("utf-8").splitlines()
    start = lines.index("| what | in digits | as printed | shown as |") + 2
    rows = [line.strip("|").split("|") for line in lines[start : lines.index("", start)]]
    assert len(rows) > 10
    for what, digits, printed, shown in rows:
        forms = re.findall("`([^`]+)`", digits + printed)
        words = {date_words(read_date(form), "hans") for form in forms}
        assert words <= {*shown.strip().split(", "), "公元前209年6月", "公元前209年6月23日"}, what


def test_what_a_form_means() -> None:
    assert read_date("公元前209年") == EventDate(DatePoint("year", -209), DatePoint("year", -209))
    assert read_date("1980年代").start == DatePoint("decade", 1980)
    assert read_date("18XX").start == DatePoint("century", 1801)
    assert read_date("2022-06/..") == EventDate(DatePoint("month", 2022, 6), None)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("1945-1937", "write 1937/1945"),
        ("2022-06-05/2022-06-01", "write 2022-06-01/2022-06-05"),
        ("220/-206", "write -206/220"),
        ("公元前206年/公元前221年", "write -221/-206"),
        ("2022-13", "month from 1 to 12"),
        ("2022年13月", "month from 1 to 12"),
        ("2022-00", "month from 1 to 12"),
        ("2022-02-29", "which has 28"),
        ("1900-02-29", "which has 28"),
        ("2022-06-01/2022-06-31", "which has 30"),
        ("0", "no year 0"),
        ("0000", "no year 0"),
        ("公元前0年", "no year 0"),
        ("-1/0", "no year 0"),
        ("000X", "no year 0"),
        ("0世纪", "no century 0"),
        ("99XX", "-9999 to 9999"),
        ("公元前221年至206年", "era of both ends"),
        ("公元前5—3世纪", "era of both ends"),
        ("2022-6", "write 2022-06"),
        ("2022-6-3", "write 2022-06-03"),
        ("2022-06-3", "write 2022-06-03"),
        ("1937-45", "write 1937/1945"),
        ("2022-23", "write 2022/2023"),
        ("1998-97", "month from 1 to 12"),
        ("1937-45-50", "month from 1 to 12"),
        ("2022/06", "write 2022-06"),
        ("2022/06/23", "write 2022-06-23"),
        ("1937?", "`sure` says"),
        ("1937~", "`sure` says"),
        ("../..", "a beginning or an end"),
        *(
            (one, "a date such as")
            for one in ("", "去年", "２０２２", "2022-", "20220", "-", "/", "2022/", "/2022", "1/2/3", "2022 06", "今",
                        "2022.6.3", "2022-06-23-01", "十九世纪", "1980s", "9月", "2022年6月1日至5日", "公元")
        ),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_way_out(written: str, advice: str) -> None:
    with pytest.raises(ValueError, match=r"^must ") as caught:
        read_date(written)
    assert advice in str(caught.value)


def test_29_february_is_there_every_four_years() -> None:
    for written in ("2024-02-29", "2000-02-29", "-209-02-29"):
        assert str(read_date(written)) == written


@given(DATES)
def test_a_date_reads_as_it_is_written(date: EventDate) -> None:
    assert read_date(str(date)) == date


def event(number: int, date: EventDate) -> Event:
    return Event(str(number), date, "printed", same(""), "a", "retold", "one", None)


@pytest.mark.parametrize(
    ("written", "ordered"),
    [
        ("2022 960 25 -209 公元前5世纪", "-5世纪 -209 25 960 2022"),
        ("1937-1945 1940 1936 1946", "1936 1937/1945 1940 1946"),
        ("2022-06-23 2022-06 2022 2022-05", "2022-05 2022-06-23 2022-06 2022"),
        ("2018/.. 2022 ../1949 1900", "1900 ../1949 2018/.. 2022"),
        ("19世纪 1860 1801 1700", "1700 19世纪 1801 1860"),
        ("-206/220 -209/960 -207", "-209/960 -207 -206/220"),
    ],
)
def test_events_go_forward_and_keep_the_editors_order_where_dates_of_a_year_overlap(written: str, ordered: str) -> None:
    events = [event(number, read_date(one)) for number, one in enumerate(written.split())]
    assert [str(one.date) for one in in_order_of_time(events)] == ordered.split()


@given(st.lists(DATES, max_size=12))
def test_no_event_stands_behind_one_that_lies_wholly_after_it(found: list[EventDate]) -> None:
    events = in_order_of_time(event(number, date) for number, date in enumerate(found))
    assert sorted(int(one.id) for one in events) == list(range(len(found)))
    begun = [one.date.start.first_day[0] for one in events]
    assert begun == sorted(begun)
    for at, one in enumerate(events):
        assert all(earlier.date.earliest <= one.date.latest for earlier in events[:at])
    assert in_order_of_time(events) == events
