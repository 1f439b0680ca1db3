"""What shared widgets show: a choice, a link; no Qt."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

TargetT = TypeVar("TargetT", covariant=True)


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One of several that exclude each other: a scope, a topic, an order."""

    key: str
    label: str
    chosen: bool
    count: str = ""
    room: str = ""
    """The longest text that the count may become; room is kept for it."""


class LinkShown(NamedTuple, Generic[TargetT]):
    """A link: its label, where it leads in words, and its target, which the view that shows it understands."""

    label: str
    where: str
    target: TargetT
