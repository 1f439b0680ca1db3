"""Parses formulas over figures, computes them exactly from end to end with their units, and writes them out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal, NamedTuple

from exhibit.compiler.descriptions.intervals import ExactInterval
from exhibit.model.figure_words import figure_text
from exhibit.model.metric import FigureValue, Unit
from exhibit.model.text import SCRIPTS, Text, same

FormulaOperator = Literal["+", "-", "*", "/"]
RoundedTowards = Literal["nearest", "down", "up"]

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<figure>[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)|(?P<number>\d+(?:\.\d+)?%?)|(?P<sign>[-+*/()])|(?P<other>\S+))",
    re.ASCII,
)
_DEEPEST: Final = 20
_WRITTEN: Final[dict[str, str]] = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_SHARES: Final = {"%": 100, "％": 100, "‰": 1000, "成": 10}
"""Units that are so many parts of one."""


class FormulaError(ValueError):
    """A formula cannot be computed; the message says what to do."""


class FormulaNumber(NamedTuple):
    """A number that stands in the formula; a percentage is divided by 100."""

    text: str


class FormulaFigure(NamedTuple):
    """A figure by its full id."""

    id: str


class FormulaOperation(NamedTuple):
    """An operator and its two operands."""

    operator: FormulaOperator
    left: "FormulaTree"
    right: "FormulaTree"


FormulaTree = FormulaNumber | FormulaFigure | FormulaOperation


class MeasuredQuantity(NamedTuple):
    """A figure's value as printed, with its unit."""

    value: FigureValue
    unit: Unit


class UnitMeasure(NamedTuple):
    """The unit of a result: the base units above and below the fraction bar, none cancelled."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()


def read_formula(text: str) -> FormulaTree:
    """Parses a formula. Raises FormulaError."""
    return _FormulaParser(text).read()


def figures_in(formula: FormulaTree) -> Iterator[str]:
    """The ids of its figures, in the order written."""
    if isinstance(formula, FormulaFigure):
        yield formula.id
    elif isinstance(formula, FormulaOperation):
        yield from figures_in(formula.left)
        yield from figures_in(formula.right)


def computed(formula: FormulaTree, quantities: Mapping[str, MeasuredQuantity], unit: Unit) -> ExactInterval:
    """What the result can be, in `unit`; each figure is used in its own unit. Raises FormulaError."""
    try:
        found = _value(formula, quantities)
    except ZeroDivisionError:
        raise FormulaError("it divides by zero, or by what may be zero; correct it") from None
    return found.over(_only(_factor(unit)))


def rounded(value: Fraction, decimals: int, towards: RoundedTowards = "nearest") -> Fraction:
    """The value with so many places behind the point, halves away from zero; a bound is rounded away from the rest."""
    shifted = value * 10**decimals
    if towards == "nearest":
        whole = int(abs(shifted) + Fraction(1, 2)) * (-1 if value < 0 else 1)
    else:
        whole = floor(shifted) if towards == "down" else ceil(shifted)
    return Fraction(whole, 10**decimals)


def measure(formula: FormulaTree, quantities: Mapping[str, MeasuredQuantity]) -> UnitMeasure:
    """The unit of the result. Raises FormulaError if different units are added."""
    if isinstance(formula, FormulaNumber):
        return UnitMeasure()
    if isinstance(formula, FormulaFigure):
        unit = quantities[formula.id].unit
        counted = unit.name.hans and unit.name.hans not in _SHARES
        return UnitMeasure((unit.base.hans,)) if counted else UnitMeasure()
    left, right = measure(formula.left, quantities), measure(formula.right, quantities)
    if formula.operator in "+-":
        if left == right:
            return left
        left, right = _cancelled(left), _cancelled(right)
        if left != right:
            raise FormulaError(f"it puts {_shown(left)} and {_shown(right)} together; add only what counts the same")
        return left
    if formula.operator == "/":
        right = UnitMeasure(right.under, right.over)
    return UnitMeasure(_sorted(left.over, right.over), _sorted(left.under, right.under))


def fits(found: UnitMeasure, unit: Unit) -> bool:
    """True if a result can be in this unit: a share divides like by like, any other unit must be above the bar."""
    if unit.name.hans in _SHARES:
        return set(found.under) <= set(found.over) and bool(found.under) == bool(found.over)
    return unit.base.hans in found.over


def written(formula: FormulaTree, quantities: Mapping[str, MeasuredQuantity]) -> Text:
    """The formula as a reader would write it; a figure keeps its bounds, and a fall is the number that is printed."""
    match formula:
        case FormulaNumber():
            return same(formula.text)
        case FormulaFigure():
            one = quantities[formula.id]
            hedges = tuple(hedge for hedge in one.value.hedges if hedge != "cumulative")
            value = one.value._replace(hedges=hedges, direction=None)
            return Text(*(figure_text(value, one.unit.name, script).words.replace(" ", "") for script in SCRIPTS))
        case FormulaOperation():
            left, right = written(formula.left, quantities), written(formula.right, quantities)
            if _binds(formula.left) < _binds(formula):
                left = _bracketed(left)
            if _binds(formula.right) < _binds(formula) or _needs_brackets(formula):
                right = _bracketed(right)
            return joined(left, same(f" {_WRITTEN[formula.operator]} "), right)


class _FormulaParser:
    """A recursive descent parser; brackets may be nested _DEEPEST deep."""

    def __init__(self, text: str) -> None:
        self._tokens = [match for match in _TOKEN.finditer(text) if match.group().strip()]
        self._at = self._depth = 0

    def read(self) -> FormulaTree:
        """Parses the whole text."""
        formula = self._sum()
        if self._at < len(self._tokens):
            raise FormulaError(f"`{self._next()}` has no place there; write figures, numbers, + - * / and brackets")
        return formula

    def _sum(self) -> FormulaTree:
        left = self._product()
        while (operator := self._take("+", "-")) is not None:
            left = FormulaOperation(operator, left, self._product())
        return left

    def _product(self) -> FormulaTree:
        left = self._operand()
        while (operator := self._take("*", "/")) is not None:
            left = FormulaOperation(operator, left, self._operand())
        return left

    def _operand(self) -> FormulaTree:
        if self._at == len(self._tokens):
            raise FormulaError("it breaks off; write a figure or a number at its end")
        token = self._tokens[self._at]
        self._at += 1
        if token["figure"]:
            return FormulaFigure(token["figure"])
        if token["number"]:
            return FormulaNumber(token["number"])
        if token["sign"] == "(":
            return self._bracket()
        raise FormulaError(
            f"`{token.group().strip()[:40]}` is no figure; write ARTICLE.ID or a number, and blanks around a minus"
        )

    def _bracket(self) -> FormulaTree:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaError(f"its brackets go deeper than {_DEEPEST}; write it flatter")
        inner = self._sum()
        if self._next() != ")":
            raise FormulaError("a bracket is not closed; close it")
        self._at += 1
        self._depth -= 1
        return inner

    def _take(self, *wanted: FormulaOperator) -> FormulaOperator | None:
        for operator in wanted:
            if self._next() == operator:
                self._at += 1
                return operator
        return None

    def _next(self) -> str:
        return self._tokens[self._at].group().strip()[:40] if self._at < len(self._tokens) else ""


def _value(formula: FormulaTree, quantities: Mapping[str, MeasuredQuantity]) -> ExactInterval:
    if isinstance(formula, FormulaNumber):
        return _only(Fraction(formula.text.rstrip("%")) / (100 if formula.text.endswith("%") else 1))
    if isinstance(formula, FormulaFigure):
        return _amount(formula.id, quantities[formula.id])
    left, right = _value(formula.left, quantities), _value(formula.right, quantities)
    match formula.operator:
        case "+":
            return left.plus(right)
        case "-":
            return left.minus(right)
        case "*":
            return left.times(right)
        case "/":
            return left.over(right)


def _amount(id: str, quantity: MeasuredQuantity) -> ExactInterval:
    """What a figure can be, as it is printed: a fall of 3.5% is 3.5%."""
    if not quantity.value.is_amount:
        raise FormulaError(f"`{id}` is a {quantity.value.kind} and no amount; leave it out")
    interval = quantity.value._replace(direction=None).interval
    ends = (None if end is None else Fraction(repr(end)) for end in interval)
    return ExactInterval.of(*ends).times(_only(_factor(quantity.unit)))


def _only(number: Fraction) -> ExactInterval:
    return ExactInterval(number, number)


def _factor(unit: Unit) -> Fraction:
    return Fraction(1, _SHARES[unit.name.hans]) if unit.name.hans in _SHARES else Fraction(repr(unit.factor))


def _cancelled(found: UnitMeasure) -> UnitMeasure:
    over, under = Counter(found.over), Counter(found.under)
    return UnitMeasure(tuple(sorted((over - under).elements())), tuple(sorted((under - over).elements())))


def _shown(found: UnitMeasure) -> str:
    above, below = "·".join(found.over) or "a plain number", "·".join(found.under)
    return f"{above} for each {below}" if below else above


def _sorted(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(one + other))


def _binds(formula: FormulaTree) -> int:
    """The precedence of the operator: 1 for sums, 2 for products, 3 for a single term."""
    if isinstance(formula, FormulaOperation):
        return 1 if formula.operator in "+-" else 2
    return 3


def _needs_brackets(formula: FormulaOperation) -> bool:
    return formula.operator in "-/" and _binds(formula.right) == _binds(formula)


def _bracketed(text: Text) -> Text:
    return joined(same("("), text, same(")"))


def joined(*texts: Text) -> Text:
    """Texts one behind the other."""
    return Text("".join(text.hans for text in texts), "".join(text.hant for text in texts))
