"""`python -m bench.numerals`: the numerals of tests/figures/readings.txt, as libraries turn them into numbers.

Needs the peers installed: pip install cn2an chinese2digits
"""

import importlib
import logging
import re
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from exhibit.figures.folding import fold
from exhibit.figures.numerals import amount_of, large_value
from exhibit.figures.reader import read_figures
from tests.figures.rows import figure_rows

_NOTATIONS: Final = ("digits", "digits and number words", "numerals", "numerals with 点", "financial")
_EXACT: Final = ("quantity", "change", "multiple", "share")
_WORDS: Final = ("半", "俩", "仨", "八五")
"""What our grammar reads by itself, not as a numeral."""
_LARGE: Final = re.compile("^[万亿]+|(?<=[$])[万亿]+")
Numeral = Callable[[str], Fraction]


def main() -> int:
    """Prints a table: how many numerals of each notation are right, wrong or refused."""
    try:
        peers = {"ours": _ours, "cn2an": _cn2an(), "chinese2digits": _chinese2digits()}
    except ImportError as error:
        print(f"{error}; run: pip install cn2an chinese2digits", file=sys.stderr)
        return 1
    numerals = {numeral: value for numeral, value in _numerals() if numeral not in _WORDS}
    print("| notation | numerals | " + " | ".join(f"{name}: right, wrong, refused" for name in peers) + " |")
    print("|---|--:|" + "--:|" * len(peers))
    for notation in _NOTATIONS:
        chosen = {numeral: value for numeral, value in numerals.items() if _notation(numeral) == notation}
        cells = (", ".join(map(str, _tried(read, chosen))) for read in peers.values())
        print(f"| {notation} | {len(chosen)} | " + " | ".join(cells) + " |")
    return 0


def _numerals() -> Iterator[tuple[str, Fraction]]:
    """The exact numerals of the rows, without sign and unit, and their values."""
    for row in figure_rows():
        for reading, figure in zip(read_figures(row.text), row.figures, strict=True):
            numbers = [role for role in reading.roles if role.role == "number"]
            if len(numbers) == 1 and figure.kind in _EXACT and figure.low == figure.high and figure.low is not None:
                numeral = row.text[numbers[0].start : numbers[0].end]
                numeral += "".join(_LARGE.findall(fold(row.text[numbers[0].end : numbers[0].end + 2]))[:1])
                counted = _LARGE.search(fold(figure.unit or "")) if fold(numeral[-1]) in "万亿" else None
                yield numeral, abs(figure.low) * large_value(counted.group() if counted else "")


def _notation(numeral: str) -> str:
    folded = fold(numeral)
    if any(one in "壹贰叁肆伍陆柒捌玖拾佰仟" for one in folded):
        return "financial"
    if any(one.isdigit() and one.isascii() for one in folded):
        return "digits" if all(one.isascii() or one in "，’\u2009" for one in folded) else "digits and number words"
    return "numerals with 点" if "点" in folded else "numerals"


def _tried(read: Numeral, numerals: dict[str, Fraction]) -> tuple[int, int, int]:
    right = wrong = refused = 0
    for numeral, value in numerals.items():
        try:
            found = read(numeral)
        except Exception:  # whatever a library raises, it refuses
            refused += 1
            continue
        right, wrong = right + (found == value), wrong + (found != value)
    return right, wrong, refused


def _ours(numeral: str) -> Fraction:
    amount = amount_of(fold(numeral))
    if amount is None:
        raise ValueError(numeral)
    return amount.low * large_value(amount.large)


def _cn2an() -> Numeral:
    library = importlib.import_module("cn2an")
    return lambda numeral: Fraction(str(library.cn2an(numeral, "smart")))


def _chinese2digits() -> Numeral:
    library = importlib.import_module("chinese2digits")
    logging.disable(logging.CRITICAL)

    def read(numeral: str) -> Fraction:
        (digits,) = library.takeNumberFromString(numeral)["digitsStringList"]
        return Fraction(str(digits))

    return read


if __name__ == "__main__":
    sys.exit(main())
