"""Arithmetic on amounts of which only the ends are known: a sum, a product, a quotient of two intervals."""

from fractions import Fraction
from math import inf, isinf
from typing import NamedTuple

ExactEnd = Fraction | float
"""A fraction, or an infinity for an end that is open."""


class ExactInterval(NamedTuple):
    """All numbers from `low` to `high`."""

    low: ExactEnd
    high: ExactEnd

    @classmethod
    def of(cls, low: ExactEnd | None, high: ExactEnd | None) -> "ExactInterval":
        """The interval with these ends; None is an open one."""
        return cls(-inf if low is None else low, inf if high is None else high)

    def plus(self, other: "ExactInterval") -> "ExactInterval":
        """Every sum."""
        return ExactInterval(self.low + other.low, self.high + other.high)

    def minus(self, other: "ExactInterval") -> "ExactInterval":
        """Every difference."""
        return ExactInterval(self.low - other.high, self.high - other.low)

    def times(self, other: "ExactInterval") -> "ExactInterval":
        """Every product."""
        products = [_product(one, two) for one in self for two in other]
        return ExactInterval(min(products), max(products))

    def over(self, other: "ExactInterval") -> "ExactInterval":
        """Every quotient. Raises ZeroDivisionError where the other is zero, or goes from below zero to above it."""
        if other.low < 0 < other.high or other.low == other.high == 0:
            raise ZeroDivisionError
        return self.times(ExactInterval(_inverse(other.high, -inf), _inverse(other.low, inf)))


def _product(one: ExactEnd, two: ExactEnd) -> ExactEnd:
    return Fraction(0) if one == 0 or two == 0 else one * two


def _inverse(end: ExactEnd, of_zero: float) -> ExactEnd:
    if end == 0:
        return of_zero
    return Fraction(0) if isinf(end) else 1 / Fraction(end)
