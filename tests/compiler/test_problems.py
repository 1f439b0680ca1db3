"""How many problems are printed, and how."""

from pathlib import Path

import pytest

from exhibit.__main__ import main
from exhibit.commands.content import printable
from exhibit.compiler.problems import Problem, condensed, id_list
from tests.compiler.folders import lay


def problems(count: int, message: str = "wrong {}", file: str = "{}.md") -> list[Problem]:
    return [Problem(file.format(number), 1, "warning", message.format(number)) for number in range(count)]


def test_few_are_all_printed() -> None:
    found = problems(10, "the same")
    assert condensed(found) == (sorted(found), 0)


def test_one_message_in_many_files_is_one_line() -> None:
    (line,), left_out = condensed(problems(10_000, "the same"))
    assert (line.file, line.message, left_out) == ("0.md", "the same (so do 9,999 other files)", 0)


def test_one_message_on_many_lines_of_a_file_stays() -> None:
    found = [Problem("a.md", line, "error", "the same") for line in range(50)]
    assert condensed(found) == (found, 0)


def test_errors_come_before_warnings_if_there_are_too_many() -> None:
    error = Problem("z.md", 1, "error", "x")
    shown, left_out = condensed([*problems(600), error])
    assert (len(shown), error in shown, left_out) == (500, True, 101)


def test_ten_ids_are_listed() -> None:
    assert id_list(str(number) for number in range(10)) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert id_list(map(str, range(11))).endswith("9 and others")


@pytest.mark.parametrize(("text", "shown"), [
    ("a\x1b[2Jb", "a\\x1b[2Jb"), ("a\nb", "a\\nb"), ("\x9b", "\\x9b"), ("\udcff", "\\udcff"), ("街\u202e", "街\\u202e"), ("街 a", "街 a"),
])  # fmt: skip
def test_control_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_ten_thousand_stray_files_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = lay("value-differs", tmp_path / "content")
    for name in [f"scans/{number}.jpg" for number in range(3_000)] + [f"{number}.txt" for number in range(7_000)]:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    assert main(["check", str(folder)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 3, "two errors and a line for all files"
    assert "(so do 9,999 other files)" in printed.out
    assert "2 errors, 10000 warnings" in printed.err
