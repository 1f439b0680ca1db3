"""Formulas over figures: reads them, computes them exactly, follows their units, and writes the sum out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from exhibit.model.metric import Unit, number_text
from exhibit.model.text import Text, same

Operator = Literal["+", "-", "*", "/"]

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<figure>[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)|(?P<number>\d+(?:\.\d+)?%?)|(?P<sign>[-+*/()])|(?P<other>\S+))",
    re.ASCII,
)
_DEEPEST: Final = 20
_WRITTEN: Final[dict[str, str]] = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_PERCENT: Final = ("%", "％")


class FormulaError(ValueError):
    """A formula cannot be computed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the formula's own; a percentage is a hundredth."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its full id."""

    id: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands and what is done with them."""

    operator: Operator
    left: "Formula"
    right: "Formula"


Formula = Number | Figure | Operation


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure's value as printed, with its unit."""

    value: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Measure:
    """What a result counts: the base units it was multiplied with and those it was divided by, none cancelled."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


def read_formula(text: str) -> Formula:
    """The formula. Raises FormulaError."""
    return _Reader(text).read()


def figures_in(formula: Formula) -> Iterator[str]:
    """The ids of its figures, in the order written."""
    if isinstance(formula, Figure):
        yield formula.id
    elif isinstance(formula, Operation):
        yield from figures_in(formula.left)
        yield from figures_in(formula.right)


def computed(formula: Formula, quantities: Mapping[str, Quantity], unit: Unit) -> Fraction:
    """The exact result in `unit`; every figure enters with its own. Raises FormulaError."""
    return _value(formula, quantities) / _factor(unit)


def rounded(value: Fraction, decimals: int) -> str:
    """The value with so many places behind the point, halves away from zero."""
    whole = int(abs(value) * 10**decimals + Fraction(1, 2))
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def measure(formula: Formula, quantities: Mapping[str, Quantity]) -> Measure:
    """What the result counts. Raises FormulaError where different things are added."""
    if isinstance(formula, Number):
        return Measure()
    if isinstance(formula, Figure):
        unit = quantities[formula.id].unit
        return Measure() if _is_percent(unit) else Measure((unit.base.hans,))
    left, right = measure(formula.left, quantities), measure(formula.right, quantities)
    if formula.operator in "+-":
        if left == right:
            return left
        left, right = _cancelled(left), _cancelled(right)
        if left != right:
            raise FormulaError(f"it puts {_said(left)} and {_said(right)} together; add only what counts the same")
        return left
    if formula.operator == "/":
        right = Measure(right.under, right.over)
    return Measure(_sorted(left.over, right.over), _sorted(left.under, right.under))


def fits(found: Measure, unit: Unit) -> bool:
    """Whether a result can be in this unit: a share divides like by like, anything else counts what it has above."""
    if _is_percent(unit):
        return set(found.under) <= set(found.over) and bool(found.under) == bool(found.over)
    return unit.base.hans in found.over


def written(formula: Formula, quantities: Mapping[str, Quantity]) -> Text:
    """The sum as a reader writes it."""
    match formula:
        case Number():
            return same(formula.text)
        case Figure():
            one = quantities[formula.id]
            return _joined(same(number_text(one.value)), one.unit.name)
        case Operation():
            left, right = written(formula.left, quantities), written(formula.right, quantities)
            if _binds(formula.left) < _binds(formula):
                left = _bracketed(left)
            if _binds(formula.right) < _binds(formula) or _needs_brackets(formula):
                right = _bracketed(right)
            return _joined(left, same(f" {_WRITTEN[formula.operator]} "), right)


class _Reader:
    """Reads by descent; brackets go no deeper than _DEEPEST."""

    def __init__(self, text: str) -> None:
        self._tokens = [match for match in _TOKEN.finditer(text) if match.group().strip()]
        self._at = self._depth = 0

    def read(self) -> Formula:
        """The whole formula."""
        formula = self._sum()
        if self._at < len(self._tokens):
            raise FormulaError(f"`{self._next()}` has no place there; write figures, numbers, + - * / and brackets")
        return formula

    def _sum(self) -> Formula:
        left = self._product()
        while (operator := self._take("+", "-")) is not None:
            left = Operation(operator, left, self._product())
        return left

    def _product(self) -> Formula:
        left = self._operand()
        while (operator := self._take("*", "/")) is not None:
            left = Operation(operator, left, self._operand())
        return left

    def _operand(self) -> Formula:
        if self._at == len(self._tokens):
            raise FormulaError("it breaks off; write a figure or a number at its end")
        token = self._tokens[self._at]
        self._at += 1
        if token["figure"]:
            return Figure(token["figure"])
        if token["number"]:
            return Number(token["number"])
        if token["sign"] == "(":
            return self._bracket()
        raise FormulaError(
            f"`{token.group().strip()[:40]}` is no figure; write ARTICLE.ID or a number, and blanks around a minus"
        )

    def _bracket(self) -> Formula:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaError(f"its brackets go deeper than {_DEEPEST}; write it flatter")
        inner = self._sum()
        if self._next() != ")":
            raise FormulaError("a bracket is not closed; close it")
        self._at += 1
        self._depth -= 1
        return inner

    def _take(self, *wanted: Operator) -> Operator | None:
        for operator in wanted:
            if self._next() == operator:
                self._at += 1
                return operator
        return None

    def _next(self) -> str:
        return self._tokens[self._at].group().strip()[:40] if self._at < len(self._tokens) else ""


def _value(formula: Formula, quantities: Mapping[str, Quantity]) -> Fraction:
    if isinstance(formula, Number):
        return Fraction(formula.text.rstrip("%")) / (100 if formula.text.endswith("%") else 1)
    if isinstance(formula, Figure):
        one = quantities[formula.id]
        return Fraction(repr(one.value)) * _factor(one.unit)
    left, right = _value(formula.left, quantities), _value(formula.right, quantities)
    if formula.operator == "/":
        if right == 0:
            raise FormulaError("it divides by zero; correct it")
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[formula.operator]


def _factor(unit: Unit) -> Fraction:
    return Fraction(1, 100) if _is_percent(unit) else Fraction(repr(unit.factor))


def _is_percent(unit: Unit) -> bool:
    return unit.name.hans in _PERCENT


def _cancelled(found: Measure) -> Measure:
    over, under = Counter(found.over), Counter(found.under)
    return Measure(tuple(sorted((over - under).elements())), tuple(sorted((under - over).elements())))


def _said(found: Measure) -> str:
    above, below = "·".join(found.over) or "a plain number", "·".join(found.under)
    return f"{above} for each {below}" if below else above


def _sorted(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(one + other))


def _binds(formula: Formula) -> int:
    """How strongly: sums least."""
    if isinstance(formula, Operation):
        return 1 if formula.operator in "+-" else 2
    return 3


def _needs_brackets(formula: Operation) -> bool:
    return formula.operator in "-/" and _binds(formula.right) == _binds(formula)


def _bracketed(text: Text) -> Text:
    return _joined(same("("), text, same(")"))


def _joined(*texts: Text) -> Text:
    return Text("".join(text.hans for text in texts), "".join(text.hant for text in texts))
