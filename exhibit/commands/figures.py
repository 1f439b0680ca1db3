"""`exhibit figures FILE`: the figures that any Chinese text states, as the build reads them."""

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from exhibit.figures import FigureReading, read_figures

_COLUMNS: Final = ("line", "text", "kind", "low", "high", "unit", "hedges", "direction")


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a text in UTF-8, either script; - is standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for other programs")


def run(arguments: argparse.Namespace) -> int:
    """Prints the figures of a text. Returns the exit code."""
    try:
        text = _text(arguments.file)
    except UnicodeDecodeError as error:
        print(f"exhibit: {arguments.file} is not UTF-8 (byte {error.start}); save it as UTF-8", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"exhibit: {arguments.file} cannot be read: {error.strerror or error}", file=sys.stderr)
        return 1
    readings = read_figures(text)
    if arguments.json:
        for reading in readings:
            print(json.dumps(_facts(reading), ensure_ascii=False))
    else:
        _print(text, readings)
    return 0


def _text(file: str) -> str:
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return data.decode("utf-8")


def _facts(reading: FigureReading) -> dict[str, Any]:
    """A reading as other programs get it; `start` and `end` are code points of the whole text."""
    return {
        "start": reading.start,
        "end": reading.end,
        "text": reading.text,
        "kind": reading.kind,
        "low": _number(reading.low),
        "high": _number(reading.high),
        "unit": reading.unit,
        "hedges": list(reading.hedges),
        "direction": reading.direction,
    }


def _number(value: Fraction | None) -> float | None:
    """An end as JSON has it: whole numbers without a point, null for an open end."""
    return None if value is None else value.numerator if value.denominator == 1 else float(value)


def _print(text: str, readings: tuple[FigureReading, ...]) -> None:
    if not readings:
        print("no figures were found")
        return
    rows = [_COLUMNS, *(_row(text, reading) for reading in readings)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _row(text: str, reading: FigureReading) -> tuple[str, ...]:
    low, high = ("" if end is None else f"{float(end):.10g}" for end in (reading.low, reading.high))
    return (
        str(text.count("\n", 0, reading.start) + 1),
        reading.text.replace("\n", " "),
        reading.kind,
        low,
        high,
        reading.unit or "",
        " ".join(reading.hedges),
        reading.direction or "",
    )


def _width(cell: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if ord(character) >= 0x1100 else 1 for character in cell)
