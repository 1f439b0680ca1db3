"""The kinds of value content files hold, and what every declaration shares."""

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

IdText = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=64)]
FigureName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$", max_length=129)]
LineText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\n]*$")]
ProseText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
MethodText = Annotated[LineText, StringConstraints(max_length=24)]
QuestionText = Annotated[LineText, StringConstraints(max_length=40)]
PhraseText = Annotated[str, StringConstraints(min_length=1, max_length=40)]


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


class DeclaredModel(BaseModel):
    """What every declaration shares: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
