"""Model values to JSON and back; what comes back has been checked against the model's own types."""

import base64
import json
import math
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import call
from typing import Annotated, Any, ForwardRef, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from exhibit.model.limits import MAX_LINE, MAX_PARAGRAPH, MAX_REFERENCES
from exhibit.model.text import Text, is_safe

T = TypeVar("T")

_LARGEST_WHOLE = 2**53
"""JSON readers disagree on whole numbers beyond it."""
_Decode = Callable[[Any], Any]


class DecodeError(ValueError):
    """A value is not what the model says."""


def to_json(value: object) -> str:
    """A model value as JSON. A value with fields becomes the list of them; bytes become base64."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(kind: type[T], text: str) -> T:
    """The model value of type `kind` that `to_json` wrote. Raises DecodeError."""
    try:
        value: T = _decoder(kind)(json.loads(text))  # type: ignore[arg-type]  # types hash
        return value
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise DecodeError(f"{kind.__name__}: {error}") from error


def from_plain(kind: type[T], data: object) -> T:
    """Like `from_json`, of JSON that was loaded already."""
    try:
        value: T = _decoder(kind)(data)  # type: ignore[arg-type]  # types hash
        return value
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise DecodeError(f"{kind.__name__}: {error}") from error


def field_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a NamedTuple or a dataclass, in their order; empty for any other type."""
    named: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return named or (tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ())


def _plain(value: Any) -> Any:
    if names := field_names(type(value)):
        return [_plain(getattr(value, name)) for name in names]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


@cache  # one entry a type of the model
def _decoder(kind: Any) -> _Decode:
    if kind is Text:
        return _limited(_text, MAX_PARAGRAPH)
    if field_names(kind):
        return _with_fields(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _limited(_unlimited(arguments[0]), arguments[1])
    if origin in (types.UnionType, Union):  # a literal or None is of the older kind
        return _optional(_decoder(arguments[0])) if types.NoneType in arguments else _one_kind_of(arguments)
    if origin is tuple:
        return _fixed(arguments) if arguments[-1] is not Ellipsis else _limited(_list_of(arguments[0]), MAX_REFERENCES)
    if origin is Literal:
        return _one_of(arguments)
    if kind is str:
        return _limited(_string, MAX_LINE)
    return {int: _whole_number, float: _number, bytes: _bytes}.get(kind) or _exactly(kind)


def _unlimited(kind: Any) -> _Decode:
    """The decoder of a type that is written with a limit of its own, which takes the place of the usual one."""
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        return _list_of(get_args(kind)[0])
    return {Text: _text, str: _string}.get(kind) or _decoder(kind)


def _limited(decode: _Decode, limit: int) -> _Decode:
    """Values that are no longer than the limit; whole numbers from 0 to the limit."""

    def decode_limited(data: Any) -> Any:
        value = decode(data)
        if not 0 <= (value if type(value) is int else len(value)) <= limit:
            raise DecodeError(f"{data!r:.40} is beyond the limit of {limit}")
        return value

    return decode_limited


def _with_fields(kind: Any) -> _Decode:
    decode = _fields(_hints(kind))
    return lambda data: kind(*decode(data))


def _fields(kinds: Sequence[Any]) -> Callable[[Any], Iterator[Any]]:
    """Values of these types one after another. `map` is several times as quick here as a loop."""
    decoders = tuple(map(_decoder, kinds))

    def decode(data: Any) -> Iterator[Any]:
        if len(_list(data)) != len(decoders):
            raise DecodeError(f"{len(data)} values, not {len(decoders)}")
        return map(call, decoders, data)

    return decode


def _hints(kind: Any) -> list[Any]:
    """The types of a value's fields, in their order. Types written as strings are looked up, which is slow."""
    written = kind.__annotations__
    if any(isinstance(one, str | ForwardRef) for one in written.values()):
        written = get_type_hints(kind, include_extras=True)
    return [written[name] for name in field_names(kind)]


def _optional(decode: _Decode) -> _Decode:
    return lambda data: None if data is None else decode(data)


def _one_kind_of(kinds: tuple[Any, ...]) -> _Decode:
    """Values with fields; the first field of each is a literal, and tells the kinds apart."""
    decoders = {get_args(_hints(kind)[0])[0]: _decoder(kind) for kind in kinds}

    def decode(data: Any) -> Any:
        name = _string(next(iter(_list(data)), None))
        if name not in decoders:
            raise DecodeError(f"{name!r:.40} is none of {', '.join(decoders)}")
        return decoders[name](data)

    return decode


def _list_of(kind: Any) -> _Decode:
    decode = _decoder(kind)
    return lambda data: tuple(map(decode, _list(data)))


def _fixed(kinds: tuple[Any, ...]) -> _Decode:
    decode = _fields(kinds)
    return lambda data: tuple(decode(data))


def _one_of(allowed: tuple[Any, ...]) -> _Decode:
    def decode(data: Any) -> Any:
        if data not in allowed:
            raise DecodeError(f"{data!r:.40} is none of {allowed}")
        return data

    return decode


def _exactly(kind: type) -> _Decode:
    def decode(data: Any) -> Any:
        if type(data) is not kind:
            raise DecodeError(f"{data!r:.40} is no {kind.__name__}")
        return data

    return decode


def _string(data: Any) -> str:
    if type(data) is not str or not is_safe(data):
        raise DecodeError(f"{data!r:.40} is no safe text")
    return data


def _text(data: Any) -> Text:
    """Like a value with fields, but without a call for each field: texts are the most frequent values."""
    if type(data) is list and len(data) == 2 and type(data[0]) is str and type(data[1]) is str:
        hans, hant = data
        if is_safe(hans + hant):
            return Text(hans, hant)
    raise DecodeError(f"{data!r:.40} is no safe text in both scripts")


def _whole_number(data: Any) -> int:
    if type(data) is not int or abs(data) > _LARGEST_WHOLE:
        raise DecodeError(f"{data!r:.40} is no whole number")
    return data


def _number(data: Any) -> float:
    if type(data) not in (int, float) or not math.isfinite(data):
        raise DecodeError(f"{data!r:.40} is no finite number")
    return float(data)


def _bytes(data: Any) -> bytes:
    return base64.b64decode(_string(data), validate=True)


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise DecodeError(f"{data!r:.40} is no list")
    return data
