"""The kinds of value that content files hold, and the base class of every declaration."""

import re
from fractions import Fraction
from typing import Annotated, Final

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from exhibit.model.limits import MAX_ID, MAX_LINE, MAX_PHRASE, MAX_PROSE

IdText = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=MAX_ID)]
FigureName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$", max_length=2 * MAX_ID + 1)
]
LineText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_LINE, pattern=r"^[^\n]*$")
]
ProseText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_PROSE)]
FileName = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)]
PhraseText = Annotated[str, StringConstraints(min_length=1, max_length=MAX_PHRASE)]


def _number(value: object) -> float:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,15}(\.\d{1,10})?", value, re.ASCII):
        return float(value)
    raise ValueError("must be a number in digits, like 93.28, without separators or words")


_TERMS: Final = re.compile(
    r"-?\d{1,15}(\.\d{1,10})?(/[1-9]\d{0,5})?|\d{1,15}(\.\d{1,10})?:\d{1,15}(\.\d{1,10})?", re.ASCII
)
_LIKE: Final = "must be a number in digits, like 93.28, -3.5, 2/3 or 1:3, without separators or words"


def _terms(value: object) -> tuple[Fraction, ...]:
    if isinstance(value, str) and _TERMS.fullmatch(value):
        return tuple(Fraction(term) if "/" not in term else _fraction(term) for term in value.split(":"))
    if isinstance(value, str) and re.fullmatch(r"[\d.]+\s*[-—–~～至到]+\s*[\d.]+", value):
        raise ValueError("must be one number; write the ends of a range as `low` and `high`")
    if isinstance(value, str) and re.match("第|前", value):
        raise ValueError("must be a number; write a place in an order as its number and `kind: rank`")
    raise ValueError(_LIKE)


def _figure_end(value: object) -> Fraction:
    terms = _terms(value)
    if len(terms) > 1:
        raise ValueError("must be one number; write the terms of a ratio as `value`")
    return terms[0]


def _fraction(text: str) -> Fraction:
    above, below = text.split("/")
    return Fraction(above) / int(below)


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}", value, re.ASCII):
        return int(value)
    raise ValueError("must be a year of four digits, like 2022")


def _truth(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("must be true or false")


NumberValue = Annotated[float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
FigureTerms = Annotated[
    tuple[Fraction, ...], BeforeValidator(_terms), WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})
]
"""The number of a figure, or the two terms of a ratio."""
FigureEnd = Annotated[
    Fraction, BeforeValidator(_figure_end), WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})
]
"""One end of a figure."""
YearValue = Annotated[
    int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1000, "maximum": 2999})
]
BooleanValue = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
LonLatPair = tuple[NumberValue, NumberValue]


def earlier_name(name: str, earlier: str) -> AliasChoices:
    """The key of a field, and the name it had in folders written for the first drafts of the format."""
    return AliasChoices(name, earlier)


TopicId = Annotated[IdText, Field(validation_alias=earlier_name("topic", "theme"))]


class DeclaredModel(BaseModel):
    """Base of all declarations: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
