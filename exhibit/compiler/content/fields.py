"""The kinds of value that content files hold, and the base class of every declaration."""

import re
from typing import Annotated

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


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}", value, re.ASCII):
        return int(value)
    raise ValueError("must be a year of four digits, like 2022")


def _truth(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("must be true or false")


NumberValue = Annotated[float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
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
