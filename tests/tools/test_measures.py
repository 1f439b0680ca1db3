"""The table of figures about the code, and the block of a document it is written into."""

from pathlib import Path

import pytest

from tests.tools.sources import write_package
from tools.measures import END, START, CodeMeasure, MarkerError, format_table, main, measure, spread, write_block

SOURCE = '''"""A module."""

class Row:
    """A row."""

    def long(self) -> int:
        return 1

class SearchRow:
    def short(self, a): ...

class _Cell: ...
'''


def test_every_figure_is_counted(tmp_path: Path) -> None:
    write_package(tmp_path, {"a.py": SOURCE, "b.py": '"""Another."""\nclass Row: ...\n'})
    assert {one.name: one.value for one in measure(tmp_path)} == {
        "Modules": "2",
        "Lines": "14",
        "Lines a module": "7, 12, 12",
        "Functions": "2",
        "Lines a function": "1.5, 2, 2",
        "Functions over 40 lines": "0",
        "One-word public class names": "66 % (2 of 3)",
        "One-word private class names": "100 % (1 of 1)",
        "Shared class names": "1",
        "Public docstrings": "42 % (3 of 7)",
        "Typed functions": "50 % (1 of 2)",
        "Import contracts": "1",
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [([7], "7, 7, 7"), ([3, 1], "2, 3, 3"), (list(range(1, 11)), "5.5, 9, 10"), (list(range(1, 12)), "6, 10, 11")],
)
def test_the_spread_is_median_nearest_rank_and_maximum(values: list[int], expected: str) -> None:
    assert spread(values) == expected


def test_the_table_is_markdown() -> None:
    assert format_table([CodeMeasure("Modules", "2", "", "Python files")]).splitlines()[2:] == [
        "| Modules | 2 |  | Python files |"
    ]


def test_the_block_between_the_markers_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"# Page\n{START}\nold\n{END}\nafter\n", encoding="utf-8")
    write_block(path, "| new |")
    once = path.read_text(encoding="utf-8")
    assert once == f"# Page\n{START}\n\n| new |\n\n{END}\nafter\n"
    write_block(path, "| new |")
    assert path.read_text(encoding="utf-8") == once


@pytest.mark.parametrize("text", ["", START, END, f"{END}{START}", f"{START}{START}{END}", f"{START}{END}{END}"])
def test_a_document_without_its_markers_stays_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MarkerError, match="once and, below it") as raised:
        write_block(path, "| new |")
    assert str(path) in str(raised.value)
    assert path.read_text(encoding="utf-8") == text


def test_the_table_is_printed_and_a_missing_document_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    table = capsys.readouterr().out
    assert table.startswith("| measure | value | goal | rule |")
    assert main(["--write", str(tmp_path / "none.md")]) == 1
    printed = capsys.readouterr()
    assert printed.out == table
    assert f"{tmp_path / 'none.md'}: there is no such file" in printed.err
