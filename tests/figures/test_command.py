"""`exhibit figures`, as someone at a terminal or another program meets it."""

import io
import json
import sys
from pathlib import Path

import pytest

from exhibit.__main__ import main

TEXT = "产值超5亿元，不超过3%。\n😀几十个村，下降三分之一。\n"


def test_every_figure_is_an_object_on_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["figures", str(tmp_path / "a.txt"), "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said == [
        {"start": 2, "end": 6, "text": "超5亿元", "kind": "quantity", "low": 5, "high": None, "unit": "亿元", "hedges": ["over"], "direction": None},
        {"start": 7, "end": 12, "text": "不超过3%", "kind": "quantity", "low": None, "high": 3, "unit": "%", "hedges": ["at-most"], "direction": None},
        {"start": 15, "end": 18, "text": "几十个", "kind": "vague", "low": 20, "high": 99, "unit": "个", "hedges": [], "direction": None},
        {"start": 22, "end": 26, "text": "三分之一", "kind": "fraction", "low": 1 / 3, "high": 1 / 3, "unit": None, "hedges": [], "direction": "down"},
    ]  # fmt: skip
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in said)


def test_a_table_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["figures", str(tmp_path / "a.txt")]) == 0
    heading, *rows = (line.split() for line in capsys.readouterr().out.splitlines())
    assert heading == ["line", "text", "kind", "low", "high", "unit", "hedges", "direction"]
    assert rows[0] == ["1", "超5亿元", "quantity", "5", "亿元", "over"]
    assert rows[2] == ["2", "几十个", "vague", "20", "99", "个"]


def test_a_text_comes_through_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("有-12℃".encode()), "ascii"))
    assert main(["figures", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["low"] == -12


def test_a_text_without_figures_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("党的二十大", "utf-8")
    assert main(["figures", str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out == "no figures were found\n"
    assert main(["figures", str(tmp_path / "a.txt"), "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_bad_input_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes("数字".encode("gb18030"))
    assert main(["figures", str(tmp_path / "a.txt")]) == 1
    assert "a.txt is not UTF-8 (byte 0); save it as UTF-8" in capsys.readouterr().err
    assert main(["figures", str(tmp_path / "none.txt")]) == 1
    assert "none.txt cannot be read" in capsys.readouterr().err
